import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, daysBetween, plainDate } from "../../../../shared/core/plainDate.ts";
import { checkedFamilyPayBetween } from "../../../../shared/payroll/statutoryPay/checkedFamilyPay.ts";
import { formatSevenDecimals, roundUpSevenths } from "../../../../shared/payroll/statutoryPay/familyPayAmounts.ts";
import type { FamilyPayType } from "../../../../shared/payroll/statutoryPay/familyPayTypes.ts";
import { keepingInTouch } from "../../../../shared/payroll/statutoryPay/keepingInTouch.ts";
import {
  calculateFamilyPay,
  type FamilyPayPeriod,
  familyPayBetween,
  familyPayEnd,
  familyPayWeeklyRate,
  knownStandardRates,
} from "../../../../shared/payroll/statutoryPay/statutoryFamilyPay.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;
const pounds = (amount: number) => BigInt(amount * 100) * 100_000n;
const pay = (change: Partial<FamilyPayPeriod> = {}): FamilyPayPeriod => ({
  payType: "SMP",
  payStart: day("2026-06-01"),
  weeks: 39,
  averageWeeklyEarnings: pounds(350),
  standardRates: knownStandardRates,
  ...change,
});
const due = (period: FamilyPayPeriod, from: string, to: string, roundedTo?: string[]) =>
  familyPayBetween(period, day(from), day(to), "the rules", roundedTo?.map(day));

describe("the weekly rate of family pay", () => {
  it("maternity and adoption pay: six weeks at 90%, then the standard rate", () => {
    for (const payType of ["SMP", "SAP"] as const) {
      expect(familyPayWeeklyRate(5, pay({ payType }))).toBe(pounds(315));
      expect(familyPayWeeklyRate(6, pay({ payType }))).toBe(1_943_200_000n);
    }
  });

  it.each(["SPP", "ShPP", "SPBP", "SNCP"] as const)("%s is the lower of the standard rate and 90% from the first week", (payType) => {
    expect(familyPayWeeklyRate(0, pay({ payType }))).toBe(1_943_200_000n);
    expect(familyPayWeeklyRate(0, pay({ payType, averageWeeklyEarnings: pounds(200) }))).toBe(pounds(180));
  });

  it("90% is cut at seven decimals", () => {
    // 90% of £130.1234567 is £117.11111103, cut to £117.1111110.
    expect(familyPayWeeklyRate(0, pay({ averageWeeklyEarnings: 1_301_234_567n }))).toBe(1_171_111_110n);
  });

  it.each([
    ["2026-03-29", 187_18],
    ["2026-04-04", 187_18],
    ["2026-04-05", 194_32],
  ])("a pay week that starts on %s has the rate of the first Sunday of April before it", (payStart, rate) => {
    expect(familyPayWeeklyRate(0, pay({ payType: "SPP", payStart: day(payStart) }))).toBe(BigInt(rate) * 100_000n);
  });

  it("each pay week has the rate of its own first day: the sixth week of a start on 1 March 2026 begins on 5 April", () => {
    const period = pay({ payType: "ShPP", payStart: day("2026-03-01") });
    expect(familyPayWeeklyRate(4, period)).toBe(1_871_800_000n);
    expect(familyPayWeeklyRate(5, period)).toBe(1_943_200_000n);
  });

  it("uses the oldest rate for a week before them all, and needs one", () => {
    expect(familyPayWeeklyRate(0, pay({ payType: "SPP", payStart: day("2023-01-01") }))).toBe(1_840_300_000n);
    expect(() => familyPayWeeklyRate(0, pay({ payType: "SPP", standardRates: [] }))).toThrow("Family pay needs a standard rate");
  });

  it("a week lost in the first six does not use up one of the weeks at 90%", () => {
    const period = pay({ weeksNotPaid: [2, 2] });
    expect(familyPayWeeklyRate(2, period)).toBe(0n);
    expect(familyPayWeeklyRate(6, period)).toBe(pounds(315));
    expect(familyPayWeeklyRate(7, period)).toBe(1_943_200_000n);
    // A week lost later gives no seventh week.
    expect(familyPayWeeklyRate(6, pay({ weeksNotPaid: [8] }))).toBe(1_943_200_000n);
  });
});

