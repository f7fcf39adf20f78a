import { addMonths, ageOn, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { reducedRateElection } from "../../rates/nationalInsuranceYears.ts";
import { type PayProblem, problem } from "../problems.ts";
import type { NationalInsuranceCategory } from "../types.ts";
import { hasReachedStatePensionAge, statePensionDate } from "./statePensionAge.ts";

const overPensionAge: readonly NationalInsuranceCategory[] = ["C", "K", "S"];
const under21: readonly NationalInsuranceCategory[] = ["M", "Z"];
/** Letters of freeports and investment zones and what each becomes at State Pension age. */
const atPensionAge: Partial<Record<NationalInsuranceCategory, NationalInsuranceCategory>> = { F: "S", I: "S", L: "S", N: "K", E: "K", D: "K" };

/**
 * The letter most people have at this age, with the reason: X under 16, M under 21, H for an apprentice under 25, C from State Pension age, else A.
 * Reduced-rate, deferment, veteran and zone letters need papers, so they are never suggested.
 * Source: payroll rules, section 5.3; DWP, State Pension age timetable.
 */
export function suggestNationalInsuranceCategory(
  dateOfBirth: PlainDate,
  on: PlainDate,
  isApprentice = false,
): { readonly category: NationalInsuranceCategory; readonly reason: string } {
  const age = ageOn(dateOfBirth, on);
  if (age < 16) return { category: "X", reason: "Nobody pays National Insurance for someone under 16." };
  if (age < 21)
    return { category: "M", reason: `Under 21 until ${formatDate(addMonths(dateOfBirth, 252))}: the employer pays nothing up to the upper limit.` };
  if (isApprentice && age < 25) return { category: "H", reason: "An apprentice under 25: the employer pays nothing up to the upper limit." };
  if (hasReachedStatePensionAge(dateOfBirth, on)) {
    return { category: "C", reason: `State Pension age was reached on ${formatDate(statePensionDate(dateOfBirth))}.` };
  }
  return { category: "A", reason: "The standard letter." };
}

/**
 * A letter that cannot be right at this age on the payday, as a problem with the letter to use instead; undefined when it may be right. Letter A for
 * someone under 21 is let through: it costs the employer more, but HMRC takes it.
 * Source: payroll rules, section 5.3; DWP, State Pension age timetable.
 */
export function checkNationalInsuranceCategory(
  category: NationalInsuranceCategory,
  dateOfBirth: PlainDate,
  payday: PlainDate,
): PayProblem | undefined {
  const age = ageOn(dateOfBirth, payday);
  const refuse = (rule: string, instead = suggestNationalInsuranceCategory(dateOfBirth, payday).category) =>
    problem("nationalInsuranceCategory", category, rule, `Change it to ${instead}, or check the date of birth.`);
  if (category === "X") return age >= 16 ? refuse("Letter X is for people under 16.") : undefined;
  if (age < 16) return refuse("Someone under 16 has letter X.");
  if (hasReachedStatePensionAge(dateOfBirth, payday)) {
    if (overPensionAge.includes(category)) return undefined;
    const since = formatDate(statePensionDate(dateOfBirth));
    return refuse(`Since State Pension age on ${since} the employee pays no National Insurance.`, atPensionAge[category]);
  }
  if (overPensionAge.includes(category)) {
    return refuse(`Letter ${category} starts at State Pension age, on ${formatDate(statePensionDate(dateOfBirth))}.`);
  }
  if (under21.includes(category) && age >= 21) return refuse(`Letter ${category} ends on the 21st birthday.`, category === "Z" ? "J" : undefined);
  if (category === "H" && age >= 25) return refuse("Letter H ends on the 25th birthday.");
  return undefined;
}

/**
 * What to ask about a letter that may be right but seldom is, as a sentence; undefined when there is nothing to ask: a reduced-rate letter for someone
 * too young to have chosen it, which HMRC refuses in a return made online.
 * Source: HMRC, Full Payment Submission, rule 7955; GOV.UK, Reduced rate National Insurance, https://www.gov.uk/reduced-national-insurance-married-women
 */
export function warnOfNationalInsuranceCategory(category: NationalInsuranceCategory, name: string, dateOfBirth: PlainDate): string | undefined {
  const { letters, bornBy } = reducedRateElection;
  if (!letters.includes(category) || dateOfBirth <= bornBy) return undefined;
  const rule = `Letter ${category} is for women born on or before ${formatDate(bornBy)} with a reduced-rate certificate, and HMRC refuses it for anyone younger.`;
  return `${rule} Check ${name}'s letter and date of birth.`;
}
