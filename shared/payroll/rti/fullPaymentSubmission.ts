import * as z from "zod";
import { Pence } from "../../core/money.ts";
import { PlainDate } from "../../core/plainDate.ts";
import { NationalInsuranceCategory, StudentLoanPlan } from "../../rates/payTerms.ts";
import { FinalSubmission, LateReason, PayFrequencyCode, StarterStatement } from "./submissionFacts.ts";

/** The employer's references as HMRC's messages carry them: the two halves of the PAYE reference apart (items 1, 2, 3, 141, 142). */
export const EmployerReferences = z.object({
  officeNumber: z.string(),
  payeReference: z.string(),
  accountsOfficeReference: z.string(),
  selfAssessmentReference: z.string().nullable(),
  corporationTaxReference: z.string().nullable(),
});
export type EmployerReferences = z.infer<typeof EmployerReferences>;

/** Items 5A to 9. Letters as HMRC takes them: no accents, no full stops. */
export const SubmittedName = z.object({ title: z.string().nullable(), forenames: z.array(z.string()), surname: z.string() });
export type SubmittedName = z.infer<typeof SubmittedName>;

/** Items 13 to 18. */
export const SubmittedAddress = z.object({ lines: z.array(z.string()), postcode: z.string().nullable(), foreignCountry: z.string().nullable() });
export type SubmittedAddress = z.infer<typeof SubmittedAddress>;

/** Items 5 to 18 and 74 to 78. */
export const SubmittedPerson = z.object({
  nationalInsuranceNumber: z.string().nullable(),
  name: SubmittedName,
  address: SubmittedAddress.nullable(),
  birthDate: PlainDate.nullable(),
  gender: z.enum(["F", "M"]),
  passportNumber: z.string().nullable(),
  otherParent: z.object({ nationalInsuranceNumber: z.string().nullable(), name: SubmittedName }).nullable(),
});
export type SubmittedPerson = z.infer<typeof SubmittedPerson>;

/** Items 24, 24A, 27 and 193. */
const SubmittedStarter = z.object({
  startDate: PlainDate,
  statement: StarterStatement,
  hasStudentLoan: z.boolean(),
  hasPostgraduateLoan: z.boolean(),
});

/** Items 41A to 41C, 150, 151 and 194. Null: never sent this year and nothing to send. Pence. */
export const FiguresToDate = z.object({
  taxablePay: Pence,
  incomeTax: Pence,
  studentLoan: Pence.nullable(),
  postgraduateLoan: Pence.nullable(),
  netPayPension: Pence.nullable(),
  otherPension: Pence.nullable(),
});
export type FiguresToDate = z.infer<typeof FiguresToDate>;

/** Statutory payments since 6 April by kind (items 70 to 73, 212, 217). Null: none this year. Pence. */
export const StatutoryPayToDate = z.object({
  maternity: Pence.nullable(),
  paternity: Pence.nullable(),
  adoption: Pence.nullable(),
  sharedParental: Pence.nullable(),
  parentalBereavement: Pence.nullable(),
  neonatalCare: Pence.nullable(),
});
export type StatutoryPayToDate = z.infer<typeof StatutoryPayToDate>;

/** HMRC's band of normal weekly hours (item 54). */
export const HoursBand = z.enum(["A", "B", "C", "D", "E"]);
export type HoursBand = z.infer<typeof HoursBand>;

/** One payment. `taxWeek` or `taxMonth` is set, never both. The tax code stands without the S or C of its country, which is `taxRegime`. Pence. */
export const SubmittedPayment = z.object({
  payFrequency: PayFrequencyCode,
  paymentDate: PlainDate,
  lateReason: LateReason.nullable(),
  taxWeek: z.number().int().nullable(),
  taxMonth: z.number().int().nullable(),
  periodsCovered: z.number().int(),
  hasAggregatedEarnings: z.boolean(),
  isAfterLeaving: z.boolean(),
  hoursBand: HoursBand,
  taxCode: z.string(),
  isNonCumulative: z.boolean(),
  taxRegime: z.enum(["S", "C"]).nullable(),
  taxablePay: Pence,
  nonTaxable: Pence.nullable(),
  deductionsFromNetPay: Pence.nullable(),
  payAfterStatutoryDeductions: Pence,
  netPayPension: Pence.nullable(),
  otherPension: Pence.nullable(),
  studentLoan: z.object({ plan: StudentLoanPlan, amount: Pence }).nullable(),
  postgraduateLoan: Pence.nullable(),
  incomeTax: Pence,
  wasOnStrike: z.boolean(),
  hadUnpaidAbsence: z.boolean(),
  statutoryPayToDate: StatutoryPayToDate,
  trivialCommutationPayments: z.array(z.object({ type: z.enum(["A", "B", "C"]), amount: Pence })),
});
export type SubmittedPayment = z.infer<typeof SubmittedPayment>;

/** One National Insurance letter used in the year (items 79 to 86, 169). Pence. */
export const SubmittedNationalInsurance = z.object({
  letter: NationalInsuranceCategory,
  grossInPeriod: Pence,
  grossToDate: Pence,
  atLowerEarningsLimitToDate: Pence,
  lowerEarningsLimitToPrimaryThresholdToDate: Pence,
  primaryThresholdToUpperEarningsLimitToDate: Pence,
  employerInPeriod: Pence,
  employerToDate: Pence,
  employeeInPeriod: Pence,
  employeeToDate: Pence,
});
export type SubmittedNationalInsurance = z.infer<typeof SubmittedNationalInsurance>;

/** One job with its payment: everything HMRC is told of an employee on a payday. */
export const SubmittedEmployee = z.object({
  person: SubmittedPerson,
  starter: SubmittedStarter.nullable(),
  workplacePostcode: z.string().nullable(),
  payrollId: z.string(),
  oldPayrollId: z.string().nullable(),
  isToNonIndividual: z.boolean(),
  isPaidIrregularly: z.boolean(),
  leavingDate: PlainDate.nullable(),
  toDate: FiguresToDate,
  payment: SubmittedPayment,
  nationalInsurance: z.array(SubmittedNationalInsurance),
});
export type SubmittedEmployee = z.infer<typeof SubmittedEmployee>;

/**
 * A Full Payment Submission: what an employer tells HMRC on or before each payday. `notices` are things to know that do not stop it.
 * Source: HMRC, RTI data item guide and Full Payment Submission schema.
 */
export const FullPaymentSubmission = z.object({
  taxYear: z.string(),
  employer: EmployerReferences,
  employees: z.array(SubmittedEmployee),
  finalSubmission: FinalSubmission.nullable(),
  notices: z.array(z.string()),
});
export type FullPaymentSubmission = z.infer<typeof FullPaymentSubmission>;
