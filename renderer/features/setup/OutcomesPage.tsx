import * as z from "zod";
import { laterOf } from "../../../shared/core/plainDate.ts";
import { optionalText } from "../../../shared/core/text.ts";
import type { Budget } from "../../../shared/people/budget.ts";
import type { Output } from "../../api/client.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { useToday } from "../../components/Today.tsx";
import { useForm } from "../../components/useForm.ts";
import { BudgetFirst } from "./BudgetFirst.tsx";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";

const OutcomesForm = z.object({ outcomes: z.array(z.object({ id: z.string().optional(), description: optionalText(1000) })) });

/** What the support is for. */
export function OutcomesPage({ onSaved }: SetupPageProps) {
  const overview = useQuery("people.getBudget", {});
  const plan = useQuery("people.getPlan", {});
  return (
    <>
      <PageHeader title="What is the support for?" lead="The outcomes in the support plan, in the plan's own words. One is enough to start." />
      <Loaded query={overview}>
        {({ budget }) =>
          budget ? <Loaded query={plan}>{(known) => <Page known={known} budget={budget} onSaved={onSaved} />}</Loaded> : <BudgetFirst />
        }
      </Loaded>
    </>
  );
}

function Page({ known, budget, onSaved }: SetupPageProps & { readonly known: Output<"people.getPlan">; readonly budget: Budget }) {
  const today = useToday();
  const save = useCommand("people.savePlan", { onDone: onSaved });
  const start = known.outcomes.map(({ id, description }) => ({ id, description }));
  const form = useForm(
    OutcomesForm,
    ({ outcomes }) =>
      save.mutateAsync({
        fromOn: known.lines.length > 0 ? laterOf(budget.fromOn, today > budget.toOn ? budget.toOn : today) : budget.fromOn,
        outcomes: outcomes
          .filter(({ description }) => description !== "")
          .map(({ id, description }) => (id === undefined ? { description } : { id, description })),
      }),
    { start: { outcomes: start.length > 0 ? start : [{ description: "" }] } },
  );
  const typed = form.valueOf("outcomes") as readonly object[];
  return (
    <Form of={form}>
      {Object.keys(typed).map((index) => (
        <TextArea
          key={index}
          name={`outcomes.${index}.description`}
          label={`Outcome ${Number(index) + 1}`}
          hint={index === "0" ? "For example: I am safe and well at home, day and night." : undefined}
          rows={2}
        />
      ))}
      <div>
        <Button onClick={() => form.setValue("outcomes", [...typed, { description: "" }])}>Add another outcome</Button>
      </div>
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}
