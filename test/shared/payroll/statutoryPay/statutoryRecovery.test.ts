import { describe, expect, it } from "vitest";
import { basisPoints, type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { smallEmployersRelief, taxYearForRelief } from "../../../../shared/payroll/statutoryPay/smallEmployersRelief.ts";
import { statutoryPayBalance } from "../../../../shared/payroll/statutoryPay/statutoryPayBalance.ts";
import { recoverStatutoryPay, recoveryOfMonth } from "../../../../shared/payroll/statutoryPay/statutoryRecovery.ts";
import { ratesForTaxYear } from "../../../../shared/rates/ratesFor.ts";

const day = plainDate;
const ratesOf = (taxYear: string) => {
  const rates = ratesForTaxYear(taxYear);
  if (!rates) throw new Error(taxYear);
  return rates;
};

describe("recovery of statutory pay", () => {
  it.each([
    // £194.32 × 3% = £5.8296; × 8.5% = £16.5172; × 9% = £17.4888; × 92% = £178.7744.
    ["2024-25", 5_83, "3%"],
    ["2025-26", 16_52, "8.5%"],
    ["2026-27", 17_49, "9%"],
  ])("%s: a small employer gets all of it and compensation", (taxYear, compensation, share) => {
    const result = recoveryOfMonth(pence(194_32), true, ratesOf(taxYear));
    expect(result).toMatchObject({ recovered: 194_32, compensation });
    expect(result.total).toMatchObject({
      amount: 194_32 + compensation,
      rule: { name: "Recovery of statutory pay", ratesYear: taxYear, source: ratesOf(taxYear).statutoryParentalPay.sources[0] },
      lines: [
        { text: "A small employer gets back all of £194.32.", amount: 194_32 },
        { text: `And ${share} of it for the National Insurance on it.`, amount: compensation },
      ],
    });
  });

  it("the others get 92%, to the nearest penny", () => {
    const result = recoveryOfMonth(pence(194_32), false, ratesOf("2026-27"));
    expect(result).toMatchObject({ recovered: 178_77, compensation: 0 });
    expect(result.total.lines).toEqual([{ text: "92% of £194.32 comes back from HMRC.", amount: 178_77 }]);
    // £100.02 × 92% = £92.0184.
    expect(recoveryOfMonth(pence(100_02), false, ratesOf("2026-27")).recovered).toBe(92_02);
  });

  it("the published cases round up instead", () => {
    expect(recoverStatutoryPay(pence(194_32), basisPoints(9200), false)).toEqual({ recovered: 178_78, compensation: 0 });
    expect(recoverStatutoryPay(pence(120_76), basisPoints(10_300), true)).toEqual({ recovered: 120_76, compensation: 3_63 });
    expect(recoverStatutoryPay(pence(120_76), basisPoints(9200), true)).toEqual({ recovered: 120_76, compensation: 0 });
  });
});

describe("small employers' relief", () => {
  it.each([
    [45_000_00, true, "so small employers' relief is due"],
    [45_000_01, false, "so small employers' relief is not due"],
    [0, true, "so small employers' relief is due"],
  ])("Class 1 of %i pence in the year before: %s", (paid, isSmallEmployer, words) => {
    const verdict = smallEmployersRelief(day("2026-06-07"), pence(paid));
    expect(verdict).toMatchObject({ ok: true, value: { isSmallEmployer, taxYear: "2025-26" } });
    expect(verdict.ok && verdict.value.text).toContain(`The limit is £45,000.00, ${words} (qualifying week from 7 June 2026).`);
  });

  it("says which year's insurance counted", () => {
    const verdict = smallEmployersRelief(day("2026-06-07"), pence(1_000_00));
    expect(verdict.ok && verdict.value.text).toMatch(/^Class 1 National Insurance of 2025-26, before the Employment Allowance, was £1,000\.00\./);
  });

  it("the tax year before the one the qualifying week begins in", () => {
    expect(taxYearForRelief(day("2026-04-05"))).toBe("2024-25");
    expect(taxYearForRelief(day("2026-04-06"))).toBe("2025-26");
    expect(taxYearForRelief(day("2101-01-01"))).toBe("2099-00");
    expect(taxYearForRelief(day("2010-06-01"))).toBe("2009-10");
  });

  it("refuses a year without rates and an amount below nothing", () => {
    expect(smallEmployersRelief(day("2040-06-03"), pence(0))).toMatchObject({
      ok: false,
      problems: [{ field: "qualifyingWeekStart", value: "2040-06-03", rule: "There are no rates for this year." }],
    });
    expect(smallEmployersRelief(day("2026-06-07"), pence(-1))).toEqual({
      ok: false,
      problems: [
        {
          field: "class1BeforeAllowance",
          value: "-1",
          rule: "National Insurance of a year is a sum in pounds and pence, not less than nothing.",
          wayOut: "Give the year's total of employees' and employer's National Insurance, before the Employment Allowance.",
        },
      ],
    });
    expect(smallEmployersRelief(day("2026-06-07"), Number.NaN as Pence)).toMatchObject({ ok: false, problems: [{ value: "NaN" }] });
    expect(smallEmployersRelief(day("2026-06-07"), pence(0)).ok).toBe(true);
  });
});

describe("the balance of statutory pay", () => {
  const rule = { name: "Statutory Sick Pay", source: "the rules" };
  const earned = (amount: number, days: number) => ({
    kind: "statutorySickPay" as const,
    days,
    total: { amount: pence(amount), rule, lines: [{ text: "What it earned.", amount: pence(amount) }] },
  });
  const paid = (amount: number, days: number) => ({ kind: "statutorySickPay" as const, payday: day("2026-06-30"), days, amount: pence(amount) });

  it("pays sickness entered after its pay run in the next one", () => {
    expect(statutoryPayBalance([earned(61_63, 2)], [])).toEqual([{ kind: "statutorySickPay", days: 2, total: earned(61_63, 2).total }]);
  });

  it("pays what a longer absence earned on top of what was paid", () => {
    const [balance] = statutoryPayBalance([earned(123_25, 4)], [paid(61_63, 2)]);
    expect(balance).toMatchObject({ days: 2, total: { amount: 61_62 } });
    expect(balance?.total.lines.map(({ text }) => text)).toEqual(["What it earned.", "Paid already on 30 June 2026: £61.63."]);
  });

  it("takes back what a shortened absence was paid too much", () => {
    const [balance] = statutoryPayBalance([earned(30_82, 1)], [paid(61_63, 2)]);
    expect(balance).toMatchObject({ days: -1, total: { amount: -30_81 } });
    expect(balance?.total.lines.at(-1)).toEqual({ text: "£30.81 too much was paid before. It comes off this pay." });
  });

  it("an absence taken out gives all of it back", () => {
    const [balance] = statutoryPayBalance([], [paid(61_63, 2)]);
    expect(balance).toMatchObject({
      days: -2,
      total: { amount: -61_63, rule: { name: "Statutory pay paid before", source: "The payslips of earlier pay runs" } },
    });
  });

  it("leaves out kinds with nothing to put right, and keeps kinds apart", () => {
    const maternity = { ...earned(315_00, 7), kind: "statutoryMaternityPay" as const };
    expect(statutoryPayBalance([earned(61_63, 2), maternity], [paid(61_63, 2)]).map(({ kind, total }) => [kind, total.amount])).toEqual([
      ["statutoryMaternityPay", 315_00],
    ]);
    const [daysOnly] = statutoryPayBalance([earned(10_00, 2)], [paid(10_00, 1)]);
    expect(daysOnly).toMatchObject({ days: 1, total: { amount: 0 } });
    expect(daysOnly?.total.lines.map(({ text }) => text)).toEqual(["What it earned.", "Paid already on 30 June 2026: £10.00."]);
    expect(statutoryPayBalance([earned(10_00, 1)], [paid(9_99, 1)])).toMatchObject([{ days: 0, total: { amount: 1 } }]);
  });
});
