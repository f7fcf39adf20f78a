import * as z from "zod";
import { optionalText, requiredText } from "../../../shared/core/text.ts";
import type { Person } from "../../../shared/people/person.ts";
import { DateField } from "../../components/DateField.tsx";
import { optionalDateText } from "../../components/formSchemas.ts";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";

/** What is typed about somebody in set-up. */
export const personShape = {
  firstName: requiredText("Enter the first name", 80),
  lastName: requiredText("Enter the last name", 80),
  dateOfBirth: optionalDateText(),
  address: optionalText(400),
  postcode: optionalText(12),
  phone: optionalText(40),
  email: optionalText(),
};

export const PersonForm = z.object(personShape);

/** What is known about somebody, as the boxes show it. */
export const typedPerson = (person: Person | null) => ({
  firstName: person?.firstName ?? "",
  lastName: person?.lastName ?? "",
  dateOfBirth: person?.dateOfBirth ?? "",
  address: person?.address ?? "",
  postcode: person?.postcode ?? "",
  phone: person?.phone ?? "",
  email: person?.email ?? "",
});

/** Name first; the rest may wait. */
export function PersonFields({ hasDateOfBirth }: { readonly hasDateOfBirth: boolean }) {
  return (
    <>
      <TextField name="firstName" label="First name" width="medium" />
      <TextField name="lastName" label="Last name" width="medium" />
      {hasDateOfBirth && <DateField name="dateOfBirth" label="Date of birth" hint="For example, 27 3 1984" isOptional />}
      <TextArea name="address" label="Address" rows={3} isOptional />
      <TextField name="postcode" label="Postcode" width="short" isOptional />
      <TextField name="phone" label="Phone" type="tel" width="medium" isOptional />
      <TextField name="email" label="E-mail" type="email" isOptional />
    </>
  );
}
