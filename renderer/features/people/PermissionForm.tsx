import * as z from "zod";
import { requiredText } from "../../../shared/core/text.ts";
import { useCommand } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText, optionalDateText } from "../../components/formSchemas.ts";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, SaveChange, useSaved } from "./changeForm.tsx";

const Permission = z.object({
  agreedBy: requiredText("Enter who agreed"),
  how: requiredText("Say how they agreed, for example by letter or e-mail"),
  agreedOn: dateText("Enter the day they agreed"),
  untilOn: optionalDateText(),
});

export function PermissionForm({ record }: ChangeFormProps) {
  const save = useCommand("employment.recordHouseholdPermission", { onDone: useSaved(record, "Saved the permission.") });
  const form = useForm(Permission, (answer) => save.mutateAsync({ engagementId: record.engagement.id, ...answer }));
  return (
    <Form of={form}>
      <TextField name="agreedBy" label="Who agreed?" hint="Name and body." />
      <TextField name="how" label="How did they agree?" hint="For example: letter, e-mail." />
      <DateField name="agreedOn" label="Agreed on" hasCalendar />
      <DateField name="untilOn" label="Until" hasCalendar isOptional />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
