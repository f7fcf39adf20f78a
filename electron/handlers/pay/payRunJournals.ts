import type { PayRunDues } from "../../../shared/contract/payAnswers.ts";
import { formatPence, type Pence, pence, splitByWeight } from "../../../shared/core/money.ts";
import { formatDate, formatShortDate } from "../../../shared/core/plainDate.ts";
import type { NewJournal, NewPosting } from "../../../shared/ledger/journal.ts";
import { costByPlanLine } from "../../../shared/payroll/cost/costByPlanLine.ts";
import { parentalKinds } from "../../../shared/payroll/payslip/payLineKinds.ts";
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
 * The journal of one payslip: spending by plan line (pay, employer's National Insurance, employer's pension), against wages due, HMRC due, pension due,
 * each order, loans repaid and other deductions due. Undefined when nothing is paid at all. Rule: model.md, ledger table.
 */
export function payslipJournal({ payslipId, payRunId, engagementId, name, result }: PayslipToPost, dues: PayRunDues): NewJournal | undefined {
  const postings: NewPosting[] = [];
  const post = (amountPence: number, posting: Omit<NewPosting, "amountPence" | "payRunId" | "engagementId">) => {
    if (amountPence !== 0) postings.push({ ...posting, amountPence: pence(amountPence), engagementId, payRunId });
  };
  let borne = 0;
  for (const cost of costByPlanLine(result)) {
    const spending = { account: "spending" as const, ...spendingOn(cost.planLineId) };
    post(cost.pay, spending);
    post(cost.employerNationalInsurance, spending);
    post(cost.employerPension, spending);
    borne += cost.pay + cost.employerNationalInsurance + cost.employerPension;
  }
  // A payslip without pay lines has nothing to share by: what a pension refund gives back goes to wages in general.
  post(result.employerCost.amount - borne, { account: "spending", ...spendingOn(null) });
  const toHmrc =
    result.incomeTax.amount +
    result.employeeNationalInsurance.amount +
    result.employerNationalInsurance.amount +
    result.studentLoan.amount +
    result.postgraduateLoan.amount;
  post(-result.netPay.amount, { account: "wagesDue", dueOn: dues.wagesOn });
  post(-toHmrc, { account: "hmrcDue", dueOn: dues.hmrcOn });
  post(-(result.employeePension.amount + result.employerPension.amount), { account: "pensionDue", dueOn: dues.pensionOn });
  for (const { kind, amount } of result.otherDeductions) {
    if (kind === "loan") post(-amount, { account: "loansToAssistants" });
    else if (kind === "other") post(-amount, { account: "ordersDue", dueOn: dues.hmrcOn });
  }
  for (const { orderId, deduction, payOver } of result.orderDeductions) {
    const handedOn = payOver ?? deduction.amount;
    post(-handedOn, { account: "ordersDue", dueOn: dues.ordersOn, deductionOrderId: orderId });
    // What the employer keeps for the work makes the wages cheaper.
    post(handedOn - deduction.amount, {
      account: "spending",
      ...spendingOn(result.payLines.find(({ planLineId }) => planLineId !== null)?.planLineId ?? null),
    });
  }
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

/** Statutory family pay that HMRC gives back: less owed to HMRC, and less spent on the plan lines that bore the family pay. */
export function recoveryJournal(payRunId: string, results: readonly PayslipResult[], dues: PayRunDues): NewJournal | undefined {
  const recovered = dues.statutoryPayRecovered;
  const [first] = results;
  if (recovered === 0 || !first) return undefined;
  const byLine = new Map<string | null, number>();
  for (const { payLines } of results) {
    for (const { kind, planLineId, amount } of payLines) {
      if ((parentalKinds as readonly string[]).includes(kind)) byLine.set(planLineId, (byLine.get(planLineId) ?? 0) + Math.abs(amount));
    }
  }
  const description = `Family pay of ${formatDate(first.payday)} that HMRC gives back: ${formatPence(recovered)}`;
  const postings = lessSpent(recovered, byLine, payRunId, dues);
  return { postedOn: first.payday, event: "statutoryPayRecovered", description, documentKind: "payRun", documentId: payRunId, postings };
}

/** Takes a sum off the debt to HMRC and, by weight, off what was spent on each plan line. */
function lessSpent(sum: Pence, byLine: ReadonlyMap<string | null, number>, payRunId: string, dues: PayRunDues): NewPosting[] {
  const lines = [...byLine].filter(([, amount]) => amount > 0);
  const shares = splitByWeight(
    sum,
    lines.map(([, amount]) => amount),
  );
  const postings: NewPosting[] = [{ account: "hmrcDue", amountPence: sum, payRunId, dueOn: dues.hmrcOn }];
  for (const [index, [planLineId]] of lines.entries()) {
    const share = shares[index] ?? 0;
    if (share !== 0) postings.push({ account: "spending", amountPence: pence(-share), payRunId, ...spendingOn(planLineId) });
  }
  return postings;
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
  const postings = lessSpent(pence(used), byLine, payRunId, dues);
  const description = `Employment Allowance of ${formatPence(pence(used))} on the pay of ${formatDate(first.payday)}`;
  return { postedOn: first.payday, event: "employmentAllowance", description, documentKind: "payRun", documentId: payRunId, postings };
}

const spendingOn = (planLineId: string | null) => (planLineId === null ? { category: "personalAssistants" } : { planLineId });
