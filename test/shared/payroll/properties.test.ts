import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Explained } from "../../../shared/core/explanation.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { calculateIncomeTax } from "../../../shared/payroll/incomeTax/incomeTax.ts";
import { parseTaxCode } from "../../../shared/payroll/incomeTax/taxCode.ts";
import { calculateNationalInsurance } from "../../../shared/payroll/nationalInsurance/nationalInsurance.ts";
import { calculatePayslip } from "../../../shared/payroll/payslip/calculatePayslip.ts";
import { startOfYear } from "../../../shared/payroll/payslip/yearToDate.ts";
import { calculateStudentLoan } from "../../../shared/payroll/studentLoans/studentLoan.ts";
import { NationalInsuranceCategory, PayFrequency } from "../../../shared/rates/payTerms.ts";
import { knownTaxYears } from "../../../shared/rates/ratesFor.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import { aPayLine, aPayslipInput } from "../../support/payslipBuilders.ts";

const numRuns = 10_000;
const aYear = fc.constantFrom(...knownTaxYears);
const aFrequency = fc.constantFrom(...PayFrequency.options);
const somePay = fc.integer({ min: 0, max: 1_500_000 });
const linesSum = ({ lines }: Explained) => lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

describe("what always holds, 10,000 cases each", () => {
  it("more pay never means less National Insurance, in every letter, period and year", () => {
    const aLetter = fc.constantFrom(...NationalInsuranceCategory.options);
    fc.assert(
      fc.property(aYear, aLetter, aFrequency, somePay, fc.integer({ min: 0, max: 50_000 }), (rates, category, payFrequency, pay, more) => {
        const less = calculateNationalInsurance({ earnings: pence(pay), category, payFrequency }, rates);
        const greater = calculateNationalInsurance({ earnings: pence(pay + more), category, payFrequency }, rates);
        for (const side of ["employee", "employer"] as const) {
          if (less[side].amount < 0 || greater[side].amount < less[side].amount || linesSum(less[side]) !== less[side].amount) {
            expect([less[side], greater[side]]).toBe("never falling, its lines adding up");
          }
        }
      }),
      { numRuns },
    );
  });

  it("more pay never means a smaller loan deduction, and it is whole pounds", () => {
    fc.assert(
      fc.property(aFrequency, somePay, fc.integer({ min: 0, max: 50_000 }), fc.constantFrom("1", "2", "4", "5"), (payFrequency, pay, more, plan) => {
        const rates = knownTaxYears[2] as TaxYearRates;
        const of = (earnings: number) =>
          calculateStudentLoan({ earnings: pence(earnings), payFrequency, plan: plan as "1", hasPostgraduateLoan: true }, rates);
        const [less, greater] = [of(pay), of(pay + more)];
        if (!less.ok || !greater.ok) throw new Error("refused");
        expect(greater.value.studentLoan.amount).toBeGreaterThanOrEqual(less.value.studentLoan.amount);
        expect(greater.value.postgraduateLoan.amount).toBeGreaterThanOrEqual(less.value.postgraduateLoan.amount);
        expect((less.value.studentLoan.amount % 100) + (less.value.postgraduateLoan.amount % 100)).toBe(0);
      }),
      { numRuns },
    );
  });

  it("gross pay is net pay with every deduction, to the penny", () => {
    const aCode = fc.constantFrom("1257L", "S1257L", "C1257L", "BR", "D0", "SD2", "0T", "K100", "K2500", "NT", "1257L W1");
    fc.assert(
      fc.property(aCode, aFrequency, somePay, somePay, fc.boolean(), (code, payFrequency, pay, before, isNetPay) => {
        const slip = calculatePayslip(
          aPayslipInput({
            payday: plainDate("2026-10-02"),
            payFrequency,
            taxSetting: { code, isWeek1Month1: false },
            payLines: [aPayLine(pence(pay))],
            studentLoanPlan: "5",
            pension: { ...aPayslipInput().pension, taxTreatment: isNetPay ? "netPay" : "reliefAtSource" },
            yearToDate: { ...startOfYear(), taxablePay: pence(before), incomeTax: pence(Math.floor(before / 5)) },
          }),
          knownTaxYears[2] as TaxYearRates,
        );
        if (!slip.ok) throw new Error("refused");
        const { grossPay, netPay, incomeTax, employeeNationalInsurance, studentLoan, postgraduateLoan, employeePension } = slip.value;
        const taken = [incomeTax, employeeNationalInsurance, studentLoan, postgraduateLoan, employeePension];
        expect(netPay.amount + taken.reduce((sum, { amount }) => sum + amount, 0)).toBe(grossPay.amount);
        expect([grossPay, netPay, ...taken].every((figure) => linesSum(figure) === figure.amount)).toBe(true);
        expect(Math.min(...taken.slice(1).map(({ amount }) => amount))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns },
    );
  });

  it("cumulative tax of the year does not depend on how its pay was cut, where the half-pay limit is not met", () => {
    // K codes and pay of a few pounds may meet the limit, and then the rule itself makes tax wait.
    const yearOfTax = (
      code: string,
      pays: readonly number[],
      table: "weekly" | "monthly",
      periods: readonly number[],
      rates: TaxYearRates,
    ): Pence => {
      const taxCode = parseTaxCode(code);
      if (!taxCode.ok) throw new Error("bad code");
      let payToDate = 0;
      let taxToDate = 0;
      for (const [index, payInPeriod] of pays.entries()) {
        payToDate += payInPeriod;
        const tax = calculateIncomeTax(
          {
            employeeName: "Tom",
            taxCode: taxCode.value,
            isWeek1Month1: false,
            period: { table, number: periods[index] ?? 0, span: 1, isExtraPayday: false },
            payInPeriod: pence(payInPeriod),
            taxablePayToDate: pence(payToDate),
            taxToDateBefore: pence(taxToDate),
          },
          rates,
        );
        if (!tax.ok) throw new Error("refused");
        taxToDate += tax.value.amount;
      }
      return pence(taxToDate);
    };
    const months = Array.from({ length: 12 }, (_none, index) => index + 1);
    const aCode = fc.constantFrom("1257L", "S1257L", "C1257L", "45L", "0T", "S0T", "BR", "D0", "SD2", "NT");
    const pays = fc.array(fc.integer({ min: 100_00, max: 9_000_00 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(aYear, aCode, pays, fc.integer({ min: 1, max: 11 }), (rates, code, given, cut) => {
        const whole = yearOfTax(code, given, "monthly", months, rates);
        // Paid in two sums: all up to one month, and the rest in the last month.
        const first = given.slice(0, cut).reduce((sum, pay) => sum + pay, 0);
        const rest = given.slice(cut).reduce((sum, pay) => sum + pay, 0);
        expect(yearOfTax(code, [first, rest], "monthly", [cut, 12], rates)).toBe(whole);
        expect(yearOfTax(code, [first + rest], "monthly", [12], rates)).toBe(whole);
      }),
      { numRuns },
    );
  });
});
