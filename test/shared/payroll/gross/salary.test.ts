import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pence, pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import { calculateSalary, type SalaryInput } from "../../../../shared/payroll/gross/salary.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;
/** September 2026: 30 days, 22 of them Monday to Friday. */
const september = (change: Partial<SalaryInput> = {}): SalaryInput => ({
  periodFrom: day("2026-09-01"),
  periodTo: day("2026-09-30"),
  startedOn: day("2025-01-06"),
  leftOn: null,
  salaries: [{ fromOn: day("2025-01-06"), amountPerPeriod: pence(1_500_00) }],
  partPeriod: { by: "calendarDays" },
  ...change,
});
const weekdays = { by: "workingDays", usualDays: ["Mon", "Tue", "Wed", "Thu", "Fri"] } as const;
const salaryOf = (change: Partial<SalaryInput> = {}) => {
  const verdict = calculateSalary(september(change));
  if (!verdict.ok) throw new Error(verdict.problems[0]?.rule);
  return verdict.value;
};

describe("salary of a period", () => {
  it("a whole period is paid whole, whatever its days", () => {
    expect(salaryOf()).toEqual({
      amount: 1_500_00,
      rule: { name: "Salary", source: "The contract; Apportionment Act 1870, section 2, https://www.legislation.gov.uk/ukpga/Vict/33-34/35" },
      lines: [{ text: "The whole period: £1,500.00.", amount: 1_500_00 }],
    });
    expect(salaryOf({ periodTo: day("2026-10-01") }).amount).toBe(1_500_00);
    expect(salaryOf({ partPeriod: weekdays }).amount).toBe(1_500_00);
  });

  it("a starter on Monday 14 September is paid 17 of 30 days, or 13 of 22 working days", () => {
    const startedOn = day("2026-09-14");
    const salaries = [{ fromOn: startedOn, amountPerPeriod: pence(1_500_00) }];
    expect(salaryOf({ startedOn, salaries }).lines).toEqual([
      { text: "14 September 2026 to 30 September 2026: 17 of 30 days of £1,500.00.", amount: 850_00 },
    ]);
    // 1,500.00 × 13 / 22 = 886.3636.
    expect(salaryOf({ startedOn, salaries, partPeriod: weekdays }).lines).toEqual([
      { text: "14 September 2026 to 30 September 2026: 13 of 22 working days of £1,500.00.", amount: 886_36 },
    ]);
  });

  it("a leaver is paid to the last day, which is included", () => {
    expect(salaryOf({ leftOn: day("2026-09-11") }).amount).toBe(550_00);
    expect(salaryOf({ leftOn: day("2026-09-30") }).amount).toBe(1_500_00);
    expect(salaryOf({ leftOn: day("2026-09-29") }).amount).toBe(1_450_00);
    expect(salaryOf({ startedOn: day("2026-09-01") }).amount).toBe(1_500_00);
    expect(salaryOf({ startedOn: day("2026-09-02") }).amount).toBe(1_450_00);
    expect(salaryOf({ startedOn: day("2026-09-07"), leftOn: day("2026-09-07") }).amount).toBe(50_00);
  });

  it("somebody who left before the period or starts after it is paid nothing", () => {
    expect(salaryOf({ leftOn: day("2026-08-31") })).toMatchObject({ amount: 0, lines: [] });
    expect(salaryOf({ startedOn: day("2026-10-01"), salaries: [] })).toMatchObject({ amount: 0, lines: [] });
  });

  it("a rise in the middle pays each part by its days", () => {
    const salaries = [
      { fromOn: day("2026-09-11"), amountPerPeriod: pence(1_800_00) },
      { fromOn: day("2025-01-06"), amountPerPeriod: pence(1_500_00) },
    ];
    expect(salaryOf({ salaries: [...salaries].reverse() }).amount).toBe(1_700_00);
    // 10/30 of 1,500.00 and 20/30 of 1,800.00.
    expect(salaryOf({ salaries }).lines).toEqual([
      { text: "1 September 2026 to 10 September 2026: 10 of 30 days of £1,500.00.", amount: 500_00 },
      { text: "11 September 2026 to 30 September 2026: 20 of 30 days of £1,800.00.", amount: 1_200_00 },
    ]);
  });

  it("of two salaries from one day the first counts", () => {
    const fromOn = day("2025-01-06");
    expect(salaryOf({ salaries: [1_500_00, 1_600_00].map((amount) => ({ fromOn, amountPerPeriod: pence(amount) })) }).amount).toBe(1_500_00);
  });

  it("half a penny of a part goes up", () => {
    // 1,000.01 × 15 / 30 = 500.005.
    const salaries = [{ fromOn: day("2025-01-06"), amountPerPeriod: pence(1_000_01) }];
    expect(salaryOf({ salaries, leftOn: day("2026-09-15") }).amount).toBe(500_01);
  });

  it("a rise to the same salary changes nothing", () => {
    const salaries = [
      { fromOn: day("2025-01-06"), amountPerPeriod: pence(1_000_01) },
      { fromOn: day("2026-09-11"), amountPerPeriod: pence(1_000_01) },
    ];
    expect(salaryOf({ salaries }).amount).toBe(1_000_01);
  });

  it("refuses a day without a salary, and says which", () => {
    const salaries = [{ fromOn: day("2026-09-02"), amountPerPeriod: pence(1_500_00) }];
    expect(calculateSalary(september({ salaries }))).toEqual({
      ok: false,
      problems: [
        {
          field: "salary",
          value: "2026-09-01",
          rule: "There is no salary for 1 September 2026.",
          wayOut: "Add the salary with the day it starts in the person's pay settings.",
        },
      ],
    });
  });

  it("refuses a leaving date before the start, a period that ends before it starts, and a period without a working day", () => {
    expect(calculateSalary(september({ leftOn: day("2025-01-05") }))).toEqual({
      ok: false,
      problems: [
        { field: "leftOn", value: "2025-01-05", rule: "The last day is before the first, 6 January 2025.", wayOut: "Correct the leaving date." },
      ],
    });
    expect(calculateSalary(september({ leftOn: day("2025-01-06") })).ok).toBe(true);
    expect(calculateSalary(september({ periodTo: day("2026-08-31") }))).toMatchObject({
      ok: false,
      problems: [
        {
          field: "periodTo",
          value: "2026-08-31",
          rule: "The period ends before it starts on 1 September 2026.",
          wayOut: "Correct the first or last day.",
        },
      ],
    });
    const weekend = { periodFrom: day("2026-09-05"), periodTo: day("2026-09-06"), partPeriod: weekdays };
    expect(calculateSalary(september(weekend))).toMatchObject({
      ok: false,
      problems: [
        {
          field: "usualDays",
          value: "5 September 2026 to 6 September 2026",
          rule: "There is no usual working day in this period.",
          wayOut: "Choose the days the person usually works.",
        },
      ],
    });
    expect(calculateSalary(september({ periodTo: day("2026-09-01") })).ok).toBe(true);
  });

  it("refuses a salary below nothing, and pays one of nothing", () => {
    const of = (amount: number) => september({ salaries: [{ fromOn: day("2025-01-06"), amountPerPeriod: amount as Pence }] });
    expect(calculateSalary(of(-1_000_00))).toEqual({
      ok: false,
      problems: [
        {
          field: "salary",
          value: "−£1,000.00",
          rule: "The salary from 6 January 2025 must be from £0.00 to £10,000,000.00, in pounds and whole pence.",
          wayOut: "Correct the sum.",
        },
      ],
    });
    expect(calculateSalary(of(Number.NaN))).toMatchObject({ ok: false, problems: [{ value: "NaN" }] });
    expect(calculateSalary(of(0))).toMatchObject({ ok: true, value: { amount: 0 } });
  });

  it("a starter's part and a leaver's part of one period make the whole, to a penny", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 29 }), fc.integer({ min: 0, max: 500_000 }), (days, amount) => {
        const salaries = [{ fromOn: day("2025-01-06"), amountPerPeriod: pence(amount) }];
        const cut = addDays(day("2026-09-01"), days);
        const left = salaryOf({ salaries, leftOn: addDays(cut, -1) }).amount;
        const started = salaryOf({ salaries, startedOn: cut }).amount;
        expect(Math.abs(left + started - amount)).toBeLessThanOrEqual(1);
      }),
      { numRuns: manyCases },
    );
  }, 60_000);
});
