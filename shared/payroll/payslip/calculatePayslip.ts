import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { minutes } from "../../core/minutes.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { calculateIncomeTax } from "../incomeTax/incomeTax.ts";
import { parseTaxCode } from "../incomeTax/taxCode.ts";
import { taxPeriodOf } from "../incomeTax/taxPeriod.ts";
import { calculateNationalInsurance } from "../nationalInsurance/nationalInsurance.ts";
import { calculatePension, type PensionContributions } from "../pension/pension.ts";
import { assessPension } from "../pension/pensionAssessment.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { calculateStudentLoan } from "../studentLoans/studentLoan.ts";
import type { PayLine, PayLineKind, PayslipInput, PayslipResult, YearToDate } from "../types.ts";
import { checkPayslipInput } from "./checkPayslipInput.ts";
import { addNationalInsurance } from "./yearToDate.ts";

const nonTaxableKinds: readonly PayLineKind[] = ["mileage", "expenses"];
const workedKinds: readonly PayLineKind[] = ["hours", "shift", "day", "overtime"];
const parentalKinds: readonly PayLineKind[] = [
  "statutoryMaternityPay",
  "statutoryAdoptionPay",
  "statutoryPaternityPay",
  "statutorySharedParentalPay",
  "statutoryParentalBereavementPay",
  "statutoryNeonatalCarePay",
];

/**
 * Works out one payslip from settings, pay lines and the year so far, with the rates of the payday's tax year, in the order of payroll rules
 * section 1: gross, pension, National Insurance, income tax, loans, other deductions, net, employer's cost.
 * Refuses bad input with field, value, rule and way out; never throws.
 */
export function calculatePayslip(input: PayslipInput, rates: TaxYearRates): Verdict<PayslipResult> {
  const { payLines, payFrequency, payday, employeeName, yearToDate: before } = input;
  const problems = checkPayslipInput(input, rates);
  const taxCode = parseTaxCode(input.taxSetting.code);
  if (!taxCode.ok) problems.push(...taxCode.problems);

  const grossPay = grossPayOf(payLines);
  if (grossPay.amount < 0) {
    problems.push(
      problem("payLines", formatPence(grossPay.amount), "Pay may not be below zero.", "Put the correction into a later pay run, or make it smaller."),
    );
  }
  if (problems.length > 0 || !taxCode.ok) return refused(...problems);

  const isMember = input.pension.status === "member";
  const pension = isMember ? calculatePension({ ...input.pension, earnings: grossPay.amount, payFrequency }, rates) : noPension(rates);
  const assessment = assessPension(
    { dateOfBirth: input.dateOfBirth, on: payday, earnings: grossPay.amount, payFrequency, status: input.pension.status },
    rates,
  );

  const nationalInsurance = calculateNationalInsurance({ earnings: grossPay.amount, category: input.nationalInsuranceCategory, payFrequency }, rates);

  const taxPeriod = taxPeriodOf(payday, payFrequency);
  const takesPensionFirst = isMember && input.pension.taxTreatment === "netPay";
  const taxablePay = taxablePayOf(grossPay.amount, takesPensionFirst ? pension.employee.amount : pence(0));
  const incomeTax = calculateIncomeTax(
    {
      employeeName,
      taxCode: taxCode.value,
      isWeek1Month1: input.taxSetting.isWeek1Month1,
      period: taxPeriod,
      payInPeriod: taxablePay.amount,
      taxablePayToDate: pence(before.previousTaxablePay + before.taxablePay + taxablePay.amount),
      taxToDateBefore: pence(before.previousIncomeTax + before.incomeTax),
    },
    rates,
  );
  const loans = calculateStudentLoan(
    { earnings: grossPay.amount, payFrequency, plan: input.studentLoanPlan, hasPostgraduateLoan: input.hasPostgraduateLoan },
    rates,
  );
  if (!incomeTax.ok) return refused(...incomeTax.problems);
  if (!loans.ok) return refused(...loans.problems);

  const nonTaxable = nonTaxableOf(payLines);
  const { studentLoan, postgraduateLoan } = loans.value;
  const figures = { grossPay, incomeTax: incomeTax.value, nationalInsurance, studentLoan, postgraduateLoan, pension, nonTaxable };
  const netPay = netPayOf(figures, input);
  return accepted({
    payday,
    periodFrom: input.periodFrom,
    periodTo: input.periodTo,
    payFrequency,
    taxPeriod,
    taxCode: taxCode.value.text,
    isWeek1Month1: input.taxSetting.isWeek1Month1 || taxCode.value.isWeek1Month1,
    payLines: [...payLines],
    grossPay,
    taxablePay,
    incomeTax: incomeTax.value,
    employeeNationalInsurance: nationalInsurance.employee,
    employerNationalInsurance: nationalInsurance.employer,
    niBands: nationalInsurance.figures,
    studentLoan,
    studentLoanPlan: input.studentLoanPlan,
    postgraduateLoan,
    employeePension: pension.employee,
    pensionTaxTreatment: isMember ? input.pension.taxTreatment : null,
    pensionTaxRelief: pension.taxRelief,
    employerPension: pension.employer,
    pensionableEarnings: pension.pensionableEarnings,
    pensionAssessment: assessment,
    otherDeductions: [...input.otherDeductions],
    nonTaxable,
    netPay,
    employerCost: employerCostOf(figures),
    yearToDate: addToYear(before, figures, taxablePay.amount, netPay.amount, payLines),
    minutesWorked: minutes(payLines.reduce((sum, line) => sum + (workedKinds.includes(line.kind) ? (line.minutes ?? 0) : 0), 0)),
    warnings: warningsOf(input, assessment.mustEnrol, netPay.amount),
    ratesVersion: rates.version,
  });
}

