import { pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { taxYearOf } from "../../rates/ratesFor.ts";
import { buildFullPaymentSubmission } from "./buildFullPaymentSubmission.ts";
import { checkFullPaymentSubmission } from "./checkFullPaymentSubmission.ts";
import type { FullPaymentSubmission, SubmittedEmployee } from "./fullPaymentSubmission.ts";
import type { EmployeePaymentFacts, EmployerFacts } from "./submissionFacts.ts";
import { ProblemList, type SubmissionVerdict, verdictOf } from "./submissionProblem.ts";
import { type SubmissionSchema, submissionSchemaFor } from "./submissionSchemas.ts";
import { lastOf } from "./submittedPayment.ts";

interface YearCorrectionInput {
  readonly employer: EmployerFacts;
  /** Only employees whose year was wrong; `payslips` as they should have been. */
  readonly employees: readonly [EmployeePaymentFacts, ...EmployeePaymentFacts[]];
  /** The day it is sent. */
  readonly today: PlainDate;
}

const nothing = pence(0);

/**
 * The Full Payment Submission that puts a closed tax year right: the right figures to date, £0.00 in the period, dated 5 April in the last tax week or month,
 * with late reason H. Refuses a year that is not over: there, the next payday's submission carries the right figures to date, or the same payday is sent
 * again with late reason H. Source: HMRC, What to do if your payroll information is wrong; payroll rules, section 14.
 */
export function buildYearCorrection({ employer, employees, today }: YearCorrectionInput): SubmissionVerdict<FullPaymentSubmission> {
  const taxYear = taxYearOf(lastOf(employees[0]).payday);
  const schema = submissionSchemaFor(taxYear);
  const late = employees.map((each) => ({ ...each, payment: { ...each.payment, lateReason: "H" as const } }));
  const [first, ...rest] = late;
  const built = buildFullPaymentSubmission({ employer, employees: [first as EmployeePaymentFacts, ...rest], finalSubmission: null, today });
  if (!built.ok || !schema) return built;
  if (today <= schema.to) {
    const list = new ProblemList(null, "");
    const rule = `The tax year ${taxYear} runs until ${formatDate(schema.to)}.`;
    list.add("7889", "today", today, rule, "Put it right in the next pay run: its submission carries the right figures to date.");
    return verdictOf(built.value, list.found);
  }
  const correction = { ...built.value, employees: built.value.employees.map((employee) => withoutPeriod(employee, schema)) };
  return verdictOf(correction, checkFullPaymentSubmission(correction, today));
}

function withoutPeriod(employee: SubmittedEmployee, schema: SubmissionSchema): SubmittedEmployee {
  const { payment } = employee;
  return {
    ...employee,
    payment: {
      ...payment,
      paymentDate: schema.to,
      taxMonth: payment.taxMonth === null ? null : 12,
      taxWeek: payment.taxWeek === null ? null : Math.max(52, payment.taxWeek),
      taxablePay: nothing,
      nonTaxable: null,
      deductionsFromNetPay: null,
      payAfterStatutoryDeductions: nothing,
      netPayPension: null,
      otherPension: null,
      studentLoan: null,
      postgraduateLoan: null,
      incomeTax: nothing,
      trivialCommutationPayments: [],
    },
    nationalInsurance: employee.nationalInsurance.map((figures) => ({
      ...figures,
      grossInPeriod: nothing,
      employerInPeriod: nothing,
      employeeInPeriod: nothing,
    })),
  };
}
