import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InputOf } from "../../../shared/contract/operation.ts";
import type { yearEndOperations } from "../../../shared/contract/yearEndOperations.ts";
import type { BasisPoints } from "../../../shared/core/money.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenPay, givenPay } from "../pay/givenPay.ts";

let pay: GivenPay;
beforeEach(async () => {
  pay = await givenPay();
});
afterEach(() => pay.app.close());

const overview = (taxYear = "2026-27") => pay.app.value("yearEnd.overview", { taxYear });
const people = () => pay.app.value("yearEnd.people", { taxYear: "2026-27" });
const employer = () => pay.app.value("yearEnd.employer", { taxYear: "2026-27" });
const stepOf = async (id: string) => (await overview()).steps.find((step) => step.id === id);

/** The next period of four weeks, of 40 hours a week for Priya at £13.60: £544.00 a week, £2,176.00 a period. */
const workedRun = async (number: number, from: string) => {
  await pay.works(pay.priya, from, 4);
  return pay.run(number);
};

describe("the steps of year end", () => {
  it("begin with the tax year that runs, and say from the record what is done and left", async () => {
    pay.app.setToday("2027-03-01");
    const { dates, taxYears, steps } = await pay.app.value("yearEnd.overview", {});
    expect(dates).toMatchObject({ taxYear: "2026-27", nextTaxYear: "2027-28", to: "2027-04-05", finalSummaryBy: "2027-04-19", p60By: "2027-05-31" });
    expect(taxYears).toEqual(["2026-27"]);
    expect(steps.map(({ id, state }) => [id, state])).toEqual([
      ["april", "look"],
      // No minimum wage for April 2027 in this version.
      ["minimumWage", "notYet"],
      ["rates", "toDo"],
      ["finalSubmission", "notYet"],
      ["codes", "notYet"],
      ["allowance", "toDo"],
      ["relief", "notYet"],
      ["people", "look"],
      ["p60s", "notYet"],
    ]);
  });

  it("stay with the year that has ended until 31 May, once wages were paid in it", async () => {
    await workedRun(1, "2026-04-06");
    pay.app.setToday("2027-05-31");
    expect((await pay.app.value("yearEnd.overview", {})).dates.taxYear).toBe("2026-27");
  });

  it("name the newest year this version knows when the running one has no rates", async () => {
    pay.app.setToday("2028-01-10");
    expect((await pay.app.value("yearEnd.overview", {})).dates.taxYear).toBe("2026-27");
  });

  it("refuse a tax year without rates in plain words", async () => {
    expect(await pay.app.run("yearEnd.overview", { taxYear: "2031-32" })).toMatchObject({
      ok: false,
      error: { code: "notAllowed", reason: "This version has no rates for 2031-32." },
    });
  });

  it("count the paydays of the rhythm: 12 four-weekly ones from 8 May 2026 to 12 March 2027", async () => {
    await workedRun(1, "2026-04-06");
    pay.app.setToday("2027-04-10");
    const { paydays } = await employer();
    expect(paydays).toHaveLength(12);
    expect(paydays[0]).toEqual({ payday: "2026-05-08", isFinished: true, toldOn: null });
    expect(paydays.at(-1)).toEqual({ payday: "2027-03-12", isFinished: false, toldOn: null });
    const step = await stepOf("finalSubmission");
    expect(step).toMatchObject({ state: "toDo", by: "2027-04-19" });
    expect(step?.lines.slice(0, 2)).toEqual(["1 of 12 paydays are finished.", "HMRC was told of 0 of 12."]);
  });
});

