import { useLocation } from "wouter";
import * as z from "zod";
import type { AssistantSummary } from "../../../shared/contract/employmentAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { CheckboxGroup } from "../../components/CheckboxGroup.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useForm } from "../../components/useForm.ts";

const Extra = z.object({
  payday: dateText("Enter the payday"),
  periodFrom: dateText("Enter the first day it is for"),
  periodTo: dateText("Enter the last day it is for"),
  engagementIds: z.array(z.string()),
});

/** Starts a pay run between the regular ones, for some people only. */
export function ExtraRunScreen() {
  const assistants = useQuery("employment.listAssistants", {});
  return (
    <>
      <PageHeader
        title="An extra pay run"
        lead="Between two paydays: late time, a bonus, or pay after somebody left."
        breadcrumbs={[{ name: "Pay", to: routes.pay }]}
      />
      <Loaded query={assistants}>{(people) => <ExtraForm people={people} />}</Loaded>
    </>
  );
}

function ExtraForm({ people }: { readonly people: readonly AssistantSummary[] }) {
  const [, go] = useLocation();
  const start = useCommand("pay.startRun", { onDone: ({ id }) => go(pathTo(routes.payRun, { payRunId: id })) });
  const form = useForm(Extra, (run) => start.mutateAsync({ kind: "extra", ...run }));
  return (
    <Form of={form}>
      <DateField name="payday" label="Payday" hint="The day the money is paid." hasCalendar />
      <DateField name="periodFrom" label="First day it is for" hasCalendar />
      <DateField name="periodTo" label="Last day it is for" hasCalendar />
      <CheckboxGroup
        name="engagementIds"
        label="Whose confirmed time and days away does it pay?"
        hint="Leave out who gets only a sum, such as a bonus or expenses: you put sums in on the next page."
        isOptional
        choices={people.map(({ engagement }) => ({
          value: engagement.id as string,
          label: fullName(engagement.person),
          ...(engagement.endOn && { hint: `Left on ${formatDate(engagement.endOn)}.` }),
        }))}
      />
      <Disclosure summary="Two payments in one month?">
        <p>
          Tax, National Insurance and the pension look at all the pay of the period together. The program takes what the earlier payslip already took
          off, so that nobody pays twice.
        </p>
      </Disclosure>
      <Row>
        <Button type="submit" look="primary" isBusy={form.isBusy}>
          Start the extra run
        </Button>
        <TextLink to={routes.pay}>Go back to Pay</TextLink>
      </Row>
    </Form>
  );
}
