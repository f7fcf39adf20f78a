import * as z from "zod";
import { optionalText } from "../../../shared/core/text.ts";
import { fullName, type HouseholdSoFar, PersonDetails } from "../../../shared/people/person.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Form } from "../../components/Form.tsx";
import { chosen } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";

const YouForm = z
  .object({ who: chosen(["budgetPerson", "holder", "other"], "Choose who you are"), firstName: optionalText(80), lastName: optionalText(80) })
  .superRefine((typed, context) => {
    if (typed.who !== "other") return;
    if (typed.firstName === "") context.addIssue({ code: "custom", path: ["firstName"], message: "Enter your first name" });
    if (typed.lastName === "") context.addIssue({ code: "custom", path: ["lastName"], message: "Enter your last name" });
  })
  .transform(({ who, ...name }) => (who === "other" ? { who, person: PersonDetails.parse(name) } : { who }));

/** Who is at the keyboard: their name goes into the activity log, and screens speak to them. */
export function YouPage({ onSaved }: SetupPageProps) {
  const household = useQuery("people.getHousehold", {});
  return (
    <>
      <PageHeader title="Who are you?" lead="Your name is noted beside everything you do here, so that it is always clear who did what." />
      <Loaded query={household}>{(known) => <Page known={known} onSaved={onSaved} />}</Loaded>
    </>
  );
}

function Page({ known, onSaved }: SetupPageProps & { readonly known: HouseholdSoFar }) {
  const save = useCommand("people.saveHousehold", { onDone: onSaved });
  const { budgetPerson, holder, atTheKeyboard } = known;
  const who = !atTheKeyboard ? "" : atTheKeyboard.id === budgetPerson?.id ? "budgetPerson" : atTheKeyboard.id === holder?.id ? "holder" : "other";
  const form = useForm(YouForm, (answer) => save.mutateAsync({ atTheKeyboard: answer }), {
    start: {
      who,
      firstName: who === "other" ? (atTheKeyboard?.firstName ?? "") : "",
      lastName: who === "other" ? (atTheKeyboard?.lastName ?? "") : "",
    },
  });
  const hasOtherHolder = holder !== null && holder.id !== budgetPerson?.id;
  return (
    <Form of={form}>
      <RadioGroup
        name="who"
        label="I am"
        choices={[
          { value: "budgetPerson", label: budgetPerson ? fullName(budgetPerson) : "The person the budget is for" },
          ...(hasOtherHolder ? [{ value: "holder", label: `${fullName(holder)}, who holds the budget` }] : []),
          {
            value: "other",
            label: "Somebody who helps",
            reveals: (
              <>
                <TextField name="firstName" label="Your first name" width="medium" />
                <TextField name="lastName" label="Your last name" width="medium" />
              </>
            ),
          },
        ]}
      />
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}
