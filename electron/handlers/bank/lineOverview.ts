import { suggestMatches } from "../../../shared/bank/suggestMatches.ts";
import { lineWarnings } from "../../../shared/bank/warnings.ts";
import type { LineOverview } from "../../../shared/contract/bankOperations.ts";
import { pence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../../db/database.ts";
import { listMatches, listStatementLines, type StatementLineFilter } from "../../db/repositories/bankRepository.ts";
import { type Evidence, listEvidenceOfKind } from "../../db/repositories/evidenceRepository.ts";
import { isPeriodLocked } from "../../db/repositories/returnRepository.ts";
import { gatherMatchFacts, matchWording } from "./matchFacts.ts";

/** Bank lines with what they were matched to, their papers, and what they probably are. In the order of the statement. */
export function overviewLines(db: ReadDb, today: PlainDate, filter: StatementLineFilter): LineOverview[] {
  const lines = listStatementLines(db, filter);
  const matches = Map.groupBy(listMatches(db, {}), (match) => match.statementLineId);
  const evidence = Map.groupBy(listEvidenceOfKind(db, "statementLine"), (item) => item.recordId);
  const facts = gatherMatchFacts(db, today);
  const wording = matchWording(db);
  return lines.map((line) => {
    const own = matches.get(line.id) ?? [];
    const remaining = pence(own.reduce((left, match) => left - match.amountPence, line.amountPence as number));
    const papers = evidence.get(line.id) ?? [];
    const isPurchase = own.some((match) => match.kind === "planLine");
    const state = remaining === 0 && (own.length > 0 || line.amountPence === 0) ? "matched" : own.length > 0 ? "part" : "unmatched";
    return {
      ...line,
      state,
      remainingPence: remaining,
      matches: own.map((match) => ({ ...match, words: wording(match) })),
      evidence: papers.map(toEvidenceItem),
      needsReceipt: isPurchase && papers.length === 0 && line.noReceiptReason === "",
      suggestion: state === "matched" ? null : (suggestMatches({ ...line, amountPence: remaining }, facts)[0] ?? null),
      isPeriodSent: isPeriodLocked(db, line.bankAccountId, line.onDate),
      warnings: lineWarnings(line.description, line.amountPence),
    };
  });
}

/** A paper as it crosses to the screen. */
export const toEvidenceItem = ({ linkId, attachmentId, kind, fileName, mediaType, sizeBytes }: Evidence) => ({
  linkId,
  attachmentId,
  kind,
  fileName,
  mediaType,
  sizeBytes,
});

/** A line that waits for the person: not yet explained, or a purchase with no receipt. */
export const needsYou = (line: Pick<LineOverview, "state" | "needsReceipt">): boolean => line.state !== "matched" || line.needsReceipt;
