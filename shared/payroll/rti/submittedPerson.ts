import type { PlainDate } from "../../core/plainDate.ts";
import type { EmployerReferences, HoursBand, SubmittedAddress, SubmittedName, SubmittedPerson } from "./fullPaymentSubmission.ts";
import type { EmployeeFacts, EmployerFacts, StarterStatement } from "./submissionFacts.ts";
import { addressLines, plainLetters, submittedName, submittedPostcode } from "./submittedText.ts";

const bare = (text: string) => text.replace(/\s/g, "").toUpperCase();
const orNull = (text: string) => (text === "" ? null : text);

/** The employer's references for a message: "123/AB456" is office 123, reference AB456. Nothing known becomes empty text, which the check refuses. */
export function employerReferences(facts: EmployerFacts): EmployerReferences {
  const [officeNumber = "", ...rest] = bare(facts.payeReference ?? "").split("/");
  return {
    officeNumber,
    payeReference: rest.join("/"),
    accountsOfficeReference: bare(facts.accountsOfficeReference ?? ""),
    selfAssessmentReference: orNull(bare(facts.selfAssessmentReference ?? "")),
    corporationTaxReference: orNull(bare(facts.corporationTaxReference ?? "")),
  };
}

/** Who the employee is, in letters HMRC takes. `gender` is "F" where it is not known: the builder refuses that by itself. */
export function submittedPerson(facts: EmployeeFacts): SubmittedPerson {
  const parent = facts.otherParent;
  return {
    nationalInsuranceNumber: orNull(bare(facts.nationalInsuranceNumber ?? "")),
    name: nameOf(facts.title, [facts.firstName, facts.middleName], facts.lastName),
    address: addressOf(facts),
    birthDate: facts.dateOfBirth,
    gender: facts.gender ?? "F",
    passportNumber: orNull(plainLetters(facts.passportNumber)),
    otherParent: parent && {
      nationalInsuranceNumber: orNull(bare(parent.nationalInsuranceNumber ?? "")),
      name: nameOf("", [parent.firstName], parent.lastName),
    },
  };
}

function nameOf(title: string, forenames: readonly string[], surname: string): SubmittedName {
  return {
    title: orNull(plainLetters(title)),
    forenames: forenames.map(submittedName).filter((name) => name !== ""),
    surname: submittedName(surname),
  };
}

function addressOf(facts: EmployeeFacts): SubmittedAddress | null {
  const lines = addressLines(facts.address, facts.postcode);
  const country = plainLetters(facts.foreignCountry);
  const postcode = country === "" ? submittedPostcode(facts.postcode) : "";
  if (lines.length === 0 && postcode === "" && country === "") return null;
  return { lines, postcode: orNull(postcode), foreignCountry: orNull(country) };
}

/** HMRC's band of normal weekly hours: A up to 15.99, B 16 to 23.99, C 24 to 29.99, D 30 or more, E no regular hours. Minutes. Source: HMRC data item 54. */
export function hoursBandOf(contractedMinutesPerWeek: number | null): HoursBand {
  if (contractedMinutesPerWeek === null) return "E";
  if (contractedMinutesPerWeek >= 30 * 60) return "D";
  if (contractedMinutesPerWeek >= 24 * 60) return "C";
  return contractedMinutesPerWeek >= 16 * 60 ? "B" : "A";
}

const declared = { declarationA: "A", declarationB: "B", declarationC: "C" } as const;

/**
 * The statement a start is sent with, and what to know where it is a guess: HMRC wants A, B or C from somebody with a P45 too. A P45 tells of a job
 * earlier in the year and this one now, which is B; with neither, C. Source: HMRC data item 24A and rule 7881.
 */
export function starterStatementOf(facts: Pick<EmployeeFacts, "starterKind" | "starterStatement" | "firstName">): {
  readonly statement: StarterStatement;
  readonly notice: string | null;
} {
  const { starterKind, starterStatement, firstName } = facts;
  if (starterStatement) return { statement: starterStatement, notice: null };
  if (starterKind === "declarationA" || starterKind === "declarationB" || starterKind === "declarationC") {
    return { statement: declared[starterKind], notice: null };
  }
  if (starterKind === "p45") {
    return {
      statement: "B",
      notice: `${firstName} brought a P45 and no starter checklist, so the start is told with statement B: the only job now, after another this year. Ask ${firstName} if that is right.`,
    };
  }
  return {
    statement: "C",
    notice: `${firstName} filled in no starter checklist, so the start is told with statement C. Ask ${firstName} for the checklist.`,
  };
}

/** The leaving date goes with the payslip of the pay period it falls in, and again with a payment after leaving. */
export function leavingDateOf(facts: Pick<EmployeeFacts, "endOn">, periodTo: PlainDate, isAfterLeaving: boolean): PlainDate | null {
  return facts.endOn !== null && (isAfterLeaving || facts.endOn <= periodTo) ? facts.endOn : null;
}
