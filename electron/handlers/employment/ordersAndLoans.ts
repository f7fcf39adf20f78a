import type { arrangementOperations } from "../../../shared/contract/employmentArrangements.ts";
import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { formatPence, pence } from "../../../shared/core/money.ts";
import { addDays, formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { DeductionOrderDetails } from "../../../shared/people/payArrangements.ts";
import { postJournal } from "../../db/repositories/ledgerRepository.ts";
import {
  findAssistantLoan,
  findDeductionOrder,
  insertAssistantLoan,
  insertDeductionOrder,
  listDeductionOrders,
  markDeductionOrderPlace,
  markDeductionOrderStopped,
  updateLoanInstalment,
} from "../../db/repositories/payArrangementRepository.ts";
import { findLastFinishedPay } from "../../db/repositories/payFactsRepository.ts";
import { listPayslipsOfEngagement, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import type { CommandContext, Handlers } from "../handler.ts";
import { isOrderInForce } from "../pay/personDeductions.ts";
import { repaidOfLoan } from "../pay/sealedSums.ts";
import { requireEngagement } from "./assistantRecord.ts";
import { refuseInsideFinishedPay } from "./changes.ts";

type OrdersAndLoans = Pick<
  typeof arrangementOperations,
  | "employment.addDeductionOrder"
  | "employment.confirmOrderSequence"
  | "employment.stopDeductionOrder"
  | "employment.addLoan"
  | "employment.changeLoanInstalment"
>;

export const orderAndLoanHandlers: Handlers<OrdersAndLoans> = {
  "employment.addDeductionOrder": ({ db, newId }, order) => {
    const engagement = requireEngagement(db, order.engagementId);
    checkOrder(order);
    refuseInsideFinishedPay(db, engagement, order.fromOn, "payday");
    const older = order.continuesOrderId === null ? undefined : findDeductionOrder(db, order.continuesOrderId);
    if (order.continuesOrderId !== null && older?.engagementId !== order.engagementId) throw notFound("older order");
    if (older) markDeductionOrderStopped(db, older.id, older.fromOn < order.fromOn ? addDays(order.fromOn, -1) : older.fromOn);
    const id = newId();
    insertDeductionOrder(db, { ...order, id, toOn: null, confirmedPlace: older?.confirmedPlace ?? null });
    const inForce = listDeductionOrders(db, order.engagementId).filter((each) => isOrderInForce(each, order.fromOn));
    const name = engagement.person.firstName;
    return { id, warnings: inForce.length > 1 ? [`${name} has ${inForce.length} orders now. Confirm the sequence in which they are taken.`] : [] };
  },

  "employment.confirmOrderSequence": ({ db }, { engagementId, orderIds }) => {
    requireEngagement(db, engagementId);
    const known = new Set(listDeductionOrders(db, engagementId).map(({ id }) => id as string));
    if (new Set(orderIds).size !== orderIds.length || orderIds.some((id) => !known.has(id))) {
      throw invalidInput({ orderIds: "Name each order of this person once" });
    }
    for (const [index, id] of orderIds.entries()) markDeductionOrderPlace(db, id, index + 1);
    return { warnings: [] };
  },

  "employment.stopDeductionOrder": ({ db }, { orderId, toOn }) => {
    const order = findDeductionOrder(db, orderId);
    if (!order) throw notFound("order");
    if (toOn < order.fromOn) throw invalidInput({ toOn: `Choose ${formatDate(order.fromOn)}, its first payday, or later` });
    const paid = findLastFinishedPay(db, order.engagementId);
    if (paid && toOn < paid.payday && isTaken(listPayslipsOfEngagement(db, order.engagementId), orderId, toOn)) {
      throw notAllowed(`The order was taken on the finished payday of ${formatDate(paid.payday)}.`, [`Choose ${formatDate(paid.payday)} or later.`]);
    }
    markDeductionOrderStopped(db, orderId, toOn);
    return { warnings: [] };
  },

  "employment.addLoan": (context, loan) => {
    const { db, newId } = context;
    const engagement = requireEngagement(db, loan.engagementId);
    if (loan.instalmentPence > loan.sumPence) throw invalidInput({ instalmentPence: "An instalment cannot be more than the whole sum" });
    if (loan.fromOn < loan.agreedOn) throw invalidInput({ fromOn: "The first instalment comes after the day it was agreed" });
    if (loan.paidOn < loan.agreedOn) throw invalidInput({ paidOn: "The money is paid on or after the day it was agreed" });
    refuseInsideFinishedPay(db, engagement, loan.fromOn, "payday");
    const id = newId();
    insertAssistantLoan(db, { ...loan, id });
    postLoan(context, id, loan, engagement);
    return { id, warnings: [`Keep the agreement in writing: without it nothing may be taken from ${engagement.person.firstName}'s wages.`] };
  },

  "employment.changeLoanInstalment": ({ db }, { loanId, instalmentPence, fromOn }) => {
    const loan = findAssistantLoan(db, loanId);
    if (!loan) throw notFound("loan");
    refuseInsideFinishedPay(db, requireEngagement(db, loan.engagementId), fromOn, "payday");
    const left = loan.sumPence - repaidOfLoan(listPayslipsOfEngagement(db, loan.engagementId), loanId);
    if (left <= 0) throw notAllowed("This loan is paid back.");
    if (instalmentPence > left) throw invalidInput({ instalmentPence: `Only ${formatPence(pence(left))} is left to pay back` });
    updateLoanInstalment(db, loanId, instalmentPence, fromOn);
    return { warnings: [] };
  },
};

function checkOrder(order: DeductionOrderDetails): void {
  const { kind, normalDeductionPence, protectedEarningsPence, rate, fromOn, receivedOn } = order;
  const asksSum = kind === "childMaintenance" || kind === "attachmentOfEarnings" || (kind === "directEarnings" && rate === "fixed");
  if (asksSum && normalDeductionPence === null) throw invalidInput({ normalDeductionPence: "Enter the sum the order names for one pay period" });
  if (kind === "attachmentOfEarnings" && protectedEarningsPence === null) {
    throw invalidInput({ protectedEarningsPence: "Enter the protected earnings the order names; 0 when it names none" });
  }
  if (kind === "directEarnings" && rate === null) throw invalidInput({ rate: "Choose the rate that the notice names" });
  if (fromOn < receivedOn) throw invalidInput({ fromOn: "The first payday comes on or after the day the order was received" });
}

const isTaken = (payslips: readonly StoredPayslip[], orderId: string, after: PlainDate) =>
  payslips.some(({ payday, result }) => payday > after && result.orderDeductions.some((each) => each.orderId === orderId));

/** The money to hand over is owed like wages, and what is not paid back is owed by the assistant. */
function postLoan(
  context: CommandContext,
  id: string,
  loan: { readonly engagementId: string; readonly sumPence: ReturnType<typeof pence>; readonly paidOn: PlainDate; readonly label: string },
  { person }: Engagement,
): void {
  const { engagementId, sumPence, paidOn, label } = loan;
  postJournal(context.db, context, {
    postedOn: paidOn,
    event: "assistantLoan",
    description: `${label}: ${formatPence(sumPence)} to ${person.firstName} ${person.lastName}`,
    documentKind: "assistantLoan",
    documentId: id,
    postings: [
      { account: "loansToAssistants", amountPence: sumPence, engagementId },
      { account: "wagesDue", amountPence: pence(-sumPence), engagementId, dueOn: paidOn },
    ],
  });
}
