import type { SubmittedName, SubmittedPerson } from "./fullPaymentSubmission.ts";
import { element, optionalElement, textElement, type XmlElement } from "./xmlElement.ts";

function nameElement(name: SubmittedName): XmlElement {
  return element("Name", [
    optionalElement("Ttl", name.title),
    name.forenames.slice(0, 2).map((forename) => textElement("Fore", forename)),
    textElement("Sur", name.surname),
  ]);
}

/** The elements of a person that every message has: number, name, address, birth date, sex. Source: RTI schemas, EmployeeDetails. */
export function personElements({ nationalInsuranceNumber, name, address, birthDate, gender }: SubmittedPerson): (XmlElement | null)[] {
  return [
    optionalElement("NINO", nationalInsuranceNumber),
    nameElement(name),
    address &&
      element("Address", [
        address.lines.map((line) => textElement("Line", line)),
        optionalElement("UKPostcode", address.postcode),
        optionalElement("ForeignCountry", address.foreignCountry),
      ]),
    optionalElement("BirthDate", birthDate),
    textElement("Gender", gender),
  ];
}

/** Everything a Full Payment Submission says of who the employee is. */
export function employeeDetailsElement(person: SubmittedPerson): XmlElement {
  const parent = person.otherParent;
  return element("EmployeeDetails", [
    personElements(person),
    optionalElement("PassportNumber", person.passportNumber),
    parent && element("PartnerDetails", [optionalElement("NINO", parent.nationalInsuranceNumber), nameElement({ ...parent.name, title: null })]),
  ]);
}
