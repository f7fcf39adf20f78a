import { type Pence, pence, sumPence } from "../../core/money.ts";
import { ageOn, type PlainDate } from "../../core/plainDate.ts";
import { rebuildYearToDate } from "../payslip/rebuildYearToDate.ts";
import type { NationalInsuranceFigures, PayslipResult, YearToDate } from "../types.ts";
import type { FiguresToDate, StatutoryPayToDate, SubmittedNationalInsurance, SubmittedPayment } from "./fullPaymentSubmission.ts";
import type { EmployeeFacts, EmployeePaymentFacts, PayFrequencyCode } from "./submissionFacts.ts";
import { hoursBandOf } from "./submittedPerson.ts";

const none = pence(0);
const unlessZero = (amount: Pence): Pence | null => (amount === 0 ? null : amount);

/** The payment told now: the last payslip. */
export const lastOf = ({ payslips }: Pick<EmployeePaymentFacts, "payslips">): PayslipResult => payslips[payslips.length - 1] as PayslipResult;

const pensionUnder = (treatment: PayslipResult["pensionTaxTreatment"], slip: PayslipResult): Pence =>
  slip.pensionTaxTreatment === treatment ? slip.employeePension.amount : none;

/** Deductions from net pay that are not by statute: pension not under a net pay arrangement, orders, loans. Pence. Source: HMRC data item 58B. */
function deductionsFromNetPay(slip: PayslipResult): Pence {
  return pence(sumPence(slip.otherDeductions.map(({ amount }) => amount)) + pensionUnder("reliefAtSource", slip));
}

/** Taxable pay less tax, National Insurance and loans, and nothing else. Pence. Source: HMRC data item 59. */
function payAfterStatutoryDeductions(slip: PayslipResult): Pence {
  const { taxablePay, incomeTax, employeeNationalInsurance, studentLoan, postgraduateLoan } = slip;
  return pence(taxablePay.amount - incomeTax.amount - employeeNationalInsurance.amount - studentLoan.amount - postgraduateLoan.amount);
}

/**
 * The year so far of one job, this payment included, added up from the payslips. What was sent once this year stays in every later submission, so an
 * item is null only when it was never anything. An opening pension counts as what the first payslip with a pension says.
 */
export function figuresToDateOf({ opening, payslips }: Pick<EmployeePaymentFacts, "opening" | "payslips">): FiguresToDate {
  const year = rebuildYearToDate(opening, payslips);
  const first = payslips.find(({ pensionTaxTreatment }) => pensionTaxTreatment !== null)?.pensionTaxTreatment ?? "reliefAtSource";
  const pension = (treatment: "netPay" | "reliefAtSource") =>
    pence((treatment === first ? opening.employeePension : 0) + sumPence(payslips.map((slip) => pensionUnder(treatment, slip))));
  const wasPaid = (treatment: "netPay" | "reliefAtSource") =>
    (treatment === first && opening.employeePension !== 0) || payslips.some((slip) => pensionUnder(treatment, slip) !== 0);
  const wasTaken = (before: Pence, amountOf: (slip: PayslipResult) => Pence) => before !== 0 || payslips.some((slip) => amountOf(slip) !== 0);
  return {
    taxablePay: year.taxablePay,
    incomeTax: year.incomeTax,
    studentLoan: wasTaken(opening.studentLoan, ({ studentLoan }) => studentLoan.amount) ? year.studentLoan : null,
    postgraduateLoan: wasTaken(opening.postgraduateLoan, ({ postgraduateLoan }) => postgraduateLoan.amount) ? year.postgraduateLoan : null,
    netPayPension: wasPaid("netPay") ? pension("netPay") : null,
    otherPension: wasPaid("reliefAtSource") ? pension("reliefAtSource") : null,
  };
}

/** Statutory payments since 6 April by kind; null where there were none. Pence. */
function statutoryPayToDateOf({ opening, payslips }: Pick<EmployeePaymentFacts, "opening" | "payslips">): StatutoryPayToDate {
  const kinds = {
    maternity: "statutoryMaternityPay",
    paternity: "statutoryPaternityPay",
    adoption: "statutoryAdoptionPay",
    sharedParental: "statutorySharedParentalPay",
    parentalBereavement: "statutoryParentalBereavementPay",
    neonatalCare: "statutoryNeonatalCarePay",
  } as const;
  const toDate = (kind: (typeof kinds)[keyof typeof kinds]): Pence | null => {
    const lines = payslips.flatMap((slip) => slip.payLines.filter((line) => line.kind === kind));
    if (opening[kind] === 0 && lines.every(({ amount }) => amount === 0)) return null;
    return pence(opening[kind] + sumPence(lines.map(({ amount }) => amount)));
  };
  return {
    maternity: toDate(kinds.maternity),
    paternity: toDate(kinds.paternity),
    adoption: toDate(kinds.adoption),
    sharedParental: toDate(kinds.sharedParental),
    parentalBereavement: toDate(kinds.parentalBereavement),
    neonatalCare: toDate(kinds.neonatalCare),
  };
}

const frequencyCodes = { weekly: "W1", fortnightly: "W2", fourWeekly: "W4", monthly: "M1" } as const;

