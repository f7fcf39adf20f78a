import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate, type Weekday, weekdays } from "../../../../shared/core/plainDate.ts";
import { firstDayOfLinkedSickness, joinTouchingSpells, linkedPeriodsOfIncapacity } from "../../../../shared/payroll/statutoryPay/sicknessSpells.ts";
import { formatTenThousandths, sickPayDailyRate, sickPayWeeklyRate } from "../../../../shared/payroll/statutoryPay/sickPayRate.ts";
import { formSsp1DueBy } from "../../../../shared/payroll/statutoryPay/sickPayRefusal.ts";
import { isBelowEarningsLimit, knownSickPayRules, reformDay, sickPayRulesOn } from "../../../../shared/payroll/statutoryPay/sickPayRules.ts";
import {
  calculateSickPayBetween,
  calculateStatutorySickPay,
  checkedStatutorySickPay,
  type StatutorySickPayInput,
} from "../../../../shared/payroll/statutoryPay/statutorySickPay.ts";
import { manyCases } from "../../../support/manyCases.ts";
import { statedEarnings } from "./statutoryPayFixture.ts";

const day = plainDate;
const spell = (from: string, to: string) => ({ from: day(from), to: day(to) });
const mondayToFriday: Weekday[] = ["Mon", "Tue", "Wed", "Thu", "Fri"];
const sick = (change: Partial<StatutorySickPayInput> & Pick<StatutorySickPayInput, "spell">): StatutorySickPayInput => ({
  qualifyingDays: mondayToFriday,
  averageWeeklyEarnings: statedEarnings(300_00),
  earlierSpells: [],
  rules: knownSickPayRules,
  source: "the rules",
  ...change,
});
const textsOf = (result: { total: { lines: readonly { text: string }[] } }) => result.total.lines.map(({ text }) => text);

