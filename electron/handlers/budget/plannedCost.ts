import type { HoursLeft, PlannedCostOfLine } from "../../../shared/contract/budgetOperations.ts";
import { addingLine, type Explained, explain } from "../../../shared/core/explanation.ts";
import { formatMinutes, minutes } from "../../../shared/core/minutes.ts";
import { type Pence, pence, splitByWeight, sumPence } from "../../../shared/core/money.ts";
import { addDays, earlierOf, laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { employerCostOfHour, type HourCostInput } from "../../../shared/payroll/cost/employerCostOfHour.ts";
import { hoursForMoney } from "../../../shared/payroll/cost/hoursForMoney.ts";
import { calculateGrossPay } from "../../../shared/payroll/gross/grossPay.ts";
import { rateOn } from "../../../shared/payroll/gross/paidTime.ts";
import type { PayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import type { PayLine } from "../../../shared/payroll/types.ts";
import type { Budget } from "../../../shared/people/budget.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { fullName } from "../../../shared/people/person.ts";
import { ratesFor } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { listPayRates } from "../../db/repositories/payFactsRepository.ts";
import { allowanceLeftOn, type Costing, costFactsOf, costOfShifts, periodOf, sentencesOfProblems, shiftsToCost, startCosting } from "./personCost.ts";

/** Pay periods from the one a day lies in to the one the last day lies in, as far as their rates are known. */
function periodsBetween(costing: Costing, from: PlainDate, to: PlainDate): PayPeriod[] {
  const periods: PayPeriod[] = [];
  for (let day = from; day <= to; ) {
    const period = periodOf(costing, day);
    if (!ratesFor(period.payday)) break;
    periods.push(period);
    day = addDays(laterOf(day, period.periodTo), 1);
  }
  return periods;
}

/**
 * What the shifts planned after a day, to the end of the budget, will cost each line of the plan. Each person's pay goes where the shift says;
 * the costs on top follow the minutes. Problems name people whose time cannot be costed yet.
 */
export function plannedCost(db: ReadDb, budget: Budget, on: PlainDate): { lines: PlannedCostOfLine[]; problems: string[] } {
  const costing = startCosting(db);
  const byLine = new Map<string | null, { minutes: number; costs: { text: string; amount: Pence }[] }>();
  const problems: string[] = [];
  const from = addDays(on, 1);
  for (const engagement of costing ? listEngagements(db) : []) {
    if (!costing) break;
    const shares = new Map<string | null, { minutes: number; amount: number }>();
    for (const period of periodsBetween(costing, from, budget.toOn)) {
      const [first, last] = [laterOf(from, period.periodFrom), earlierOf(budget.toOn, period.periodTo)];
      if (first > last) continue;
      const planned = shiftsToCost(costing, engagement.id, first, last).filter(({ isPlanned }) => isPlanned);
      if (planned.length === 0) continue;
      const before = period.periodFrom < first ? shiftsToCost(costing, engagement.id, period.periodFrom, addDays(first, -1)) : [];
      const verdict = costOfShifts(costing, engagement, period, planned, before);
      if (!verdict.ok) {
        problems.push(...sentencesOfProblems(verdict.problems).map((sentence) => `${fullName(engagement.person)}: ${sentence}`));
        continue;
      }
      for (const part of sharesOf(verdict.value.lines, verdict.value.cost.amount)) {
        const share = shares.get(part.planLineId) ?? { minutes: 0, amount: 0 };
        shares.set(part.planLineId, { minutes: share.minutes + part.minutes, amount: share.amount + part.amount });
      }
    }
    for (const [planLineId, share] of shares) {
      const line = byLine.get(planLineId) ?? { minutes: 0, costs: [] };
      const text = `${fullName(engagement.person)}: ${formatMinutes(minutes(share.minutes))}, all costs of employing included.`;
      byLine.set(planLineId, {
        minutes: line.minutes + share.minutes,
        costs: [...line.costs, { text, amount: pence(share.amount) }],
      });
    }
  }
  const rule = { name: "What the planned shifts will cost", source: "The rota and pay rates, with the rates of the tax year" };
  const lines = [...byLine].flatMap(([planLineId, { minutes: time, costs }]) =>
    planLineId === null ? [] : [{ planLineId, minutes: minutes(time), cost: explain(rule, costs) }],
  );
  return { lines, problems: [...new Set(problems)] };
}

/** A cost cut by plan line: pay as its lines say, the rest by minutes. Lines without minutes (a stand-by sum) follow the others' minutes. */
function sharesOf(lines: readonly PayLine[], cost: Pence): { planLineId: string | null; minutes: number; amount: number }[] {
  const byLine = Map.groupBy(lines, ({ planLineId }) => planLineId);
  const parts = [...byLine].map(([planLineId, own]) => ({
    planLineId,
    pay: sumPence(own.map(({ amount }) => amount)),
    minutes: own.filter(({ kind }) => kind !== "timeAwake").reduce((sum, line) => sum + (line.minutes ?? 0), 0),
  }));
  const onTop = pence(cost - sumPence(parts.map(({ pay }) => pay)));
  const shared = splitByWeight(
    onTop,
    parts.map((part) => part.minutes),
  );
  return parts.map(({ planLineId, pay, minutes: time }, index) => ({ planLineId, minutes: time, amount: pay + (shared[index] ?? 0) }));
}

/**
 * The hours that money buys of one person's time from a day to the end of the budget, spread evenly over the pay periods, on top of what is
 * worked and planned in them already. `problem` says why there is no answer.
 */
export function hoursLeft(
  db: ReadDb,
  budget: Budget,
  {
    engagement,
    kindOfTimeId,
    on,
    money,
  }: { readonly engagement: Engagement; readonly kindOfTimeId: string; readonly on: PlainDate; readonly money: Pence },
): HoursLeft {
  const costing = startCosting(db);
  const ratePerHour = rateOn(listPayRates(db, engagement.id), kindOfTimeId, on);
  const none = { ratePence: ratePerHour ?? null, hourCost: null, bought: null };
  if (!costing) return { ...none, problem: "Set up yourself as an employer first." };
  if (ratePerHour === undefined)
    return { ...none, problem: `There is no rate of pay for this kind of time. Add it on ${engagement.person.firstName}'s page.` };
  const last = engagement.endOn === null ? budget.toOn : earlierOf(engagement.endOn, budget.toOn);
  const inputs = periodsBetween(costing, on, last).map((period): HourCostInput => {
    const facts = costFactsOf(costing, engagement, period.payday, payOf(costing, engagement, period));
    return { ...facts, ratePerHour, employmentAllowanceLeft: allowanceLeftOn(costing, period.payday) };
  });
  const [first] = inputs;
  if (!first) return { ...none, problem: "No day is left in which this person works and the rates are known." };
  const [hour, bought] = [employerCostOfHour(first), hoursForMoney(inputs, money)];
  if (!hour.ok || !bought.ok)
    return { ...none, problem: sentencesOfProblems([...(hour.ok ? [] : hour.problems), ...(bought.ok ? [] : bought.problems)])[0] ?? "" };
  return { ratePence: ratePerHour, hourCost: hour.value, bought: bought.value, problem: null };
}

function payOf(costing: Costing, engagement: Engagement, { periodFrom, periodTo, payday }: PayPeriod): Pence {
  const rates = ratesFor(payday);
  const shifts = shiftsToCost(costing, engagement.id, periodFrom, periodTo);
  const gross =
    rates && calculateGrossPay({ shifts, kinds: costing.kinds, payRates: listPayRates(costing.db, engagement.id), milesHundredthsBefore: 0 }, rates);
  return gross?.ok ? sumPence(gross.value.lines.filter(({ kind }) => kind !== "mileage").map(({ amount }) => amount)) : pence(0);
}

/** Every planned cost as one figure, by the names of the lines. */
export function totalOfPlanned(lines: readonly PlannedCostOfLine[], nameOf: (planLineId: string) => string): Explained {
  const rule = { name: "What the planned shifts will cost", source: "The rota and pay rates, with the rates of the tax year" };
  return explain(
    rule,
    lines.map(({ planLineId, cost }) => addingLine(`${nameOf(planLineId)}.`, cost.amount)),
  );
}
