import { addDays, daysBetween, laterOf, type PlainDate } from "../../core/plainDate.ts";
import { type SickPayRules, sickPayRulesOn } from "./sickPayRules.ts";

/** A spell of sickness, first and last day included. */
export interface SicknessSpell {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Days of a spell, first and last included. */
export const spellLength = ({ from, to }: SicknessSpell): number => daysBetween(from, to) + 1;

/**
 * Spells that touch or overlap become one, oldest first: somebody whose note runs to Friday and whose next one starts on Saturday was off once.
 * Source: Social Security Contributions and Benefits Act 1992, section 152(2).
 */
export function joinTouchingSpells(spells: readonly SicknessSpell[]): SicknessSpell[] {
  const joined: SicknessSpell[] = [];
  for (const spell of [...spells].sort((a, b) => daysBetween(b.from, a.from))) {
    const last = joined.at(-1);
    if (last && spell.from <= addDays(last.to, 1)) joined[joined.length - 1] = { from: last.from, to: laterOf(last.to, spell.to) };
    else joined.push(spell);
  }
  return joined;
}

/** Linked periods, oldest first; there is always one. */
export type LinkedPeriods = [SicknessSpell, ...SicknessSpell[]];

/**
 * The periods of incapacity for work that a spell belongs to, oldest first, the one with the spell in it last. A period needs four days in a row (one
 * day from 6 April 2026), and two periods link when eight weeks (56 days) or less lie between them. A spell too short to be a period links nothing; the
 * period of `spell` itself is always in the answer, however short.
 * Source: Social Security Contributions and Benefits Act 1992, section 152; payroll rules, sections 7.1 and 7.2.
 */
export function linkedPeriodsOfIncapacity(
  spell: SicknessSpell,
  earlierSpells: readonly SicknessSpell[],
  rules: readonly SickPayRules[],
): LinkedPeriods {
  const joined = joinTouchingSpells([...earlierSpells, spell]);
  const own = joined.find(({ to }) => spell.to <= to) ?? spell;
  const linked: LinkedPeriods = [own];
  let start = own.from;
  for (const candidate of joined.filter(({ to }) => to < own.from).reverse()) {
    const candidateRules = sickPayRulesOn(rules, candidate.to);
    if (spellLength(candidate) < candidateRules.minimumDaysOfSickness) continue;
    if (daysBetween(candidate.to, start) - 1 > candidateRules.linkingGapWeeks * 7) break;
    linked.unshift(candidate);
    start = candidate.from;
  }
  return linked;
}

/**
 * The first day of the first linked period: average weekly earnings of every linked absence are those before this day.
 * Source: payroll rules, section 7.4.
 */
export function firstDayOfLinkedSickness(spell: SicknessSpell, earlierSpells: readonly SicknessSpell[], rules: readonly SickPayRules[]): PlainDate {
  return linkedPeriodsOfIncapacity(spell, earlierSpells, rules)[0].from;
}
