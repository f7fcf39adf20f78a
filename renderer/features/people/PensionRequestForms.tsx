import * as z from "zod";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen, dateText, optionalDateText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, FromField, SaveChange, useSaved } from "./changeForm.tsx";

const OptOut = z.object({ noticeOn: dateText("Enter the day of the opt-out notice"), letterOn: optionalDateText() });

/** Out of the pension within the month that the law gives. */
export function OptOutForm({ record }: ChangeFormProps) {
  const { id: engagementId, person } = record.engagement;
  const save = useCommand("employment.optOutOfPension", { onDone: useSaved(record, "Saved the opt-out.") });
  const form = useForm(OptOut, (answer) => save.mutateAsync({ engagementId, ...answer }));
  return (
    <Form of={form}>
      <DateField
        name="noticeOn"
        label="Day on the opt-out notice"
        hint={`The day you got the valid notice from ${person.firstName} or the scheme.`}
        hasCalendar
      />
      <DateField
        name="letterOn"
        label="Day of the letter about joining"
        hint="Only when it came after the day of joining. The month begins with the later of the two."
        isOptional
        hasCalendar
      />
      <Disclosure summary="What happens then?">
        <p>
          The next pay run gives back everything {person.firstName} paid in, and your own share goes back to the budget. Ask the pension scheme to
          return it. After the month is over a notice counts as leaving: what was paid in stays. You must never talk somebody into opting out.
        </p>
      </Disclosure>
      <SaveChange record={record} isBusy={form.isBusy} words="Save the opt-out" />
    </Form>
  );
}

const Postpone = z.object({ fromOn: dateText("Enter the first day"), until: dateText("Enter the last day") });

export function PostponeForm({ record }: ChangeFormProps) {
  const { id: engagementId, person } = record.engagement;
  const save = useCommand("employment.postponePension", { onDone: useSaved(record, "Saved. Joining is put off.") });
  const form = useForm(Postpone, (answer) => save.mutateAsync({ engagementId, ...answer }), {
    start: { fromOn: record.lastFinishedPayday ? "" : record.engagement.startOn },
  });
  return (
    <Form of={form}>
      <FromField record={record} rests="payday" label="Put off from" />
      <DateField name="until" label="Put off until" hint="At most three months later. On this day the pay run looks again." hasCalendar />
      <Disclosure summary="What must I do?">
        <p>
          Tell {person.firstName} in writing within six weeks that joining is put off, and that they may ask to join before. Documents has the letter.
        </p>
      </Disclosure>
      <SaveChange record={record} isBusy={form.isBusy} words="Put joining off" />
    </Form>
  );
}

const Join = z.object({
  status: chosen(["optedIn", "joined"], "Choose which it is"),
  earningsBasis: z.enum(["qualifyingEarnings", "totalPay"]),
  fromOn: dateText("Enter the day it starts"),
});

/** The assistant asked to be put into the pension. */
export function JoinPensionForm({ record }: ChangeFormProps) {
  const { id: engagementId, person } = record.engagement;
  const save = useCommand("employment.changePension", { onDone: useSaved(record, `${person.firstName} is in the pension from that day.`) });
  const form = useForm(
    Join,
    ({ status, ...change }) =>
      save.mutateAsync({
        engagementId,
        status,
        ...change,
        ...(status === "joined" && { employeeBasisPoints: bothUsual.employee, employerBasisPoints: bothUsual.employer }),
      }),
    { start: { status: "", earningsBasis: "qualifyingEarnings" } },
  );
  return (
    <Form of={form}>
      <RadioGroup
        name="status"
        label="What may they ask for?"
        hint="The payslip's pension part says which worker they are."
        choices={[
          {
            value: "optedIn",
            label: "Opt in",
            hint: "They earn enough for the law's band, or are under 22 or over State Pension age. You must pay in too.",
          },
          {
            value: "joined",
            label: "Join",
            hint: "They earn less than the band. You put them in and take their share; your own share is up to you.",
          },
        ]}
      />
      <FromField record={record} rests="payday" label="In the pension from" />
      <Disclosure summary="Which day?">
        <p>The first day of the next pay period after you got the request, or the one after that when payday is too near.</p>
      </Disclosure>
      <SaveChange record={record} isBusy={form.isBusy} words="Put them in the pension" />
    </Form>
  );
}

/** Somebody who joins pays the usual share in full; the employer may choose to add something by “Change the pension”. */
const bothUsual = { employee: 500, employer: 0 } as const;

const Reenrol = z.object({ on: optionalDateText() });

/** The day chosen for re-enrolment: one day for the whole household. */
export function ReenrolmentForm({ record }: ChangeFormProps) {
  const facts = useQuery("employment.getHmrcFacts", {});
  return <Loaded query={facts}>{({ pensionReenrolmentOn }) => <ReenrolmentFields record={record} on={pensionReenrolmentOn ?? ""} />}</Loaded>;
}

function ReenrolmentFields({ record, on }: ChangeFormProps & { readonly on: string }) {
  const save = useCommand("employment.setPensionReenrolment", { onDone: useSaved(record, "Saved the day of re-enrolment.") });
  const form = useForm(Reenrol, (answer) => save.mutateAsync(answer), { start: { on } });
  return (
    <Form of={form}>
      <DateField
        name="on"
        label="Day of re-enrolment"
        hint="Every three years: within three months before or after the day your duties began, three years on. It counts for everybody you employ."
        hasCalendar
        isOptional
      />
      <Disclosure summary="What is re-enrolment?">
        <p>
          People who left the pension and must be in it by their age and pay are put back on that day. They may opt out again within a month. Then you
          tell The Pensions Regulator, even when nobody was put back.
        </p>
      </Disclosure>
      <SaveChange record={record} isBusy={form.isBusy} words="Save the day" />
    </Form>
  );
}
