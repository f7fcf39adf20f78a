import type { PlainDate } from "../../core/plainDate.ts";
import { taxYearOf } from "../../rates/ratesFor.ts";
import { checkEmployerReferences } from "./checkEmployerReferences.ts";
import { checkPayrollId, checkPersonDetails } from "./checkPerson.ts";
import type { EmployerReferences, SubmittedPerson } from "./fullPaymentSubmission.ts";
import { employerElement, type GovTalkMessage, govTalkMessage } from "./govTalkMessage.ts";
import { personElements } from "./personXml.ts";
import type { EmployeeFacts, EmployerFacts } from "./submissionFacts.ts";
import { ProblemList, type SubmissionVerdict, verdictOf } from "./submissionProblem.ts";
import { ninoVerificationNamespace } from "./submissionSchemas.ts";
import { employerReferences, submittedPerson } from "./submittedPerson.ts";
import { element, textElement } from "./xmlElement.ts";

/** A request to HMRC to find or confirm National Insurance numbers of new employees. */
interface NinoVerification {
  readonly employer: EmployerReferences;
  /** 5 April of the tax year it is sent in. */
  readonly periodEnd: PlainDate;
  readonly employees: readonly { readonly person: SubmittedPerson; readonly payrollId: string }[];
}

/**
 * The request for these employees, or everything HMRC would refuse in it. The birth date is needed here.
 * Source: HMRC, RTI technical specifications, NINO verification request schema 1.2.
 */
export function buildNinoVerification(
  employer: EmployerFacts,
  employees: readonly [EmployeeFacts, ...EmployeeFacts[]],
  today: PlainDate,
): SubmissionVerdict<NinoVerification> {
  const request: NinoVerification = {
    employer: employerReferences(employer),
    periodEnd: `${Number(taxYearOf(today).slice(0, 4)) + 1}-04-05` as PlainDate,
    employees: employees.map((facts) => ({ person: submittedPerson(facts), payrollId: facts.payrollNumber.trim() })),
  };
  const problems = checkEmployerReferences(request.employer);
  employees.forEach((facts, index) => {
    const list = new ProblemList(`${facts.firstName} ${facts.lastName}`.trim(), `employees.${index}.`);
    const person = submittedPerson(facts);
    checkPersonDetails(person, false, today, list);
    if (facts.gender === null) {
      const rule = "HMRC needs the sex of everybody asked for, as HMRC holds it: F or M.";
      list.add("schema", "gender", null, rule, "Ask the assistant what HMRC has on its records, and put it in.");
    }
    checkPayrollId(facts.payrollNumber.trim(), "payrollNumber", list);
    problems.push(...list.found);
  });
  return verdictOf(request, problems);
}

/** The request as an XML message with its IRmark. */
export function ninoVerificationXml({ employer, periodEnd, employees }: NinoVerification, isTest = false): GovTalkMessage {
  return govTalkMessage({
    messageClass: "HMRC-PAYE-RTI-NVR",
    namespace: ninoVerificationNamespace,
    employer,
    periodEnd,
    isTest,
    content: element("NINOverificationRequest", [
      employerElement(employer, []),
      employees.map(({ person, payrollId }) =>
        element("Employee", [element("EmployeeDetails", personElements(person)), element("Employment", [textElement("PayId", payrollId)])]),
      ),
    ]),
  });
}
