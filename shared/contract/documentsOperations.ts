import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { PlainDate } from "../core/plainDate.ts";
import { DocumentFile } from "./desktopOperations.ts";
import { query, task } from "./operation.ts";

const largePrint = { largePrint: z.boolean().optional() };
const oneRun = z.strictObject({ payRunId: RecordId });
const onePaper = oneRun.extend(largePrint);
const onDay = z.strictObject({ on: PlainDate.optional() });

/** A document the app can make, with the operation that makes it. */
export const AvailableDocument = z.object({
  title: z.string(),
  detail: z.string(),
  fileName: z.string(),
  operation: z.string(),
  input: z.record(z.string(), z.unknown()),
  /** True when the operation takes `largePrint: true`. */
  hasLargePrint: z.boolean().default(false),
  /** True when the operation takes a `password` that closes the file. */
  hasPassword: z.boolean().default(false),
});
export type AvailableDocument = z.infer<typeof AvailableDocument>;

/** Documents of one pay run, person, tax year, return or day. `personId` is an engagement. */
export const DocumentGroup = z.object({
  id: z.string(),
  kind: z.enum(["budget", "payRun", "person", "taxYear", "employer", "return"]).default("return"),
  title: z.string(),
  on: PlainDate,
  documents: z.array(AvailableDocument),
});
export type DocumentGroup = z.infer<typeof DocumentGroup>;

export const documentsOperations = {
  /** Everything that can be made now: budget, employer, tax years, people, then pay runs and returns, newest first. */
  "documents.list": query(z.strictObject({}), z.array(DocumentGroup)),

  /** One payslip; `password` closes the file for its assistant and is kept nowhere. */
  "documents.payslipPdf": task(z.strictObject({ payslipId: RecordId, ...largePrint, password: z.string().max(200).optional() }), DocumentFile),

  /** Everything of a finished pay run in one ZIP. */
  "documents.payRunPack": task(oneRun, DocumentFile),

  "documents.hmrcFiguresPdf": task(onePaper, DocumentFile),
  "documents.hmrcFiguresCsv": task(oneRun, DocumentFile),
  "documents.paymentListPdf": task(onePaper, DocumentFile),
  /** How far a long task has come; null when no task of that name is at work. */
  "documents.progress": query(
    z.strictObject({ jobId: z.string().min(1).max(80) }),
    z.object({ words: z.string(), done: z.number().int(), total: z.number().int() }).nullable(),
  ),

  /** Where plan and account stand on a day; today when left out. */
  "documents.budgetReportPdf": task(onDay, DocumentFile),
  "documents.budgetReportXlsx": task(onDay, DocumentFile),
};