describe("the last submission", () => {
  it("is recorded by hand for a bureau or paper, and can be taken back", async () => {
    await pay.app.value("yearEnd.recordFinalSubmission", { taxYear: "2026-27", toldOn: plainDate("2027-04-07") });
    expect(await employer()).toMatchObject({ finalToldOn: "2027-04-07", isFinalByHand: true });
    expect((await stepOf("finalSubmission"))?.lines.at(-1)).toBe("HMRC was told on 7 April 2027 that the year is over.");
    await pay.app.value("yearEnd.recordFinalSubmission", { taxYear: "2026-27", toldOn: null });
    expect((await employer()).finalToldOn).toBeNull();
  });

  it("is known from a submission that was told and says the year is over", async () => {
    const { run } = await workedRun(1, "2026-04-06");
    const figures = JSON.stringify({ fullPaymentSubmission: { finalSubmission: { forYear: true } } });
    pay.app.db
      .prepare(
        "INSERT INTO hmrc_submission (id, kind, tax_year, pay_run_id, made_on, told_on, figures_json) VALUES (?, 'fps', '2026-27', ?, ?, ?, ?)",
      )
      .run("01900000-0000-7000-8000-000000000001", run.id, "2026-05-08", "2026-05-08", figures);
    expect(await employer()).toMatchObject({ finalToldOn: "2026-05-08", isFinalByHand: false });
    expect((await employer()).paydays[0]?.toldOn).toBe("2026-05-08");
  });

  it("is not what an ordinary submission says", async () => {
    const { run } = await workedRun(1, "2026-04-06");
    const figures = JSON.stringify({ fullPaymentSubmission: { finalSubmission: null } });
    pay.app.db
      .prepare(
        "INSERT INTO hmrc_submission (id, kind, tax_year, pay_run_id, made_on, told_on, figures_json) VALUES (?, 'fps', '2026-27', ?, ?, ?, ?)",
      )
      .run("01900000-0000-7000-8000-000000000001", run.id, "2026-05-08", "2026-05-08", figures);
    expect((await employer()).finalToldOn).toBeNull();
  });
});

describe("P60s", () => {
  it("are due to who was paid in the year and works on 5 April, and are recorded when given", async () => {
    await workedRun(1, "2026-04-06");
    pay.app.setToday("2027-04-20");
    const due = (await people()).filter(({ needsP60 }) => needsP60);
    expect(due.map(({ name }) => name)).toEqual(["Priya Nair"]);
    expect(await stepOf("p60s")).toMatchObject({ state: "toDo", lines: ["0 of 1 are given. By law they are due by 31 May 2027."] });
    await pay.app.value("yearEnd.recordP60", { taxYear: "2026-27", engagementId: pay.priya, givenOn: plainDate("2027-04-20") });
    expect((await people()).find(({ name }) => name === "Priya Nair")?.p60GivenOn).toBe("2027-04-20");
    expect((await stepOf("p60s"))?.state).toBe("done");
    await pay.app.value("yearEnd.recordP60", { taxYear: "2026-27", engagementId: pay.priya, givenOn: null });
    expect((await stepOf("p60s"))?.state).toBe("toDo");
  });

  it("cannot be given before the tax year has ended", async () => {
    expect(await pay.app.run("yearEnd.recordP60", { taxYear: "2026-27", engagementId: pay.priya, givenOn: plainDate("2027-04-05") })).toMatchObject({
      ok: false,
      error: { code: "notAllowed", reason: "A P60 is for the whole tax year, which ends on 5 April 2027." },
    });
  });
});

