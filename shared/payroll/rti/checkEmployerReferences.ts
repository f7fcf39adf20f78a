import type { EmployerReferences } from "./fullPaymentSubmission.ts";
import { ProblemList, type SubmissionProblem } from "./submissionProblem.ts";
import { isUniqueTaxReference } from "./uniqueTaxReference.ts";

/** Letters, digits and signs of HMRC's character set G. */
export const textOfSetG = /^[A-Za-z0-9 .,\-()/=!"%&*;<>'+:?]*$/;

/** The reference stands in the message's header too, whose characters are fewer. */
const headerText = /^[A-Za-z0-9 &'()*,\-./]*$/;

/** What HMRC would refuse in the employer's references. Source: RTI schemas and rules 7882 and 7952. */
export function checkEmployerReferences(employer: EmployerReferences): SubmissionProblem[] {
  const list = new ProblemList(null, "employer.");
  const { officeNumber, payeReference, accountsOfficeReference, selfAssessmentReference, corporationTaxReference } = employer;
  list.unless(
    /^\d{3}$/.test(officeNumber) && payeReference.length <= 10 && /^[^ ]/.test(payeReference) && headerText.test(payeReference),
    "schema",
    "payeReference",
    officeNumber === "" ? null : `${officeNumber}/${payeReference}`,
    "A PAYE reference is three digits, a slash and up to ten letters or digits, like 123/AB456.",
    "Copy it from the letter HMRC sent when you registered as an employer.",
  );
  list.unless(
    /^\d{3}P[A-Z]\d{7}[\dX]$/.test(accountsOfficeReference),
    "schema",
    "accountsOfficeReference",
    accountsOfficeReference === "" ? null : accountsOfficeReference,
    "An Accounts Office reference is 13 characters: three digits, P, a letter, seven digits and a digit or X.",
    "Copy it from the letter HMRC sent when you registered as an employer.",
  );
  const reference = (field: string, value: string | null) => {
    if (value === null) return;
    const rule = "A Unique Taxpayer Reference is ten digits, and the first digit has to fit the others.";
    list.unless(isUniqueTaxReference(value), "7882", field, value, rule, "Copy it again from a letter of HMRC, or leave it out.");
  };
  reference("selfAssessmentReference", selfAssessmentReference);
  reference("corporationTaxReference", corporationTaxReference);
  list.unless(
    selfAssessmentReference === null || corporationTaxReference === null,
    "7952",
    "corporationTaxReference",
    corporationTaxReference,
    "An employer sends a Self Assessment reference or a Corporation Tax reference, never both.",
    "Take out the one that does not belong to the employer.",
  );
  return list.found;
}
