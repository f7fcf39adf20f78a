import { studentLoans2023 } from "../../rates/2023-24.ts";
import { ratesForTaxYear } from "../../rates/ratesFor.ts";
import { calculateStudentLoan } from "../studentLoans/studentLoan.ts";
import { StudentLoanPlan } from "../types.ts";
import { RowError, readOneOf, readPay, readPayFrequency, readTaxYear } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

const loansOfYear = (taxYear: string) => (taxYear === studentLoans2023.taxYear ? studentLoans2023 : ratesForTaxYear(taxYear));
const plans = [...StudentLoanPlan.options, "PG", ...StudentLoanPlan.options.map((plan) => `${plan}+PG`)];

/** Student and postgraduate loan of one pay period, in whole pounds. `plan` is 1, 2, 4, 5, PG, or one of them with PG ("2+PG"). */
export const studentLoanFigures: FigureTopic = {
  name: "student loan",
  inputs: ["plan", "niablePay"],
  outputs: ["expectedStudentLoan", "expectedPostgraduateLoan"],
  work: (row) => {
    const rates = readTaxYear(row, loansOfYear);
    const [first = "", second] = readOneOf(row, "plan", plans).split("+");
    const isPostgraduate = first === "PG" || second === "PG";
    const plan = StudentLoanPlan.safeParse(first);
    const loans = calculateStudentLoan(
      {
        earnings: readPay(row, "niablePay"),
        payFrequency: readPayFrequency(row),
        plan: plan.success ? plan.data : null,
        hasPostgraduateLoan: isPostgraduate,
      },
      rates,
    );
    if (!loans.ok) throw new RowError(loans.problems);
    return {
      expectedStudentLoan: String(loans.value.studentLoan.amount / 100),
      expectedPostgraduateLoan: String(loans.value.postgraduateLoan.amount / 100),
    };
  },
};
