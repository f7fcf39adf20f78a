import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import {
  checkNationalInsuranceCategory,
  suggestNationalInsuranceCategory,
  warnOfNationalInsuranceCategory,
} from "../../../../shared/payroll/nationalInsurance/nationalInsuranceCategory.ts";
import { hasReachedStatePensionAge, statePensionDate } from "../../../../shared/payroll/nationalInsurance/statePensionAge.ts";
import { NationalInsuranceCategory } from "../../../../shared/payroll/types.ts";

const payday = plainDate("2026-11-27");
const checked = (letter: NationalInsuranceCategory, born: string) => checkNationalInsuranceCategory(letter, plainDate(born), payday);
const anyoneElse = "1990-01-01";
const pensioner = "1955-01-01";

describe("the letter that fits an age", () => {
  it.each([
    ["2010-11-28", false, "X", "Nobody pays National Insurance for someone under 16."],
    ["2010-11-27", false, "M", "Under 21 until 27 November 2031: the employer pays nothing up to the upper limit."],
    ["2005-11-28", true, "M", "Under 21 until 28 November 2026: the employer pays nothing up to the upper limit."],
    ["2005-11-27", true, "H", "An apprentice under 25: the employer pays nothing up to the upper limit."],
    ["2005-11-27", false, "A", "The standard letter."],
    ["2001-11-28", true, "H", "An apprentice under 25: the employer pays nothing up to the upper limit."],
    ["2001-11-27", true, "A", "The standard letter."],
    ["1960-10-27", false, "A", "The standard letter."],
    ["1960-04-20", false, "C", "State Pension age was reached on 20 May 2026."],
  ] as const)("born on %s, an apprentice: %s, has letter %s", (born, isApprentice, category, reason) => {
    expect(suggestNationalInsuranceCategory(plainDate(born), payday, isApprentice)).toEqual({ category, reason });
  });

  it("needs no apprenticeship to be told", () => {
    expect(suggestNationalInsuranceCategory(plainDate("2003-01-01"), payday).category).toBe("A");
  });
});

describe("a letter that does not fit the age is refused with the letter that does", () => {
  it.each([
    ["X", "2010-11-27", "Letter X is for people under 16.", "M"],
    ["A", "2010-11-28", "Someone under 16 has letter X.", "X"],
    ["M", "2005-11-27", "Letter M ends on the 21st birthday.", "A"],
    ["Z", "2005-11-27", "Letter Z ends on the 21st birthday.", "J"],
    ["H", "2001-11-27", "Letter H ends on the 25th birthday.", "A"],
    ["C", anyoneElse, "Letter C starts at State Pension age, on 1 January 2058.", "A"],
    ["K", anyoneElse, "Letter K starts at State Pension age, on 1 January 2058.", "A"],
    ["S", anyoneElse, "Letter S starts at State Pension age, on 1 January 2058.", "A"],
    ...(["A", "B", "H", "J", "M", "V", "Z"] as const).map(
      (letter) => [letter, pensioner, "Since State Pension age on 1 January 2021 the employee pays no National Insurance.", "C"] as const,
    ),
    ...(["F", "I", "L"] as const).map(
      (letter) => [letter, pensioner, "Since State Pension age on 1 January 2021 the employee pays no National Insurance.", "S"] as const,
    ),
    ...(["N", "E", "D"] as const).map(
      (letter) => [letter, pensioner, "Since State Pension age on 1 January 2021 the employee pays no National Insurance.", "K"] as const,
    ),
  ] as const)("%s for someone born on %s", (value, born, rule, instead) => {
    expect(checked(value, born)).toEqual({
      field: "nationalInsuranceCategory",
      value,
      rule,
      wayOut: `Change it to ${instead}, or check the date of birth.`,
    });
  });

  it.each([
    ["2010-11-28", ["X"]],
    ["2010-11-27", ["A", "B", "D", "E", "F", "H", "I", "J", "L", "M", "N", "V", "Z"]],
    ["2005-11-28", ["A", "B", "D", "E", "F", "H", "I", "J", "L", "M", "N", "V", "Z"]],
    ["2001-11-28", ["A", "B", "D", "E", "F", "H", "I", "J", "L", "N", "V"]],
    [anyoneElse, ["A", "B", "D", "E", "F", "I", "J", "L", "N", "V"]],
    [pensioner, ["C", "K", "S"]],
  ])("someone born on %s may have %j and no other letter", (born, allowed) => {
    expect(NationalInsuranceCategory.options.filter((letter) => checked(letter, born) === undefined)).toEqual(allowed);
  });
});

describe("a reduced-rate letter (HMRC's rule 7955)", () => {
  const asked = (letter: NationalInsuranceCategory, born: string) => warnOfNationalInsuranceCategory(letter, "Tom", plainDate(born));
  it.each(["B", "E", "I"] as const)("%s asks a question when the date of birth is after 5 April 1961", (letter) => {
    expect(asked(letter, "1961-04-06")).toBe(
      `Letter ${letter} is for women born on or before 5 April 1961 with a reduced-rate certificate, and HMRC refuses it for anyone younger. Check Tom's letter and date of birth.`,
    );
    expect(asked(letter, "1961-04-05")).toBeUndefined();
  });

  it("is the only kind of letter that is asked about", () => {
    expect(NationalInsuranceCategory.options.filter((letter) => asked(letter, anyoneElse) !== undefined)).toEqual(["B", "E", "I"]);
  });
});

describe("State Pension age by date of birth", () => {
  it.each([
    ["1950-01-01", "2016-01-01"],
    ["1960-04-05", "2026-04-05"],
    ["1960-04-06", "2026-05-06"],
    ["1960-05-05", "2026-06-05"],
    ["1960-05-06", "2026-07-06"],
    ["1960-07-31", "2026-11-30"],
    ["1960-12-06", "2027-09-06"],
    ["1961-01-05", "2027-10-05"],
    ["1961-03-05", "2028-02-05"],
    ["1961-03-06", "2028-03-06"],
    ["1977-04-05", "2044-04-05"],
    ["1977-04-06", "2045-04-06"],
  ])("someone born on %s reaches it on %s, not the day before", (born, reached) => {
    const [birth, date] = [plainDate(born), plainDate(reached)];
    const dayBefore = plainDate(new Date(Date.parse(reached) - 86_400_000).toISOString().slice(0, 10));
    expect(statePensionDate(birth)).toBe(reached);
    expect([hasReachedStatePensionAge(birth, dayBefore), hasReachedStatePensionAge(birth, date)]).toEqual([false, true]);
  });
});
