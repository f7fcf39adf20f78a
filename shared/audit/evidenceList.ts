import * as z from "zod";
import { formatPence, pence } from "../core/money.ts";
import { formatDate } from "../core/plainDate.ts";
import { needsReceipt } from "./checks/moneyChecks.ts";
import type { ReturnFacts } from "./returnFacts.ts";

/**
 * One numbered paper of a pack. A stored paper names its attachment; a payslip or timesheet is made by the app when the
 * pack is; "noReceipt" stands for the person's own note.
 */
export const EvidenceEntry = z.object({
  number: z.string(),
  source: z.enum(["attachment", "payslip", "timesheet", "noReceipt"]),
  recordId: z.string(),
  title: z.string(),
  fileName: z.string(),
});
export type EvidenceEntry = z.infer<typeof EvidenceEntry>;

/** Numbers every paper of a return E001, E002 … : statements, papers of payments in date order, payslips with their timesheets, insurance. */
export function numberEvidence(facts: ReturnFacts): EvidenceEntry[] {
  const entries: Omit<EvidenceEntry, "number">[] = [];
  const papersOf = (recordKind: string, recordId: string) =>
    facts.evidence.filter((paper) => paper.recordKind === recordKind && paper.recordId === recordId);
  const addPapers = (recordKind: string, recordId: string, title: string) => {
    for (const paper of papersOf(recordKind, recordId))
      if (!entries.some((entry) => entry.recordId === paper.attachmentId && entry.title === title))
        entries.push({ source: "attachment", recordId: paper.attachmentId, title, fileName: paper.fileName });
  };
  for (const entry of facts.imports.filter((each) => each.toOn >= facts.periodFrom && each.fromOn <= facts.periodTo)) {
    const title = `Bank statement, ${formatDate(entry.fromOn)} to ${formatDate(entry.toOn)}`;
    if (entry.attachmentId) entries.push({ source: "attachment", recordId: entry.attachmentId, title, fileName: entry.fileName });
    addPapers("statementImport", entry.id, title);
  }
  for (const line of facts.lines) {
    const title = `${formatDate(line.onDate)}, ${line.description}, ${formatPence(pence(Math.abs(line.amountPence)))}`;
    addPapers("statementLine", line.id, title);
    if (needsReceipt(facts, line) && line.noReceiptReason !== "" && papersOf("statementLine", line.id).length === 0) {
      entries.push({ source: "noReceipt", recordId: line.id, title: `${title}. No receipt: ${line.noReceiptReason}`, fileName: "note.txt" });
    }
  }
  for (const slip of facts.payslips) {
    const name = facts.engagements.find((each) => each.id === slip.engagementId)?.name ?? "Personal assistant";
    entries.push({
      source: "payslip",
      recordId: slip.payslipId,
      title: `Payslip, ${name}, ${formatDate(slip.payday)}`,
      fileName: `payslip ${name} ${slip.payday}.pdf`,
    });
    if (slip.timesheetMinutes !== null) {
      entries.push({
        source: "timesheet",
        recordId: slip.payslipId,
        title: `Timesheet, ${name}, paid ${formatDate(slip.payday)}`,
        fileName: `timesheet ${name} ${slip.payday}.pdf`,
      });
    }
  }
  for (const policy of facts.insurance)
    addPapers("insurancePolicy", policy.id, `Insurance certificate, ${policy.insurer}, until ${formatDate(policy.toOn)}`);
  return entries.map((entry, index) => ({ number: `E${String(index + 1).padStart(3, "0")}`, ...entry }));
}

/** The numbers of the papers behind a bank line: its own, and the payslip and timesheet of a wage. */
export function evidenceNumbersFor(facts: ReturnFacts, entries: readonly EvidenceEntry[], lineId: string): string {
  const ownPapers = facts.evidence
    .filter((paper) => paper.recordKind === "statementLine" && paper.recordId === lineId)
    .map((paper) => paper.attachmentId);
  const parts = facts.matches.filter((match) => match.statementLineId === lineId);
  const slips = facts.payslips.filter((slip) =>
    parts.some((part) => part.kind === "wage" && part.payRunId === slip.payRunId && part.engagementId === slip.engagementId),
  );
  const wanted = new Set([lineId, ...ownPapers, ...slips.map((slip) => slip.payslipId)]);
  return entries
    .filter((entry) => wanted.has(entry.recordId))
    .map((entry) => entry.number)
    .join(" ");
}
