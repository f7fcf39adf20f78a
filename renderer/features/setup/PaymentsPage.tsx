import * as z from "zod";
import type { BudgetOverview } from "../../../shared/contract/peopleOperations.ts";
import { moneyText } from "../../../shared/core/text.ts";
import type { Budget } from "../../../shared/people/budget.ts";
import { typedPounds } from "../../../shared/people/typedText.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen, dateText, wholeNumberText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { BudgetFirst } from "./BudgetFirst.tsx";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";
import { cycles } from "./words.ts";

const PaymentsForm = z.object({
  payments: z.array(
    z.object({
      amount: moneyText("Enter the amount"),
      cycle: chosen(["weekly", "fortnightly", "fourWeekly", "monthly", "quarterly", "oneOff"], "Choose how often it comes"),
      firstOn: dateText("Enter the day of the first payment"),
      weeksInAdvance: wholeNumberText("Enter how many weeks in advance, or 0", 0, 52),
    }),
  ),
});

/** What each funder promised to pay, and when. One regular payment for each funder; others are added on the Money screen. */
export function PaymentsPage({ onSaved }: SetupPageProps) {
  const overview = useQuery("people.getBudget", {});
  return (
    <>
      <PageHeader
        title="What is paid to you, and when?"
        lead="The regular payment of each funder. The app then tells you when one is late or wrong."
      />
      <Loaded query={overview}>
        {(known) => (known.budget && known.funders.length > 0 ? <Page known={known} budget={known.budget} onSaved={onSaved} /> : <BudgetFirst />)}
      </Loaded>
    </>
  );
}

function Page({ known, budget, onSaved }: SetupPageProps & { readonly known: BudgetOverview; readonly budget: Budget }) {
  const save = useCommand("people.saveBudget", { onDone: onSaved });
  const funders = known.shares.flatMap((share) => {
    const funder = known.funders.find(({ id }) => id === share.funderId);
    return funder ? [{ share, funder, schedules: known.schedules.filter((schedule) => schedule.funderId === funder.id) }] : [];
  });
  const form = useForm(
    PaymentsForm,
    ({ payments }) => {
      const { id: _id, budgetPersonId: _person, leadFunderId: _lead, ...details } = budget;
      return save.mutateAsync({
        ...details,
        funders: funders.map(({ share, funder, schedules: [first, ...others] }, index) => {
          const payment = payments[index];
          const typed = payment && {
            ...(first && { id: first.id }),
            amountPence: payment.amount,
            cycle: payment.cycle,
            firstOn: payment.firstOn,
            lastOn: first?.lastOn ?? null,
            weeksInAdvance: payment.weeksInAdvance,
          };
          return {
            ...funder,
            shareBasisPoints: share.shareBasisPoints,
            takesResidualPenny: share.takesResidualPenny,
            schedules: typed ? [typed, ...others] : others,
          };
        }),
      });
    },
    {
      start: {
        payments: funders.map(({ schedules: [first] }) => ({
          amount: typedPounds(first?.amountPence ?? null),
          cycle: first?.cycle ?? "fourWeekly",
          firstOn: first?.firstOn ?? budget.fromOn,
          weeksInAdvance: String(first?.weeksInAdvance ?? 0),
        })),
      },
    },
  );
  return (
    <Form of={form}>
      {funders.map(({ funder }, index) => (
        <Card key={funder.id} title={funder.name}>
          <MoneyField name={`payments.${index}.amount`} label="Amount of each payment" />
          <SelectField name={`payments.${index}.cycle`} label="How often does it come?" choices={cycles} />
          <DateField name={`payments.${index}.firstOn`} label="First payment" hasCalendar />
          <TextField
            name={`payments.${index}.weeksInAdvance`}
            label="Weeks in advance"
            hint="How many weeks before the weeks it is for. 0 if you do not know."
            width="short"
            inputMode="numeric"
          />
        </Card>
      ))}
      <Disclosure summary="What if everything comes as one payment?">
        <p>Some bodies pay for each other. Enter here what each of them is to pay; the Money screen lets you match one payment to both.</p>
      </Disclosure>
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}
