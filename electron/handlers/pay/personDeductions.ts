import { type Pence, pence } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { type DeductionOrder, isSequenceConfirmed } from "../../../shared/payroll/orders/deductionOrder.ts";
import { calculateEmployerLoan } from "../../../shared/payroll/orders/employerLoan.ts";
import type { OtherDeduction } from "../../../shared/payroll/types.ts";
import type { AssistantLoan, DeductionOrderKind, DeductionOrderRecord } from "../../../shared/people/payArrangements.ts";
import type { StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { lastOrderDeduction, repaidOfLoan } from "./sealedSums.ts";

const orderNames: Readonly<Record<DeductionOrderKind, string>> = {
  childMaintenance: "Child maintenance",
  attachmentOfEarnings: "Attachment of earnings order",
  councilTax: "Council tax attachment of earnings",
  magistratesFine: "Fine by order of the magistrates",
  directEarnings: "Direct earnings attachment",
};

/** What an order is called on the payslip. */
export const orderLabel = ({ kind, reference }: Pick<DeductionOrderRecord, "kind" | "reference">) => `${orderNames[kind]} ${reference}`.trim();

export const isOrderInForce = ({ fromOn, toOn }: DeductionOrderRecord, on: PlainDate) => fromOn <= on && (toOn === null || on <= toOn);

/** The orders in force on a payday as the calculator takes them, with what the last payslip carried on. */
export function ordersOn(orders: readonly DeductionOrderRecord[], payslips: readonly StoredPayslip[], payday: PlainDate): DeductionOrder[] {
  return orders.filter((order) => isOrderInForce(order, payday)).map((order) => toCalculate(order, orders, payslips));
}

function toCalculate(order: DeductionOrderRecord, orders: readonly DeductionOrderRecord[], payslips: readonly StoredPayslip[]): DeductionOrder {
  const last = lastOrderDeduction(payslips, order, orders);
  const common = {
    id: order.id,
    label: orderLabel(order),
    receivedOn: order.receivedOn,
    confirmedPlace: order.confirmedPlace,
    takesCosts: order.takesCosts,
    ...(order.sumsAreFor !== null && { sumsAreFor: order.sumsAreFor }),
  };
  const normalDeduction = order.normalDeductionPence ?? pence(0);
  const unpaidDeductions = last?.unpaidDeductions ?? pence(0);
  switch (order.kind) {
    case "childMaintenance":
      return { ...common, kind: "childMaintenance", normalDeduction, unpaidDeductions };
    case "attachmentOfEarnings":
      return {
        ...common,
        kind: "attachmentOfEarnings",
        isPriority: order.isPriority,
        normalDeduction,
        protectedEarnings: order.protectedEarningsPence ?? pence(0),
        unpaidDeductions,
        protectedShortfall: last?.protectedShortfall ?? pence(0),
      };
    case "councilTax":
      return { ...common, kind: "councilTax", table: order.tableOf ?? "england" };
    case "magistratesFine":
      return { ...common, kind: "magistratesFine" };
    case "directEarnings":
      return order.rate === "fixed"
        ? { ...common, kind: "directEarnings", rate: "fixed", normalDeduction }
        : { ...common, kind: "directEarnings", rate: order.rate ?? "standard" };
  }
}

/** What to ask about orders before the run is finished. */
export function orderWarnings(orders: readonly DeductionOrder[], name: string): string[] {
  if (isSequenceConfirmed(orders)) return [];
  return [`${name} has ${orders.length} orders. Look at the sequence in which they are taken and confirm it on ${name}'s page.`];
}

/** Loans and advances repaid on a payday: the instalment, as far as the net pay goes. */
export function loanDeductions(
  loans: readonly AssistantLoan[],
  payslips: readonly StoredPayslip[],
  payday: PlainDate,
  netPay: Pence,
  isLastPay: boolean,
): OtherDeduction[] {
  let left: number = netPay;
  return loans.flatMap((loan) => {
    const takenBefore = repaidOfLoan(payslips, loan.id);
    if (payday < loan.fromOn || takenBefore >= loan.sumPence) return [];
    const verdict = calculateEmployerLoan({
      kind: loan.kind,
      openingSum: loan.sumPence,
      instalment: loan.instalmentPence,
      takenBefore,
      netPay: pence(Math.max(0, left)),
      isLastPay,
      hasAgreedToRepayOnLeaving: loan.repaysOnLeaving,
    });
    if (!verdict.ok || verdict.value.repayment.amount === 0) return [];
    const { repayment } = verdict.value;
    left -= repayment.amount;
    const label = `${loan.label} of ${formatDate(loan.agreedOn)}`;
    return [{ kind: "loan" as const, label, amount: repayment.amount, recordId: loan.id, explanation: repayment }];
  });
}
