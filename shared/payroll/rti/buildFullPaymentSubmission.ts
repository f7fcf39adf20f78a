import type { PlainDate } from "../../core/plainDate.ts";
import { taxYearOf } from "../../rates/ratesFor.ts";
import { checkFullPaymentSubmission } from "./checkFullPaymentSubmission.ts";
import type { FullPaymentSubmission, SubmittedEmployee } from "./fullPaymentSubmission.ts";
import type { EmployeeFacts, EmployeePaymentFacts, EmployerFacts, FinalSubmission } from "./submissionFacts.ts";
import { ProblemList, type SubmissionProblem, type SubmissionVerdict, verdictOf } from "./submissionProblem.ts";
import { figuresToDateOf, lastOf, submittedNationalInsurance, submittedPayment } from "./submittedPayment.ts";
import { employerReferences, leavingDateOf, starterStatementOf, submittedPerson } from "./submittedPerson.ts";
import { submittedPostcode } from "./submittedText.ts";

export interface FullPaymentSubmissionInput {
  readonly employer: EmployerFacts;
  /** One for each payment of the payday; all in the same tax year. */
  readonly employees: readonly [EmployeePaymentFacts, ...EmployeePaymentFacts[]];
  readonly finalSubmission: FinalSubmission | null;
  /** The day it is sent. */
  readonly today: PlainDate;
}

/**
 * The Full Payment Submission of one payday from sealed payslips, or everything HMRC would refuse in it. Start details go until HMRC was told of the
 * start; the leaving date goes with the last pay period; figures to date are added up from the year's payslips.
 * Source: HMRC, RTI data item guide; the schema and business rules of the tax year.
 */
export function buildFullPaymentSubmission(input: FullPaymentSubmissionInput): SubmissionVerdict<FullPaymentSubmission> {
  const submission = draftFullPaymentSubmission(input);
  const missing = input.employees.flatMap(({ employee }, index) => missingFacts(employee, index));
  return verdictOf(submission, [...missing, ...checkFullPaymentSubmission(submission, input.today)]);
}

/** The same figures whether HMRC would take them or not, to be looked at while something is still missing. */
export function draftFullPaymentSubmission(input: FullPaymentSubmissionInput): FullPaymentSubmission {
  return {
    taxYear: taxYearOf(lastOf(input.employees[0]).payday),
    employer: employerReferences(input.employer),
    employees: input.employees.map(submittedEmployee),
    finalSubmission: input.finalSubmission,
    notices: input.employees.flatMap((each) => noticesOf(each, input.today)),
  };
}

function submittedEmployee(facts: EmployeePaymentFacts): SubmittedEmployee {
  const { employee, payment, opening, payslips } = facts;
  const previous = employee.previousPayrollNumber;
  return {
    person: submittedPerson(employee),
    starter: startsNow(employee)
      ? {
          startDate: employee.startOn,
          statement: starterStatementOf(employee).statement,
          hasStudentLoan: employee.hasStudentLoanAtStart,
          hasPostgraduateLoan: employee.hasPostgraduateLoanAtStart,
        }
      : null,
    workplacePostcode: employee.workplacePostcode === null ? null : submittedPostcode(employee.workplacePostcode),
    payrollId: employee.payrollNumber.trim(),
    oldPayrollId: previous === null || previous === employee.payrollNumber ? null : previous.trim(),
    isToNonIndividual: payment.isToNonIndividual,
    isPaidIrregularly: employee.isPaidIrregularly,
    leavingDate: leavingDateOf(employee, lastOf(facts).periodTo, payment.isAfterLeaving),
    toDate: figuresToDateOf(facts),
    payment: submittedPayment(facts),
    nationalInsurance: submittedNationalInsurance(opening, payslips, employee.dateOfBirth),
  };
}

const startsNow = (employee: EmployeeFacts) => employee.isNewToHmrc && employee.starterKind !== "existing";

function missingFacts(employee: EmployeeFacts, index: number): SubmissionProblem[] {
  const list = new ProblemList(`${employee.firstName} ${employee.lastName}`.trim(), `employees.${index}.`);
  if (employee.gender === null) {
    const rule = "HMRC needs the sex of everybody who is paid, as HMRC holds it: F or M.";
    list.add("schema", "gender", null, rule, "Ask the assistant what HMRC has on its records, and put it in.");
  }
  return list.found;
}

function noticesOf(facts: EmployeePaymentFacts, today: PlainDate): string[] {
  const { employee, payment } = facts;
  const notices: string[] = [];
  const starter = startsNow(employee) ? starterStatementOf(employee).notice : null;
  if (starter !== null) notices.push(starter);
  const person = submittedPerson(employee).name;
  const written = [...person.forenames, person.surname].join(" ");
  const typed = [employee.firstName, employee.middleName, employee.lastName].filter((name) => name.trim() !== "").join(" ");
  if (written !== typed) notices.push(`HMRC's messages have no accents or other signs: ${typed} is written ${written}.`);
  if (lastOf(facts).payday < today && payment.lateReason === null) {
    notices.push(`${employee.firstName}'s payday has passed. Choose a reason for reporting late if one fits; without one HMRC may send a warning.`);
  }
  return notices;
}
