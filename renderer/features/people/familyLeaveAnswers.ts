import * as z from "zod";
import type { FamilyLeaveStanding } from "../../../shared/contract/employmentArrangements.ts";
import { NationalInsuranceNumber, optionalText } from "../../../shared/core/text.ts";
import { type FamilyLeaveDetails, FamilyLeaveKind } from "../../../shared/people/payArrangements.ts";
import { emptyOr, optionalMoneyText, typedPounds } from "../../../shared/people/typedText.ts";
import { dateText, optionalDateText, wholeNumberText } from "../../components/formSchemas.ts";

/** Yes, no, or nobody said yet. */
const said = z.enum(["", "yes", "no"]).transform((answer) => (answer === "" ? null : answer === "yes"));
const typedSaid = (answer: boolean | null | undefined) => (answer === true ? "yes" : answer === false ? "no" : "");

/** What is asked about family leave of any kind. */
export const LeaveAnswers = z.object({
  kind: z.enum(FamilyLeaveKind.options, { error: "Choose the kind of leave" }),
  expectedOn: dateText("Enter the day"),
  actualOn: optionalDateText(),
  matchedOn: optionalDateText(),
  payFromOn: dateText("Enter the first day of leave"),
  weeks: wholeNumberText("Enter the weeks of pay", 1, 52),
  endsOn: optionalDateText(),
  noticeOn: optionalDateText(),
  hasGoodReasonForLateNotice: z.boolean(),
  evidence: optionalText(),
  evidenceSeenOn: optionalDateText(),
  averageWeeklyEarningsPence: optionalMoneyText(),
  partnerFirstName: optionalText(80),
  partnerLastName: optionalText(80),
  partnerNationalInsuranceNumber: emptyOr(NationalInsuranceNumber),
  pregnancySickFromOn: optionalDateText(),
  weeksOfOtherPayUsed: wholeNumberText("Enter the weeks, or 0", 0, 39),
  weeksTakenByOtherParent: wholeNumberText("Enter the weeks, or 0", 0, 37),
  hasOtherPayEnded: said,
  otherParentQualifies: said,
  childBornOn: optionalDateText(),
  weeksOfPregnancy: emptyOr(wholeNumberText("Enter the completed weeks", 1, 45)),
  neonatalStays: z.array(
    z.object({ startedOn: dateText("Enter the day the stay began"), wholeDays: wholeNumberText("Enter the whole days in care", 1, 400) }),
  ),
  canHaveOtherFamilyPay: z.boolean(),
  note: optionalText(400),
});

/** What the form begins with: empty, or a leave as it is recorded. */
export function startOfLeave(leave: FamilyLeaveStanding | undefined): Record<string, unknown> {
  return {
    kind: leave?.kind ?? "",
    expectedOn: leave?.expectedOn ?? "",
    actualOn: leave?.actualOn ?? "",
    matchedOn: leave?.matchedOn ?? "",
    payFromOn: leave?.payFromOn ?? "",
    weeks: leave ? String(leave.weeks) : "",
    endsOn: leave?.endsOn ?? "",
    noticeOn: leave?.noticeOn ?? "",
    hasGoodReasonForLateNotice: leave?.hasGoodReasonForLateNotice ?? false,
    evidence: leave?.evidence ?? "",
    evidenceSeenOn: leave?.evidenceSeenOn ?? "",
    averageWeeklyEarningsPence: typedPounds(leave?.averageWeeklyEarningsPence ?? null),
    partnerFirstName: leave?.partnerFirstName ?? "",
    partnerLastName: leave?.partnerLastName ?? "",
    partnerNationalInsuranceNumber: leave?.partnerNationalInsuranceNumber ?? "",
    pregnancySickFromOn: leave?.pregnancySickFromOn ?? "",
    weeksOfOtherPayUsed: String(leave?.weeksOfOtherPayUsed ?? 0),
    weeksTakenByOtherParent: String(leave?.weeksTakenByOtherParent ?? 0),
    hasOtherPayEnded: typedSaid(leave?.hasOtherPayEnded),
    otherParentQualifies: typedSaid(leave?.otherParentQualifies),
    childBornOn: leave?.childBornOn ?? "",
    weeksOfPregnancy: leave?.weeksOfPregnancy ? String(leave.weeksOfPregnancy) : "",
    neonatalStays: (leave?.neonatalStays ?? []).map(({ startedOn, wholeDays }) => ({ startedOn, wholeDays: String(wholeDays) })),
    canHaveOtherFamilyPay: leave?.canHaveOtherFamilyPay ?? true,
    note: leave?.note ?? "",
  };
}

/** The leave without answers to questions that its kind does not ask. */
export function leaveFactsOf(answers: z.output<typeof LeaveAnswers>): Omit<FamilyLeaveDetails, "engagementId"> {
  const { kind } = answers;
  const isShared = kind === "sharedParental";
  const hasChild = kind === "bereavement" || kind === "neonatal";
  return {
    ...answers,
    matchedOn: kind === "maternity" || kind === "bereavement" ? null : answers.matchedOn,
    pregnancySickFromOn: kind === "maternity" ? answers.pregnancySickFromOn : null,
    childBornOn: hasChild ? answers.childBornOn : null,
    weeksOfPregnancy: kind === "bereavement" ? answers.weeksOfPregnancy : null,
    neonatalStays: kind === "neonatal" ? answers.neonatalStays : [],
    canHaveOtherFamilyPay: kind === "neonatal" ? answers.canHaveOtherFamilyPay : true,
    ...(!isShared && {
      partnerFirstName: "",
      partnerLastName: "",
      partnerNationalInsuranceNumber: null,
      weeksOfOtherPayUsed: 0,
      weeksTakenByOtherParent: 0,
      hasOtherPayEnded: null,
      otherParentQualifies: null,
    }),
  };
}
