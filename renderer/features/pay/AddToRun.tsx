import { useState } from "react";
import * as z from "zod";
import type { PreviewedPay } from "../../../shared/contract/payAnswers.ts";
import { moneyText, requiredText } from "../../../shared/core/text.ts";
import type { PayAddition } from "../../../shared/payroll/payRun/payRun.ts";
import { fullName } from "../../../shared/people/person.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen } from "../../components/formSchemas.ts";
import { Money } from "../../components/Money.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";

const kinds = ["expenses", "bonus", "holidayPay", "otherDeduction"] as const;
const kindWords: Readonly<Record<PayAddition["kind"], string>> = {
  expenses: "Expenses with a receipt (no tax)",
  bonus: "Extra pay or bonus",
  holidayPay: "Holiday pay",
  noticePay: "Pay in lieu of notice",
  redundancy: "Redundancy pay (no tax)",
  otherDeduction: "Taken off take-home pay",
  correction: "Correction",
};

const Sum = z.object({
  engagementId: z.string().min(1, "Choose a person"),
  kind: chosen(kinds, "Choose what kind of sum it is"),
  label: requiredText("Say what it is for", 80),
  amountPence: moneyText("Enter the amount"),
});

interface AddToRunProps {
  readonly payRunId: string;
  readonly people: readonly PreviewedPay[];
  /** In a regular run only its own people get sums; in another run anybody may. */
  readonly isRegular: boolean;
}

/** Sums put into the run by hand: expenses, extra pay, a deduction. */
export function AddToRun({ payRunId, people, isRegular }: AddToRunProps) {
  const [isOpen, setIsOpen] = useState(false);
  const remove = useCommand("pay.removeFromRun");
  const additions = people.flatMap((person) => person.additions.map((addition) => ({ addition, name: person.name })));
  const columns: readonly Column<(typeof additions)[number]>[] = [
    { id: "person", title: "Person", isRowHeader: true, cell: ({ name }) => name },
    { id: "what", title: "What", cell: ({ addition }) => `${addition.label} (${kindWords[addition.kind].toLowerCase()})` },
    { id: "amount", title: "Amount", isNumber: true, cell: ({ addition, name }) => <Amount addition={addition} name={name} /> },
    {
      id: "remove",
      title: "Take out",
      isTitleHidden: true,
      cell: ({ addition, name }) => (
        <Button look="quiet" about={`${addition.label} of ${name}`} onClick={() => remove.mutate({ additionId: addition.id })}>
          Take out
        </Button>
      ),
    },
  ];
  return (
    <Card title="Expenses, extra pay and other sums">
      <Stack>
        <FailureMessage of={remove} />
        {additions.length > 0 && (
          <DataTable caption="Sums in this run" isCaptionHidden columns={columns} rows={additions} rowKey={({ addition }) => addition.id} />
        )}
        {isOpen ? (
          <AddForm payRunId={payRunId} people={people} isRegular={isRegular} onDone={() => setIsOpen(false)} />
        ) : (
          <Row>
            <Button onClick={() => setIsOpen(true)}>Add a sum</Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
}

/** A sum that the program worked out tells why. */
function Amount({ addition: { explanation, amountPence, label }, name }: { readonly addition: PayAddition; readonly name: string }) {
  if (explanation === null) return <Money amount={amountPence} />;
  return <Explanation of={explanation} name={`${name}'s ${label.toLowerCase()}`} look="amount" />;
}

function AddForm({ payRunId, people, isRegular, onDone }: AddToRunProps & { readonly onDone: () => void }) {
  const everybody = useQuery("employment.listAssistants", {}, { isOn: !isRegular });
  const add = useCommand("pay.addToRun", { onDone });
  const form = useForm(Sum, (sum) => add.mutateAsync({ ...sum, payRunId }));
  const choices = isRegular
    ? people.map(({ engagementId, name }) => ({ value: engagementId as string, label: name }))
    : (everybody.data ?? []).map(({ engagement }) => ({ value: engagement.id as string, label: fullName(engagement.person) }));
  return (
    <Form of={form} label="Add a sum">
      <SelectField name="engagementId" label="Person" choices={choices} emptyChoice="Choose a person" />
      <SelectField name="kind" label="Kind of sum" choices={kinds.map((value) => ({ value, label: kindWords[value] }))} emptyChoice="Choose a kind" />
      <TextField name="label" label="What it is for" hint="For example, parking at the hospital" />
      <MoneyField name="amountPence" label="Amount" />
      <Row>
        <Button type="submit" isBusy={form.isBusy}>
          Add the sum
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </Row>
    </Form>
  );
}
