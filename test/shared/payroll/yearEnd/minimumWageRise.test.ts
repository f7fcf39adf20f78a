import { describe, expect, it } from "vitest";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { checkMinimumWageRise } from "../../../../shared/payroll/yearEnd/minimumWageRise.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";

const april = plainDate("2026-04-01");
const rate = (amount: number) => ({ kind: "Weekday", ratePence: pence(amount) });
const person = (amounts: number[], dateOfBirth: string | null = "1990-03-14") => ({
  name: "Priya",
  dateOfBirth: dateOfBirth === null ? null : plainDate(dateOfBirth),
  rates: amounts.map(rate),
});

describe("the minimum wage that rises on 1 April", () => {
  it("is £12.71 from 21 years on in 2026: £12.70 is too low by a penny, £12.71 is enough", () => {
    const { minimum, isGuess, below, lines } = checkMinimumWageRise(person([12_70, 12_71]), april);
    expect(minimum).toBe(12_71);
    expect(isGuess).toBe(false);
    expect(below).toEqual([{ kind: "Weekday", ratePence: 12_70, leastPence: 12_71, shortPence: 1 }]);
    expect(lines).toEqual([
      "The minimum wage at the age of 36 is £12.71 an hour from 1 April 2026.",
      "Priya’s £12.70 for weekday is £0.01 under it. Raise it from the first pay period that begins on or after 1 April 2026.",
    ]);
  });

  it("says when every rate is high enough", () => {
    expect(checkMinimumWageRise(person([12_71]), april).lines[1]).toBe("All of Priya’s hourly rates are high enough.");
  });

  it("goes by the age on 1 April: 20 the day before the 21st birthday, 21 on it", () => {
    expect(checkMinimumWageRise(person([], "2005-04-02"), april).minimum).toBe(taxYear2026.minimumWage.aged18To20);
    expect(checkMinimumWageRise(person([], "2005-04-01"), april).minimum).toBe(taxYear2026.minimumWage.aged21AndOver);
  });

  it("takes the rate for 21 and over when the age is not known", () => {
    const { minimum, lines } = checkMinimumWageRise(person([], null), april);
    expect(minimum).toBe(12_71);
    expect(lines[0]).toContain("an age that is not known, taken as 21 or over");
  });

  const next = plainDate("2027-04-01");
  const guess = (rise: number) => ({ rates: taxYear2026.minimumWage, rise: basisPoints(rise) });

  it("is not known for 2027 without a guess, and then nothing is said to be below", () => {
    for (const given of [null, guess(0)]) {
      expect(checkMinimumWageRise(person([1]), next, given)).toEqual({
        minimum: null,
        isGuess: false,
        below: [],
        lines: [
          "The minimum wage from 1 April 2027 is not in this version. The government says it in the autumn before, on GOV.UK under National Minimum Wage.",
        ],
      });
    }
  });

  it("is this year's put up by a guess, to the nearest penny, marked as a guess", () => {
    // £12.71 + 4% = 50.84p → £13.22.
    const { minimum, isGuess, lines } = checkMinimumWageRise(person([13_21]), next, guess(400));
    expect(minimum).toBe(13_22);
    expect(isGuess).toBe(true);
    expect(lines[0]).toBe("A guess: with a rise of 4% the minimum wage at the age of 37 would be £13.22 an hour from 1 April 2027.");
    expect(lines[1]).toContain("£0.01 under it");
  });
});