describe("sick pay up to 5 April 2026", () => {
  it("pays nothing for three days and says why on form SSP1", () => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-06-02", "2025-06-04") }));
    expect(result.total.amount).toBe(0);
    expect(result.refusals).toEqual([
      {
        reason: "fewerThanFourDays",
        from: "2025-06-02",
        to: "2025-06-04",
        days: 3,
        text: "Up to 5 April 2026 sick pay needs at least 4 days of sickness in a row. This absence has 3.",
        form: "SSP1",
      },
    ]);
  });

  it("pays the fourth working day of four days in a row", () => {
    // £118.75 / 5 = £23.75 a day; Monday to Wednesday wait.
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-06-02", "2025-06-05") }));
    expect(result).toMatchObject({ waitingDays: 3, daysPaid: 1, paidDates: ["2025-06-05"], refusals: [], raisesLinkedAbsenceQuestion: false });
    expect(result.total.amount).toBe(23_75);
    expect(result.total.rule).toEqual({ name: "Statutory Sick Pay", source: "the rules" });
    expect(textsOf(result)).toEqual([
      "From 5 June 2025 sick pay is £118.75 a week (the flat rate); shared over 5 working days a week that is £23.75 a day.",
      "The first 3 working days are not paid (waiting days).",
      "1 day at £23.75 in the week to 7 June 2025: £23.75.",
    ]);
  });

  it("one waiting day is told as one day", () => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-06-05", "2025-06-08"), qualifyingDays: ["Sun"] }));
    expect(textsOf(result)).toEqual(["The first 1 working day is not paid (waiting days)."]);
  });

  it("waiting days cut in two by a pay period say how many came before", () => {
    // Thursday 29 and Friday 30 May wait, then Monday 2 June; 3 and 4 June pay 2 × £23.75.
    const spellInTwo = sick({ spell: spell("2025-05-29", "2025-06-04") });
    expect(textsOf(calculateSickPayBetween(spellInTwo, day("2025-05-26"), day("2025-06-01")))).toEqual([
      "The first 2 working days are not paid (waiting days).",
    ]);
    const later = calculateSickPayBetween(spellInTwo, day("2025-06-02"), day("2025-06-08"));
    expect(later).toMatchObject({ waitingDays: 1, daysPaid: 2 });
    expect(textsOf(later)[1]).toBe("1 working day is not paid (waiting days). 2 waiting days came before.");
  });

  it("waiting days served in a linked absence before are told, one as one day", () => {
    // Only Monday 9 June of the earlier absence was a working day; Monday 16 and Monday 23 June wait too.
    const qualifyingDays: Weekday[] = ["Mon"];
    const linked = sick({ spell: spell("2025-06-14", "2025-06-24"), earlierSpells: [spell("2025-06-09", "2025-06-12")], qualifyingDays });
    expect(textsOf(calculateStatutorySickPay(linked))).toEqual(["2 working days are not paid (waiting days). 1 waiting day came before."]);
  });

  it("counts the four days over all days of the week, worked or not", () => {
    // Friday to Monday: two working days, both waiting.
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-06-06", "2025-06-09") }));
    expect(result).toMatchObject({ waitingDays: 2, daysPaid: 0, refusals: [] });
  });

  it("joins two notes that touch into one absence of four days", () => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-06-04", "2025-06-06"), earlierSpells: [spell("2025-06-02", "2025-06-03")] }));
    // Monday, Tuesday and Wednesday wait; Thursday and Friday pay 2 × £23.75.
    expect(result).toMatchObject({ waitingDays: 1, daysPaid: 2 });
    expect(result.total.amount).toBe(47_50);
  });

  it.each([
    [124_99, 0, ["notEnoughEarnings"]],
    [125_00, 47_50, []],
  ])("average earnings of %i pence a week against the limit of £125.00", (average, amount, reasons) => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-06-02", "2025-06-06"), averageWeeklyEarnings: statedEarnings(average) }));
    expect(result.total.amount).toBe(amount);
    expect(result.refusals.map(({ reason }) => reason)).toEqual(reasons);
  });

  it("says the lower earnings limit that was not reached", () => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-06-02", "2025-06-06"), averageWeeklyEarnings: statedEarnings(100_00) }));
    expect(textsOf(result)).toEqual(["Average weekly earnings are under £125.00, the lower earnings limit, so nothing is due from 2 June 2025."]);
    expect(result.waitingDays).toBe(0);
  });

  it.each([
    // 2024-25 asks for £123.00 and 2025-26 for £125.00. Off 10 March to 18 April 2025: 30 working days, 3 wait. 17 × £23.35 (£116.75 / 5) to 4 April and
    // 10 × £23.75 (£118.75 / 5) from 7 April: £396.95 + £237.50.
    [122_99, 0, ["notEnoughEarnings"]],
    [123_00, 634_45, []],
    [124_00, 634_45, []],
  ])("average earnings of %i pence are judged by the limit of the first day only, not again on 6 April 2025", (average, amount, reasons) => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-03-10", "2025-04-18"), averageWeeklyEarnings: statedEarnings(average) }));
    expect(result.total.amount).toBe(amount);
    expect(result.refusals.map(({ reason }) => reason)).toEqual(reasons);
  });

  it("a linked absence in the next tax year is judged by the limit of the first one, and says that limit when it is not reached", () => {
    // 22 March to 13 April is 23 days. The three waiting days were served in March, so 5 × £23.75 = £118.75.
    const linked = (average: number) =>
      calculateStatutorySickPay(
        sick({
          spell: spell("2025-04-14", "2025-04-18"),
          earlierSpells: [spell("2025-03-10", "2025-03-21")],
          averageWeeklyEarnings: statedEarnings(average),
        }),
      );
    expect(linked(124_00).total.amount).toBe(118_75);
    expect(textsOf(linked(122_00))).toEqual([
      "Average weekly earnings are under £123.00, the lower earnings limit, so nothing is due from 14 April 2025.",
    ]);
  });

  it("an absence that does not link is judged by the limit of its own first day", () => {
    const earlierSpells = [spell("2025-01-06", "2025-01-17")];
    const alone = sick({ spell: spell("2025-04-14", "2025-04-18"), earlierSpells, averageWeeklyEarnings: statedEarnings(124_99) });
    expect(calculateStatutorySickPay(alone).refusals).toMatchObject([{ reason: "notEnoughEarnings", days: 5 }]);
  });

  it("serves waiting days once in linked absences, with exactly 56 days between", () => {
    // 1 to 5 September 2025 wait Mon to Wed. 56 days between 5 September and 1 November: 6 September to 31 October.
    const earlierSpells = [spell("2025-09-01", "2025-09-05")];
    const linked = calculateStatutorySickPay(sick({ spell: spell("2025-11-01", "2025-11-07"), earlierSpells }));
    expect(linked).toMatchObject({ waitingDays: 0, daysPaid: 5 });
    expect(linked.total.amount).toBe(118_75);
    const unlinked = calculateStatutorySickPay(sick({ spell: spell("2025-11-02", "2025-11-07"), earlierSpells }));
    expect(unlinked).toMatchObject({ waitingDays: 3, daysPaid: 2 });
  });

  it("days shut out for another reason are no waiting days", () => {
    const excludedPeriods = [{ reason: "tradeDispute" as const, from: day("2025-06-02"), to: day("2025-06-03") }];
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-06-02", "2025-06-09"), excludedPeriods }));
    // Wednesday to Friday wait; Monday 9 June is paid.
    expect(result).toMatchObject({ waitingDays: 3, paidDates: ["2025-06-09"] });
  });

  it("pays only the days of this note when another one overlaps it and goes on", () => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-06-02", "2026-06-03"), earlierSpells: [spell("2026-06-01", "2026-06-05")] }));
    expect(result.paidDates).toEqual(["2026-06-02", "2026-06-03"]);
    expect(result.total.amount).toBe(49_30);
  });

  it("an earlier note in the same week is a payment of its own", () => {
    // £123.25 / 4 = £30.8125 a day. Thursday: £30.82, whatever Monday and Tuesday came to.
    const input = { qualifyingDays: ["Mon", "Tue", "Wed", "Thu"] as Weekday[], earlierSpells: [spell("2026-06-01", "2026-06-02")] };
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-06-04", "2026-06-04"), ...input }));
    expect(result.total.amount).toBe(30_82);
    expect(textsOf(result).at(-1)).toBe("1 day at £30.8125 in the week to 6 June 2026: £30.8125, rounded up to the penny.");
  });

  it("under rules that never change, a long absence is not asked about", () => {
    const rules = knownSickPayRules.slice(0, 2);
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-06-02", "2025-06-06"), rules }));
    expect(result.total.amount).toBe(47_50);
  });

  it("an absence of three days links nothing and bridges nothing", () => {
    const earlierSpells = [spell("2025-09-01", "2025-09-05"), spell("2025-10-20", "2025-10-22")];
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-12-01", "2025-12-05"), earlierSpells }));
    expect(result.waitingDays).toBe(3);
  });
});

