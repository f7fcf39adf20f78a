import * as z from "zod";
import { Minutes } from "../../core/minutes.ts";
import { Pence } from "../../core/money.ts";
import { PlainDate } from "../../core/plainDate.ts";
import type { PayslipResult, YearToDate } from "../types.ts";

/** HMRC's references of the employer (items 1, 2, 3, 141, 142). `payeReference` is "123/AB456". */
export const EmployerFacts = z.object({
  payeReference: z.string().nullable(),
  accountsOfficeReference: z.string().nullable(),
  selfAssessmentReference: z.string().nullable().default(null),
  corporationTaxReference: z.string().nullable().default(null),
});
export type EmployerFacts = z.infer<typeof EmployerFacts>;

/** What a new employee says on the starter checklist: A first job since 6 April, B only job now, C another job or a pension (item 24A). */
export const StarterStatement = z.enum(["A", "B", "C"]);
export type StarterStatement = z.infer<typeof StarterStatement>;

/** The other parent when Shared Parental Pay is claimed (items 74 to 78). */
const OtherParentFacts = z.object({
  firstName: z.string(),
  lastName: z.string(),
  nationalInsuranceNumber: z.string().nullable().default(null),
});

/** One employee as HMRC is to know them. Empty text where nothing is known. */
export const EmployeeFacts = z.object({
  title: z.string().default(""),
  firstName: z.string(),
  middleName: z.string().default(""),
  lastName: z.string(),
  nationalInsuranceNumber: z.string().nullable(),
  dateOfBirth: PlainDate.nullable(),
  /** Sex as HMRC holds it (item 11). */
  gender: z.enum(["F", "M"]).nullable(),
  passportNumber: z.string().default(""),
  /** Lines parted by line ends or commas. */
  address: z.string(),
  postcode: z.string(),
  /** Only for somebody who lives abroad, instead of the postcode. */
  foreignCountry: z.string().default(""),
  payrollNumber: z.string(),
  /** The payroll number HMRC was told before, when it has changed since. */
  previousPayrollNumber: z.string().nullable().default(null),
  startOn: PlainDate,
  endOn: PlainDate.nullable(),
  starterKind: z.enum(["p45", "declarationA", "declarationB", "declarationC", "none", "existing"]),
  /** What the starter checklist said, when it is known apart from `starterKind`. */
  starterStatement: StarterStatement.nullable().default(null),
  /** True until a submission has told HMRC of the start. */
  isNewToHmrc: z.boolean(),
  hasStudentLoanAtStart: z.boolean().default(false),
  hasPostgraduateLoanAtStart: z.boolean().default(false),
  /** Casual work, or no pay expected for three months though the job goes on (item 40A). */
  isPaidIrregularly: z.boolean().default(false),
  /** Null for somebody without fixed hours. */
  contractedMinutesPerWeek: Minutes.nullable(),
  /** Only with the letters of freeports and investment zones (item 218). */
  workplacePostcode: z.string().nullable().default(null),
  otherParent: OtherParentFacts.nullable().default(null),
});
export type EmployeeFacts = z.infer<typeof EmployeeFacts>;

/** HMRC's codes for how often somebody is paid (item 42). */
export const PayFrequencyCode = z.enum(["W1", "W2", "W4", "M1", "M3", "M6", "MA", "IO", "IR"]);
export type PayFrequencyCode = z.infer<typeof PayFrequencyCode>;

/** Why a submission comes after the payday (item 154). */
export const LateReason = z.enum(["A", "B", "C", "D", "E", "F", "G", "H"]);
export type LateReason = z.infer<typeof LateReason>;

/** What to know of one payment beside its payslip. */
export const PaymentFacts = z.object({
  /** More than 1 when one payment covers several pay periods, such as holiday pay in advance (item 48). */
  periodsCovered: z.number().int().default(1),
  wasOnStrike: z.boolean().default(false),
  hadUnpaidAbsence: z.boolean().default(false),
  /** A payment after HMRC was told of the leaving date (item 51). */
  isAfterLeaving: z.boolean().default(false),
  /** Paid to an estate or a trust, not to a person (item 147). */
  isToNonIndividual: z.boolean().default(false),
  lateReason: LateReason.nullable().default(null),
  /** "IO" for a one-off or "IR" for an irregular payment; null takes it from the payslip. */
  payFrequencyCode: PayFrequencyCode.nullable().default(null),
  /** Two jobs with this employer are added together for National Insurance (item 49). */
  hasAggregatedEarnings: z.boolean().default(false),
  /** Pension lump sums (item 148), in whole pounds; a household has none. */
  trivialCommutationPayments: z.array(z.object({ type: z.enum(["A", "B", "C"]), amount: Pence })).default([]),
});
export type PaymentFacts = z.infer<typeof PaymentFacts>;

/**
 * One employee with a payment on this payday. `payslips` are all sealed payslips of this job in the tax year, oldest first, the last being the payment
 * told now; `opening` is what the year held before them (a start with this program in mid-year).
 */
export interface EmployeePaymentFacts {
  readonly employee: EmployeeFacts;
  readonly payment: PaymentFacts;
  readonly opening: YearToDate;
  readonly payslips: readonly [...PayslipResult[], PayslipResult];
}

/** The last submission of the tax year, or of the scheme on the day it closed (items 108, 109, 119). */
export const FinalSubmission = z.discriminatedUnion("because", [
  z.object({ because: z.literal("yearEnd") }),
  z.object({ because: z.literal("schemeCeased"), ceasedOn: PlainDate }),
]);
export type FinalSubmission = z.infer<typeof FinalSubmission>;
