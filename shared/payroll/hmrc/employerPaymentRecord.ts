import { addingLine, type Explained, type ExplanationLine, explain, type Rule, tellingLine } from "../../core/explanation.ts";
import { formatPence, type Pence, pence, sumPence } from "../../core/money.ts";
import { formatShortDate, type PlainDate } from "../../core/plainDate.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import type { PayslipResult } from "../types.ts";
import { type HmrcPeriod, hmrcPeriodOfMonth } from "./hmrcMonth.ts";
import { type RecoveryOfKind, recoveriesOf } from "./statutoryRecoveries.ts";

/** A sealed payslip as the payment record counts it. */
export interface PaymentRecordPayslip {
  readonly payslipId: string;
  readonly engagementId: string;
  readonly employeeName: string;
  readonly result: PayslipResult;
}

/** A figure with the payslips it came from. */
export interface TracedFigure {
  readonly explained: Explained;
  readonly payslipIds: readonly string[];
}

/** One tax month of form P32. What comes off (allowance, recovered pay) is kept above zero. Pence. */
export interface PaymentRecordMonth {
  readonly period: HmrcPeriod;
  readonly incomeTax: TracedFigure;
  /** Student and postgraduate loans together. */
  readonly studentLoans: TracedFigure;
  readonly netIncomeTax: Explained;
  readonly employeeNationalInsurance: TracedFigure;
  readonly employerNationalInsurance: TracedFigure;
  readonly grossNationalInsurance: Explained;
  readonly employmentAllowance: Explained;
  readonly recoveries: readonly RecoveryOfKind[];
  readonly netNationalInsurance: Explained;
  /** Below zero when HMRC owes the employer. */
  readonly amountDue: Explained;
  readonly payslipIds: readonly string[];
}

interface PaymentRecordInput {
  readonly rates: Pick<TaxYearRates, "taxYear" | "employmentAllowance" | "statutoryParentalPay">;
  readonly claimsEmploymentAllowance: boolean;
  /** Small Employers' Relief: all of the statutory family pay comes back, with compensation. */
  readonly isSmallEmployer: boolean;
  /** The sealed payslips of the year, in any order; those of other years are left out. */
  readonly payslips: readonly PaymentRecordPayslip[];
}

export const paymentRecordRule: Rule = {
  name: "Employer payment record (P32)",
  source: "GOV.UK, Pay employers' PAYE, https://www.gov.uk/pay-paye-tax; HMRC, Basic PAYE Tools guide; payroll rules, section 14",
};

/**
 * The employer's payment record of one tax year, all twelve tax months, each figure with the payslips behind it. Employment Allowance pays the employer's
 * National Insurance of the year so far, up to the yearly sum, so that a correction that lowers National Insurance gives allowance back.
 * Source: HMRC form P32; payroll rules, sections 5.6, 8 and 14.
 */
export function calculatePaymentRecord(input: PaymentRecordInput): readonly PaymentRecordMonth[] {
  let employerInsuranceToDate = 0;
  let allowanceBefore = pence(0);
  return Array.from({ length: 12 }, (_, index) => {
    const period = hmrcPeriodOfMonth(input.rates.taxYear, index + 1, false);
    const payslips = payslipsOf(period, input.payslips);
    const employerInsurance = traced(payslips, (result) => result.employerNationalInsurance.amount);
    employerInsuranceToDate += employerInsurance.explained.amount;
    const allowance = input.claimsEmploymentAllowance
      ? allowanceOfMonth(pence(employerInsuranceToDate), allowanceBefore, input.rates)
      : explain(paymentRecordRule, [tellingLine("Employment Allowance is not claimed for this tax year.")]);
    allowanceBefore = pence(allowanceBefore + allowance.amount);
    return monthOf(period, payslips, employerInsurance, allowance, recoveriesOf(payslips, input));
  });
}

