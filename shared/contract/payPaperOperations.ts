import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { PlainDate } from "../core/plainDate.ts";
import { TaxYearName } from "../people/employer.ts";
import { DocumentFile } from "./desktopOperations.ts";
import { task } from "./operation.ts";

const largePrint = { largePrint: z.boolean().optional() };
const oneRun = z.strictObject({ payRunId: RecordId });
const onePaper = oneRun.extend(largePrint);
const taxMonth = z.number().int().min(1).max(12);
const oneYear = z.strictObject({ taxYear: TaxYearName });
const onePersonsYear = z.strictObject({ engagementId: RecordId, taxYear: TaxYearName, ...largePrint });

export const RefusedPaymentKind = z.enum([
  "statutorySickPay",
  "statutoryMaternityPay",
  "statutoryAdoptionPay",
  "statutoryPaternityPay",
  "statutorySharedParentalPay",
  "statutoryParentalBereavementPay",
  "statutoryNeonatalCarePay",
]);

/** Papers and files of pay beside payslips: for HMRC, the bank, the pension, and each assistant. Each answers a file to save. */
export const payPaperOperations = {
  "documents.keyingSheetPdf": task(onePaper, DocumentFile),
  "documents.paydaySheetPdf": task(onePaper, DocumentFile),
  "documents.payJournalPdf": task(onePaper, DocumentFile),

  /** The Full Payment Submission as an XML file for other software. Refused with HMRC's reasons while it is not valid. */
  "documents.fpsXml": task(oneRun, DocumentFile),
  /** The Full Payment Submission that puts a closed tax year right, for everybody with a correction of that year. */
  "documents.yearCorrectionXml": task(oneYear, DocumentFile),
  "documents.epsXml": task(z.strictObject({ taxYear: TaxYearName, taxMonth }), DocumentFile),
  "documents.ninoVerificationXml": task(z.strictObject({ engagementIds: z.array(RecordId).min(1) }), DocumentFile),

  /** Wages by bank: a plain table for any bank, or a Bacs file in the form Standard 18. */
  "documents.bankCsv": task(oneRun, DocumentFile),
  "documents.bankStandard18": task(oneRun.extend({ serial: z.number().int().min(1).max(999_999).optional() }), DocumentFile),

  /** Pension contributions of a run: a plain table for any provider, or NEST's own form. */
  "documents.pensionCsv": task(oneRun, DocumentFile),
  "documents.nestCsv": task(oneRun, DocumentFile),

  "documents.p32Pdf": task(oneYear.extend(largePrint), DocumentFile),
  "documents.p60Pdf": task(onePersonsYear, DocumentFile),
  "documents.p11Pdf": task(onePersonsYear, DocumentFile),
  "documents.p45Pdf": task(z.strictObject({ engagementId: RecordId, ...largePrint }), DocumentFile),

  /** HMRC's starter checklist with what is known of a person, or empty to fill in by hand. */
  "documents.starterChecklistPdf": task(z.strictObject({ engagementId: RecordId.optional(), ...largePrint }), DocumentFile),

  /** SSP1, SMP1 and the other refusals of statutory pay. Without reasons those worked out from the record stand on it. */
  "documents.refusalPdf": task(
    z.strictObject({
      engagementId: RecordId,
      payment: RefusedPaymentKind,
      from: PlainDate,
      lastPaidOn: PlainDate.nullable().default(null),
      reasons: z.array(z.string().min(1).max(400)).max(10).default([]),
      ...largePrint,
    }),
    DocumentFile,
  ),

  /** The record for one assistant: hours and pay against the minimum wage, and leave. The whole time here when days are left out. */
  "documents.payHistoryPdf": task(
    z.strictObject({ engagementId: RecordId, from: PlainDate.optional(), to: PlainDate.optional(), ...largePrint }),
    DocumentFile,
  ),

  /** The pension letter that fits the person as the newest payslip assessed them. */
  "documents.pensionLetterPdf": task(z.strictObject({ engagementId: RecordId, ...largePrint }), DocumentFile),
  "documents.declarationOfCompliancePdf": task(z.strictObject(largePrint), DocumentFile),

  /** Figures for returns on paper: RT11 and RT2 for a person, RT5 for the employer. */
  "documents.rt11Pdf": task(onePersonsYear, DocumentFile),
  "documents.rt2Pdf": task(onePersonsYear.extend({ quarter: z.literal([1, 2, 3, 4]) }), DocumentFile),
  "documents.rt5Pdf": task(z.strictObject({ taxYear: TaxYearName, taxMonth, ...largePrint }), DocumentFile),

  /** Every paper of a tax year in one ZIP. `jobId` is any name by which `documents.progress` can be asked meanwhile. */
  "documents.yearSet": task(oneYear.extend({ jobId: z.string().min(1).max(80).optional() }), DocumentFile),
};
