import { type Explained, explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { employerCostOfTime, type HourCostInput } from "./employerCostOfHour.ts";

/** The time a sum buys, what exactly that time costs, and what is left: too little for another minute. */
interface HoursForMoney {
  readonly time: Minutes;
  readonly cost: Explained;
  readonly moneyLeft: Pence;
}

/**
 * The hours a sum of money buys, all on-costs paid: the most whole minutes whose whole cost is not above it. The time is spread evenly over the
 * pay periods given, one input each (odd minutes to the first ones), because on-costs start at the thresholds of every period anew. The
 * Employment Allowance left at the first period is used up along them. Pence.
 * Refuses no period, a rate of nothing, money below zero, and what `employerCostOfTime` refuses. Source: payroll rules, section 15.
 */
export function hoursForMoney(periods: readonly HourCostInput[], money: Pence): Verdict<HoursForMoney> {
  const [first] = periods;
  if (!first) return refused(problem("periods", 0, "There is no pay period to work in.", "Give at least one pay period."));
  const cheapest = Math.min(...periods.map(({ ratePerHour }) => ratePerHour));
  if (cheapest === 0) return refused(problem("ratePerHour", formatPence(pence(0)), "Work without pay has no end.", "Give the pay for an hour."));
  if (money < 0) return refused(problem("money", formatPence(money), "Money to spend may not be below zero.", "Give the money there is."));
  const nothing = costOver(periods, first.employmentAllowanceLeft, 0);
  if (!nothing.ok) return nothing;
  // The cost is never below the pay, each period's pay rounded to the penny, so more time than the pay alone would use up cannot be had.
  // And it never falls as time grows.
  let most = 0;
  let tooMuch = Math.ceil(((money + periods.length) * 60) / cheapest) + 1;
  let best = nothing.value;
  while (tooMuch - most > 1) {
    const middle = Math.floor((most + tooMuch) / 2);
    const tried = costOver(periods, first.employmentAllowanceLeft, middle);
    if (!tried.ok) return tried;
    if (tried.value.amount <= money) {
      most = middle;
      best = tried.value;
    } else tooMuch = middle;
  }
  return accepted({ time: minutes(most), cost: best, moneyLeft: pence(money - best.amount) });
}

function costOver(periods: readonly HourCostInput[], allowance: Pence, time: number): Verdict<Explained> {
  const each = Math.floor(time / periods.length);
  let allowanceLeft = allowance;
  const costs: Explained[] = [];
  const lines: { text: string; amount: Pence }[] = [];
  for (const [index, period] of periods.entries()) {
    const own = minutes(each + (index < time % periods.length ? 1 : 0));
    const verdict = employerCostOfTime({ ...period, employmentAllowanceLeft: allowanceLeft }, own);
    if (!verdict.ok) return verdict;
    allowanceLeft = pence(allowanceLeft - verdict.value.allowanceUsed);
    costs.push(verdict.value.cost);
    const text = `${formatMinutes(own)} in the pay period of ${formatDate(period.on)}, all costs of employing included.`;
    lines.push({ text, amount: verdict.value.cost.amount });
  }
  const [only, second] = costs as [Explained, Explained?];
  return accepted(second ? explain(only.rule, lines) : only);
}
