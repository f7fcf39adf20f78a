import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import { calculateHolidayCarryOver, type HolidayCarryOverInput } from "../../../../shared/payroll/holiday/holidayCarryOver.ts";
import { calculateHolidayPayAverage, type PaidWeek } from "../../../../shared/payroll/holiday/holidayPayAverage.ts";
import { manyCases } from "../../../support/manyCases.ts";

const firstDayOff = plainDate("2026-08-03");
/** The week that ends `back` whole weeks before the holiday; 1 is the one just before it. */
const week = (back: number, pay: number, change: Partial<PaidWeek> = {}): PaidWeek => ({
  weekFrom: addDays(firstDayOff, -7 * back),
  pay: pence(pay),
  statutoryPay: pence(0),
  time: minutes(600),
  ...change,
});
const weeksBack = (count: number, payOf: (back: number) => number) =>
  Array.from({ length: count }, (_none, index) => week(index + 1, payOf(index + 1)));
const averageOf = (weeks: readonly PaidWeek[]) => {
  const verdict = calculateHolidayPayAverage(firstDayOff, weeks);
  if (!verdict.ok) throw new Error("refused");
  return verdict.value;
};

describe("the average of 52 weeks", () => {
  it("takes the last 52 weeks with pay and no more", () => {
    expect(averageOf(weeksBack(60, (back) => (back <= 52 ? 140_00 : 900_00)))).toMatchObject({
      weeksPay: { amount: 140_00 },
      referencePay: 52 * 140_00,
      referenceTime: 52 * 600,
      weeksCounted: 52,
      weeksLeftOut: 0,
    });
  });

  it("leaves out weeks without pay and goes further back for them", () => {
    const average = averageOf(weeksBack(80, (back) => (back % 4 === 0 ? 0 : back <= 60 ? 100_00 : 200_00)));
    // Of weeks 1 to 60, 15 have no pay and 45 count; 7 more of £200 are in weeks 61 to 69, past weeks 64 and 68.
    expect(average).toMatchObject({ weeksCounted: 52, weeksLeftOut: 17, referencePay: 45 * 100_00 + 7 * 200_00 });
    expect(average.weeksPay.amount).toBe(113_46);
  });

  it("leaves out weeks with statutory pay, and looks back 104 weeks at most", () => {
    const weeks = [week(1, 50_00, { statutoryPay: pence(60_00) }), week(2, 120_00), week(104, 80_00), week(105, 999_00)];
    expect(averageOf(weeks)).toMatchObject({ weeksCounted: 2, weeksLeftOut: 1, weeksPay: { amount: 100_00 } });
  });

  it("takes the weeks there are in a short job, and nothing when there are none", () => {
    expect(averageOf(weeksBack(3, (back) => back * 100_00))).toMatchObject({ weeksCounted: 3, weeksPay: { amount: 200_00 } });
    expect(averageOf([])).toMatchObject({ weeksCounted: 0, referencePay: 0, weeksPay: { amount: 0 } });
  });

  it("does not count the week the holiday begins in", () => {
    expect(averageOf([{ ...week(1, 100_00), weekFrom: addDays(firstDayOff, -6) }])).toMatchObject({ weeksCounted: 0 });
  });

  it("refuses weeks that share a day and pay below zero", () => {
    const twice = [week(1, 100_00), week(1, 100_00)];
    expect(calculateHolidayPayAverage(firstDayOff, twice)).toMatchObject({ ok: false, problems: [{ field: "weeks" }] });
    expect(calculateHolidayPayAverage(firstDayOff, [week(1, -1)])).toEqual({
      ok: false,
      problems: [
        {
          field: "weeks",
          value: "2026-07-27",
          rule: "A week's pay and time may not be below zero.",
          wayOut: "Put corrections into the week they belong to.",
        },
      ],
    });
    expect(calculateHolidayPayAverage(firstDayOff, [week(1, 1, { statutoryPay: pence(-1) })]).ok).toBe(false);
    expect(calculateHolidayPayAverage(firstDayOff, [week(1, 1, { time: minutes(-1) })]).ok).toBe(false);
    expect(calculateHolidayPayAverage(firstDayOff, [week(1, 0, { time: minutes(0) })]).ok).toBe(true);
  });

  it("tells the weeks, what was left out and the division", () => {
    expect(averageOf([week(1, 100_00), week(2, 0), week(3, 50_01)]).weeksPay).toEqual({
      amount: 75_01,
      rule: {
        name: "Holiday pay: average of 52 weeks",
        source: "Employment Rights Act 1996, section 224; Working Time Regulations 1998, regulation 16",
      },
      lines: [
        { text: "Weeks with pay before 3 August 2026, at most 104 weeks back: 2." },
        { text: "Weeks left out because they had no pay or had statutory pay: 1." },
        { text: "£150.01 for 20.00 hours, divided by 2.", amount: 75_01 },
      ],
    });
    expect(averageOf([]).weeksPay.lines).toHaveLength(2);
  });

  it("does not look past the 52nd week, nor count what lies beyond it as left out", () => {
    expect(averageOf(weeksBack(60, (back) => (back <= 52 ? 10_00 : 0)))).toMatchObject({ weeksCounted: 52, weeksLeftOut: 0 });
    expect(averageOf([week(105, 0), week(104, 0)])).toMatchObject({ weeksCounted: 0, weeksLeftOut: 1 });
  });

  it("lies between the lowest and the highest week, in whatever order the weeks come", () => {
    const anyWeeks = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyWeeks, (pays) => {
        const weeks = weeksBack(pays.length, (back) => pays[back - 1] ?? 0);
        const { weeksPay } = averageOf(weeks);
        expect(weeksPay.amount).toBeGreaterThanOrEqual(Math.min(...pays));
        expect(weeksPay.amount).toBeLessThanOrEqual(Math.max(...pays));
        expect(averageOf([...weeks].reverse())).toEqual(averageOf(weeks));
      }),
      { numRuns: manyCases },
    );
  });
});

