import { decimalPounds, formatPence, type Pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { SubmittedEmployee, SubmittedPayment } from "./fullPaymentSubmission.ts";
import type { ProblemList } from "./submissionProblem.ts";
import { latestDate, type SubmissionSchema } from "./submissionSchemas.ts";

const tellAgain = "Correct the payslip first: put the right figures into a later pay run.";

/** What HMRC would refuse in the payment and its totals to date. Source: RTI schemas and rules 7847 and 7885. */
export function checkPayment(employee: SubmittedEmployee, schema: SubmissionSchema, today: PlainDate, list: ProblemList): void {
  const { payment } = employee;
  checkPaymentDate(payment, schema, today, list);
  checkTaxCode(payment, list);
  const { taxWeek, taxMonth, periodsCovered } = payment;
  const isWeek = taxWeek !== null && taxMonth === null && ((taxWeek >= 1 && taxWeek <= 54) || taxWeek === 56);
  const isMonth = taxMonth !== null && taxWeek === null && taxMonth >= 1 && taxMonth <= 12;
  const period = "A payment is for tax week 1 to 54 or 56, or for tax month 1 to 12.";
  list.unless(isWeek || isMonth, "schema", "taxPeriod", taxWeek ?? taxMonth, period, "Check the payday and how often wages are paid.");
  const rule = "One payment covers 1 to 99 pay periods.";
  list.unless(
    periodsCovered >= 1 && periodsCovered <= 99,
    "schema",
    "periodsCovered",
    periodsCovered,
    rule,
    "Write 1 unless holiday is paid in advance.",
  );
  const left = "A payment after leaving needs the leaving date.";
  list.unless(!payment.isAfterLeaving || employee.leavingDate !== null, "7847", "endOn", null, left, "Put in the last day of the job.");
  const types = payment.trivialCommutationPayments.map(({ type }) => type);
  list.unless(
    new Set(types).size === types.length,
    "7885",
    "trivialCommutationPayments",
    types.join(", "),
    "Each kind of pension lump sum is told once in a payment.",
    "Add up the lump sums of one kind.",
  );
  checkAmounts(employee, list);
  checkLoans(payment, schema, list);
}

function checkPaymentDate({ paymentDate }: SubmittedPayment, schema: SubmissionSchema, today: PlainDate, list: ProblemList): void {
  const inYear = paymentDate >= schema.from && paymentDate <= schema.to;
  const rule = `Payments of ${schema.taxYear} are dated ${formatDate(schema.from)} to ${formatDate(schema.to)}.`;
  list.unless(inYear, "schema", "payday", paymentDate, rule, "Send the payment with the tax year its payday falls in.");
  if (schema.paymentDateDaysAhead === null) return;
  const latest = latestDate(today, schema.paymentDateDaysAhead);
  const ahead = `A payday may be told up to ${schema.paymentDateDaysAhead} days ahead, so until ${formatDate(latest)} today.`;
  list.unless(paymentDate <= latest, "schema", "payday", paymentDate, ahead, "Send it nearer to the payday.");
}

function checkTaxCode({ taxCode }: SubmittedPayment, list: ProblemList): void {
  const isCode = taxCode.length >= 2 && taxCode.length <= 7 && /^([1-9]\d{0,5}[LMNPTY]|BR|0T|NT|D[0-8]|K[1-9]\d{0,5})$/.test(taxCode);
  const rule = "HMRC takes codes like 1257L, K100, BR, D0, NT and 0T. A code of nought ends in T.";
  list.unless(isCode, "schema", "taxCode", taxCode, rule, "Copy the code from HMRC's letter, the P45 or the starter checklist.");
}

/** The least and the most HMRC's schema holds, in pence. */
function checkAmounts(employee: SubmittedEmployee, list: ProblemList): void {
  const { payment, toDate } = employee;
  const within = (field: string, amount: Pence | null, most: number, least = -most) => {
    if (amount === null || (amount >= least && amount <= most)) return;
    const limits = `${formatPence(least as Pence)} to ${formatPence(most as Pence)}`;
    list.add("schema", field, decimalPounds(amount), `HMRC's message holds ${limits} here.`, tellAgain);
  };
  const widest = 999_999_999_99;
  within("toDate.taxablePay", toDate.taxablePay, widest, 0);
  within("toDate.incomeTax", toDate.incomeTax, widest);
  within("toDate.netPayPension", toDate.netPayPension, widest, 0);
  within("toDate.otherPension", toDate.otherPension, widest, 0);
  within("toDate.studentLoan", toDate.studentLoan, 99_999_00, 0);
  within("toDate.postgraduateLoan", toDate.postgraduateLoan, 99_999_00, 0);
  within("taxablePay", payment.taxablePay, widest);
  within("nonTaxable", payment.nonTaxable, widest);
  within("deductionsFromNetPay", payment.deductionsFromNetPay, widest);
  within("payAfterStatutoryDeductions", payment.payAfterStatutoryDeductions, widest);
  within("netPayPension", payment.netPayPension, widest);
  within("otherPension", payment.otherPension, widest);
  within("incomeTax", payment.incomeTax, 9_999_999_999_99);
  within("studentLoan", payment.studentLoan?.amount ?? null, 99_999_00);
  within("postgraduateLoan", payment.postgraduateLoan, 99_999_00);
  for (const [kind, amount] of Object.entries(payment.statutoryPayToDate)) within(`statutoryPay.${kind}`, amount, 999_999_99, 0);
  for (const { amount } of payment.trivialCommutationPayments) within("trivialCommutationPayments", amount, 99_999_00);
}

function checkLoans(payment: SubmittedPayment, schema: SubmissionSchema, list: ProblemList): void {
  const whole = (field: string, amount: Pence | null) => {
    const rule = "HMRC takes this in whole pounds.";
    list.unless(amount === null || amount % 100 === 0, "schema", field, amount === null ? null : decimalPounds(amount), rule, tellAgain);
  };
  whole("studentLoan", payment.studentLoan?.amount ?? null);
  whole("postgraduateLoan", payment.postgraduateLoan);
  for (const { amount } of payment.trivialCommutationPayments) whole("trivialCommutationPayments", amount);
  const plan = payment.studentLoan?.plan ?? null;
  if (plan === null) return;
  const rule = `In ${schema.taxYear} HMRC takes student loan plans ${schema.studentLoanPlans.join(", ")}.`;
  list.unless(schema.studentLoanPlans.includes(plan), "schema", "studentLoanPlan", plan, rule, "Check the plan on HMRC's start notice SL1.");
}
