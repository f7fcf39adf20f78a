import * as z from "zod";
import type { BudgetOverview } from "../../../shared/contract/peopleOperations.ts";
import { optionalText, requiredText } from "../../../shared/core/text.ts";
import type { Budget } from "../../../shared/people/budget.ts";
import { percentText, typedPercent } from "../../../shared/people/typedText.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Row } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { BudgetFirst } from "./BudgetFirst.tsx";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";
import { funderKinds } from "./words.ts";

const FundersForm = z.object({
  funders: z.array(
    z.object({
      id: z.string().optional(),
      kind: chosen(["integratedCareBoard", "council", "other"], "Choose what kind of body it is"),
      name: requiredText("Enter the name"),
      place: optionalText(),
      share: percentText("Enter the share in per cent"),
    }),
  ),
});

const newFunder = { kind: "", name: "", place: "", share: "" };

/** Who pays, and which share each pays. */
export function FundersPage({ onSaved }: SetupPageProps) {
  const overview = useQuery("people.getBudget", {});
  return (
    <>
      <PageHeader title="Who pays?" lead="The bodies that pay into the budget. Their shares make 100% together." />
      <Loaded query={overview}>{(known) => (known.budget ? <Page known={known} budget={known.budget} onSaved={onSaved} /> : <BudgetFirst />)}</Loaded>
    </>
  );
}

function Page({ known, budget, onSaved }: SetupPageProps & { readonly known: BudgetOverview; readonly budget: Budget }) {
  const save = useCommand("people.saveBudget", { onDone: onSaved });
  const start = known.shares.flatMap((share) => {
    const funder = known.funders.find(({ id }) => id === share.funderId);
    return funder ? [{ id: funder.id, kind: funder.kind, name: funder.name, place: funder.place, share: typedPercent(share.shareBasisPoints) }] : [];
  });
  const form = useForm(
    FundersForm,
    ({ funders }) => {
      const { id: _id, budgetPersonId: _person, leadFunderId: _lead, ...details } = budget;
      return save.mutateAsync({
        ...details,
        funders: funders.map(({ id, share, ...funder }) => ({
          ...known.funders.find((each) => each.id === id),
          ...funder,
          ...(id && { id }),
          shareBasisPoints: share,
          takesResidualPenny: known.shares.some((each) => each.funderId === id && each.takesResidualPenny),
        })),
      });
    },
    { start: { funders: start.length > 0 ? start : [{ ...newFunder, share: "100" }] } },
  );
  const typed = form.valueOf("funders") as readonly object[];
  return (
    <Form of={form}>
      {Object.keys(typed).map((index) => (
        <Card key={index} title={`Funder ${Number(index) + 1}`}>
          <RadioGroup name={`funders.${index}.kind`} label="Kind of body" choices={funderKinds} />
          <TextField
            name={`funders.${index}.name`}
            label="Name"
            hint="As on the letter. An old letter may say CCG: that is the integrated care board now."
          />
          <TextField name={`funders.${index}.place`} label="Local office or place" isOptional width="medium" />
          <TextField name={`funders.${index}.share`} label="Share in per cent" width="short" inputMode="decimal" />
        </Card>
      ))}
      <Row>
        <Button onClick={() => form.setValue("funders", [...typed, newFunder])}>Add another funder</Button>
        {typed.length > 1 && (
          <Button look="quiet" onClick={() => form.setValue("funders", typed.slice(0, -1))}>
            Take out funder {typed.length}
          </Button>
        )}
      </Row>
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}
