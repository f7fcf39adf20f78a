import type { Pence } from "../../core/money.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import type { PayFrequency } from "../../rates/payTerms.ts";

interface OrderBase {
  readonly id: string;
  readonly label: string;
  readonly receivedOn: PlainDate;
  /** The place among all orders that the user has confirmed, 1 first. It holds only when every order has one. */
  readonly confirmedPlace?: number | null | undefined;
  /** Whether the employer takes £1 for the work of each deduction. Left out: no. */
  readonly takesCosts?: boolean | undefined;
  /** The pay frequency that the sums on the notice are for. Left out: the employee's own. */
  readonly sumsAreFor?: PayFrequency | undefined;
}

/** An order to deduct from pay, with what its notice says. Pence for one pay period, or for one of `sumsAreFor`. */
export type DeductionOrder = OrderBase &
  (
    | {
        readonly kind: "childMaintenance";
        readonly normalDeduction: Pence;
        /** What earlier paydays could not take. Left out: nothing. */
        readonly unpaidDeductions?: Pence | undefined;
      }
    | {
        readonly kind: "attachmentOfEarnings";
        readonly isPriority: boolean;
        readonly normalDeduction: Pence;
        readonly protectedEarnings: Pence;
        readonly unpaidDeductions: Pence;
        readonly protectedShortfall: Pence;
      }
    /** Left out, the table is England's. */
    | { readonly kind: "councilTax"; readonly table?: "england" | "wales" | undefined }
    | { readonly kind: "magistratesFine" }
    | { readonly kind: "directEarnings"; readonly rate: "standard" | "higher" }
    /** A notice that names a sum in place of a column of the table. */
    | { readonly kind: "directEarnings"; readonly rate: "fixed"; readonly normalDeduction: Pence }
  );

/**
 * Maintenance, fines and council tax come before student loans, direct earnings attachments and county court judgments.
 * Source: payroll rules, section 11 (as council guides tell it); HMRC, Collection of Student Loans Manual CSLM18025.
 */
export function isPriorityOrder(order: DeductionOrder): boolean {
  return order.kind === "attachmentOfEarnings" ? order.isPriority : order.kind !== "directEarnings";
}

/** Whether the user has confirmed the sequence: one order needs none, several need a place each. The rules between issuers are not simple, so ask. */
export function isSequenceConfirmed(orders: readonly DeductionOrder[]): boolean {
  return orders.length < 2 || orders.every(({ confirmedPlace }) => typeof confirmedPlace === "number");
}

/**
 * The orders in the sequence they are taken: as the user confirmed it, else priority orders first, then the others, each by the day received.
 * Source: payroll rules, section 11.
 */
export function inOrderOfPriority(orders: readonly DeductionOrder[]): DeductionOrder[] {
  if (isSequenceConfirmed(orders)) return [...orders].sort((a, b) => (a.confirmedPlace ?? 0) - (b.confirmedPlace ?? 0));
  const rank = (order: DeductionOrder) => `${isPriorityOrder(order) ? 1 : 2}${order.receivedOn}`;
  return [...orders].sort((a, b) => rank(a).localeCompare(rank(b)));
}
