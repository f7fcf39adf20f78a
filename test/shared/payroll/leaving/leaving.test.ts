import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pence, pence } from "../../../../shared/core/money.ts";
import { addDays, type PlainDate, plainDate } from "../../../../shared/core/plainDate.ts";
import { fullMonthsOfService, fullYearsOfService } from "../../../../shared/payroll/leaving/lengthOfService.ts";
import { calculateNotice, type NoticeInput } from "../../../../shared/payroll/leaving/notice.ts";
import { payInLieuOfNotice } from "../../../../shared/payroll/leaving/payInLieuOfNotice.ts";
import { calculateRedundancyPay, type RedundancyInput } from "../../../../shared/payroll/leaving/redundancy.ts";
import { weekPayLimitOn, weekPayLimits } from "../../../../shared/payroll/leaving/weekPayLimit.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;

describe("length of service", () => {
  it.each([
    ["2024-01-01", "2025-12-31", 24, 2],
    ["2024-01-01", "2025-12-30", 23, 1],
    ["2024-01-31", "2024-02-27", 0, 0],
    ["2024-01-31", "2024-02-28", 1, 0],
    ["2024-02-29", "2025-02-26", 11, 0],
    ["2024-02-29", "2025-02-27", 12, 1],
    ["2024-03-01", "2024-02-01", 0, 0],
  ])("%s to %s: %i months, %i years", (from, to, months, years) => {
    expect([fullMonthsOfService(day(from), day(to)), fullYearsOfService(day(from), day(to))]).toEqual([months, years]);
  });
});

describe("notice", () => {
  const noticeOf = (change: Partial<NoticeInput>) => {
    const verdict = calculateNotice({ startedOn: day("2020-03-02"), givenOn: day("2026-05-04"), givenBy: "employer", contractWeeks: 0, ...change });
    if (!verdict.ok) throw new Error("refused");
    return verdict.value;
  };

  it.each([
    ["2026-04-20", 0],
    ["2026-04-05", 1],
    ["2024-05-06", 1],
    ["2024-05-05", 2],
    ["2020-03-02", 6],
    ["2014-05-05", 12],
    ["2001-01-01", 12],
  ])("a job from %s needs %i weeks from the employer on 4 May 2026", (startedOn, weeks) => {
    expect(noticeOf({ startedOn: day(startedOn) })).toMatchObject({ weeks, statutoryWeeks: weeks, endsOn: addDays(day("2026-05-04"), weeks * 7) });
  });

  it("an employee gives one week however long the job lasted", () => {
    expect(noticeOf({ givenBy: "employee" })).toMatchObject({ weeks: 1, endsOn: "2026-05-11" });
    expect(noticeOf({ givenBy: "employee", startedOn: day("2026-04-20") })).toMatchObject({ weeks: 0 });
  });

  it("a contract may give more and never less", () => {
    expect(noticeOf({ contractWeeks: 8 })).toMatchObject({ weeks: 8, statutoryWeeks: 6 });
    expect(noticeOf({ contractWeeks: 4 })).toMatchObject({ weeks: 6 });
    expect(noticeOf({ contractWeeks: 8 }).lines.map(({ text }) => text)).toContain("The contract gives more: 8 weeks.");
  });

  it("tells how long the job lasted, what law and contract ask for, and when it ends", () => {
    expect(noticeOf({ contractWeeks: 8 })).toEqual({
      weeks: 8,
      statutoryWeeks: 6,
      endsOn: "2026-06-29",
      rule: { name: "Statutory notice", source: "Employment Rights Act 1996, section 86" },
      lines: [
        { text: "The job began on 2 March 2020, 6 whole years before the notice." },
        { text: "The law asks the employer for 6 weeks." },
        { text: "The contract gives more: 8 weeks." },
        { text: "Given on 4 May 2026, it ends on 29 June 2026." },
      ],
    });
    const texts = (change: Partial<NoticeInput>) => noticeOf(change).lines.map(({ text }) => text);
    expect(texts({ startedOn: day("2025-05-01") })).toEqual([
      "The job began on 1 May 2025, 1 whole year before the notice.",
      "The law asks the employer for 1 week.",
      "Given on 4 May 2026, it ends on 11 May 2026.",
    ]);
    expect(texts({ startedOn: day("2026-04-20"), givenBy: "employee" })).toEqual([
      "The job began on 20 April 2026, less than a month before the notice.",
      "The law asks the employee for 0 weeks.",
      "Given on 4 May 2026, it ends on 4 May 2026.",
    ]);
    expect(texts({ contractWeeks: 6 })).toHaveLength(3);
  });

  it("a month of service is needed, and twelve weeks are the most", () => {
    // From 5 April to 4 May is one month; from 6 April a day less.
    expect(noticeOf({ startedOn: day("2026-04-06") }).weeks).toBe(0);
    expect(noticeOf({ startedOn: day("2026-04-05"), givenBy: "employee" }).weeks).toBe(1);
    expect(noticeOf({ startedOn: day("2014-05-06") }).weeks).toBe(11);
    expect(noticeOf({ startedOn: day("2013-05-05") }).weeks).toBe(12);
  });

  it("weeks not worked are paid", () => {
    expect(payInLieuOfNotice(pence(350_50), 3)).toEqual({
      amount: 1_051_50,
      rule: { name: "Pay in lieu of notice", source: "Employment Rights Act 1996, section 86; ITEPA 2003, sections 402B to 402E" },
      lines: [{ text: "3 weeks of notice not worked, at £350.50 a week. It is taxed like wages.", amount: 1_051_50 }],
    });
    expect(payInLieuOfNotice(pence(350_50), 1).lines[0]?.text).toBe("1 week of notice not worked, at £350.50 a week. It is taxed like wages.");
    expect(payInLieuOfNotice(pence(350_50), -1)).toMatchObject({ amount: 0 });
  });

  it("refuses notice before the first day, and weeks that are none", () => {
    const good: NoticeInput = { startedOn: day("2026-01-01"), givenOn: day("2026-05-04"), givenBy: "employer", contractWeeks: 0 };
    expect(calculateNotice({ ...good, givenOn: day("2025-12-31") })).toEqual({
      ok: false,
      problems: [
        {
          field: "givenOn",
          value: "2025-12-31",
          rule: "Notice is given before the first day, 1 January 2026.",
          wayOut: "Correct the first day or the day of the notice.",
        },
      ],
    });
    expect(calculateNotice({ ...good, givenOn: day("2026-01-01") })).toMatchObject({ ok: true });
    expect(calculateNotice({ ...good, contractWeeks: 0.5 })).toEqual({
      ok: false,
      problems: [
        { field: "contractWeeks", value: "0.5", rule: "Notice is a whole number of weeks, 0 or more.", wayOut: "Copy the weeks from the contract." },
      ],
    });
    expect(calculateNotice({ ...good, contractWeeks: 1.5 })).toMatchObject({ ok: false, problems: [{ field: "contractWeeks" }] });
    expect(calculateNotice({ ...good, contractWeeks: -1 })).toMatchObject({ ok: false, problems: [{ field: "contractWeeks" }] });
  });
});

