import * as z from "zod";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { optionalText } from "../../../shared/core/text.ts";
import type { Absence } from "../../../shared/timesheets/timesheet.ts";
import type { Output } from "../../api/client.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, SaveChange, useSaved } from "./changeForm.tsx";

const Sickness = z.object({
  fromOn: dateText("Enter the first day of sickness"),
  toOn: dateText("Enter the last day of sickness"),
  note: optionalText(400),
});

/** Records sickness, or puts the days of one spell right (`about`), paid already or not. */
export function SicknessForm(props: ChangeFormProps) {
  const absences = useQuery("time.listAbsences", { engagementId: props.record.engagement.id });
  return (
    <Loaded query={absences}>
      {(list) => <SicknessFields key={props.about ?? "new"} {...props} spell={list.find(({ id }) => id === props.about)} />}
    </Loaded>
  );
}

type Told = Pick<Output<"time.recordAbsence">, "finishedPeriod">;

function SicknessFields({ record, spell }: ChangeFormProps & { readonly spell: Absence | undefined }) {
  const { id: engagementId, person } = record.engagement;
  const saved = useSaved(record, "Saved the sickness.");
  const onDone = ({ finishedPeriod }: Told) =>
    saved({
      warnings: finishedPeriod
        ? [
            `The pay for ${formatDate(finishedPeriod.from)} to ${formatDate(finishedPeriod.to)} is finished, so the next pay run pays or takes back the difference. The Leave part shows how much.`,
          ]
        : [],
    });
  const add = useCommand("time.recordAbsence", { onDone });
  const change = useCommand("time.changeAbsence", { onDone });
  const form = useForm(
    Sickness,
    (days) => (spell ? change.mutateAsync({ id: spell.id, ...days }) : add.mutateAsync({ engagementId, kind: "sickness", minutes: null, ...days })),
    { start: { fromOn: spell?.fromOn ?? "", toOn: spell?.toOn ?? "", note: spell?.note ?? "" } },
  );
  return (
    <Form of={form}>
      <DateField name="fromOn" label="First day of sickness" hasCalendar />
      <DateField name="toOn" label="Last day of sickness" hint="For one day, the same day again. You can change it later." hasCalendar />
      <TextArea name="note" label="Note" hint="Do not write down what the illness is." rows={2} isOptional />
      <Disclosure summary="What proof may I ask for?">
        <p>
          For the first seven days {person.firstName} only tells you in writing. After that you may ask for a fit note. You may not hold back
          Statutory Sick Pay because a note is late.
        </p>
      </Disclosure>
      <SaveChange record={record} isBusy={form.isBusy} words="Save the sickness" />
    </Form>
  );
}

const Day = z.object({ onDate: dateText("Enter the day") });

/** A day worked during family leave (`about`) without losing pay. */
export function KeepingInTouchForm({ record, about = "" }: ChangeFormProps) {
  const save = useCommand("employment.addKeepingInTouchDay", { onDone: useSaved(record, "Saved the keeping-in-touch day.") });
  const form = useForm(Day, (day) => save.mutateAsync({ familyLeaveId: about, ...day }));
  return (
    <Form of={form}>
      <DateField
        name="onDate"
        label="Day they worked"
        hint="Even an hour of work uses up a whole day. Pay for the hours goes through a timesheet."
        hasCalendar
      />
      <SaveChange record={record} isBusy={form.isBusy} words="Save the day" />
    </Form>
  );
}
