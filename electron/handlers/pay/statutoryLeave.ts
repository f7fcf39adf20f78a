import { addDays, daysBetween, earlierOf, laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { familyPayEnd } from "../../../shared/payroll/statutoryPay/statutoryFamilyPay.ts";
import type { ReadDb } from "../../db/database.ts";
import { listAbsencesOf } from "../../db/repositories/absenceRepository.ts";
import { listFamilyLeaves } from "../../db/repositories/familyLeaveRepository.ts";

/** One record of sickness or statutory leave, first and last day included. */
export interface StatutoryLeave {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Every sickness and statutory leave of a person, oldest first. Family leave lasts as long as its pay, or until they came back. */
export function listStatutoryLeaves(db: ReadDb, engagementId: string): StatutoryLeave[] {
  const absences = listAbsencesOf(db, engagementId)
    .filter(({ kind }) => kind === "sickness" || kind === "familyLeave")
    .map(({ id, fromOn, toOn }) => ({ id, from: fromOn, to: toOn }));
  const families = listFamilyLeaves(db, engagementId).map(({ id, payFromOn, weeks, endsOn }) => ({
    id,
    from: payFromOn,
    to: endsOn ?? familyPayEnd(payFromOn, weeks),
  }));
  return [...absences, ...families].sort((a, b) => daysBetween(b.from, a.from));
}

/** Leaves that share a day or follow on each other as one stretch, so that no day counts twice. Takes them oldest first. */
export function stretchesOf(leaves: readonly StatutoryLeave[]): { readonly from: PlainDate; readonly to: PlainDate }[] {
  const stretches: { from: PlainDate; to: PlainDate }[] = [];
  for (const { from, to } of leaves) {
    const last = stretches.at(-1);
    if (last && from <= addDays(last.to, 1)) last.to = laterOf(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}

/** Days that two stretches of time share, both ends included; 0 when they share none. */
export function daysShared(a: { readonly from: PlainDate; readonly to: PlainDate }, b: { readonly from: PlainDate; readonly to: PlainDate }): number {
  return Math.max(0, daysBetween(laterOf(a.from, b.from), earlierOf(a.to, b.to)) + 1);
}
