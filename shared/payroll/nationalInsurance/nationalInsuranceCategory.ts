import { addMonths, ageOn, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { type PayProblem, problem } from "../problems.ts";
import type { NationalInsuranceCategory } from "../types.ts";
import { hasReachedStatePensionAge, statePensionDate } from "./statePensionAge.ts";

const overPensionAge: readonly NationalInsuranceCategory[] = ["C", "K", "S"];
const under21: readonly NationalInsuranceCategory[] = ["M", "Z"];

/** The letter most people have at this age, with the reason. Reduced-rate, deferment, veteran and zone letters need papers, so they are never suggested. */
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
  const pensionDay = statePensionDate(dateOfBirth);
  if (on >= pensionDay) return { category: "C", reason: `State Pension age was reached on ${formatDate(pensionDay)}.` };
  return { category: "A", reason: "The standard letter." };
}

/**
 * A letter that cannot be right at this age on the payday, as a problem; undefined when it may be right.
 * Source: payroll rules, section 5.3.
 */
export function checkNationalInsuranceCategory(
  category: NationalInsuranceCategory,
  dateOfBirth: PlainDate,
  payday: PlainDate,
): PayProblem | undefined {
  const age = ageOn(dateOfBirth, payday);
  const isOver = hasReachedStatePensionAge(dateOfBirth, payday);
  const refuse = (rule: string) => {
    const { category: suggested } = suggestNationalInsuranceCategory(dateOfBirth, payday);
    return problem("nationalInsuranceCategory", category, rule, `Change it to ${suggested}, or check the date of birth.`);
  };
  if (category === "X") return age >= 16 ? refuse("Letter X is for people under 16.") : undefined;
  if (age < 16) return refuse("Someone under 16 has letter X.");
  if (under21.includes(category) && age >= 21) return refuse(`Letter ${category} ends on the 21st birthday.`);
  if (category === "H" && age >= 25) return refuse("Letter H ends on the 25th birthday.");
  if (overPensionAge.includes(category) && !isOver)
    return refuse(`Letter ${category} starts at State Pension age, on ${formatDate(statePensionDate(dateOfBirth))}.`);
  if (isOver && !overPensionAge.includes(category)) {
    return refuse(`Since State Pension age on ${formatDate(statePensionDate(dateOfBirth))} the employee pays no National Insurance.`);
  }
  return undefined;
}
