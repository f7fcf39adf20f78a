import { earlierOf, laterOf, PlainDate } from "../../../shared/core/plainDate.ts";
import type { Budget } from "../../../shared/people/budget.ts";
import type { Output } from "../../api/client.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useToday } from "../../components/Today.tsx";
import { useForm } from "../../components/useForm.ts";
import { BudgetFirst } from "./BudgetFirst.tsx";
import { lineAnswers, newLine, PlanForm, typedLine } from "./planForm.ts";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";
import { categories, frequencies } from "./words.ts";

/** What the budget may be spent on. */
export function PlanPage({ onSaved }: SetupPageProps) {
  const overview = useQuery("people.getBudget", {});
  const plan = useQuery("people.getPlan", {});
  const progress = useQuery("people.getSetupProgress", {});
  return (
    <>
      <PageHeader
        title="What is the budget for?"
        lead="Each line of the support plan with its agreed amount. Spending is later matched to these lines."
      />
      <Loaded query={overview}>
        {({ budget }) =>
          budget ? (
            <Loaded query={plan}>
              {(known) => (
                <Loaded query={progress}>{({ isComplete }) => <Page known={known} budget={budget} isInUse={isComplete} onSaved={onSaved} />}</Loaded>
              )}
            </Loaded>
          ) : (
            <BudgetFirst />
          )
        }
      </Loaded>
    </>
  );
}

interface PageProps extends SetupPageProps {
  readonly known: Output<"people.getPlan">;
  readonly budget: Budget;
  /** Set-up is over: a change then starts today unless another day is chosen. Before, it puts right the plan of the first day. */
  readonly isInUse: boolean;
}

function Page({ known, budget, isInUse, onSaved }: PageProps) {
  const today = useToday();
  const firstDay = isInUse ? earlierOf(laterOf(today, budget.fromOn), budget.toOn) : budget.fromOn;
  const save = useCommand("people.savePlan", { onDone: onSaved });
  const isChange = known.versions.length > 0;
  const start = known.lines.map((line) => typedLine(line, known.outcomes));
  const form = useForm(
    PlanForm,
    ({ lines, fromOn, reason }) => {
      const day = PlainDate.safeParse(fromOn);
      return save.mutateAsync({ fromOn: isChange && day.success ? day.data : budget.fromOn, reason, lines: lineAnswers(lines, known.lines) });
    },
    { start: { lines: start.length > 0 ? start : [newLine], fromOn: firstDay, reason: "" } },
  );
  const typed = form.valueOf("lines") as readonly object[];
  const outcomes = known.outcomes.map(({ description }, position) => ({ value: String(position), label: description }));
  return (
    <Form of={form}>
      {Object.keys(typed).map((index) => (
        <Card key={index} title={`Budget line ${Number(index) + 1}`}>
          <TextField name={`lines.${index}.name`} label="Name" hint="As in the plan, for example Day support." />
          <SelectField name={`lines.${index}.category`} label="Kind of spending" emptyChoice="Choose one" choices={categories} />
          <RadioGroup
            name={`lines.${index}.kind`}
            label="How is it agreed?"
            choices={[
              { value: "hours", label: "Hours a week", reveals: <HoursFields index={index} /> },
              { value: "sum", label: "A regular sum", reveals: <SumFields index={index} /> },
              { value: "oneOff", label: "A one-off sum", reveals: <MoneyField name={`lines.${index}.amount`} label="Amount" /> },
              { value: "contingency", label: "Contingency, kept for the unforeseen", reveals: <SumFields index={index} /> },
            ]}
          />
          {outcomes.length > 0 && (
            <SelectField
              name={`lines.${index}.outcome`}
              label="What is it for?"
              emptyChoice="Not tied to one outcome"
              choices={outcomes}
              isOptional
            />
          )}
          {typed.length > 1 && (
            <div>
              <Button
                look="quiet"
                about={`${Number(index) + 1}`}
                onClick={() =>
                  form.setValue(
                    "lines",
                    typed.filter((_line, position) => String(position) !== index),
                  )
                }
              >
                Take out this line
              </Button>
            </div>
          )}
        </Card>
      ))}
      <div>
        <Button onClick={() => form.setValue("lines", [...typed, newLine])}>Add another line</Button>
      </div>
      {isChange && (
        <Card title="If something changed">
          <DateField name="fromOn" label="The plan is like this from" hint="Earlier days keep what was agreed for them." hasCalendar />
          <TextField
            name="reason"
            label="Why did it change?"
            hint="For example: review on 3 July, more hours agreed. Leave empty if nothing changed."
          />
        </Card>
      )}
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}

function HoursFields({ index }: { readonly index: string }) {
  return (
    <>
      <TextField name={`lines.${index}.hours`} label="Hours a week" width="short" inputMode="decimal" />
      <MoneyField
        name={`lines.${index}.rate`}
        label="Agreed rate an hour"
        hint="What the funder allows for each hour, with the costs of employing."
      />
    </>
  );
}

function SumFields({ index }: { readonly index: string }) {
  return (
    <>
      <MoneyField name={`lines.${index}.amount`} label="Amount" />
      <SelectField name={`lines.${index}.frequency`} label="How often?" choices={frequencies} />
    </>
  );
}
