import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { RecordId } from "../core/identifiers.ts";
import { Minutes } from "../core/minutes.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { HmrcFigure } from "../payroll/hmrc/hmrcFigures.ts";
import { PayAddition, PayPeriod, PayRun } from "../payroll/payRun/payRun.ts";
import { PayProblem } from "../payroll/problems.ts";
import { PayslipResult } from "../payroll/types.ts";

/** Sums over the payslips of a run, in pence. */
export const PayRunTotals = z.object({
  people: z.number().int(),
  minutesWorked: Minutes,
  grossPay: Pence,
  incomeTax: Pence,
  employeeNationalInsurance: Pence,
  studentLoans: Pence,
  employeePension: Pence,
  otherDeductions: Pence,
  nonTaxable: Pence,
  netPay: Pence,
  employerNationalInsurance: Pence,
  employerPension: Pence,
});
export type PayRunTotals = z.infer<typeof PayRunTotals>;

export const PayRunSummary = PayRun.extend({ totals: PayRunTotals.nullable() });
export type PayRunSummary = z.infer<typeof PayRunSummary>;

/** One person's pay in a run that is not finished. Without a payslip there are problems that say why. */
export const PreviewedPay = z.object({
  engagementId: RecordId,
  name: z.string(),
  taxCode: z.string(),
  nationalInsuranceCategory: z.string(),
  payslip: PayslipResult.nullable(),
  problems: z.array(PayProblem),
  warnings: z.array(z.string()),
  /** What the law asks for now and the user confirms: `enrolPension` is confirmed with employment.changePension, status `enrolled`, from `fromOn`. */
  suggestions: z.array(z.object({ kind: z.enum(["enrolPension"]), text: z.string(), fromOn: PlainDate })),
  minimumWage: z.object({ isMet: z.boolean(), lines: z.array(z.string()) }).nullable(),
  additions: z.array(PayAddition),
});
export type PreviewedPay = z.infer<typeof PreviewedPay>;

/** What must be paid because of the run, and by when. */
export const PayRunDues = z.object({
  wages: Pence,
  wagesOn: PlainDate,
  hmrc: Explained,
  hmrcOn: PlainDate,
  pension: Pence,
  pensionOn: PlainDate,
  /** What orders took, to be handed on. */
  orders: Pence,
  ordersOn: PlainDate,
  /** Statutory family pay that HMRC gives back, compensation included. */
  statutoryPayRecovered: Pence,
  employmentAllowance: Explained.nullable(),
});
export type PayRunDues = z.infer<typeof PayRunDues>;

/** A pay run worked out from what is known now. Nothing of it is kept until the run is finished. */
export const PayRunPreview = z.object({
  run: PayPeriod.extend({ id: RecordId.nullable(), kind: PayRun.shape.kind, payFrequency: PayRun.shape.payFrequency, taxYear: z.string() }),
  people: z.array(PreviewedPay),
  totals: PayRunTotals,
  dues: PayRunDues,
  planLines: z.array(z.object({ planLineId: RecordId.nullable(), name: z.string(), amount: Pence })),
  /** Reasons why the run can't be finished yet. */
  blockers: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type PayRunPreview = z.infer<typeof PayRunPreview>;

/** A sealed payslip with what stands around it on paper. */
export const SealedPayslip = z.object({
  id: RecordId,
  payRunId: RecordId,
  engagementId: RecordId,
  name: z.string(),
  address: z.string(),
  postcode: z.string(),
  payrollNumber: z.string(),
  nationalInsuranceNumber: z.string().nullable(),
  jobTitle: z.string(),
  employerName: z.string(),
  payeReference: z.string().nullable(),
  pensionSchemeName: z.string(),
  result: PayslipResult,
});
export type SealedPayslip = z.infer<typeof SealedPayslip>;

export const FinishedPayRun = z.object({
  run: PayRun,
  totals: PayRunTotals,
  dues: PayRunDues,
  payslips: z.array(SealedPayslip),
  planLines: z.array(z.object({ planLineId: RecordId.nullable(), name: z.string(), amount: Pence })),
});
export type FinishedPayRun = z.infer<typeof FinishedPayRun>;

export const PersonHmrcFigures = z.object({ payslipId: RecordId, name: z.string(), payrollNumber: z.string(), figures: z.array(HmrcFigure) });
export type PersonHmrcFigures = z.infer<typeof PersonHmrcFigures>;

/** One payment to make. `left` is what is still to pay. */
export const PaymentDue = z.object({
  id: z.string(),
  kind: z.enum(["wages", "hmrc", "pension", "order"]),
  payTo: z.string(),
  what: z.string(),
  amount: Pence,
  left: Pence,
  dueOn: PlainDate,
  reference: z.string(),
  account: z.object({ accountName: z.string(), sortCode: z.string(), accountNumber: z.string(), isChecked: z.boolean() }).nullable(),
});
export type PaymentDue = z.infer<typeof PaymentDue>;

/** One tax month (or quarter) with HMRC, as on form P32. */
export const HmrcMonth = z.object({
  taxYear: z.string(),
  firstTaxMonth: z.number().int(),
  lastTaxMonth: z.number().int(),
  from: PlainDate,
  to: PlainDate,
  dueOn: PlainDate,
  reference: z.string(),
  due: Explained,
  statutoryPayRecovered: Pence,
  employmentAllowanceUsed: Pence,
  paid: Pence,
  /** Payments found on bank statements and matched to HMRC, the oldest debt settled first. */
  payments: z.array(z.object({ on: PlainDate, amount: Pence })),
  left: Pence,
});
export type HmrcMonth = z.infer<typeof HmrcMonth>;