describe("tax codes of 6 April", () => {
  const emergency = () =>
    pay.app.value("employment.changeTaxCode", {
      engagementId: pay.priya,
      fromOn: plainDate("2026-06-01"),
      taxCode: "1257L",
      isWeek1Month1: true,
      source: "HMRC coding notice",
    });

  it("are recorded without the week 1 marking, and stand from 6 April on", async () => {
    await emergency();
    const before = (await people()).find(({ name }) => name === "Priya Nair")?.code;
    expect(before).toMatchObject({ now: "1257L", isWeek1Month1: true, next: "1257L", isChanged: true, isReady: false, isConfirmed: false });
    expect((await stepOf("codes"))?.lines).toEqual(["1 code changes and must be recorded."]);
    const { lines } = await pay.app.value("yearEnd.recordCodes", { taxYear: "2026-27", engagementIds: [pay.priya] });
    expect(lines).toEqual(["Priya Nair: 1257L from 6 April 2027."]);
    const record = await pay.app.value("employment.getAssistant", { id: pay.priya });
    expect(record.taxSettings[0]).toMatchObject({
      fromOn: "2027-04-06",
      taxCode: "1257L",
      isWeek1Month1: false,
      source: "Carried to 2027-28 by HMRC’s form P9X",
    });
    expect((await people()).find(({ name }) => name === "Priya Nair")?.code).toMatchObject({ isReady: true });
    const again = await pay.app.value("yearEnd.recordCodes", { taxYear: "2026-27", engagementIds: [pay.priya] });
    expect(again.lines).toEqual(["Priya Nair: 1257L stands already."]);
  });

  it("give way to a code that HMRC sent for the new year", async () => {
    await emergency();
    await pay.app.value("employment.changeTaxCode", {
      engagementId: pay.priya,
      fromOn: plainDate("2027-04-06"),
      taxCode: "1183L",
      source: "P9 notice",
    });
    expect((await people()).find(({ name }) => name === "Priya Nair")?.code).toMatchObject({
      now: "1257L",
      next: "1183L",
      isReady: true,
      lines: ["1183L is recorded from 6 April (P9 notice)."],
    });
  });

  it("are confirmed where HMRC's instructions are known: 2025-26 to 2026-27", async () => {
    const found = await pay.app.value("yearEnd.people", { taxYear: "2025-26" });
    expect(found.find(({ name }) => name === "Priya Nair")?.code).toMatchObject({ isConfirmed: true });
  });
});

describe("Employment Allowance and Small Employers' Relief of the next year", () => {
  it("are recorded for the year after", async () => {
    expect((await employer()).allowance).toMatchObject({ isClaimedNextYear: null, isSettled: false });
    const { lines } = await pay.app.value("yearEnd.recordAllowance", { taxYear: "2026-27", isClaimed: true });
    expect(lines).toEqual(["Recorded for 2027-28: the Employment Allowance is claimed."]);
    expect((await employer()).allowance).toMatchObject({ isClaimedNextYear: true, isSettled: true });
    expect((await stepOf("allowance"))?.state).toBe("done");
  });

  it("rest on the National Insurance of the year: Priya's £2,176.00 for four weeks", async () => {
    await workedRun(1, "2026-04-06");
    // (2176 − 967) × 8% = £96.72; (2176 − 385) × 15% = £268.65.
    const { relief } = await employer();
    expect(relief.class1).toMatchObject({ amount: 365_37, lines: [{ amount: 96_72 }, { amount: 268_65 }] });
    expect(relief.isSmallEmployer).toBe(true);
    expect(relief.answered).toBeNull();
    await pay.app.value("employment.saveEmployerTaxYear", { taxYear: "2027-28", hasSmallEmployersRelief: true, previousClass1Pence: pence(365_37) });
    expect((await employer()).relief.answered).toBe(true);
    expect((await stepOf("relief"))?.state).toBe("done");
  });
});

