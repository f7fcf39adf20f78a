import * as z from "zod";
import { isPensionMember, PensionBasis, PensionStatus } from "../../../shared/people/payFacts.ts";
import { percentText, typedPercent } from "../../../shared/people/typedText.ts";
import { useCommand } from "../../api/hooks.ts";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, FromField, SaveChange, useSaved } from "./changeForm.tsx";
import { pensionStatuses } from "./words.ts";

const Pension = z.object({
  status: z.enum(PensionStatus.options, { error: "Choose the new state" }),
  employee: percentText("Enter their share in per cent"),
  employer: percentText("Enter your share in per cent"),
  earningsBasis: z.enum(PensionBasis.options),
  fromOn: dateText("Enter the day it starts"),
});

export function PensionForm({ record }: ChangeFormProps) {
  const save = useCommand("employment.changePension", { onDone: useSaved(record, "Saved the pension.") });
  const { pensionMembership: now } = record.current;
  const isMember = now !== null && isPensionMember(now.status);
  const form = useForm(
    Pension,
    ({ employee, employer, ...change }) =>
      save.mutateAsync({
        engagementId: record.engagement.id,
        ...change,
        ...(isPensionMember(change.status) && { employeeBasisPoints: employee, employerBasisPoints: employer }),
      }),
    {
      start: {
        status: "",
        employee: isMember ? typedPercent(now.employeeBasisPoints) : "5",
        employer: isMember ? typedPercent(now.employerBasisPoints) : "3",
        earningsBasis: now?.earningsBasis ?? "qualifyingEarnings",
      },
    },
  );
  const status = PensionStatus.safeParse(form.valueOf("status"));
  return (
    <Form of={form}>
      <RadioGroup name="status" label="Where do they stand now?" choices={pensionStatuses} />
      {status.success && isPensionMember(status.data) && (
        <>
          <TextField
            name="employee"
            label="They pay, in per cent"
            hint="Tax relief included. At least 5 is usual."
            width="short"
            inputMode="decimal"
          />
          <TextField name="employer" label="You pay, in per cent" hint="At least 3." width="short" inputMode="decimal" />
          <SelectField
            name="earningsBasis"
            label="Per cent of what?"
            choices={[
              { value: "qualifyingEarnings", label: "Qualifying earnings, the band set by law" },
              { value: "totalPay", label: "All pay" },
            ]}
          />
        </>
      )}
      <FromField record={record} rests="payday" />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
