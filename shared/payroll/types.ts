import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { Minutes } from "../core/minutes.ts";
import { BasisPoints, Pence, zeroPence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { NationalInsuranceCategory, PayFrequency, StudentLoanPlan } from "../rates/payTerms.ts";
import type { DeductionOrder } from "./orders/deductionOrder.ts";
import { sumsOfKind } from "./payslip/orderSums.ts";

export { NationalInsuranceCategory, PayFrequency, StudentLoanPlan } from "../rates/payTerms.ts";

/**
 * What a pay line is for. `timeAwake` is time awake for work inside a sleep-in whose hours another line shows. `mileage`, `expenses` and `redundancy` are paid on top of gross pay, without tax or National Insurance;
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
  "redundancy",
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
  /** The record it rests on (an absence, a family leave, a correction), so that what it paid can be found again. */
  recordId: z.string().optional(),
  explanation: Explained,
});
export type PayLine = z.infer<typeof PayLine>;

/** A tax code as HMRC gave it. `isWeek1Month1` is true also when the code itself ends in W1, M1 or X. */
export const TaxSetting = z.object({ code: z.string(), isWeek1Month1: z.boolean() });
export type TaxSetting = z.infer<typeof TaxSetting>;

/** How a pension contribution is taxed: taken after tax and topped up by the scheme, or taken before tax. */
export const PensionTaxTreatment = z.enum(["reliefAtSource", "netPay"]);
export type PensionTaxTreatment = z.infer<typeof PensionTaxTreatment>;

/** What contributions are a share of: the band of qualifying earnings, basic pay (certification sets 1 and 2) or all pay (set 3). */
export const PensionEarningsBasis = z.enum(["qualifyingEarnings", "basicPay", "allEarnings"]);
export type PensionEarningsBasis = z.infer<typeof PensionEarningsBasis>;

/** A person's place in the workplace pension on the payday. Rates are hundredths of one per cent; the employee's rate includes tax relief. */
export const PensionMembership = z.object({
  status: z.enum(["member", "notMember", "optedOut", "postponed"]),
  taxTreatment: PensionTaxTreatment,
  earningsBasis: PensionEarningsBasis,
  employeeRate: BasisPoints,
  employerRate: BasisPoints,
  /** How the scheme rounds a contribution to the penny. Left out: to the nearest. */
  rounding: z.enum(["nearest", "down", "up"]).optional(),
  /** The day up to which joining is put off, while `status` is postponed: on that day the person is assessed again. */
  postponedUntil: PlainDate.optional(),
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

const noPence = Pence.default(zeroPence);

/**
 * Totals since 6 April, in pence. `taxablePay` and `incomeTax` are of this employment only, as HMRC is told; what a P45 brought is
 * kept beside them and joins them only in the cumulative tax sum. National Insurance is kept per letter. Statutory payments are kept by
 * their own kind, as the Full Payment Submission reports them; `statutoryParentalPay` is the sum of all but sick pay.
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
  statutoryMaternityPay: noPence,
  statutoryAdoptionPay: noPence,
  statutoryPaternityPay: noPence,
  statutorySharedParentalPay: noPence,
  statutoryParentalBereavementPay: noPence,
  statutoryNeonatalCarePay: noPence,
  /** Mileage within the approved rate and receipted expenses. */
  nonTaxable: noPence,
  netPay: Pence,
});
export type YearToDate = z.infer<typeof YearToDate>;

/** A deduction after tax: an order, a loan repaid to the employer, a correction. `amount` is above zero and is taken off. */
export const OtherDeduction = z.object({
  kind: z.enum(["order", "loan", "other"]),
  label: z.string(),
  amount: Pence,
  /** The loan it pays back. */
  recordId: z.string().optional(),
  explanation: Explained,
});
export type OtherDeduction = z.infer<typeof OtherDeduction>;

/** What one order takes now and hands on to the next payday. */
export const OrderDeduction = z.object({
  orderId: z.string(),
  deduction: OtherDeduction,
  payOver: Pence.optional(),
  employerCosts: Pence.optional(),
  unpaidDeductions: Pence,
  protectedShortfall: Pence,
});
export type OrderDeduction = z.infer<typeof OrderDeduction>;

/**
 * What was already paid and taken earlier in the same earnings period (a second payment in one week or month). National Insurance, loans and the
 * pension are worked out on all the pay of the period, less what is here; tax on a week 1/month 1 basis on what was taxed so before. Pence.
 */
export const EarlierInEarningsPeriod = z.object({
  /** Pay that counts for National Insurance. */
  earnings: Pence,
  /** Per letter, as the earlier payslips carry them. */
  nationalInsurance: z.array(NationalInsuranceFigures),
  /** Payments that were taxed on their own, by tax code: only the same code on the same basis counts with this payment. */
  taxedAlone: z.array(z.object({ taxCode: z.string(), taxablePay: Pence, incomeTax: Pence })).default([]),
  studentLoan: Pence,
  postgraduateLoan: Pence,
  pensionableEarnings: noPence,
  employeePension: noPence,
  pensionTaxRelief: noPence,
  employerPension: noPence,
});
export type EarlierInEarningsPeriod = z.infer<typeof EarlierInEarningsPeriod>;

/** Contributions given back after an opt-out, both above zero: `employee` to the employee with the wages, `employer` to the employer. Pence. */
export const PensionRefund = z.object({ employee: Pence, employer: Pence });
export type PensionRefund = z.infer<typeof PensionRefund>;

/** The whole wages of one pay interval that are paid on another day than they were due. Pence. */
export const LateWage = z.object({ usualPayday: PlainDate, earnings: Pence });
export type LateWage = z.infer<typeof LateWage>;

const isOrderOfKnownKind = (order: unknown): boolean =>
  typeof order === "object" && order !== null && "kind" in order && typeof order.kind === "string" && sumsOfKind({ kind: order.kind }) !== undefined;

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
  /** Loans repaid to the employer and the like; orders come by themselves in `orders`. */
  otherDeductions: z.array(OtherDeduction),
  /** Of a kind that is known; their sums are checked when the payslip is worked out. */
  orders: z.array(z.custom<DeductionOrder>(isOrderOfKnownKind)).default([]),
  /** How much this pay is above the minimum wage, in pence: what the employer's costs of orders may come from. Not known: none are taken. */
  aboveMinimumWage: Pence.nullable().optional(),
  /** Pay periods the payment is for: 3 when a weekly payment brings two weeks of holiday in advance. Orders, National Insurance and loans count each; left out: 1. */
  periodsInPayment: z.number().int().optional(),
  /** Whole wages of earlier pay intervals that come with this payment; they are part of the pay lines too. National Insurance and loans count each by itself. */
  lateWages: z.array(LateWage).optional(),
  earlierInEarningsPeriod: EarlierInEarningsPeriod.nullable().default(null),
  pensionRefund: PensionRefund.nullable().default(null),
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
  /** All deductions after tax, what orders took included. */
  otherDeductions: z.array(OtherDeduction),
  /** What each order took and hands on to the next payday, in the sequence they were taken. */
  orderDeductions: z.array(OrderDeduction).default([]),
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
