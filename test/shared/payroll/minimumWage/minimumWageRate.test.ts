import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import {
  calculateMinimumWageRate,
  isOnApprenticeRate,
  type MinimumWageRateInput,
  minimumHourlyRate,
  minimumWageRatesFrom,
} from "../../../../shared/payroll/minimumWage/minimumWageRate.ts";
import { taxYear2025 } from "../../../../shared/rates/2025-26.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";

const day = plainDate;
const verdictOf = (change: Partial<MinimumWageRateInput>) =>
  calculateMinimumWageRate({
    dateOfBirth: day("1990-01-01"),
    periodFrom: day("2026-06-01"),
    periodTo: day("2026-06-28"),
    apprenticeFrom: null,
    ...change,
  });
const rateOf = (change: Partial<MinimumWageRateInput>) => {
  const verdict = verdictOf(change);
  if (!verdict.ok) throw new Error("refused");
  return { hourlyRate: verdict.value.hourlyRate, texts: verdict.value.lines.map(({ text }) => text) };
};

describe("minimum wage rates by year and age", () => {
  it("change from the first pay period that begins on or after 1 April", () => {
    expect(minimumWageRatesFrom(day("2026-03-31"))).toBe(taxYear2025.minimumWage);
    expect(minimumWageRatesFrom(day("2026-04-01"))).toBe(taxYear2026.minimumWage);
    expect(minimumWageRatesFrom(day("2027-03-31"))).toBe(taxYear2026.minimumWage);
    expect(minimumWageRatesFrom(day("2027-04-01"))).toBeUndefined();
    expect(minimumWageRatesFrom(day("2024-03-31"))).toBeUndefined();
  });

  it.each([
    [17, false, 8_00],
    [18, false, 10_85],
    [20, false, 10_85],
    [21, false, 12_71],
    [66, false, 12_71],
    [30, true, 8_00],
  ])("aged %i, apprentice rate %s: %i pence in 2026-27", (age, isApprentice, rate) => {
    expect(minimumHourlyRate(age, isApprentice, taxYear2026.minimumWage)).toBe(rate);
  });

  it.each([
    // Started on 1 September 2025: the first 12 months end on 31 August 2026.
    ["1990-01-01", "2026-08-31", true],
    ["1990-01-01", "2026-09-01", false],
    // 19 on 10 October 2026.
    ["2007-10-10", "2026-10-09", true],
    ["2007-10-10", "2026-10-10", false],
    ["2007-10-10", "2025-08-31", false],
    ["2007-10-10", "2025-09-01", true],
  ])("an apprentice born %s is on the apprentice rate on %s: %s", (born, on, expected) => {
    expect(isOnApprenticeRate(day(born), day("2025-09-01"), day(on))).toBe(expected);
    expect(isOnApprenticeRate(day(born), null, day(on))).toBe(false);
  });
});

