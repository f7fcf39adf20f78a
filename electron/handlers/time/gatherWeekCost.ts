import type { WeekCost } from "../../../shared/contract/timeOperations.ts";
import { addingLine, type Explained, explain } from "../../../shared/core/explanation.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { multiplyRatio, pence, sumPence } from "../../../shared/core/money.ts";
import { addDays, earlierOf, laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { PayProblem } from "../../../shared/payroll/problems.ts";
import type { PayLine } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { fullName } from "../../../shared/people/person.ts";
import { mondayOf } from "../../../shared/timesheets/timesheet.ts";
import type { ReadDb } from "../../db/database.ts";
import { findBudget } from "../../db/repositories/budgetRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { listPlanLines } from "../../db/repositories/planRepository.ts";
import {
  type CostedShift,
  type Costing,
  costOfShifts,
  joinCosts,
  periodOf,
  sentencesOfProblems,
  shiftsToCost,
  startCosting,
} from "../budget/personCost.ts";
import { isEmployedBetween } from "./gatherWeek.ts";

/** What a week on the rota costs, person by person, and its time beside what each line of the plan pays for. */
export function gatherWeekCost(db: ReadDb, anyDay: PlainDate): WeekCost {
  const weekFrom = mondayOf(anyDay);
  const weekTo = addDays(weekFrom, 6);
  const costing = startCosting(db);
  const shifts: CostedShift[] = [];
  const rows: WeekCost["rows"] = [];
  for (const engagement of costing ? listEngagements(db) : []) {
    if (!costing || !isEmployedBetween(engagement, weekFrom, weekTo)) continue;
    const own = shiftsToCost(costing, engagement.id, weekFrom, weekTo);
    shifts.push(...own);
    if (own.length > 0) rows.push(rowOf(costing, engagement, own, weekFrom, weekTo));
  }
  const known = rows.flatMap(({ name, cost }) => (cost ? [addingLine(`${name}.`, cost.amount)] : []));
  const rule = { name: "What the week costs", source: "The rota, timesheets and pay rates, with the rates of the tax year" };
  return {
    weekFrom,
    rows,
    wagesPence: sumPence(rows.map(({ wagesPence }) => wagesPence)),
    total: explain(rule, known),
    planLines: planLinesOf(db, weekFrom, shifts),
  };
}

function rowOf(
  costing: Costing,
  engagement: Engagement,
  shifts: readonly CostedShift[],
  weekFrom: PlainDate,
  weekTo: PlainDate,
): WeekCost["rows"][number] {
  const costs: Explained[] = [];
  const lines: PayLine[] = [];
  const problems: PayProblem[] = [];
  for (let from = weekFrom; from <= weekTo; ) {
    const period = periodOf(costing, from);
    const to = earlierOf(weekTo, laterOf(from, period.periodTo));
    const own = shifts.filter(({ onDate }) => from <= onDate && onDate <= to);
    const before = period.periodFrom < from ? shiftsToCost(costing, engagement.id, period.periodFrom, addDays(from, -1)) : [];
    if (own.length > 0) {
      const verdict = costOfShifts(costing, engagement, period, own, before);
      if (verdict.ok) {
        costs.push(verdict.value.cost);
        lines.push(...verdict.value.lines);
      } else problems.push(...verdict.problems);
    }
    from = addDays(to, 1);
  }
  return {
    engagementId: engagement.id,
    name: fullName(engagement.person),
    wagesPence: problems.length > 0 ? pence(0) : sumPence(lines.map(({ amount }) => amount)),
    cost: problems.length > 0 ? null : joinCosts(costs),
    problems: sentencesOfProblems(problems),
  };
}

function planLinesOf(db: ReadDb, weekFrom: PlainDate, shifts: readonly CostedShift[]): WeekCost["planLines"] {
  const budget = findBudget(db);
  if (!budget) return [];
  return listPlanLines(db, budget.id, weekFrom)
    .filter(({ kind }) => kind === "hours")
    .map(({ id, name, minutesPerWeek, hourlyRatePence }) => ({
      planLineId: id,
      name,
      minutes: minutes(shifts.filter(({ planLineId }) => planLineId === id).reduce((sum, { workedMinutes }) => sum + workedMinutes, 0)),
      agreedMinutes: minutesPerWeek ?? minutes(0),
      agreedPence: multiplyRatio(hourlyRatePence ?? pence(0), minutesPerWeek ?? 0, 60, "nearest"),
    }));
}
