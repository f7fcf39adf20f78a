import type { FamilyLeaveStanding } from "../../../shared/contract/employmentArrangements.ts";
import { FamilyLeaveKind } from "../../../shared/people/payArrangements.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import { type ChangeFormProps, SaveChange, useKeptForm, useSaved } from "./changeForm.tsx";
import { FamilyLeaveKindFields } from "./FamilyLeaveKindFields.tsx";
import { LeaveAnswers, leaveFactsOf, startOfLeave } from "./familyLeaveAnswers.ts";
import { familyLeaveKinds, wordsOf } from "./words.ts";

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

function LeaveFields({ record, leave }: ChangeFormProps & { readonly leave: FamilyLeaveStanding | undefined }) {
  const { id: engagementId, person } = record.engagement;
  const onDone = useSaved(record, leave ? "Saved the leave." : "Saved the leave. The pay runs of its weeks pay it.");
  const add = useCommand("employment.addFamilyLeave", { onDone });
  const change = useCommand("employment.changeFamilyLeave", { onDone });
  const { form, notice } = useKeptForm(
    `family leave ${engagementId} ${leave?.id ?? ""}`,
    LeaveAnswers,
    (answers) => {
      const facts = leaveFactsOf(answers);
      return leave ? change.mutateAsync({ id: leave.id, ...facts }) : add.mutateAsync({ engagementId, ...facts });
    },
    startOfLeave(leave),
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
        {words && kind && (
          <>
            <DateField name="expectedOn" label={words.expected} hasCalendar />
            {words.actual && <DateField name="actualOn" label={words.actual} hint="Leave empty until you know." hasCalendar isOptional />}
            <FamilyLeaveKindFields kind={kind} form={form} />
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
            <Checkbox
              name="hasGoodReasonForLateNotice"
              label="Notice came late for a good reason"
              hint="It could not reasonably be given earlier. Then pay is not refused for it."
            />
            <TextField name="evidence" label="Evidence" hint={words.evidence} isOptional />
            <DateField name="evidenceSeenOn" label="Evidence seen on" hasCalendar isOptional />
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
