import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { familyPayNames, mostWeeks } from "./familyPayTypes.ts";
import { type FamilyPayDue, type FamilyPayPeriod, familyPayBetween } from "./statutoryFamilyPay.ts";

/**
 * As familyPayBetween, for input a person typed: refuses weeks that are not whole, below one or more than the payment allows, average weekly
 * earnings below
 * nothing, a week not paid that is none of the weeks, a start before the first standard rate that is known, and a last day before the first; each
 * with its
 * field, rule and way out. Source: Social Security Contributions and Benefits Act 1992, parts XII to XIIZE; payroll rules, section 8.
 */
export function checkedFamilyPayBetween(
  period: FamilyPayPeriod,
  from: PlainDate,
  to: PlainDate,
  source: string,
  roundedTo?: readonly PlainDate[],
): Verdict<FamilyPayDue> {
  const { payType, payStart, weeks, averageWeeklyEarnings, standardRates, weeksNotPaid = [] } = period;
  const problems: PayProblem[] = [];
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > mostWeeks[payType]) {
    const rule = `${familyPayNames[payType]} is paid for 1 to ${mostWeeks[payType]} whole weeks.`;
    problems.push(problem("weeks", weeks, rule, "Correct the number of weeks."));
  }
  if (averageWeeklyEarnings < 0n) {
    const given = averageWeeklyEarnings.toString();
    problems.push(
      problem("averageWeeklyEarnings", given, "Average weekly earnings can't be less than nothing.", "Check the pay of the relevant period."),
    );
  }
  const stray = weeksNotPaid.find((week) => !Number.isInteger(week) || week < 0 || week >= weeks);
  if (stray !== undefined) {
    problems.push(problem("weeksNotPaid", stray, "A week that is not paid must be one of the pay weeks, counted from 0.", "Correct the weeks."));
  }
  const oldest = standardRates[0];
  if (oldest === undefined || payStart < oldest.from) {
    const rule = oldest ? `The first standard rate that is known starts on ${formatDate(oldest.from)}.` : "No standard rate is known.";
    problems.push(problem("payStart", payStart, rule, "Correct the first day of pay."));
  }
  if (to < from) problems.push(problem("to", to, "The last day is before the first.", "Correct the dates of the pay period."));
  return problems.length > 0 ? refused(...problems) : accepted(familyPayBetween(period, from, to, source, roundedTo));
}