function monthOf(
  period: HmrcPeriod,
  payslips: readonly PaymentRecordPayslip[],
  employerNationalInsurance: TracedFigure,
  employmentAllowance: Explained,
  recoveries: readonly RecoveryOfKind[],
): PaymentRecordMonth {
  const incomeTax = traced(payslips, (result) => result.incomeTax.amount);
  const studentLoans = traced(payslips, (result) => pence(result.studentLoan.amount + result.postgraduateLoan.amount));
  const employeeNationalInsurance = traced(payslips, (result) => result.employeeNationalInsurance.amount);
  const netIncomeTax = explain(paymentRecordRule, [
    addingLine("Income tax taken from wages.", incomeTax.explained.amount),
    addingLine("Student and postgraduate loans taken from wages.", studentLoans.explained.amount),
  ]);
  const grossNationalInsurance = explain(paymentRecordRule, [
    addingLine("National Insurance taken from wages.", employeeNationalInsurance.explained.amount),
    addingLine("The employer's National Insurance.", employerNationalInsurance.explained.amount),
  ]);
  const netNationalInsurance = explain(paymentRecordRule, [
    addingLine("National Insurance, employees' and employer's.", grossNationalInsurance.amount),
    ...lessLine("Employment Allowance comes off.", employmentAllowance.amount),
    ...recoveries.flatMap(({ name, recovered, compensation }) => [
      ...lessLine(`${name} that HMRC gives back.`, recovered.amount),
      ...lessLine(`Compensation for the National Insurance on ${name}.`, compensation.amount),
    ]),
  ]);
  const amountDue = explain(paymentRecordRule, [
    addingLine("Income tax and loans.", netIncomeTax.amount),
    addingLine("National Insurance after what comes off.", netNationalInsurance.amount),
  ]);
  return {
    period,
    incomeTax,
    studentLoans,
    netIncomeTax,
    employeeNationalInsurance,
    employerNationalInsurance,
    grossNationalInsurance,
    employmentAllowance,
    recoveries,
    netNationalInsurance,
    amountDue,
    payslipIds: payslips.map(({ payslipId }) => payslipId),
  };
}

const lessLine = (text: string, amount: Pence): ExplanationLine[] => (amount === 0 ? [] : [addingLine(text, pence(-amount))]);

function payslipsOf({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }, payslips: readonly PaymentRecordPayslip[]) {
  const inMonth = payslips.filter(({ result }) => from <= result.payday && result.payday <= to);
  return inMonth.sort((a, b) => a.result.payday.localeCompare(b.result.payday));
}

/** One line for each payslip that has an amount: "Tom Ellery, paid 24 Apr: £86.40." */
function traced(payslips: readonly PaymentRecordPayslip[], amountOf: (result: PayslipResult) => Pence): TracedFigure {
  const counted = payslips.filter(({ result }) => amountOf(result) !== 0);
  const lines = counted.map(({ employeeName, result }) => {
    const amount = amountOf(result);
    return addingLine(`${employeeName}, paid ${formatShortDate(result.payday)}: ${formatPence(amount)}.`, amount);
  });
  return {
    explained: explain(paymentRecordRule, lines.length > 0 ? lines : [tellingLine("No payslip of this time has any.")]),
    payslipIds: counted.map(({ payslipId }) => payslipId),
  };
}

function allowanceOfMonth(employerInsuranceToDate: Pence, usedBefore: Pence, rates: PaymentRecordInput["rates"]): Explained {
  const { yearlyAmount, sources } = rates.employmentAllowance;
  const usedToDate = Math.max(0, Math.min(employerInsuranceToDate, yearlyAmount));
  return explain({ name: "Employment Allowance", source: sources[0], ratesYear: rates.taxYear }, [
    tellingLine(`The employer's National Insurance since 6 April is ${formatPence(employerInsuranceToDate)}.`),
    tellingLine(
      `The allowance of ${formatPence(yearlyAmount)} pays ${formatPence(pence(usedToDate))} of it. ${formatPence(usedBefore)} was used before.`,
    ),
    addingLine("The allowance used this month.", pence(usedToDate - usedBefore)),
  ]);
}

/** The months of a record added together by tax quarter (or by month, one each): what is paid to HMRC as one. */
export interface PaymentRecordPeriod {
  readonly period: HmrcPeriod;
  readonly months: readonly PaymentRecordMonth[];
  readonly amountDue: Explained;
  readonly payslipIds: readonly string[];
}

/** The periods an employer pays HMRC for: twelve months, or four quarters for a small payer. Source: GOV.UK, Pay employers' PAYE: when to pay. */
export function paymentPeriodsOf(months: readonly PaymentRecordMonth[], paysQuarterly: boolean): readonly PaymentRecordPeriod[] {
  const length = paysQuarterly ? 3 : 1;
  return Array.from({ length: months.length / length }, (_, index) => {
    const inPeriod = months.slice(index * length, (index + 1) * length);
    const [first] = inPeriod as [PaymentRecordMonth];
    return {
      period: hmrcPeriodOfMonth(first.period.taxYear, first.period.firstTaxMonth, paysQuarterly),
      months: inPeriod,
      amountDue: explain(
        paymentRecordRule,
        inPeriod.map(({ period, amountDue }) => addingLine(`Tax month ${period.firstTaxMonth}: ${formatPence(amountDue.amount)}.`, amountDue.amount)),
      ),
      payslipIds: inPeriod.flatMap(({ payslipIds }) => payslipIds),
    };
  });
}

/** True when a small payer may pay by the quarter: the average monthly bill is below £1,500. Source: payroll rules, section 14. */
export function mayPayQuarterly(monthlyBills: readonly Pence[]): boolean {
  return sumPence(monthlyBills) < quarterlyLimit * monthlyBills.length;
}
const quarterlyLimit = 1_500_00;
