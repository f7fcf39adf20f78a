import { applyWaivers, type CheckId, type CheckResult, type CheckWaiver } from "./checkResult.ts";
import { checkLateDebts, checkPlanLines, checkReserveHigh, checkReserveLow, checkReviewDue } from "./checks/budgetChecks.ts";
import { checkContracts, checkInsurance, checkLeaveRecords, checkSameHome } from "./checks/employerChecks.ts";
import {
  checkCash,
  checkClosingBalance,
  checkDuplicates,
  checkExpectedReceipts,
  checkOpeningBalance,
  checkPaymentEvidence,
  checkPaymentsOnPlan,
  checkStatementGap,
  checkUnknownReceipts,
} from "./checks/moneyChecks.ts";
import { checkHmrcPaid, checkPensionPaid, checkWageHours, checkWageRates, checkWagesMatch } from "./checks/payChecks.ts";
import type { MinimumRateFor, ReturnFacts } from "./returnFacts.ts";

/** Every check of the library by its id. */
const library: Readonly<Record<CheckId, (facts: ReturnFacts, minimumRateFor: MinimumRateFor) => CheckResult>> = {
  "BAL-CLOSE": checkClosingBalance,
  "BAL-OPEN": checkOpeningBalance,
  "STMT-GAP": checkStatementGap,
  "RCPT-EXPECTED": checkExpectedReceipts,
  "RCPT-UNKNOWN": checkUnknownReceipts,
  "PAY-PLAN": checkPaymentsOnPlan,
  "PAY-EVIDENCE": checkPaymentEvidence,
  "PAY-CASH": checkCash,
  "PAY-DUP": checkDuplicates,
  "PAY-SAMEHOME": checkSameHome,
  "WAGE-MATCH": checkWagesMatch,
  "WAGE-HOURS": checkWageHours,
  "WAGE-RATE": checkWageRates,
  "HMRC-PAID": checkHmrcPaid,
  "PENS-PAID": checkPensionPaid,
  "INS-COVER": checkInsurance,
  "EMP-CONTRACT": checkContracts,
  "EMP-LEAVE": checkLeaveRecords,
  "BUD-LINE": checkPlanLines,
  "RES-HIGH": checkReserveHigh,
  "RES-LOW": checkReserveLow,
  "OWED-LATE": checkLateDebts,
  "REV-DUE": checkReviewDue,
};

/** Runs the template's checks in the library's order and puts the person's reasons beside what they found. */
export function runChecks(facts: ReturnFacts, waivers: readonly CheckWaiver[], minimumRateFor: MinimumRateFor): CheckResult[] {
  const wanted = new Set(facts.template.checks.map((use) => use.id));
  return (Object.keys(library) as CheckId[]).filter((id) => wanted.has(id)).map((id) => applyWaivers(library[id](facts, minimumRateFor), waivers));
}

/** What stops a pack from being made: checks the template blocks on that are neither right nor answered. */
export function blockingChecks(facts: ReturnFacts, results: readonly CheckResult[]): CheckResult[] {
  const blocks = new Set(facts.template.checks.filter((use) => use.severity === "block").map((use) => use.id));
  return results.filter((result) => result.verdict === "attention" && blocks.has(result.id));
}