describe("family pay by payday", () => {
  it("ends after whole weeks", () => {
    expect(familyPayEnd(day("2026-06-01"), 2)).toBe("2026-06-14");
  });

  it("pays the days since the payday before, rounded up, and stops at the end", () => {
    // 90% of £350.00 is £315.00, £45.00 a day. 1 to 10 June: 10 days. 11 to 14 June: 4 days.
    const payDates = [day("2026-06-10"), day("2026-06-30"), day("2026-07-31")];
    expect(calculateFamilyPay({ ...pay({ weeks: 2 }), payDates })).toEqual([
      { payDate: "2026-06-10", amount: 450_00 },
      { payDate: "2026-06-30", amount: 180_00 },
    ]);
  });

  it("pays the one day when the payday is the last day", () => {
    const payDates = [day("2026-06-13"), day("2026-06-14"), day("2026-06-15")];
    expect(calculateFamilyPay({ ...pay({ weeks: 2 }), payDates }).map(({ amount }) => amount)).toEqual([585_00, 45_00]);
  });

  it("rounds a share of a penny up, and nothing to nothing", () => {
    expect(roundUpSevenths(7n * 100_000n)).toBe(1);
    expect(roundUpSevenths(7n * 100_000n + 1n)).toBe(2);
    expect(roundUpSevenths(0n)).toBe(0);
    expect(formatSevenDecimals(2_074_996_153n)).toBe("£207.49");
  });
});

