import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { optionalText } from "../core/text.ts";
import { TaxYearName } from "./employer.ts";

/** What HMRC asks about the employer beyond the two references. Empty or null where nothing is known; none of it stops pay. */
export const EmployerHmrcFacts = z.object({
  /** Ten digits; HMRC calls it the Unique Taxpayer Reference. */
  selfAssessmentReference: z
    .string()
    .regex(/^\d{10}$/, "A taxpayer reference is ten numbers")
    .nullable()
    .default(null),
  /** HMRC's agreement to returns on paper. */
  paperFilingAgreedOn: PlainDate.nullable().default(null),
  /** The day the PAYE scheme closed: the last submission says so. */
  schemeCeasedOn: PlainDate.nullable().default(null),
  /** Where HMRC pays money back to. */
  repaymentAccountName: optionalText(28).default(""),
  repaymentSortCode: z
    .string()
    .regex(/^(\d{2}-\d{2}-\d{2})?$/, "A sort code is six numbers, like 12-34-56")
    .default(""),
  repaymentAccountNumber: z
    .string()
    .regex(/^(\d{8})?$/, "An account number is eight numbers")
    .default(""),
  repaymentBuildingSocietyReference: optionalText(18).default(""),
});
export type EmployerHmrcFacts = z.infer<typeof EmployerHmrcFacts>;

/** What holds for one tax year. Small Employers' Relief: Class 1 of the year before was £45,000 or less, before the Employment Allowance. Pence. */
export const EmployerTaxYear = z.object({
  taxYear: TaxYearName,
  hasSmallEmployersRelief: z.boolean(),
  previousClass1Pence: Pence.min(0).nullable().default(null),
});
export type EmployerTaxYear = z.infer<typeof EmployerTaxYear>;

/** Whole tax months without anybody paid, told to HMRC beforehand. */
export const HmrcInactivity = z.object({ id: RecordId, fromOn: PlainDate, toOn: PlainDate });
export type HmrcInactivity = z.infer<typeof HmrcInactivity>;

/** What HMRC asks about an assistant beyond name, birth, address and National Insurance number. */
export const AssistantHmrcFacts = z.object({
  title: optionalText(35).default(""),
  middleName: optionalText(35).default(""),
  /** From the right-to-work check. */
  passportNumber: optionalText(35).nullable().default(null),
  /** The statement of the starter checklist; asked for with a P45 too. */
  starterStatement: z.enum(["A", "B", "C"]).nullable().default(null),
  /** True when months may pass without pay: else HMRC takes it that the person left. */
  isPaidIrregularly: z.boolean().default(false),
  /** Only for National Insurance letters of freeports and investment zones. */
  workplacePostcode: optionalText(12).nullable().default(null),
});
export type AssistantHmrcFacts = z.infer<typeof AssistantHmrcFacts>;

/** What was typed about one person's entry in a pay run. */
export const RunPersonFacts = z.object({
  /** In an extra run: also pay confirmed time and what is owed for days away. */
  isChosen: z.boolean().default(false),
  /** A payment after the P45 was given: `regular` wages that come late, or `irregular`, a sum nobody expected. Null works it out. */
  afterLeaving: z.enum(["regular", "irregular"]).nullable().default(null),
  /** Earnings periods that the pay covers, more than 1 when holiday is paid in advance. */
  periodsCovered: z.number().int().min(1).max(99).default(1),
  wasOnStrike: z.boolean().default(false),
  hadUnpaidAbsence: z.boolean().default(false),
  /** Paid to an estate or a trustee, not to the person. */
  isToNonIndividual: z.boolean().default(false),
  /** HMRC's reason A to H why the submission came after the payday. */
  lateReason: z.enum(["A", "B", "C", "D", "E", "F", "G", "H"]).nullable().default(null),
});
export type RunPersonFacts = z.infer<typeof RunPersonFacts>;
