import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { Minutes } from "../core/minutes.ts";
import { BasisPoints, Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { NationalInsuranceCategory, PayFrequency, StudentLoanPlan } from "../rates/payTerms.ts";

export { NationalInsuranceCategory, PayFrequency, StudentLoanPlan } from "../rates/payTerms.ts";

/**
 * What a pay line is for. `timeAwake` is time awake for work inside a sleep-in whose hours another line shows. `mileage` and `expenses` are paid on top of gross pay, without tax or National Insurance;
 * mileage above HMRC's approved rate is a line of its own, `taxableMileage`. All others are part of gross pay.
 */
export const PayLineKind = z.enum([
  "hours",
  "timeAwake",
  "shift",
  "day",
  "salary",
  "overtime",
  "holidayPay",
  "rolledUpHolidayPay",
  "statutorySickPay",
  "statutoryMaternityPay",
  "statutoryAdoptionPay",
  "statutoryPaternityPay",
  "statutorySharedParentalPay",
  "statutoryParentalBereavementPay",
  "statutoryNeonatalCarePay",
  "bonus",
  "adjustment",
  "taxableMileage",
  "mileage",
  "expenses",
]);
export type PayLineKind = z.infer<typeof PayLineKind>;

/** One line of pay. Time in minutes (of shifts and days too), `units` counts shifts, days or miles, `ratePence` is per hour, shift, day or mile. */
export const PayLine = z.object({
  kind: PayLineKind,
  label: z.string(),
  minutes: Minutes.nullable(),
  units: z.number().nullable(),
  ratePence: Pence.nullable(),
  amount: Pence,
  planLineId: z.string().nullable(),
  explanation: Explained,
});
export type PayLine = z.infer<typeof PayLine>;

/** A tax code as HMRC gave it. `isWeek1Month1` is true also when the code itself ends in W1, M1 or X. */
export const TaxSetting = z.object({ code: z.string(), isWeek1Month1: z.boolean() });
export type TaxSetting = z.infer<typeof TaxSetting>;

/** How a pension contribution is taxed: taken after tax and topped up by the scheme, or taken before tax. */
export const PensionTaxTreatment = z.enum(["reliefAtSource", "netPay"]);
export type PensionTaxTreatment = z.infer<typeof PensionTaxTreatment>;

/** What contributions are a share of: the band of qualifying earnings, or all pay. */
export const PensionEarningsBasis = z.enum(["qualifyingEarnings", "allEarnings"]);
export type PensionEarningsBasis = z.infer<typeof PensionEarningsBasis>;

/** A person's place in the workplace pension on the payday. Rates are hundredths of one per cent; the employee's rate includes tax relief. */
export const PensionMembership = z.object({
  status: z.enum(["member", "notMember", "optedOut", "postponed"]),
  taxTreatment: PensionTaxTreatment,
  earningsBasis: PensionEarningsBasis,
  employeeRate: BasisPoints,
  employerRate: BasisPoints,
});
export type PensionMembership = z.infer<typeof PensionMembership>;

/** Earnings bands and contributions of one National Insurance letter, as the Full Payment Submission reports them. Pence. */
export const NationalInsuranceFigures = z.object({
  category: NationalInsuranceCategory,
  grossEarnings: Pence,
  atLowerEarningsLimit: Pence,
  lowerEarningsLimitToPrimaryThreshold: Pence,
  primaryThresholdToUpperEarningsLimit: Pence,
  employeeContributions: Pence,
  employerContributions: Pence,
});
export type NationalInsuranceFigures = z.infer<typeof NationalInsuranceFigures>;

/**
 * Totals since 6 April. `taxablePay` and `incomeTax` are of this employment only, as HMRC is told; what a P45 brought is
 * kept beside them and joins them only in the cumulative tax sum. National Insurance is kept per letter.
 */
export const YearToDate = z.object({
  grossPay: Pence,
  taxablePay: Pence,
  incomeTax: Pence,
  previousTaxablePay: Pence,
  previousIncomeTax: Pence,
  nationalInsurance: z.array(NationalInsuranceFigures),
  studentLoan: Pence,
  postgraduateLoan: Pence,
  employeePension: Pence,
  employerPension: Pence,
  statutorySickPay: Pence,
  statutoryParentalPay: Pence,
  netPay: Pence,
});
export type YearToDate = z.infer<typeof YearToDate>;

/** A deduction after tax: an order, a loan repaid to the employer, a correction. `amount` is above zero and is taken off. */
export const OtherDeduction = z.object({ kind: z.enum(["order", "loan", "other"]), label: z.string(), amount: Pence, explanation: Explained });
export type OtherDeduction = z.infer<typeof OtherDeduction>;

/** Everything one payslip is worked out from: the settings as they stand on the payday, the pay lines and the year so far. */
export const PayslipInput = z.object({
  payday: PlainDate,
  periodFrom: PlainDate,
  periodTo: PlainDate,
  payFrequency: PayFrequency,
  /** First name, for the explanations ("Tom has earned …"). */
  employeeName: z.string(),
  dateOfBirth: PlainDate,
  startedOn: PlainDate,
  leftOn: PlainDate.nullable(),
  taxSetting: TaxSetting,
  nationalInsuranceCategory: NationalInsuranceCategory,
  studentLoanPlan: StudentLoanPlan.nullable(),
  hasPostgraduateLoan: z.boolean(),
  pension: PensionMembership,
  payLines: z.array(PayLine),
  otherDeductions: z.array(OtherDeduction),
  yearToDate: YearToDate,
});
export type PayslipInput = z.infer<typeof PayslipInput>;

/** HMRC's tax week or month. `isExtraPayday`: week 53, 54 or 56, taxed on its own. `span` is how many weeks (or 1 month) the pay is for. */
export const TaxPeriod = z.object({
  taxYear: z.string(),
  table: z.enum(["weekly", "monthly"]),
  number: z.number().int(),
  span: z.number().int(),
  isExtraPayday: z.boolean(),
  taxMonth: z.number().int(),
  taxWeek: z.number().int(),
});
export type TaxPeriod = z.infer<typeof TaxPeriod>;

/** What the law says about this person and the pension in this period. */
export const PensionAssessment = z.object({
  category: z.enum(["eligible", "nonEligible", "entitled", "none"]),
  /** True when the employer must put the person into the scheme now. */
  mustEnrol: z.boolean(),
  lines: z.array(z.string()),
});
export type PensionAssessment = z.infer<typeof PensionAssessment>;

/** One sealed payslip. Every amount is an `Explained` or has one beside it. It is stored as JSON and never recalculated. */
export const PayslipResult = z.object({
  payday: PlainDate,
  periodFrom: PlainDate,
  periodTo: PlainDate,
  payFrequency: PayFrequency,
  taxPeriod: TaxPeriod,
  taxCode: z.string(),
  isWeek1Month1: z.boolean(),
  payLines: z.array(PayLine),
  /** Taxable pay before deductions. */
  grossPay: Explained,
  /** Gross pay less a net-pay pension contribution. */
  taxablePay: Explained,
  incomeTax: Explained,
  employeeNationalInsurance: Explained,
  employerNationalInsurance: Explained,
  niBands: NationalInsuranceFigures,
  studentLoan: Explained,
  studentLoanPlan: StudentLoanPlan.nullable(),
  postgraduateLoan: Explained,
  /** What is taken from pay. Under relief at source the scheme adds `pensionTaxRelief` to it. */
  employeePension: Explained,
  pensionTaxTreatment: PensionTaxTreatment.nullable(),
  pensionTaxRelief: Pence,
  employerPension: Explained,
  pensionableEarnings: Pence,
  pensionAssessment: PensionAssessment,
  otherDeductions: z.array(OtherDeduction),
  /** Mileage within the approved rate and receipted expenses. */
  nonTaxable: Explained,
  netPay: Explained,
  /** What this payslip costs the budget before Employment Allowance. */
  employerCost: Explained,
  yearToDate: YearToDate,
  minutesWorked: Minutes,
  warnings: z.array(z.string()),
  ratesVersion: z.string(),
});
export type PayslipResult = z.infer<typeof PayslipResult>;
