import * as z from "zod";
import { minutes } from "../../../shared/core/minutes.ts";
import { NationalInsuranceNumber } from "../../../shared/core/text.ts";
import { emptyOr, typedHours } from "../../../shared/people/typedText.ts";
import { useCommand } from "../../api/hooks.ts";
import { Form } from "../../components/Form.tsx";
import { chosen } from "../../components/formSchemas.ts";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { NameFields } from "./AssistantFields.tsx";
import { JobPage, NamePage } from "./assistantForm.ts";
import { type ChangeFormProps, SaveChange, useSaved } from "./changeForm.tsx";
import { holidayBases } from "./words.ts";

const Details = z.object({
  ...NamePage.shape,
  jobTitle: JobPage.shape.jobTitle,
  contractedHours: JobPage.shape.contractedHours,
  holidayBasis: JobPage.shape.holidayBasis,
  nationalInsuranceNumber: emptyOr(NationalInsuranceNumber),
  livesWithPerson: chosen(["yes", "no"], "Choose Yes or No"),
  isFamilyOrFriend: chosen(["yes", "no"], "Choose Yes or No"),
});

const yesNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

/** Particulars without a date of their own. Payslips already made keep what they were made with. */
export function DetailsForm({ record }: ChangeFormProps) {
  const { engagement } = record;
  const { person } = engagement;
  const save = useCommand("employment.updateAssistant", { onDone: useSaved(record, "Saved the details.") });
  const form = useForm(
    Details,
    ({ gender, jobTitle, contractedHours, holidayBasis, nationalInsuranceNumber, livesWithPerson, isFamilyOrFriend, ...typed }) =>
      save.mutateAsync({
        id: engagement.id,
        person: { ...typed, communicationNeeds: person.communicationNeeds },
        particulars: {
          jobTitle,
          nationalInsuranceNumber,
          gender: gender === "F" || gender === "M" ? gender : null,
          contractedMinutesPerWeek: contractedHours === null ? null : minutes(contractedHours),
          holidayBasis,
          livesWithPerson: livesWithPerson === "yes",
          isFamilyOrFriend: isFamilyOrFriend === "yes",
          usualWorkingDays: engagement.usualWorkingDays,
        },
      }),
    {
      start: {
        ...person,
        dateOfBirth: person.dateOfBirth ?? "",
        gender: engagement.gender ?? "",
        jobTitle: engagement.jobTitle,
        contractedHours: typedHours(engagement.contractedMinutesPerWeek),
        holidayBasis: engagement.holidayBasis,
        nationalInsuranceNumber: engagement.nationalInsuranceNumber ?? "",
        livesWithPerson: engagement.livesWithPerson ? "yes" : "no",
        isFamilyOrFriend: engagement.isFamilyOrFriend ? "yes" : "no",
      },
    },
  );
  return (
    <Form of={form}>
      <NameFields />
      <TextField name="nationalInsuranceNumber" label="National Insurance number" width="medium" isOptional />
      <TextField name="jobTitle" label="Job title" />
      <TextField name="contractedHours" label="Agreed hours a week" hint="Leave empty when no hours are promised." width="short" isOptional />
      <RadioGroup name="holidayBasis" label="How does holiday work?" choices={holidayBases} />
      <RadioGroup name="livesWithPerson" label="Do they live in the household of the person the budget is for?" choices={yesNo} isInline />
      <RadioGroup name="isFamilyOrFriend" label="Are they that person's family or a friend?" choices={yesNo} isInline />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
