import * as z from "zod";
import type { Week } from "../../../shared/contract/timeOperations.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { optionalText } from "../../../shared/core/text.ts";
import type { Absence } from "../../../shared/timesheets/timesheet.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen, dateText, hoursText } from "../../components/formSchemas.ts";
import { Hours } from "../../components/Hours.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Stack } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { RemoveButton } from "./RemoveButton.tsx";
import { absenceWords } from "./words.ts";

const AbsenceAnswers = z.object({
  engagementId: z.string().min(1, "Choose who is away"),
  kind: chosen(["sickness", "holiday", "unpaidLeave", "familyLeave"], "Choose the kind of absence"),
  fromOn: dateText("Enter the first day away"),
  toOn: dateText("Enter the last day away"),
  hours: hoursText("Enter the hours of paid holiday, or 0"),
  note: optionalText(1000),
});

/** Records days somebody does not work. */
export function AbsenceForm({ week, onDone }: { readonly week: Week; readonly onDone: () => void }) {
  const notice = useNotice();
  const record = useCommand("time.recordAbsence", {
    onDone: ({ finishedPeriod }) => {
      notice.show(
        finishedPeriod === null
          ? "Recorded the absence. Planned shifts on these days stay out of the timesheet."
          : `Recorded the absence. The pay for ${formatDate(finishedPeriod.from)} to ${formatDate(finishedPeriod.to)} is finished. The next pay run pays what is owed for these days.`,
      );
      onDone();
    },
  });
  const [only] = week.rows;
  const form = useForm(
    AbsenceAnswers,
    ({ hours, kind, ...absence }) => record.mutateAsync({ ...absence, kind, minutes: kind === "holiday" ? minutes(hours) : null }),
    { start: { engagementId: week.rows.length === 1 ? only?.engagementId : "", hours: "0" } },
  );
  return (
    <Form of={form}>
      <SelectField
        name="engagementId"
        label="Who is away?"
        emptyChoice="Choose one"
        choices={week.rows.map((row) => ({ value: row.engagementId, label: row.name }))}
      />
      <RadioGroup
        name="kind"
        label="Why?"
        choices={[
          { value: "sickness", label: absenceWords.sickness },
          {
            value: "holiday",
            label: absenceWords.holiday,
            reveals: (
              <TextField
                name="hours"
                label="Hours of paid holiday"
                hint="All days together, for example 12 or 7.5"
                inputMode="decimal"
                width="short"
              />
            ),
          },
          { value: "unpaidLeave", label: absenceWords.unpaidLeave },
          { value: "familyLeave", label: absenceWords.familyLeave, hint: "Maternity, paternity and other leave for families." },
        ]}
      />
      <DateField name="fromOn" label="First day away" />
      <DateField name="toOn" label="Last day away" hint="For one day, the same day again." />
      <TextArea name="note" label="Note" isOptional rows={2} />
      <div>
        <Button type="submit" look="primary" isBusy={form.isBusy}>
          Record the absence
        </Button>
      </div>
    </Form>
  );
}

/** One absence, which can be removed. */
export function AbsenceDetails({ absence, name, onDone }: { readonly absence: Absence; readonly name: string; readonly onDone: () => void }) {
  const notice = useNotice();
  const remove = useCommand("time.removeAbsence", {
    onDone: () => {
      notice.show(`Removed the absence of ${name}.`);
      onDone();
    },
  });
  return (
    <Stack>
      <SummaryList
        rows={[
          { name: "First day away", value: <LongDate on={absence.fromOn} withDay /> },
          { name: "Last day away", value: <LongDate on={absence.toOn} withDay /> },
          ...(absence.minutes === null ? [] : [{ name: "Paid holiday", value: <Hours minutes={absence.minutes} /> }]),
          ...(absence.note === "" ? [] : [{ name: "Note", value: absence.note }]),
        ]}
      />
      <FailureMessage of={remove} />
      <RemoveButton what="this absence" isBusy={remove.isPending} onRemove={() => remove.mutate({ id: absence.id })} />
    </Stack>
  );
}
