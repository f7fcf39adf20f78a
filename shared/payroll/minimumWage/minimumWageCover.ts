import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";

/** How the person stands to the employer's household. */
export interface HouseholdTies {
  readonly isFamilyMember: boolean;
  readonly livesInFamilyHome: boolean;
  /** Takes part in the tasks and activities of the family. */
  readonly sharesFamilyTasks: boolean;
}

export interface MinimumWageCover {
  readonly isCovered: boolean;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

const rule: Rule = { name: "Who the minimum wage is for", source: "National Minimum Wage Regulations 2015, regulations 57 and 58" };
const exemptionEndedOn = "2024-04-01" as PlainDate;

/**
 * Whether the minimum wage covers work in the employer's household. Only a real member of the family who lives in the family home and shares its tasks is
 * outside it. Somebody who lives in and is treated "as family" without being family has been covered since 1 April 2024.
 * Source: National Minimum Wage Regulations 2015, regulations 57 and 58, as changed by S.I. 2024/432; payroll rules, section 9.
 */
export function checkMinimumWageCover({ isFamilyMember, livesInFamilyHome, sharesFamilyTasks }: HouseholdTies): MinimumWageCover {
  if (isFamilyMember && livesInFamilyHome && sharesFamilyTasks) {
    const text = "A member of the family who lives in the family home and shares its tasks is outside the minimum wage.";
    return { isCovered: false, rule, lines: [{ text }] };
  }
  if (isFamilyMember) {
    const text = livesInFamilyHome
      ? "A member of the family who does not share the tasks of the family is covered."
      : "A member of the family who lives somewhere else is covered.";
    return { isCovered: true, rule, lines: [{ text }] };
  }
  if (!livesInFamilyHome) return { isCovered: true, rule, lines: [] };
  const text = `Somebody who lives in, but is not family, has been covered since ${formatDate(exemptionEndedOn)}.`;
  return { isCovered: true, rule, lines: [{ text }] };
}
