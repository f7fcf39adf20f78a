import { addDays, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { PensionAssessment } from "../types.ts";

interface JoinRequestInput {
  readonly category: PensionAssessment["category"];
  readonly askedOn: PlainDate;
  /** The last day of the pay period in which they asked. */
  readonly periodTo: PlainDate;
  /** The day of an earlier request that was met within these twelve months. */
  readonly hasJoinedWithin12Months: boolean;
}

interface JoinRequestAnswer {
  /** `optIn`: a jobholder. `join`: an entitled worker, for whom another scheme may be used. `none`: there is no right to it. */
  readonly kind: "optIn" | "join" | "none";
  readonly mustAdmit: boolean;
  readonly employerMustPay: boolean;
  /** The first day of the next pay period, from which they are in the pension. Null when nothing has to be done. */
  readonly memberFrom: PlainDate | null;
  readonly lines: readonly string[];
}

/**
 * What follows when somebody asks to join the pension: a jobholder (pay over the lower limit, or over the trigger while it is put off) opts in and the
 * employer must pay; an entitled worker joins and the employer may pay. Once in 12 months is a duty. Enrol from the next pay period.
 * Source: Pensions Act 2008, sections 7 and 9; payroll rules, section 10.
 */
export function answerJoinRequest({ category, askedOn, periodTo, hasJoinedWithin12Months }: JoinRequestInput): JoinRequestAnswer {
  if (category === "none") {
    const lines = ["At this age there is no right to join. You may still agree to it."];
    return { kind: "none", mustAdmit: false, employerMustPay: false, memberFrom: null, lines };
  }
  const employerMustPay = category !== "entitled";
  const kind = employerMustPay ? "optIn" : "join";
  if (hasJoinedWithin12Months) {
    const lines = ["They asked and were let in within the last 12 months. You may let them in again, but need not."];
    return { kind, mustAdmit: false, employerMustPay, memberFrom: null, lines };
  }
  const memberFrom = addDays(periodTo, 1);
  const lines = [
    `They asked on ${formatDate(askedOn)}. They are in the pension from ${formatDate(memberFrom)}, the start of the next pay period.`,
    employerMustPay ? "The employer must pay in." : "The employer may pay in, but does not have to.",
  ];
  return { kind, mustAdmit: true, employerMustPay, memberFrom, lines };
}