describe("what is due between two dates", () => {
  it("six weeks at 90% and then the standard rate: the whole of 39 weeks", () => {
    // 6 × £315.00 + 33 × £194.32 = £1,890.00 + £6,412.56.
    const whole = due(pay(), "2026-01-01", "2028-01-01");
    expect(whole.total.amount).toBe(8_302_56);
    expect(whole).toMatchObject({ days: 273, wholeWeeks: 39 });
    expect(whole.total.rule).toEqual({ name: "Statutory Maternity Pay", source: "the rules" });
  });

  it("explains a part of a pay week with its numbers", () => {
    // £194.32 / 7 × 3 = £83.28; × 7 = £194.32, so the rest is £111.04.
    const period = pay({ payType: "SPP", weeks: 1 });
    const first = due(period, "2026-06-01", "2026-06-03");
    expect(first.total.lines).toEqual([
      { text: "1 June 2026 to 3 June 2026: 3 days at one seventh of £194.32 (the standard rate). Rounded up to the penny.", amount: 83_28 },
    ]);
    expect(first).toMatchObject({ days: 3, wholeWeeks: 0 });
    const rest = due(period, "2026-06-04", "2026-06-30");
    expect(rest.total.lines).toEqual([
      {
        text: "4 June 2026 to 7 June 2026: 4 days at one seventh of £194.32 (the standard rate). The payment from 1 June 2026 comes to £194.32, less £83.28 before. Rounded up to the penny.",
        amount: 111_04,
      },
    ]);
    expect(rest.wholeWeeks).toBe(1);
  });

  it("a payment over two rates tells both, in one rounding", () => {
    // Week 6 ends on 12 July 2026. 11 and 12 July: 2 × £45.00 = £90.00; 13 July: £194.32 / 7 = £27.76.
    const result = due(pay(), "2026-07-11", "2026-07-13", ["2026-07-10", "2026-07-13"]);
    expect(result.total.lines).toEqual([
      {
        text: "11 July 2026 to 12 July 2026: 2 days at one seventh of £315.00 (90% of average weekly earnings of £350.00). 13 July 2026 to 13 July 2026: 1 day at one seventh of £194.32 (the standard rate). Rounded up to the penny.",
        amount: 117_76,
      },
    ]);
    expect(result).toMatchObject({ days: 3, wholeWeeks: 1 });
  });

  it("pay weeks at one rate are told in one sentence", () => {
    const result = due(pay({ weeks: 3 }), "2026-06-01", "2026-06-21", ["2026-06-21"]);
    expect(result.total.lines).toEqual([
      {
        text: "1 June 2026 to 21 June 2026: 21 days at one seventh of £315.00 (90% of average weekly earnings of £350.00). Rounded up to the penny.",
        amount: 945_00,
      },
    ]);
  });

  it("without pay periods each pay week is a payment, rounded up by itself", () => {
    // 90% of £150.01 is £135.009, £135.01 a week; three weeks in one payment would be £405.03 too, so the lines tell them apart.
    const result = due(pay({ payType: "ShPP", weeks: 3, averageWeeklyEarnings: pounds(150.01) }), "2026-06-01", "2026-06-21");
    expect(result.total.lines.map(({ amount }) => amount)).toEqual([135_01, 135_01, 135_01]);
  });

  it("pay periods may come in any order, begin before the pay and go on after it", () => {
    // £45.00 a day: 1 June by itself, 2 to 5 June, 6 to 14 June.
    const result = due(pay({ weeks: 2 }), "2026-06-01", "2026-06-30", ["2026-06-19", "2026-06-05", "2026-05-29", "2026-06-01"]);
    expect(result.total.lines.map(({ amount }) => amount)).toEqual([45_00, 180_00, 405_00]);
    expect(result.total.lines.some(({ text }) => text.includes("The payment from"))).toBe(false);
    const known = due(pay({ weeks: 2 }), "2026-06-01", "2026-06-30", ["2026-06-14"]);
    expect(known.total.lines.map(({ amount }) => amount)).toEqual([630_00]);
  });

  it("a whole week counts where its last day is, on the first or the last day of the stretch", () => {
    const weeks = (from: string, to: string) => due(pay(), from, to).wholeWeeks;
    expect([weeks("2026-06-07", "2026-06-07"), weeks("2026-06-08", "2026-06-13"), weeks("2026-06-08", "2026-06-14")]).toEqual([1, 0, 1]);
  });

  it("a week that is not paid says so and counts no days", () => {
    const result = due(pay({ weeks: 2, weeksNotPaid: [0] }), "2026-06-01", "2026-06-14");
    expect(result).toMatchObject({ days: 7, wholeWeeks: 1 });
    expect(result.total.lines.map(({ text, amount }) => [text, amount])).toEqual([
      ["1 June 2026 to 7 June 2026: not paid. Rounded up to the penny.", 0],
      ["8 June 2026 to 14 June 2026: 7 days at one seventh of £315.00 (90% of average weekly earnings of £350.00). Rounded up to the penny.", 315_00],
    ]);
  });

  it("nothing is due before the start or after the end", () => {
    expect(due(pay({ weeks: 1 }), "2026-05-01", "2026-05-31")).toMatchObject({ days: 0, wholeWeeks: 0, total: { amount: 0, lines: [] } });
    expect(due(pay({ weeks: 1 }), "2026-06-08", "2026-06-30")).toMatchObject({ days: 0, wholeWeeks: 0, total: { amount: 0, lines: [] } });
  });

  it("each pay period rounds up once, as the payments of calculateFamilyPay do", () => {
    // £150.00 × 90% = £135.00, / 7 × 4 = £77.142857 → £77.15; × 3 = £57.857142 → £57.86. Together a penny more than the week.
    const period = pay({ payType: "SPP", weeks: 1, averageWeeklyEarnings: pounds(150) });
    const ends = ["2026-06-04", "2026-06-30"];
    expect(due(period, "2026-06-01", "2026-06-04", ends).total.amount).toBe(77_15);
    expect(due(period, "2026-06-05", "2026-06-30", ends).total.amount).toBe(57_86);
    expect(calculateFamilyPay({ ...period, payDates: ends.map(day) }).map(({ amount }) => amount)).toEqual([77_15, 57_86]);
    expect(due(period, "2026-06-01", "2026-06-07").total.amount).toBe(135_00);
  });

  it("after the last pay period that is known, the rest is one payment", () => {
    const result = due(pay({ weeks: 2 }), "2026-06-01", "2026-06-14", ["2026-05-31", "2026-06-03"]);
    expect(result.total.lines.map(({ amount }) => amount)).toEqual([135_00, 495_00]);
  });

  const period = fc.record({
    payType: fc.constantFrom<FamilyPayType>("SMP", "SAP", "SPP", "ShPP", "SPBP", "SNCP"),
    payStart: fc.integer({ min: 0, max: 800 }).map((days) => addDays(day("2024-04-07"), days)),
    weeks: fc.integer({ min: 1, max: 3 }),
    averageWeeklyEarnings: fc.bigInt({ min: 10n, max: 8_000_000_000n }),
    standardRates: fc.constant(knownStandardRates),
    weeksNotPaid: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
  });
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 2 });
  it("any cutting adds up to the whole, and cut at the pay periods each part is GOV.UK's payment", () => {
    fc.assert(
      fc.property(period, cuts, cuts, (given, periodCuts, otherCuts) => {
        const end = familyPayEnd(given.payStart, given.weeks);
        const daysOf = (list: readonly number[]) => [
          ...list
            .map((count) => addDays(given.payStart, count))
            .filter((one) => one < end)
            .sort(),
          end,
        ];
        const payDates = daysOf(periodCuts);
        const parts = (ends: readonly ReturnType<typeof addDays>[]) =>
          ends.map((to, index) => familyPayBetween(given, index === 0 ? given.payStart : addDays(ends[index - 1] ?? to, 1), to, "", payDates));
        const published = calculateFamilyPay({ ...given, payDates });
        expect(parts(payDates).map(({ total }) => total.amount)).toEqual(published.map(({ amount }) => amount));
        const pieces = parts(daysOf(otherCuts));
        expect(pieces.reduce((sum, { total }) => sum + total.amount, 0)).toBe(published.reduce((sum, { amount }) => sum + amount, 0));
        expect(pieces.every(({ total }) => total.amount >= 0)).toBe(true);
        const lost = given.weeksNotPaid.filter((week) => week < given.weeks).length;
        const days = pieces.reduce((sum, one) => sum + one.days, 0);
        expect(days).toBe(daysBetween(given.payStart, end) + 1 - lost * 7);
      }),
      { numRuns: manyCases },
    );
  }, 60_000);
});

