import * as z from "zod";
import { moneyText } from "../../../shared/core/text.ts";
import { useCommand } from "../../api/hooks.ts";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { MoneyField } from "../../components/MoneyField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, FromField, SaveChange, useSaved } from "./changeForm.tsx";
import { perWords } from "./words.ts";

const Rate = z.object({
  kindOfTimeId: z.string().min(1, "Choose a kind of time"),
  fromOn: dateText("Enter the day it starts"),
  ratePence: moneyText("Enter the new rate"),
});

export function RateForm({ record }: ChangeFormProps) {
  const save = useCommand("employment.changePayRate", { onDone: useSaved(record, "Saved the new rate.") });
  const form = useForm(Rate, (change) => save.mutateAsync({ engagementId: record.engagement.id, ...change }));
  return (
    <Form of={form}>
      <SelectField
        name="kindOfTimeId"
        label="Kind of time"
        emptyChoice="Choose one"
        choices={record.kindsOfTime.map((kind) => ({ value: kind.id, label: `${kind.name}, ${perWords[kind.paidBy]}` }))}
      />
      <MoneyField name="ratePence" label="New rate" />
      <FromField record={record} rests="dayWorked" />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
