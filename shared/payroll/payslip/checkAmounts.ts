import { formatPence, pence } from "../../core/money.ts";
import { type PayProblem, problem } from "../problems.ts";
import type { NationalInsuranceFigures, PayslipInput, YearToDate } from "../types.ts";
import { orderSums, sumsOfKind } from "./orderSums.ts";

/** £10,000,000: far above any household's pay, and small enough that no sum of amounts is out of reach of whole numbers. */
const largest = 1_000_000_000;
const copyIt = "Correct this amount.";

const isAmount = (value: unknown): value is number => Number.isSafeInteger(value) && Math.abs(value as number) <= largest;

/**
 * Amounts of a payslip's input that no pay can be worked out from: not whole pence, above £10,000,000, or below zero where the field is a sum that was
 * paid, taken or given; pension shares that are no whole basis points, orders of an unknown kind or without their sums. An empty list when all are right.
 * It looks at whole numbers only, so that it costs next to nothing. Source: payroll rules, section 1.
 */
export function checkAmounts(input: PayslipInput): PayProblem[] {
  const found: PayProblem[] = [];
  const check = (field: string, value: unknown, least: "any" | "zero", wayOut = copyIt): void => {
    if (!isAmount(value)) {
      found.push(problem(field, String(value), `An amount is whole pence, not above ${formatPence(pence(largest))}.`, wayOut));
    } else if (least === "zero" && value < 0) {
      found.push(problem(field, formatPence(pence(value)), "This amount may not be below zero.", wayOut));
    }
  };
  for (const { amount, minutes } of input.payLines) {
    check("payLines", amount, "any");
    if (minutes !== null && !isAmount(minutes)) found.push(problem("payLines.minutes", minutes, "Time is whole minutes.", "Correct the time."));
  }
  for (const { amount } of input.otherDeductions) check("otherDeductions", amount, "zero", "Put money that is given back into a pay line.");
  for (const { earnings } of input.lateWages ?? []) check("lateWages", earnings, "any");
  const { employeeRate, employerRate } = input.pension;
  if (!Number.isSafeInteger(employeeRate) || !Number.isSafeInteger(employerRate)) {
    const rule = "Pension shares are whole hundredths of one per cent.";
    found.push(problem("pension", `${employeeRate / 100}% and ${employerRate / 100}%`, rule, "Correct the shares."));
  }
  if (input.aboveMinimumWage !== null && input.aboveMinimumWage !== undefined) check("aboveMinimumWage", input.aboveMinimumWage, "any");
  if (input.pensionRefund !== null) {
    check("pensionRefund.employee", input.pensionRefund.employee, "zero");
    check("pensionRefund.employer", input.pensionRefund.employer, "zero");
  }
  checkOrders(input, check, found);
  checkEarlier(input, check);
  checkYear(input.yearToDate, check);
  return found;
}

type Check = (field: string, value: unknown, least: "any" | "zero") => void;

function checkOrders({ orders }: PayslipInput, check: Check, found: PayProblem[]): void {
  for (const order of orders) {
    const required = sumsOfKind(order);
    if (required === undefined) {
      found.push(problem("orders.kind", order.kind, "This kind of order is not known.", `Choose the kind of "${order.label}" from its notice.`));
      continue;
    }
    for (const name of orderSums) {
      const value: unknown = Reflect.get(order, name);
      if (value !== undefined || required.includes(name)) check(`orders.${name}`, value, "any");
    }
  }
}

function checkEarlier({ earlierInEarningsPeriod: earlier }: PayslipInput, check: Check): void {
  if (earlier === null) return;
  const field = "earlierInEarningsPeriod";
  check(`${field}.earnings`, earlier.earnings, "zero");
  check(`${field}.studentLoan`, earlier.studentLoan, "zero");
  check(`${field}.postgraduateLoan`, earlier.postgraduateLoan, "zero");
  check(`${field}.pensionableEarnings`, earlier.pensionableEarnings, "zero");
  check(`${field}.employeePension`, earlier.employeePension, "zero");
  check(`${field}.pensionTaxRelief`, earlier.pensionTaxRelief, "zero");
  check(`${field}.employerPension`, earlier.employerPension, "zero");
  for (const { taxablePay, incomeTax } of earlier.taxedAlone) {
    check(`${field}.taxablePay`, taxablePay, "zero");
    check(`${field}.incomeTax`, incomeTax, "zero");
  }
  checkNationalInsurance(`${field}.nationalInsurance`, earlier.nationalInsurance, check);
}

/** What was paid is never below zero. Tax is none below zero with that of the P45: this year's own may be, when some of the P45's was given back. */
function checkYear(year: YearToDate, check: Check): void {
  for (const key in year) if (key !== "nationalInsurance") check(`yearToDate.${key}`, year[key as keyof YearToDate], leastOf[key] ?? "any");
  if (isAmount(year.incomeTax) && isAmount(year.previousIncomeTax)) check("yearToDate.incomeTax", year.incomeTax + year.previousIncomeTax, "zero");
  checkNationalInsurance("yearToDate.nationalInsurance", year.nationalInsurance, check);
}

const leastOf: Readonly<Record<string, "zero">> = {
  grossPay: "zero",
  taxablePay: "zero",
  previousTaxablePay: "zero",
  previousIncomeTax: "zero",
  studentLoan: "zero",
  postgraduateLoan: "zero",
};

function checkNationalInsurance(field: string, letters: readonly NationalInsuranceFigures[], check: Check): void {
  for (const figures of letters) {
    check(`${field}.grossEarnings`, figures.grossEarnings, "zero");
    check(`${field}.atLowerEarningsLimit`, figures.atLowerEarningsLimit, "zero");
    check(`${field}.lowerEarningsLimitToPrimaryThreshold`, figures.lowerEarningsLimitToPrimaryThreshold, "zero");
    check(`${field}.primaryThresholdToUpperEarningsLimit`, figures.primaryThresholdToUpperEarningsLimit, "zero");
    check(`${field}.employeeContributions`, figures.employeeContributions, "zero");
    check(`${field}.employerContributions`, figures.employerContributions, "zero");
  }
}