describe("family pay refuses bad input with field, value, rule and way out", () => {
  const check = (change: Partial<FamilyPayPeriod>, to = "2026-06-30") =>
    checkedFamilyPayBetween(pay(change), day("2026-06-01"), day(to), "the rules");
  it.each([
    [{ weeks: 0 }, "weeks", "0", "Statutory Maternity Pay is paid for 1 to 39 whole weeks.", "Correct the number of weeks."],
    [{ weeks: 40 }, "weeks", "40", "Statutory Maternity Pay is paid for 1 to 39 whole weeks.", "Correct the number of weeks."],
    [{ weeks: 1.5 }, "weeks", "1.5", "Statutory Maternity Pay is paid for 1 to 39 whole weeks.", "Correct the number of weeks."],
    [{ payType: "SPP" as const, weeks: 3 }, "weeks", "3", "Statutory Paternity Pay is paid for 1 to 2 whole weeks.", "Correct the number of weeks."],
    [
      { payType: "SAP" as const, weeks: 40 },
      "weeks",
      "40",
      "Statutory Adoption Pay is paid for 1 to 39 whole weeks.",
      "Correct the number of weeks.",
    ],
    [
      { payType: "ShPP" as const, weeks: 38 },
      "weeks",
      "38",
      "Statutory Shared Parental Pay is paid for 1 to 37 whole weeks.",
      "Correct the number of weeks.",
    ],
    [
      { payType: "SPBP" as const, weeks: 3 },
      "weeks",
      "3",
      "Statutory Parental Bereavement Pay is paid for 1 to 2 whole weeks.",
      "Correct the number of weeks.",
    ],
    [
      { payType: "SNCP" as const, weeks: 13 },
      "weeks",
      "13",
      "Statutory Neonatal Care Pay is paid for 1 to 12 whole weeks.",
      "Correct the number of weeks.",
    ],
    [
      { averageWeeklyEarnings: -1n },
      "averageWeeklyEarnings",
      "-1",
      "Average weekly earnings can't be less than nothing.",
      "Check the pay of the relevant period.",
    ],
    [{ weeksNotPaid: [0, 39] }, "weeksNotPaid", "39", "A week that is not paid must be one of the pay weeks, counted from 0.", "Correct the weeks."],
    [{ weeksNotPaid: [-1] }, "weeksNotPaid", "-1", "A week that is not paid must be one of the pay weeks, counted from 0.", "Correct the weeks."],
    [{ weeksNotPaid: [0.5] }, "weeksNotPaid", "0.5", "A week that is not paid must be one of the pay weeks, counted from 0.", "Correct the weeks."],
    [
      { payStart: day("2024-04-06") },
      "payStart",
      "2024-04-06",
      "The first standard rate that is known starts on 7 April 2024.",
      "Correct the first day of pay.",
    ],
    [{ standardRates: [] }, "payStart", "2026-06-01", "No standard rate is known.", "Correct the first day of pay."],
  ])("case %#", (change, field, value, rule, wayOut) => {
    expect(check(change)).toEqual({ ok: false, problems: [{ field, value, rule, wayOut }] });
  });

  it("a period that ends before it starts", () => {
    expect(check({}, "2026-05-31")).toEqual({
      ok: false,
      problems: [{ field: "to", value: "2026-05-31", rule: "The last day is before the first.", wayOut: "Correct the dates of the pay period." }],
    });
  });

  it("works out good input, at its limits too", () => {
    for (const change of [{}, { weeks: 1 }, { weeksNotPaid: [0, 38] }, { payStart: day("2024-04-07") }, { averageWeeklyEarnings: 0n }]) {
      expect(check(change)).toEqual({ ok: true, value: due(pay(change), "2026-06-01", "2026-06-30") });
    }
    expect(check({}, "2026-06-01")).toMatchObject({ ok: true, value: { total: { amount: 45_00 } } });
  });
});