/** HMRC's code for how often the payslip's wages are paid (item 42). */
const payFrequencyCodeOf = (slip: Pick<PayslipResult, "payFrequency">): PayFrequencyCode => frequencyCodes[slip.payFrequency];

/** A tax code apart from its country: "S1257L" is regime S, code 1257L. Noughts in front of the number go, as HMRC writes none. */
export function submittedTaxCode(text: string): { readonly code: string; readonly regime: "S" | "C" | null } {
  const regime = text.startsWith("S") ? "S" : text.startsWith("C") ? "C" : null;
  const code = regime === null ? text : text.slice(1);
  return { code: code.replace(/^(K?)0+(?=\d)/, "$1"), regime };
}

/** What a payment is made of: the part of the facts that does not name the employee. */
type PaymentToSubmit = Pick<EmployeePaymentFacts, "payment" | "opening" | "payslips"> & {
  readonly employee: Pick<EmployeeFacts, "contractedMinutesPerWeek">;
};

/** The payment of the last payslip with HMRC's codes. Weeks are those of the tax sum: 2, 4, 6 and so on for fortnightly pay, 53, 54 or 56 for an extra payday. */
export function submittedPayment(facts: PaymentToSubmit): SubmittedPayment {
  const { employee, payment } = facts;
  const slip = lastOf(facts);
  const { code, regime } = submittedTaxCode(slip.taxCode);
  const isMonthly = slip.taxPeriod.table === "monthly";
  return {
    payFrequency: payment.payFrequencyCode ?? payFrequencyCodeOf(slip),
    paymentDate: slip.payday,
    lateReason: payment.lateReason,
    taxWeek: isMonthly ? null : slip.taxPeriod.number,
    taxMonth: isMonthly ? slip.taxPeriod.number : null,
    periodsCovered: payment.periodsCovered,
    hasAggregatedEarnings: payment.hasAggregatedEarnings,
    isAfterLeaving: payment.isAfterLeaving,
    hoursBand: hoursBandOf(employee.contractedMinutesPerWeek),
    taxCode: code,
    isNonCumulative: slip.isWeek1Month1,
    taxRegime: regime,
    taxablePay: slip.taxablePay.amount,
    nonTaxable: unlessZero(slip.nonTaxable.amount),
    deductionsFromNetPay: unlessZero(deductionsFromNetPay(slip)),
    payAfterStatutoryDeductions: payAfterStatutoryDeductions(slip),
    netPayPension: unlessZero(pensionUnder("netPay", slip)),
    otherPension: unlessZero(pensionUnder("reliefAtSource", slip)),
    studentLoan:
      slip.studentLoanPlan === null || slip.studentLoan.amount === 0 ? null : { plan: slip.studentLoanPlan, amount: slip.studentLoan.amount },
    postgraduateLoan: unlessZero(slip.postgraduateLoan.amount),
    incomeTax: slip.incomeTax.amount,
    wasOnStrike: payment.wasOnStrike,
    hadUnpaidAbsence: payment.hadUnpaidAbsence,
    statutoryPayToDate: statutoryPayToDateOf(facts),
    trivialCommutationPayments: payment.trivialCommutationPayments,
  };
}

/**
 * Every National Insurance letter used in the year: to date for all, in the period for the payslip's own. Somebody under 16 has none to report.
 * Source: HMRC data items 79 to 86 and 169; once sent, a letter goes in every later submission of the year.
 */
export function submittedNationalInsurance(
  opening: YearToDate,
  payslips: readonly PayslipResult[],
  birthDate: PlainDate | null,
): SubmittedNationalInsurance[] {
  const isUnder16 = (slip: PayslipResult) => birthDate !== null && slip.niBands.category === "X" && ageOn(birthDate, slip.payday) < 16;
  const counted = payslips.filter((slip) => !isUnder16(slip));
  return lettersOf(rebuildYearToDate(opening, counted).nationalInsurance, payslips.at(-1)?.niBands);
}

/** The letters of a year, the one of the payslip with its figures of the period. */
export function lettersOf(toDate: readonly NationalInsuranceFigures[], now: NationalInsuranceFigures | undefined): SubmittedNationalInsurance[] {
  return toDate.map((letter) => letterOf(letter, now?.category === letter.category ? now : null));
}

function letterOf(toDate: NationalInsuranceFigures, now: NationalInsuranceFigures | null): SubmittedNationalInsurance {
  return {
    letter: toDate.category,
    grossInPeriod: now?.grossEarnings ?? none,
    grossToDate: toDate.grossEarnings,
    atLowerEarningsLimitToDate: toDate.atLowerEarningsLimit,
    lowerEarningsLimitToPrimaryThresholdToDate: toDate.lowerEarningsLimitToPrimaryThreshold,
    primaryThresholdToUpperEarningsLimitToDate: toDate.primaryThresholdToUpperEarningsLimit,
    employerInPeriod: now?.employerContributions ?? none,
    employerToDate: toDate.employerContributions,
    employeeInPeriod: now?.employeeContributions ?? none,
    employeeToDate: toDate.employeeContributions,
  };
}
