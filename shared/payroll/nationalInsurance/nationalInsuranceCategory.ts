import { addMonths, ageOn, formatDate, type PlainDate, plainDate } from "../../core/plainDate.ts";
import { type PayProblem, problem } from "../problems.ts";
import type { NationalInsuranceCategory } from "../types.ts";
import { hasReachedStatePensionAge, statePensionDate } from "./statePensionAge.ts";

const overPensionAge: readonly NationalInsuranceCategory[] = ["C", "K", "S"];
const under21: readonly NationalInsuranceCategory[] = ["M", "Z"];
const reducedRate: readonly NationalInsuranceCategory[] = ["B", "E", "I"];
/** Nobody younger could be a married woman before elections for the reduced rate ended on 11 May 1977. */
const lastBornForReducedRate = plainDate("1961-05-11");
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
 * Source: payroll rules, section 5.3; GOV.UK, Reduced rate National Insurance, https://www.gov.uk/reduced-national-insurance-married-women
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
  if (reducedRate.includes(category) && dateOfBirth > lastBornForReducedRate) {
    return refuse(`Letter ${category} is for women who were married before 11 May 1977.`);
  }
  return undefined;
}
