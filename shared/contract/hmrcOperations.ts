import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { PlainDate } from "../core/plainDate.ts";
import { optionalText } from "../core/text.ts";
import { TypedFigure } from "../payroll/rti/agreement.ts";
import { LateReason } from "../payroll/rti/submissionFacts.ts";
import { TaxYearName } from "../people/employer.ts";
import {
  EmployerSummary,
  HmrcMonthRecord,
  HmrcPayday,
  HmrcPaydayHead,
  HmrcSubmission,
  HmrcYearRecord,
  PersonYear,
  TypedBack,
} from "./hmrcAnswers.ts";
import { command, query } from "./operation.ts";

const oneMonth = z.strictObject({ taxYear: TaxYearName, taxMonth: z.number().int().min(1).max(12) });

/** What files for banks and pension providers ask beyond pay. Empty where nothing is known yet; a file that needs it says so. */
export const FileFacts = z.object({
  /** Six digits, from the bank; only for a Bacs file. */
  bacsServiceUserNumber: z
    .string()
    .regex(/^(\d{6})?$/, "A service user number is six numbers")
    .default(""),
  payFromAccountName: optionalText(40).default(""),
  payFromSortCode: z
    .string()
    .regex(/^(\d{2}-\d{2}-\d{2})?$/, "A sort code is six numbers, like 12-34-56")
    .default(""),
  payFromAccountNumber: z
    .string()
    .regex(/^(\d{8})?$/, "An account number is eight numbers")
    .default(""),
  /** Exactly as in the account with NEST. */
  nestPaymentSource: optionalText(40).default(""),
  pensionSchemeAddress: optionalText().default(""),
  pensionSchemePhone: optionalText(40).default(""),
  pensionSchemeWebsite: optionalText(200).default(""),
  /** The Pensions Regulator's letter code. */
  pensionsRegulatorLetterCode: optionalText(20).default(""),
});
export type FileFacts = z.infer<typeof FileFacts>;

export const hmrcOperations = {
  /** Every finished payday with how it stands with HMRC, newest first. */
  "hmrc.listPaydays": query(z.strictObject({}), z.array(HmrcPaydayHead)),

  /** The Full Payment Submission of a finished run: keying sheets, what HMRC would refuse, and whether it was told. */
  "hmrc.getPayday": query(z.strictObject({ payRunId: RecordId }), HmrcPayday),

  /** Compares what HMRC's tool shows with our figures, to the penny. Kept with the submission when all of it agrees. */
  "hmrc.typeBack": command(
    "Typed back what HMRC's tool shows",
    z.strictObject({ payRunId: RecordId, engagementId: RecordId, figures: z.array(TypedFigure).min(1).max(120) }),
    TypedBack,
  ),

  /** Says that something was sent to HMRC by the user's own tool, other software, or post. The program sends nothing. */
  "hmrc.recordTold": command(
    "Recorded what was told to HMRC",
    z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("fps"),
        payRunId: RecordId,
        toldOn: PlainDate,
        /** Asked for when `toldOn` is after the payday; null when none fits. */
        lateReason: LateReason.nullable().default(null),
        /** True when the payday was told before and is sent again with other figures. */
        isCorrection: z.boolean().default(false),
      }),
      z.strictObject({ kind: z.literal("eps"), ...oneMonth.shape, toldOn: PlainDate }),
      z.strictObject({ kind: z.literal("ninoVerification"), engagementIds: z.array(RecordId).min(1), toldOn: PlainDate }),
    ]),
    HmrcSubmission,
  ),

  /** What was told to HMRC, newest first. */
  "hmrc.listSubmissions": query(z.strictObject({ taxYear: TaxYearName.optional() }), z.array(HmrcSubmission)),

  /** One tax month (1 is 6 April to 5 May): P32, the account of its month or quarter, and the Employer Payment Summary. */
  "hmrc.getMonth": query(oneMonth, HmrcMonthRecord),

  /** The Employer Payment Summary alone. */
  "hmrc.getEmployerSummary": query(oneMonth, EmployerSummary),

  /** Form P32 of a tax year; of the newest year with a payday when left out. */
  "hmrc.getYear": query(z.strictObject({ taxYear: TaxYearName.optional() }), HmrcYearRecord),

  /** One person's tax year as it stands on P60, P45 and P11: each figure with the payslips behind it. */
  "hmrc.getPersonYear": query(z.strictObject({ engagementId: RecordId, taxYear: TaxYearName }), PersonYear),

  /** What files for banks and pension providers ask for. */
  "hmrc.getFileFacts": query(z.strictObject({}), FileFacts),
  "hmrc.saveFileFacts": command("Saved what bank and pension files ask for", FileFacts.strict(), z.strictObject({})),
};
