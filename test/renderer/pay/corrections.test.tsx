import { within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { FinishedPayRun } from "../../../shared/contract/payAnswers.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import type { RenderedApp } from "../../support/renderApp.tsx";
import type { TestApp } from "../../support/startTestApp.ts";
import { finishFirstRun, priyaWorks, secondPeriod, showPay } from "./givenRun.ts";

let shown: RenderedApp;
afterEach(() => shown.app.close());

/** Priya worked 160 hours for £2,176.00 in the first run, paid on 8 May 2026. */
async function showFirstRun(today: string, alsoGiven?: (app: TestApp) => Promise<unknown>) {
  let finished: FinishedPayRun | undefined;
  const given = await showPay(today, async (app, household) => {
    await priyaWorks(app, household, "2026-04-06", 4);
    finished = await finishFirstRun(app);
    await alsoGiven?.(app);
  });
  shown = given.shown;
  if (!finished) throw new Error("no run");
  const payslipId = finished.payslips.find(({ engagementId }) => engagementId === given.household.assistants.priya)?.id ?? "";
  return { ...given, payRunId: finished.run.id, payslipId };
}

describe("correcting a finished payslip", () => {
  it("shows figures before and after, puts the difference into a draft, and links both payslips", async () => {
    const { payRunId, goTo } = await showFirstRun("2026-05-20", (app) => app.value("pay.startRun", secondPeriod));
    const { user, screen } = shown;
    goTo(`/pay/${payRunId}`);
    await user.click(await screen.findByRole("link", { name: "Something was wrong on Priya Nair's payslip" }));
    await screen.findByRole("heading", { level: 1, name: "Something was wrong" });
    await expectNoAxeViolations();
    const send = () => user.click(screen.getByRole("button", { name: "Show what it changes" }));
    await user.type(screen.getByLabelText("What was wrong?"), "Two hours on 1 May were left out");
    await send();
    expect(await screen.findByRole("link", { name: /Nothing is changed below/ })).toBeInTheDocument();
    const hours = screen.getByLabelText("Weekday: hours");
    expect(hours).toHaveValue("160");
    await user.clear(hours);
    await user.type(hours, "lots");
    await send();
    expect(await screen.findByRole("link", { name: '"lots" is not a number of hours. Write it like 7.5' })).toBeInTheDocument();
    await user.clear(hours);
    await user.type(hours, "162");
    await send();

    await screen.findByRole("heading", { level: 1, name: "What the correction comes to" });
    const table = await screen.findByRole("table", { name: "Figures before and after" });
    // 162 hours at £13.60 are £2,203.20: £27.20 more of gross pay.
    expect(within(table).getByRole("row", { name: /^Gross pay/ })).toHaveTextContent("£2,176.00£2,203.20£27.20");
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Make the correction" }));
    expect(await screen.findByRole("link", { name: "Choose where the difference goes" })).toBeInTheDocument();
    await user.click(screen.getByLabelText("Into the pay run of 5 June 2026, which is not finished yet"));
    await user.click(screen.getByRole("button", { name: "Make the correction" }));
    await screen.findByRole("heading", { level: 1, name: "Check the pay, then finish the run" });
    await user.click(await screen.findByRole("button", { name: /£27.20 why is Priya Nair's correction/ }));
    expect(await screen.findByRole("dialog")).toHaveTextContent("Two hours on 1 May were left out.");
    await user.click(screen.getByRole("button", { name: /Close/ }));

    goTo(`/pay/${payRunId}`);
    expect(await screen.findByText("Corrected on 20 May 2026")).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Something was wrong on Priya Nair's payslip" })).not.toBeInTheDocument();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("link", { name: "See the pay run with the difference" }));
    await user.click(await screen.findByRole("button", { name: "Finish pay run" }));
    await user.click(await screen.findByRole("button", { name: "Finish and lock" }));
    await user.click(await screen.findByRole("link", { name: "See that payslip of 8 May 2026" }));
    expect(await screen.findByText("Corrected on 20 May 2026")).toBeInTheDocument();
    await user.click(screen.getByRole("link", { name: "See the pay run with the difference" }));
    expect(await screen.findByRole("link", { name: "See that payslip of 8 May 2026" })).toBeInTheDocument();
  }, 90_000);

  it("starts a correction run of its own on a payday that is asked for", async () => {
    const { payslipId, goTo } = await showFirstRun("2026-05-20");
    const { user, screen, app } = shown;
    goTo(`/pay/payslip/${payslipId}/correct`);
    await user.type(await screen.findByLabelText("What was wrong?"), "The rate was too low");
    const rate = screen.getByLabelText("Weekday: rate");
    await user.clear(rate);
    await user.type(rate, "14");
    await user.click(screen.getByRole("button", { name: "Show what it changes" }));
    await user.click(await screen.findByLabelText("Into a correction run of its own"));
    await user.click(screen.getByRole("button", { name: "Make the correction" }));
    expect(await screen.findByRole("link", { name: "Enter the payday of the correction run" })).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.type(within(screen.getByRole("group", { name: "Payday of the correction run" })).getByLabelText("Day"), "29 may 2026");
    await user.tab();
    await user.click(screen.getByRole("button", { name: "Make the correction" }));
    expect(await screen.findByText("Correction run, 6 April 2026 to 3 May 2026")).toBeInTheDocument();
    const run = (await app.value("pay.listRuns", {})).find(({ kind }) => kind === "correction");
    expect(run).toMatchObject({ payday: "2026-05-29", state: "draft" });
    const [made] = await app.value("pay.listCorrections", { payslipId });
    expect(made).toMatchObject({ payRunId: run?.id, reason: "The rate was too low" });
    // 160 hours at £14.00 are £2,240.00, £64.00 more.
    expect(made?.figures.find(({ name }) => name === "Gross pay")?.difference).toBe(64_00);
  }, 90_000);

  it("starts the next regular run for the difference when none waits", async () => {
    const { payslipId, goTo } = await showFirstRun("2026-05-20");
    const { user, screen, app } = shown;
    goTo(`/pay/payslip/${payslipId}/correct`);
    await user.type(await screen.findByLabelText("What was wrong?"), "An hour was left out");
    await user.type(screen.getByLabelText("What were they? (optional)"), "Friday 1 May");
    await user.click(screen.getByRole("button", { name: "Show what it changes" }));
    expect(await screen.findByRole("link", { name: "Enter the hours left out" })).toBeInTheDocument();
    await user.type(screen.getByLabelText("Hours (optional)"), "1");
    await user.type(screen.getByLabelText("Rate an hour (optional)"), "13.60");
    await user.click(screen.getByRole("button", { name: "Show what it changes" }));
    await user.click(await screen.findByLabelText("Into the next pay run, with payday 5 June 2026"));
    await user.click(screen.getByRole("button", { name: "Make the correction" }));
    await screen.findByRole("heading", { level: 1, name: "Check the pay, then finish the run" });
    const [made] = await app.value("pay.listCorrections", { payslipId });
    const run = (await app.value("pay.listRuns", {})).find(({ state }) => state === "draft");
    expect(run).toMatchObject({ kind: "regular", payday: "2026-06-05", id: made?.payRunId });
    expect(made?.figures.find(({ name }) => name === "Gross pay")?.difference).toBe(13_60);
  }, 90_000);

  it("keeps what was typed while the person looks elsewhere", async () => {
    const { payslipId, goTo } = await showFirstRun("2026-05-20");
    const { user, screen } = shown;
    goTo(`/pay/payslip/${payslipId}/correct`);
    await user.type(await screen.findByLabelText("What was wrong?"), "Wrong code");
    await user.click(screen.getByRole("link", { name: "Leave it as it is" }));
    await screen.findByText("Finished and locked");
    goTo(`/pay/payslip/${payslipId}/correct`);
    expect(await screen.findByText("What you typed before is still here.")).toBeInTheDocument();
    expect(screen.getByLabelText("What was wrong?")).toHaveValue("Wrong code");
    await user.click(screen.getByRole("button", { name: "Start again" }));
    expect(screen.getByLabelText("What was wrong?")).toHaveValue("");
  }, 90_000);

  it("keeps a wrong tax code's correction without asking for a run, for cumulative tax puts itself right", async () => {
    const { payslipId, goTo } = await showFirstRun("2026-05-20");
    const { user, screen, app } = shown;
    goTo(`/pay/payslip/${payslipId}/correct`);
    await user.type(await screen.findByLabelText("What was wrong?"), "HMRC's notice came late");
    await user.clear(screen.getByLabelText("Tax code"));
    await user.type(screen.getByLabelText("Tax code"), "1100L");
    await user.click(screen.getByRole("button", { name: "Show what it changes" }));
    expect(await screen.findByText(/The next payday puts the tax right by itself/)).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "Keep the correction?" })).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Make the correction" }));
    expect(await screen.findByText("The next payday puts it right by itself.", { exact: false })).toBeInTheDocument();
    expect(await app.value("pay.listCorrections", { payslipId })).toMatchObject([{ payRunId: null }]);
  }, 90_000);
});

describe("taking a run back before its payday", () => {
  it("asks why, frees the time and marks the run", async () => {
    const { payRunId, goTo } = await showFirstRun("2026-05-05");
    const { user, screen, app } = shown;
    goTo(`/pay/${payRunId}`);
    await user.click(await screen.findByRole("button", { name: "Take this run back" }));
    await user.click(await screen.findByRole("button", { name: "Take it back" }));
    expect(await screen.findByRole("link", { name: "Say why" })).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.type(screen.getByLabelText("Why?"), "A week was wrong");
    await user.click(screen.getByRole("button", { name: "Take it back" }));
    expect(await screen.findByText("Taken back")).toBeInTheDocument();
    expect((await app.value("pay.listRuns", {}))[0]).toMatchObject({ withdrawnOn: "2026-05-05" });
    goTo(`/pay/${payRunId}`);
    expect(await screen.findByText("This run was taken back on 5 May 2026")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Take this run back" })).not.toBeInTheDocument();
    await expectNoAxeViolations();
  }, 90_000);

  it("is not offered on the payday or later", async () => {
    const { payRunId, goTo } = await showFirstRun("2026-05-08");
    goTo(`/pay/${payRunId}`);
    await shown.screen.findByText("Finished and locked");
    expect(shown.screen.queryByRole("button", { name: "Take this run back" })).not.toBeInTheDocument();
  }, 90_000);
});
