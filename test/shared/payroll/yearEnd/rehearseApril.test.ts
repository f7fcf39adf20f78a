import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import {
  type CostTerms,
  householdYearCost,
  type PatternLine,
  type PersonPattern,
  personYearCost,
} from "../../../../shared/payroll/yearEnd/aprilCost.ts";
import { type RehearsalInput, rehearseApril } from "../../../../shared/payroll/yearEnd/rehearseApril.ts";
import { taxYear2025 } from "../../../../shared/rates/2025-26.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";

/** 100 hours at £12.50 in four weeks, as one finished payslip has them. */
const hours: PatternLine = {
  label: "Weekday",
  minutes: 100 * 60,
  units: null,
  ratePence: pence(12_50),
  recordedRatePence: null,
  sum: pence(1_250_00),
  countsForMinimumWage: true,
  isTaxed: true,
};
const priya: PersonPattern = {
  engagementId: "1",
  name: "Priya",
  dateOfBirth: plainDate("1990-03-14"),
  share: { count: 1, per: 1 },
  lines: [hours],
  nationalInsuranceCategory: "A",
  pension: null,
  holidayBuildUp: "none",
};
const terms: CostTerms = {
  from: plainDate("2026-04-06"),
  rates: taxYear2026,
  payFrequency: "fourWeekly",
  payRise: basisPoints(0),
  usesRecordedRates: true,
  minimumWageOf: () => null,
};
const costOf = (person: Partial<PersonPattern> = {}, change: Partial<CostTerms> = {}) =>
  personYearCost({ ...priya, ...person }, { ...terms, ...change });
const textsOf = (person: Partial<PersonPattern> = {}, change: Partial<CostTerms> = {}) => costOf(person, change).cost.lines.map(({ text }) => text);