describe("statutory redundancy pay", () => {
  const input = (change: Partial<RedundancyInput> = {}): RedundancyInput => ({
    dateOfBirth: day("1982-01-10"),
    startedOn: day("2018-06-01"),
    relevantDate: day("2026-06-30"),
    weeksPay: pence(400_00),
    isImmediateFamilyOfEmployer: false,
    ...change,
  });
  const payOf = (change: Partial<RedundancyInput> = {}) => {
    const verdict = calculateRedundancyPay(input(change));
    if (!verdict.ok) throw new Error("refused");
    return verdict.value;
  };

  it("counts each year by the age at its beginning, back from the last day", () => {
    // Born 10 January 1982: 41 from 10 January 2023. Years from July 2025, 2024 and 2023 began at 41 or over, the five before at 36 to 40.
    const { payment, fullYears, halfWeeks } = payOf();
    expect({ fullYears, halfWeeks }).toEqual({ fullYears: 8, halfWeeks: 3 * 3 + 5 * 2 });
    expect(payment.amount).toBe(3_800_00);
    expect(payment.lines.map(({ amount }) => amount)).toEqual([undefined, undefined, 1_800_00, 2_000_00]);
  });

  it.each([
    // The published ready reckoner for these whole years and ages.
    ["age 20 with 2 years", "2006-05-01", "2024-06-01", 2],
    ["age 23 with 3 years", "2003-05-01", "2023-06-01", 4],
    ["age 43 with 2 years", "1983-05-01", "2024-06-01", 6],
    ["age 42 with 3 years", "1984-05-01", "2023-06-01", 3 + 2 + 2],
    ["age 64 with 25 years, of which 20 count", "1962-05-01", "2001-06-01", 60],
  ])("%s", (_name, dateOfBirth, startedOn, halfWeeks) => {
    expect(payOf({ dateOfBirth: day(dateOfBirth), startedOn: day(startedOn) }).halfWeeks).toBe(halfWeeks);
  });

  it.each([
    ["2025-04-05", 700_00],
    ["2025-04-06", 719_00],
    ["2026-04-06", 751_00],
  ])("counts a week's pay up to the limit of %s", (relevantDate, limit) => {
    const start = day(`${Number(relevantDate.slice(0, 4)) - 2}${relevantDate.slice(4)}`);
    expect(payOf({ relevantDate: day(relevantDate), startedOn: start, weeksPay: pence(900_00), dateOfBirth: day("1995-01-01") }).payment.amount).toBe(
      2 * limit,
    );
  });

  it("the most there can be from April 2026 is £22,530", () => {
    expect(payOf({ dateOfBirth: day("1960-01-01"), startedOn: day("1990-01-01"), weeksPay: pence(2_000_00) }).payment.amount).toBe(22_530_00);
  });

  it("is nothing below two years, and nothing to the employer's own family", () => {
    expect(payOf({ startedOn: day("2024-07-02") })).toMatchObject({ fullYears: 1, payment: { amount: 0 } });
    expect(payOf({ startedOn: day("2024-07-01") }).payment.amount).toBeGreaterThan(0);
    expect(payOf({ isImmediateFamilyOfEmployer: true })).toMatchObject({ halfWeeks: 0, payment: { amount: 0 } });
  });

  it("tells each band in figures", () => {
    expect(payOf()).toMatchObject({
      payment: {
        rule: {
          name: "Statutory redundancy pay",
          source: "Employment Rights Act 1996, sections 135, 155, 161, 162 and 227; Employment Rights (Increase of Limits) Order 2026",
        },
        lines: [
          { text: "From 1 June 2018 to 30 June 2026 are 8 whole years. At most 20 count." },
          { text: "A week's pay is £400.00." },
          { text: "3 years aged 41 or over, one and a half weeks' pay each.", amount: 1_800_00 },
          { text: "5 years aged 22 to 40, one week's pay each.", amount: 2_000_00 },
        ],
      },
    });
    const young = payOf({ dateOfBirth: day("2003-07-01"), startedOn: day("2023-07-01"), weeksPay: pence(751_01) });
    // Years began at 22 (1 July 2025), 21 and 20: 2 + 1 + 1 half weeks of the £751.00 that count.
    expect(young).toMatchObject({ fullYears: 3, halfWeeks: 4, payment: { amount: 1_502_00 } });
    expect(young.payment.lines.map(({ text }) => text).slice(1)).toEqual([
      "A week's pay is £751.01. The law counts £751.00 of it.",
      "1 year aged 22 to 40, one week's pay each.",
      "2 years aged under 22, half a week's pay each.",
    ]);
    expect(payOf({ weeksPay: pence(751_00) }).payment.lines[1]?.text).toBe("A week's pay is £751.00.");
  });

  it("a year counts at 41 or 22 from the birthday on which it begins", () => {
    // Two years to 30 June 2026 begin on 1 July 2025 and 1 July 2024.
    const halfWeeks = (dateOfBirth: string) => payOf({ dateOfBirth: day(dateOfBirth), startedOn: day("2024-07-01") }).halfWeeks;
    expect([halfWeeks("1983-07-01"), halfWeeks("1983-07-02"), halfWeeks("1984-07-01"), halfWeeks("1984-07-02")]).toEqual([6, 5, 5, 4]);
    expect([halfWeeks("2002-07-01"), halfWeeks("2002-07-02"), halfWeeks("2003-07-01"), halfWeeks("2003-07-02")]).toEqual([4, 3, 3, 2]);
  });

  it("says why nothing is due", () => {
    expect(payOf({ startedOn: day("2024-07-02") }).payment.lines).toEqual([{ text: "It takes 2 whole years in the job. There are 1." }]);
    expect(payOf({ isImmediateFamilyOfEmployer: true })).toMatchObject({
      fullYears: 8,
      payment: { lines: [{ text: "A family member who works in the employer's home has no right to statutory redundancy pay." }] },
    });
  });

  it("half a penny goes up, once for the whole payment", () => {
    expect(payOf({ dateOfBirth: day("2006-05-01"), startedOn: day("2023-06-01"), weeksPay: pence(100_01) }).payment.amount).toBe(150_02);
  });

  it.each([
    ["leaving before starting", { startedOn: day("2026-07-01") }, "relevantDate"],
    ["a day without a limit", { relevantDate: day("2030-01-01") }, "relevantDate"],
    ["a job before birth", { dateOfBirth: day("2019-01-01") }, "dateOfBirth"],
    ["pay below zero", { weeksPay: pence(-1) }, "weeksPay"],
  ])("refuses %s", (_name, change, field) => {
    expect(calculateRedundancyPay(input(change))).toMatchObject({ ok: false, problems: [{ field }] });
  });

  it("names field, value, rule and way out", () => {
    expect(calculateRedundancyPay(input({ startedOn: day("2026-07-01") }))).toEqual({
      ok: false,
      problems: [
        {
          field: "relevantDate",
          value: "2026-06-30",
          rule: "The last day is before the first day, 1 July 2026.",
          wayOut: "Correct the start or the leaving date.",
        },
      ],
    });
    expect(calculateRedundancyPay(input({ relevantDate: day("2027-04-06") }))).toEqual({
      ok: false,
      problems: [
        {
          field: "relevantDate",
          value: "2027-04-06",
          rule: "This version has no limit of a week's pay for this day.",
          wayOut: "Update Plan & Payday, then try again.",
        },
      ],
    });
    expect(calculateRedundancyPay(input({ dateOfBirth: day("2018-06-02") }))).toEqual({
      ok: false,
      problems: [{ field: "dateOfBirth", value: "2018-06-02", rule: "The job began before the person was born.", wayOut: "Correct one of them." }],
    });
    expect(calculateRedundancyPay(input({ dateOfBirth: day("2018-06-01") }))).toMatchObject({ ok: true });
    expect(calculateRedundancyPay(input({ weeksPay: pence(-1) }))).toEqual({
      ok: false,
      problems: [{ field: "weeksPay", value: "−£0.01", rule: "A week's pay may not be below zero.", wayOut: "Give the pay of a usual week." }],
    });
    expect(calculateRedundancyPay(input({ weeksPay: pence(0) }))).toMatchObject({ ok: true, value: { payment: { amount: 0 } } });
    expect(calculateRedundancyPay(input({ startedOn: day("2026-06-30") }))).toMatchObject({ ok: true });
  });

  it("every limit has its source and follows the one before without a gap", () => {
    for (const [index, { to, source }] of weekPayLimits.entries()) {
      expect(source).not.toBe("");
      const next = weekPayLimits[index + 1];
      if (next) expect(next.from).toBe(addDays(to, 1));
    }
    const limits = ["2024-04-05", "2024-04-06", "2025-04-05", "2025-04-06", "2026-04-05", "2026-04-06", "2027-04-05", "2027-04-06"];
    expect(limits.map((on) => weekPayLimitOn(day(on))?.limit)).toEqual([undefined, 700_00, 700_00, 719_00, 719_00, 751_00, 751_00, undefined]);
    expect(weekPayLimits.map(({ source }) => source)).toEqual([
      "Employment Rights (Increase of Limits) Order 2024",
      "Employment Rights (Increase of Limits) Order 2025",
      "Employment Rights (Increase of Limits) Order 2026",
    ]);
  });

  it("the lines add up, and more pay or a longer job never give less", () => {
    const dayIn = (from: PlainDate, days: number) => fc.integer({ min: 0, max: days }).map((count) => addDays(from, count));
    const sumOf = ({ payment }: ReturnType<typeof payOf>): Pence => pence(payment.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0));
    fc.assert(
      fc.property(
        dayIn(day("1950-01-01"), 18_000),
        dayIn(day("2016-01-01"), 3_900),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 400 }),
        (dateOfBirth, startedOn, weeksPay, more) => {
          const given = { dateOfBirth, startedOn, weeksPay: pence(weeksPay), relevantDate: day("2026-12-31") };
          const pay = payOf(given);
          expect(sumOf(pay)).toBe(pay.payment.amount);
          expect(pay.payment.amount).toBeGreaterThanOrEqual(0);
          expect(payOf({ ...given, weeksPay: pence(weeksPay + more) }).payment.amount).toBeGreaterThanOrEqual(pay.payment.amount);
          expect(payOf({ ...given, startedOn: addDays(startedOn, -more), dateOfBirth }).payment.amount).toBeGreaterThanOrEqual(pay.payment.amount);
        },
      ),
      { numRuns: manyCases },
    );
  });
});
