import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import type { SubmittedEmployee } from "../../../../shared/payroll/rti/fullPaymentSubmission.ts";
import type { EmployeePaymentFacts } from "../../../../shared/payroll/rti/submissionFacts.ts";
import type { PayslipResult } from "../../../../shared/payroll/types.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import { anEmployeePayment, aPayslip, aSubmission } from "../../../support/rtiFacts.ts";

/** The submissions of a four-weekly year from 10 April 2026, one for each payslip. */
function submissionsOf(pays: readonly (readonly [pay: number, letter: "A" | "J", isNetPay: boolean, maternity: number])[]): SubmittedEmployee[] {
  const made: PayslipResult[] = [];
  return pays.map(([amount, letter, isNetPay, maternity], index) => {
    const payday = addDays(plainDate("2026-04-10"), index * 28);
    made.push(
      aPayslip({
        payday,
        periodFrom: addDays(payday, -27),
        periodTo: payday,
        nationalInsuranceCategory: letter,
        dateOfBirth: plainDate("2006-12-01"),
        studentLoanPlan: "5",
        hasPostgraduateLoan: true,
        pension: {
          status: "member",
          taxTreatment: isNetPay ? "netPay" : "reliefAtSource",
          earningsBasis: "qualifyingEarnings",
          employeeRate: 500 as never,
          employerRate: 300 as never,
        },
        payLines: [aPayLine(pence(amount)), ...(maternity > 0 ? [aPayLine(pence(maternity), { kind: "statutoryMaternityPay" })] : [])],
        yearToDate: made.at(-1)?.yearToDate ?? startOfYear(),
      }),
    );
    const payslips = [...made] as unknown as EmployeePaymentFacts["payslips"];
    const [employee] = aSubmission({ employees: [anEmployeePayment({ payslips })], today: payday }).employees;
    if (!employee) throw new Error("nobody");
    return employee;
  });
}

describe("a year of submissions", () => {
  it("the figures to date of each are the sum of the payments so far, item by item and letter by letter", () => {
    const pay = fc.tuple(
      fc.integer({ min: 0, max: 5_000_00 }),
      fc.constantFrom("A" as const, "J" as const),
      fc.boolean(),
      fc.constantFrom(0, 194_32),
    );
    fc.assert(
      fc.property(fc.array(pay, { minLength: 1, maxLength: 13 }), (pays) => {
        const year = submissionsOf(pays);
        year.forEach((employee, index) => {
          const soFar = year.slice(0, index + 1);
          const sum = (amountOf: (each: SubmittedEmployee) => number) => soFar.reduce((total, each) => total + amountOf(each), 0);
          const { toDate, nationalInsurance } = employee;
          expect(toDate.taxablePay).toBe(sum(({ payment }) => payment.taxablePay));
          expect(toDate.incomeTax).toBe(sum(({ payment }) => payment.incomeTax));
          expect(toDate.studentLoan ?? 0).toBe(sum(({ payment }) => payment.studentLoan?.amount ?? 0));
          expect(toDate.postgraduateLoan ?? 0).toBe(sum(({ payment }) => payment.postgraduateLoan ?? 0));
          expect(toDate.netPayPension ?? 0).toBe(sum(({ payment }) => payment.netPayPension ?? 0));
          expect(toDate.otherPension ?? 0).toBe(sum(({ payment }) => payment.otherPension ?? 0));
          for (const { letter, grossToDate, employeeToDate, employerToDate } of nationalInsurance) {
            const ofLetter = (part: "grossInPeriod" | "employeeInPeriod" | "employerInPeriod") =>
              sum((each) => each.nationalInsurance.find((figures) => figures.letter === letter)?.[part] ?? 0);
            expect(grossToDate).toBe(ofLetter("grossInPeriod"));
            expect(employeeToDate).toBe(ofLetter("employeeInPeriod"));
            expect(employerToDate).toBe(ofLetter("employerInPeriod"));
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it("keeps sending what was sent once: letters, loans, pension and statutory pay", () => {
    const year = submissionsOf([
      [4_000_00, "J", true, 194_32],
      [100_00, "A", false, 0],
      [100_00, "A", false, 0],
    ]);
    const last = year.at(-1);
    expect(last?.nationalInsurance.map(({ letter }) => letter)).toEqual(["J", "A"]);
    expect(last?.payment.statutoryPayToDate.maternity).toBe(194_32);
    expect(last?.toDate.netPayPension).toBe(year[0]?.payment.netPayPension);
    // Plan 5: 9% of 4,194.32 − 1,923.07 is 204.41; postgraduate: 6% of 4,194.32 − 1,615.38 is 154.73. Whole pounds, down.
    expect(last?.toDate).toMatchObject({ studentLoan: 204_00, postgraduateLoan: 154_00 });
    expect(last?.payment).toMatchObject({ studentLoan: null, postgraduateLoan: null, netPayPension: null });
  });
});
