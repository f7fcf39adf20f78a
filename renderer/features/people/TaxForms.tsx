import * as z from "zod";
import { requiredText } from "../../../shared/core/text.ts";
import { NationalInsuranceCategory } from "../../../shared/rates/payTerms.ts";
import { useCommand } from "../../api/hooks.ts";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, FromField, SaveChange, useSaved } from "./changeForm.tsx";
import { nationalInsuranceLetters } from "./words.ts";

const TaxCode = z.object({
  taxCode: requiredText("Enter the tax code", 12),
  isWeek1Month1: z.boolean(),
  source: requiredText("Say where the code came from"),
  fromOn: dateText("Enter the day it starts"),
});

export function TaxCodeForm({ record }: ChangeFormProps) {
  const save = useCommand("employment.changeTaxCode", { onDone: useSaved(record, "Saved the new tax code.") });
  const form = useForm(TaxCode, (change) => save.mutateAsync({ engagementId: record.engagement.id, ...change }), {
    start: { source: "HMRC coding notice" },
  });
  return (
    <Form of={form}>
      <TextField name="taxCode" label="Tax code" hint="As on HMRC's notice, for example 1257L or K100." width="short" />
      <Checkbox name="isWeek1Month1" label="Week 1 or month 1 basis" hint="Tick when the notice says W1, M1 or X: each payday is taxed on its own." />
      <TextField name="source" label="Where did it come from?" />
      <FromField record={record} rests="payday" />
      <Disclosure summary="Which day do I choose?">
        <p>Use the day on the notice. The code counts for every payday on or after it.</p>
      </Disclosure>
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}

const Letter = z.object({
  category: z.enum(NationalInsuranceCategory.options, { error: "Choose the letter" }),
  fromOn: dateText("Enter the day it starts"),
});

export function NationalInsuranceForm({ record }: ChangeFormProps) {
  const save = useCommand("employment.changeNationalInsurance", { onDone: useSaved(record, "Saved the new letter.") });
  const form = useForm(Letter, (change) => save.mutateAsync({ engagementId: record.engagement.id, ...change }));
  return (
    <Form of={form}>
      <SelectField name="category" label="National Insurance letter" emptyChoice="Choose one" choices={nationalInsuranceLetters} />
      <FromField record={record} rests="payday" />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
