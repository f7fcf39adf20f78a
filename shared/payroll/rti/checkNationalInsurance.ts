import { decimalPounds, formatPence, type Pence, pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import { reducedRateElection } from "../../rates/nationalInsuranceYears.ts";
import type { NationalInsuranceCategory } from "../../rates/payTerms.ts";
import type { SubmittedEmployee, SubmittedNationalInsurance } from "./fullPaymentSubmission.ts";
import type { ProblemList } from "./submissionProblem.ts";

const zoneLetters: readonly NationalInsuranceCategory[] = ["F", "I", "L", "S", "N", "E", "D", "K"];
const employeePaysNothing: readonly NationalInsuranceCategory[] = ["X", "C", "K", "S"];
const workplaceShape = /^[A-Z](\d|\d{2}|[A-HJ-Y]\d{1,2}|\d[A-Z]|[A-HJ-Y]\d?[A-Z]) \d[ABD-HJLNP-UW-Z]{2}$/;

/** What HMRC would refuse in the National Insurance figures. Source: RTI schemas and rules 7849 to 7854, 7863 to 7866, 7954 and 7955. */
export function checkNationalInsurance(employee: SubmittedEmployee, list: ProblemList): void {
  const letters = employee.nationalInsurance.map(({ letter }) => letter);
  const four = "HMRC takes up to four National Insurance letters for one job in a tax year.";
  list.unless(
    letters.length <= 4,
    "schema",
    "nationalInsurance",
    letters.join(", "),
    four,
    "Ask HMRC's employer helpline how to report a fifth letter.",
  );
  list.unless(
    new Set(letters).size === letters.length,
    "7850",
    "nationalInsurance",
    letters.join(", "),
    "Each National Insurance letter is told once.",
    "Add up the figures of one letter.",
  );
  if (employee.workplacePostcode !== null) {
    const rule = "A workplace postcode is a full postcode in capitals with one space, like AB1 2XY.";
    list.unless(
      workplaceShape.test(employee.workplacePostcode),
      "schema",
      "workplacePostcode",
      employee.workplacePostcode,
      rule,
      "Correct the postcode.",
    );
  }
  for (const figures of employee.nationalInsurance) {
    checkLetter(figures.letter, employee, list);
    checkZeros(figures, list);
    checkLimits(figures, list);
  }
}

function checkLetter(letter: NationalInsuranceCategory, { person, workplacePostcode }: SubmittedEmployee, list: ProblemList): void {
  const wayOut = "Check the National Insurance letter.";
  if (reducedRateElection.letters.includes(letter)) {
    const women = `Letter ${letter} is for married women and widows with a reduced-rate certificate.`;
    list.unless(person.gender === "F", "7849", "nationalInsurance", letter, women, wayOut);
    const born = `Letter ${letter} is only for women born on or before ${formatDate(reducedRateElection.bornBy)}.`;
    list.unless(person.birthDate !== null && person.birthDate <= reducedRateElection.bornBy, "7955", "nationalInsurance", letter, born, wayOut);
  }
  if (zoneLetters.includes(letter)) {
    const rule = `Letter ${letter} is for work in a freeport or investment zone, and HMRC needs the postcode of the workplace.`;
    list.unless(workplacePostcode !== null, "7954", "workplacePostcode", null, rule, "Put in the workplace's postcode, or correct the letter.");
  }
}

function checkZeros(figures: SubmittedNationalInsurance, list: ProblemList): void {
  const { letter } = figures;
  const mustBeNothing = (code: string, what: string, amount: Pence) => {
    const rule = `With letter ${letter} there is no ${what}, so it is £0.00.`;
    list.unless(
      amount === 0,
      code,
      "nationalInsurance",
      decimalPounds(amount),
      rule,
      "Correct the payslip: put the right letter into a later pay run.",
    );
  };
  if (letter === "X") {
    mustBeNothing("7852", "pay at the lower earnings limit", figures.atLowerEarningsLimitToDate);
    mustBeNothing("7853", "pay up to the primary threshold", figures.lowerEarningsLimitToPrimaryThresholdToDate);
    mustBeNothing("7854", "pay up to the upper earnings limit", figures.primaryThresholdToUpperEarningsLimitToDate);
    mustBeNothing("7863", "employer's contribution in the period", figures.employerInPeriod);
    mustBeNothing("7864", "employer's contribution to date", figures.employerToDate);
  }
  if (employeePaysNothing.includes(letter)) {
    mustBeNothing("7865", "employee's contribution in the period", figures.employeeInPeriod);
    mustBeNothing("7866", "employee's contribution to date", figures.employeeToDate);
  }
}

function checkLimits(figures: SubmittedNationalInsurance, list: ProblemList): void {
  const widest = 999_999_999_99;
  const within = (what: string, amount: Pence, most: number, least = 0) => {
    if (amount >= least && amount <= most) return;
    const limits = `${formatPence(pence(least))} to ${formatPence(pence(most))}`;
    const rule = `HMRC's message holds ${limits} for ${what} with letter ${figures.letter}.`;
    list.add("schema", "nationalInsurance", decimalPounds(amount), rule, "Correct the payslip first: put the right figures into a later pay run.");
  };
  within("pay in the period", figures.grossInPeriod, widest, -widest);
  within("pay to date", figures.grossToDate, widest);
  within("pay at the lower earnings limit", figures.atLowerEarningsLimitToDate, 9_999_00);
  within("pay up to the primary threshold", figures.lowerEarningsLimitToPrimaryThresholdToDate, 9_999_99);
  within("pay up to the upper earnings limit", figures.primaryThresholdToUpperEarningsLimitToDate, 99_999_99);
  within("the employer's contribution in the period", figures.employerInPeriod, widest, -widest);
  within("the employer's contribution to date", figures.employerToDate, widest);
  within("the employee's contribution in the period", figures.employeeInPeriod, widest, -widest);
  within("the employee's contribution to date", figures.employeeToDate, widest);
  const lowest = figures.atLowerEarningsLimitToDate;
  list.unless(
    lowest % 100 === 0,
    "schema",
    "nationalInsurance",
    decimalPounds(lowest),
    "Pay at the lower earnings limit is in whole pounds.",
    "Correct the payslip.",
  );
}
