import * as z from "zod";
import type { LoanStanding } from "../../../shared/contract/employmentArrangements.ts";
import { formatPence } from "../../../shared/core/money.ts";
import { moneyText, requiredText } from "../../../shared/core/text.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen, dateText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, FromField, SaveChange, useKeptForm, useSaved } from "./changeForm.tsx";

const Lending = z.object({
  kind: chosen(["loan", "advance"], "Choose a loan or an advance"),
  label: requiredText("Say what it is for", 80),
  sumPence: moneyText("Enter the sum"),
  agreedOn: dateText("Enter the day you both agreed"),
  paidOn: dateText("Enter the day the money is handed over"),
  instalmentPence: moneyText("Enter what is taken back each payday"),
  fromOn: dateText("Enter the first payday"),
  repaysOnLeaving: z.boolean(),
});

/** Money lent to the assistant, or wages paid early. */
export function LendingForm({ record }: ChangeFormProps) {
  const { id: engagementId, person } = record.engagement;
  const save = useCommand("employment.addLoan", { onDone: useSaved(record, "Saved. The money to hand over stands under Pay, still to pay.") });
  const { form, notice } = useKeptForm(`lending ${engagementId}`, Lending, (loan) => save.mutateAsync({ engagementId, ...loan }), {
    kind: "",
    repaysOnLeaving: false,
  });
  return (
    <>
      {notice}
      <Form of={form}>
        <RadioGroup
          name="kind"
          label="What is it?"
          choices={[
            { value: "loan", label: "A loan", hint: "Paid back over several paydays." },
            { value: "advance", label: "An advance", hint: "Wages paid before payday, taken back on the next one." },
          ]}
        />
        <TextField name="label" label="What is it for?" hint="It stands on the payslip. For example: bicycle." />
        <MoneyField name="sumPence" label={`Sum ${person.firstName} gets`} />
        <DateField name="agreedOn" label="Agreed in writing on" hasCalendar />
        <DateField name="paidOn" label="Handed over on" hasCalendar />
        <MoneyField name="instalmentPence" label="Taken back each payday" />
        <FromField record={record} rests="payday" label="First payday it is taken back on" />
        <Checkbox name="repaysOnLeaving" label="What is left may be taken from the last pay" hint="Tick only when the written agreement says so." />
        <Disclosure summary="Why must it be in writing?">
          <p>
            Without {person.firstName}'s written agreement nothing may be taken from wages. An instalment never takes pay below the minimum wage by
            itself, but look at what is left to live on.
          </p>
        </Disclosure>
        <SaveChange record={record} isBusy={form.isBusy} />
      </Form>
    </>
  );
}

const Instalment = z.object({ instalmentPence: moneyText("Enter what is taken back each payday"), fromOn: dateText("Enter the first payday") });

export function InstalmentForm({ record, about }: ChangeFormProps) {
  const arrangements = useQuery("employment.getPayArrangements", { engagementId: record.engagement.id });
  return (
    <Loaded query={arrangements}>
      {({ loans }) => {
        const loan = loans.find(({ id }) => id === about);
        return loan ? <InstalmentFields record={record} loan={loan} /> : <p>This loan is not here any more.</p>;
      }}
    </Loaded>
  );
}

function InstalmentFields({ record, loan }: ChangeFormProps & { readonly loan: LoanStanding }) {
  const save = useCommand("employment.changeLoanInstalment", { onDone: useSaved(record, "Saved the new instalment.") });
  const form = useForm(Instalment, (change) => save.mutateAsync({ loanId: loan.id, ...change }));
  return (
    <Form of={form}>
      <p>
        {loan.label}: {formatPence(loan.left)} of {formatPence(loan.sumPence)} is left. {formatPence(loan.instalmentPence)} is taken each payday now.
      </p>
      <MoneyField name="instalmentPence" label="Taken back each payday from then on" />
      <FromField record={record} rests="payday" label="First payday with the new instalment" />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