describe("a person's cost of a year", () => {
  it("is 13 four-weekly periods of pay and employer's National Insurance", () => {
    // £1,250.00 × 13 = £16,250.00; (1250 − 385) × 15% = £129.75 × 13 = £1,686.75.
    const { cost, employerNationalInsurance } = costOf();
    expect(cost.amount).toBe(17_936_75);
    expect(employerNationalInsurance).toBe(1_686_75);
    expect(textsOf()).toEqual([
      "A year has 13 pay periods of four weeks.",
      "Weekday, 100 h at £12.50 an hour: £1,250.00 each time.",
      "Employer’s National Insurance with letter A on £1,250.00: £129.75 each time.",
    ]);
  });

  it("takes a usual period from several: 300 hours in 3 payslips, or in 12 weeks", () => {
    const lines = [{ ...hours, minutes: 300 * 60 }];
    expect(costOf({ lines, share: { count: 1, per: 3 } }).cost.amount).toBe(17_936_75);
    expect(costOf({ lines, share: { count: 4, per: 12 } }).cost.amount).toBe(17_936_75);
  });

  it("adds pension, holiday and mileage: 3% of (1400.88 − 480), 12.07% of £1,250.00", () => {
    const pension = {
      taxTreatment: "reliefAtSource",
      earningsBasis: "qualifyingEarnings",
      employeeRate: basisPoints(500),
      employerRate: basisPoints(300),
    } as const;
    const mileage: PatternLine = {
      ...hours,
      label: "Mileage",
      minutes: null,
      ratePence: null,
      sum: pence(55_00),
      countsForMinimumWage: false,
      isTaxed: false,
    };
    const { cost } = costOf({ pension, holidayBuildUp: "irregularHours", lines: [hours, mileage] });
    // £1,250.00 + £55.00 + holiday £150.88 (150.875) + NI on £1,400.88: 1015.88 × 15% = £152.38 + pension 920.88 × 3% = £27.63: £1,635.89 × 13.
    expect(cost.amount).toBe(21_266_57);
    expect(cost.lines.map(({ text }) => text)).toEqual([
      "A year has 13 pay periods of four weeks.",
      "Weekday, 100 h at £12.50 an hour: £1,250.00 each time.",
      "Mileage: £55.00 each time.",
      "Holiday that this builds up, 12.07%: £150.88 each time.",
      "Employer’s National Insurance with letter A on £1,400.88: £152.38 each time.",
      "Employer’s pension, 3%: £27.63 each time.",
      "Mileage and expenses carry no National Insurance and no pension.",
    ]);
  });

  it("counts fixed hours' holiday as 5.6 weeks for 46.4 weeks of work", () => {
    // £1,250.00 × 56 / 464 = £150.86.
    expect(textsOf({ holidayBuildUp: "fixedHours" })).toContain("Holiday that this builds up, 5.6 weeks for 46.4 weeks of work: £150.86 each time.");
  });

  it.each([
    // Pay of a period is the same £1,250.00 over 52, 26 and 12 periods; thresholds £96, £193, £417.
    ["weekly", 52, 173_10],
    ["fortnightly", 26, 158_55],
    ["monthly", 12, 124_95],
  ] as const)("has %s %i periods", (payFrequency, periods, insurance) => {
    expect(costOf({}, { payFrequency }).cost.amount).toBe(periods * (1_250_00 + insurance));
  });

  it("pays shifts by their number: 2 sleep-ins at £60.00", () => {
    const sleepIn: PatternLine = {
      ...hours,
      label: "Sleep-in",
      minutes: null,
      units: 6,
      ratePence: pence(60_00),
      countsForMinimumWage: false,
      sum: pence(360_00),
    };
    expect(textsOf({ lines: [sleepIn], share: { count: 1, per: 3 } })[1]).toBe("Sleep-in, 2 at £60.00: £120.00 each time.");
  });

  it("puts rates up to the next penny, and sums too", () => {
    // £12.50 + 4.1% = 51.25p → 52p: £13.02 × 100 h.
    expect(textsOf({}, { payRise: basisPoints(410) })[1]).toBe("Weekday, 100 h at £13.02 an hour (now £12.50): £1,302.00 each time.");
    const salary: PatternLine = { ...hours, label: "Salary", minutes: null, ratePence: null, sum: pence(1_000_00) };
    expect(textsOf({ lines: [salary] }, { payRise: basisPoints(410) })[1]).toBe("Salary: £1,041.00 each time.");
  });

  it("never pays under the minimum wage, exactly at it is enough", () => {
    const least = (minimum: number, isGuess = false) => ({ minimumWageOf: () => ({ minimum: pence(minimum), isGuess }) });
    expect(textsOf({}, least(12_71))[1]).toBe("Weekday, 100 h at £12.71 an hour (the new minimum wage; now £12.50): £1,271.00 each time.");
    expect(textsOf({}, least(12_71, true))[1]).toContain("(the minimum wage as guessed; now £12.50)");
    expect(textsOf({}, least(12_50))[1]).toBe("Weekday, 100 h at £12.50 an hour: £1,250.00 each time.");
    expect(textsOf({ lines: [{ ...hours, countsForMinimumWage: false }] }, least(12_71))[1]).toBe(
      "Weekday, 100 h at £12.50 an hour: £1,250.00 each time.",
    );
  });

  it("takes a rate that is recorded for the new year, but only for that year", () => {
    const lines = [{ ...hours, recordedRatePence: pence(13_00) }];
    expect(textsOf({ lines })[1]).toBe("Weekday, 100 h at £13.00 an hour (recorded already; now £12.50): £1,300.00 each time.");
    expect(textsOf({ lines }, { usesRecordedRates: false })[1]).toBe("Weekday, 100 h at £12.50 an hour: £1,250.00 each time.");
    // A rise that goes above the recorded rate counts instead: £12.50 + 10% = £13.75.
    expect(textsOf({ lines }, { payRise: basisPoints(1000) })[1]).toContain("at £13.75 an hour (now £12.50)");
  });

  it("ends letter M with the 21st birthday: periods that begin before it have no employer's National Insurance", () => {
    // 21 on 4 May 2026, the day the second period begins (6 April + 28 days): 1 period with M, 12 with A at £129.75.
    const young = { nationalInsuranceCategory: "M", dateOfBirth: plainDate("2005-05-04") } as const;
    expect(costOf(young).employerNationalInsurance).toBe(12 * 129_75);
    expect(textsOf(young).slice(2)).toEqual([
      "Employer’s National Insurance with letter M on £1,250.00: £0.00 once.",
      "Employer’s National Insurance with letter A on £1,250.00: £129.75 12 times.",
      "Priya is 21 on 4 May 2026, so letter M ends.",
    ]);
    expect(costOf({ ...young, dateOfBirth: plainDate("2005-05-05") }).employerNationalInsurance).toBe(11 * 129_75);
    expect(costOf({ ...young, dateOfBirth: plainDate("2007-05-05") }).employerNationalInsurance).toBe(0);
  });
});

