import * as z from "zod";
import { optionalText } from "../../../shared/core/text.ts";
import { type HouseholdSoFar, PersonDetails } from "../../../shared/people/person.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen, optionalDateText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useForm } from "../../components/useForm.ts";
import { PersonFields, typedPerson } from "./personForm.tsx";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";

const authorities = [
  "Nomination letter",
  "Lasting power of attorney",
  "Court-appointed deputy",
  "Parental responsibility",
  "Appointed by the funder",
];

const HolderForm = z
  .object({
    kind: chosen(["self", "representative", "nominee"], "Choose who holds the budget"),
    authority: z.string(),
    firstName: optionalText(80),
    lastName: optionalText(80),
    dateOfBirth: optionalDateText(),
    address: optionalText(400),
    postcode: optionalText(12),
    phone: optionalText(40),
    email: optionalText(),
  })
  .superRefine((typed, context) => {
    if (typed.kind === "self") return;
    if (typed.firstName === "") context.addIssue({ code: "custom", path: ["firstName"], message: "Enter their first name" });
    if (typed.lastName === "") context.addIssue({ code: "custom", path: ["lastName"], message: "Enter their last name" });
    if (typed.authority === "") context.addIssue({ code: "custom", path: ["authority"], message: "Choose what lets them hold the budget" });
  })
  .transform(({ kind, authority, ...person }) => (kind === "self" ? { kind } : { kind, authority, person: PersonDetails.parse(person) }));

/** Who holds the budget: the legal employer. */
export function HolderPage({ onSaved }: SetupPageProps) {
  const household = useQuery("people.getHousehold", {});
  return (
    <>
      <PageHeader
        title="Who holds the budget?"
        lead="The holder gets the money and signs for it. The holder is also the legal employer of the personal assistants."
      />
      <Loaded query={household}>{(known) => <Page known={known} onSaved={onSaved} />}</Loaded>
    </>
  );
}

function Page({ known, onSaved }: SetupPageProps & { readonly known: HouseholdSoFar }) {
  const save = useCommand("people.saveHousehold", { onDone: onSaved });
  const holder = known.holderKind === "self" ? null : known.holder;
  const form = useForm(HolderForm, (answer) => save.mutateAsync({ holder: answer }), {
    start: { kind: known.holderKind ?? "", authority: known.holderAuthority, ...typedPerson(holder) },
  });
  const kind = form.valueOf("kind");
  const name = known.budgetPerson?.firstName ?? "The person";
  return (
    <Form of={form}>
      <RadioGroup
        name="kind"
        label="The holder is"
        choices={[
          { value: "self", label: `${name}, the person the budget is for` },
          { value: "nominee", label: "A nominee", hint: `Somebody ${name} chose to hold it instead.` },
          {
            value: "representative",
            label: "A representative",
            hint: "Somebody who holds it for a child, or for an adult who cannot decide about it.",
          },
        ]}
      />
      {(kind === "nominee" || kind === "representative") && (
        <>
          <PersonFields hasDateOfBirth={false} />
          <SelectField
            name="authority"
            label="What lets them hold it?"
            emptyChoice="Choose one"
            choices={authorities.map((value) => ({ value, label: value }))}
          />
        </>
      )}
      <Disclosure summary="Why does this matter?">
        <p>The holder's name goes on contracts, payslips, insurance and letters to HMRC. If the holder changes, the employer changes too.</p>
      </Disclosure>
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}
