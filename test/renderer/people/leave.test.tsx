import { within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import type { RenderedApp } from "../../support/renderApp.tsx";
import { showPerson, typeDay } from "./givenPerson.tsx";

let shown: RenderedApp;
afterEach(() => shown.app.close());

describe("the Leave part of a person's page", () => {
  it("records sickness late and shows what the next pay run pays for it, with the reasons", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}`, { today: "2026-05-20" });
    shown = given.shown;
    const { user, screen } = shown;
    await user.click(await screen.findByRole("tab", { name: "Leave" }));
    expect(await screen.findByText("Nothing is due to Priya for days away.")).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("link", { name: "Record sickness" }));
    await screen.findByRole("heading", { level: 1, name: "Days of sickness" });
    await typeDay(shown, "First day of sickness", "20 april 2026");
    await typeDay(shown, "Last day of sickness", "24 april 2026");
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Save the sickness" }));
    expect(await screen.findByRole("tab", { name: "Leave", selected: true })).toBeInTheDocument();
    const days = await screen.findByRole("table", { name: "Days away, newest first" });
    expect(days).toHaveTextContent("Sickness20 April 202624 April 2026");
    await user.click(within(days).getByRole("link", { name: "Change the days the sickness from 20 April 2026" }));
    const last = within(await screen.findByRole("group", { name: "Last day of sickness" }));
    expect(last.getByLabelText("Day")).toHaveValue("24");
    await user.clear(last.getByLabelText("Day"));
    await user.type(last.getByLabelText("Day"), "22");
    await user.click(screen.getByRole("button", { name: "Save the sickness" }));
    expect(await screen.findByRole("table", { name: "Days away, newest first" })).toHaveTextContent("22 April 2026");
    await expectNoAxeViolations();
  });

  it("adds maternity leave and says why nothing is due, with the form to give", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.tom}/change/familyLeave`);
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByLabelText("Maternity leave"));
    await typeDay(shown, "Day the baby is due", "2 august 2026");
    await typeDay(shown, "First day of leave and pay", "20 july 2026");
    await user.type(screen.getByLabelText("Weeks of pay"), "40");
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Save the leave" }));
    expect(await screen.findByRole("link", { name: "Statutory Maternity Pay is paid for at most 39 weeks" })).toBeInTheDocument();
    await user.clear(screen.getByLabelText("Weeks of pay"));
    await user.type(screen.getByLabelText("Weeks of pay"), "39");
    await user.click(screen.getByRole("button", { name: "Save the leave" }));
    await screen.findByRole("heading", { level: 1, name: "Tom Reyes" });
    await user.click(screen.getByRole("tab", { name: "Leave" }));
    const card = within(await screen.findByRole("region", { name: "Maternity leave from 20 July 2026" }));
    expect(card.getByRole("heading", { name: "Is pay due?" })).toBeInTheDocument();
    expect(card.getByText(/The job began on 13 April 2026\..* Give them form SMP1\./)).toBeInTheDocument();
    expect(card.getByText("10 days left")).toBeInTheDocument();
    await expectNoAxeViolations();
    const { familyLeaves } = await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.tom });
    expect(familyLeaves).toMatchObject([{ kind: "maternity", weeks: 39, evidenceSeenOn: null }]);
  });

  it("puts a leave right and counts keeping-in-touch days", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}`, {
      given: (app, { assistants }) =>
        app.value("employment.addFamilyLeave", {
          engagementId: assistants.priya,
          kind: "maternity",
          expectedOn: plainDate("2026-06-21"),
          payFromOn: plainDate("2026-06-08"),
          weeks: 39,
        }),
    });
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByRole("tab", { name: "Leave" }));
    await user.click(await screen.findByRole("link", { name: "Add a keeping-in-touch day" }));
    await screen.findByRole("heading", { level: 1, name: "Add a keeping-in-touch day" });
    await typeDay(shown, "Day they worked", "1 june 2026");
    await user.click(screen.getByRole("button", { name: "Save the day" }));
    expect(await screen.findByRole("link", { name: /Choose a day of the leave, from 8 June 2026/ })).toBeInTheDocument();
    await expectNoAxeViolations();
    const day = within(screen.getByRole("group", { name: "Day they worked" })).getByLabelText("Day");
    await user.clear(day);
    await user.type(day, "15");
    await user.click(screen.getByRole("button", { name: "Save the day" }));
    expect(await screen.findByText("9 days left")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Remove 15 June 2026" }));
    expect(await screen.findByText("10 days left")).toBeInTheDocument();
    await user.click(screen.getByRole("link", { name: "Change this leave from 8 June 2026" }));
    await typeDay(shown, "Evidence seen on (optional)", "2 june 2026");
    await user.type(screen.getByLabelText("Evidence (optional)"), "MAT B1");
    await user.click(screen.getByRole("button", { name: "Save the leave" }));
    expect(await screen.findByText("MAT B1, 2 June 2026")).toBeInTheDocument();
    const { familyLeaves } = await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.priya });
    expect(familyLeaves).toMatchObject([{ evidence: "MAT B1", evidenceSeenOn: "2026-06-02", keepingInTouchDays: [] }]);
  });

  it("asks what the law asks of neonatal care, stay by stay, and keeps it when the leave is changed", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}/change/familyLeave`);
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByLabelText("Neonatal care leave"));
    await typeDay(shown, "Day the baby is due", "30 may 2026");
    await typeDay(shown, "Day the baby was born (optional)", "20 may 2026");
    await user.click(screen.getByRole("button", { name: "Add a stay in neonatal care" }));
    await typeDay(shown, "Stay 1: day it began", "20 may 2026");
    await user.click(screen.getByRole("button", { name: "Add another stay" }));
    await user.click(screen.getByRole("button", { name: "Remove stay 2" }));
    await typeDay(shown, "First day of leave and pay", "8 june 2026");
    await user.type(screen.getByLabelText("Weeks of pay"), "2");
    await user.click(screen.getByRole("button", { name: "Save the leave" }));
    expect(await screen.findByRole("link", { name: "Enter the whole days in care" })).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.type(screen.getByLabelText("Stay 1: whole days in care"), "15");
    await user.click(screen.getByLabelText("Notice came late for a good reason"));
    await user.click(screen.getByRole("button", { name: "Save the leave" }));
    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    const leaves = async () => (await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.priya })).familyLeaves;
    const known = { neonatalStays: [{ startedOn: "2026-05-20", wholeDays: 15 }], hasGoodReasonForLateNotice: true, canHaveOtherFamilyPay: true };
    expect(await leaves()).toMatchObject([known]);
    await user.click(screen.getByRole("tab", { name: "Leave" }));
    await user.click(await screen.findByRole("link", { name: "Change this leave from 8 June 2026" }));
    expect(await screen.findByLabelText("Stay 1: whole days in care")).toHaveValue("15");
    await user.click(screen.getByRole("button", { name: "Save the leave" }));
    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    expect(await leaves()).toMatchObject([known]);
  });

  it.each(["Maternity leave", "Adoption leave", "Paternity leave", "Shared parental leave", "Parental bereavement leave"])(
    "shows the questions of %s without an accessibility problem",
    async (kind) => {
      shown = (await showPerson(({ assistants }) => `/people/${assistants.priya}/change/familyLeave`)).shown;
      await shown.user.click(await shown.screen.findByLabelText(kind));
      expect(shown.screen.getByRole("button", { name: "Save the leave" })).toBeInTheDocument();
      await expectNoAxeViolations();
    },
  );
});
