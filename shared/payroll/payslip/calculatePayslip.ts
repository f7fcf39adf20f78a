import type { Explained } from "../../core/explanation.ts";
import { minutes } from "../../core/minutes.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { calculateIncomeTax } from "../incomeTax/incomeTax.ts";
import { parseTaxCode, type TaxCode } from "../incomeTax/taxCode.ts";
import { taxPeriodOf } from "../incomeTax/taxPeriod.ts";
import { warnOfTaxCode } from "../incomeTax/warnOfTaxCode.ts";
import { warnOfNationalInsuranceCategory } from "../nationalInsurance/nationalInsuranceCategory.ts";
import { assessPension } from "../pension/pensionAssessment.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayslipInput, PayslipResult, TaxPeriod } from "../types.ts";
import { checkAmounts } from "./checkAmounts.ts";
import { checkPayslipInput } from "./checkPayslipInput.ts";
import { payslipLoansOf, payslipNationalInsuranceOf, wagesOfEachPeriod } from "./earningsOfPeriods.ts";
import { employerCostOf } from "./employerCost.ts";
import { netPayOf } from "./netPay.ts";
import { takeOrdersAndLoans } from "./ordersAndLoans.ts";
import { amountOfKinds, parentalKinds, workedKinds } from "./payLineKinds.ts";
import { payslipPensionOf } from "./payslipPension.ts";
import { grossPayOf, nonTaxableOf, taxablePayOf } from "./payTotals.ts";
import { addToYear } from "./yearToDate.ts";

/**
 * Works out one payslip, all amounts in pence, from settings, pay lines and the year so far, with the rates of the payday's tax year, in the
 * order of payroll rules section 1: gross, pension, National Insurance, income tax, priority orders, loans, other orders, net, employer's cost.
 * Refuses bad input with field, value, rule and way out, amounts before all else; never throws for it.
 * Source: payroll rules, sections 1 to 11; each calculator names its own law.
 */
