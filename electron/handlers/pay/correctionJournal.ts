import { pence } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { NewJournal, NewPosting } from "../../../shared/ledger/journal.ts";
import { hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import type { PayrollCorrection } from "../../../shared/payroll/payslip/payrollCorrection.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { pensionDueOn } from "./workOutRun.ts";

interface CorrectionToPost {
  readonly id: string;
  readonly sealed: StoredPayslip;
  readonly recomputed: PayslipResult;
  readonly correction: PayrollCorrection;
}

/**
 * The journal of a closed year's correction, dated today: only the differences, pointing to the sealed payslip. What it adds to the cost is spending; tax, National
 * Insurance and loans change what HMRC is owed, pension what the scheme is owed, and the rest is owed to (or by) the person. Undefined when no money differs.
 * Rule: model.md, ledger table.
 */
export function correctionJournal({ id, sealed, correction }: CorrectionToPost, employer: Employer, today: PlainDate): NewJournal | undefined {
  const { engagementId, result } = sealed;
  const difference = (...names: string[]) =>
    correction.figures.reduce((sum, figure) => sum + (names.includes(figure.name) ? figure.difference : 0), 0);
  const hmrc = difference("Income tax", "Employee's National Insurance", "Employer's National Insurance", "Student loan", "Postgraduate loan");
  const pension = difference("Employee's pension", "Employer's pension");
  const orders = difference("Other deductions");
  const planLineId = result.payLines.find((line) => line.planLineId !== null)?.planLineId;
  const postings: NewPosting[] = [];
  const post = (amountPence: number, posting: Omit<NewPosting, "amountPence" | "engagementId">) => {
    if (amountPence !== 0) postings.push({ ...posting, amountPence: pence(amountPence), engagementId });
  };
  const cost = correction.costDifference.amount;
  post(cost, { account: "spending", ...(planLineId ? { planLineId } : { category: "personalAssistants" }) });
  post(-hmrc, { account: "hmrcDue", dueOn: hmrcPeriodOf(today, employer.paysHmrcQuarterly).dueElectronicallyOn });
  post(-pension, { account: "pensionDue", dueOn: pensionDueOn(today) });
  post(-orders, { account: "ordersDue", dueOn: today });
  post(-(cost - hmrc - pension - orders), { account: "wagesDue", dueOn: today });
  if (postings.length < 2) return undefined;
  const description = `Correction of the payslip of ${formatDate(result.payday)}`;
  return { postedOn: today, event: "payrollCorrection", description, documentKind: "payslipCorrection", documentId: id, postings };
}
