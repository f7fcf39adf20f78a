import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findUnbalancedJournals, listPostings, sumPostings } from "../../../electron/db/repositories/ledgerRepository.ts";
import type { Minutes, TimeOfDay } from "../../../shared/core/minutes.ts";
import { pence } from "../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
let household: GivenHousehold;

beforeEach(async () => {
  app = startTestApp({ today: "2026-05-05" });
  household = await givenHousehold(app);
});
afterEach(() => app.close());

const firstPeriod = { periodFrom: plainDate("2026-04-06"), periodTo: plainDate("2026-05-03"), payday: plainDate("2026-05-08") };

async function worked(
  engagementId: string,
  on: string,
  start: string,
  end: string,
  change: { kindOfTimeId?: string; planLineId?: string; awakeMinutes?: number } = {},
) {
  await app.value("time.saveWorkedShift", {
    engagementId,
    onDate: plainDate(on),
    start: start as TimeOfDay,
    end: end as TimeOfDay,
    kindOfTimeId: change.kindOfTimeId ?? household.kindOfTimeIds.weekday,
    planLineId: change.planLineId ?? household.planLineIds.daySupport,
    awakeMinutes: (change.awakeMinutes ?? 0) as Minutes,
  });
}

async function confirmWeek(engagementId: string, weekFrom: string) {
  const { rows } = await app.value("time.week", { weekFrom: plainDate(weekFrom) });
  const id = rows.find((row) => row.engagementId === engagementId)?.timesheet?.id;
  if (!id) throw new Error(`There is no timesheet for the week of ${weekFrom}`);
  await app.value("time.confirmTimesheet", { id });
}

/** Priya works 24 hours in the first week by day and one sleep-in with an hour awake; Tom works 8 hours in the second week. */
async function givenConfirmedTime() {
  const { priya, tom } = household.assistants;
  for (const day of ["2026-04-07", "2026-04-08", "2026-04-09"]) await worked(priya, day, "09:00", "17:00");
  const night = { kindOfTimeId: household.kindOfTimeIds.sleepIn, planLineId: household.planLineIds.nightSupport, awakeMinutes: 60 };
  await worked(priya, "2026-04-10", "22:00", "06:00", night);
  await worked(tom, "2026-04-14", "09:00", "17:00");
  await confirmWeek(priya, "2026-04-06");
  await confirmWeek(tom, "2026-04-13");
}

async function finishFirstRun() {
  const run = await app.value("pay.startRun", firstPeriod);
  return app.value("pay.finishRun", { payRunId: run.id });
}

describe("the next pay period", () => {
  it("is the employer's first one until somebody was paid, then the one after", async () => {
    expect(await app.value("pay.suggestNextPeriod", {})).toEqual({ ...firstPeriod, hasRates: true });
    await givenConfirmedTime();
    await finishFirstRun();
    expect(await app.value("pay.suggestNextPeriod", {})).toMatchObject({ periodFrom: "2026-05-04", periodTo: "2026-05-31", payday: "2026-06-05" });
  });
});

