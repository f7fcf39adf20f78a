import { addDays, type PlainDate } from "../../../shared/core/plainDate.ts";
import { taxPeriodOf } from "../../../shared/payroll/incomeTax/taxPeriod.ts";
import type { DeductionOrder } from "../../../shared/payroll/orders/deductionOrder.ts";
import type { Verdict } from "../../../shared/payroll/problems.ts";
import { type LoansInForce, loansInForce } from "../../../shared/payroll/studentLoans/loanNotices.ts";
import { StudentLoanPlan } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { listDeductionOrders } from "../../db/repositories/payArrangementRepository.ts";
import { listLoanNotices } from "../../db/repositories/payFactsRepository.ts";
import type { StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { ordersOn } from "./personDeductions.ts";
import type { RunFacts } from "./personPay.ts";

/** Notices of the first day come from the starter checklist, later ones from HMRC. A notice is kept with the last day it is taken. */
export function studentLoansOn(db: ReadDb, engagement: Engagement, payday: PlainDate, rates: TaxYearRates): Verdict<LoansInForce> {
  const notices = listLoanNotices(db, engagement.id, payday).map(({ kind, fromOn, toOn }) => ({
    from: fromOn > engagement.startOn ? ("hmrc" as const) : ("employee" as const),
    loan: kind === "postgraduate" ? kind : StudentLoanPlan.parse(kind.slice("plan".length)),
    startOn: fromOn,
    stopOn: toOn === null ? null : addDays(toOn, 1),
  }));
  return loansInForce(notices, payday, rates);
}

/** The orders in force; in a second payment of an earnings period those with a set sum for the period are not taken again. */
export function ordersDueNow(db: ReadDb, run: RunFacts, engagementId: string, payslips: readonly StoredPayslip[]): DeductionOrder[] {
  const { payday } = run.period;
  const orders = ordersOn(listDeductionOrders(db, engagementId), payslips, payday);
  if (run.kind === "regular") return orders;
  const period = taxPeriodOf(payday, run.payFrequency);
  const taken = new Set(
    payslips
      .filter(({ result }) => result.taxPeriod.taxYear === period.taxYear && result.taxPeriod.number === period.number)
      .flatMap(({ result }) => result.orderDeductions.map(({ orderId }) => orderId)),
  );
  return orders.filter((order) => !("normalDeduction" in order) || !taken.has(order.id));
}
