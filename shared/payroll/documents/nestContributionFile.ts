import { decimalPounds, type Pence } from "../../core/money.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import type { PayFrequency } from "../../rates/payTerms.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import type { MemberContribution, ReducedContributionReason } from "./pensionContributions.ts";

export interface NestFileInput {
  /** "EMP" and nine digits, from NEST. */
  readonly employerReference: string;
  /** The payment source's name, exactly as in the NEST account. */
  readonly paymentSource: string;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly payFrequency: PayFrequency;
  readonly contributions: readonly MemberContribution[];
}

const frequencyWords: Readonly<Record<PayFrequency, string>> = {
  weekly: "Weekly",
  fortnightly: "Fortnightly",
  fourWeekly: "Four weekly",
  monthly: "Monthly",
};
/** NEST's reason codes for paying less than usual. Source: NEST, help centre: Making partial or zero payments through file upload. */
const reasonCodes: Readonly<Record<ReducedContributionReason, string>> = { left: "1", familyLeave: "3", insufficientEarnings: "5" };

interface NestField {
  readonly name: string;
  readonly value: (contribution: MemberContribution) => string;
}
const field = (name: string, value: NestField["value"] = () => ""): NestField => ({ name, value });
const amount = (value: Pence) => decimalPounds(value);

/**
 * The fields of a detail record, in NEST's order. Field 9 (the reason) and the codes are as published in NEST's help centre; the order of the others, and
 * what header and trailer hold, follow its Employer payroll guide, version 11, and are not confirmed: check a first file with NEST's file checker, and change them here.
 */
export const nestDetailFields: readonly NestField[] = [
  field("Record type", () => "D"),
  field("Surname", ({ lastName }) => lastName),
  field("National Insurance number", ({ nationalInsuranceNumber }) => nationalInsuranceNumber ?? ""),
  field("Alternative identifier", ({ payrollNumber }) => payrollNumber),
  field("Pensionable earnings", ({ pensionableEarnings }) => amount(pensionableEarnings)),
  field("Pensionable earnings on family leave"),
  field("Employer contribution", ({ employer }) => amount(employer)),
  field("Member contribution", ({ member }) => amount(member)),
  field("Reason for partial or non-payment", ({ reason }) => (reason === null ? "" : reasonCodes[reason])),
  field("Effective date of partial or non-payment", ({ reasonFrom }) => reasonFrom ?? ""),
  field("New group name"),
  field("Effective date of change of group"),
  field("New payment source name"),
  field("Effective date of change of payment source"),
];

/**
 * A contribution schedule (process type CS) in NEST's CSV format: a header, a record for each member, a trailer with their number. Amounts in pounds with two decimals,
 * dates as year-month-day; the member's share without tax relief, which NEST claims. Refuses a reference or name NEST would not take, and amounts below zero.
 * Source: NEST, Employer payroll guide, version 11, section 3.2; order of fields: see `nestDetailFields`.
 */
export function writeNestContributionFile(input: NestFileInput): Verdict<string> {
  const problems = problemsOf(input);
  if (problems.length > 0) return refused(...problems);
  const { employerReference, paymentSource, periodFrom, periodTo, payFrequency, contributions } = input;
  const header = ["H", employerReference, "CS", periodTo, paymentSource, "", frequencyWords[payFrequency], "", periodFrom];
  const details = contributions.map((contribution) => nestDetailFields.map(({ value }) => value(contribution)));
  const trailer = ["T", String(contributions.length), "3"];
  return accepted([header, ...details, trailer].map((fields) => `${fields.map(quoted).join(",")}\r\n`).join(""));
}

const quoted = (value: string) => (/[",]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
/** Letters, digits, spaces and the marks names have; nothing a spreadsheet would run. */
const isPlainName = (text: string) => /^[\p{L}\p{M}0-9][\p{L}\p{M}0-9 .,'’&/()-]*$/u.test(text);

function problemsOf({ employerReference, paymentSource, contributions }: NestFileInput): PayProblem[] {
  const problems: PayProblem[] = [];
  if (!/^EMP\d{9}$/.test(employerReference)) {
    problems.push(problem("employerReference", employerReference, "NEST's employer reference is EMP and nine digits.", "Look in your NEST account."));
  }
  if (!isPlainName(paymentSource)) {
    problems.push(
      problem(
        "paymentSource",
        paymentSource,
        "The payment source must have its name from the NEST account.",
        "Look under Payment sources in your NEST account.",
      ),
    );
  }
  if (contributions.length === 0) problems.push(problem("contributions", "", "Nobody is in the pension in this pay run.", "Nothing need be sent."));
  for (const [index, each] of contributions.entries()) {
    if (!isPlainName(each.lastName))
      problems.push(problem(`contributions.${index}.lastName`, each.lastName, "NEST needs a last name.", "Put the name right under People."));
    if (each.employer < 0 || each.member < 0) {
      problems.push(
        problem(
          `contributions.${index}`,
          each.lastName,
          "NEST takes no contribution below nothing.",
          "A refund after an opt-out is asked for in the NEST account.",
        ),
      );
    }
  }
  return problems;
}
