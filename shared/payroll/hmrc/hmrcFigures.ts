import * as z from "zod";
import { decimalPounds, type Pence, pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import type { PayslipResult, YearToDate } from "../types.ts";

/** One box of HMRC's Full Payment Submission: its number, HMRC's name for it, this payday's value and the year to date where HMRC asks for it. */
export const HmrcFigure = z.object({ item: z.string(), label: z.string(), value: z.string(), yearToDate: z.string().nullable() });
export type HmrcFigure = z.infer<typeof HmrcFigure>;

/**
 * The figures of one payslip in the order HMRC's Basic PAYE Tools asks for them. Amounts are plain decimal pounds, ready to copy.
 * Source: HMRC, Basic PAYE Tools guide; item numbers of the RTI data item guide.
 */
export function hmrcFiguresOf(payslip: PayslipResult): HmrcFigure[] {
  const { yearToDate, niBands, taxPeriod, payFrequency } = payslip;
  const insurance = yearToDate.nationalInsurance.find(({ category }) => category === niBands.category);
  const figures: HmrcFigure[] = [];
  const add = (item: string, label: string, value: string, toDate: Pence | null = null) =>
    figures.push({ item, label, value, yearToDate: toDate === null ? null : decimalPounds(toDate) });
  const money = (item: string, label: string, amount: Pence, toDate: Pence | null = null) => add(item, label, decimalPounds(amount), toDate);

  add("43", "Payment date", formatDate(payslip.payday));
  if (taxPeriod.table === "monthly") add("45", "Tax month number", String(taxPeriod.number));
  else add("44", "Tax week number", String(taxPeriod.number));
  add("48", "Number of earnings periods covered", "1");
  add("42", "Pay frequency", payFrequencyWords[payFrequency]);
  add("54", "Number of normal hours worked band", hoursBand(payslip));
  money("58", "Pay for tax purposes", payslip.taxablePay.amount, yearToDate.taxablePay);
  add("79", "National Insurance category letter", niBands.category);
  money("79B", "Pay for National Insurance", niBands.grossEarnings, insurance?.grossEarnings ?? null);
  addStatutoryPay(figures, payslip, yearToDate);
  if (payslip.nonTaxable.amount !== 0) money("58A", "Payments not subject to tax or National Insurance", payslip.nonTaxable.amount);
  if (payslip.pensionTaxTreatment === "netPay") {
    money("61", "Employee pension contributions under net pay arrangements", payslip.employeePension.amount, yearToDate.employeePension);
  } else if (payslip.pensionTaxTreatment === "reliefAtSource") {
    money("65", "Employee pension contributions not under net pay arrangements", payslip.employeePension.amount, yearToDate.employeePension);
  }
  add("55", "Tax code", payslip.taxCode);
  add("56", "Week 1 / month 1 basis", payslip.isWeek1Month1 ? "Yes" : "No");
  money("68", "Tax deducted or refunded", payslip.incomeTax.amount, yearToDate.incomeTax);
  money("86B", "Employee National Insurance", niBands.employeeContributions, insurance?.employeeContributions ?? null);
  money("86A", "Employer National Insurance", niBands.employerContributions, insurance?.employerContributions ?? null);
  add("82", "Earnings at the Lower Earnings Limit, year to date", decimalPounds(insurance?.atLowerEarningsLimit ?? pence(0)));
  add(
    "82A",
    "Earnings above the Lower Earnings Limit to the Primary Threshold, year to date",
    decimalPounds(insurance?.lowerEarningsLimitToPrimaryThreshold ?? pence(0)),
  );
  add(
    "169",
    "Earnings above the Primary Threshold to the Upper Earnings Limit, year to date",
    decimalPounds(insurance?.primaryThresholdToUpperEarningsLimit ?? pence(0)),
  );
  const plan = payslip.studentLoanPlan === null ? "" : ` (plan ${payslip.studentLoanPlan})`;
  money("67", `Student loan${plan}`, payslip.studentLoan.amount, yearToDate.studentLoan);
  money("195", "Postgraduate loan", payslip.postgraduateLoan.amount, yearToDate.postgraduateLoan);
  const others = payslip.otherDeductions.reduce((sum, { amount }) => sum + amount, 0);
  if (others !== 0) money("58B", "Other deductions from net pay", pence(others));
  money("59", "Pay after statutory deductions", payAfterStatutoryDeductions(payslip));
  money("", "What the employee receives", payslip.netPay.amount);
  return figures;
}

const payFrequencyWords = { weekly: "W1 (weekly)", fortnightly: "W2 (fortnightly)", fourWeekly: "W4 (4 weekly)", monthly: "M1 (monthly)" } as const;

function addStatutoryPay(figures: HmrcFigure[], payslip: PayslipResult, yearToDate: YearToDate): void {
  const sumOf = (kinds: readonly string[]) => pence(payslip.payLines.reduce((sum, line) => sum + (kinds.includes(line.kind) ? line.amount : 0), 0));
  const sick = sumOf(["statutorySickPay"]);
  if (sick === 0 && yearToDate.statutorySickPay === 0) return;
  figures.push({
    item: "",
    label: "Statutory Sick Pay in the pay above",
    value: decimalPounds(sick),
    yearToDate: decimalPounds(yearToDate.statutorySickPay),
  });
}

function payAfterStatutoryDeductions({ taxablePay, incomeTax, employeeNationalInsurance, studentLoan, postgraduateLoan }: PayslipResult): Pence {
  return pence(taxablePay.amount - incomeTax.amount - employeeNationalInsurance.amount - studentLoan.amount - postgraduateLoan.amount);
}

/** HMRC's band of usual hours a week: A up to 15:59, B 16:00 to 23:59, C 24:00 to 29:59, D 30 or more. */
function hoursBand({ minutesWorked, payFrequency }: PayslipResult): string {
  const weeks = { weekly: 1, fortnightly: 2, fourWeekly: 4, monthly: 52 / 12 }[payFrequency];
  const hours = minutesWorked / 60 / weeks;
  if (hours >= 30) return "D (30 hours or more)";
  if (hours >= 24) return "C (24 to 29.99 hours)";
  return hours >= 16 ? "B (16 to 23.99 hours)" : "A (up to 15.99 hours)";
}