describe("a pay run before it is finished", () => {
  it("works everybody out from confirmed time and keeps nothing", async () => {
    await givenConfirmedTime();
    const preview = await app.value("pay.previewRun", { period: firstPeriod });
    const priya = preview.people.find((person) => person.name === "Priya Nair");
    expect(priya?.payslip?.payLines.map(({ label, amount }) => [label, amount])).toEqual([
      ["Weekday", 326_40],
      ["Sleep-in", 60_00],
      ["Sleep-in: time awake", 13_60],
    ]);
    expect(priya?.payslip?.grossPay.amount).toBe(400_00);
    expect(priya?.minimumWage?.isMet).toBe(true);
    expect(preview.totals.grossPay).toBe(400_00 + 108_80);
    expect(preview.blockers).toEqual([]);
    expect(await app.value("pay.listRuns", {})).toEqual([]);
  });

  it("warns of weeks that nobody confirmed and leaves them out", async () => {
    await givenConfirmedTime();
    await worked(household.assistants.tom, "2026-04-21", "09:00", "13:00");
    const preview = await app.value("pay.previewRun", { period: firstPeriod });
    expect(preview.warnings).toContain("Tom Reyes: the week from 20 April 2026 is not confirmed, so it is not paid in this run.");
    expect(preview.people.find((person) => person.name === "Tom Reyes")?.payslip?.grossPay.amount).toBe(108_80);
  });

  it("is not started twice, and can be deleted", async () => {
    const run = await app.value("pay.startRun", firstPeriod);
    expect(await app.run("pay.startRun", firstPeriod)).toMatchObject({ ok: false, error: { code: "notAllowed" } });
    await app.value("pay.deleteDraft", { payRunId: run.id });
    expect(await app.value("pay.listRuns", {})).toEqual([]);
  });

  it("refuses a payday of a year without rates", async () => {
    const refused = await app.run("pay.startRun", { ...firstPeriod, payday: plainDate("2027-05-07") });
    expect(refused).toMatchObject({ ok: false, error: { code: "notAllowed", reason: expect.stringContaining("no rates for 2027-28") } });
  });

  it("takes sums put in by hand", async () => {
    await givenConfirmedTime();
    const run = await app.value("pay.startRun", firstPeriod);
    const sum = { payRunId: run.id, engagementId: household.assistants.priya };
    await app.value("pay.addToRun", { ...sum, kind: "expenses", label: "Parking", amountPence: pence(450) });
    const { id } = await app.value("pay.addToRun", { ...sum, kind: "bonus", label: "Thank you", amountPence: pence(2_000) });
    const preview = await app.value("pay.previewRun", { payRunId: run.id });
    expect(preview.people.find((person) => person.name === "Priya Nair")?.payslip).toMatchObject({
      grossPay: { amount: 420_00 },
      nonTaxable: { amount: 4_50 },
    });
    await app.value("pay.removeFromRun", { additionId: id });
    expect((await app.value("pay.previewRun", { payRunId: run.id })).totals.grossPay).toBe(508_80);
  });

  it("says what is missing when somebody has no rate for the time worked", async () => {
    await givenConfirmedTime();
    const kind = await app.value("employment.saveKindOfTime", {
      name: "Live-in day",
      paidBy: "day",
      minimumWageCounts: "all",
      isWorkingTime: true,
      defaultPlanLineId: null,
    });
    await worked(household.assistants.tom, "2026-04-22", "09:00", "13:00", { kindOfTimeId: kind.id });
    await confirmWeek(household.assistants.tom, "2026-04-20");
    const run = await app.value("pay.startRun", firstPeriod);
    const refused = await app.run("pay.finishRun", { payRunId: run.id });
    expect(refused).toMatchObject({ ok: false, error: { code: "notAllowed", reason: "This pay run is not ready to finish." } });
    expect(refused.ok === false && refused.error.code === "notAllowed" && refused.error.lines[0]).toContain(
      "There is no rate of pay for Live-in day on 22 April 2026.",
    );
  });
});

