import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { calculateEndingCost, type EndingCostInput } from "../../../../shared/payroll/leaving/endingCost.ts";
import { finalPayDueOn } from "../../../../shared/payroll/leaving/finalPayDue.ts";
import { type P45Input, p45FactsOf } from "../../../../shared/payroll/leaving/p45Facts.ts";
import { relevantDateOf } from "../../../../shared/payroll/leaving/relevantDate.ts";
import { calculateWeeksPay } from "../../../../shared/payroll/leaving/weeksPay.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";

const day = plainDate;
const beforeStart = (field: string, value: string, start: string) => ({
  ok: false,
  problems: [{ field, value, rule: `The last day is before the first day, ${start}.`, wayOut: "Correct the start or the leaving date." }],
});

describe("a week's pay", () => {
  const of = (...weeks: number[]) => calculateWeeksPay(weeks.map((week) => pence(week)));

  it("is the average of the last 12 weeks that brought pay, to the nearest penny", () => {
    // Twelve weeks of £100.00 to £111.00 are £1,266.00, so £105.50; the older £900.00 and the week without pay do not count.
    const weeks = [900_00, ...Array.from({ length: 12 }, (_, index) => 100_00 + index * 1_00)];
    expect(of(...weeks.slice(0, 5), 0, ...weeks.slice(5))).toEqual({
      amount: 105_50,
      rule: { name: "A week's pay", source: "Employment Rights Act 1996, sections 222 to 224" },
      lines: [{ text: "£1,266.00 in the last 12 weeks with pay give the average.", amount: 105_50 }],
    });
  });

  it("fewer weeks give their own average, and no pay gives none", () => {
    expect(of(100_00, 100_01)).toMatchObject({ amount: 100_01 });
    expect(of(1)).toMatchObject({ amount: 1, lines: [{ text: "£0.01 in the last 1 week with pay give the average." }] });
    expect(of(0)).toMatchObject({ amount: 0, lines: [{ text: "No week brought pay." }] });
  });
});

describe("the day redundancy pay goes by", () => {
  const of = (noticeGivenOn: string, lastDay: string) =>
    relevantDateOf({ startedOn: day("2022-06-01"), noticeGivenOn: day(noticeGivenOn), lastDay: day(lastDay) });

  it("is the last day, or the end of the notice of the law when less was given", () => {
    // Four whole years on 1 July 2026: four weeks, to 29 July.
    expect(of("2026-07-01", "2026-07-10")).toEqual({ ok: true, value: "2026-07-29" });
    expect(of("2026-07-01", "2026-07-30")).toEqual({ ok: true, value: "2026-07-30" });
    expect(of("2026-07-01", "2026-07-01")).toEqual({ ok: true, value: "2026-07-29" });
  });

  it("refuses a last day before the first, or before the notice", () => {
    expect(of("2026-07-01", "2022-05-31")).toEqual(beforeStart("lastDay", "2022-05-31", "1 June 2022"));
    expect(of("2026-07-01", "2026-06-30")).toEqual({
      ok: false,
      problems: [
        { field: "lastDay", value: "2026-06-30", rule: "The last day is before the day of the notice, 1 July 2026.", wayOut: "Correct one of them." },
      ],
    });
    expect(of("2022-06-01", "2022-06-01")).toEqual({ ok: true, value: "2022-06-01" });
    expect(of("2022-05-31", "2022-06-01")).toMatchObject({ ok: false, problems: [{ field: "givenOn" }] });
  });
});

describe("when the final pay is due", () => {
  const periods = [
    { from: day("2026-09-01"), to: day("2026-09-30"), payday: day("2026-10-02") },
    { from: day("2026-10-01"), to: day("2026-10-31"), payday: day("2026-11-02") },
  ];
  // In any order: the newest first.
  periods.reverse();
  const due = (leavesOn: string) => finalPayDueOn({ startedOn: day("2026-09-10"), leavesOn: day(leavesOn), periods });

  it.each([
    ["2026-09-10", "2026-10-02"],
    ["2026-09-30", "2026-10-02"],
    ["2026-10-01", "2026-11-02"],
    ["2026-10-31", "2026-11-02"],
  ])("leaving on %s: the payday of that period, %s", (leavesOn, payday) => {
    expect(due(leavesOn)).toEqual({ ok: true, value: payday });
  });

  it("refuses a leaving date before the start, and one that no period holds", () => {
    expect(due("2026-09-09")).toEqual(beforeStart("leavesOn", "2026-09-09", "10 September 2026"));
    expect(due("2026-11-01")).toEqual({
      ok: false,
      problems: [{ field: "leavesOn", value: "2026-11-01", rule: "No pay period holds this day.", wayOut: "Set up the paydays up to the last day." }],
    });
  });
});

