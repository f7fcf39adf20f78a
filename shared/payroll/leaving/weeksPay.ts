import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, multiplyRatio, type Pence, sumPence } from "../../core/money.ts";

const weeksCounted = 12;

/**
 * A week's pay for notice and redundancy where hours vary, in pence to the nearest penny: the average of the last 12 weeks that brought pay. `weeks` is
 * the pay of each week before deductions, the newest last; weeks without pay are left out and earlier ones take their place. Fewer weeks give their own average.
 * Source: Employment Rights Act 1996, sections 222 to 224.
 */
export function calculateWeeksPay(weeks: readonly Pence[]): Explained {
  const counted = weeks.filter((pay) => pay > 0).slice(-weeksCounted);
  const rule = { name: "A week's pay", source: "Employment Rights Act 1996, sections 222 to 224" };
  if (counted.length === 0) return explain(rule, [{ text: "No week brought pay." }]);
  const total = sumPence(counted);
  const text = `${formatPence(total)} in the last ${counted.length} ${counted.length === 1 ? "week" : "weeks"} with pay give the average.`;
  return explain(rule, [{ text, amount: multiplyRatio(total, 1, counted.length, "nearest") }]);
}