describe("keeping in touch days", () => {
  const start = day("2026-06-01");
  const worked = (count: number) => Array.from({ length: count }, (_, index) => addDays(start, index));
  it("ten days lose nothing, the eleventh loses its pay week", () => {
    expect(keepingInTouch("SMP", start, 39, worked(10))).toEqual({ daysUsed: 10, daysLeft: 0, weeksLost: [], reasons: [] });
    expect(keepingInTouch("SMP", start, 39, worked(11))).toEqual({
      daysUsed: 10,
      daysLeft: 0,
      weeksLost: [1],
      reasons: ["Pay week 2 is not paid: there was work on 11 June 2026 and the 10 days allowed were used up."],
    });
  });

  it("a week is lost once, by its first day beyond", () => {
    // Days 11 to 15 are 11 to 15 June: the 15th is in week 3.
    const lost = keepingInTouch("SAP", start, 39, worked(15));
    expect(lost.weeksLost).toEqual([1, 2]);
    expect(lost.reasons).toEqual([
      "Pay week 2 is not paid: there was work on 11 June 2026 and the 10 days allowed were used up.",
      "Pay week 3 is not paid: there was work on 15 June 2026 and the 10 days allowed were used up.",
    ]);
  });

  it("counts a day once, and only days within the pay", () => {
    const days = [addDays(start, -1), start, start, day("2026-06-14"), day("2026-06-15")];
    expect(keepingInTouch("SMP", start, 2, days)).toMatchObject({ daysUsed: 2, daysLeft: 8 });
  });

  it("shared parental pay allows twenty; days used before count", () => {
    expect(keepingInTouch("ShPP", start, 10, worked(3))).toMatchObject({ daysUsed: 3, daysLeft: 17 });
    expect(keepingInTouch("ShPP", start, 10, worked(3), 18)).toMatchObject({ daysUsed: 2, daysLeft: 0, weeksLost: [0] });
    expect(keepingInTouch("ShPP", start, 10, worked(1), 25)).toMatchObject({ daysUsed: 0, daysLeft: 0, weeksLost: [0] });
  });

  it.each(["SPP", "SPBP", "SNCP"] as const)("%s allows no work", (payType) => {
    expect(keepingInTouch(payType, start, 2, [day("2026-06-08")])).toMatchObject({
      weeksLost: [1],
      reasons: ["Pay week 2 is not paid: there was work on 8 June 2026 and no work is allowed in a week of this pay."],
    });
  });

  it("work in any order of days is put in order first", () => {
    expect(keepingInTouch("SMP", start, 39, worked(11).reverse()).weeksLost).toEqual([1]);
  });
});

it("amounts stay whole pence", () => {
  expect(due(pay(), "2026-06-01", "2026-06-01").total.amount).toBe(pence(45_00));
});