describe("sick pay from 6 April 2026", () => {
  it.each([
    // 80% of £154.06 is £123.248; of £154.0625 it is £123.25, the flat rate.
    [154_06, 1, true],
    [154_0625, 100, false],
    [154_07, 1, false],
  ])("%i pence over %i: the share of earnings is the lower rate: %s", (numerator, denominator, isShareOfEarnings) => {
    const rules = sickPayRulesOn(knownSickPayRules, day("2026-04-06"));
    expect(sickPayWeeklyRate(rules, { numerator, denominator }, false).isShareOfEarnings).toBe(isShareOfEarnings);
    expect(sickPayWeeklyRate(rules, { numerator, denominator }, true).isShareOfEarnings).toBe(false);
  });

  it("SSP-2: 80% of £140.00 over three days, two days off", () => {
    const result = calculateStatutorySickPay(
      sick({ spell: spell("2026-06-01", "2026-06-02"), qualifyingDays: ["Mon", "Tue", "Wed"], averageWeeklyEarnings: statedEarnings(140_00) }),
    );
    expect(result.total.amount).toBe(74_67);
    expect(textsOf(result)).toEqual([
      "From 1 June 2026 sick pay is £112.00 a week (80% of average weekly earnings of £140.00, which is less than the flat rate of £123.25); shared over 3 working days a week that is £37.3333 a day.",
      "2 days at £37.3333 in the week to 6 June 2026: £74.6666, rounded up to the penny.",
    ]);
  });

  it("one working day a week is told as one day", () => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-06-01", "2026-06-01"), qualifyingDays: ["Mon"] }));
    expect(result.total.amount).toBe(123_25);
    expect(textsOf(result)[0]).toContain("shared over 1 working day a week that is £123.25 a day.");
  });

  it("an absence with no working day brings nothing, and no form", () => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-06-06", "2026-06-07") }));
    expect(result.refusals).toEqual([
      {
        reason: "noWorkingDays",
        from: "2026-06-06",
        to: "2026-06-07",
        days: 0,
        text: "Sick pay is only for days the person would have worked. There are none in this absence.",
        form: null,
      },
    ]);
  });

  it("ends after 28 weeks: 140 working days of five a week", () => {
    // Monday 13 April 2026 + 28 weeks ends on Sunday 25 October; Monday 26 October is not paid.
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-04-13", "2026-10-27") }));
    expect(result.daysPaid).toBe(140);
    expect(result.paidDates.at(-1)).toBe("2026-10-23");
    expect(result.total.amount).toBe(28 * 123_25);
    expect(result.refusals).toEqual([
      {
        reason: "used28Weeks",
        from: "2026-10-26",
        to: "2026-10-27",
        days: 2,
        text: "Sick pay ends after 28 weeks in one absence or in linked absences. Nothing is due from 26 October 2026.",
        form: "SSP1",
      },
    ]);
  });

  it("counts the weeks paid in linked absences towards the 28", () => {
    // 27 weeks and 4 days (139 days) before; one day is left.
    const earlierSpells = [spell("2026-04-13", "2026-10-22")];
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-11-02", "2026-11-06"), earlierSpells }));
    expect(result.paidDates).toEqual(["2026-11-02"]);
    expect(result.refusals[0]).toMatchObject({ reason: "used28Weeks", days: 4 });
  });

  it("stops when the linked absences began three years before", () => {
    // One day every eight weeks, linked all the time, from 6 April 2026: three years on is 6 April 2029.
    const days = Array.from({ length: 23 }, (_, index) => addDays(day("2026-04-06"), index * 49));
    const earlierSpells = days.map((from) => ({ from, to: from }));
    const before = calculateStatutorySickPay(sick({ spell: spell("2029-04-05", "2029-04-06"), earlierSpells }));
    expect(before.paidDates).toEqual(["2029-04-05"]);
    expect(before.refusals).toMatchObject([
      { reason: "linkedForThreeYears", text: "These linked absences began more than 3 years ago, so nothing is due from 6 April 2029." },
    ]);
  });

  it.each([
    ["withinMaternityPayPeriod", "it is in the 39 weeks of maternity pay or allowance."],
    ["notEmployed", "the person is not employed then."],
    ["noWorkDoneYet", "the person has not done any work in this job yet."],
    ["legalCustody", "the person is in legal custody."],
    ["tradeDispute", "there is a strike or other stoppage at work."],
  ] as const)("pays nothing on excluded days: %s", (reason, words) => {
    const excludedPeriods = [{ reason, from: day("2026-06-02"), to: day("2026-06-03") }];
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-06-01", "2026-06-05"), excludedPeriods }));
    expect(result.paidDates).toEqual(["2026-06-01", "2026-06-04", "2026-06-05"]);
    expect(result.refusals).toEqual([
      { reason, from: "2026-06-02", to: "2026-06-03", days: 2, form: "SSP1", text: `Nothing is due from 2 June 2026: ${words}` },
    ]);
  });
});

