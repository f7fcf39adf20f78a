import { addMonths, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { textOfSetG } from "./checkEmployerReferences.ts";
import type { SubmittedAddress, SubmittedEmployee, SubmittedName, SubmittedPerson } from "./fullPaymentSubmission.ts";
import type { ProblemList } from "./submissionProblem.ts";

const ninoShape =
  /^([ACEHJLMOPRSWXY][A-CEGHJ-NPR-TW-Z]|B[A-CEHJ-NPR-TW-Z]|G[ACEGHJ-NPR-TW-Z]|[KT][A-CEGHJ-MPR-TW-Z]|N[A-CEGHJL-NPR-SW-Z]|Z[A-CEGHJ-NPR-TW-Y])\d{6}[A-D ]$/;

/** True for a National Insurance number HMRC takes: a prefix in use, six digits, and A, B, C, D or a space. Source: RTI schema, PAYENINOtype. */
const isNino = (text: string): boolean => ninoShape.test(text);

const nameShape = /^[A-Za-z][A-Za-z '-]{0,34}$/;
const ninoWayOut =
  "Copy it from a payslip, P45 or letter of HMRC. Leave it empty if it is not known; HMRC will find it by name, birth date and address.";

const twoLines = "Put in house and street, and the town on a line of its own.";

/** What HMRC would refuse in who the employee is. `today` is the day it is sent. Source: RTI schemas and rules 7829, 7845, 7846 and those of the details. */
export function checkPerson(
  employee: Pick<SubmittedEmployee, "person" | "starter" | "isToNonIndividual" | "payment">,
  today: PlainDate,
  list: ProblemList,
): void {
  const { person, starter } = employee;
  checkPersonDetails(person, employee.isToNonIndividual, today, list);
  if (starter) {
    const rule = "HMRC needs an address of at least two lines for somebody who starts.";
    const lines = person.address?.lines ?? [];
    list.unless(lines.length >= 2, "7829", "address", lines.join(", ") || null, rule, twoLines);
  }
  if (person.passportNumber !== null) {
    const isNumber = person.passportNumber.length <= 35 && textOfSetG.test(person.passportNumber);
    const rule = "A passport number is up to 35 letters and digits.";
    list.unless(isNumber, "schema", "passportNumber", person.passportNumber, rule, "Copy it from the passport or leave it out.");
  }
  const parent = person.otherParent;
  if (parent) {
    checkNino(parent.nationalInsuranceNumber, "otherParent.nationalInsuranceNumber", list);
    checkName(parent.name, "otherParent.firstName", "otherParent.lastName", "7846", list);
    const rule = "The other parent is named only when Shared Parental Pay was paid this tax year.";
    const isPaid = employee.payment.statutoryPayToDate.sharedParental !== null;
    list.unless(isPaid, "7845", "otherParent", parent.name.surname, rule, "Take the other parent out, or put in the Shared Parental Pay.");
  }
}

/** The part of that which every message has: number, name, address, birth date. Source: RTI schemas and rules 5001, 7823 to 7826, 7907 and 7932. */
export function checkPersonDetails(person: SubmittedPerson, mayLackBirthDate: boolean, today: PlainDate, list: ProblemList): void {
  checkNino(person.nationalInsuranceNumber, "nationalInsuranceNumber", list);
  checkName(person.name, "firstName", "lastName", "7824", list);
  if (person.name.title !== null) {
    const isTitle = /^[A-Za-z][A-Za-z .'-]{0,34}$/.test(person.name.title);
    list.unless(isTitle, "schema", "title", person.name.title, "A title is letters, like Ms or Dr.", "Write the title in letters or leave it out.");
  }
  if (person.address) checkAddress(person.address, list);
  if (person.nationalInsuranceNumber === null) {
    const lines = person.address?.lines ?? [];
    const rule = "Without a National Insurance number HMRC needs an address of at least two lines.";
    list.unless(lines.length >= 2, "7823", "address", lines.join(", ") || null, rule, twoLines);
  }
  checkBirthDate(person.birthDate, mayLackBirthDate, today, list);
}

/** What HMRC would refuse in a payroll ID. Source: RTI schemas, PayrollIdType. */
export function checkPayrollId(text: string, field: string, list: ProblemList): void {
  const isPayrollId = text.length >= 1 && text.length <= 35 && !text.startsWith(" ") && textOfSetG.test(text);
  const rule = "A payroll ID is 1 to 35 letters, digits or simple signs.";
  list.unless(isPayrollId, "schema", field, text === "" ? null : text, rule, "Give the assistant a payroll number like PA-001.");
}

function checkNino(value: string | null, field: string, list: ProblemList): void {
  if (value === null) return;
  const rule =
    "A National Insurance number is two letters, six numbers and a letter A to D, like QQ 12 34 56 C, and some pairs of letters are never used.";
  list.unless(isNino(value), "schema", field, value, rule, ninoWayOut);
}

function checkName(name: SubmittedName, firstField: string, lastField: string, code: string, list: ProblemList): void {
  const [first] = name.forenames;
  if (first === undefined) list.add(code, firstField, null, "HMRC needs a first name.", "Put in the first name in full, as on the passport.");
  const rule = "HMRC takes names of 1 to 35 letters with spaces, hyphens and apostrophes, beginning with a letter.";
  for (const forename of name.forenames) {
    list.unless(nameShape.test(forename), "schema", firstField, forename, rule, "Write the name without other signs, in 35 letters or fewer.");
  }
  list.unless(
    nameShape.test(name.surname),
    "schema",
    lastField,
    name.surname || null,
    rule,
    "Write the name without other signs, in 35 letters or fewer.",
  );
}

function checkAddress({ lines, postcode, foreignCountry }: SubmittedAddress, list: ProblemList): void {
  const rule = "HMRC takes up to four address lines of 35 characters, each beginning with a letter or digit, without signs like # or @.";
  const isFine = lines.length <= 4 && lines.every((line) => line.length <= 35 && /^[A-Za-z0-9]/.test(line) && textOfSetG.test(line));
  list.unless(isFine, "schema", "address", lines.join(", "), rule, "Shorten the address: house and street, place, town.");
  if (postcode !== null) {
    const isPostcode = /^[A-Za-z0-9][A-Za-z0-9 ]{0,9}$/.test(postcode);
    list.unless(
      isPostcode,
      "schema",
      "postcode",
      postcode,
      "A postcode is letters and digits, like AB1 2XY.",
      "Correct the postcode or leave it out.",
    );
  }
  if (foreignCountry !== null) {
    const isCountry = foreignCountry.length <= 35 && /^[A-Za-z]/.test(foreignCountry) && textOfSetG.test(foreignCountry);
    list.unless(isCountry, "schema", "foreignCountry", foreignCountry, "A country is named in up to 35 letters.", "Write the country in English.");
    const two = "An address abroad needs at least two lines beside the country.";
    list.unless(lines.length >= 2, "7825", "address", lines.join(", ") || null, two, twoLines);
  }
  list.unless(lines.length > 0 || postcode !== null, "7932", "address", null, "An address has at least one line or a postcode.", twoLines);
}

function checkBirthDate(birthDate: PlainDate | null, mayBeMissing: boolean, today: PlainDate, list: ProblemList): void {
  if (birthDate === null) {
    const rule = "HMRC needs the date of birth of everybody who is paid.";
    list.unless(mayBeMissing, "7907", "dateOfBirth", null, rule, "Put in the date of birth from the right-to-work check.");
    return;
  }
  const correct = "Correct the date of birth.";
  list.unless(birthDate <= today, "5001", "dateOfBirth", birthDate, `A date of birth is not after today, ${formatDate(today)}.`, correct);
  const rule = "HMRC takes dates of birth of the last 130 years.";
  list.unless(birthDate > addMonths(today, -130 * 12), "7826", "dateOfBirth", birthDate, rule, correct);
}
