import * as z from "zod";
import type { Output } from "../../api/client.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen, dateText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { useForm } from "../../components/useForm.ts";
import { detailsOf } from "./employerForm.ts";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";
import { payFrequencies } from "./words.ts";

const PaydayForm = z.object({
  payFrequency: chosen(["weekly", "fortnightly", "fourWeekly", "monthly"], "Choose how often you pay wages"),
  firstPeriodFrom: dateText("Enter the first day of the first pay period"),
  firstPayday: dateText("Enter the first payday"),
});

/** How often wages are paid, and from when they are kept here. */
export function EmployerPage({ onSaved }: SetupPageProps) {
  const employer = useQuery("employment.getEmployer", {});
  return (
    <>
      <PageHeader title="When do you pay wages?" lead="The first pay period you want to keep in this app. Later ones follow from it." />
      <Loaded query={employer}>{(known) => <Page known={known} onSaved={onSaved} />}</Loaded>
    </>
  );
}

function Page({ known: { employer }, onSaved }: SetupPageProps & { readonly known: Output<"employment.getEmployer"> }) {
  const save = useCommand("employment.saveEmployer", { onDone: onSaved });
  const details = detailsOf(employer);
  const form = useForm(PaydayForm, (answer) => save.mutateAsync({ filingRoute: "notRegistered", ...details, ...answer }), {
    start: {
      payFrequency: employer?.payFrequency ?? "",
      firstPeriodFrom: employer?.firstPeriodFrom ?? "",
      firstPayday: employer?.firstPayday ?? "",
    },
  });
  return (
    <Form of={form}>
      <RadioGroup
        name="payFrequency"
        label="How often do you pay?"
        hint="Most people with a direct payment pay every 4 weeks or every month."
        choices={payFrequencies}
      />
      <DateField name="firstPeriodFrom" label="First day of the first pay period" hint="Often a Monday, or the 1st of a month." hasCalendar />
      <DateField name="firstPayday" label="First payday" hint="The day the wages of that period are paid." hasCalendar />
      <Disclosure summary="What if I have paid people before?">
        <p>Start with the first period you want to keep here. When you add each person, you enter their pay and tax of this tax year up to then.</p>
      </Disclosure>
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}
