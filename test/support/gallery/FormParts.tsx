import { useEffect } from "react";
import * as z from "zod";
import { Button } from "../../../renderer/components/Button.tsx";
import { Card } from "../../../renderer/components/Card.tsx";
import { Checkbox, CheckboxGroup } from "../../../renderer/components/CheckboxGroup.tsx";
import { DateField } from "../../../renderer/components/DateField.tsx";
import { FileField } from "../../../renderer/components/FileField.tsx";
import { Form } from "../../../renderer/components/Form.tsx";
import { dateText, timeText } from "../../../renderer/components/formSchemas.ts";
import { MoneyField } from "../../../renderer/components/MoneyField.tsx";
import { RadioGroup } from "../../../renderer/components/RadioGroup.tsx";
import { SelectField } from "../../../renderer/components/SelectField.tsx";
import { Columns } from "../../../renderer/components/Stack.tsx";
import { TextArea } from "../../../renderer/components/TextArea.tsx";
import { PassphraseField, TextField } from "../../../renderer/components/TextField.tsx";
import { TimeField } from "../../../renderer/components/TimeField.tsx";
import { useForm } from "../../../renderer/components/useForm.ts";
import { moneyText } from "../../../shared/core/text.ts";

const Example = z.object({ on: dateText("Enter the day"), at: timeText("Enter the time"), rate: moneyText("Enter the rate") });

/** Every field, once as it starts and once with its errors. */
export function FormParts() {
  return (
    <Columns>
      <Card title="Fields">
        <Fields hasErrors={false} />
      </Card>
      <Card title="Fields with errors">
        <Fields hasErrors />
      </Card>
    </Columns>
  );
}

const wrong = {
  name: "Enter the name",
  on: "Enter the day",
  at: "Enter the time",
  rate: "Enter the rate",
  kind: "Choose the kind of time",
  statement: "Choose a file",
};

function Fields({ hasErrors }: { readonly hasErrors: boolean }) {
  const form = useForm(Example, () => undefined);
  const { showErrors } = form;
  const isWaiting = hasErrors && form.errors.length === 0;
  useEffect(() => {
    if (isWaiting) showErrors(wrong);
  }, [isWaiting, showErrors]);
  return (
    <Form of={form} label={hasErrors ? "Wrong" : "Right"}>
      <TextField name="name" label="Name" hint="As on the contract" />
      <DateField name="on" label="Day" hasCalendar />
      <TimeField name="at" label="Starts at" hint="For example, 9:30 or 21:30" />
      <MoneyField name="rate" label="Hourly rate" />
      <SelectField
        name="category"
        label="National Insurance category"
        choices={[
          { value: "A", label: "A: most people" },
          { value: "C", label: "C: over State Pension age" },
        ]}
      />
      <RadioGroup
        name="kind"
        label="Kind of time"
        hint="You can change this for one shift"
        choices={[
          { value: "day", label: "Day" },
          { value: "night", label: "Waking night", hint: "Awake and working all night" },
        ]}
      />
      <CheckboxGroup
        name="days"
        label="Days"
        choices={[
          { value: "mon", label: "Monday" },
          { value: "tue", label: "Tuesday" },
        ]}
      />
      <Checkbox name="agreed" label="I have checked this" />
      <TextArea name="note" label="Note" isOptional />
      <PassphraseField name="passphrase" label="Passphrase" />
      <FileField name="statement" label="Bank statement" />
      <Button type="submit" look="primary">
        Save
      </Button>
    </Form>
  );
}
