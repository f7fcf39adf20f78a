import * as z from "zod";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { LoanKind } from "../../../shared/people/payFacts.ts";
import { useCommand } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, FromField, SaveChange, useSaved } from "./changeForm.tsx";
import { loanKinds, wordsOf } from "./words.ts";

const Loan = z.object({ kind: z.enum(LoanKind.options, { error: "Choose the loan" }), fromOn: dateText("Enter the day it starts") });

export function LoanForm({ record }: ChangeFormProps) {
  const save = useCommand("employment.addLoanNotice", { onDone: useSaved(record, "Saved the loan notice.") });
  const form = useForm(Loan, (change) => save.mutateAsync({ engagementId: record.engagement.id, ...change }));
  return (
    <Form of={form}>
      <RadioGroup name="kind" label="Which loan?" choices={loanKinds} />
      <FromField record={record} rests="payday" />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}

const Stop = z.object({ loanNoticeId: z.string().min(1, "Choose the loan"), toOn: dateText("Enter the last day") });

export function StopLoanForm({ record }: ChangeFormProps) {
  const save = useCommand("employment.stopLoanNotice", { onDone: useSaved(record, "The loan stops on that day.") });
  const running = record.loanNotices.filter(({ toOn }) => toOn === null);
  const form = useForm(Stop, (change) => save.mutateAsync(change), { start: { loanNoticeId: running.length === 1 ? (running[0]?.id ?? "") : "" } });
  return (
    <Form of={form}>
      <RadioGroup
        name="loanNoticeId"
        label="Which loan stops?"
        choices={running.map((notice) => ({ value: notice.id, label: `${wordsOf(loanKinds, notice.kind)}, since ${formatDate(notice.fromOn)}` }))}
      />
      <DateField name="toOn" label="Last day it is taken" hint="As on the stop notice." hasCalendar />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
