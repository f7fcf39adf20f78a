import { afterEach, describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import type { RenderedApp } from "../../support/renderApp.tsx";
import { showPerson, typeDay } from "./givenPerson.tsx";

let shown: RenderedApp;
afterEach(() => shown.app.close());

describe("the tax part of a person's page", () => {
  it("keeps what HMRC asks about the person", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}`);
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByRole("tab", { name: "Tax, loans and pension" }));
    await user.click(await screen.findByRole("link", { name: "Change what HMRC asks" }));
    await user.type(await screen.findByLabelText("Title (optional)"), "Ms");
    await user.type(screen.getByLabelText("Middle name (optional)"), "Anjali");
    await user.type(screen.getByLabelText("Passport number (optional)"), "123456789");
    await user.click(screen.getByLabelText("C: another job or a pension as well"));
    await user.click(screen.getByLabelText("Months may go by without pay"));
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("C: another job or a pension as well")).toBeInTheDocument();
    await expectNoAxeViolations();
    const { hmrcFacts } = await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.priya });
    expect(hmrcFacts).toMatchObject({
      title: "Ms",
      middleName: "Anjali",
      passportNumber: "123456789",
      starterStatement: "C",
      isPaidIrregularly: true,
      workplacePostcode: null,
    });
  });

  it("opts somebody out within the month, and says when it is too late", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}`, {
      given: (app, { assistants }) =>
        app.value("employment.changePension", { engagementId: assistants.priya, status: "enrolled", fromOn: plainDate("2026-06-01") }),
    });
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByRole("tab", { name: "Tax, loans and pension" }));
    await user.click(await screen.findByRole("link", { name: "An opt-out notice came" }));
    await screen.findByRole("heading", { level: 1, name: "Opt out of the pension" });
    await typeDay(shown, "Day on the opt-out notice", "10 june 2026");
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Save the opt-out" }));
    expect(await screen.findByText("Joined on 1 June 2026, opted out by the notice of 10 June 2026.")).toBeInTheDocument();
    const { pension } = await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.priya });
    expect(pension.optOuts).toMatchObject([{ joinedOn: "2026-06-01", noticeOn: "2026-06-10" }]);
  });

  it("puts somebody in the pension who asked, at the usual rates", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}/change/joinPension`);
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByLabelText("Opt in"));
    await typeDay(shown, "In the pension from", "1 july 2026");
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Put them in the pension" }));
    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    const { pensionMemberships } = await app.value("employment.getAssistant", { id: given.household.assistants.priya });
    expect(pensionMemberships[0]).toMatchObject({ status: "optedIn", fromOn: "2026-07-01", employeeBasisPoints: 500, employerBasisPoints: 300 });
  });

  it("puts joining off for three months at most", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.tom}/change/postpone`);
    shown = given.shown;
    const { user, screen, app } = shown;
    await screen.findByRole("heading", { level: 1, name: "Put joining the pension off" });
    await typeDay(shown, "Put off until", "13 august 2026");
    await user.click(screen.getByRole("button", { name: "Put joining off" }));
    expect((await screen.findAllByText(/13 July 2026/)).length).toBeGreaterThan(0);
    await expectNoAxeViolations();
    const { pension } = await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.tom });
    expect(pension.postponedUntil).toBeNull();
  });

  it("keeps one day of re-enrolment for the household", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}/change/reenrolment`);
    shown = given.shown;
    const { user, screen, app } = shown;
    await screen.findByRole("group", { name: "Day of re-enrolment (optional)" });
    await typeDay(shown, "Day of re-enrolment (optional)", "3 february 2028");
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Save the day" }));
    expect(await screen.findByText(/Declare it to The Pensions Regulator/)).toBeInTheDocument();
    expect((await app.value("employment.getHmrcFacts", {})).pensionReenrolmentOn).toBe("2028-02-03");
  });
});

describe("the end of a job", () => {
  it("leads from the last day to the P45, step by step", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}`);
    shown = given.shown;
    const { user, screen } = shown;
    await user.click(await screen.findByRole("tab", { name: "Job and contact" }));
    await user.click(await screen.findByRole("link", { name: "End the job" }));
    await screen.findByRole("heading", { level: 1, name: "End the job" });
    await typeDay(shown, "Last day of the job", "30 june 2026");
    await user.type(screen.getByLabelText("Why does it end?"), "Found another job");
    await user.click(screen.getByRole("button", { name: "Save the last day" }));
    expect(await screen.findByText("30 June 2026. Found another job")).toBeInTheDocument();
    expect(screen.getByText(/Start the pay run of the last days first\./)).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("link", { name: "Say when the P45 was given" }));
    await screen.findByRole("heading", { level: 1, name: "The P45 was given" });
    await typeDay(shown, "Day you gave the P45", "3 july 2026");
    await user.click(screen.getByRole("button", { name: "Save the day" }));
    expect(await screen.findByText("Priya has no payslip here, so there is nothing to put on a P45.")).toBeInTheDocument();
    await expectNoAxeViolations();
  });
});