describe("absences across 6 April 2026", () => {
  it("(a) waiting days stop and pay starts on 6 April, at the new rate", () => {
    // Thursday 2 and Friday 3 April wait; Monday 6 to Wednesday 8 pay. 80% of £140.00 / 5 = £22.40 a day.
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-04-02", "2026-04-08"), averageWeeklyEarnings: statedEarnings(140_00) }));
    expect(result).toMatchObject({ waitingDays: 2, paidDates: ["2026-04-06", "2026-04-07", "2026-04-08"], raisesLinkedAbsenceQuestion: false });
    expect(result.total.amount).toBe(67_20);
  });

  it("(b) somebody shut out by the earnings limit comes in on 6 April", () => {
    // 80% of £100.00 is £80.00 a week, £16.00 a day, three days.
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-03-30", "2026-04-08"), averageWeeklyEarnings: statedEarnings(100_00) }));
    expect(result.paidDates[0]).toBe("2026-04-06");
    expect(result.total.amount).toBe(48_00);
    const text = "Average weekly earnings are under £125.00, the lower earnings limit, so nothing is due from 30 March 2026 to 5 April 2026.";
    expect(result.refusals).toMatchObject([{ reason: "notEnoughEarnings", from: "2026-03-30", to: "2026-04-03", days: 5, text }]);
  });

  it.each([
    ["2026-04-05", "so nothing is due from 30 March 2026."],
    ["2026-04-06", "so nothing is due from 30 March 2026 to 5 April 2026."],
  ])("(b) an absence to %s names 5 April as the last day without pay only when it goes on after it", (to, words) => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-03-30", to), averageWeeklyEarnings: statedEarnings(100_00) }));
    expect(result.refusals[0]?.text).toBe(`Average weekly earnings are under £125.00, the lower earnings limit, ${words}`);
  });

  it("(b) rules that never change name no last day without pay", () => {
    const rules = knownSickPayRules.filter(({ from }) => from < "2026-04-06");
    const result = calculateStatutorySickPay(
      sick({ rules, spell: spell("2026-03-30", "2026-04-08"), averageWeeklyEarnings: statedEarnings(100_00) }),
    );
    expect(result.refusals[0]?.text).toMatch(/so nothing is due from 30 March 2026\.$/);
  });

  it("(c) somebody already paid keeps the flat rate for that absence, at its new amount", () => {
    // Monday 30 March to Wednesday 1 April wait. 2 days at £23.75 = £47.50, then 3 at £24.65 = £73.95.
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-03-30", "2026-04-08"), averageWeeklyEarnings: statedEarnings(130_00) }));
    expect(result.total.amount).toBe(47_50 + 73_95);
    expect(textsOf(result)).toContain(
      "From 6 April 2026 sick pay is £123.25 a week (the flat rate, kept because it was due before the rules changed); shared over 5 working days a week that is £24.65 a day.",
    );
  });

  it("one Sunday-to-Saturday week at two rates is rounded up once", () => {
    // Seven working days: £118.75 / 7 = £16.9642 on Sunday 5 April; £123.25 / 7 = £17.6071 × 2. Together £52.1784.
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-04-01", "2026-04-07"), qualifyingDays: weekdays }));
    expect(result.weeks).toEqual([
      { weekEndingSaturday: "2026-04-04", daysPaid: 1, amount: 16_97 },
      { weekEndingSaturday: "2026-04-11", daysPaid: 3, amount: 52_18 },
    ]);
    expect(textsOf(result).at(-1)).toBe("1 day at £16.9642 and 2 days at £17.6071 in the week to 11 April 2026: £52.1784, rounded up to the penny.");
  });

  it("a two-day absence over the change is paid for its day under the new rules only", () => {
    const result = calculateStatutorySickPay(sick({ spell: spell("2026-04-05", "2026-04-06"), qualifyingDays: weekdays }));
    expect(result.paidDates).toEqual(["2026-04-06"]);
    expect(result.refusals).toMatchObject([{ reason: "fewerThanFourDays", days: 1 }]);
  });

  const later = {
    spell: spell("2026-05-11", "2026-05-15"),
    earlierSpells: [spell("2026-03-16", "2026-03-20")],
    averageWeeklyEarnings: statedEarnings(130_00),
  };
  it("asks about a later linked absence, and uses the new rule until told otherwise", () => {
    // 80% of £130.00 is £104.00.
    const result = calculateStatutorySickPay(sick(later));
    expect(result.raisesLinkedAbsenceQuestion).toBe(true);
    expect(result.total.amount).toBe(104_00);
    expect(textsOf(result)).toContain(
      "An earlier linked absence was paid at the flat rate before the rules changed. The guidance does not say if a later one keeps that rate. This pay uses the new rule. Ask HMRC or Acas which one holds.",
    );
  });

  it("a later linked absence keeps the flat rate when that is chosen", () => {
    const result = calculateStatutorySickPay(sick({ ...later, choices: { laterLinkedAbsence: "keepsFlatRate" } }));
    expect(result.total.amount).toBe(123_25);
    expect(textsOf(result)[1]).toMatch(/The guidance does not say if a later one keeps that rate\. It was chosen that it does\.$/);
  });

  it("does not ask when no day of the later absence is paid, nor about days of another absence", () => {
    const excludedPeriods = [{ reason: "legalCustody" as const, ...later.spell }];
    expect(calculateStatutorySickPay(sick({ ...later, excludedPeriods })).raisesLinkedAbsenceQuestion).toBe(false);
    const last = { ...later, spell: spell("2026-06-06", "2026-06-07"), earlierSpells: [...later.earlierSpells, later.spell] };
    expect(calculateStatutorySickPay(sick(last)).raisesLinkedAbsenceQuestion).toBe(false);
  });

  it("does not ask when the answer makes no difference, nor when the earlier absence was only waiting", () => {
    const well = calculateStatutorySickPay(sick({ ...later, averageWeeklyEarnings: statedEarnings(154_07) }));
    expect(well.raisesLinkedAbsenceQuestion).toBe(false);
    const waiting = calculateStatutorySickPay(
      sick({ ...later, earlierSpells: [spell("2026-03-16", "2026-03-19")], qualifyingDays: ["Mon", "Tue", "Wed"] }),
    );
    expect(waiting.raisesLinkedAbsenceQuestion).toBe(false);
    expect(waiting.total.amount).toBe(104_00);
  });

  it("counts waiting days of before the change as unpaid towards the 28 weeks", () => {
    // 40 weeks from 8 September 2025: three waiting days, then 140 paid: to Wednesday 25 March 2026.
    const result = calculateStatutorySickPay(sick({ spell: spell("2025-09-08", "2026-04-10") }));
    expect(result.paidDates.at(-1)).toBe("2026-03-25");
  });

  it.each([
    ["2025-09-21", undefined, 0, "offSinceLongBeforeTheChange"],
    ["2025-09-21", "paid" as const, 5, undefined],
    ["2025-09-22", undefined, 5, undefined],
  ])("off without a break since %s, chosen: %s: %i days paid", (from, absenceSinceLongBeforeTheChange, days, reason) => {
    const choices = absenceSinceLongBeforeTheChange ? { absenceSinceLongBeforeTheChange } : {};
    const result = calculateStatutorySickPay(sick({ spell: spell(from, "2026-04-10"), averageWeeklyEarnings: statedEarnings(100_00), choices }));
    expect(result.daysPaid).toBe(days);
    expect(result.refusals.at(1)?.reason).toBe(reason);
    if (reason) {
      expect(result.refusals.at(1)?.text).toBe(
        "This absence began more than 28 weeks before the rules changed, so the change brings no sick pay from 6 April 2026.",
      );
    }
  });
});

