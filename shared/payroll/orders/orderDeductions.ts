import { type Explained, explain } from "../../core/explanation.ts";
import { formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { AttachmentRates } from "../../rates/taxYearRates.ts";
import type { OtherDeduction, PayFrequency } from "../types.ts";
import { type DeductionOrder, inOrderOfPriority } from "./deductionOrder.ts";
import { orderCostsAllowed } from "./orderCosts.ts";
import { type OrderTaken, takeOrder, withLine } from "./takeOrder.ts";

export { type DeductionOrder, inOrderOfPriority, isPriorityOrder } from "./deductionOrder.ts";

/** What one order takes now and hands on to the next payday. */
export interface OrderDeduction {
  readonly orderId: string;
  /** All that is taken from pay, the employer's costs included. */
  readonly deduction: OtherDeduction;
  /** What is handed to the issuer of the order, by the 19th of the next month. Payslips sealed before it was kept lack it: then all of the deduction. */
  readonly payOver?: Pence;
  /** What the employer keeps for the work. */
  readonly employerCosts?: Pence;
  readonly unpaidDeductions: Pence;
  readonly protectedShortfall: Pence;
}

interface OrderDeductions {
  readonly deductions: readonly OrderDeduction[];
  /** All that the orders take together. */
  readonly total: Explained;
  readonly leftToEmployee: Pence;
}

/** What is known about the payment beyond the net earnings. */
interface OrderSituation {
  /** The part of `takenBefore` that went to student and postgraduate loans. They are no orders. Left out: none. */
  readonly loansBefore?: Pence;
  /** Pay periods the payment is for: 3 when a weekly payment brings two weeks of holiday in advance. Left out: 1. */
  readonly periodsInPayment?: number;
  /** How much the pay is above the minimum wage, in pence; it bounds the employer's costs. Left out or null: not known, so no costs are taken. */
  readonly aboveMinimumWage?: Pence | null;
}

const mostCouncilTaxOrders = 2;

interface Turn extends OrderTaken {
  readonly order: DeductionOrder;
}

/**
 * What all orders take from one payment, in pence, one after the other: each sees what the earlier ones left. Child maintenance leaves 60% of net
 * earnings; where there is a direct earnings attachment all orders together do (loans are no orders), so that one is cut. At most two council tax orders
 * run at once. The employer's £1 comes last. Never takes more than the net earnings. `takenBefore` is what orders and loans that come first took already.
 * Source: payroll rules, section 11; order between issuers as council guides tell it, so show it and let the user confirm.
 */
export function calculateOrderDeductions(
  netEarnings: Pence,
  payFrequency: PayFrequency,
  orders: readonly DeductionOrder[],
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
  takenBefore: Pence = pence(0),
  { loansBefore = pence(0), periodsInPayment = 1, aboveMinimumWage }: OrderSituation = {},
): OrderDeductions {
  const turns: Turn[] = [];
  let taken: number = takenBefore;
  let councilTaxOrders = 0;
  for (const order of inOrderOfPriority(orders)) {
    if (order.kind === "councilTax" && ++councilTaxOrders > mostCouncilTaxOrders) continue;
    const result = takeOrder(order, { netEarnings, taken: pence(taken), loans: loansBefore, payFrequency, periodsInPayment }, rates);
    taken += result.explanation.amount;
    turns.push({ order, ...result });
  }
  const cut = cutDirectEarnings(turns, pence(taken - loansBefore), netEarnings, rates.attachments);
  const left = netEarnings - takenBefore - cut.reduce((sum, { explanation }) => sum + explanation.amount, 0);
  const deductions = withCosts(cut, pence(Math.max(0, left)), aboveMinimumWage ?? pence(0));
  const lines = deductions.map(({ deduction }) => ({ text: `${deduction.label}.`, amount: deduction.amount }));
  const total = explain(
    { name: "Deductions by order", source: rates.attachments.sources[0], ratesYear: rates.taxYear },
    lines.length > 0 ? lines : [{ text: "No order is in force." }],
  );
  return { deductions, total, leftToEmployee: pence(netEarnings - takenBefore - total.amount) };
}

/** Orders that came after a direct earnings attachment may have gone beyond 40% of net earnings: the attachment gives way, the last one first. */
function cutDirectEarnings(turns: readonly Turn[], takenByOrders: Pence, netEarnings: Pence, { protectedShare }: AttachmentRates): Turn[] {
  let tooMuch = takenByOrders - (netEarnings - multiply(netEarnings, protectedShare, "up"));
  const cutOne = (turn: Turn): Turn => {
    const less = Math.min(tooMuch, turn.explanation.amount);
    if (turn.order.kind !== "directEarnings" || less <= 0) return turn;
    tooMuch -= less;
    const text = `All orders together must leave ${formatRate(protectedShare)} of net pay, so less is taken.`;
    return { ...turn, explanation: withLine(turn.explanation, { text, amount: pence(-less) }) };
  };
  return [...turns].reverse().map(cutOne).reverse();
}

function withCosts(turns: readonly Turn[], leftAfterOrders: Pence, aboveMinimumWage: Pence): OrderDeduction[] {
  let costs = 0;
  return turns.map(({ order, explanation, ...carried }) => {
    const cost = order.takesCosts ? orderCostsAllowed(explanation.amount, pence(leftAfterOrders - costs), pence(aboveMinimumWage - costs)) : pence(0);
    costs += cost;
    const all = cost > 0 ? withLine(explanation, { text: "For the employer's costs.", amount: cost }) : explanation;
    return {
      orderId: order.id,
      deduction: { kind: "order" as const, label: order.label, amount: all.amount, explanation: all },
      payOver: explanation.amount,
      employerCosts: cost,
      ...carried,
    };
  });
}
