import type { arrangementOperations, LoanStanding, OrderStanding, PayArrangements } from "../../../shared/contract/employmentArrangements.ts";
import { pence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { inOrderOfPriority, isSequenceConfirmed } from "../../../shared/payroll/orders/deductionOrder.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { ReadDb } from "../../db/database.ts";
import { findAssistantHmrcFacts, findP45GivenOn } from "../../db/repositories/hmrcFactsRepository.ts";
import { listAssistantLoans, listDeductionOrders, listPensionOptOuts } from "../../db/repositories/payArrangementRepository.ts";
import { findPensionMembership, listPayFacts } from "../../db/repositories/payFactsRepository.ts";
import { listPayslipsOfEngagement, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import type { Handlers } from "../handler.ts";
import { leavesToPay } from "../pay/familyPayFacts.ts";
import { isOrderInForce, ordersOn } from "../pay/personDeductions.ts";
import { lastOrderDeduction, pensionRefundDue, repaidOfLoan } from "../pay/sealedSums.ts";
import { requireEngagement } from "./assistantRecord.ts";
import { leaveStanding } from "./familyLeave.ts";

type Arrangements = Pick<typeof arrangementOperations, "employment.getPayArrangements">;

export const arrangementHandlers: Handlers<Arrangements> = {
  "employment.getPayArrangements": ({ db, today }, { engagementId }) => payArrangements(db, requireEngagement(db, engagementId), today),
};

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