export function calculatePayslip(input: PayslipInput, rates: TaxYearRates): Verdict<PayslipResult> {
  const amounts = checkAmounts(input);
  if (amounts.length > 0) return refused(...amounts);
  const { payLines, payFrequency, payday } = input;
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

  const taxPeriod = taxPeriodOf(payday, payFrequency);
  const pension = payslipPensionOf(input, grossPay.amount, rates);
  const hasPension = input.pension.status === "member" || input.pensionRefund !== null;
  const takesPensionFirst = hasPension && input.pension.taxTreatment === "netPay";
  const taxablePay = taxablePayOf(grossPay.amount, takesPensionFirst ? pension.employee.amount : pence(0));
  const wages = wagesOfEachPeriod(input, grossPay.amount);
  if (!wages.ok) return wages;
  const nationalInsurance = payslipNationalInsuranceOf(input, grossPay.amount, wages.value, rates);
  if (!nationalInsurance.ok) return nationalInsurance;
  const incomeTax = incomeTaxOf(input, taxCode.value, taxPeriod, taxablePay.amount, rates);
  if (!incomeTax.ok) return incomeTax;
  const loans = payslipLoansOf(input, grossPay.amount, wages.value, rates);
  if (!loans.ok) return loans;

  const afterTax = grossPay.amount - incomeTax.value.amount - nationalInsurance.value.employee.amount;
  const { studentLoan, postgraduateLoan, orderDeductions } = takeOrdersAndLoans(
    {
      orders: input.orders,
      loans: loans.value,
      attachable: {
        grossPay: grossPay.amount,
        statutoryParentalPay: pence(amountOfKinds(payLines, parentalKinds)),
        incomeTax: incomeTax.value.amount,
        employeeNationalInsurance: nationalInsurance.value.employee.amount,
        employeePension: pension.employee.amount,
      },
      leftForLoans: pence(afterTax - Math.max(0, pension.employee.amount)),
      payFrequency,
      periodsInPayment: input.periodsInPayment ?? 1,
      aboveMinimumWage: input.aboveMinimumWage ?? null,
    },
    rates,
  );
  const assessment = assessPension(
    {
      dateOfBirth: input.dateOfBirth,
      on: payday,
      earnings: pence(grossPay.amount + (input.earlierInEarningsPeriod?.earnings ?? 0)),
      payFrequency,
      status: input.pension.status,
      postponedUntil: input.pension.postponedUntil,
    },
    rates,
  );

  const figures = {
    payLines: [...payLines],
    grossPay,
    taxablePay,
    incomeTax: incomeTax.value,
    employeeNationalInsurance: nationalInsurance.value.employee,
    employerNationalInsurance: nationalInsurance.value.employer,
    niBands: nationalInsurance.value.figures,
    studentLoan,
    postgraduateLoan,
    employeePension: pension.employee,
    employerPension: pension.employer,
    otherDeductions: [...input.otherDeductions, ...orderDeductions.map(({ deduction }) => deduction)],
    nonTaxable: nonTaxableOf(payLines),
  };
  const netPay = netPayOf(figures);
  return accepted({
    ...figures,
    payday,
    periodFrom: input.periodFrom,
    periodTo: input.periodTo,
    payFrequency,
    taxPeriod,
    taxCode: taxCode.value.text,
    isWeek1Month1: input.taxSetting.isWeek1Month1 || taxCode.value.isWeek1Month1,
    studentLoanPlan: input.studentLoanPlan,
    pensionTaxTreatment: hasPension ? input.pension.taxTreatment : null,
    pensionTaxRelief: pension.taxRelief,
    pensionableEarnings: pension.pensionableEarnings,
    pensionAssessment: assessment,
    orderDeductions: [...orderDeductions],
    netPay,
    employerCost: employerCostOf(figures),
    yearToDate: addToYear(input.yearToDate, { ...figures, netPay }),
    minutesWorked: minutes(payLines.reduce((sum, line) => sum + (workedKinds.includes(line.kind) ? (line.minutes ?? 0) : 0), 0)),
    warnings: [...warnOfTaxCode(taxCode.value, input, rates), ...warningsOf(input, assessment.mustEnrol, netPay.amount)],
    ratesVersion: rates.version,
  });
}

function incomeTaxOf(input: PayslipInput, taxCode: TaxCode, period: TaxPeriod, taxablePay: Pence, rates: TaxYearRates): Verdict<Explained> {
  const { yearToDate: before } = input;
  return calculateIncomeTax(
    {
      employeeName: input.employeeName,
      taxCode,
      isWeek1Month1: input.taxSetting.isWeek1Month1,
      period,
      payInPeriod: taxablePay,
      taxablePayToDate: pence(before.previousTaxablePay + before.taxablePay + taxablePay),
      taxToDateBefore: pence(before.previousIncomeTax + before.incomeTax),
      earlierInPeriod: input.earlierInEarningsPeriod?.taxedAlone.find((earlier) => earlier.taxCode === taxCode.text) ?? null,
    },
    rates,
  );
}

function warningsOf(input: PayslipInput, mustEnrol: boolean, netPay: Pence): string[] {
  const warnings: string[] = [];
  if (mustEnrol) warnings.push(`${input.employeeName} must be put into the workplace pension: pay is above the trigger.`);
  const letter = warnOfNationalInsuranceCategory(input.nationalInsuranceCategory, input.employeeName, input.dateOfBirth);
  if (letter !== undefined) warnings.push(letter);
  if (input.payFrequency === "monthly" && (input.periodsInPayment ?? 1) > 1) {
    warnings.push(
      `National Insurance and loans count all of this pay in one month: HMRC counts several pay periods only for pay by the week. Pay each month on its own payday.`,
    );
  }
  if (input.orders.length > 0 && input.earlierInEarningsPeriod !== null) {
    warnings.push(
      `${input.employeeName} was already paid in this pay period. Each order looks at this payment alone: ask its issuer if both should count.`,
    );
  }
  if (netPay < 0) warnings.push(`The deductions are more than ${input.employeeName}'s pay. Make a deduction smaller.`);
  return warnings;
}
