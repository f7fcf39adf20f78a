import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findUnbalancedJournals, sumPostings } from "../../../electron/db/repositories/ledgerRepository.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenPay, givenPay, slipOf } from "./givenPay.ts";

let given: GivenPay;
beforeEach(async () => {
  given = await givenPay();
});
afterEach(() => given.app.close());

describe("an extra pay run in the same earnings period", () => {
  // 80 hours at £13.60 are £1,088.00: National Insurance (1,088 − 967) × 8% = 9.68, employer's (1,088 − 385) × 15% = 105.45.
  // With a bonus of £500.00 the period has £1,588.00: (1,588 − 967) × 8% = 49.68 and (1,588 − 385) × 15% = 180.45.
  it("works National Insurance out on all the pay of the period, less what was taken", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const first = await given.run(1);
    expect(slipOf(first, priya)?.employeeNationalInsurance.amount).toBe(9_68);
    const extra = await app.value("pay.startRun", { ...given.period(1), payday: plainDate("2026-05-12"), kind: "extra" });
    await app.value("pay.addToRun", { payRunId: extra.id, engagementId: priya, kind: "bonus", label: "Thank you", amountPence: pence(500_00) });
    const second = await given.finish(extra.id);
    const slip = slipOf(second, priya);
    expect(slip?.employeeNationalInsurance.amount).toBe(49_68 - 9_68);
    expect(slip?.employerNationalInsurance.amount).toBe(180_45 - 105_45);
    expect(slip?.yearToDate.grossPay).toBe(1_588_00);
    expect(slip?.yearToDate.nationalInsurance).toMatchObject([{ category: "A", grossEarnings: 1_588_00, employeeContributions: 49_68 }]);
    expect(second.payslips.map(({ name }) => name)).toEqual(["Priya Nair"]);
  });

  it("pays confirmed time only of the people chosen for it", async () => {
    const { app, priya, tom } = given;
    await given.works(priya, "2026-04-13", 1, 1);
    await given.works(tom, "2026-04-13", 1, 2);
    const extra = await app.value("pay.startRun", { ...given.period(1), kind: "extra", engagementIds: [tom] });
    const preview = await app.value("pay.previewRun", { payRunId: extra.id });
    expect(preview.people.map(({ name, payslip }) => [name, payslip?.grossPay.amount])).toEqual([["Tom Reyes", 217_60]]);
    await given.finish(extra.id);
    // The regular run pays the rest, and looks at what the extra run took.
    const regular = await given.run(1);
    expect(regular.payslips.map(({ name, result }) => [name, result.grossPay.amount])).toEqual([
      ["Priya Nair", 108_80],
      ["Tom Reyes", 0],
    ]);
  });

  it("chooses a person later, and keeps what is typed about them for HMRC", async () => {
    const { app, tom } = given;
    await given.works(tom, "2026-04-13", 1, 2);
    const extra = await app.value("pay.startRun", { ...given.period(1), kind: "extra" });
    expect((await app.value("pay.previewRun", { payRunId: extra.id })).blockers).toEqual(["Nobody is to be paid in this period."]);
    await app.value("pay.setRunPerson", { payRunId: extra.id, engagementId: tom, isChosen: true, periodsCovered: 2, lateReason: "G" });
    expect(await app.value("pay.listRunPeople", { payRunId: extra.id })).toEqual([
      {
        engagementId: tom,
        isChosen: true,
        afterLeaving: null,
        periodsCovered: 2,
        wasOnStrike: false,
        hadUnpaidAbsence: false,
        isToNonIndividual: false,
        lateReason: "G",
      },
    ]);
    expect((await app.value("pay.previewRun", { payRunId: extra.id })).totals.grossPay).toBe(217_60);
    const regular = await app.run("pay.startRun", { ...given.period(1), engagementIds: [tom] });
    expect(regular).toMatchObject({ ok: false, error: { reason: "Only an extra pay run is for some people alone." } });
  });
});

describe("a payment for more than one pay period", () => {
  it("counts the thresholds of each period for National Insurance, as HMRC is told", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const run = await app.value("pay.startRun", given.period(1));
    await app.value("pay.setRunPerson", { payRunId: run.id, engagementId: priya, isChosen: false, periodsCovered: 2 });
    // £1,088.00 is £544.00 for each four weeks, under £967.00: nothing from the employee (for one period (1,088 − 967) × 8% = 9.68).
    // Employer (544 − 385) × 15% = 23.85, twice.
    const slip = slipOf(await given.finish(run.id), priya);
    expect([slip?.employeeNationalInsurance.amount, slip?.employerNationalInsurance.amount]).toEqual([0, 47_70]);
  });
});