describe("finishing a pay run", () => {
  it("seals payslips, locks the run and pays each minute once", async () => {
    await givenConfirmedTime();
    const finished = await finishFirstRun();
    expect(finished.run.state).toBe("finished");
    expect(finished.payslips.map(({ name }) => name).sort()).toEqual(["Priya Nair", "Tom Reyes"]);
    expect(await app.run("pay.finishRun", { payRunId: finished.run.id })).toMatchObject({ ok: false, error: { code: "notAllowed" } });
    expect(await app.run("pay.deleteDraft", { payRunId: finished.run.id })).toMatchObject({ ok: false, error: { code: "notAllowed" } });
    expect(() => app.db.prepare("UPDATE payslip SET net_pence = 0").run()).toThrow();
    const next = await app.value("pay.previewRun", {
      period: { periodFrom: plainDate("2026-05-04"), periodTo: plainDate("2026-05-31"), payday: plainDate("2026-06-05") },
    });
    expect(next.totals.grossPay).toBe(0);
    const { rows } = await app.value("time.week", { weekFrom: plainDate("2026-04-06") });
    expect(rows.find((row) => row.engagementId === household.assistants.priya)?.timesheet?.state).toBe("paid");
  });

  it("pays time of a finished period that was confirmed late in the next run, once, and warns of it until then", async () => {
    const { tom } = household.assistants;
    const may = { periodFrom: plainDate("2026-05-04"), periodTo: plainDate("2026-05-31"), payday: plainDate("2026-06-05") };
    const june = { periodFrom: plainDate("2026-06-01"), periodTo: plainDate("2026-06-28"), payday: plainDate("2026-07-03") };
    await givenConfirmedTime();
    await worked(tom, "2026-04-21", "09:00", "13:00");
    const first = await finishFirstRun();
    const late = "Tom Reyes: the week from 20 April 2026 is not confirmed, so it is not paid in this run.";
    expect((await app.value("pay.previewRun", { period: may })).warnings).toContain(late);

    await confirmWeek(tom, "2026-04-20");
    app.setToday("2026-06-02");
    const run = await app.value("pay.startRun", may);
    const second = await app.value("pay.finishRun", { payRunId: run.id });
    expect((await app.value("pay.previewRun", { period: june })).warnings).not.toContain(late);
    expect(second.totals.minutesWorked).toBe(4 * 60);
    expect(second.totals.grossPay).toBe(54_40);
    expect(first.totals.grossPay).toBe(508_80);
    expect((await app.value("pay.previewRun", { period: june })).totals.grossPay).toBe(0);
  });

  it("leaves the days of a week after the period's end for the next run", async () => {
    const { tom } = household.assistants;
    const short = { periodFrom: plainDate("2026-04-06"), periodTo: plainDate("2026-04-15"), payday: plainDate("2026-04-17") };
    const rest = { periodFrom: plainDate("2026-04-16"), periodTo: plainDate("2026-05-03"), payday: plainDate("2026-05-08") };
    await worked(tom, "2026-04-14", "09:00", "17:00");
    await worked(tom, "2026-04-15", "22:00", "06:00");
    await worked(tom, "2026-04-16", "09:00", "12:00");
    await confirmWeek(tom, "2026-04-13");
    const run = await app.value("pay.startRun", short);
    const cut = await app.value("pay.finishRun", { payRunId: run.id });
    expect(cut.totals.minutesWorked).toBe(16 * 60);
    expect((await app.value("pay.previewRun", { period: rest })).totals.minutesWorked).toBe(3 * 60);
    const { rows } = await app.value("time.week", { weekFrom: plainDate("2026-04-13") });
    const timesheet = rows.find((row) => row.engagementId === tom)?.timesheet;
    expect(timesheet?.state).toBe("confirmed");
    const reopened = await app.run("time.reopenTimesheet", { id: timesheet?.id ?? "", reason: "A wrong end" });
    expect(reopened).toMatchObject({ ok: false, error: { code: "notAllowed" } });
  });

  it("posts balanced journals: spending by plan line against wages, HMRC and pension due", async () => {
    await givenConfirmedTime();
    const { run, totals, dues } = await finishFirstRun();
    expect(findUnbalancedJournals(app.db)).toEqual([]);
    expect(sumPostings(app.db, { account: "wagesDue" })).toBe(-totals.netPay);
    expect(sumPostings(app.db, { account: "hmrcDue" })).toBe(dues.hmrc.amount === 0 ? 0 : -dues.hmrc.amount);
    const spent = (planLineId: string) => sumPostings(app.db, { account: "spending", planLineId });
    expect(spent(household.planLineIds.daySupport) + spent(household.planLineIds.nightSupport)).toBe(sumPostings(app.db, { account: "spending" }));
    expect(spent(household.planLineIds.nightSupport)).toBe(73_60);
    expect(listPostings(app.db, { payRunId: run.id, account: "wagesDue" }).every(({ dueOn }) => dueOn === "2026-05-08")).toBe(true);
  });

  it("lets Employment Allowance pay the employer's National Insurance, in a journal of its own", async () => {
    await givenConfirmedTime();
    const { totals, dues, run } = await finishFirstRun();
    expect(totals.employerNationalInsurance).toBe(2_25);
    expect(dues.employmentAllowance?.amount).toBe(2_25);
    const journals = listPostings(app.db, { payRunId: run.id }).filter(({ event }) => event === "employmentAllowance");
    expect(journals.map(({ account, amountPence }) => [account, amountPence])).toContainEqual(["hmrcDue", 2_25]);
    expect(journals.reduce((sum, { amountPence }) => sum + amountPence, 0)).toBe(0);
  });

  it("carries the year to date from sealed payslips into the next one", async () => {
    await givenConfirmedTime();
    await finishFirstRun();
    app.setToday("2026-06-02");
    for (const day of ["2026-05-05", "2026-05-06"]) await worked(household.assistants.priya, day, "09:00", "17:00");
    await confirmWeek(household.assistants.priya, "2026-05-04");
    const preview = await app.value("pay.previewRun", {
      period: { periodFrom: plainDate("2026-05-04"), periodTo: plainDate("2026-05-31"), payday: plainDate("2026-06-05") },
    });
    const slip = preview.people.find((person) => person.name === "Priya Nair")?.payslip;
    expect(slip?.taxPeriod.number).toBe(12);
    expect(slip?.yearToDate.grossPay).toBe(400_00 + 217_60);
  });

  it("builds up holiday for irregular hours", async () => {
    await givenConfirmedTime();
    const { run } = await finishFirstRun();
    const rows = app.db.prepare("SELECT minutes FROM leave_movement WHERE pay_run_id = ? ORDER BY minutes DESC").all(run.id);
    // 12.07% of 32 hours are 3.86 hours, rounded 4; of 8 hours 0.97, rounded 1. The exact totals are lower.
    expect(rows).toEqual([{ minutes: 240 }, { minutes: 60 }]);
  });

  it("pays statutory sick pay from the first day of sickness, shared over usual working days", async () => {
    await givenConfirmedTime();
    await app.value("time.recordAbsence", {
      engagementId: household.assistants.priya,
      kind: "sickness",
      fromOn: plainDate("2026-04-20"),
      toOn: plainDate("2026-04-21"),
    });
    const preview = await app.value("pay.previewRun", { period: firstPeriod });
    const sick = preview.people.find((person) => person.name === "Priya Nair")?.payslip?.payLines.find((line) => line.kind === "statutorySickPay");
    expect(sick).toMatchObject({ units: 2, amount: 49_30, label: "Statutory Sick Pay" });
  });
});

