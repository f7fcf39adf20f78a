import * as z from "zod";
import { requiredText } from "../../../shared/core/text.ts";
import { useCommand } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, SaveChange, useSaved } from "./changeForm.tsx";

const End = z.object({ endOn: dateText("Enter the last day of the job"), reason: requiredText("Say why the job ends", 400) });

export function EndForm({ record }: ChangeFormProps) {
  const { engagement } = record;
  const save = useCommand("employment.endEngagement", { onDone: useSaved(record, "Saved the last day.") });
  const form = useForm(End, (answer) => save.mutateAsync({ id: engagement.id, ...answer }), {
    start: { endOn: engagement.endOn ?? "", reason: engagement.endReason },
  });
  return (
    <Form of={form}>
      <DateField name="endOn" label="Last day of the job" hasCalendar />
      <TextField name="reason" label="Why does it end?" hint="For example: found another job, moved away, redundancy." />
      <Disclosure summary="Before you end somebody's job">
        <p>
          Notice is at least one week after one month of work, and one week for each year after two years. Ring your insurer's legal helpline or Acas
          first if it is not the assistant's own wish.
        </p>
      </Disclosure>
      <SaveChange record={record} isBusy={form.isBusy} words="Save the last day" />
    </Form>
  );
}