describe("sick pay by pay period", () => {
  it("a week cut by the period pays the whole week rounded up, less its earlier days", () => {
    // £123.25 / 4 = £30.8125. Wednesday 30 September: £30.82. The week: 3 days, £92.4375, £92.44; so Thursday and Friday £61.62.
    const input = sick({ spell: spell("2026-09-30", "2026-10-02"), qualifyingDays: ["Mon", "Wed", "Thu", "Fri"] });
    const september = calculateSickPayBetween(input, day("2026-09-01"), day("2026-09-30"));
    const october = calculateSickPayBetween(input, day("2026-10-01"), day("2026-10-31"));
    expect(september.total.amount).toBe(30_82);
    expect(october.total.amount).toBe(61_62);
    expect(october.weeks).toEqual([{ weekEndingSaturday: "2026-10-03", daysPaid: 2, amount: 61_62 }]);
    expect(textsOf(october).at(-1)).toBe(
      "3 days at £30.8125 in the week to 3 October 2026: £92.4375, rounded up to the penny, less £30.82 for its earlier days.",
    );
  });

  it("a period before or after the spell holds nothing", () => {
    const input = sick({ spell: spell("2026-09-30", "2026-10-02") });
    for (const [from, to] of [
      ["2026-09-01", "2026-09-29"],
      ["2026-10-03", "2026-10-31"],
    ] as const) {
      expect(calculateSickPayBetween(input, day(from), day(to))).toMatchObject({
        daysPaid: 0,
        weeks: [],
        refusals: [],
        total: { amount: 0, lines: [] },
      });
    }
  });

  const days = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 7 });
  it("however a spell is cut, the parts add up to the whole, and each explanation to its amount", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        days,
        fc.integer({ min: 50_00, max: 400_00 }),
        (start, length, cut, qualifyingDays, average) => {
          const from = addDays(day("2025-05-01"), start);
          const input = sick({ spell: { from, to: addDays(from, length) }, qualifyingDays, averageWeeklyEarnings: statedEarnings(average) });
          const whole = calculateStatutorySickPay(input);
          const first = calculateSickPayBetween(input, from, addDays(from, cut));
          const second = calculateSickPayBetween(input, addDays(from, cut + 1), input.spell.to);
          expect(first.total.amount + second.total.amount).toBe(whole.total.amount);
          expect(first.daysPaid + second.daysPaid).toBe(whole.daysPaid);
          expect(whole.weeks.reduce((sum, { amount }) => sum + amount, 0)).toBe(whole.total.amount);
          expect(whole.total.amount).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: manyCases },
    );
  }, 60_000);
});

