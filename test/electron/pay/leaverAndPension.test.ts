import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenPay, givenPay, slipOf } from "./givenPay.ts";

let given: GivenPay;
beforeEach(async () => {
  given = await givenPay();
});
afterEach(() => given.app.close());

describe("somebody who leaves", () => {
  const endOn = plainDate("2026-05-20");
  async function leaves() {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 4, 3);
    await given.run(1);
    await given.works(priya, "2026-05-04", 2, 3);
    app.setToday("2026-05-20");
    await app.value("employment.endEngagement", { id: priya, endOn, reason: "Redundant" });
    return given.start(2);
  }

  it("is suggested notice pay and holiday in lieu, each with its reasons, and is paid what was chosen", async () => {
    const { app, priya } = given;
    const payRunId = await leaves();
    const notice = { givenOn: plainDate("2026-05-20"), givenBy: "employer" as const, contractWeeks: 4 };
    const asked = { payRunId, engagementId: priya, notice, isRedundancy: true };
    const { lines, notes } = await app.value("pay.suggestFinalPay", asked);
    // Holiday built up: 96 hours × 12.07% are 11.59, rounded 12; 48 hours now are 5.79, rounded 6. The exact total is 17 h 23 min, the rounded one 18 hours,
    // and the higher counts: 18 hours at £13.60 are 244.80.
    // A week's pay: four weeks at 326.40 in the first period, and 652.80 over the four weeks of the second, 163.20 each: 244.80; four weeks are 979.20.
    expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["holidayPay", 244_80],
      ["noticePay", 979_20],
    ]);
    expect(notes.join(" ")).toContain("It takes 2 whole years in the job. There are 1.");
    await app.value("pay.addFinalPay", { ...asked, kinds: ["noticePay", "holidayPay"] });
    const finished = await given.finish(payRunId);
    const slip = slipOf(finished, priya);
    expect(slip?.grossPay.amount).toBe(652_80 + 244_80 + 979_20);
    expect(slip?.payLines.find(({ label }) => label === "Pay in lieu of notice")?.explanation.lines[0]?.text).toContain("at £244.80 a week");
  });

  it("gets redundancy pay free of tax and National Insurance after two years", async () => {
    const { app, priya } = given;
    app.db.prepare("UPDATE engagement SET start_on = '2023-05-01' WHERE id = ?").run(priya);
    const payRunId = await leaves();
    const asked = { payRunId, engagementId: priya, isRedundancy: true };
    const { lines } = await app.value("pay.suggestFinalPay", asked);
    // Three whole years at 36, one week of 244.80 each.
    expect(lines.find(({ kind }) => kind === "redundancy")?.amount).toBe(734_40);
    await app.value("pay.addFinalPay", { ...asked, kinds: ["redundancy"] });
    const slip = slipOf(await given.finish(payRunId), priya);
    expect(slip).toMatchObject({ grossPay: { amount: 652_80 }, nonTaxable: { amount: 734_40 } });
  });

  it("is taxed with 0T on its own after the P45, National Insurance for one week on an unexpected sum", async () => {
    const { app, priya } = given;
    await given.finish(await leaves());
    const early = await app.run("employment.recordP45", { engagementId: priya, givenOn: plainDate("2026-06-04") });
    expect(early).toMatchObject({ error: { fields: { givenOn: "Give it on or after the last payday, 5 June 2026" } } });
    await app.value("employment.recordP45", { engagementId: priya, givenOn: plainDate("2026-06-05") });
    const extra = await app.value("pay.startRun", { ...given.period(3), kind: "extra" });
    await app.value("pay.addToRun", { payRunId: extra.id, engagementId: priya, kind: "bonus", label: "Arrears", amountPence: pence(400_00) });
    const slip = slipOf(await given.finish(extra.id), priya);
    // 400 × 20% = 80.00 with no allowance; (400 − 242) × 8% = 12.64.
    expect(slip).toMatchObject({
      taxCode: "0T",
      isWeek1Month1: true,
      payFrequency: "weekly",
      incomeTax: { amount: 80_00 },
      employeeNationalInsurance: { amount: 12_64 },
    });
  });

  it("asks to end the job before final pay or a P45", async () => {
    const { app, priya } = given;
    const payRunId = await given.start(1);
    for (const answer of [
      await app.run("pay.suggestFinalPay", { payRunId, engagementId: priya }),
      await app.run("employment.recordP45", { engagementId: priya, givenOn: plainDate("2026-05-20") }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { reason: "Priya has not left.", lines: ["End the job first, with its last day."] } });
    }
  });
});