describe("a correction of a sealed payslip", () => {
  it("shows what wrong hours come to and puts the difference into a correction run, dated", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const first = await given.run(1);
    const sealed = first.payslips.find(({ engagementId }) => engagementId === priya);
    if (!sealed) throw new Error("There is no payslip");
    app.setToday("2026-05-11");
    // 84 hours in place of 80: four more at £13.60 are £54.40.
    const wrong = { payslipId: sealed.id, reason: "Four hours on 10 April were left out", facts: { lines: [{ index: 0, minutes: 5_040 as never }] } };
    const preview = await app.value("pay.previewCorrection", wrong);
    expect(preview.figures).toContainEqual({ name: "Gross pay", sealed: 1_088_00, recomputed: 1_142_40, difference: 54_40 });
    // National Insurance on 54.40 at 8% is 4.35; no tax up to week 8.
    expect(preview.netDifference.amount).toBe(54_40 - 4_35);
    expect(preview).toMatchObject({ how: "laterRun", adjustment: { label: "Correction for 8 May 2026", amount: 54_40 } });
    const noRun = await app.run("pay.correctPayslip", wrong);
    expect(noRun).toMatchObject({ ok: false, error: { reason: "Say which pay run pays the difference." } });

    const run = await app.value("pay.startRun", {
      ...given.period(1),
      payday: plainDate("2026-05-15"),
      kind: "correction",
      correctsPayRunId: first.run.id,
    });
    await app.value("pay.correctPayslip", { ...wrong, payRunId: run.id });
    const corrected = await given.finish(run.id);
    const slip = slipOf(corrected, priya);
    expect(slip?.payLines.map(({ kind, amount }) => [kind, amount])).toEqual([["adjustment", 54_40]]);
    // The pay of 15 May is in tax week 6, so in the earnings period of week 8: National Insurance comes out as if it had been paid at once.
    expect(slip?.employeeNationalInsurance.amount).toBe(4_35);
    expect(slip?.yearToDate.grossPay).toBe(1_142_40);
    expect((await app.value("pay.getPayslip", { payslipId: sealed.id })).result).toEqual(sealed.result);
    expect(await app.value("pay.listCorrections", { payslipId: sealed.id })).toMatchObject([
      { madeOn: "2026-05-11", reason: "Four hours on 10 April were left out", how: "laterRun", payRunId: run.id, correctsPayday: "2026-05-08" },
    ]);
    expect(findUnbalancedJournals(app.db)).toEqual([]);
    const twice = await app.run("pay.previewCorrection", wrong);
    expect(twice).toMatchObject({ ok: false, error: { reason: "This payslip was corrected before." } });
  });

  it("goes away with the draft it was put into, and with its sum", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const first = await given.run(1);
    const payslipId = first.payslips.find(({ engagementId }) => engagementId === priya)?.id ?? "";
    app.setToday("2026-05-11");
    const wrong = { payslipId, reason: "Wrong rate", facts: { lines: [{ index: 0, ratePence: pence(14_00) }] } };
    const draft = await given.start(2);
    await app.value("pay.correctPayslip", { ...wrong, payRunId: draft });
    const [addition] = (await app.value("pay.previewRun", { payRunId: draft })).people.flatMap(({ additions }) => additions);
    // 80 hours at 40p more.
    expect(addition).toMatchObject({ kind: "correction", amountPence: 32_00, label: "Correction for 8 May 2026" });
    await app.value("pay.removeFromRun", { additionId: addition?.id ?? "" });
    expect(await app.value("pay.listCorrections", {})).toEqual([]);
    await app.value("pay.correctPayslip", { ...wrong, payRunId: draft });
    await app.value("pay.deleteDraft", { payRunId: draft });
    expect(await app.value("pay.listCorrections", {})).toEqual([]);
  });

  it("needs no pay line for a wrong tax code: the next payday puts it right", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 4);
    const first = await given.run(1);
    const payslipId = first.payslips.find(({ engagementId }) => engagementId === priya)?.id ?? "";
    app.setToday("2026-05-11");
    const { id: _id, ...made } = await app.value("pay.correctPayslip", { payslipId, reason: "The code was BR", facts: { taxCode: "BR" } });
    // 2,176 × 20% = 435.20 in place of 48.00.
    expect(made).toMatchObject({
      adjustment: null,
      netDifference: { amount: -387_20 },
      whatToDo: ["The next payday puts the tax right by itself: it compares with the tax really taken."],
    });
    expect(made.figures).toEqual([{ name: "Income tax", sealed: 48_00, recomputed: 435_20, difference: 387_20 }]);
  });

  it("says when nothing differs, and names a line that is not there", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const first = await given.run(1);
    const payslipId = first.payslips.find(({ engagementId }) => engagementId === priya)?.id ?? "";
    app.setToday("2026-05-11");
    const same = await app.run("pay.correctPayslip", { payslipId, reason: "None", facts: { lines: [{ index: 0, minutes: 4_800 as never }] } });
    expect(same).toMatchObject({ ok: false, error: { reason: "With these facts the payslip comes out the same, so there is nothing to correct." } });
    const gone = await app.run("pay.previewCorrection", { payslipId, reason: "None", facts: { lines: [{ index: 7 }] } });
    expect(gone).toMatchObject({ ok: false, error: { fields: { "facts.lines.0.index": "The payslip has no such line" } } });
    const early = await app.run("pay.startRun", {
      ...given.period(1),
      payday: plainDate("2026-05-07"),
      kind: "correction",
      correctsPayRunId: first.run.id,
    });
    expect(early).toMatchObject({ ok: false, error: { fields: { payday: "Choose 8 May 2026, the payday that is put right, or later" } } });
  });

  it("restates a closed year and settles the difference in the books of the day it is made", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 4);
    const first = await given.run(1);
    const payslipId = first.payslips.find(({ engagementId }) => engagementId === priya)?.id ?? "";
    app.setToday("2027-04-20");
    const before = { wages: sumPostings(app.db, { account: "wagesDue" }), hmrc: sumPostings(app.db, { account: "hmrcDue" }) };
    const made = await app.value("pay.correctPayslip", { payslipId, reason: "The code was BR", facts: { taxCode: "BR" } });
    expect(made.how).toBe("closedYear");
    expect(sumPostings(app.db, { account: "hmrcDue" }) - before.hmrc).toBe(-387_20);
    expect(sumPostings(app.db, { account: "wagesDue" }) - before.wages).toBe(387_20);
    const figures = await app.value("pay.closedYearFigures", { engagementId: priya, taxYear: "2026-27" });
    expect([figures.asSealed.incomeTax, figures.corrected.incomeTax]).toEqual([48_00, 435_20]);
    expect(figures.figures.find(({ item }) => item === "68")?.yearToDate).toBe("435.20");
    expect(findUnbalancedJournals(app.db)).toEqual([]);
  });
});

