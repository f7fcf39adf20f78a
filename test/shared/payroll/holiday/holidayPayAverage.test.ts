import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import { calculateHolidayCarryOver, type HolidayCarryOverInput } from "../../../../shared/payroll/holiday/holidayCarryOver.ts";
import { calculateHolidayPayAverage, type PaidWeek } from "../../../../shared/payroll/holiday/holidayPayAverage.ts";

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
    expect(calculateHolidayPayAverage(firstDayOff, [week(1, -1)])).toMatchObject({ ok: false, problems: [{ field: "weeks" }] });
  });

  it("lies between the lowest and the highest week, in whatever order the weeks come", () => {
    const anyWeeks = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(anyWeeks, (pays) => {
        const weeks = weeksBack(pays.length, (back) => pays[back - 1] ?? 0);
        const { weeksPay } = averageOf(weeks);
        const counted = pays.slice(0, 52);
        expect(weeksPay.amount).toBeGreaterThanOrEqual(Math.min(...counted));
        expect(weeksPay.amount).toBeLessThanOrEqual(Math.max(...counted));
        expect(averageOf([...weeks].reverse())).toEqual(averageOf(weeks));
      }),
      { numRuns: 200 },
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
      { numRuns: 10_000 },
    );
  });
});
