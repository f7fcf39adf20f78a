import * as z from "zod";
import type { FamilyLeaveStanding } from "../../../shared/contract/employmentArrangements.ts";
import { NationalInsuranceNumber, optionalText } from "../../../shared/core/text.ts";
import { FamilyLeaveKind } from "../../../shared/people/payArrangements.ts";
import { emptyOr, optionalMoneyText, typedPounds } from "../../../shared/people/typedText.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText, optionalDateText, wholeNumberText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import { type ChangeFormProps, SaveChange, useKeptForm, useSaved } from "./changeForm.tsx";
import { familyLeaveKinds, wordsOf } from "./words.ts";

const Leave = z.object({
  kind: z.enum(FamilyLeaveKind.options, { error: "Choose the kind of leave" }),
  expectedOn: dateText("Enter the day"),
  actualOn: optionalDateText(),
  matchedOn: optionalDateText(),
  payFromOn: dateText("Enter the first day of leave"),
  weeks: wholeNumberText("Enter the weeks of pay", 1, 52),
  endsOn: optionalDateText(),
  noticeOn: optionalDateText(),
  evidence: optionalText(),
  evidenceSeenOn: optionalDateText(),
  averageWeeklyEarningsPence: optionalMoneyText(),
  partnerFirstName: optionalText(80),
  partnerLastName: optionalText(80),
  partnerNationalInsuranceNumber: emptyOr(NationalInsuranceNumber),
  note: optionalText(400),
});

interface KindWords {
  readonly expected: string;
  readonly actual: string | null;
  readonly evidence: string;
  readonly weeks: string;
}

const birth = { expected: "Day the baby is due", actual: "Day the baby was born" };

const kindWords: Readonly<Record<FamilyLeaveKind, KindWords>> = {
  maternity: { ...birth, evidence: "The MAT B1 certificate from the midwife or doctor.", weeks: "At most 39." },
  adoption: {
    expected: "Day the child is to be placed",
    actual: "Day the child was placed",
    evidence: "The matching certificate of the agency.",
    weeks: "At most 39.",
  },
  paternity: { ...birth, evidence: "Their signed declaration, form SC3 or the like.", weeks: "1 or 2." },
  sharedParental: { ...birth, evidence: "Both parents' signed declarations.", weeks: "At most 37, less what the other parent takes." },
  bereavement: { expected: "Day the child died", actual: null, evidence: "Their written declaration. Ask for nothing more.", weeks: "1 or 2." },
  neonatal: { ...birth, evidence: "Their declaration with the days in neonatal care.", weeks: "At most 12." },
};

/** Adds family leave, or puts the dates and evidence of one right (`about`). */
export function FamilyLeaveForm(props: ChangeFormProps) {
  const arrangements = useQuery("employment.getPayArrangements", { engagementId: props.record.engagement.id });
  return (
    <Loaded query={arrangements}>
      {({ familyLeaves }) => <LeaveFields key={props.about ?? "new"} {...props} leave={familyLeaves.find(({ id }) => id === props.about)} />}
    </Loaded>
  );
}

function startOf(leave: FamilyLeaveStanding | undefined): Record<string, string> {
  return {
    kind: leave?.kind ?? "",
    expectedOn: leave?.expectedOn ?? "",
    actualOn: leave?.actualOn ?? "",
    matchedOn: leave?.matchedOn ?? "",
    payFromOn: leave?.payFromOn ?? "",
    weeks: leave ? String(leave.weeks) : "",
    endsOn: leave?.endsOn ?? "",
    noticeOn: leave?.noticeOn ?? "",
    evidence: leave?.evidence ?? "",
    evidenceSeenOn: leave?.evidenceSeenOn ?? "",
    averageWeeklyEarningsPence: typedPounds(leave?.averageWeeklyEarningsPence ?? null),
    partnerFirstName: leave?.partnerFirstName ?? "",
    partnerLastName: leave?.partnerLastName ?? "",
    partnerNationalInsuranceNumber: leave?.partnerNationalInsuranceNumber ?? "",
    note: leave?.note ?? "",
  };
}

function LeaveFields({ record, leave }: ChangeFormProps & { readonly leave: FamilyLeaveStanding | undefined }) {
  const { id: engagementId, person } = record.engagement;
  const onDone = useSaved(record, leave ? "Saved the leave." : "Saved the leave. The pay runs of its weeks pay it.");
  const add = useCommand("employment.addFamilyLeave", { onDone });
  const change = useCommand("employment.changeFamilyLeave", { onDone });
  const { form, notice } = useKeptForm(
    `family leave ${engagementId} ${leave?.id ?? ""}`,
    Leave,
    (answers) => {
      const isAdoption = answers.kind === "adoption";
      const hasPartner = answers.kind === "sharedParental";
      const facts = {
        ...answers,
        matchedOn: isAdoption ? answers.matchedOn : null,
        partnerFirstName: hasPartner ? answers.partnerFirstName : "",
        partnerLastName: hasPartner ? answers.partnerLastName : "",
        partnerNationalInsuranceNumber: hasPartner ? answers.partnerNationalInsuranceNumber : null,
      };
      return leave ? change.mutateAsync({ id: leave.id, ...facts }) : add.mutateAsync({ engagementId, ...facts });
    },
    startOf(leave),
  );
  const kind = FamilyLeaveKind.safeParse(form.valueOf("kind")).data;
  const words = kind && kindWords[kind];
  return (
    <>
      {notice}
      <Form of={form}>
        {leave ? (
          <p>{wordsOf(familyLeaveKinds, leave.kind)}. The kind stays as it is.</p>
        ) : (
          <RadioGroup name="kind" label="Which leave is it?" choices={familyLeaveKinds} />
        )}
        {words && (
          <>
            <DateField name="expectedOn" label={words.expected} hasCalendar />
            {words.actual && <DateField name="actualOn" label={words.actual} hint="Leave empty until you know." hasCalendar isOptional />}
            {kind === "adoption" && <DateField name="matchedOn" label="Day they were told of the match" hasCalendar />}
            <DateField name="payFromOn" label="First day of leave and pay" hasCalendar />
            <TextField name="weeks" label="Weeks of pay" hint={words.weeks} width="short" inputMode="numeric" />
            {leave && (
              <DateField
                name="endsOn"
                label="Last day of leave, if they come back early"
                hint="Pay stops then. Leave empty when the leave runs as planned."
                hasCalendar
                isOptional
              />
            )}
            <DateField name="noticeOn" label="Day they told you" hint={`When ${person.firstName} gave notice of the leave.`} hasCalendar isOptional />
            <TextField name="evidence" label="Evidence" hint={words.evidence} isOptional />
            <DateField name="evidenceSeenOn" label="Evidence seen on" hasCalendar isOptional />
            {kind === "sharedParental" && <PartnerFields />}
            <Disclosure summary="Only when your payslips do not reach back far enough">
              <MoneyField
                name="averageWeeklyEarningsPence"
                label="Average weekly earnings"
                hint="From payslips of before. Leave empty when the payslips of eight weeks are here."
                isOptional
              />
            </Disclosure>
            <TextArea name="note" label="Note" rows={2} isOptional />
            <SaveChange record={record} isBusy={form.isBusy} words="Save the leave" />
          </>
        )}
      </Form>
    </>
  );
}

function PartnerFields() {
  return (
    <>
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
