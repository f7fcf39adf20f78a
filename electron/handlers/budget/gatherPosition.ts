import { type PromisedTime, planLinePosition, type SpendingEntry } from "../../../shared/budget/budgetPosition.ts";
import type { PlanLineStanding } from "../../../shared/contract/budgetOperations.ts";
import { basisPoints, multiplyRatio, type Pence, pence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { Budget } from "../../../shared/people/budget.ts";
import type { ReadDb } from "../../db/database.ts";
import { type LedgerPosting, listPostings } from "../../db/repositories/ledgerRepository.ts";
import { listPlanLineVersions } from "../../db/repositories/planRepository.ts";
import { findPayrollCost, listUnpaidShifts, type UnpaidShift } from "../../db/repositories/promisedTimeRepository.ts";

/** Spending up to a day, each posting with the event that first caused it: a reversal takes on the event it reverses. */
export function listSpending(db: ReadDb, on: PlainDate): (LedgerPosting & { readonly causedBy: LedgerPosting["event"] })[] {
  const postings = listPostings(db, { account: "spending", to: on });
  const events = new Map(listPostings(db, { account: "spending" }).map((posting) => [posting.journalId, posting.event]));
  return postings.map((posting) => ({ ...posting, causedBy: events.get(posting.reversesJournalId ?? "") ?? posting.event }));
}

function costOf(shift: UnpaidShift): Pence {
  const rate = pence(shift.ratePence);
  if (shift.paidBy === "hour") return multiplyRatio(rate, shift.minutes, 60, "nearest");
  return shift.paidBy === "mile" ? multiplyRatio(rate, shift.milesHundredths, 100, "nearest") : rate;
}

/** What employing cost on top of gross pay so far: employer National Insurance, pension, mileage, less Employment Allowance. */
function onCostRate(db: ReadDb, on: PlainDate) {
  const { grossPence, costPence } = findPayrollCost(db, on);
  return basisPoints(grossPence > 0 ? Math.max(0, multiplyRatio(pence(costPence - grossPence), 10_000, grossPence, "nearest")) : 0);
}

/** Every line of the plan, ended ones too, with where it stands on a day. */
export function gatherPosition(db: ReadDb, budget: Budget, on: PlainDate): PlanLineStanding[] {
  const versions = Map.groupBy(listPlanLineVersions(db, budget.id), (version) => version.id as string);
  const spending = Map.groupBy(listSpending(db, on), (posting) => posting.planLineId);
  const promised = Map.groupBy(listUnpaidShifts(db, on, budget.toOn), (shift) => shift.planLineId);
  const frame = { on, budgetFrom: budget.fromOn, budgetTo: budget.toOn, onCostRate: onCostRate(db, on) };
  return [...versions].flatMap(([planLineId, own]) => {
    const latest = own.at(-1);
    if (!latest) return [];
    const spent: SpendingEntry[] = (spending.get(planLineId) ?? []).map((posting) => ({ event: posting.causedBy, amountPence: posting.amountPence }));
    const times: PromisedTime[] = (promised.get(planLineId) ?? []).map((shift) => ({
      source: shift.source,
      onDate: shift.onDate,
      paidMinutes: shift.minutes,
      amountPence: costOf(shift),
    }));
    return [
      {
        planLineId: latest.id,
        name: latest.name,
        category: latest.category,
        ...planLinePosition({ versions: own, spending: spent, promised: times }, frame),
      },
    ];
  });
}
