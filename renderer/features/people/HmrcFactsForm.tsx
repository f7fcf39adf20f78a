import * as z from "zod";
import type { PayArrangements } from "../../../shared/contract/employmentArrangements.ts";
import { optionalText } from "../../../shared/core/text.ts";
import { emptyOr } from "../../../shared/people/typedText.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { Form } from "../../components/Form.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, SaveChange, useSaved } from "./changeForm.tsx";

const Facts = z.object({
  title: optionalText(35),
  middleName: optionalText(35),
  passportNumber: emptyOr(optionalText(35)),
  starterStatement: z.enum(["", "A", "B", "C"]).transform((letter) => (letter === "" ? null : letter)),
  isPaidIrregularly: z.boolean(),
  workplacePostcode: emptyOr(optionalText(12)),
});

export const starterStatements = [
  { value: "A", label: "A: first job since 6 April" },
  { value: "B", label: "B: the only job now, but not the first since 6 April" },
  { value: "C", label: "C: another job or a pension as well" },
] as const;

/** Letters of freeports and investment zones: HMRC asks for the postcode of the workplace with them. */
const zoneLetters = ["D", "E", "F", "I", "K", "L", "N", "S"];

/** What HMRC asks about a person beyond the name, address and number. */
export function HmrcFactsForm({ record }: ChangeFormProps) {
  const arrangements = useQuery("employment.getPayArrangements", { engagementId: record.engagement.id });
  return <Loaded query={arrangements}>{({ hmrcFacts }) => <FactFields record={record} facts={hmrcFacts} />}</Loaded>;
}

function FactFields({ record, facts }: ChangeFormProps & { readonly facts: PayArrangements["hmrcFacts"] }) {
  const { engagement, nationalInsuranceSettings } = record;
  const hasZone = facts.workplacePostcode !== null || nationalInsuranceSettings.some(({ category }) => zoneLetters.includes(category));
  const save = useCommand("employment.saveAssistantHmrcFacts", { onDone: useSaved(record, "Saved what HMRC asks.") });
  const form = useForm(Facts, (answers) => save.mutateAsync({ engagementId: engagement.id, ...answers }), {
    start: {
      title: facts.title,
      middleName: facts.middleName,
      passportNumber: facts.passportNumber ?? "",
      starterStatement: facts.starterStatement ?? "",
      isPaidIrregularly: facts.isPaidIrregularly,
      workplacePostcode: facts.workplacePostcode ?? "",
    },
  });
  return (
    <Form of={form}>
      <TextField name="title" label="Title" hint="Mr, Mrs, Ms, Mx, Dr." width="short" isOptional />
      <TextField name="middleName" label="Middle name" isOptional />
      <TextField
        name="passportNumber"
        label="Passport number"
        hint="Only when you saw a passport for the right-to-work check."
        width="medium"
        isOptional
      />
      <RadioGroup
        name="starterStatement"
        label="Statement of the starter checklist"
        hint="HMRC asks for it with the first payday, with a P45 too."
        choices={[...starterStatements, { value: "", label: "Not given" }]}
      />
      <Checkbox
        name="isPaidIrregularly"
        label="Months may go by without pay"
        hint="Tick for casual work. Otherwise HMRC takes it after three months that the job ended."
      />
      {hasZone && (
        <TextField
          name="workplacePostcode"
          label="Postcode of the workplace"
          hint="HMRC asks for it with letters of freeports and investment zones."
          width="short"
          isOptional
        />
      )}
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
