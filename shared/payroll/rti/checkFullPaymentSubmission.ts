import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { checkEmployerReferences } from "./checkEmployerReferences.ts";
import { checkNationalInsurance } from "./checkNationalInsurance.ts";
import { checkPayment } from "./checkPayment.ts";
import { checkPayrollId, checkPerson } from "./checkPerson.ts";
import type { FullPaymentSubmission, SubmittedEmployee } from "./fullPaymentSubmission.ts";
import type { FinalSubmission } from "./submissionFacts.ts";
import { ProblemList, type SubmissionProblem } from "./submissionProblem.ts";
import { latestDate, type SubmissionSchema, submissionSchemaFor } from "./submissionSchemas.ts";

/** HMRC takes start and leaving dates up to so many days ahead (rules 7828 and 7831). */
const daysAhead = 30;

/**
 * Everything HMRC would refuse in a Full Payment Submission sent on `today`, all at once; nothing when it is fine.
 * Source: HMRC, RTI technical specifications: schema and business rules; the codes are HMRC's.
 */
export function checkFullPaymentSubmission(submission: FullPaymentSubmission, today: PlainDate): SubmissionProblem[] {
  const schema = submissionSchemaFor(submission.taxYear);
  if (!schema) return [unknownYear(submission.taxYear)];
  const problems = checkEmployerReferences(submission.employer);
  submission.employees.forEach((employee, index) => {
    const list = new ProblemList([...employee.person.name.forenames, employee.person.name.surname].join(" "), `employees.${index}.`);
    checkPerson(employee, today, list);
    checkEmployment(employee, schema, today, list);
    checkPayment(employee, schema, today, list);
    checkNationalInsurance(employee, list);
    problems.push(...list.found);
  });
  problems.push(...checkFinalSubmission(submission.finalSubmission, schema, today));
  if (submission.employees.length === 0 && submission.finalSubmission === null) {
    const list = new ProblemList(null, "");
    list.add(
      "7877",
      "employees",
      null,
      "A Full Payment Submission tells of at least one payment.",
      "Send an Employer Payment Summary when nobody is paid.",
    );
    problems.push(...list.found);
  }
  return problems;
}

/** The answer for a tax year whose schemas this version lacks. */
export function unknownYear(taxYear: string): SubmissionProblem {
  const rule = `This version does not know what HMRC asks for in ${taxYear}.`;
  return { code: "7889", who: null, field: "taxYear", value: taxYear, rule, wayOut: "Update Plan & Payday, then try again." };
}

function checkEmployment(employee: SubmittedEmployee, schema: SubmissionSchema, today: PlainDate, list: ProblemList): void {
  const latest = latestDate(today, daysAhead);
  const { starter, leavingDate } = employee;
  const until = `up to ${daysAhead} days ahead, so until ${formatDate(latest)} today.`;
  if (starter) {
    const rule = `HMRC takes a start date ${until}`;
    list.unless(starter.startDate <= latest, "7828", "startOn", starter.startDate, rule, "Correct the start date, or send it later.");
  }
  if (leavingDate !== null) {
    list.unless(leavingDate <= latest, "7831", "endOn", leavingDate, `HMRC takes a leaving date ${until}`, "Correct the last day, or send it later.");
    const rule = `In ${schema.taxYear} HMRC takes leaving dates from ${formatDate(schema.earliestLeavingDate)} on.`;
    list.unless(leavingDate >= schema.earliestLeavingDate, "schema", "endOn", leavingDate, rule, "Correct the last day of the job.");
  }
  checkPayrollId(employee.payrollId, "payrollNumber", list);
  if (employee.oldPayrollId !== null) checkPayrollId(employee.oldPayrollId, "previousPayrollNumber", list);
}

/** What HMRC would refuse in a final submission; of an Employer Payment Summary too. Source: RTI schemas and rule 7876. */
export function checkFinalSubmission(final: FinalSubmission | null, schema: SubmissionSchema, today: PlainDate): SubmissionProblem[] {
  if (final?.because !== "schemeCeased") return [];
  const list = new ProblemList(null, "finalSubmission.");
  const { ceasedOn } = final;
  const wayOut = "Correct the day the PAYE scheme closed.";
  list.unless(ceasedOn <= today, "7876", "ceasedOn", ceasedOn, `The scheme cannot close after today, ${formatDate(today)}.`, wayOut);
  const rule = `A scheme that closes in ${schema.taxYear} closes between ${formatDate(schema.from)} and ${formatDate(schema.to)}.`;
  list.unless(ceasedOn >= schema.from && ceasedOn <= schema.to, "schema", "ceasedOn", ceasedOn, rule, wayOut);
  return list.found;
}