describe("the parts of the sick pay rules", () => {
  it("cuts the daily rate at four decimals", () => {
    expect(sickPayDailyRate(statedEarnings(118_75), 6)).toBe(197_916);
    expect(sickPayDailyRate(statedEarnings(123_25), 7)).toBe(176_071);
  });

  it("tells ten-thousandths of a pound with no more decimals than are needed", () => {
    expect([308_105, 308_100, 308_110, 5].map(formatTenThousandths)).toEqual(["£30.8105", "£30.81", "£30.811", "£0.0005"]);
  });

  it("tells the average in pounds when it is a share", () => {
    // £800.00 over 8 weeks is £100.00; 80% of it is £80.00.
    const input = { spell: spell("2026-06-01", "2026-06-01"), averageWeeklyEarnings: { numerator: 800_00, denominator: 8 } };
    expect(textsOf(calculateStatutorySickPay(sick(input)))[0]).toContain("£80.00 a week (80% of average weekly earnings of £100.00,");
  });

  it("takes the latest rules that have begun, the oldest for a day before them all", () => {
    expect(sickPayRulesOn(knownSickPayRules, day("2025-04-05")).weeklyFlatRate).toBe(116_75);
    expect(sickPayRulesOn(knownSickPayRules, day("2025-04-06")).weeklyFlatRate).toBe(118_75);
    expect(sickPayRulesOn(knownSickPayRules, day("2020-01-01"))).toBe(knownSickPayRules[0]);
    expect(() => sickPayRulesOn([], day("2020-01-01"))).toThrow("Sick pay needs at least one set of rules");
    expect(reformDay(knownSickPayRules)).toBe("2026-04-06");
    expect(reformDay([])).toBeUndefined();
  });

  it("compares an exact share with the limit", () => {
    const rules = sickPayRulesOn(knownSickPayRules, day("2025-06-01"));
    expect(isBelowEarningsLimit({ numerator: 249_99, denominator: 2 }, rules)).toBe(true);
    expect(isBelowEarningsLimit({ numerator: 250_00, denominator: 2 }, rules)).toBe(false);
  });

  it("joins spells that touch or overlap, not those a day apart", () => {
    expect(joinTouchingSpells([spell("2026-05-05", "2026-05-06"), spell("2026-05-01", "2026-05-04"), spell("2026-05-02", "2026-05-03")])).toEqual([
      spell("2026-05-01", "2026-05-06"),
    ]);
    expect(joinTouchingSpells([spell("2026-05-01", "2026-05-03"), spell("2026-05-05", "2026-05-06")])).toHaveLength(2);
  });

  it("links in a chain, and earnings are those before the first", () => {
    const earlier = [spell("2026-07-01", "2026-07-01"), spell("2026-05-10", "2026-05-11"), spell("2026-01-05", "2026-01-09")];
    const now = spell("2026-08-20", "2026-08-21");
    expect(linkedPeriodsOfIncapacity(now, earlier, knownSickPayRules)).toEqual([
      spell("2026-05-10", "2026-05-11"),
      spell("2026-07-01", "2026-07-01"),
      now,
    ]);
    expect(firstDayOfLinkedSickness(now, earlier, knownSickPayRules)).toBe("2026-05-10");
    expect(firstDayOfLinkedSickness(now, [spell("2026-09-01", "2026-09-02")], knownSickPayRules)).toBe("2026-08-20");
  });

  it("form SSP1 is due seven days on, or by the 23rd week of a long payment", () => {
    expect(formSsp1DueBy(day("2026-06-01"), undefined)).toBe("2026-06-08");
    expect(formSsp1DueBy(day("2026-06-01"), day("2026-05-25"))).toBe("2026-06-08");
    // 13 April + 22 weeks = 14 September.
    expect(formSsp1DueBy(day("2026-10-26"), day("2026-04-13"))).toBe("2026-09-14");
    expect(formSsp1DueBy(day("2026-09-14"), day("2026-04-13"))).toBe("2026-09-21");
  });
});

