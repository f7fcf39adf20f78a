import type {
  arrangementOperations,
  FamilyLeaveStanding,
  LoanStanding,
  OrderStanding,
  PayArrangements,
} from "../../../shared/contract/employmentArrangements.ts";
import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { formatPence, pence } from "../../../shared/core/money.ts";
import { addDays, formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { inOrderOfPriority, isSequenceConfirmed } from "../../../shared/payroll/orders/deductionOrder.ts";
import { familyPayNames, keepingInTouchDays, mostWeeks } from "../../../shared/payroll/statutoryPay/familyPayTypes.ts";
import { familyPayEnd } from "../../../shared/payroll/statutoryPay/statutoryFamilyPay.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { DeductionOrderDetails, FamilyLeaveDetails } from "../../../shared/people/payArrangements.ts";
import { ratesFor } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { findAssistantHmrcFacts, findP45GivenOn } from "../../db/repositories/hmrcFactsRepository.ts";
import { postJournal } from "../../db/repositories/ledgerRepository.ts";
import {
  deleteKeepingInTouchDay,
  findAssistantLoan,
  findDeductionOrder,
  findFamilyLeave,
  insertAssistantLoan,
  insertDeductionOrder,
  insertFamilyLeave,
  insertKeepingInTouchDay,
  listAssistantLoans,
  listDeductionOrders,
  listKeepingInTouchDays,
  listPensionOptOuts,
  markDeductionOrderPlace,
  markDeductionOrderStopped,
  updateFamilyLeave,
  updateLoanInstalment,
} from "../../db/repositories/payArrangementRepository.ts";
import { findLastFinishedPay, findPensionMembership, listPayFacts } from "../../db/repositories/payFactsRepository.ts";
import { listPayslipsOfEngagement, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import type { CommandContext, Handlers } from "../handler.ts";
import { familyPayFactsOf, leavesToPay } from "../pay/familyPayFacts.ts";
import { type FamilyPayFacts, familyPayLineOf, familyPayTypeOf, type LeaveToPay, workOutLeave } from "../pay/familyPayOwed.ts";
import { isOrderInForce, ordersOn } from "../pay/personDeductions.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { lastOrderDeduction, paidForRecord, pensionRefundDue, repaidOfLoan } from "../pay/sealedSums.ts";
import { requireEngagement } from "./assistantRecord.ts";
import { refuseInsideFinishedPay } from "./changes.ts";

type Arrangements = Pick<
  typeof arrangementOperations,
  | "employment.getPayArrangements"
  | "employment.addDeductionOrder"
  | "employment.confirmOrderSequence"
  | "employment.stopDeductionOrder"
  | "employment.addLoan"
  | "employment.changeLoanInstalment"
  | "employment.addFamilyLeave"
  | "employment.changeFamilyLeave"
  | "employment.addKeepingInTouchDay"
  | "employment.removeKeepingInTouchDay"
>;

export const arrangementHandlers: Handlers<Arrangements> = {
  "employment.getPayArrangements": ({ db, today }, { engagementId }) => payArrangements(db, requireEngagement(db, engagementId), today),

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

  "employment.addFamilyLeave": ({ db, newId }, leave) => {
    const engagement = requireEngagement(db, leave.engagementId);
    checkLeave(db, engagement, leave, null);
    const id = newId();
    insertFamilyLeave(db, { ...leave, id });
    return { id, warnings: leaveWarnings(db, engagement, id) };
  },

  "employment.changeFamilyLeave": ({ db }, { id, ...change }) => {
    const before = findFamilyLeave(db, id);
    if (!before) throw notFound("family leave");
    const engagement = requireEngagement(db, before.engagementId);
    const leave = { ...change, engagementId: before.engagementId };
    if (leave.kind !== before.kind) throw invalidInput({ kind: "The kind of leave stays as it is. Add another leave instead" });
    checkLeave(db, engagement, leave, id);
    updateFamilyLeave(db, id, leave);
    return { warnings: leaveWarnings(db, engagement, id) };
  },

  "employment.addKeepingInTouchDay": ({ db, newId }, { familyLeaveId, onDate }) => {
    const leave = findFamilyLeave(db, familyLeaveId);
    if (!leave) throw notFound("family leave");
    const most = keepingInTouchDays[familyPayTypeOf[leave.kind]];
    if (most === 0) throw notAllowed(`${familyPayNames[familyPayTypeOf[leave.kind]]} has no keeping-in-touch days.`);
    const lastDay = familyPayEnd(leave.payFromOn, leave.weeks);
    if (onDate < leave.payFromOn || onDate > lastDay) {
      throw invalidInput({ onDate: `Choose a day of the leave, from ${formatDate(leave.payFromOn)} to ${formatDate(lastDay)}` });
    }
    const days = listKeepingInTouchDays(db, familyLeaveId);
    if (days.some((day) => day.onDate === onDate)) throw invalidInput({ onDate: "This day is recorded already" });
    const id = newId();
    insertKeepingInTouchDay(db, { id, familyLeaveId, onDate });
    return { id, warnings: days.length < most ? [] : [`All ${most} days were used up before, so a week with another day of work is not paid.`] };
  },

  "employment.removeKeepingInTouchDay": ({ db }, { id }) => {
    if (!deleteKeepingInTouchDay(db, id)) throw notFound("keeping-in-touch day");
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

function checkLeave(db: ReadDb, engagement: Engagement, leave: FamilyLeaveDetails, ownId: string | null): void {
  const payType = familyPayTypeOf[leave.kind];
  if (leave.weeks > mostWeeks[payType]) throw invalidInput({ weeks: `${familyPayNames[payType]} is paid for at most ${mostWeeks[payType]} weeks` });
  if (leave.endsOn !== null && leave.endsOn < leave.payFromOn) throw invalidInput({ endsOn: "The last day of leave is on or after the first" });
  if (leave.kind === "adoption" && leave.matchedOn === null) throw invalidInput({ matchedOn: "Enter the day they were told of the match" });
  if (leave.payFromOn < engagement.startOn)
    throw invalidInput({ payFromOn: `The job began on ${formatDate(engagement.startOn)}. Choose a later day` });
  const lastDay = familyPayEnd(leave.payFromOn, leave.weeks);
  const clash = leavesToPay(db, engagement.id).find(
    ({ leave: other }) => other.id !== ownId && other.payFromOn <= lastDay && familyPayEnd(other.payFromOn, other.weeks) >= leave.payFromOn,
  );
  if (clash) throw invalidInput({ payFromOn: `There is family leave from ${formatDate(clash.leave.payFromOn)} in these weeks already` });
}

function leaveWarnings(db: ReadDb, engagement: Engagement, id: string): string[] {
  const each = leavesToPay(db, engagement.id).find(({ leave }) => leave.id === id);
  if (!each) return [];
  const { refusals, notes } = workOutLeave(leaveFacts(db, engagement, each.leave.payFromOn), each);
  return [...refusals.map(({ text, form }) => (form ? `${text} Give them form ${form}.` : text)), ...notes];
}

function leaveFacts(db: ReadDb, engagement: Engagement, on: PlainDate): FamilyPayFacts {
  const rates = ratesFor(on) ?? ratesFor(engagement.startOn);
  if (!rates) throw notAllowed(`This version has no rates for ${formatDate(on)}.`, ["Update Plan & Payday, then try again."]);
  return familyPayFactsOf(db, engagement, employerOrFail(db), listPayslipsOfEngagement(db, engagement.id), rates, null);
}

/** Everything that stands beside the dated pay facts of one assistant, worked out from sealed payslips. */
function payArrangements(db: ReadDb, engagement: Engagement, today: PlainDate): PayArrangements {
  const { id } = engagement;
  const payslips = listPayslipsOfEngagement(db, id);
  const orders = listDeductionOrders(db, id);
  const calculated = ordersOn(orders, payslips, today);
  const sequence = inOrderOfPriority(calculated).map((order) => order.id);
  const place = (orderId: string) => (sequence.includes(orderId) ? sequence.indexOf(orderId) : sequence.length);
  const { pensionMemberships } = listPayFacts(db, id);
  const optOuts = listPensionOptOuts(db, id);
  return {
    orders: orders.map((order): OrderStanding => orderStanding(order, orders, payslips, today)).sort((a, b) => place(a.id) - place(b.id)),
    isOrderSequenceConfirmed: isSequenceConfirmed(calculated),
    loans: listAssistantLoans(db, id).map((loan): LoanStanding => {
      const repaid = repaidOfLoan(payslips, loan.id);
      return { ...loan, repaid, left: pence(loan.sumPence - repaid) };
    }),
    familyLeaves: leavesToPay(db, id).map((each) => leaveStanding(db, engagement, each, payslips)),
    pension: {
      postponedUntil: findPensionMembership(db, id, today)?.postponedUntil ?? null,
      optOuts,
      refundDue: pensionRefundDue(optOuts, pensionMemberships, payslips),
    },
    hmrcFacts: findAssistantHmrcFacts(db, id),
    p45GivenOn: findP45GivenOn(db, id),
  };
}

function orderStanding(
  order: OrderStanding | Parameters<typeof isOrderInForce>[0],
  orders: Parameters<typeof lastOrderDeduction>[2],
  payslips: readonly StoredPayslip[],
  today: PlainDate,
): OrderStanding {
  const last = lastOrderDeduction(payslips, order, orders);
  const takenSoFar = payslips.reduce(
    (sum, { result }) => sum + result.orderDeductions.reduce((total, each) => total + (each.orderId === order.id ? each.deduction.amount : 0), 0),
    0,
  );
  const own = last?.orderId === order.id ? last.deduction.amount : null;
  return {
    ...order,
    isInForce: isOrderInForce(order, today),
    takenSoFar: pence(takenSoFar),
    lastTaken: own,
    carriedOn: last?.unpaidDeductions ?? pence(0),
  };
}

function leaveStanding(db: ReadDb, engagement: Engagement, each: LeaveToPay, payslips: readonly StoredPayslip[]): FamilyLeaveStanding {
  const { leave, days } = each;
  const { refusals, notes, lastPaidDay, daysLeft } = workOutLeave(leaveFacts(db, engagement, leave.payFromOn), each);
  return {
    ...leave,
    payName: familyPayNames[familyPayTypeOf[leave.kind]],
    lastPaidDay,
    paidSoFar: paidForRecord(payslips, familyPayLineOf[leave.kind], leave.id),
    keepingInTouchDays: [...days],
    keepingInTouchDaysLeft: daysLeft,
    notes: [...refusals.map(({ text, form }) => (form ? `${text} Give them form ${form}.` : text)), ...notes],
  };
}
