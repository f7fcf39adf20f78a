import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";

/**
 * Pay for weeks of notice that are not worked, in pence; weeks below zero count as none. It is earnings: taxed, with National Insurance, whether the
 * contract allows it or not. Source: Employment Rights Act 1996, sections 86 and 87; ITEPA 2003, sections 402B to 402E.
 */
export function payInLieuOfNotice(weeksPay: Pence, weeksNotWorked: number): Explained {
  const weeks = Math.max(0, weeksNotWorked);
  const text = `${weeks} ${weeks === 1 ? "week" : "weeks"} of notice not worked, at ${formatPence(weeksPay)} a week. It is taxed like wages.`;
  return explain({ name: "Pay in lieu of notice", source: "Employment Rights Act 1996, section 86; ITEPA 2003, sections 402B to 402E" }, [
    { text, amount: pence(weeksPay * weeks) },
  ]);
}