describe("the rate of a pay reference period", () => {
  it("goes by the age on the first day, with nothing more to say when nothing changes", () => {
    expect(rateOf({})).toEqual({ hourlyRate: 12_71, texts: ["Aged 36 on 1 June 2026, when the pay period begins: £12.71 an hour."] });
  });

  it("a birthday inside the period counts from the next one", () => {
    // 21 on 2 June 2026, the day after the period begins.
    expect(rateOf({ dateOfBirth: day("2005-06-02") })).toEqual({
      hourlyRate: 10_85,
      texts: [
        "Aged 20 on 1 June 2026, when the pay period begins: £10.85 an hour.",
        "From the next pay period, which begins on 29 June 2026, it is £12.71: they are 21 by then.",
      ],
    });
  });

  it("a birthday on the first day counts at once, one on the first day of the next period from then", () => {
    expect(rateOf({ dateOfBirth: day("2005-06-01") })).toEqual({
      hourlyRate: 12_71,
      texts: ["Aged 21 on 1 June 2026, when the pay period begins: £12.71 an hour."],
    });
    expect(rateOf({ dateOfBirth: day("2005-06-29") }).texts).toHaveLength(2);
    expect(rateOf({ dateOfBirth: day("2005-06-30") }).texts).toHaveLength(1);
    expect(rateOf({ dateOfBirth: day("2008-06-20") }).texts[1]).toBe(
      "From the next pay period, which begins on 29 June 2026, it is £10.85: they are 18 by then.",
    );
  });

  it("1 April inside the period counts from the next one", () => {
    expect(rateOf({ periodFrom: day("2026-03-09"), periodTo: day("2026-04-05") })).toEqual({
      hourlyRate: 12_21,
      texts: [
        "Aged 36 on 9 March 2026, when the pay period begins: £12.21 an hour.",
        "From the next pay period, which begins on 6 April 2026, it is £12.71: the rates change on 1 April 2026.",
      ],
    });
    expect(rateOf({ periodFrom: day("2026-03-03"), periodTo: day("2026-03-30") }).texts).toHaveLength(1);
    expect(rateOf({ periodFrom: day("2026-03-04"), periodTo: day("2026-03-31") }).texts).toHaveLength(2);
  });

  it("a birthday and 1 April together are both told", () => {
    expect(rateOf({ dateOfBirth: day("2005-03-20"), periodFrom: day("2026-03-09"), periodTo: day("2026-04-05") }).texts[1]).toBe(
      "From the next pay period, which begins on 6 April 2026, it is £12.71: the rates change on 1 April 2026, and they are 21 by then.",
    );
  });

  it("says when the next rates are not known yet", () => {
    expect(rateOf({ periodFrom: day("2027-03-08"), periodTo: day("2027-04-04") }).texts[1]).toBe(
      "The rates change on 1 April 2027. This version does not have the new ones yet.",
    );
    expect(rateOf({ periodFrom: day("2027-03-03"), periodTo: day("2027-03-30") }).texts).toHaveLength(1);
  });

  it("an apprentice's first year ends and begins with a pay period too", () => {
    expect(rateOf({ apprenticeFrom: day("2025-06-15") })).toEqual({
      hourlyRate: 8_00,
      texts: [
        "Apprentice, aged 36 on 1 June 2026, when the pay period begins: £8.00 an hour.",
        "From the next pay period, which begins on 29 June 2026, it is £12.71: the apprentice rate ends.",
      ],
    });
    expect(rateOf({ apprenticeFrom: day("2026-06-15") })).toEqual({
      hourlyRate: 12_71,
      texts: [
        "Aged 36 on 1 June 2026, when the pay period begins: £12.71 an hour.",
        "From the next pay period, which begins on 29 June 2026, it is £8.00: the apprentice rate begins.",
      ],
    });
  });

  it("refuses a period longer than a month or the wrong way round", () => {
    expect(verdictOf({ periodTo: day("2026-07-01") }).ok).toBe(true);
    expect(verdictOf({ periodTo: day("2026-06-01") }).ok).toBe(true);
    expect(verdictOf({ periodTo: day("2026-07-02") })).toEqual({
      ok: false,
      problems: [
        {
          field: "periodTo",
          value: "2026-07-02",
          rule: "A pay reference period is a month at most; this one begins on 1 June 2026.",
          wayOut: "Check one pay period at a time.",
        },
      ],
    });
    expect(verdictOf({ periodTo: day("2026-05-31") })).toMatchObject({ ok: false, problems: [{ field: "periodTo" }] });
  });

  it("refuses a date of birth after the period begins and a period without rates", () => {
    expect(verdictOf({ dateOfBirth: day("2026-06-01") }).ok).toBe(true);
    expect(verdictOf({ dateOfBirth: day("2026-06-02") })).toEqual({
      ok: false,
      problems: [
        {
          field: "dateOfBirth",
          value: "2026-06-02",
          rule: "The date of birth is after the pay period begins.",
          wayOut: "Correct the date of birth.",
        },
      ],
    });
    expect(verdictOf({ periodFrom: day("2027-04-01"), periodTo: day("2027-04-28") })).toEqual({
      ok: false,
      problems: [
        {
          field: "periodFrom",
          value: "2027-04-01",
          rule: "There are no minimum wage rates for a period that begins on 1 April 2027.",
          wayOut: "Choose a period we have rates for, or update Plan & Payday.",
        },
      ],
    });
  });
});
