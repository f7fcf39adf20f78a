import { type Explained, explain } from "../../core/explanation.ts";
import { type Pence, pence } from "../../core/money.ts";
import type { AttachmentRates } from "../../rates/taxYearRates.ts";
import type { DeductionOrder, OrderDeduction, PayFrequency } from "../types.ts";
import { calculateAttachmentOfEarnings } from "./attachmentOfEarnings.ts";
import { calculateChildMaintenance } from "./childMaintenance.ts";
import { calculateCouncilTaxAttachment } from "./councilTaxAttachment.ts";
import { calculateDirectEarningsAttachment } from "./directEarningsAttachment.ts";

export type { DeductionOrder, OrderDeduction } from "../types.ts";

export interface OrderDeductions {
  readonly deductions: readonly OrderDeduction[];
  /** All that the orders take together. */
  readonly total: Explained;
  readonly leftToEmployee: Pence;
}

const mostCouncilTaxOrders = 2;
/** Maintenance, fines and council tax come before student loans, direct earnings attachments and county court judgments. */
export const isPriorityOrder = (order: DeductionOrder) =>
  order.kind === "childMaintenance" || order.kind === "councilTax" || (order.kind === "attachmentOfEarnings" && order.isPriority);

/** The orders in the sequence they are taken: the first class, then the others, each by the day received. The user confirms it. */
export function inOrderOfPriority(orders: readonly DeductionOrder[]): DeductionOrder[] {
  const rank = (order: DeductionOrder) => `${isPriorityOrder(order) ? 1 : 2}${order.receivedOn}`;
  return [...orders].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/**
 * What all orders take from one payment, in pence, one after the other: each sees what the earlier ones left, and direct earnings attachments and child
 * maintenance leave 60% of net earnings for all together. At most two council tax orders run at once. Never takes more than the net earnings.
 * `takenBefore` is what orders and loans that come first took already.
 * Source: payroll rules, section 11; order between issuers as council guides tell it, so show it and let the user confirm.
 */
export function calculateOrderDeductions(
  netEarnings: Pence,
  payFrequency: PayFrequency,
  orders: readonly DeductionOrder[],
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
  takenBefore: Pence = pence(0),
): OrderDeductions {
  const deductions: OrderDeduction[] = [];
  let taken: number = takenBefore;
  let councilTaxOrders = 0;
  for (const order of inOrderOfPriority(orders)) {
    const left = pence(Math.max(0, netEarnings - taken));
    if (order.kind === "councilTax" && ++councilTaxOrders > mostCouncilTaxOrders) continue;
    const result = takeOrder(order, { netEarnings, left, taken: pence(taken), payFrequency }, rates);
    taken += result.explanation.amount;
    const { explanation, ...carried } = result;
    deductions.push({ orderId: order.id, deduction: { kind: "order", label: order.label, amount: explanation.amount, explanation }, ...carried });
  }
  const lines = deductions.map(({ deduction }) => ({ text: `${deduction.label}.`, amount: deduction.amount }));
  const total = explain(
    { name: "Deductions by order", source: rates.attachments.sources[0], ratesYear: rates.taxYear },
    lines.length > 0 ? lines : [{ text: "No order is in force." }],
  );
  return { deductions, total, leftToEmployee: pence(netEarnings - takenBefore - total.amount) };
}

interface SoFar {
  readonly netEarnings: Pence;
  readonly left: Pence;
  readonly taken: Pence;
  readonly payFrequency: PayFrequency;
}
type Taken = Pick<OrderDeduction, "unpaidDeductions" | "protectedShortfall"> & { readonly explanation: Explained };
const nothingCarried = { unpaidDeductions: pence(0), protectedShortfall: pence(0) };

function takeOrder(
  order: DeductionOrder,
  { netEarnings, left, taken, payFrequency }: SoFar,
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
): Taken {
  switch (order.kind) {
    case "childMaintenance": {
      const { deduction } = calculateChildMaintenance({ netEarnings, normalDeduction: order.normalDeduction, otherOrders: taken });
      return { explanation: deduction, ...nothingCarried };
    }
    case "attachmentOfEarnings": {
      const { deduction, ...carried } = calculateAttachmentOfEarnings({ ...order, attachableEarnings: left });
      return { explanation: deduction, ...carried };
    }
    case "councilTax":
      return { explanation: calculateCouncilTaxAttachment(left, payFrequency, rates), ...nothingCarried };
    case "directEarnings":
      return {
        explanation: calculateDirectEarningsAttachment({ netEarnings, payFrequency, rate: order.rate, otherOrders: taken }, rates),
        ...nothingCarried,
      };
  }
}
