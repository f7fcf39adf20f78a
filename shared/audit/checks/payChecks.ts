import { formatMinutes, minutes } from "../../core/minutes.ts";
import { formatPence, pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import { attention, type CheckResult, cannotTell, pass } from "../checkResult.ts";
import type { Debt } from "../openDebts.ts";
import type { FactPayslip, MinimumRateFor, ReturnFacts } from "../returnFacts.ts";

const toPay = { label: "Go to Pay", route: "/pay" };
const toMoney = { label: "Match payments", route: "/money" };
const nameOf = (facts: ReturnFacts, engagementId: string) =>
  facts.engagements.find((each) => each.id === engagementId)?.name ?? "A personal assistant";
const slipName = (facts: ReturnFacts, slip: FactPayslip) => `${nameOf(facts, slip.engagementId)}, paid ${formatDate(slip.payday)}`;

/** WAGE-MATCH: what left the bank equals the net pay on each payslip. */
export function checkWagesMatch(facts: ReturnFacts): CheckResult {
  const check = { id: "WAGE-MATCH", title: "Wages paid equal the payslips" } as const;
  if (facts.payslips.length === 0) return pass(check, "No payslips in this period.");
  const wrong = facts.payslips.filter((slip) => slip.paidPence !== slip.result.netPay.amount);
  if (wrong.length === 0) return pass(check, `${facts.payslips.length} of ${facts.payslips.length} payslips match the bank to the penny.`);
  const records = wrong.map((slip) => ({
    recordId: slip.payslipId,
    text: `${slipName(facts, slip)}: payslip ${formatPence(slip.result.netPay.amount)}, bank ${formatPence(slip.paidPence)}`,
  }));
  return attention(check, `${wrong.length} of ${facts.payslips.length} payslips do not match a payment in the bank.`, records, toMoney);
}

/** Minutes a payslip paid by the hour, shift or day for work done: leave, sick pay and bonuses have none. */
function paidMinutes(slip: FactPayslip): number {
  const worked = new Set(["hours", "shift", "day", "overtime"]);
  return slip.result.payLines.filter((line) => worked.has(line.kind)).reduce((sum, line) => sum + (line.minutes ?? 0), 0);
}

/** WAGE-HOURS: the hours on each payslip are the hours on confirmed timesheets. */
export function checkWageHours(facts: ReturnFacts): CheckResult {
  const check = { id: "WAGE-HOURS", title: "Payslips and timesheets" } as const;
  const hourly = facts.payslips.filter((slip) =>
    slip.result.payLines.some((line) => line.kind === "hours" || line.kind === "shift" || line.kind === "day"),
  );
  if (hourly.length === 0) return pass(check, "No pay by the hour in this period.");
  const records = hourly.flatMap((slip) => {
    const { timesheetMinutes } = slip;
    if (timesheetMinutes === null) return [{ recordId: slip.payslipId, text: `${slipName(facts, slip)}: no confirmed timesheet is tied to it` }];
    if (slip.result.minutesWorked === timesheetMinutes || paidMinutes(slip) === timesheetMinutes) return [];
    const text = `payslip ${formatMinutes(slip.result.minutesWorked)}, timesheets ${formatMinutes(minutes(timesheetMinutes))}`;
    return [{ recordId: slip.payslipId, text: `${slipName(facts, slip)}: ${text}` }];
  });
  if (records.length === 0) return pass(check, `${hourly.length} payslips, every hour on a confirmed timesheet.`);
  return attention(check, `${records.length} of ${hourly.length} payslips differ from the timesheets.`, records, {
    label: "Go to Rota and time",
    route: "/time",
  });
}

/** WAGE-RATE: no hour was paid under the legal lowest rate for the person on that day. Flat sums for nights are judged by the pay run itself. */
export function checkWageRates(facts: ReturnFacts, minimumRateFor: MinimumRateFor): CheckResult {
  const check = { id: "WAGE-RATE", title: "Rates of pay" } as const;
  if (facts.payslips.length === 0) return pass(check, "No payslips in this period.");
  const minimums = facts.payslips.map((slip) => ({ slip, least: minimumRateFor(slip) }));
  const records = minimums.flatMap(({ slip, least }) =>
    slip.result.payLines
      .filter((line) => line.kind === "hours" && line.ratePence !== null && least !== null && line.ratePence < least)
      .map((line) => ({
        recordId: slip.payslipId,
        text: `${slipName(facts, slip)}: ${line.label} at ${formatPence(pence(line.ratePence ?? 0))} an hour; the least is ${formatPence(pence(least ?? 0))}`,
      })),
  );
  if (records.length > 0) return attention(check, "Some hours were paid under the minimum wage.", records, toPay);
  if (minimums.some(({ least }) => least === null))
    return cannotTell(check, "The minimum wage for one of these dates or ages is not known here.", { label: "Add dates of birth", route: "/people" });
  return pass(check, "Every hour was paid at or above the minimum wage.");
}

function checkPaidOnTime(
  facts: ReturnFacts,
  check: { id: "HMRC-PAID" | "PENS-PAID"; title: string },
  debts: readonly Debt[],
  nothing: string,
): CheckResult {
  const due = debts.filter((debt) => debt.dueOn >= facts.periodFrom && debt.dueOn <= facts.periodTo);
  if (due.length === 0) return pass(check, nothing);
  const records = due
    .filter((debt) => debt.paidOn === null || debt.paidOn > debt.dueOn)
    .map((debt) => ({
      recordId: debt.id,
      text:
        debt.paidOn === null
          ? `${formatPence(debt.leftPence)} due ${formatDate(debt.dueOn)}: no payment found`
          : `${formatPence(debt.amountPence)} due ${formatDate(debt.dueOn)}: paid ${formatDate(debt.paidOn)}`,
    }));
  const paidDays = [...new Set(due.flatMap((debt) => (debt.paidOn ? [formatDate(debt.paidOn)] : [])))];
  if (records.length === 0) return pass(check, `Paid ${paidDays.join(", ")}, on time.`);
  return attention(check, `${records.length} of ${due.length} amounts were late or not found.`, records, toMoney);
}

/** HMRC-PAID: each amount due in the period was paid by its day. */
export function checkHmrcPaid(facts: ReturnFacts): CheckResult {
  return checkPaidOnTime(facts, { id: "HMRC-PAID", title: "HMRC paid" }, facts.hmrcDebts, "Nothing was due to HMRC in this period.");
}

/** PENS-PAID: each pension amount due in the period was paid by its day. */
export function checkPensionPaid(facts: ReturnFacts): CheckResult {
  return checkPaidOnTime(facts, { id: "PENS-PAID", title: "Pension paid" }, facts.pensionDebts, "No pension was due in this period.");
}
