import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { calculateFinalPay, type FinalPayInput } from "../../../../shared/payroll/leaving/finalPay.ts";
import { calculateLeaverHoliday, type LeaverHolidayInput } from "../../../../shared/payroll/leaving/leaverHoliday.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;
const anInput = (change: Partial<LeaverHolidayInput> = {}): LeaverHolidayInput => ({
  startedOn: day("2025-01-06"),
  leavesOn: day("2026-09-30"),
  leaveYearFrom: day("2026-04-01"),
  leaveYearTo: day("2027-03-31"),
  // 20 hours a week × 5.6 weeks.
  holiday: { kind: "wholeYear", minutes: minutes(112 * 60) },
  carriedOver: minutes(0),
  taken: minutes(40 * 60),
  ...change,
});
const holidayOf = (change: Partial<LeaverHolidayInput> = {}) => {
  const verdict = calculateLeaverHoliday(anInput(change));
  if (!verdict.ok) throw new Error("refused");
  return verdict.value;
};
const finalOf = (change: Partial<FinalPayInput> = {}) =>
  calculateFinalPay({
    leaverHoliday: holidayOf(),
    referencePay: pence(14_560_00),
    referenceTime: minutes(1_040 * 60),
    mayTakeBackHoliday: false,
    wages: pence(500_00),
    noticeInLieu: null,
    redundancy: null,
    ...change,
  });

describe("holiday that is left on leaving", () => {
  it("is the year's entitlement for the days employed, up to the whole minute, less what was taken", () => {
    // 6,720 minutes × 183 of 365 days = 3,369.2, so 3,370; less 2,400 taken.
    expect(holidayOf()).toMatchObject({ earned: 3_370, left: 970 });
  });

  it("counts from the first day when it is inside the leave year", () => {
    expect(holidayOf({ startedOn: day("2026-09-30"), taken: minutes(0) })).toMatchObject({ earned: 19 });
  });

  it("is all of it on the last day of the year, with what was carried over", () => {
    expect(holidayOf({ leavesOn: day("2027-03-31"), carriedOver: minutes(60) })).toMatchObject({ earned: 6_720, left: 6_720 + 60 - 2_400 });
  });

  it("irregular hours bring what they built up", () => {
    expect(holidayOf({ holiday: { kind: "builtUp", minutes: minutes(2_000) } })).toMatchObject({ earned: 2_000, left: -400 });
  });

  it("tells each step in hours", () => {
    expect(holidayOf({ carriedOver: minutes(60) }).lines.map(({ text }) => text)).toEqual([
      "A whole year gives 112 h. 183 of 365 days give 56 h 10 min.",
      "Carried over from before: 1 h.",
      "Taken: 40 h.",
      "Left: 17 h 10 min.",
    ]);
    expect(holidayOf({ holiday: { kind: "builtUp", minutes: minutes(2_000) } }).lines.map(({ text }) => text)).toEqual([
      "Hours worked built up 33 h 20 min.",
      "Taken: 40 h.",
      "More was taken than earned, by 6 h 40 min.",
    ]);
    expect(holidayOf({ holiday: { kind: "builtUp", minutes: minutes(2_400) } }).lines.at(-1)?.text).toBe("Left: 0 min.");
  });

  it("names field, value, rule and way out of a bad last day", () => {
    expect(calculateLeaverHoliday(anInput({ startedOn: day("2026-10-01") }))).toEqual({
      ok: false,
      problems: [
        {
          field: "leavesOn",
          value: "2026-09-30",
          rule: "The last day is before the first day, 1 October 2026.",
          wayOut: "Correct the start or the leaving date.",
        },
      ],
    });
    expect(calculateLeaverHoliday(anInput({ leavesOn: day("2027-04-01") }))).toEqual({
      ok: false,
      problems: [
        {
          field: "leavesOn",
          value: "2027-04-01",
          rule: "The leave year runs from 1 April 2026 to 31 March 2027.",
          wayOut: "Choose the leave year that the last day falls in.",
        },
      ],
    });
    expect(calculateLeaverHoliday(anInput({ leavesOn: day("2026-04-01") }))).toMatchObject({ ok: true, value: { earned: 19 } });
    expect(calculateLeaverHoliday(anInput({ startedOn: day("2026-09-30") }))).toMatchObject({ ok: true });
  });

  it("refuses a last day outside the leave year or before the first day", () => {
    expect(calculateLeaverHoliday(anInput({ leavesOn: day("2027-04-01") }))).toMatchObject({ ok: false, problems: [{ field: "leavesOn" }] });
    expect(calculateLeaverHoliday(anInput({ leavesOn: day("2026-03-31") }))).toMatchObject({ ok: false });
    expect(calculateLeaverHoliday(anInput({ startedOn: day("2026-10-01") }))).toMatchObject({ ok: false, problems: [{ field: "leavesOn" }] });
  });
});

