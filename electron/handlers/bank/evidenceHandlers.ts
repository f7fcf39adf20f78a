import type { bankOperations } from "../../../shared/contract/bankOperations.ts";
import { notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { withEnding } from "../../../shared/core/fileNames.ts";
import { findStatementLine, setNoReceiptReason } from "../../db/repositories/bankRepository.ts";
import { findAttachment, keepAttachment, linkEvidence, listEvidence, unlinkEvidence } from "../../db/repositories/evidenceRepository.ts";
import type { Handlers } from "../handler.ts";
import { toEvidenceItem } from "./lineOverview.ts";
import { receiptEndings, receiptMediaType } from "./receiptKind.ts";

type Handled = Pick<
  Handlers<typeof bankOperations>,
  "bank.attachReceipt" | "bank.listEvidence" | "bank.removeReceipt" | "bank.getAttachment" | "bank.explainNoReceipt"
>;

export const evidenceHandlers: Handled = {
  "bank.attachReceipt": ({ db, files, now, newId }, { recordKind, recordId, kind, fileName, base64 }) => {
    if (recordKind === "statementLine" && !findStatementLine(db, recordId)) throw notFound("bank line");
    const bytes = Buffer.from(base64, "base64");
    const mediaType = receiptMediaType(bytes);
    if (!mediaType) throw notAllowed("This kind of file cannot be kept as a paper", ["Choose a photo (JPEG, PNG or WebP), a PDF, or plain text."]);
    const attachmentId = keepAttachment(db, files, {
      fileName: withEnding(fileName, receiptEndings[mediaType] ?? []),
      mediaType,
      bytes,
      addedAt: now(),
    });
    const linkId = newId();
    linkEvidence(db, { id: linkId, attachmentId, kind, recordKind, recordId, addedAt: now() });
    return { linkId, attachmentId };
  },

  "bank.listEvidence": ({ db }, { recordKind, recordId }) => listEvidence(db, recordKind, recordId).map(toEvidenceItem),

  "bank.removeReceipt": ({ db }, { linkId }) => {
    unlinkEvidence(db, linkId);
    return {};
  },

  "bank.getAttachment": ({ db, files }, { attachmentId }) => {
    const attachment = findAttachment(db, attachmentId);
    if (!attachment) throw notFound("paper");
    return { fileName: attachment.fileName, mediaType: attachment.mediaType, base64: Buffer.from(files.read(attachment)).toString("base64") };
  },

  "bank.explainNoReceipt": ({ db }, { lineId, reason }) => {
    if (!findStatementLine(db, lineId)) throw notFound("bank line");
    setNoReceiptReason(db, lineId, reason);
    return {};
  },
};
