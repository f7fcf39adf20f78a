import type { HouseholdSoFar } from "../../../shared/people/person.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Form } from "../../components/Form.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { useForm } from "../../components/useForm.ts";
import { PersonFields, PersonForm, typedPerson } from "./personForm.tsx";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";

/** Who the budget is for. */
export function PersonPage({ onSaved }: SetupPageProps) {
  const household = useQuery("people.getHousehold", {});
  return (
    <>
      <PageHeader title="Who is the budget for?" lead="The person whose health the money is for. It may be you." />
      <Loaded query={household}>{(known) => <Page known={known} onSaved={onSaved} />}</Loaded>
    </>
  );
}

function Page({ known, onSaved }: SetupPageProps & { readonly known: HouseholdSoFar }) {
  const save = useCommand("people.saveHousehold", { onDone: onSaved });
  const communicationNeeds = known.budgetPerson?.communicationNeeds ?? "";
  const form = useForm(PersonForm, (person) => save.mutateAsync({ budgetPerson: { ...person, communicationNeeds } }), {
    start: typedPerson(known.budgetPerson),
  });
  return (
    <Form of={form}>
      <PersonFields hasDateOfBirth />
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}