describe("what April will cost", () => {
  type Asked = Partial<InputOf<(typeof yearEndOperations)["yearEnd.rehearseApril"]>>;
  const rehearse = (asked: Asked = {}) => pay.app.value("yearEnd.rehearseApril", { taxYear: "2026-27", ...asked });

  it("takes the pattern of finished payslips for 13 four-weekly periods", async () => {
    await workedRun(1, "2026-04-06");
    const rehearsal = await rehearse();
    // 13 × £2,176.00 = £28,288.00; 13 × £268.65 = £3,492.45: £31,780.45.
    expect(rehearsal).toMatchObject({ isGuess: true, patternFrom: "2026-04-06", patternTo: "2026-05-03", problems: [] });
    expect(rehearsal.people.map(({ name, thisYear, nextYear, rise }) => [name, thisYear.amount, nextYear.amount, rise])).toEqual([
      ["Priya Nair", 31_780_45, 31_780_45, 0],
    ]);
    expect(rehearsal.notes[0]).toContain("This is a guess. The rates for 2027-28 are not in this version");
  });

  it("puts a typed rise on every rate, and says that it is a guess", async () => {
    await workedRun(1, "2026-04-06");
    // £13.60 + 4% (54.4p, up to 55p) = £14.15: 160 h × £14.15 = £2,264.00; (2264 − 385) × 15% = £281.85.
    // 13 × (2264.00 + 281.85) = £33,096.05.
    const rehearsal = await rehearse({ payRiseBasisPoints: 400 as BasisPoints });
    expect(rehearsal.people[0]?.nextYear.amount).toBe(33_096_05);
    expect(rehearsal.people[0]?.rise).toBe(33_096_05 - 31_780_45);
    // The allowance pays the National Insurance of both years: 13 × £2,264.00 − 13 × £2,176.00 = £1,144.00.
    expect(rehearsal.rise.amount).toBe(1_144_00);
    expect(rehearsal.people[0]?.nextYear.lines[1]?.text).toBe("Weekday, 160 h at £14.15 an hour (now £13.60): £2,264.00 each time.");
  });

  it("takes the Employment Allowance off while it is claimed: online it stays, unless it is recorded otherwise", async () => {
    await workedRun(1, "2026-04-06");
    // All of the £3,492.45 lies within £10,500.
    expect((await rehearse()).nextYear.amount).toBe(28_288_00);
    await pay.app.value("yearEnd.recordAllowance", { taxYear: "2026-27", isClaimed: false });
    const { thisYear, nextYear } = await rehearse();
    expect([thisYear.amount, nextYear.amount]).toEqual([28_288_00, 31_780_45]);
  });

  it("stands beside what the plan holds for wages", async () => {
    await workedRun(1, "2026-04-06");
    const { budget, left, nextYear } = await rehearse();
    if (!budget || !left) throw new Error("there is a plan for wages");
    expect(budget.lines.map(({ text }) => text)).toEqual(["Day support.", "Night support."]);
    expect(left.amount).toBe(budget.amount - nextYear.amount);
  });

  it("takes the rota of the weeks to come, with the holiday it builds up", async () => {
    pay.app.setToday("2026-05-12");
    for (const onDate of ["2026-05-13", "2026-05-20", "2026-05-27", "2026-06-03"]) {
      await pay.app.value("time.planShift", {
        engagementId: pay.tom,
        onDate: plainDate(onDate),
        start: "09:00",
        end: "15:00",
        kindOfTimeId: pay.household.kindOfTimeIds.weekday,
      });
    }
    // 6 h a week: 24 h × £13.60 = £326.40 a period, holiday 12.07% £39.40: £365.80, under £385. 13 × 365.80 = £4,755.40.
    const rehearsal = await rehearse({ basis: "rota", weeks: 4 });
    expect(rehearsal.people.map(({ name, nextYear }) => [name, nextYear.amount])).toEqual([["Tom Reyes", 4_755_40]]);
    expect([rehearsal.patternFrom, rehearsal.patternTo]).toEqual(["2026-05-13", "2026-06-09"]);
  });

  it("is empty, not wrong, while nobody was paid", async () => {
    expect(await rehearse()).toMatchObject({ people: [], nextYear: { amount: 0 } });
  });
});

describe("key dates", () => {
  it("name the days around the end of the tax year, each with its step", async () => {
    pay.app.setToday("2027-03-20");
    const { dates } = await pay.app.value("home.keyDates", {});
    expect(dates.filter(({ route }) => route.startsWith("/pay/year-end")).map(({ dueOn, route }) => [dueOn, route])).toEqual([
      ["2027-04-01", "/pay/year-end/2026-27/minimumWage"],
      ["2027-04-05", "/pay/year-end/2026-27/finalSubmission"],
      ["2027-04-06", "/pay/year-end/2026-27/codes"],
      ["2027-04-19", "/pay/year-end/2026-27/finalSubmission"],
      ["2027-05-31", "/pay/year-end/2026-27/p60s"],
    ]);
  });
});