describe("the household's cost of a year", () => {
  const cost = (name: string, amount: number, insurance: number) => ({
    engagementId: name,
    name,
    cost: explain({ name: "x", source: "x" }, [{ text: "x", amount: pence(amount) }]),
    employerNationalInsurance: pence(insurance),
  });

  it("takes the Employment Allowance off when it is claimed, at most £10,500.00", () => {
    expect(householdYearCost([cost("A", 20_000_00, 3_000_00), cost("B", 10_000_00, 500_00)], true, taxYear2026).amount).toBe(26_500_00);
    expect(householdYearCost([cost("A", 90_000_00, 10_500_01)], true, taxYear2026).amount).toBe(79_500_00);
    expect(householdYearCost([cost("A", 20_000_00, 3_000_00)], false, taxYear2026).lines).toEqual([{ text: "A.", amount: 20_000_00 }]);
  });
});

describe("the rehearsal of April", () => {
  const input: RehearsalInput = {
    people: [priya],
    thisYear: taxYear2025,
    payFrequency: "fourWeekly",
    claimsAllowanceThisYear: false,
    claimsAllowanceNextYear: false,
    payRise: basisPoints(0),
    budget: null,
  };

  it("uses the next year's rates and minimum wage when they are known: £12.50 becomes £12.71 in April 2026", () => {
    // This year £17,936.75 (thresholds of both years are the same). Next: £1,271.00 + (1271 − 385) × 15% = £132.90: £1,403.90 × 13 = £18,250.70.
    const rehearsal = rehearseApril(input);
    expect(rehearsal).toMatchObject({ taxYear: "2025-26", nextTaxYear: "2026-27", isGuess: false, notes: [] });
    expect(rehearsal.people).toMatchObject([{ name: "Priya", thisYear: { amount: 17_936_75 }, nextYear: { amount: 18_250_70 }, rise: 313_95 }]);
    expect(rehearsal.rise).toMatchObject({ amount: 313_95, lines: [{ amount: 18_250_70 }, { amount: -17_936_75 }] });
    expect(rehearsal.budget).toBeNull();
    expect(rehearsal.left).toBeNull();
  });

  it("sets the cost against the budget, below nothing when it does not reach", () => {
    const budget = explain({ name: "x", source: "x" }, [{ text: "Day support.", amount: pence(18_000_00) }]);
    expect(rehearseApril({ ...input, budget }).left).toMatchObject({ amount: -250_70 });
  });

  it("marks a year without rates as a guess, and guesses the minimum wage from the typed rise", () => {
    const guess = rehearseApril({ ...input, thisYear: taxYear2026, payRise: basisPoints(400) });
    expect(guess.isGuess).toBe(true);
    expect(guess.notes).toEqual([
      "This is a guess. The rates for 2027-28 are not in this version, so National Insurance, pension limits and the Employment Allowance are those of 2026-27.",
      "The minimum wage from 1 April 2027 is not known either. It is guessed to rise by the 4% that you typed.",
    ]);
    // £12.50 + 4% = £13.00; the guessed minimum, £12.71 + 4% = £13.22, is higher.
    expect(guess.people[0]?.nextYear.lines[1]?.text).toContain("100 h at £13.22 an hour (the minimum wage as guessed; now £12.50)");
  });

  it("asks for a rise when nothing is known and none is typed, and tells a typed one on known rates", () => {
    expect(rehearseApril({ ...input, thisYear: taxYear2026 }).notes[1]).toBe(
      "The minimum wage from 1 April 2027 is not known. Type a rise to see what it may cost.",
    );
    expect(rehearseApril({ ...input, payRise: basisPoints(200) }).notes).toEqual(["All rates of pay are put up by the 2% that you typed."]);
  });
});
