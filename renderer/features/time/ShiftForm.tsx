import type { Week } from "../../../shared/contract/timeOperations.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Form } from "../../components/Form.tsx";
import { NotificationBanner, useNotice } from "../../components/NotificationBanner.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Columns, Stack } from "../../components/Stack.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import { TimeField } from "../../components/TimeField.tsx";
import { useForm } from "../../components/useForm.ts";
import { RemoveButton } from "./RemoveButton.tsx";
import { isClosed, kindChoices, type OpenedShift, ShiftAnswers, startOf } from "./shiftAnswers.ts";
import { kindNamed } from "./words.ts";

interface ShiftFormProps {
  readonly week: Week;
  readonly opened: OpenedShift;
  readonly onDone: () => void;
}

/** Adds, changes or removes one shift, planned or worked. */
export function ShiftForm(props: ShiftFormProps) {
  const { opened } = props;
  if (opened.what !== "worked" || !isClosed(opened)) return <OpenShiftForm {...props} />;
  const isPaid = opened.row.timesheet?.state === "paid";
  return (
    <NotificationBanner title={isPaid ? "This time has been paid." : "This timesheet is confirmed."}>
      <p>
        {isPaid
          ? "What is paid is never changed. Put the difference into the next pay run as a correction."
          : "To change the shift, reopen the timesheet first and say why."}
      </p>
    </NotificationBanner>
  );
}

function OpenShiftForm({ week, opened, onDone }: ShiftFormProps) {
  const save = useSaveShift(opened, onDone);
  const form = useForm(ShiftAnswers, save, { start: startOf(opened, week) });
  const isWorked = form.valueOf("which") === "worked";
  const kind = kindNamed(week, String(form.valueOf("kindOfTimeId")));
  return (
    <Stack>
      <Form of={form}>
        {opened.what === "newShift" && !isClosed(opened) && (
          <RadioGroup
            name="which"
            label="Is this time planned or worked?"
            choices={[
              { value: "planned", label: "Planned, for the rota" },
              { value: "worked", label: "Worked, for the timesheet" },
            ]}
          />
        )}
        <DateField name="onDate" label="Day it starts" />
        <SelectField name="kindOfTimeId" label="Kind of time" emptyChoice="Choose one" choices={kindChoices(opened, week)} />
        <Columns>
          <TimeField name="start" label="Starts at" hint="For example, 9:30 or 21:30" />
          <TimeField name="end" label="Ends at" hint="Earlier than the start means next morning" />
        </Columns>
        <TextField name="breakMinutes" label="Unpaid break, in minutes" inputMode="numeric" width="short" />
        {isWorked && kind?.minimumWageCounts === "awakeOnly" && (
          <TextField
            name="awakeMinutes"
            label="Woken to help, in minutes"
            hint="Time awake in the night is paid at the usual rate."
            inputMode="numeric"
            width="short"
          />
        )}
        {isWorked && (
          <TextField
            name="milesHundredths"
            label="Miles driven for work"
            hint="For example, 12.5. Not the way to work and home."
            inputMode="decimal"
            width="short"
          />
        )}
        <SelectField
          name="planLineId"
          label="Line of the plan"
          hint="Which part of the budget pays for it."
          emptyChoice="The usual line for this kind of time"
          choices={week.planLines.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea name="note" label="Note" isOptional rows={2} />
        <div>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            {opened.what === "newShift" ? "Add the shift" : "Save the shift"}
          </Button>
        </div>
      </Form>
      {opened.what !== "newShift" && <RemoveShift opened={opened} onDone={onDone} />}
    </Stack>
  );
}

function useSaveShift(opened: OpenedShift, onDone: () => void) {
  const notice = useNotice();
  const saved = (words: string) => () => {
    notice.show(words);
    onDone();
  };
  const plan = useCommand("time.planShift", { onDone: saved(`Planned the shift for ${opened.row.name}.`) });
  const change = useCommand("time.changePlannedShift", { onDone: saved(`Changed the planned shift of ${opened.row.name}.`) });
  const work = useCommand("time.saveWorkedShift", { onDone: saved(`Saved the time of ${opened.row.name}.`) });
  return ({ which, planLineId, awakeMinutes, milesHundredths, ...answers }: ShiftAnswers) => {
    const typed = { ...answers, planLineId: planLineId === "" ? null : planLineId, engagementId: opened.row.engagementId };
    if (opened.what === "planned") return change.mutateAsync({ id: opened.shift.id, ...typed });
    if (opened.what === "worked") return work.mutateAsync({ id: opened.shift.id, ...typed, awakeMinutes, milesHundredths });
    return which === "planned" ? plan.mutateAsync(typed) : work.mutateAsync({ ...typed, awakeMinutes, milesHundredths });
  };
}

function RemoveShift({ opened, onDone }: { readonly opened: Exclude<OpenedShift, { readonly what: "newShift" }>; readonly onDone: () => void }) {
  const notice = useNotice();
  const removed = () => {
    notice.show(`Removed the shift of ${opened.row.name}.`);
    onDone();
  };
  const cancel = useCommand("time.cancelPlannedShift", { onDone: removed });
  const remove = useCommand("time.removeWorkedShift", { onDone: removed });
  const command = opened.what === "planned" ? cancel : remove;
  return (
    <>
      <FailureMessage of={command} />
      <RemoveButton what="this shift" isBusy={command.isPending} onRemove={() => command.mutate({ id: opened.shift.id })} />
    </>
  );
}
