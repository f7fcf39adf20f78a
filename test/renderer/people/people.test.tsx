import { within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
afterEach(() => shown.app.close());

const today = "2026-06-10";

/** Shows a path that needs the ids of the household. */
async function showFor(pathOf: (household: GivenHousehold) => string): Promise<{ readonly shown: RenderedApp; readonly household: GivenHousehold }> {
  let household: GivenHousehold | undefined;
  shown = await renderApp({
    today,
    path: "/people",
    given: async (app) => {
      household = await givenHousehold(app);
    },
  });
  if (!household) throw new Error("no household");
  window.location.hash = `#${pathOf(household)}`;
  return { shown, household };
}

describe("the list of people", () => {
  it("teaches when it is empty", async () => {
    shown = await renderApp({ today, path: "/people" });
    expect(await shown.screen.findByRole("heading", { name: "No personal assistants yet" })).toBeInTheDocument();
    await expectNoAxeViolations();
  });

  it("shows everyone with their rate and state", async () => {
    await showFor(() => "/people");
    const table = await shown.screen.findByRole("table", { name: "Personal assistants" });
    expect(within(table).getByRole("link", { name: "Priya Nair" })).toBeInTheDocument();
    expect(within(table).getAllByText("£13.60 an hour")).toHaveLength(2);
    expect(within(table).getAllByText("All in order")).toHaveLength(2);
    await expectNoAxeViolations();
  });
});

describe("adding a personal assistant", () => {
  it("goes page by page, shows the tax code that follows, and saves at the end", async () => {
    await showFor(() => "/people/new");
    const { user, screen, app } = shown;
    const next = () => user.click(screen.getByRole("button", { name: "Continue" }));
    const typeDate = async (name: string, [day, month, year]: readonly [string, string, string]) => {
      const group = within(screen.getByRole("group", { name }));
      await user.type(group.getByLabelText("Day"), day);
      await user.type(group.getByLabelText("Month"), month);
      await user.type(group.getByLabelText("Year"), year);
    };

    await user.type(await screen.findByLabelText("First name"), "Lena");
    await next();
    expect(await screen.findByRole("link", { name: "Enter their last name" })).toBeInTheDocument();
    await user.type(screen.getByLabelText("Last name"), "Whitfield");
    await typeDate("Date of birth", ["2", "11", "1985"]);
    await next();

    await screen.findByRole("heading", { level: 1, name: "The job" });
    await typeDate("First day of work", ["15", "6", "2026"]);
    await next();
    await screen.findByRole("heading", { level: 1, name: "Tax and National Insurance" });
    await user.click(screen.getByLabelText("Starter checklist, statement C"));
    await expectNoAxeViolations();
    await next();
    await screen.findByRole("heading", { level: 1, name: "Student loans and pension" });
    await user.click(screen.getByLabelText("Student loan plan 2"));
    await next();

    await screen.findByRole("heading", { level: 1, name: "Family and household" });
    await user.click(within(screen.getByRole("group", { name: "Do they live with Amara?" })).getByLabelText("Yes"));
    await user.click(within(screen.getByRole("group", { name: "Are they Amara's family or a friend?" })).getByLabelText("Yes"));
    expect(screen.getByText("The funder must agree first")).toBeInTheDocument();
    await next();

    await screen.findByRole("heading", { level: 1, name: "What are they paid?" });
    await next();
    expect(await screen.findByText("Enter at least one rate of pay")).toBeInTheDocument();
    await user.type(screen.getByLabelText("Weekday, an hour (optional)"), "14");
    await next();
    await screen.findByRole("heading", { level: 1, name: "Where do wages go?" });
    await next();

    await screen.findByRole("heading", { level: 1, name: "Check your answers" });
    expect(await screen.findByText(/^BR\. Statement C/)).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Add Lena" }));
    await screen.findByRole("heading", { level: 1, name: "Lena Whitfield" });
    expect(screen.getByRole("status")).toHaveTextContent("The funder must agree in writing");

    const lena = (await app.value("employment.listAssistants", {})).find(({ engagement }) => engagement.person.firstName === "Lena");
    const record = await app.value("employment.getAssistant", { id: lena?.engagement.id ?? "" });
    expect(record).toMatchObject({
      rates: [{ kind: "Weekday", ratePence: 1400 }],
      loanNotices: [{ kind: "plan2" }],
      current: { taxSetting: { taxCode: "BR" }, nationalInsuranceSetting: { category: "A" } },
    });
  }, 60_000);
});

describe("one person's page", () => {
  it("shows every part without an accessibility problem", async () => {
    await showFor(({ assistants }) => `/people/${assistants.priya}`);
    const { user, screen } = shown;
    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    for (const tab of ["Overview", "Pay", "Tax, loans and pension", "Job and contact", "Checks"]) {
      await user.click(screen.getByRole("tab", { name: tab }));
      expect(screen.getByRole("tabpanel", { name: tab })).toBeInTheDocument();
      await expectNoAxeViolations();
    }
  });

  it("changes a rate from a day on", async () => {
    const { household } = await showFor(({ assistants }) => `/people/${assistants.priya}/change/rate`);
    const { user, screen, app } = shown;
    await user.selectOptions(await screen.findByLabelText("Kind of time"), "Weekday, an hour");
    await user.type(screen.getByLabelText("New rate"), "£14.25");
    await user.type(within(screen.getByRole("group", { name: "From" })).getByLabelText("Day"), "1 july");
    await user.tab();
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    const { payRates } = await app.value("employment.getAssistant", { id: household.assistants.priya });
    expect(payRates[0]).toMatchObject({ ratePence: 1425, fromOn: "2026-07-01" });
  });

  it("shows what is wrong with a tax code on its field", async () => {
    await showFor(({ assistants }) => `/people/${assistants.priya}/change/tax`);
    const { user, screen } = shown;
    await user.type(await screen.findByLabelText("Tax code"), "hello");
    await user.type(within(screen.getByRole("group", { name: "From" })).getByLabelText("Day"), "today");
    await user.tab();
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect((await screen.findAllByText(/A tax code is numbers and a letter/)).length).toBeGreaterThan(0);
    expect(screen.getByLabelText("Tax code")).toHaveAttribute("aria-invalid", "true");
    await expectNoAxeViolations();
  });

  it.each(["details", "nationalInsurance", "pension", "loan", "bank", "check", "permission", "end"])(
    "shows the form %s without an accessibility problem",
    async (what) => {
      await showFor(({ assistants }) => `/people/${assistants.priya}/change/${what}`);
      expect(await shown.screen.findByRole("button", { name: /^Save/ })).toBeInTheDocument();
      await expectNoAxeViolations();
    },
  );
});