describe("the workplace pension in pay runs", () => {
  it("suggests to enrol who must be enrolled, and stops when it is confirmed", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 4);
    const suggestions = async () =>
      (await app.value("pay.previewRun", { period: given.period(1) })).people.find(({ engagementId }) => engagementId === priya)?.suggestions;
    expect(await suggestions()).toMatchObject([{ kind: "enrolPension", fromOn: "2026-04-06" }]);
    await app.value("employment.changePension", { engagementId: priya, status: "enrolled", fromOn: plainDate("2026-04-06") });
    expect(await suggestions()).toEqual([]);
  });

  it("gives contributions back after an opt-out within the month, once", async () => {
    const { app, priya } = given;
    await app.value("employment.changePension", { engagementId: priya, status: "enrolled", fromOn: plainDate("2026-05-01") });
    await given.works(priya, "2026-04-06", 4);
    const first = slipOf(await given.run(1), priya);
    // 2,176 − 480 = 1,696 counts: 5% is 84.80, four fifths of it 67.84 from pay; the employer's 3% is 50.88.
    expect([first?.employeePension.amount, first?.employerPension.amount]).toEqual([67_84, 50_88]);
    app.setToday("2026-05-20");
    const early = { engagementId: priya, noticeOn: plainDate("2026-05-20"), letterOn: plainDate("2026-05-21") };
    expect(await app.run("employment.optOutOfPension", early)).toMatchObject({
      ok: false,
      error: { reason: "Opting out is possible from 21 May 2026, when enrolment and letter are both there." },
    });
    const { warnings } = await app.value("employment.optOutOfPension", { engagementId: priya, noticeOn: plainDate("2026-05-20") });
    expect(warnings[0]).toBe("The next pay run gives back £67.84 to Priya and £50.88 to the budget.");
    const arrangements = await app.value("employment.getPayArrangements", { engagementId: priya });
    expect(arrangements.pension.refundDue).toEqual({ employee: 67_84, employer: 50_88 });
    const second = slipOf(await given.run(2), priya);
    expect([second?.employeePension.amount, second?.employerPension.amount, second?.netPay.amount]).toEqual([-67_84, -50_88, 115_84]);
    expect(second?.yearToDate).toMatchObject({ employeePension: 0, employerPension: 0 });
    expect((await app.value("employment.getPayArrangements", { engagementId: priya })).pension.refundDue).toBeNull();
    expect(slipOf(await given.run(3), priya)?.employeePension.amount).toBe(0);
  });

  it("records a notice after the month as leaving, with a warning and no refund", async () => {
    const { app, priya } = given;
    await app.value("employment.changePension", { engagementId: priya, status: "enrolled", fromOn: plainDate("2026-05-01") });
    const late = await app.value("employment.optOutOfPension", { engagementId: priya, noticeOn: plainDate("2026-06-01") });
    expect(late.warnings).toEqual([
      "The month for opting out ended on 31 May 2026, so Priya is recorded as leaving the pension: what was paid in stays there. The month begins with the letter about joining if that came later: then ask the pension scheme whether the notice counts.",
    ]);
    const { pension } = await app.value("employment.getPayArrangements", { engagementId: priya });
    expect(pension).toMatchObject({ optOuts: [], refundDue: null });
  });

  it("counts the month of opting out from the day of a letter that came after joining", async () => {
    const { app, priya } = given;
    await app.value("employment.changePension", { engagementId: priya, status: "enrolled", fromOn: plainDate("2026-05-01") });
    // The letter of 15 May: up to 14 June.
    const noticeOn = plainDate("2026-06-14");
    const { warnings } = await app.value("employment.optOutOfPension", { engagementId: priya, noticeOn, letterOn: plainDate("2026-05-15") });
    expect(warnings).toEqual(["Give all contributions back by 13 July 2026. The person counts as never having joined."]);
    expect((await app.value("employment.getPayArrangements", { engagementId: priya })).pension.optOuts).toMatchObject([{ noticeOn }]);
  });

  it("puts joining off up to a day, for three months at most, and suggests it after that day", async () => {
    const { app, priya } = given;
    const put = { engagementId: priya, fromOn: plainDate("2026-04-13") };
    const long = await app.run("employment.postponePension", { ...put, until: plainDate("2026-07-14") });
    expect(long).toMatchObject({ ok: false, error: { code: "invalidInput" } });
    await app.value("employment.postponePension", { ...put, until: plainDate("2026-06-01") });
    await given.works(priya, "2026-04-06", 4);
    const suggestions = async (number: number) =>
      (await app.value("pay.previewRun", { period: given.period(number) })).people.find(({ engagementId }) => engagementId === priya)?.suggestions
        .length;
    expect(await suggestions(1)).toBe(0);
    // Payday 5 June is after 1 June; the same time is previewed as if it were paid then.
    expect(await suggestions(2)).toBe(1);
  });

  it("takes a re-enrolment day only inside the window around the third anniversary", async () => {
    const { app } = given;
    // Duties began on 3 February 2025: 3 November 2027 to 2 May 2028.
    const early = await app.run("employment.setPensionReenrolment", { on: plainDate("2027-11-02") });
    expect(early).toMatchObject({ error: { fields: { on: "Choose a day from 3 November 2027 to 2 May 2028" } } });
    await app.value("employment.setPensionReenrolment", { on: plainDate("2027-11-03") });
    expect((await app.value("employment.getHmrcFacts", {})).pensionReenrolmentOn).toBe("2027-11-03");
  });
});

