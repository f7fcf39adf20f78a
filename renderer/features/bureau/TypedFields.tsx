import { useState } from "react";
import { type PlainDate, plainDate } from "../../../shared/core/plainDate.ts";
import type { Output } from "../../api/client.ts";
import { useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { DateField } from "../../components/DateField.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Columns, Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import type { FormHandle } from "../../components/useForm.ts";
import { typedFields } from "./payslipForm.ts";

const frequencies = [
  { value: "weekly", label: "Every week" },
  { value: "fortnightly", label: "Every two weeks" },
  { value: "fourWeekly", label: "Every four weeks" },
  { value: "monthly", label: "Every month" },
] as const;

const plans = [
  { value: "1", label: "Plan 1" },
  { value: "2", label: "Plan 2" },
  { value: "4", label: "Plan 4" },
  { value: "5", label: "Plan 5" },
] as const;

interface TypedFieldsProps {
  readonly form: FormHandle;
  readonly people: Output<"bureau.choices">["people"];
}

/** Hours, rate, code and letter, typed by hand, or filled in from what is known of a person. */
export function TypedFields({ form, people }: TypedFieldsProps) {
  const [asked, setAsked] = useState<{ readonly engagementId: string; readonly payday: PlainDate }>();
  const [problem, setProblem] = useState<string>();
  const known = useQuery("bureau.startTyped", asked ?? { engagementId: "", payday: plainDate("2026-04-06") }, { isOn: asked !== undefined });
  const fill = () => {
    const engagementId = String(form.valueOf("typed.engagementId") ?? "");
    const payday = String(form.valueOf("typed.payday") ?? "");
    const isReady = engagementId !== "" && /^\d{4}-\d{2}-\d{2}$/.test(payday);
    setProblem(isReady ? undefined : "Choose the person and enter the payday first.");
    if (isReady) setAsked({ engagementId, payday: payday as PlainDate });
  };
  const take = (found: NonNullable<Output<"bureau.startTyped">>) => {
    for (const [name, value] of Object.entries(typedFields(found))) form.setValue(`typed.${name}`, value);
    setAsked(undefined);
  };
  return (
    <Stack>
      <Columns>
        <SelectField
          name="typed.engagementId"
          label="Person"
          isOptional
          emptyChoice="Somebody else"
          choices={people.map(({ engagementId, name }) => ({ value: engagementId, label: name }))}
        />
        <DateField name="typed.payday" label="Payday" />
      </Columns>
      <div>
        <Button onClick={fill}>Look up what is known</Button>
      </div>
      <div role="status">
        {problem && <NotificationBanner tone="warn" title={problem} />}
        {asked && known.data === null && <NotificationBanner tone="warn" title="There is no tax code or letter on that day yet. Type them here." />}
        {asked && known.data && (
          <NotificationBanner
            tone="info"
            title={`${known.data.employeeName}: code ${known.data.taxCode}, letter ${known.data.nationalInsuranceCategory}.`}
          >
            <Button onClick={() => known.data && take(known.data)}>Put it into the boxes</Button>
          </NotificationBanner>
        )}
      </div>
      <Columns>
        <TextField name="typed.employeeName" label="Whose payslip it is" />
        <SelectField name="typed.payFrequency" label="How often you pay" emptyChoice="Choose one" choices={frequencies} />
        <TextField name="typed.hours" label="Hours" hint="Like 48 or 48.5" width="short" />
        <MoneyField name="typed.rate" label="Rate an hour" />
        <MoneyField name="typed.otherPay" label="Other pay that is taxed" isOptional />
        <MoneyField name="typed.nonTaxable" label="Mileage and expenses without tax" isOptional />
        <TextField name="typed.taxCode" label="Your assistant’s tax code" hint="As HMRC sent it, like 1257L" width="short" />
        <TextField name="typed.letter" label="Their National Insurance letter" hint="Mostly A" width="short" />
        <SelectField name="typed.plan" label="Their student loan" emptyChoice="None" choices={plans} />
        <MoneyField name="typed.taxablePayBefore" label="Taxable pay since 6 April, before this payslip" isOptional />
        <MoneyField name="typed.incomeTaxBefore" label="Tax since 6 April, before this payslip" isOptional />
      </Columns>
      <Checkbox name="typed.isWeek1Month1" label="The code is on a week 1 or month 1 basis" />
      <Checkbox name="typed.hasPostgraduateLoan" label="They repay a postgraduate loan" />
      <Checkbox name="typed.isMember" label="They are in the workplace pension" />
      {form.valueOf("typed.isMember") === true && (
        <Columns>
          <TextField name="typed.employeeRate" label="Their share of pay, in per cent" hint="With tax relief, mostly 5" width="short" />
          <TextField name="typed.employerRate" label="Your share, in per cent" hint="Mostly 3" width="short" />
        </Columns>
      )}
    </Stack>
  );
}
