import type { Minutes } from "../../../shared/core/minutes.ts";
import type { Pence } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { GrossPayResult } from "../../../shared/payroll/gross/grossPay.ts";
import { checkMinimumWage } from "../../../shared/payroll/minimumWage/minimumWage.ts";
import { minimumWageRatesFrom } from "../../../shared/payroll/minimumWage/minimumWageRate.ts";
import { type PayProblem, problem } from "../../../shared/payroll/problems.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { ReadDb } from "../../db/database.ts";
import { findBankDetails } from "../../db/repositories/payFactsRepository.ts";
import type { StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import type { PaySuggestion, PersonPay, RunFacts } from "./personPay.ts";

/** What the user should confirm about the person: being put into the pension. */
export function suggestionsOf({ person }: Engagement, { pensionAssessment, periodFrom }: PayslipResult): PaySuggestion[] {
  if (!pensionAssessment.mustEnrol) return [];
  const text = `${person.firstName} must be put into the workplace pension from this period on. ${pensionAssessment.lines.join(" ")}`;
  return [{ kind: "enrolPension", text, fromOn: periodFrom }];
}

/** Facts without which nothing can be paid on a payday. */
export function missingFacts(
  engagement: Engagement,
  lacksTax: boolean,
  lacksLetter: boolean,
  payslips: readonly StoredPayslip[],
  payday: PlainDate,
): PayProblem[] {
  const name = engagement.person.firstName;
  const found: PayProblem[] = [];
  if (!engagement.person.dateOfBirth) found.push(problem("dateOfBirth", "", `${name}'s date of birth is missing.`, "Add it on their page."));
  if (lacksTax) found.push(problem("taxCode", "", `${name} has no tax code on this payday.`, "Add it on their page."));
  if (lacksLetter)
    found.push(problem("nationalInsuranceCategory", "", `${name} has no National Insurance letter on this payday.`, "Add it on their page."));
  const last = payslips.at(-1);
  if (last && last.payday > payday) {
    found.push(problem("payday", payday, `${name} was already paid on ${formatDate(last.payday)}.`, "Choose a payday on or after that day."));
  }
  return found;
}

/** What to ask the person before they are paid. */
export function personWarnings(db: ReadDb, engagement: Engagement, payday: PlainDate): string[] {
  const name = engagement.person.firstName;
  const bank = findBankDetails(db, engagement.id, payday);
  const warnings: string[] = [];
  if (engagement.starterKind === "none") warnings.push(`${name}: ask for a P45 or a starter checklist.`);
  if (!bank) warnings.push(`${name}: there are no bank details yet.`);
  else if (bank.checkedOn === null) warnings.push(`${name}: check the new bank details with them before you pay.`);
  return warnings;
}

/** The minimum wage over the period, null when there is no time to check or no rate is known. */
export function checkWage({ period }: RunFacts, dateOfBirth: PlainDate, gross: GrossPayResult): PersonPay["minimumWage"] {
  const rates = minimumWageRatesFrom(period.periodFrom);
  if (!rates || gross.minimumWageTime === 0) return null;
  const { isMet, lines } = checkMinimumWage(
    {
      dateOfBirth,
      periodFrom: period.periodFrom,
      isOnApprenticeRate: false,
      countedTime: gross.minimumWageTime as Minutes,
      countedPay: gross.minimumWagePay as Pence,
    },
    rates,
  );
  return { isMet, lines: lines.map(({ text }) => text) };
}