describe("holiday carried over", () => {
  const carryOver = (change: Partial<HolidayCarryOverInput>) =>
    calculateHolidayCarryOver({
      reason: "sickness",
      isIrregularOrPartYear: false,
      leaveYearTo: plainDate("2026-03-31"),
      earned: minutes(5_600),
      taken: minutes(1_000),
      ...change,
    });

  it.each([
    ["sickness" as const, false, 3_000, "2027-09-30"],
    ["sickness" as const, true, 4_600, "2027-09-30"],
    ["familyLeave" as const, false, 4_600, "2027-03-31"],
    ["employerAtFault" as const, false, 3_000, null],
    ["employerAtFault" as const, true, 4_600, null],
    ["agreed" as const, false, 1_600, "2027-03-31"],
    ["none" as const, false, 0, null],
  ])("%s, irregular hours %s: %i of 4,600 minutes", (reason, isIrregularOrPartYear, carried, takeBy) => {
    expect(carryOver({ reason, isIrregularOrPartYear })).toMatchObject({ carried, lost: 4_600 - carried, takeBy });
  });

  it("carries nothing when all was taken, and never more than is left", () => {
    expect(carryOver({ reason: "familyLeave", taken: minutes(6_000) })).toMatchObject({ carried: 0, lost: 0, takeBy: null });
    expect(carryOver({ reason: "agreed", taken: minutes(5_000) })).toMatchObject({ carried: 600, lost: 0 });
  });

  it.each([
    ["sickness" as const, "Sickness kept it from being taken. 50 h is carried over.", "It must be taken by 30 September 2027."],
    ["familyLeave" as const, "Family leave kept it from being taken. 76 h 40 min is carried over.", "It must be taken by 31 March 2027."],
    [
      "employerAtFault" as const,
      "The employer did not let or encourage the person take it. 50 h is carried over.",
      "It is kept until the end of the first whole leave year in which it could be taken.",
    ],
    ["agreed" as const, "A written agreement lets part of it be carried over. 26 h 40 min is carried over.", "It must be taken by 31 March 2027."],
    ["none" as const, "Nothing kept it from being taken. 0 min is carried over.", "76 h 40 min is lost."],
  ])("%s is told with its figures", (reason, why, takeBy) => {
    const { lines, lost, rule } = carryOver({ reason });
    const texts = lines.map(({ text }) => text);
    expect(texts.slice(0, 3)).toEqual(["93 h 20 min earned, 16 h 40 min taken, so 76 h 40 min left on 31 March 2026.", why, takeBy]);
    expect(texts).toHaveLength(lost > 0 && reason !== "none" ? 4 : 3);
    expect(rule.name).toBe("Holiday carried over");
    expect(rule.source).toContain("regulations 13, 13A and 15B to 15E");
  });

  it("says what is lost, and no last day when nothing is carried", () => {
    expect(carryOver({}).lines.at(-1)).toEqual({ text: "26 h 40 min is lost." });
    expect(carryOver({ taken: minutes(5_600) }).lines).toHaveLength(2);
    expect(carryOver({ reason: "employerAtFault", taken: minutes(5_600) }).lines).toHaveLength(2);
  });

  it("rounds the four weeks up and never loses a minute between the two kinds", () => {
    // 4 ÷ 5.6 of 5,601 is 4000.71…: 4,001 for sickness, and 1,601 by agreement.
    const earned = minutes(5_601);
    expect(carryOver({ earned, taken: minutes(0) })).toMatchObject({ carried: 4_001, lost: 1_600 });
    expect(carryOver({ earned, taken: minutes(0), reason: "agreed" })).toMatchObject({ carried: 1_601, lost: 4_000 });
    // Holiday taken counts against the four weeks first.
    expect(carryOver({ taken: minutes(4_000) })).toMatchObject({ carried: 0, lost: 1_600, takeBy: null });
    expect(carryOver({ taken: minutes(3_999) })).toMatchObject({ carried: 1, lost: 1_600 });
    expect(carryOver({ taken: minutes(4_500), reason: "employerAtFault" })).toMatchObject({ carried: 0, lost: 1_100 });
  });

  it("18 months after 28 February ends on the last day of August", () => {
    expect(carryOver({ leaveYearTo: plainDate("2026-02-28") }).takeBy).toBe("2027-08-31");
  });

  it("what is carried and what is lost are what was left, and neither is below zero", () => {
    const reasons = fc.constantFrom("sickness" as const, "familyLeave" as const, "employerAtFault" as const, "agreed" as const, "none" as const);
    const time = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(reasons, fc.boolean(), time, time, (reason, isIrregularOrPartYear, earned, taken) => {
        const { carried, lost } = carryOver({ reason, isIrregularOrPartYear, earned: minutes(earned), taken: minutes(taken) });
        expect(carried + lost).toBe(Math.max(0, earned - taken));
        expect(Math.min(carried, lost)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: manyCases },
    );
  });
});
