import { formatPence, multiplyRatio, pence } from "../../core/money.ts";
import { daysBetween, formatDate } from "../../core/plainDate.ts";
import { attention, type CheckResult, cannotTell, pass } from "../checkResult.ts";
import type { ReturnFacts } from "../returnFacts.ts";
import { calculateReturnFigures } from "../returnFigures.ts";

const toBudget = { label: "Go to Budget", route: "/budget" };

/** Lines may differ from the plan by a tenth before anyone is asked why. */
const tolerancePercent = 10;

/** BUD-LINE: a plan line is more than a tenth over or under what the plan gives it for the period. */
export function checkPlanLines(facts: ReturnFacts): CheckResult {
  const check = { id: "BUD-LINE", title: "Spending against the plan" } as const;
  const known = facts.planLines.filter((line) => line.plannedPence !== null);
  if (known.length === 0) return cannotTell(check, "The plan has no lines with an amount for these dates.", toBudget);
  const records = known.flatMap((line) => {
    const planned = line.plannedPence ?? pence(0);
    const difference = line.spentPence - planned;
    if (Math.abs(difference) <= multiplyRatio(planned, tolerancePercent, 100, "down")) return [];
    const word = difference > 0 ? "over" : "under";
    const text = `${line.name}: spent ${formatPence(line.spentPence)}, plan ${formatPence(planned)}, ${formatPence(pence(Math.abs(difference)))} ${word}`;
    return [{ recordId: line.id, text }];
  });
  if (records.length === 0) return pass(check, `Every line is within ${tolerancePercent}% of the plan.`);
  return attention(
    check,
    `${records.length} of ${known.length} lines differ from the plan by more than ${tolerancePercent}%. Say why.`,
    records,
    toBudget,
  );
}

/** RES-HIGH: more is left than the agreement lets stay, after what is owed. */
export function checkReserveHigh(facts: ReturnFacts): CheckResult {
  const check = { id: "RES-HIGH", title: "Money above what may stay" } as const;
  if (facts.template.reserve.basis === "none") return pass(check, "Your agreement names no limit.");
  const { surplus, reserve } = calculateReturnFigures(facts);
  if (surplus.amount === 0) return pass(check, `Nothing is above the ${formatPence(reserve.amount)} that may stay.`);
  const text = `${formatPence(surplus.amount)} is above what may stay (${formatPence(reserve.amount)}), after what you owe.`;
  return attention(check, text, [{ recordId: facts.account.id, text: "Say what it is for, or expect to talk about it." }], toBudget);
}

/** RES-LOW: less is there than is owed, or than the least the agreement wants. */
export function checkReserveLow(facts: ReturnFacts): CheckResult {
  const check = { id: "RES-LOW", title: "Enough money in the account" } as const;
  const { shortfall, trulySpare } = calculateReturnFigures(facts);
  if (shortfall.amount > 0) {
    return attention(
      check,
      `You owe ${formatPence(shortfall.amount)} more than was in the account.`,
      [{ recordId: facts.account.id, text: "Tell your funder soon." }],
      toBudget,
    );
  }
  const least = facts.template.reserve.least ?? 0;
  const wanted = facts.template.reserve.basis === "weeksOfPayment" ? multiplyRatio(facts.weeklyPaymentPence, least, 1, "nearest") : pence(0);
  if (trulySpare.amount >= wanted) return pass(check, `After what you owe, ${formatPence(trulySpare.amount)} was truly spare.`);
  const text = `After what you owe, ${formatPence(trulySpare.amount)} was left. ${least} ${least === 1 ? "week" : "weeks"} would be ${formatPence(wanted)}.`;
  return attention(check, text, [{ recordId: facts.account.id, text: "Tell your funder if payments are late or too low." }], toBudget);
}

/** OWED-LATE: a debt is more than 30 days past its day. */
export function checkLateDebts(facts: ReturnFacts): CheckResult {
  const check = { id: "OWED-LATE", title: "Old debts" } as const;
  const late = facts.owedAtEnd.filter((debt) => daysBetween(debt.dueOn, facts.periodTo) > 30);
  if (late.length === 0) return pass(check, "Nothing was unpaid for more than 30 days.");
  const records = late.map((debt) => ({ recordId: debt.id, text: `${debt.label}: ${formatPence(debt.leftPence)}, due ${formatDate(debt.dueOn)}` }));
  return attention(check, "These were due more than 30 days before the period ended.", records, { label: "Go to Money", route: "/money" });
}

/** REV-DUE: the plan review's day has passed. */
export function checkReviewDue(facts: ReturnFacts): CheckResult {
  const check = { id: "REV-DUE", title: "Plan review" } as const;
  const { nextReviewOn } = facts;
  if (nextReviewOn === null) return cannotTell(check, "No review date is recorded.", { label: "Add the review date", route: "/setup/budget" });
  if (nextReviewOn >= facts.today) return pass(check, `The next review is on ${formatDate(nextReviewOn)}.`);
  const records = [{ recordId: facts.budgetReference || "review", text: `Due ${formatDate(nextReviewOn)}` }];
  return attention(check, "The review date has passed. Ask your funder for a new one.", records, {
    label: "Change the review date",
    route: "/setup/budget",
  });
}
