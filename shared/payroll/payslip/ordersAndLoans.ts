import { multiply, type Pence, pence } from "../../core/money.ts";
import type { AttachmentRates } from "../../rates/taxYearRates.ts";
import { calculateOrderDeductions, type DeductionOrder, inOrderOfPriority, isPriorityOrder, type OrderDeduction } from "../orders/orderDeductions.ts";
import { type LoanDeductions, restrictLoans } from "../studentLoans/restrictLoans.ts";
import type { PayFrequency } from "../types.ts";

export interface OrdersAndLoansInput {
  readonly orders: readonly DeductionOrder[];
  /** As worked out before any restriction. */
  readonly loans: LoanDeductions;
  /** Attachable earnings: pay without statutory parental pay, less tax, National Insurance and pension. Pence. */
  readonly netEarnings: Pence;
  /** Pay less tax and National Insurance: loans never take more. Pence. */
  readonly leftAfterTax: Pence;
  readonly payFrequency: PayFrequency;
}

/**
 * Loans and orders in the sequence of the law, in pence: priority orders; then student loans, which leave the protected earnings of the newest
 * priority order that has any, cut to whole pounds; then the other orders. No loan is taken while a priority order takes a share of pay (council tax).
 * Source: HMRC, Collection of Student Loans Manual CSLM18015 and CSLM18025; Education (Student Loans) (Repayment) Regulations 2000, regulation 36;
 * payroll rules, sections 6 and 11.
 */
export function takeOrdersAndLoans(
  { orders, loans, netEarnings, leftAfterTax, payFrequency }: OrdersAndLoansInput,
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
): LoanDeductions & { readonly orderDeductions: readonly OrderDeduction[] } {
  const withinPay = restrictLoans(loans, leftAfterTax, "Tax and National Insurance leave");
  if (orders.length === 0) return { ...withinPay, orderDeductions: [] };

  const priority = inOrderOfPriority(orders.filter(isPriorityOrder));
  const first = calculateOrderDeductions(netEarnings, payFrequency, priority, rates);
  const taken = restrictBehindOrders(withinPay, priority, netEarnings, first.total.amount, rates.attachments);
  const takenBefore = pence(first.total.amount + taken.studentLoan.amount + taken.postgraduateLoan.amount);
  const others = orders.filter((order) => !isPriorityOrder(order));
  const second = calculateOrderDeductions(netEarnings, payFrequency, others, rates, takenBefore);
  return { ...taken, orderDeductions: [...first.deductions, ...second.deductions] };
}

function restrictBehindOrders(
  loans: LoanDeductions,
  priority: readonly DeductionOrder[],
  netEarnings: Pence,
  takenByOrders: Pence,
  rates: AttachmentRates,
): LoanDeductions {
  if (priority.length === 0) return loans;
  if (priority.some(takesShareOfPay)) return restrictLoans(loans, pence(0), "An order that takes a share of pay comes first and leaves");
  const protectedEarnings = protectedByNewest(priority, netEarnings, rates);
  const room = pence(Math.max(0, netEarnings - takenByOrders - protectedEarnings));
  return restrictLoans(loans, room, "Orders that come first, and the pay they protect, leave");
}

/** Orders that read their deduction from a table of net earnings name no sum of their own. */
const takesShareOfPay = (order: DeductionOrder) => !("normalDeduction" in order);

/** Protected earnings of the newest priority order that has any. Child maintenance protects a share of net earnings. */
function protectedByNewest(priority: readonly DeductionOrder[], netEarnings: Pence, { protectedShare }: AttachmentRates): Pence {
  const newest = priority.at(-1);
  if (newest?.kind === "attachmentOfEarnings") return newest.protectedEarnings;
  return newest?.kind === "childMaintenance" ? multiply(netEarnings, protectedShare, "up") : pence(0);
}
