import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { PlainDate } from "../core/plainDate.ts";
import { DocumentFile } from "./desktopOperations.ts";
import { query, task } from "./operation.ts";

const oneRun = z.strictObject({ payRunId: RecordId });
const onDay = z.strictObject({ on: PlainDate.optional() });

/** A document the app can make, with the operation that makes it. */
export const AvailableDocument = z.object({
  title: z.string(),
  detail: z.string(),
  fileName: z.string(),
  operation: z.string(),
  input: z.record(z.string(), z.unknown()),
});
export type AvailableDocument = z.infer<typeof AvailableDocument>;

/** Documents of one pay run, return or day. */
export const DocumentGroup = z.object({ id: z.string(), title: z.string(), on: PlainDate, documents: z.array(AvailableDocument) });
export type DocumentGroup = z.infer<typeof DocumentGroup>;

export const documentsOperations = {
  /** Everything that can be made now: the budget report, then pay runs and returns, newest first. */
  "documents.list": query(z.strictObject({}), z.array(DocumentGroup)),

  "documents.payslipPdf": task(z.strictObject({ payslipId: RecordId, largePrint: z.boolean().optional() }), DocumentFile),

  /** Every payslip, the figures for HMRC and the payment list of a finished pay run in one ZIP. */
  "documents.payRunPack": task(oneRun, DocumentFile),

  "documents.hmrcFiguresPdf": task(oneRun, DocumentFile),
  "documents.hmrcFiguresCsv": task(oneRun, DocumentFile),
  "documents.paymentListPdf": task(oneRun, DocumentFile),

  /** Where plan and account stand on a day; today when left out. */
  "documents.budgetReportPdf": task(onDay, DocumentFile),
  "documents.budgetReportXlsx": task(onDay, DocumentFile),
};
