import { useQuery } from "../../api/hooks.ts";
import { CheckboxGroup } from "../../components/CheckboxGroup.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import type { FormHandle } from "../../components/useForm.ts";
import { holidayBases, loanKinds, pensionStatuses, perWords, starterKinds } from "./words.ts";

interface FieldsProps {
  readonly form: FormHandle;
}

export function NameFields() {
  return (
    <>
      <TextField name="firstName" label="First name" width="medium" />
      <TextField name="lastName" label="Last name" width="medium" />
      <DateField name="dateOfBirth" label="Date of birth" hint="It decides the National Insurance letter and the minimum wage." />
      <SelectField
        name="gender"
        label="Sex, as HMRC asks for it"
        emptyChoice="Not known yet"
        choices={[
          { value: "F", label: "Female" },
          { value: "M", label: "Male" },
        ]}
        isOptional
      />
      <TextField name="phone" label="Phone" type="tel" width="medium" isOptional />
      <TextField name="email" label="E-mail" type="email" isOptional />
      <TextArea name="address" label="Address" rows={3} isOptional />
      <TextField name="postcode" label="Postcode" width="short" isOptional />
    </>
  );
}

export function JobFields() {
  return (
    <>
      <DateField name="startOn" label="First day of work" hasCalendar />
      <TextField name="jobTitle" label="Job title" />
      <TextField
        name="contractedHours"
        label="Agreed hours a week"
        hint="Leave empty when no hours are promised."
        width="short"
        inputMode="decimal"
        isOptional
      />
      <RadioGroup name="holidayBasis" label="How does holiday work?" choices={holidayBases} />
    </>
  );
}

export function TaxFields({ form }: FieldsProps) {
  const kind = form.valueOf("starterKind");
  return (
    <>
      <TextField
        name="nationalInsuranceNumber"
        label="National Insurance number"
        hint="Two letters, six numbers and a letter. You can add it later."
        width="medium"
        isOptional
      />
      <RadioGroup
        name="starterKind"
        label="What did they bring?"
        choices={starterKinds.map((choice) => ({
          ...choice,
          ...(choice.value === "p45" && { reveals: <P45Fields /> }),
          ...(choice.value === "existing" && { reveals: <ExistingFields /> }),
        }))}
      />
      {kind === "none" && (
        <NotificationBanner tone="warn" title="Ask them to fill in HMRC's starter checklist before the first payday.">
          <p>Without it they may pay too much tax at first.</p>
        </NotificationBanner>
      )}
    </>
  );
}

function P45Fields() {
  return (
    <>
      <DateField name="leavingOn" label="Leaving date on the P45" />
      <TextField name="taxCode" label="Tax code at leaving" hint="For example 1257L. Add M1 or W1 if it is ticked." width="short" />
      <MoneyField name="taxablePay" label="Total pay to date" />
      <MoneyField name="tax" label="Total tax to date" />
    </>
  );
}

function ExistingFields() {
  return (
    <>
      <TextField name="taxCode" label="Tax code on the last payslip" hint="For example 1257L. Add M1 or W1 if it stands there." width="short" />
      <MoneyField name="taxablePay" label="Taxable pay since 6 April" hint="Before your first payday in this app." isOptional />
      <MoneyField name="tax" label="Tax taken since 6 April" isOptional />
    </>
  );
}

export function LoansFields() {
  return (
    <>
      <CheckboxGroup
        name="loans"
        label="Loans paid back from wages"
        hint="Tick what the starter checklist or HMRC says. Leave all empty for none."
        choices={loanKinds}
      />
      <RadioGroup name="pensionStatus" label="Workplace pension" choices={pensionStatuses} />
    </>
  );
}

const yesNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

export function HouseholdFields({ form }: FieldsProps) {
  const household = useQuery("people.getHousehold", {});
  const name = household.data?.budgetPerson?.firstName ?? "the person";
  const isConnected = form.valueOf("livesWithPerson") === "yes" && form.valueOf("isFamilyOrFriend") === "yes";
  return (
    <>
      <RadioGroup name="livesWithPerson" label={`Do they live with ${name}?`} choices={yesNo} isInline />
      <RadioGroup name="isFamilyOrFriend" label={`Are they ${name}'s family or a friend?`} choices={yesNo} isInline />
      {isConnected && (
        <>
          <NotificationBanner tone="warn" title="The funder must agree first">
            <p>
              Budget money may not pay family or a friend in the same household unless the funder has agreed in writing. Without it the funder may ask
              for the money back. Enter the permission here, or leave it empty until you have it.
            </p>
          </NotificationBanner>
          <TextField name="agreedBy" label="Who agreed?" hint="Name and body, for example the care co-ordinator." isOptional />
          <TextField name="agreedHow" label="How did they agree?" hint="For example: letter, e-mail." isOptional />
          <DateField name="agreedOn" label="When did they agree?" hasCalendar isOptional />
        </>
      )}
      <Disclosure summary="Where does this rule come from?">
        <p>The NHS direct payments regulations (SI 2013/1617, amended in 2017). Family who live elsewhere may be employed.</p>
      </Disclosure>
    </>
  );
}

export function RatesFields() {
  const kinds = useQuery("employment.listKindsOfTime", {});
  return (
    <Loaded query={kinds}>
      {(known) => (
        <>
          {known.map((kind) => (
            <MoneyField key={kind.id} name={`rates.${kind.id}`} label={`${kind.name}, ${perWords[kind.paidBy]}`} isOptional />
          ))}
        </>
      )}
    </Loaded>
  );
}

export function BankFields() {
  return (
    <>
      <TextField name="accountName" label="Name on the account" isOptional />
      <TextField name="sortCode" label="Sort code" hint="Six numbers, like 12-34-56." width="short" inputMode="numeric" isOptional />
      <TextField name="accountNumber" label="Account number" hint="Eight numbers." width="short" inputMode="numeric" isOptional />
    </>
  );
}
