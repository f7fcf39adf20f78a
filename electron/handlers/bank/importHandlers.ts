import { createHash } from "node:crypto";
import { findNewLines, type LineVerdict } from "../../../shared/bank/newLines.ts";
import type { ParsedLine } from "../../../shared/bank/parsedStatement.ts";
import { suggestMatches } from "../../../shared/bank/suggestMatches.ts";
import type { bankOperations } from "../../../shared/contract/bankOperations.ts";
import { notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { withEnding } from "../../../shared/core/fileNames.ts";
import { formatPence, type Pence, pence } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../../db/database.ts";
import {
  findBankAccount,
  findStatementImport,
  insertStatementImport,
  insertStatementLine,
  listMatches,
  listStatementImports,
  listStatementLines,
  markImportUndone,
} from "../../db/repositories/bankRepository.ts";
import { keepAttachment, linkEvidence } from "../../db/repositories/evidenceRepository.ts";
import { sumPostings } from "../../db/repositories/ledgerRepository.ts";
import { isPeriodLocked } from "../../db/repositories/returnRepository.ts";
import type { Handlers } from "../handler.ts";
import { gatherMatchFacts } from "./matchFacts.ts";
import { statementEndings } from "./receiptKind.ts";

type Handled = Pick<Handlers<typeof bankOperations>, "bank.previewImport" | "bank.importStatement" | "bank.listImports" | "bank.undoImport">;

const daysOf = (lines: readonly ParsedLine[]) => {
  const days = lines.map((line) => line.onDate).sort();
  return { fromOn: days[0] as PlainDate, toOn: days.at(-1) as PlainDate };
};

function judge(db: ReadDb, bankAccountId: string, lines: readonly ParsedLine[]): LineVerdict[] {
  const { fromOn, toOn } = daysOf(lines);
  return findNewLines(listStatementLines(db, { bankAccountId, from: fromOn, to: toOn }), lines);
}

/** Compares where the file starts with where the last statement before it ended, or with the opening balance. */
function followsOn(
  db: ReadDb,
  bankAccountId: string,
  fromOn: PlainDate,
  openingPence: Pence | null,
): { state: "agrees" | "differs" | "unknown"; words: string } {
  if (openingPence === null) return { state: "unknown", words: "The file does not say what was in the account at its start." };
  const before = listStatementImports(db, bankAccountId)
    .filter((entry) => entry.toOn < fromOn && entry.closingPence !== null)
    .sort((a, b) => (a.toOn < b.toOn ? -1 : 1))
    .at(-1);
  const hasLinesBefore = listStatementLines(db, { bankAccountId }).some((line) => line.onDate < fromOn);
  if (!before && hasLinesBefore) return { state: "unknown", words: "Earlier statements gave no balance to compare with." };
  const expected = before?.closingPence ?? sumPostings(db, { account: "openingBalance", bankAccountId });
  const wanted = before ? expected : pence(-expected);
  const where = before ? `the statement to ${formatDate(before.toOn)} ended` : "the account was opened here";
  if (wanted === openingPence) return { state: "agrees", words: `It starts with ${formatPence(openingPence)}, as ${where}.` };
  return {
    state: "differs",
    words: `It starts with ${formatPence(openingPence)}, but ${where} with ${formatPence(wanted)}. A statement between may be missing.`,
  };
}

export const importHandlers: Handled = {
  "bank.previewImport": ({ db, today }, { bankAccountId, lines, openingPence }) => {
    if (!findBankAccount(db, bankAccountId)) throw notFound("bank account");
    const { fromOn, toOn } = daysOf(lines);
    const verdicts = judge(db, bankAccountId, lines);
    const facts = gatherMatchFacts(db, today);
    const count = (state: LineVerdict["state"]) => verdicts.filter((verdict) => verdict.state === state).length;
    const total = (sign: 1 | -1) => pence(lines.reduce((sum, line) => sum + Math.max(0, sign * line.amountPence), 0));
    return {
      verdicts: lines.map((line, index) => {
        const state = verdicts[index]?.state ?? "new";
        return { state, suggestion: state === "alreadyHere" ? null : (suggestMatches(line, facts)[0] ?? null) };
      }),
      newCount: count("new"),
      hereCount: count("alreadyHere"),
      askCount: count("ask"),
      fromOn,
      toOn,
      moneyInPence: total(1),
      moneyOutPence: total(-1),
      follows: followsOn(db, bankAccountId, fromOn, openingPence),
      isAnyPeriodSent: lines.some((line, index) => verdicts[index]?.state !== "alreadyHere" && isPeriodLocked(db, bankAccountId, line.onDate)),
    };
  },

  "bank.importStatement": ({ db, files, now, newId }, input) => {
    const { bankAccountId, lines } = input;
    if (!findBankAccount(db, bankAccountId)) throw notFound("bank account");
    const verdicts = judge(db, bankAccountId, lines);
    const leaveOut = new Set(input.leaveOut);
    const toAdd = lines.flatMap((line, index) => {
      const verdict = verdicts[index];
      return !verdict || verdict.state === "alreadyHere" || leaveOut.has(index) ? [] : [{ line, index, occurrence: verdict.occurrence }];
    });
    if (toAdd.length === 0) throw notAllowed("Every payment of this file is already here", ["There is nothing to save. Choose another file."]);
    const bytes = Buffer.from(input.base64, "base64");
    const fileName = withEnding(input.fileName, statementEndings);
    const attachmentId = keepAttachment(db, files, { fileName, mediaType: "application/octet-stream", bytes, addedAt: now() });
    const id = newId();
    insertStatementImport(db, {
      id,
      bankAccountId,
      fileName,
      fileSha256: createHash("sha256").update(bytes).digest("hex"),
      attachmentId,
      ...daysOf(lines),
      openingPence: input.openingPence,
      closingPence: input.closingPence,
      importedAt: now(),
      undoneAt: null,
    });
    linkEvidence(db, { id: newId(), attachmentId, kind: "statement", recordKind: "statementImport", recordId: id, addedAt: now() });
    for (const { line, index, occurrence } of toAdd) {
      const { onDate, amountPence, description, bankIdentifier, balancePence } = line;
      insertStatementLine(db, {
        id: newId(),
        statementImportId: id,
        bankAccountId,
        onDate,
        amountPence,
        description,
        bankIdentifier,
        balancePence,
        occurrence,
        position: index,
        noReceiptReason: "",
      });
    }
    return { id, added: toAdd.length, alreadyHere: verdicts.filter((verdict) => verdict.state === "alreadyHere").length };
  },

  "bank.listImports": ({ db }, { bankAccountId }) =>
    listStatementImports(db, bankAccountId).map((entry) => {
      const lines = listStatementLines(db, { statementImportId: entry.id });
      return { ...entry, lineCount: lines.length, canUndo: whyNotUndo(db, entry.id) === undefined };
    }),

  "bank.undoImport": ({ db, now }, { importId }) => {
    const entry = findStatementImport(db, importId);
    if (!entry || entry.undoneAt !== null) throw notFound("import");
    const reason = whyNotUndo(db, importId);
    if (reason) throw notAllowed(reason.reason, reason.lines);
    markImportUndone(db, importId, now());
    return {};
  },
};

function whyNotUndo(db: ReadDb, importId: string): { readonly reason: string; readonly lines: string[] } | undefined {
  const lines = listStatementLines(db, { statementImportId: importId });
  const own = new Set(lines.map((line) => line.id as string));
  const matched = new Set(
    listMatches(db, {})
      .map((match) => match.statementLineId as string)
      .filter((lineId) => own.has(lineId)),
  );
  if (matched.size > 0) {
    return {
      reason: `${matched.size} ${matched.size === 1 ? "line of this import was" : "lines of this import were"} matched`,
      lines: ["Undo those matches first, then undo the import."],
    };
  }
  if (lines.some((line) => isPeriodLocked(db, line.bankAccountId, line.onDate))) {
    return {
      reason: "Lines of this import are part of a return that was sent",
      lines: ["They must stay. Put a mistake right with an adjustment dated now."],
    };
  }
  return undefined;
}
