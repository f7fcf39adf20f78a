import { formatPence, type Pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { leaveYearOn } from "../holiday/leaveYear.ts";
import type { YearEndDates } from "./yearEndDates.ts";

export interface CarryFacts {
  readonly name: string;
  readonly startOn: PlainDate;
  readonly endOn: PlainDate | null;
  /** Taxable pay and tax of the ending year in this job, and what a P45 brought. Pence. */
  readonly taxablePay: Pence;
  readonly incomeTax: Pence;
  readonly previousTaxablePay: Pence;
  readonly loans: readonly { readonly words: string; readonly toOn: PlainDate | null }[];
  readonly isPensionMember: boolean;
}

/** What goes on with a person into the new tax year, and what starts again at nothing. */
export interface CarryForward {
  readonly goesOn: boolean;
  readonly needsP60: boolean;
  readonly lines: readonly string[];
}

/**
 * What happens to one person on 6 April: totals of pay, tax, National Insurance and loans start again at nothing, a P45 of the old year no longer counts, loan notices and
 * the pension go on. A P60 is due to everybody employed on 5 April who was paid in the year. Pence.
 * Source: GOV.UK, Payroll: annual reporting and tasks; payroll rules, sections 6, 10, 12 and 14.
 */
export function carryForward(facts: CarryFacts, dates: YearEndDates): CarryForward {
  const { name, startOn, endOn, taxablePay, incomeTax } = facts;
  const goesOn = startOn <= dates.newRatesFrom && (endOn === null || endOn >= dates.newRatesFrom);
  const needsP60 = startOn <= dates.to && (endOn === null || endOn >= dates.to) && taxablePay > 0;
  if (!goesOn) {
    const left = endOn === null ? "has not started by then" : `left on ${formatDate(endOn)}`;
    return {
      goesOn,
      needsP60,
      lines: [`${name} ${left}, so nothing is carried on. ${needsP60 ? "A P60 is due." : "The P45 stands instead of a P60."}`],
    };
  }
  const lines = [
    `Totals start again at nothing on ${formatDate(dates.newRatesFrom)}. ${dates.taxYear} ends at pay of ${formatPence(taxablePay)} and tax of ${formatPence(incomeTax)}.`,
  ];
  if (facts.previousTaxablePay !== 0) lines.push(`The P45 with pay of ${formatPence(facts.previousTaxablePay)} no longer counts.`);
  const running = facts.loans.filter(({ toOn }) => toOn === null || toOn >= dates.newRatesFrom);
  lines.push(
    running.length === 0
      ? "There is no loan to take from pay."
      : `${running.map(({ words }) => words).join(" and ")}: the start notice goes on, with the new year’s threshold.`,
  );
  lines.push(
    facts.isPensionMember ? "The pension goes on with the same shares." : "No pension is paid. Age and pay are looked at again on every payday.",
  );
  const leaveYear = leaveYearOn(dates.newRatesFrom, startOn, null);
  lines.push(
    `The holiday year runs from ${formatDate(leaveYear.from)} to ${formatDate(leaveYear.to)}, unless the contract says another. The tax year does not change it.`,
  );
  return { goesOn, needsP60, lines };
}
