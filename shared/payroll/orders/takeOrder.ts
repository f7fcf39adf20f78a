import type { Explained, ExplanationLine } from "../../core/explanation.ts";
import { type Pence, pence } from "../../core/money.ts";
import type { AttachmentRates } from "../../rates/taxYearRates.ts";
import type { PayFrequency } from "../types.ts";
import { calculateAttachmentOfEarnings } from "./attachmentOfEarnings.ts";
import { calculateChildMaintenance } from "./childMaintenance.ts";
import { calculateCouncilTaxAttachment } from "./councilTaxAttachment.ts";
import type { DeductionOrder } from "./deductionOrder.ts";
import { calculateDirectEarningsAttachment } from "./directEarningsAttachment.ts";
import { calculateMagistratesFine } from "./magistratesFine.ts";
import { orderSumForPeriod } from "./orderSumForPeriod.ts";

/** What an order looks at when its turn comes. Pence. */
interface OrderTurn {
  readonly netEarnings: Pence;
  /** Taken already by orders (and loans) that come first. */
  readonly taken: Pence;
  /** The part of `taken` that went to student and postgraduate loans. */
  readonly loans: Pence;
  readonly payFrequency: PayFrequency;
  readonly periodsInPayment: number;
}

/** What one order takes and hands on. */
export interface OrderTaken {
  readonly explanation: Explained;
  readonly unpaidDeductions: Pence;
  readonly protectedShortfall: Pence;
}

const nothingCarried = { unpaidDeductions: pence(0), protectedShortfall: pence(0) };

/**
 * What one order takes when its turn comes, in pence, never more than the orders before it have left. Sums on the notice are turned into the employee's
 * pay frequency and counted once for each pay period the payment is for. Source: payroll rules, section 11.
 */
export function takeOrder(
  order: DeductionOrder,
  { netEarnings, taken, loans, payFrequency, periodsInPayment }: OrderTurn,
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
): OrderTaken {
  const left = pence(Math.max(0, netEarnings - taken));
  const namedFor = order.sumsAreFor ?? payFrequency;
  const deductionOf = (sum: Pence) => pence(orderSumForPeriod(sum, namedFor, payFrequency, "nearest") * periodsInPayment);
  switch (order.kind) {
    case "childMaintenance": {
      const unpaid = order.unpaidDeductions ?? pence(0);
      const input = { netEarnings, normalDeduction: deductionOf(order.normalDeduction), otherOrders: taken, unpaidDeductions: unpaid };
      const { deduction, notTaken } = calculateChildMaintenance(input);
      return { explanation: deduction, unpaidDeductions: notTaken, protectedShortfall: pence(0) };
    }
    case "attachmentOfEarnings": {
      const protectedEarnings = pence(orderSumForPeriod(order.protectedEarnings, namedFor, payFrequency, "up") * periodsInPayment);
      const normalDeduction = deductionOf(order.normalDeduction);
      const { deduction, ...carried } = calculateAttachmentOfEarnings({ ...order, normalDeduction, protectedEarnings, attachableEarnings: left });
      return { explanation: deduction, ...carried };
    }
    case "councilTax": {
      const table = order.table ?? "england";
      return { explanation: calculateCouncilTaxAttachment({ netEarnings: left, payFrequency, table, periodsInPayment }, rates), ...nothingCarried };
    }
    case "magistratesFine":
      return { explanation: calculateMagistratesFine({ netEarnings: left, payFrequency, periodsInPayment }), ...nothingCarried };
    case "directEarnings": {
      const fixedDeduction = order.rate === "fixed" ? orderSumForPeriod(order.normalDeduction, namedFor, payFrequency, "nearest") : pence(0);
      const otherOrders = pence(taken - loans);
      const input = { netEarnings, payFrequency, rate: order.rate, fixedDeduction, otherOrders, loans, periodsInPayment };
      return { explanation: calculateDirectEarningsAttachment(input, rates), ...nothingCarried };
    }
  }
}

/** The same figure with one more step; the amount follows from it. */
export function withLine(explained: Explained, line: ExplanationLine): Explained {
  return { ...explained, amount: pence(explained.amount + (line.amount ?? 0)), lines: [...explained.lines, line] };
}