interface PayslipFigures {
  readonly grossPay: Explained;
  readonly incomeTax: Explained;
  readonly nationalInsurance: ReturnType<typeof calculateNationalInsurance>;
  readonly studentLoan: Explained;
  readonly postgraduateLoan: Explained;
  readonly pension: PensionContributions;
  readonly nonTaxable: Explained;
}

const payslipRule = (name: string) => ({ name, source: "Employment Rights Act 1996, section 8" });
const isNonTaxable = (line: PayLine) => nonTaxableKinds.includes(line.kind);

function grossPayOf(payLines: readonly PayLine[]): Explained {
  const lines = payLines.filter((line) => !isNonTaxable(line)).map((line) => ({ text: lineText(line), amount: line.amount }));
  return explain(payslipRule("Gross pay"), lines.length > 0 ? lines : [{ text: "Nothing is paid in this period." }]);
}

function nonTaxableOf(payLines: readonly PayLine[]): Explained {
  return explain(
    payslipRule("Mileage and expenses"),
    payLines.filter(isNonTaxable).map((line) => ({ text: lineText(line), amount: line.amount })),
  );
}

/** The first line of a pay line's own explanation, or its label. */
const lineText = (line: PayLine) => line.explanation.lines[0]?.text ?? line.label;

function taxablePayOf(grossPay: Pence, pensionFirst: Pence): Explained {
  const lines: ExplanationLine[] = [{ text: "Gross pay.", amount: grossPay }];
  if (pensionFirst !== 0) lines.push({ text: "The pension is taken before tax.", amount: pence(-pensionFirst) });
  return explain(payslipRule("Taxable pay"), lines);
}

function netPayOf(
  { grossPay, incomeTax, nationalInsurance, studentLoan, postgraduateLoan, pension, nonTaxable }: PayslipFigures,
  input: PayslipInput,
): Explained {
  const lines: ExplanationLine[] = [{ text: "Gross pay.", amount: grossPay.amount }];
  const takeOff = (text: string, amount: Pence) => {
    if (amount !== 0) lines.push({ text, amount: pence(-amount) });
  };
  takeOff(incomeTax.amount < 0 ? "Income tax given back." : "Income tax.", incomeTax.amount);
  takeOff("National Insurance.", nationalInsurance.employee.amount);
  takeOff("Student loan.", studentLoan.amount);
  takeOff("Postgraduate loan.", postgraduateLoan.amount);
  takeOff("Pension.", pension.employee.amount);
  for (const deduction of input.otherDeductions) takeOff(`${deduction.label}.`, deduction.amount);
  if (nonTaxable.amount !== 0) lines.push({ text: "Mileage and expenses, free of tax.", amount: nonTaxable.amount });
  return explain(payslipRule("Net pay"), lines);
}

function employerCostOf({ grossPay, nationalInsurance, pension, nonTaxable }: PayslipFigures): Explained {
  const lines: ExplanationLine[] = [
    { text: "Gross pay.", amount: grossPay.amount },
    { text: "The employer's National Insurance, before Employment Allowance.", amount: nationalInsurance.employer.amount },
    { text: "The employer's pension contribution.", amount: pension.employer.amount },
  ];
  if (nonTaxable.amount !== 0) lines.push({ text: "Mileage and expenses.", amount: nonTaxable.amount });
  return explain({ name: "Cost to the budget", source: "Gross pay with the employer's National Insurance and pension" }, lines);
}

function noPension(rates: TaxYearRates): PensionContributions {
  const none = explain({ name: "Workplace pension", source: rates.pension.sources[0] }, [{ text: "Not in a workplace pension on this payday." }]);
  return { pensionableEarnings: pence(0), employee: none, taxRelief: pence(0), employer: none };
}

function addToYear(before: YearToDate, figures: PayslipFigures, taxablePay: Pence, netPay: Pence, payLines: readonly PayLine[]): YearToDate {
  const sumOf = (matches: (line: PayLine) => boolean) => payLines.reduce((sum, line) => sum + (matches(line) ? line.amount : 0), 0);
  return {
    grossPay: pence(before.grossPay + figures.grossPay.amount),
    taxablePay: pence(before.taxablePay + taxablePay),
    incomeTax: pence(before.incomeTax + figures.incomeTax.amount),
    previousTaxablePay: before.previousTaxablePay,
    previousIncomeTax: before.previousIncomeTax,
    nationalInsurance: addNationalInsurance(before.nationalInsurance, figures.nationalInsurance.figures),
    studentLoan: pence(before.studentLoan + figures.studentLoan.amount),
    postgraduateLoan: pence(before.postgraduateLoan + figures.postgraduateLoan.amount),
    employeePension: pence(before.employeePension + figures.pension.employee.amount),
    employerPension: pence(before.employerPension + figures.pension.employer.amount),
    statutorySickPay: pence(before.statutorySickPay + sumOf((line) => line.kind === "statutorySickPay")),
    statutoryParentalPay: pence(before.statutoryParentalPay + sumOf((line) => parentalKinds.includes(line.kind))),
    netPay: pence(before.netPay + netPay),
  };
}

function warningsOf(input: PayslipInput, mustEnrol: boolean, netPay: Pence): string[] {
  const warnings: string[] = [];
  if (mustEnrol) warnings.push(`${input.employeeName} must be put into the workplace pension: pay is above the trigger.`);
  if (netPay < 0) warnings.push(`The deductions are more than ${input.employeeName}'s pay. Make a deduction smaller.`);
  return warnings;
}
