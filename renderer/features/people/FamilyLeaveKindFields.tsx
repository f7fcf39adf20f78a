import type { FamilyLeaveKind } from "../../../shared/people/payArrangements.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { DateField } from "../../components/DateField.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Columns, Row, Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import type { FormHandle } from "../../components/useForm.ts";

const yesNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "", label: "Nobody said yet" },
] as const;

const adopted = (
  <DateField name="matchedOn" label="Adopted child: day they were told of the match" hint="Leave empty for a birth." hasCalendar isOptional />
);

/** The questions that only some kinds of family leave ask. */
export function FamilyLeaveKindFields({ kind, form }: { readonly kind: FamilyLeaveKind; readonly form: FormHandle }) {
  switch (kind) {
    case "maternity":
      return (
        <DateField
          name="pregnancySickFromOn"
          label="First day off sick because of the pregnancy"
          hint="Only in the four weeks before the week the baby is due: it starts the leave and the pay."
          hasCalendar
          isOptional
        />
      );
    case "adoption":
      return <DateField name="matchedOn" label="Day they were told of the match" hasCalendar />;
    case "paternity":
      return adopted;
    case "sharedParental":
      return (
        <>
          {adopted}
          <SharedFields />
        </>
      );
    case "bereavement":
      return (
        <>
          <DateField name="childBornOn" label="Child's birthday" hint="Leave empty after a stillbirth." isOptional />
          <TextField
            name="weeksOfPregnancy"
            label="Completed weeks of pregnancy"
            hint="Only after a stillbirth."
            width="short"
            inputMode="numeric"
            isOptional
          />
        </>
      );
    case "neonatal":
      return (
        <>
          {adopted}
          <DateField name="childBornOn" label="Adopted child's birthday" hint="Leave empty for a birth." isOptional />
          <StayFields form={form} />
          <Checkbox
            name="canHaveOtherFamilyPay"
            label="They can have maternity, adoption or paternity pay for this child too"
            hint="Then the same week is looked at for both."
          />
        </>
      );
  }
}

function SharedFields() {
  return (
    <>
      <RadioGroup
        name="hasOtherPayEnded"
        label="Has maternity or adoption pay been ended?"
        hint="The mother or main adopter has gone back to work, or gave notice to end it."
        choices={yesNo}
      />
      <RadioGroup
        name="otherParentQualifies"
        label="Does the other parent pass the work and pay test?"
        hint="Worked in 26 of the 66 weeks before, and earned £390 in 13 of them. Their declaration says so."
        choices={yesNo}
      />
      <TextField name="weeksOfOtherPayUsed" label="Weeks of maternity or adoption pay used" width="short" inputMode="numeric" />
      <TextField name="weeksTakenByOtherParent" label="Weeks the other parent takes" width="short" inputMode="numeric" />
      <TextField name="partnerFirstName" label="Other parent's first name" isOptional />
      <TextField name="partnerLastName" label="Other parent's last name" isOptional />
      <TextField
        name="partnerNationalInsuranceNumber"
        label="Other parent's National Insurance number"
        hint="HMRC asks for it when shared parental pay is reported."
        width="medium"
        isOptional
      />
    </>
  );
}

/** The baby's stays in neonatal care, one row each. */
function StayFields({ form }: { readonly form: FormHandle }) {
  const value = form.valueOf("neonatalStays");
  const stays: readonly unknown[] = Array.isArray(value) ? value : [];
  const set = (next: readonly unknown[]) => form.setValue("neonatalStays", next);
  return (
    <Stack>
      {stays.map((_stay, index) => (
        <Stay key={stayName(index)} number={index + 1} onRemove={() => set(stays.filter((_each, place) => place !== index))} />
      ))}
      <Row>
        <Button onClick={() => set([...stays, { startedOn: "", wholeDays: "" }])}>
          {stays.length === 0 ? "Add a stay in neonatal care" : "Add another stay"}
        </Button>
      </Row>
    </Stack>
  );
}

const stayName = (index: number) => `neonatalStays.${index}`;

function Stay({ number, onRemove }: { readonly number: number; readonly onRemove: () => void }) {
  const name = stayName(number - 1);
  return (
    <Columns>
      <DateField name={`${name}.startedOn`} label={`Stay ${number}: day it began`} hasCalendar />
      <TextField
        name={`${name}.wholeDays`}
        label={`Stay ${number}: whole days in care`}
        hint="From the day after."
        width="short"
        inputMode="numeric"
      />
      <div>
        <Button look="quiet" about={`stay ${number}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </Columns>
  );
}
