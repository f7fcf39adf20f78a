import * as z from "zod";

/** Every automatic check of a return, by the id the field's paper gives it. */
export const checkIds = [
  "BAL-OPEN",
  "BAL-CLOSE",
  "STMT-GAP",
  "RCPT-EXPECTED",
  "RCPT-UNKNOWN",
  "PAY-EVIDENCE",
  "PAY-PLAN",
  "PAY-SAMEHOME",
  "PAY-CASH",
  "PAY-DUP",
  "WAGE-MATCH",
  "WAGE-HOURS",
  "WAGE-RATE",
  "HMRC-PAID",
  "PENS-PAID",
  "INS-COVER",
  "EMP-CONTRACT",
  "EMP-LEAVE",
  "BUD-LINE",
  "RES-HIGH",
  "RES-LOW",
  "OWED-LATE",
  "REV-DUE",
] as const;
export const CheckId = z.enum(checkIds);
export type CheckId = z.infer<typeof CheckId>;

/** A thing behind a check's answer, in words; `recordId` lets the person give a reason for just this one. */
export const CheckRecord = z.object({ recordId: z.string(), text: z.string(), reason: z.string().optional() });
export type CheckRecord = z.infer<typeof CheckRecord>;

/** Where to put it right: words for the link, and a path of the app. */
export const CheckFix = z.object({ label: z.string(), route: z.string() });
export type CheckFix = z.infer<typeof CheckFix>;

/** The answer of a check. "waived": something is amiss and the person said why. "cannotTell": the app lacks what it would need. */
export const CheckResult = z.object({
  id: CheckId,
  title: z.string(),
  verdict: z.enum(["pass", "attention", "cannotTell", "waived"]),
  summary: z.string(),
  records: z.array(CheckRecord),
  fix: CheckFix.optional(),
});
export type CheckResult = z.infer<typeof CheckResult>;

/** A reason given for something a check found; without a record it covers the whole check. */
export const CheckWaiver = z.object({ checkId: CheckId, recordId: z.string().nullable(), reason: z.string() });
export type CheckWaiver = z.infer<typeof CheckWaiver>;

type Found = { readonly id: CheckId; readonly title: string };

/** All is well, in words. */
export const pass = (check: Found, summary: string): CheckResult => ({ ...check, verdict: "pass", summary, records: [] });

/** The app cannot know, and says what it lacks. */
export const cannotTell = (check: Found, summary: string, fix?: CheckFix): CheckResult => ({
  ...check,
  verdict: "cannotTell",
  summary,
  records: [],
  ...(fix && { fix }),
});

/** Something needs the person: what, which records, and where to put it right. */
export const attention = (check: Found, summary: string, records: readonly CheckRecord[], fix: CheckFix): CheckResult => ({
  ...check,
  verdict: "attention",
  summary,
  records: [...records],
  fix,
});

/** Puts the person's reasons beside what a check found. When everything found has its reason, the check counts as answered. */
export function applyWaivers(result: CheckResult, waivers: readonly CheckWaiver[]): CheckResult {
  if (result.verdict === "pass") return result;
  const mine = waivers.filter((waiver) => waiver.checkId === result.id);
  const whole = mine.find((waiver) => waiver.recordId === null);
  const records = result.records.map((record) => {
    const reason = mine.find((waiver) => waiver.recordId === record.recordId)?.reason ?? whole?.reason;
    return reason === undefined ? record : { ...record, reason };
  });
  const isAnswered = whole !== undefined || (records.length > 0 && records.every((record) => record.reason !== undefined));
  if (!isAnswered) return { ...result, records };
  return {
    ...result,
    records,
    verdict: "waived",
    summary: whole && records.length === 0 ? `${result.summary} Your note: ${whole.reason}` : result.summary,
  };
}