describe("sick pay refuses bad input with field, value, rule and way out", () => {
  it.each([
    [
      { spell: spell("2026-05-02", "2026-05-01") },
      "spell.to",
      "2026-05-01",
      "The last day of sickness is before the first.",
      "Correct the dates of the absence.",
    ],
    [
      { spell: spell("2026-05-01", "2026-05-01"), qualifyingDays: [] },
      "qualifyingDays",
      "",
      "Sick pay is shared over the days somebody usually works.",
      "Say which days of the week they work.",
    ],
    [
      { spell: spell("2026-05-01", "2026-05-01"), qualifyingDays: ["Mon", "Mon"] as Weekday[] },
      "qualifyingDays",
      "Mon Mon",
      "A day of the week is named twice.",
      "Name each working day once.",
    ],
    [
      { spell: spell("2026-05-01", "2026-05-01"), averageWeeklyEarnings: { numerator: -2, denominator: 1 } },
      "averageWeeklyEarnings",
      "-2",
      "Average weekly earnings can't be less than nothing.",
      "Check the pay before the sickness.",
    ],
    [
      { spell: spell("2026-05-01", "2026-05-01"), averageWeeklyEarnings: { numerator: -300, denominator: 2 } },
      "averageWeeklyEarnings",
      "-150",
      "Average weekly earnings can't be less than nothing.",
      "Check the pay before the sickness.",
    ],
    [
      { spell: spell("2026-05-01", "2026-05-01"), averageWeeklyEarnings: { numerator: 1, denominator: 0 } },
      "averageWeeklyEarnings",
      "Infinity",
      "Average weekly earnings can't be less than nothing.",
      "Check the pay before the sickness.",
    ],
    [
      { spell: spell("2026-05-01", "2026-05-01"), averageWeeklyEarnings: { numerator: 1, denominator: -1 } },
      "averageWeeklyEarnings",
      "-1",
      "Average weekly earnings can't be less than nothing.",
      "Check the pay before the sickness.",
    ],
  ])("case %#", (change, field, value, rule, wayOut) => {
    expect(checkedStatutorySickPay(sick(change))).toEqual({ ok: false, problems: [{ field, value, rule, wayOut }] });
  });

  it("works out good input", () => {
    const input = sick({ spell: spell("2026-05-01", "2026-05-01"), averageWeeklyEarnings: statedEarnings(0) });
    expect(checkedStatutorySickPay(input)).toEqual({ ok: true, value: calculateStatutorySickPay(input) });
    expect(calculateStatutorySickPay(input).total.amount).toBe(pence(0));
  });
});
