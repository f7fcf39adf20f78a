import * as z from "zod";
import { formatDateWithDay, type PlainDate } from "../../../shared/core/plainDate.ts";
import { requiredText } from "../../../shared/core/text.ts";
import { daysAway, type KeyDate } from "../../../shared/keyDates/keyDates.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { DateField } from "../../components/DateField.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextField } from "../../components/TextField.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useForm } from "../../components/useForm.ts";

/** Every date to keep in mind for the next year: worked out from the file, and the user's own. */
export function KeyDatesScreen() {
  const keyDates = useQuery("home.keyDates", {});
  return (
    <LoadedScreen title="Key dates" lead="What has to be done by when, for the next twelve months." query={keyDates}>
      {({ today, dates }) => (
        <Stack>
          <Card>
            <KeyDatesTable dates={dates} today={today} />
          </Card>
          <AddKeyDate />
        </Stack>
      )}
    </LoadedScreen>
  );
}

function KeyDatesTable({ dates, today }: { readonly dates: readonly KeyDate[]; readonly today: PlainDate }) {
  const mark = useCommand("home.markKeyDateDone");
  return (
    <>
      <FailureMessage of={mark} />
      <DataTable
        caption="Dates still to come, and any that are past and not done"
        rows={dates}
        rowKey={(date) => `${date.dueOn} ${date.description}`}
        rowTone={(date) => (date.dueOn < today ? "warn" : "plain")}
        whenEmpty="No dates yet. They appear as you set up pay, your budget and your returns."
        columns={[
          { id: "what", title: "What", isRowHeader: true, cell: (date) => date.description },
          { id: "when", title: "When", cell: (date) => formatDateWithDay(date.dueOn), sortBy: (date) => date.dueOn },
          {
            id: "away",
            title: "How long",
            cell: (date) => <StatusChip tone={date.dueOn < today ? "warn" : "neutral"}>{daysAway(today, date.dueOn)}</StatusChip>,
          },
          {
            id: "do",
            title: "Do it",
            cell: (date) =>
              date.keyDateId ? (
                <Button onClick={() => mark.mutate({ id: date.keyDateId ?? "", isDone: true })} about={date.description}>
                  Done
                </Button>
              ) : (
                <TextLink to={date.route} about={`: ${date.description}`}>
                  Open
                </TextLink>
              ),
          },
        ]}
      />
    </>
  );
}

const NewKeyDate = z.object({ description: requiredText("Say what happens on this day"), dueOn: dateText("Enter the day") });

function AddKeyDate() {
  const add = useCommand("home.addKeyDate");
  const form = useForm(NewKeyDate, async (values) => {
    await add.mutateAsync(values);
    form.startAgain({ description: "", dueOn: "" });
  });
  return (
    <Card title="Add a date of your own">
      <Form of={form} label="Add a date of your own">
        <TextField name="description" label="What happens" hint="For example: Tom’s manual handling refresher" />
        <DateField name="dueOn" label="On which day" hasCalendar />
        <Row>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Add this date
          </Button>
        </Row>
      </Form>
    </Card>
  );
}