describe("final pay", () => {
  it("pays the holiday left at the average of the reference weeks, up to the penny", () => {
    // 970 minutes at £14.00 an hour are £226.333.
    expect(finalOf()).toMatchObject({ holidayInLieu: { amount: 226_34 }, throughPayslip: 726_34, freeOfTax: 0, total: { amount: 726_34 } });
  });

  it("takes holiday back only when a written agreement allows it", () => {
    const leaverHoliday = holidayOf({ taken: minutes(3_370 + 100) });
    expect(finalOf({ leaverHoliday }).holidayInLieu).toMatchObject({ amount: 0 });
    expect(finalOf({ leaverHoliday, mayTakeBackHoliday: true })).toMatchObject({ holidayInLieu: { amount: -23_33 }, throughPayslip: 476_67 });
  });

  it("taxes pay in lieu of notice and leaves redundancy pay to £30,000 free of tax", () => {
    const paid = (amount: number) => explain({ name: "n", source: "s" }, [{ text: "a", amount: pence(amount) }]);
    const final = finalOf({ noticeInLieu: paid(1_000_00), redundancy: paid(31_000_00) });
    expect(final).toMatchObject({ throughPayslip: 1_726_34, freeOfTax: 30_000_00, redundancyTaxed: 1_000_00, total: { amount: 32_726_34 } });
  });

  it("tells how the holiday was valued", () => {
    const rule = { name: "Pay in lieu of holiday", source: "Working Time Regulations 1998, regulation 14" };
    const textsOf = ({ lines }: { lines: readonly { text: string }[] }) => lines.map(({ text }) => text).slice(2);
    const left = finalOf().holidayInLieu;
    expect(left.rule).toEqual(rule);
    expect(textsOf(left)).toEqual([
      "Left: 16 h 10 min.",
      "£14,560.00 for 1040 h in the weeks looked at gives the average.",
      "16 h 10 min at that average.",
    ]);
    const leaverHoliday = holidayOf({ taken: minutes(3_370 + 100) });
    expect(textsOf(finalOf({ leaverHoliday, mayTakeBackHoliday: true }).holidayInLieu)).toEqual([
      "More was taken than earned, by 1 h 40 min.",
      "£14,560.00 for 1040 h in the weeks looked at gives the average.",
      "1 h 40 min at that average is taken back.",
    ]);
    const kept = finalOf({ leaverHoliday }).holidayInLieu;
    expect(kept.rule).toEqual(rule);
    expect(textsOf(kept).at(-1)).toBe("No written agreement lets the employer take it back, so nothing is taken.");
    const none = holidayOf({ taken: minutes(3_370) });
    expect(textsOf(finalOf({ leaverHoliday: none }).holidayInLieu).at(-1)).toBe("0 min at that average.");
  });

  it("names every part of the total", () => {
    const paid = (amount: number) => explain({ name: "n", source: "s" }, [{ text: "a", amount: pence(amount) }]);
    expect(finalOf({ noticeInLieu: paid(1_000_00), redundancy: paid(2_000_00) }).total).toEqual({
      amount: 3_726_34,
      rule: { name: "Final pay", source: "Employment Rights Act 1996, section 13; Working Time Regulations 1998, regulation 14" },
      lines: [
        { text: "Wages not paid yet.", amount: 500_00 },
        { text: "Pay for holiday that is left.", amount: 226_34 },
        { text: "Pay in lieu of notice.", amount: 1_000_00 },
        { text: "Statutory redundancy pay.", amount: 2_000_00 },
      ],
    });
    expect(finalOf().total.lines).toHaveLength(2);
    const leaverHoliday = holidayOf({ taken: minutes(3_370 + 100) });
    expect(finalOf({ leaverHoliday }).total.lines[1]).toEqual({ text: "Holiday taken beyond what was earned.", amount: 0 });
    expect(finalOf({ leaverHoliday: holidayOf({ taken: minutes(3_370) }) }).total.lines[1]).toEqual({
      text: "Pay for holiday that is left.",
      amount: 0,
    });
  });

  it("values no holiday when there was no paid time", () => {
    expect(finalOf({ referenceTime: minutes(0) }).holidayInLieu.amount).toBe(0);
  });

  it("the parts and the lines make up the total", () => {
    const anAmount = fc.integer({ min: 0, max: 5_000_000 });
    fc.assert(
      fc.property(anAmount, anAmount, fc.integer({ min: 0, max: 8_000 }), fc.boolean(), (wages, redundancy, taken, mayTakeBackHoliday) => {
        const final = finalOf({
          leaverHoliday: holidayOf({ taken: minutes(taken) }),
          wages: pence(wages),
          mayTakeBackHoliday,
          redundancy: explain({ name: "n", source: "s" }, [{ text: "a", amount: pence(redundancy) }]),
        });
        expect(final.throughPayslip + final.freeOfTax + final.redundancyTaxed).toBe(final.total.amount);
        expect(final.total.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(final.total.amount);
        expect(final.holidayInLieu.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(final.holidayInLieu.amount);
      }),
      { numRuns: manyCases },
    );
  });
});
