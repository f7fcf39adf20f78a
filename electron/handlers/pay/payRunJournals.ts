import type { PayRunDues } from "../../../shared/contract/payAnswers.ts";
import { formatPence, type Pence, pence, splitByWeight } from "../../../shared/core/money.ts";
import { formatDate, formatShortDate } from "../../../shared/core/plainDate.ts";
import type { NewJournal, NewPosting } from "../../../shared/ledger/journal.ts";
import { costByPlanLine } from "../../../shared/payroll/cost/costByPlanLine.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";

/** A payslip about to be sealed. */
export interface PayslipToPost {
  readonly payslipId: string;
  readonly payRunId: string;
  readonly engagementId: string;
  readonly name: string;
  readonly result: PayslipResult;
}

const periodText = ({ periodFrom, periodTo }: PayslipResult) => `${formatShortDate(periodFrom)} to ${formatDate(periodTo)}`;

/**
 * The journal of one payslip: spending by plan line (pay, employer's National Insurance, employer's pension), against wages due, HMRC due, pension due
 * and other deductions due. Undefined when nothing is paid at all. Rule: model.md, ledger table.
 */
export function payslipJournal({ payslipId, payRunId, engagementId, name, result }: PayslipToPost, dues: PayRunDues): NewJournal | undefined {
  const postings: NewPosting[] = [];
  const post = (amountPence: number, posting: Omit<NewPosting, "amountPence" | "payRunId" | "engagementId">) => {
    if (amountPence !== 0) postings.push({ ...posting, amountPence: pence(amountPence), engagementId, payRunId });
  };
  for (const cost of costByPlanLine(result)) {
    const spending = { account: "spending" as const, ...spendingOn(cost.planLineId) };
    post(cost.pay, spending);
    post(cost.employerNationalInsurance, spending);
    post(cost.employerPension, spending);
  }
  const toHmrc =
    result.incomeTax.amount +
    result.employeeNationalInsurance.amount +
    result.employerNationalInsurance.amount +
    result.studentLoan.amount +
    result.postgraduateLoan.amount;
  post(-result.netPay.amount, { account: "wagesDue", dueOn: dues.wagesOn });
  post(-toHmrc, { account: "hmrcDue", dueOn: dues.hmrcOn });
  post(-(result.employeePension.amount + result.employerPension.amount), { account: "pensionDue", dueOn: dues.pensionOn });
  post(-result.otherDeductions.reduce((sum, { amount }) => sum + amount, 0), { account: "ordersDue", dueOn: dues.hmrcOn });
  if (postings.length === 0) return undefined;
  return {
    postedOn: result.payday,
    event: "payRun",
    description: `Pay: ${name}, ${periodText(result)}`,
    documentKind: "payslip",
    documentId: payslipId,
    postings,
  };
}

/** Employment Allowance as a journal of its own: less owed to HMRC, and less spent on the plan lines whose employer's National Insurance it pays. */
export function allowanceJournal(payRunId: string, results: readonly PayslipResult[], dues: PayRunDues): NewJournal | undefined {
  const used = dues.employmentAllowance?.amount ?? 0;
  const [first] = results;
  if (used === 0 || !first) return undefined;
  const byLine = new Map<string | null, number>();
  for (const result of results) {
    for (const cost of costByPlanLine(result)) byLine.set(cost.planLineId, (byLine.get(cost.planLineId) ?? 0) + cost.employerNationalInsurance);
  }
  const lines = [...byLine].filter(([, amount]) => amount > 0);
  const shares = splitByWeight(
    used as Pence,
    lines.map(([, amount]) => amount),
  );
  const postings: NewPosting[] = [{ account: "hmrcDue", amountPence: pence(used), payRunId, dueOn: dues.hmrcOn }];
  for (const [index, [planLineId]] of lines.entries()) {
    const share = shares[index] ?? 0;
    if (share !== 0) postings.push({ account: "spending", amountPence: pence(-share), payRunId, ...spendingOn(planLineId) });
  }
  const description = `Employment Allowance of ${formatPence(pence(used))} on the pay of ${formatDate(first.payday)}`;
  return { postedOn: first.payday, event: "employmentAllowance", description, documentKind: "payRun", documentId: payRunId, postings };
}

const spendingOn = (planLineId: string | null) => (planLineId === null ? { category: "personalAssistants" } : { planLineId });
