import { afterEach, expect, it } from "vitest";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
afterEach(() => shown.app.close());

const today = "2026-05-08";

it("shows what is done, and one button for what comes next", async () => {
  shown = await renderApp({ today, path: "/setup" });
  expect(await shown.screen.findByRole("link", { name: "Say who is who" })).toHaveAttribute("href", "#/setup/person");
  await expectNoAxeViolations();
});

it("goes from who the budget is for to the budget, saving every page", async () => {
  shown = await renderApp({ today, path: "/setup/person" });
  const { user, screen, app } = shown;
  await user.type(await screen.findByLabelText("First name"), "Amara");
  await user.type(screen.getByLabelText("Last name"), "Okafor");
  await user.click(screen.getByRole("button", { name: "Save and continue" }));

  await screen.findByRole("heading", { level: 1, name: "Who holds the budget?" });
  await user.click(await screen.findByLabelText("A nominee"));
  await user.type(screen.getByLabelText("First name"), "Grace");
  await user.type(screen.getByLabelText("Last name"), "Okafor");
  await user.click(screen.getByRole("button", { name: "Save and continue" }));
  expect(await screen.findByRole("link", { name: "Choose what lets them hold the budget" })).toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText("What lets them hold it?"), "Nomination letter");
  await expectNoAxeViolations();
  await user.click(screen.getByRole("button", { name: "Save and continue" }));

  await screen.findByRole("heading", { level: 1, name: "Who are you?" });
  await user.click(await screen.findByLabelText("Grace Okafor, who holds the budget"));
  await user.click(screen.getByRole("button", { name: "Save and continue" }));
  await screen.findByRole("heading", { level: 1, name: "Amara's budget" });

  expect(await app.value("people.getHousehold", {})).toMatchObject({
    holderKind: "nominee",
    holderAuthority: "Nomination letter",
    atTheKeyboard: { firstName: "Grace" },
  });
});

it("says how far the shares are from 100 %, and keeps what was typed", async () => {
  shown = await renderApp({ today, path: "/setup/funders", given: givenHousehold });
  const { user, screen } = shown;
  const [first] = await screen.findAllByLabelText("Share in per cent");
  if (!first) throw new Error("no share");
  await user.clear(first);
  await user.type(first, "60");
  await user.click(screen.getByRole("button", { name: "Save and continue" }));
  expect(await screen.findByText("The shares add up to 90%. They must make 100%: add 10%")).toBeInTheDocument();
  expect(first).toHaveValue("60");
  await expectNoAxeViolations();
});

it("adds a budget line to the plan from a day on, with the reason", async () => {
  shown = await renderApp({ today, path: "/setup/plan", given: givenHousehold });
  const { user, screen, app } = shown;
  await user.click(await screen.findByRole("button", { name: "Add another line" }));
  const names = screen.getAllByLabelText("Name");
  await user.type(names.at(-1) as HTMLElement, "Training");
  await user.selectOptions(screen.getAllByLabelText("Kind of spending").at(-1) as HTMLElement, "training");
  await user.click(screen.getAllByLabelText("A regular sum").at(-1) as HTMLElement);
  await user.type(screen.getAllByLabelText("Amount").at(-1) as HTMLElement, "£1,200");
  await user.selectOptions(screen.getAllByLabelText("How often?").at(-1) as HTMLElement, "yearly");
  await user.type(screen.getByLabelText("Why did it change?"), "Agreed by e-mail");
  await user.click(screen.getByRole("button", { name: "Save and continue" }));

  await screen.findByRole("heading", { level: 1, name: "When do you pay wages?" });
  const lines = await app.value("people.listPlanLines", {});
  expect(lines.at(-1)).toMatchObject({ name: "Training", amountPence: 120_000, frequency: "yearly", reason: "Agreed by e-mail" });
});

it("adds an insurance policy, or goes on when there is none yet", async () => {
  shown = await renderApp({ today, path: "/setup/insurance" });
  const { user, screen, app } = shown;
  await user.type(await screen.findByLabelText("Insurer (optional)"), "Example Mutual");
  await user.click(screen.getByRole("button", { name: "Save and continue" }));
  expect(await screen.findByRole("link", { name: "Enter the policy number" })).toBeInTheDocument();
  expect((await app.value("employment.getEmployer", {})).insurancePolicies).toEqual([]);
  await user.clear(screen.getByLabelText("Insurer (optional)"));
  await user.click(screen.getByRole("button", { name: "Save and continue" }));
  await screen.findByRole("heading", { level: 1, name: "Check your answers" });
});

it("shows every answer to check, with no problem for screen readers", async () => {
  shown = await renderApp({ today, path: "/setup/check", given: givenHousehold });
  const { screen } = shown;
  expect(await screen.findByText("PHB-0417")).toBeInTheDocument();
  expect(await screen.findByText("30 h a week at £15.80 an hour")).toBeInTheDocument();
  expect(await screen.findByText("70%. £2,800.00 every 4 weeks from 2 April 2026")).toBeInTheDocument();
  await expectNoAxeViolations();
});

it.each(["person", "holder", "you", "budget", "payments", "outcomes", "employer", "hmrc", "insurance"])(
  "shows the page %s without an accessibility problem",
  async (step) => {
    shown = await renderApp({ today, path: `/setup/${step}`, given: givenHousehold });
    expect(await shown.screen.findByRole("button", { name: "Save and continue" })).toBeInTheDocument();
    await expectNoAxeViolations();
  },
);
