import * as z from "zod";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { optionalText } from "../../../shared/core/text.ts";
import { optionalMoneyText } from "../../../shared/people/typedText.ts";
import type { Output } from "../../api/client.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { optionalDateText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";

const Policy = z
  .object({
    insurer: optionalText(),
    policyNumber: optionalText(80),
    fromOn: optionalDateText(),
    toOn: optionalDateText(),
    premiumPence: optionalMoneyText(),
  })
  .superRefine((typed, context) => {
    if (typed.insurer + typed.policyNumber === "" && !typed.fromOn && !typed.toOn) return;
    const need = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    if (typed.insurer === "") need("insurer", "Enter the insurer's name");
    if (typed.policyNumber === "") need("policyNumber", "Enter the policy number");
    if (!typed.fromOn) need("fromOn", "Enter the first day of cover");
    if (!typed.toOn) need("toOn", "Enter the last day of cover");
  });

/** Employers' liability insurance. It may be left empty and added when it is there. */
export function InsurancePage({ onSaved }: SetupPageProps) {
  const employer = useQuery("employment.getEmployer", {});
  return (
    <>
      <PageHeader
        title="Employers' liability insurance"
        lead="The law asks for it once you employ somebody, and audits ask to see it. Leave it empty if you do not have it yet."
      />
      <Loaded query={employer}>{(known) => <Page policies={known.insurancePolicies} onSaved={onSaved} />}</Loaded>
    </>
  );
}

function Page({ policies, onSaved }: SetupPageProps & { readonly policies: Output<"employment.getEmployer">["insurancePolicies"] }) {
  const add = useCommand("employment.addInsurancePolicy", { onDone: onSaved });
  const form = useForm(Policy, ({ fromOn, toOn, ...policy }) => (fromOn && toOn ? add.mutateAsync({ ...policy, fromOn, toOn }) : onSaved()));
  return (
    <>
      {policies.length > 0 && (
        <Card title="Policies so far">
          <SummaryList
            rows={policies.map((policy) => ({
              name: policy.insurer,
              value: `${policy.policyNumber}, ${formatDate(policy.fromOn)} to ${formatDate(policy.toOn)}`,
            }))}
          />
        </Card>
      )}
      <Form of={form}>
        <TextField name="insurer" label={policies.length > 0 ? "Insurer of a new policy" : "Insurer"} isOptional />
        <TextField name="policyNumber" label="Policy number" width="medium" isOptional />
        <DateField name="fromOn" label="First day of cover" hasCalendar isOptional />
        <DateField name="toOn" label="Last day of cover" hasCalendar isOptional />
        <MoneyField name="premiumPence" label="Price for the year" isOptional />
        <SaveRow isBusy={form.isBusy} />
      </Form>
    </>
  );
}