describe("what HMRC asks", () => {
  it("keeps the employer's facts, months without pay and an assistant's facts", async () => {
    const { app, priya } = given;
    await app.value("employment.saveHmrcFacts", { selfAssessmentReference: "1234567890", repaymentSortCode: "00-00-17" });
    await app.value("employment.addHmrcInactivity", { fromOn: plainDate("2026-06-06"), toOn: plainDate("2026-08-05") });
    const facts = await app.value("employment.getHmrcFacts", {});
    expect(facts.employer).toMatchObject({ selfAssessmentReference: "1234567890", repaymentSortCode: "00-00-17", paperFilingAgreedOn: null });
    expect(facts.inactivity).toMatchObject([{ fromOn: "2026-06-06", toOn: "2026-08-05" }]);
    const odd = await app.run("employment.addHmrcInactivity", { fromOn: plainDate("2026-06-07"), toOn: plainDate("2026-08-05") });
    expect(odd).toMatchObject({ error: { fields: { fromOn: "Give whole tax months, from the 6th to the 5th" } } });
    await app.value("employment.saveAssistantHmrcFacts", { engagementId: priya, title: "Ms", passportNumber: "000000000", isPaidIrregularly: true });
    const { hmrcFacts } = await app.value("employment.getPayArrangements", { engagementId: priya });
    expect(hmrcFacts).toMatchObject({ title: "Ms", passportNumber: "000000000", isPaidIrregularly: true, starterStatement: null });
  });

  it("starts the year from all the figures of a mid-year start", async () => {
    const { app } = given;
    const { id } = await app.value("employment.addAssistant", {
      person: { firstName: "Ines", lastName: "Moreau", dateOfBirth: plainDate("1985-01-01") },
      startOn: plainDate("2024-01-08"),
      starterKind: "existing",
      taxCode: "1257L",
      midYearStart: { taxablePayPence: pence(1_000_00), taxPence: pence(20_00) },
      payRates: [{ kindOfTimeId: given.household.kindOfTimeIds.weekday, ratePence: pence(1_360) }],
    });
    const letterA = { atLowerEarningsLimit: 516_00, lowerEarningsLimitToPrimaryThreshold: 451_00, primaryThresholdToUpperEarningsLimit: 33_00 };
    const national = { category: "A" as const, grossEarnings: 1_000_00, ...letterA, employeeContributions: 2_64, employerContributions: 92_25 };
    await app.value("employment.saveMidYearFigures", {
      engagementId: id,
      taxYear: "2026-27",
      figures: { nationalInsurance: [national as never], employeePensionPence: pence(20_80) },
    });
    await given.works(id, "2026-04-06", 1);
    const slip = slipOf(await given.run(1), id);
    expect(slip?.yearToDate).toMatchObject({ grossPay: 1_544_00, taxablePay: 1_544_00, employeePension: 20_80 });
    expect(slip?.yearToDate.nationalInsurance[0]?.grossEarnings).toBe(1_544_00);
    const late = await app.run("employment.saveMidYearFigures", { engagementId: id, taxYear: "2026-27", figures: {} });
    expect(late).toMatchObject({ ok: false, error: { reason: "A payslip of 2026-27 is finished and counts on these figures." } });
  });
});
