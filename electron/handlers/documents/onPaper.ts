import { notFound } from "../../../shared/contract/errors.ts";
import type { EmployeeOnPaper, EmployerOnPaper } from "../../../shared/payroll/documents/onPaper.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { fullName, type Person } from "../../../shared/people/person.ts";
import type { ReadDb } from "../../db/database.ts";
import { findAssistantHmrcFacts } from "../../db/repositories/hmrcFactsRepository.ts";
import { findPerson } from "../../db/repositories/householdRepository.ts";

/** The employer as papers name them. */
export type NamedEmployer = EmployerOnPaper & { readonly accountsOfficeReference: string | null };

/** The holder of the money: the legal employer. */
export function holderOf(db: ReadDb, { holderPersonId }: Employer): Person {
  const holder = findPerson(db, holderPersonId);
  if (!holder) throw notFound("employer");
  return holder;
}

/** "4 Larch Row, Exampleton, ZZ1 1ZZ". */
export const addressOnPaper = ({ address, postcode }: Pick<Person, "address" | "postcode">): string =>
  [address, postcode].filter((part) => part !== "").join(", ");

/** The employer with references, as papers name them. */
export function employerOnPaper(db: ReadDb, employer: Employer): NamedEmployer {
  const holder = holderOf(db, employer);
  return {
    employerName: fullName(holder),
    employerAddress: addressOnPaper(holder),
    payeReference: employer.payeReference,
    accountsOfficeReference: employer.accountsOfficeReference,
  };
}

/** An assistant as papers name them. */
export function employeeOnPaper(db: ReadDb, engagement: Engagement): EmployeeOnPaper {
  const { person } = engagement;
  const { middleName } = findAssistantHmrcFacts(db, engagement.id);
  return {
    firstNames: [person.firstName, middleName].filter((name) => name !== "").join(" "),
    lastName: person.lastName,
    address: addressOnPaper(person),
    dateOfBirth: person.dateOfBirth,
    gender: engagement.gender,
    nationalInsuranceNumber: engagement.nationalInsuranceNumber,
    payrollNumber: engagement.payrollNumber,
  };
}