describe("a run taken back before its payday", () => {
  it("frees its time, reverses its journals and counts nowhere, so that the period can be paid again", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const first = await given.run(1);
    app.setToday("2026-05-07");
    const taken = await app.value("pay.withdrawRun", { payRunId: first.run.id, reason: "The wrong rate" });
    expect(taken.withdrawnOn).toBe("2026-05-07");
    for (const account of ["wagesDue", "hmrcDue", "spending"] as const) expect(sumPostings(app.db, { account })).toBe(0);
    expect(await app.value("pay.paymentsDue", {})).toEqual([]);
    expect(await app.value("pay.hmrcMonths", {})).toEqual([]);
    expect(app.db.prepare("SELECT COUNT(*) AS count FROM leave_movement").get()).toEqual({ count: 0 });
    expect(await app.value("pay.suggestNextPeriod", {})).toMatchObject(given.period(1));
    const again = await given.finish(await given.start(1));
    expect(slipOf(again, priya)?.yearToDate.grossPay).toBe(1_088_00);
    expect(again.dues.employmentAllowance?.amount).toBe(first.dues.employmentAllowance?.amount);
    expect(findUnbalancedJournals(app.db)).toEqual([]);
  });

  it("is refused on the payday, and before a later run that builds on it", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const first = await given.run(1);
    app.setToday("2026-05-08");
    expect(await app.run("pay.withdrawRun", { payRunId: first.run.id, reason: "Late" })).toMatchObject({
      ok: false,
      error: { reason: "The payday was 8 May 2026, so this run stays." },
    });
    app.setToday("2026-05-06");
    await app.value("pay.finishRun", { payRunId: await given.start(2) });
    expect(await app.run("pay.withdrawRun", { payRunId: first.run.id, reason: "Early" })).toMatchObject({
      ok: false,
      error: { reason: "The pay run of 5 June 2026 was finished after this one and builds on it." },
    });
    expect(await app.run("pay.withdrawRun", { payRunId: await given.start(3), reason: "Draft" })).toMatchObject({
      ok: false,
      error: { reason: "Only a finished pay run can be taken back." },
    });
  });
});