describe("after a pay run", () => {
  it("gives HMRC's figures in the order Basic PAYE Tools asks for them", async () => {
    await givenConfirmedTime();
    const { run } = await finishFirstRun();
    const [priya] = await app.value("pay.hmrcFigures", { payRunId: run.id });
    const labels = priya?.figures.map(({ item }) => item);
    expect(labels?.slice(0, 6)).toEqual(["43", "44", "48", "42", "54", "58"]);
    expect(priya?.figures.find(({ item }) => item === "58")).toMatchObject({ value: "400.00", yearToDate: "400.00" });
    expect(priya?.figures.find(({ item }) => item === "86A")).toMatchObject({ value: "2.25" });
  });

  it("says what to pay whom and by when, and drops what is paid", async () => {
    await givenConfirmedTime();
    const { totals } = await finishFirstRun();
    const due = await app.value("pay.paymentsDue", {});
    expect(due.map(({ kind, payTo, left, dueOn }) => ({ kind, payTo, left, dueOn }))).toEqual([
      { kind: "wages", payTo: "Priya Nair", left: 400_00, dueOn: "2026-05-08" },
      { kind: "wages", payTo: "Tom Reyes", left: 108_80, dueOn: "2026-05-08" },
    ]);
    expect(totals.netPay).toBe(508_80);
  });

  it("keeps a month or quarter with HMRC as form P32 has it", async () => {
    await givenConfirmedTime();
    await finishFirstRun();
    const [quarter] = await app.value("pay.hmrcMonths", {});
    expect(quarter).toMatchObject({
      taxYear: "2026-27",
      firstTaxMonth: 1,
      lastTaxMonth: 3,
      from: "2026-04-06",
      to: "2026-07-05",
      dueOn: "2026-07-22",
      reference: "123PA000123452703",
    });
    expect(quarter?.due.amount).toBe(0);
    expect(quarter?.due.lines.map(({ amount }) => amount)).toEqual([0, 0, 2_25, -2_25]);
  });

  it("shows a sealed payslip again exactly as it was, whatever changes later", async () => {
    await givenConfirmedTime();
    const { payslips } = await finishFirstRun();
    const first = payslips[0];
    if (!first) throw new Error("There is no payslip");
    await app.value("employment.changeTaxCode", {
      engagementId: first.engagementId,
      fromOn: addDays(firstPeriod.payday, 1),
      taxCode: "BR",
      source: "Letter from HMRC",
    });
    expect((await app.value("pay.getPayslip", { payslipId: first.id })).result).toEqual(first.result);
  });
});
