import { multiply, type Pence, pence } from "../../core/money.ts";
import type { AttachmentRates } from "../../rates/taxYearRates.ts";
import { type AttachableEarningsInput, calculateAttachableEarnings } from "../orders/attachableEarnings.ts";
import { type DeductionOrder, isPriorityOrder } from "../orders/deductionOrder.ts";
import { calculateOrderDeductions, type OrderDeduction } from "../orders/orderDeductions.ts";
import { orderSumForPeriod } from "../orders/orderSumForPeriod.ts";
import { type LoanDeductions, restrictLoans } from "../studentLoans/restrictLoans.ts";
import type { PayFrequency } from "../types.ts";

export interface OrdersAndLoansInput {
  readonly orders: readonly DeductionOrder[];
  /** As worked out before any restriction. */
  readonly loans: LoanDeductions;
  /** What the net earnings that orders look at are made of. */
  readonly attachable: AttachableEarningsInput;
  /** Pay less tax, National Insurance and pension, statutory parental pay included: loans never take more. Pence. */
  readonly leftForLoans: Pence;
  readonly payFrequency: PayFrequency;
  /** Pay periods the payment is for, holiday in advance included. */
  readonly periodsInPayment: number;
  /** How much the pay is above the minimum wage, for the employer's costs; null when not known. Pence. */
  readonly aboveMinimumWage: Pence | null;
}

/**
 * Loans and orders in the sequence of the law, in pence: priority orders; then student loans, which leave the protected earnings of the newest
 * priority order that has any, cut to whole pounds; then the other orders. No loan is taken while a priority order takes a share of pay (council tax).
 * Source: HMRC, Collection of Student Loans Manual CSLM18015 and CSLM18025; Education (Student Loans) (Repayment) Regulations 2000, regulation 36;
 * payroll rules, sections 6 and 11.
 */
export function takeOrdersAndLoans(
  { orders, loans, attachable, leftForLoans, payFrequency, periodsInPayment, aboveMinimumWage }: OrdersAndLoansInput,
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
): LoanDeductions & { readonly orderDeductions: readonly OrderDeduction[] } {
  const withinPay = restrictLoans(loans, leftForLoans, "Tax, National Insurance and pension leave");
  if (orders.length === 0) return { ...withinPay, orderDeductions: [] };

  const netEarnings = calculateAttachableEarnings(attachable).amount;
  const take = (some: readonly DeductionOrder[], before = pence(0), loansBefore = pence(0)) =>
    calculateOrderDeductions(netEarnings, payFrequency, some, rates, before, { loansBefore, periodsInPayment, aboveMinimumWage });
  // Without loans nothing stands between the orders, and the sequence the user confirmed holds for all of them.
  if (withinPay.studentLoan.amount === 0 && withinPay.postgraduateLoan.amount === 0) {
    return { ...withinPay, orderDeductions: take(orders).deductions };
  }
  const priority = orders.filter(isPriorityOrder);
  const first = take(priority);
  const taken = restrictBehindOrders(
    withinPay,
    priority,
    { netEarnings, payFrequency, periodsInPayment, takenByOrders: first.total.amount },
    rates.attachments,
  );
  const loansTaken = pence(taken.studentLoan.amount + taken.postgraduateLoan.amount);
  const second = take(
    orders.filter((order) => !isPriorityOrder(order)),
    pence(first.total.amount + loansTaken),
    loansTaken,
  );
  return { ...taken, orderDeductions: [...first.deductions, ...second.deductions] };
}

interface Situation {
  readonly netEarnings: Pence;
  readonly payFrequency: PayFrequency;
  readonly periodsInPayment: number;
  readonly takenByOrders: Pence;
}

function restrictBehindOrders(
  loans: LoanDeductions,
  priority: readonly DeductionOrder[],
  situation: Situation,
  rates: AttachmentRates,
): LoanDeductions {
  if (priority.length === 0) return loans;
  if (priority.some(takesShareOfPay)) return restrictLoans(loans, pence(0), "An order that takes a share of pay comes first and leaves");
  const room = pence(Math.max(0, situation.netEarnings - situation.takenByOrders - protectedByNewest(priority, situation, rates)));
  return restrictLoans(loans, room, "Orders that come first, and the pay they protect, leave");
}

/** Orders that read their deduction from a table of net earnings name no sum of their own. */
const takesShareOfPay = (order: DeductionOrder) => !("normalDeduction" in order);

/** Protected earnings of the newest priority order. Child maintenance protects a share of net earnings. */
function protectedByNewest(
  priority: readonly DeductionOrder[],
  { netEarnings, payFrequency, periodsInPayment }: Situation,
  { protectedShare }: AttachmentRates,
): Pence {
  const newest = priority.reduce((best, order) => (order.receivedOn >= best.receivedOn ? order : best));
  if (newest.kind !== "attachmentOfEarnings") return multiply(netEarnings, protectedShare, "up");
  return pence(orderSumForPeriod(newest.protectedEarnings, newest.sumsAreFor ?? payFrequency, payFrequency, "up") * periodsInPayment);
}
