import { useState } from "react";
import { useLocation } from "wouter";
import * as z from "zod";
import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen, optionalDateText, wholeNumberText } from "../../components/formSchemas.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useForm } from "../../components/useForm.ts";
import { type AskedFinalPay, FinalPayLines } from "./FinalPayLines.tsx";

/** What somebody who leaves is due in a run beyond hours worked: notice, holiday that is left, redundancy. */
export function FinalPayScreen({ payRunId, personId }: { readonly payRunId: string; readonly personId: string }) {
  const record = useQuery("employment.getAssistant", { id: personId });
  const [, go] = useLocation();
  return (
    <Loaded query={record}>
      {(known) => (
        <>
          <PageHeader
            title={`Final pay of ${fullName(known.engagement.person)}`}
            lead={known.engagement.endOn ? `The last day is ${formatDate(known.engagement.endOn)}.` : undefined}
            breadcrumbs={[
              { name: "Pay", to: routes.pay },
              { name: "Pay run", to: pathTo(routes.payRun, { payRunId }) },
            ]}
          />
          {known.engagement.endOn ? (
            <FinalPay payRunId={payRunId} record={known} onDone={() => go(pathTo(routes.payRun, { payRunId }))} />
          ) : (
            <NotificationBanner title="No last day is recorded yet">
              <LinkButton to={pathTo(routes.personChange, { personId, what: "end" })}>Enter the last day</LinkButton>
            </NotificationBanner>
          )}
        </>
      )}
    </Loaded>
  );
}

const Facts = z
  .object({
    noticeBy: chosen(["employer", "employee", "none"], "Choose who gave notice"),
    givenOn: optionalDateText(),
    contractWeeks: z.string(),
    isRedundancy: z.boolean(),
    isImmediateFamilyOfEmployer: z.boolean(),
    mayTakeBackHoliday: z.boolean(),
  })
  .superRefine(({ noticeBy, givenOn, contractWeeks }, context) => {
    if (noticeBy === "none") return;
    if (givenOn === null) context.addIssue({ code: "custom", path: ["givenOn"], message: "Enter the day notice was given" });
    const weeks = contractNotice.safeParse(contractWeeks);
    if (!weeks.success) context.addIssue({ code: "custom", path: ["contractWeeks"], message: weeks.error.issues[0]?.message ?? "Enter the weeks" });
  });

const contractNotice = wholeNumberText("Enter the weeks of the contract, or 0", 0, 52);

function FinalPay({ payRunId, record, onDone }: { readonly payRunId: string; readonly record: AssistantRecord; readonly onDone: () => void }) {
  const { id: engagementId, person } = record.engagement;
  const [asked, setAsked] = useState<AskedFinalPay>();
  const form = useForm(
    Facts,
    ({ noticeBy, givenOn, contractWeeks, ...facts }) => {
      const notice =
        noticeBy === "none" || givenOn === null ? null : { givenBy: noticeBy, givenOn, contractWeeks: contractNotice.parse(contractWeeks) };
      setAsked({ payRunId, engagementId, notice, ...facts });
    },
    { start: { noticeBy: "", givenOn: "", contractWeeks: "0", isRedundancy: false, isImmediateFamilyOfEmployer: false, mayTakeBackHoliday: false } },
  );
  return (
    <Stack>
      <Form of={form} label="What happened">
        <RadioGroup
          name="noticeBy"
          label="Who gave notice?"
          choices={[
            { value: "employee", label: person.firstName, hint: "They resigned." },
            { value: "employer", label: "You, as the employer" },
            { value: "none", label: "Nobody", hint: "The job ended on an agreed day." },
          ]}
        />
        {["employee", "employer"].includes(String(form.valueOf("noticeBy"))) && (
          <>
            <DateField name="givenOn" label="Day notice was given" hasCalendar />
            <TextField
              name="contractWeeks"
              label="Weeks of notice in the contract"
              hint="0 when the contract says nothing: then the law's weeks count."
              width="short"
              inputMode="numeric"
            />
          </>
        )}
        <Checkbox name="isRedundancy" label="It is redundancy" hint="The job itself is no longer needed: for example the budget or the need ends." />
        {form.valueOf("isRedundancy") === true && (
          <Checkbox
            name="isImmediateFamilyOfEmployer"
            label="They are close family of the employer and work in the household"
            hint="Then the law gives no redundancy pay."
          />
        )}
        <Checkbox
          name="mayTakeBackHoliday"
          label="Too much holiday may be taken back"
          hint="Tick only when it was agreed in writing that holiday taken beyond what was earned is taken off the last pay."
        />
        <Disclosure summary="Before you end somebody's job">
          <p>Ring your insurer's legal helpline or Acas first if it is not the assistant's own wish.</p>
        </Disclosure>
        <Row>
          <Button type="submit" look={asked ? "secondary" : "primary"} isBusy={form.isBusy}>
            Work out the final pay
          </Button>
          <TextLink to={pathTo(routes.payRun, { payRunId })}>Go back to the pay run</TextLink>
        </Row>
      </Form>
      {asked && <FinalPayLines key={JSON.stringify(asked)} asked={asked} name={person.firstName} onDone={onDone} />}
    </Stack>
  );
}