describe("P45", () => {
  const lastPayslip = (change: Partial<NonNullable<P45Input["lastPayslip"]>> = {}): NonNullable<P45Input["lastPayslip"]> => ({
    payday: day("2026-09-25"),
    taxCode: "1257L",
    isWeek1Month1: false,
    taxPeriod: { taxYear: "2026-27", table: "weekly", number: 28, span: 4, isExtraPayday: false, taxMonth: 6, taxWeek: 25 },
    studentLoanPlan: null,
    yearToDate: { ...startOfYear(), taxablePay: pence(9_800_00), incomeTax: pence(604_80) },
    ...change,
  });
  const facts = (slip: P45Input["lastPayslip"], leavesOn = "2026-09-20") =>
    p45FactsOf({ startedOn: day("2025-01-06"), leavesOn: day(leavesOn), lastPayslip: slip, taxCode: "1257L" });

  it("tells code, week, pay and tax to date", () => {
    expect(facts(lastPayslip())).toEqual({
      ok: true,
      value: {
        leavesOn: "2026-09-20",
        taxCode: "1257L",
        isWeek1Month1: false,
        continuesStudentLoan: false,
        week: 28,
        month: null,
        totalPayToDate: 9_800_00,
        totalTaxToDate: 604_80,
        payInThisEmployment: null,
        taxInThisEmployment: null,
      },
    });
  });

  it("tells the month for monthly pay, and that a student loan goes on", () => {
    const taxPeriod = { taxYear: "2026-27", table: "monthly", number: 6, span: 1, isExtraPayday: false, taxMonth: 6, taxWeek: 25 } as const;
    expect(facts(lastPayslip({ taxPeriod, studentLoanPlan: "2" }))).toMatchObject({ value: { week: null, month: 6, continuesStudentLoan: true } });
    expect(facts(lastPayslip({ taxPeriod, isWeek1Month1: true }))).toMatchObject({ value: { week: null, month: null } });
  });

  it("on a week 1/month 1 code tells only this job's pay and tax", () => {
    expect(facts(lastPayslip({ isWeek1Month1: true, taxCode: "BR" }))).toMatchObject({
      value: {
        taxCode: "BR",
        isWeek1Month1: true,
        week: null,
        month: null,
        totalPayToDate: null,
        totalTaxToDate: null,
        payInThisEmployment: 9_800_00,
        taxInThisEmployment: 604_80,
      },
    });
  });

  it("adds an earlier job of the year to the total and tells this one beside it", () => {
    const yearToDate = (pay: number, tax: number) => ({
      ...startOfYear(),
      taxablePay: pence(9_800_00),
      incomeTax: pence(604_80),
      previousTaxablePay: pence(pay),
      previousIncomeTax: pence(tax),
    });
    expect(facts(lastPayslip({ yearToDate: yearToDate(2_000_00, 100_00) }))).toMatchObject({
      value: { totalPayToDate: 11_800_00, totalTaxToDate: 704_80, payInThisEmployment: 9_800_00, taxInThisEmployment: 604_80 },
    });
    expect(facts(lastPayslip({ yearToDate: yearToDate(2_000_00, 0) }))).toMatchObject({ value: { payInThisEmployment: 9_800_00 } });
    expect(facts(lastPayslip({ yearToDate: yearToDate(0, 1) }))).toMatchObject({ value: { taxInThisEmployment: 604_80 } });
  });

  it("of a job that paid nothing tells zeros", () => {
    expect(facts(null)).toEqual({
      ok: true,
      value: {
        leavesOn: "2026-09-20",
        taxCode: "1257L",
        isWeek1Month1: false,
        continuesStudentLoan: false,
        week: null,
        month: null,
        totalPayToDate: 0,
        totalTaxToDate: 0,
        payInThisEmployment: null,
        taxInThisEmployment: null,
      },
    });
  });

  it("refuses a leaving date before the start", () => {
    expect(facts(lastPayslip(), "2025-01-05")).toEqual(beforeStart("leavesOn", "2025-01-05", "6 January 2025"));
    expect(facts(lastPayslip(), "2025-01-06")).toMatchObject({ ok: true });
  });
});

describe("what ending the job would cost", () => {
  const cost = (change: Partial<EndingCostInput> = {}) =>
    calculateEndingCost({
      dateOfBirth: day("1990-03-01"),
      startedOn: day("2022-06-01"),
      on: day("2026-07-01"),
      contractWeeks: 0,
      weeksPay: pence(300_00),
      isImmediateFamilyOfEmployer: false,
      holidayInLieu: explain({ name: "n", source: "s" }, [{ text: "a", amount: pence(150_00) }]),
      ...change,
    });

  it("adds notice, redundancy and holiday", () => {
    // Four whole years: 4 × £300.00 notice, 4 weeks of redundancy pay.
    expect(cost()).toEqual({
      ok: true,
      value: {
        amount: 2_550_00,
        rule: { name: "What ending the job would cost", source: "Employment Rights Act 1996, sections 86, 135 and 162" },
        lines: [
          { text: "If the job ended on 1 July 2026:" },
          { text: "Pay in lieu of 4 weeks of notice.", amount: 1_200_00 },
          { text: "Statutory redundancy pay for 4 whole years.", amount: 1_200_00 },
          { text: "Pay for holiday that is left.", amount: 150_00 },
        ],
      },
    });
    expect(cost({ contractWeeks: 6 })).toMatchObject({ value: { amount: 3_150_00 } });
    expect(cost({ startedOn: day("2025-12-01") })).toMatchObject({
      value: { amount: 450_00, lines: [{}, { text: "Pay in lieu of 1 week of notice." }, { amount: 0 }, {}] },
    });
  });

  it("counts a year that the notice of the law would have completed", () => {
    // One year and 51 weeks, with one week of notice to come: two years on 1 July 2026 + 7 days.
    expect(cost({ startedOn: day("2024-07-09") })).toMatchObject({ value: { lines: [{}, {}, { amount: 600_00 }, {}] } });
    expect(cost({ startedOn: day("2024-07-10") })).toMatchObject({ value: { lines: [{}, {}, { amount: 0 }, {}] } });
  });

  it("refuses what its parts refuse", () => {
    expect(cost({ on: day("2022-05-31") })).toEqual(beforeStart("lastDay", "2022-05-31", "1 June 2022"));
    expect(cost({ contractWeeks: -1 })).toMatchObject({ ok: false, problems: [{ field: "contractWeeks" }] });
    expect(cost({ weeksPay: pence(-1) })).toMatchObject({ ok: false, problems: [{ field: "weeksPay" }] });
    const both = cost({ contractWeeks: -1, weeksPay: pence(-1) });
    expect(both).toMatchObject({ ok: false, problems: [{ field: "contractWeeks" }, { field: "weeksPay" }] });
  });
});
