import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { RecordId } from "../core/identifiers.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { HmrcFigure } from "../payroll/hmrc/hmrcFigures.ts";
import { TracedHmrcFigure, TracedSum } from "../payroll/hmrc/tracedFigures.ts";
import { PayProblem } from "../payroll/problems.ts";
import { Agreement, TypedFigure } from "../payroll/rti/agreement.ts";
import { FinalSubmission, LateReason } from "../payroll/rti/submissionFacts.ts";
import { FilingRoute } from "../people/employer.ts";

export { PayslipPart, TracedHmrcFigure, TracedSum } from "../payroll/hmrc/tracedFigures.ts";

/** Something HMRC would refuse, and where it is put right. `code` is HMRC's business rule, or "schema". */
export const HmrcProblem = PayProblem.extend({
  code: z.string(),
  who: z.string().nullable(),
  engagementId: RecordId.nullable(),
  mendAt: z.enum(["employer", "assistant", "payRun"]),
});
export type HmrcProblem = z.infer<typeof HmrcProblem>;

/** How the employer tells HMRC, in words, and which ways of this program fit. */
export const TellingRoute = z.object({
  filingRoute: FilingRoute,
  words: z.string(),
  hasKeyingSheet: z.boolean(),
  hasXml: z.boolean(),
  hasPaperForms: z.boolean(),
});
export type TellingRoute = z.infer<typeof TellingRoute>;

/** What was told to HMRC, or is ready to be told. `toldOn` is the day the user says it was sent. */
export const HmrcSubmission = z.object({
  id: RecordId,
  kind: z.enum(["fps", "eps", "ninoVerification"]),
  taxYear: z.string(),
  taxMonth: z.number().int().nullable(),
  payRunId: RecordId.nullable(),
  payday: PlainDate.nullable(),
  madeOn: PlainDate,
  toldOn: PlainDate.nullable(),
  /** Base 32, as HMRC's receipt shows it; null when no XML file was made of it. */
  irMark: z.string().nullable(),
  correctsId: RecordId.nullable(),
  isAgreed: z.boolean(),
  /** One plain sentence: what was told. */
  words: z.string(),
});
export type HmrcSubmission = z.infer<typeof HmrcSubmission>;

/** The keying sheet of one person, screen by screen as Basic PAYE Tools asks for it. */
export const PaydaySheet = z.object({
  engagementId: RecordId,
  payslipId: RecordId,
  employeeName: z.string(),
  payrollId: z.string(),
  details: z.array(TracedHmrcFigure),
  payment: z.array(TracedHmrcFigure),
  shown: z.array(TracedHmrcFigure),
  totals: z.array(TracedHmrcFigure),
  lateReason: LateReason.nullable(),
  /** What was typed back and agreed; null before. */
  typedBack: z.array(TypedFigure).nullable(),
});
export type PaydaySheet = z.infer<typeof PaydaySheet>;

/** The Full Payment Submission of one payday. */
export const HmrcPayday = z.object({
  payRunId: RecordId,
  kind: z.enum(["regular", "extra", "correction"]),
  payday: PlainDate,
  taxYear: z.string(),
  route: TellingRoute,
  sheets: z.array(PaydaySheet),
  finalSubmission: FinalSubmission.nullable(),
  problems: z.array(HmrcProblem),
  notices: z.array(z.string()),
  /** True from the day after the payday on, until it is told: a late reason is asked for. */
  isLate: z.boolean(),
  isAgreed: z.boolean(),
  /** Every telling of this payday, newest first; one that corrects names the older one. */
  submissions: z.array(HmrcSubmission),
  toldOn: PlainDate.nullable(),
});
export type HmrcPayday = z.infer<typeof HmrcPayday>;

/** One payday in the list of what to tell. */
export const HmrcPaydayHead = z.object({
  payRunId: RecordId,
  kind: z.enum(["regular", "extra", "correction"]),
  payday: PlainDate,
  taxYear: z.string(),
  people: z.number().int(),
  tellBy: PlainDate,
  toldOn: PlainDate.nullable(),
  isAgreed: z.boolean(),
});
export type HmrcPaydayHead = z.infer<typeof HmrcPaydayHead>;

/** What typing back answers: the comparison, and whether it was kept because everything agreed. */
export const TypedBack = Agreement.extend({ isSaved: z.boolean() });
export type TypedBack = z.infer<typeof TypedBack>;

