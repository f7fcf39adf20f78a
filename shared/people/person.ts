import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { PlainDate } from "../core/plainDate.ts";
import { optionalText, requiredText } from "../core/text.ts";

/** What is typed about anyone: the budget person, the holder, a helper, a personal assistant. Empty text where nothing is known. */
export const PersonDetails = z.object({
  firstName: requiredText("Enter their first name", 80),
  lastName: requiredText("Enter their last name", 80),
  dateOfBirth: PlainDate.nullable().default(null),
  address: optionalText(400).default(""),
  postcode: optionalText(12).default(""),
  phone: optionalText(40).default(""),
  email: optionalText(200).default(""),
  communicationNeeds: optionalText(1000).default(""),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/** Somebody the file knows. */
export const Person = PersonDetails.extend({ id: RecordId });
export type Person = z.infer<typeof Person>;

/** "Amara Okafor". */
export function fullName(person: Pick<Person, "firstName" | "lastName">): string {
  return `${person.firstName} ${person.lastName}`;
}

/** Who holds the money: the budget person, or a representative or nominee for them (SI 2013/1617 regulations 4 to 6). */
export const HolderKind = z.enum(["self", "representative", "nominee"]);
export type HolderKind = z.infer<typeof HolderKind>;

/**
 * Who is who. The holder is the legal employer: their name is on contracts, payslips, insurance and HMRC papers.
 * When `holderKind` is "self" the holder is the budget person.
 */
export const Household = z.object({
  budgetPerson: Person,
  holder: Person,
  holderKind: HolderKind,
  /** What lets a representative or nominee act: power of attorney, deputyship, parental responsibility, nomination letter. */
  holderAuthority: z.string(),
  atTheKeyboard: Person,
});
export type Household = z.infer<typeof Household>;

/** Who is who as far as set-up has come. */
export const HouseholdSoFar = z.object({
  budgetPerson: Person.nullable(),
  holder: Person.nullable(),
  holderKind: HolderKind.nullable(),
  holderAuthority: z.string(),
  atTheKeyboard: Person.nullable(),
});
export type HouseholdSoFar = z.infer<typeof HouseholdSoFar>;
