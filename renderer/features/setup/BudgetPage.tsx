import * as z from "zod";
import type { BudgetOverview } from "../../../shared/contract/peopleOperations.ts";
import { requiredText } from "../../../shared/core/text.ts";
import { wordsFor } from "../../../shared/people/wording.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen, dateText, optionalDateText, wholeNumberText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";
import { cohorts, holdings } from "./words.ts";

const BudgetForm = z.object({
  reference: requiredText("Enter the reference on your agreement", 80),
  cohort: chosen(
    ["continuingHealthcare", "childrensContinuingCare", "section117", "wheelchair", "jointPackage", "councilCare", "other"],
    "Choose the kind of budget",
  ),
  holding: chosen(["ownAccount", "prepaidCard", "managedAccount"], "Choose how the money is held"),
  fromOn: dateText("Enter the first day of the agreement"),
  toOn: dateText("Enter the last day of the agreement"),
  reserveWeeks: wholeNumberText("Enter how many weeks of money may stay in the account", 0, 52),
  firstReviewOn: optionalDateText(),
  nextReviewOn: optionalDateText(),
});

/** The terms of the agreement. */
export function BudgetPage({ onSaved }: SetupPageProps) {
  const overview = useQuery("people.getBudget", {});
  const { personsOwnFirst } = wordsFor(useQuery("people.getHousehold", {}).data);
  return (
    <>
      <PageHeader
        title={`${personsOwnFirst} budget`}
        lead="You find these answers in the direct payment agreement, or in the letter that came with it."
      />
      <Loaded query={overview}>{(known) => <Page known={known} onSaved={onSaved} />}</Loaded>
    </>
  );
}

function Page({ known: { budget }, onSaved }: SetupPageProps & { readonly known: BudgetOverview }) {
  const save = useCommand("people.saveBudget", { onDone: onSaved });
  const form = useForm(BudgetForm, (answer) => save.mutateAsync({ ...answer, notes: budget?.notes ?? "" }), {
    start: {
      reference: budget?.reference ?? "",
      cohort: budget?.cohort ?? "",
      holding: budget?.holding ?? "",
      fromOn: budget?.fromOn ?? "",
      toOn: budget?.toOn ?? "",
      reserveWeeks: String(budget?.reserveWeeks ?? 8),
      firstReviewOn: budget?.firstReviewOn ?? "",
      nextReviewOn: budget?.nextReviewOn ?? "",
    },
  });
  return (
    <Form of={form}>
      <TextField name="reference" label="Budget reference" hint="The number the funder uses for you." width="medium" />
      <SelectField name="cohort" label="Kind of budget" emptyChoice="Choose one" choices={cohorts} />
      <RadioGroup name="holding" label="How is the money held?" choices={holdings} />
      <DateField name="fromOn" label="First day" hint="For example, 1 4 2026" hasCalendar />
      <DateField name="toOn" label="Last day" hint="If the agreement has no end, choose a day one year after the start." hasCalendar />
      <TextField
        name="reserveWeeks"
        label="Reserve, in weeks"
        hint="How many weeks of money may stay in the account. Many agreements say 8."
        width="short"
        inputMode="numeric"
      />
      <DateField name="firstReviewOn" label="First review" hasCalendar isOptional />
      <DateField name="nextReviewOn" label="Next review" hasCalendar isOptional />
      <Disclosure summary="When are reviews?">
        <p>
          NHS reviews are usually within three months of the first payment, then once a year. Councils review within six months, then once a year.
        </p>
      </Disclosure>
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}
