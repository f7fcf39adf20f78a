import * as z from "zod";
import { useCommand } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, SaveChange, useSaved } from "./changeForm.tsx";

const Given = z.object({ givenOn: dateText("Enter the day it was given") });

/** The P45 was given: what is paid after it is a payment after leaving. */
export function P45Form({ record }: ChangeFormProps) {
  const save = useCommand("employment.recordP45", { onDone: useSaved(record, "Saved the day of the P45.") });
  const form = useForm(Given, (answer) => save.mutateAsync({ engagementId: record.engagement.id, ...answer }));
  return (
    <Form of={form}>
      <DateField name="givenOn" label="Day you gave the P45" hint="On or after the last payday. It can be given once only." hasCalendar />
      <SaveChange record={record} isBusy={form.isBusy} words="Save the day" />
    </Form>
  );
}
