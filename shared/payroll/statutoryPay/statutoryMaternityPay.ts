import { addDays, earlierOf, formatDate, laterOf, type PlainDate } from "../../core/plainDate.ts";
import {
  earningsRefusals,
  employmentRefusals,
  entitlement,
  evidenceRefusals,
  type FamilyPayEmployment,
  type FamilyPayEntitlement,
  type FamilyPayNotice,
  noticeRefusals,
  sundayOf,
} from "./familyPayEntitlement.ts";
import { maternityDates } from "./maternityDates.ts";
import type { SicknessSpell } from "./sicknessSpells.ts";

export interface MaternityPayFacts {
  readonly dueDate: PlainDate;
  /** Null until the baby is born. */
  readonly bornOn: PlainDate | null;
  /** The first day of pay the person asked for. */
  readonly startAskedFor: PlainDate;
  readonly pregnancyRelatedSickness: readonly SicknessSpell[];
  readonly employment: FamilyPayEmployment;
  readonly notice: FamilyPayNotice;
  /** The MAT B1 or another proof of the due date was seen. */
  readonly hasMedicalEvidence: boolean;
}

/** When the maternity pay period starts, and why then. */
export interface MaternityPayStart {
  readonly payStart: PlainDate;
  readonly because: "asAskedFor" | "earliestWeek" | "birth" | "pregnancyRelatedSickness" | "employmentEnded";
  readonly text: string;
}

/**
 * The last day of the relevant week: the Saturday of the qualifying week (the 15th before the week the baby is due), or for a baby born in that week or
 * before it, the Saturday before the week of birth. Average weekly earnings and the lower earnings limit are those at its end.
 * Source: Statutory Maternity Pay (General) Regulations 1986, regulation 4.
 */
export function maternityRelevantWeekEnd(dueDate: PlainDate, bornOn: PlainDate | null): PlainDate {
  const { qualifyingWeekEnd } = maternityDates(dueDate);
  return bornOn === null ? qualifyingWeekEnd : earlierOf(qualifyingWeekEnd, addDays(sundayOf(bornOn), -1));
}

/**
 * The start of the maternity pay period: the day asked for, no earlier than the Sunday of the 11th week before the week the baby is due; the day after the
 * birth when that is earlier; the day after the first day of pregnancy-related sickness in the four weeks before that week; and for somebody who left, the
 * day after the job ended or that 11th week. The earliest counts. Source: Social Security Contributions and Benefits Act 1992, section 165; Statutory
 * Maternity Pay (General) Regulations 1986, regulation 2.
 */
export function maternityPayStart({ dueDate, bornOn, startAskedFor, pregnancyRelatedSickness, employment }: MaternityPayFacts): MaternityPayStart {
  const { earliestLeaveStart, sicknessTriggersLeaveFrom } = maternityDates(dueDate);
  const asked: MaternityPayStart =
    startAskedFor >= earliestLeaveStart
      ? { payStart: startAskedFor, because: "asAskedFor", text: `Pay starts on ${formatDate(startAskedFor)}, as asked for.` }
      : {
          payStart: earliestLeaveStart,
          because: "earliestWeek",
          text: `Pay can't start before ${formatDate(earliestLeaveStart)}, 11 weeks before the week the baby is due.`,
        };
  const candidates = [asked];
  if (bornOn !== null) {
    candidates.push({ payStart: addDays(bornOn, 1), because: "birth", text: `Pay starts the day after the birth on ${formatDate(bornOn)}.` });
  }
  const sickDays = pregnancyRelatedSickness
    .filter(({ to }) => to >= sicknessTriggersLeaveFrom)
    .map(({ from }) => laterOf(from, sicknessTriggersLeaveFrom));
  if (sickDays.length > 0) {
    const first = sickDays.reduce(earlierOf);
    const text = `Pay starts the day after sickness because of the pregnancy on ${formatDate(first)}, in the last 4 weeks.`;
    candidates.push({ payStart: addDays(first, 1), because: "pregnancyRelatedSickness", text });
  }
  if (employment.endedOn !== null) {
    const payStart = laterOf(addDays(employment.endedOn, 1), earliestLeaveStart);
    candidates.push({
      payStart,
      because: "employmentEnded",
      text: `The job ended on ${formatDate(employment.endedOn)}, so pay starts on ${formatDate(payStart)}.`,
    });
  }
  return candidates.reduce((first, candidate) => (candidate.payStart < first.payStart ? candidate : first));
}

/**
 * Whether statutory maternity pay is due, with every reason against it (form SMP1): 26 weeks in the job into the qualifying week, employed in that week,
 * average weekly earnings at the lower earnings limit, 28 days' notice (or 28 days after the birth or sickness that started the
 * pay), and medical evidence. For a baby born in the qualifying week or before, the job counts as if the baby had come later.
 * Source: Social Security Contributions and Benefits Act 1992, section 164; GOV.UK, Statutory Maternity Pay and Leave: employer guide.
 */
export function maternityPayEntitlement(facts: MaternityPayFacts): FamilyPayEntitlement {
  const { dueDate, bornOn, employment, notice } = facts;
  const { qualifyingWeekStart, qualifyingWeekEnd } = maternityDates(dueDate);
  const relevantWeekEnd = maternityRelevantWeekEnd(dueDate, bornOn);
  const { payStart, because } = maternityPayStart(facts);
  const isUnforeseen = because === "birth" || because === "pregnancyRelatedSickness";
  const stillEmployedOn = bornOn === null || bornOn > qualifyingWeekEnd ? qualifyingWeekStart : bornOn;
  const noticeBy = addDays(payStart, isUnforeseen ? 27 : -28);
  return entitlement([
    ...employmentRefusals("SMP", employment, qualifyingWeekEnd, stillEmployedOn),
    ...earningsRefusals("SMP", employment.averageWeeklyEarnings, relevantWeekEnd),
    ...noticeRefusals("SMP", notice, noticeBy),
    ...evidenceRefusals("SMP", facts.hasMedicalEvidence, "Proof of the due date, such as a MAT B1,"),
  ]);
}
