import * as z from "zod";
import { optionalText } from "../../../shared/core/text.ts";
import { CheckKind } from "../../../shared/people/engagement.ts";
import { useCommand } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText, optionalDateText } from "../../components/formSchemas.ts";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, SaveChange, useSaved } from "./changeForm.tsx";

export const checkKinds = [
  { value: "rightToWork", label: "Right to work in the UK", hint: "Passport, or an online check with a share code." },
  { value: "dbs", label: "DBS check", hint: "They apply for it themselves; you look at the certificate." },
  { value: "writtenStatement", label: "Written statement of the job given", hint: "Due on the first day at the latest." },
] as const;

const Check = z.object({
  kind: z.enum(CheckKind.options, { error: "Choose the check" }),
  checkedOn: dateText("Enter the day it was done"),
  untilOn: optionalDateText(),
  reference: optionalText(),
  seenBy: optionalText(),
});

export function CheckForm({ record }: ChangeFormProps) {
  const save = useCommand("employment.recordCheck", { onDone: useSaved(record, "Saved the check.") });
  const form = useForm(Check, (check) => save.mutateAsync({ engagementId: record.engagement.id, ...check }));
  return (
    <Form of={form}>
      <RadioGroup name="kind" label="Which check?" choices={checkKinds} />
      <DateField name="checkedOn" label="Done on" hasCalendar />
      <DateField name="untilOn" label="Good until" hint="Only when the permission ends some day." hasCalendar isOptional />
      <TextField name="reference" label="Number or note" hint="For a DBS check: the certificate number and level. Keep no copy." isOptional />
      <TextField name="seenBy" label="Seen by" isOptional />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