/** A span of tax months that is paid as one. */
export const HmrcPeriodAnswer = z.object({
  taxYear: z.string(),
  firstTaxMonth: z.number().int(),
  lastTaxMonth: z.number().int(),
  from: PlainDate,
  to: PlainDate,
  dueElectronicallyOn: PlainDate,
  dueByPostOn: PlainDate,
});

const Recovery = z.object({
  kind: z.string(),
  name: z.string(),
  recovered: Explained,
  compensation: Explained,
  payslipIds: z.array(RecordId),
});

/** One tax month of form P32. What comes off is above zero. */
export const P32Month = z.object({
  period: HmrcPeriodAnswer,
  incomeTax: TracedSum,
  studentLoans: TracedSum,
  netIncomeTax: Explained,
  employeeNationalInsurance: TracedSum,
  employerNationalInsurance: TracedSum,
  grossNationalInsurance: Explained,
  employmentAllowance: Explained,
  recoveries: z.array(Recovery),
  netNationalInsurance: Explained,
  amountDue: Explained,
  payslipIds: z.array(RecordId),
});
export type P32Month = z.infer<typeof P32Month>;

/** How a month or quarter stands with HMRC. Below zero is in the employer's favour. */
export const HmrcAccountPeriod = z.object({
  period: HmrcPeriodAnswer,
  broughtForward: Pence,
  amountDue: Explained,
  toPay: Explained,
  payments: z.array(z.object({ journalId: RecordId, paidOn: PlainDate, amount: Pence, forTaxMonth: z.number().int().nullable() })),
  paid: Pence,
  carriedForward: Explained,
  /** Empty when the Accounts Office reference is not known. */
  reference: z.string(),
});
export type HmrcAccountPeriod = z.infer<typeof HmrcAccountPeriod>;

export const HmrcBank = z.object({
  accountName: z.string(),
  sortCode: z.string(),
  accountNumber: z.string(),
  postalAddress: z.string(),
  source: z.string(),
  from: PlainDate,
});

/** An Employer Payment Summary. `isNeeded` is false when there is nothing to tell. */
export const EmployerSummary = z.object({
  taxYear: z.string(),
  taxMonth: z.number().int(),
  isNeeded: z.boolean(),
  tellBy: PlainDate,
  figures: z.array(HmrcFigure),
  /** Why each part is in it, with the payslips behind what is recovered. */
  reasons: z.array(z.object({ text: z.string(), payslipIds: z.array(RecordId) })),
  problems: z.array(HmrcProblem),
  submissions: z.array(HmrcSubmission),
  toldOn: PlainDate.nullable(),
});
export type EmployerSummary = z.infer<typeof EmployerSummary>;

export const HmrcMonthRecord = z.object({
  route: TellingRoute,
  month: P32Month,
  account: HmrcAccountPeriod,
  bank: HmrcBank.nullable(),
  summary: EmployerSummary,
});
export type HmrcMonthRecord = z.infer<typeof HmrcMonthRecord>;

/** The whole of form P32. */
export const HmrcYearRecord = z.object({
  taxYear: z.string(),
  /** Tax years with a finished payday, newest first. */
  taxYears: z.array(z.string()),
  route: TellingRoute,
  paysQuarterly: z.boolean(),
  mayPayQuarterly: z.boolean(),
  claimsEmploymentAllowance: z.boolean(),
  hasSmallEmployersRelief: z.boolean(),
  months: z.array(P32Month),
  account: z.array(HmrcAccountPeriod),
  totals: z.object({ incomeTax: Pence, studentLoans: Pence, employeeNationalInsurance: Pence, employerNationalInsurance: Pence, amountDue: Pence }),
  bank: HmrcBank.nullable(),
  /** Sentences about what does not fit, such as a difference from the accounts. Empty when all is well. */
  notices: z.array(z.string()),
});
export type HmrcYearRecord = z.infer<typeof HmrcYearRecord>;

/** One figure of a person's year as it stands on P60, P45 and P11. */
export const PersonYearFigure = z.object({ label: z.string(), standsOn: z.array(z.enum(["P60", "P45", "P11", "FPS"])), total: TracedSum });
export type PersonYearFigure = z.infer<typeof PersonYearFigure>;

export const PersonYear = z.object({
  engagementId: RecordId,
  name: z.string(),
  taxYear: z.string(),
  finalTaxCode: z.string(),
  isEmployedAtYearEnd: z.boolean(),
  leftOn: PlainDate.nullable(),
  figures: z.array(PersonYearFigure),
});
export type PersonYear = z.infer<typeof PersonYear>;
