import { explain } from "../../shared/core/explanation.ts";
import { type Pence, pence } from "../../shared/core/money.ts";
import { plainDate } from "../../shared/core/plainDate.ts";
import type { PaymentRecordPayslip } from "../../shared/payroll/hmrc/employerPaymentRecord.ts";
import { calculatePayslip } from "../../shared/payroll/payslip/calculatePayslip.ts";
import type { PayLine, PayslipInput, PayslipResult } from "../../shared/payroll/types.ts";
import { ratesFor } from "../../shared/rates/ratesFor.ts";
import { aPayLine, aPayslipInput } from "./payslipBuilders.ts";

/** A payslip worked out by the engine. */
export function aSealedPayslip(change: Partial<PayslipInput> = {}): PayslipResult {
  const input = aPayslipInput(change);
  const rates = ratesFor(input.payday);
  const outcome = rates && calculatePayslip(input, rates);
  if (!outcome?.ok) throw new Error("The payslip could not be worked out");
  return outcome.value;
}

const told = (amount: number) => explain({ name: "Given", source: "test" }, [{ text: "Given.", amount: pence(amount) }]);

/** What HMRC is owed on a payslip, in pence; the rest of the payslip is the engine's usual one. */
export interface GivenFigures {
  readonly payday: string;
  readonly incomeTax?: number;
  readonly employee?: number;
  readonly employer?: number;
  readonly studentLoan?: number;
  readonly postgraduateLoan?: number;
  readonly statutoryPay?: readonly (readonly [PayLine["kind"], number])[];
}

const usual = aSealedPayslip();
let count = 0;

/** A payslip for the payment record with figures chosen by the test. */
export function aRecordPayslip(given: GivenFigures, change: Partial<PaymentRecordPayslip> = {}): PaymentRecordPayslip {
  count += 1;
  return {
    payslipId: `payslip-${count}`,
    engagementId: "tom",
    employeeName: "Tom Ellery",
    result: {
      ...usual,
      payday: plainDate(given.payday),
      incomeTax: told(given.incomeTax ?? 0),
      employeeNationalInsurance: told(given.employee ?? 0),
      employerNationalInsurance: told(given.employer ?? 0),
      studentLoan: told(given.studentLoan ?? 0),
      postgraduateLoan: told(given.postgraduateLoan ?? 0),
      payLines: (given.statutoryPay ?? []).map(([kind, amount]) => aPayLine(pence(amount) as Pence, { kind })),
    },
    ...change,
  };
}
