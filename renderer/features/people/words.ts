import type { HolidayBasis, StarterKind } from "../../../shared/people/engagement.ts";
import type { DeductionOrderKind, FamilyLeaveKind } from "../../../shared/people/payArrangements.ts";
import type { KindOfTime, LoanKind, PensionStatus } from "../../../shared/people/payFacts.ts";
import type { AbsenceKind } from "../../../shared/timesheets/timesheet.ts";
import type { Choice } from "../../components/SelectField.tsx";

type Hinted<V extends string> = Choice<V> & { readonly hint?: string };

export const starterKinds: readonly Hinted<StarterKind>[] = [
  { value: "p45", label: "A P45 from this tax year", hint: "From the last employer, with a leaving date since 6 April." },
  { value: "declarationA", label: "Starter checklist, statement A", hint: "First job since 6 April, with no other job, pension or taxed benefit." },
  { value: "declarationB", label: "Starter checklist, statement B", hint: "Only job now, but there was another job or taxed benefit since 6 April." },
  { value: "declarationC", label: "Starter checklist, statement C", hint: "There is another job or a pension as well." },
  { value: "none", label: "Nothing yet", hint: "The tax code takes no account of tax-free pay until something comes." },
  { value: "existing", label: "They already work for me", hint: "You paid them before you used this app." },
];

export const loanKinds: readonly Choice<LoanKind>[] = [
  { value: "plan1", label: "Student loan plan 1" },
  { value: "plan2", label: "Student loan plan 2" },
  { value: "plan4", label: "Student loan plan 4" },
  { value: "plan5", label: "Student loan plan 5" },
  { value: "postgraduate", label: "Postgraduate loan" },
];

export const pensionStatuses: readonly Hinted<PensionStatus>[] = [
  { value: "notEligible", label: "Not in the pension", hint: "Each pay run checks whether they must be put in." },
  { value: "enrolled", label: "Enrolled by law" },
  { value: "optedIn", label: "Opted in", hint: "They asked to be put in." },
  { value: "joined", label: "Joined", hint: "They asked to join and earn little." },
  { value: "postponed", label: "Postponed", hint: "You told them in writing that it starts up to three months later." },
  { value: "optedOut", label: "Opted out", hint: "They left within a month of being put in." },
  { value: "ceased", label: "Left the pension" },
];

export const holidayBases: readonly Hinted<HolidayBasis>[] = [
  { value: "irregularHours", label: "Hours change from week to week", hint: "Holiday builds up with the hours worked." },
  { value: "fixedHours", label: "The same hours every week", hint: "5.6 weeks of holiday a year." },
  { value: "rolledUp", label: "Holiday pay is added to each payday", hint: "Only allowed for hours that change." },
];

export const nationalInsuranceLetters = [
  { value: "A", label: "A: most people" },
  { value: "B", label: "B: reduced rate, with a certificate" },
  { value: "C", label: "C: over State Pension age" },
  { value: "H", label: "H: apprentice under 25" },
  { value: "J", label: "J: pays enough in another job, with a certificate" },
  { value: "M", label: "M: under 21" },
  { value: "V", label: "V: first year after the armed forces" },
  { value: "X", label: "X: under 16" },
  { value: "Z", label: "Z: under 21, pays enough in another job" },
] as const;

export const perWords: Readonly<Record<KindOfTime["paidBy"], string>> = { hour: "an hour", shift: "a shift", day: "a day", mile: "a mile" };

/** The words of one choice. */
export const wordsOf = <V extends string>(choices: readonly Choice<V>[], value: V): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;

export const orderKinds: readonly Hinted<DeductionOrderKind>[] = [
  {
    value: "directEarnings",
    label: "Direct earnings attachment",
    hint: "From DWP or the council, for a benefit that was paid too much. The letter names a rate or a sum.",
  },
  {
    value: "childMaintenance",
    label: "Child maintenance (deduction from earnings order)",
    hint: "From the Child Maintenance Service. It names a sum for each payday.",
  },
  { value: "attachmentOfEarnings", label: "Attachment of earnings order", hint: "From a court. It names a sum, and earnings that are protected." },
  { value: "councilTax", label: "Council tax attachment of earnings", hint: "From a council. The sum comes from a table." },
  { value: "magistratesFine", label: "Fine by a magistrates' court", hint: "The sum comes from a table." },
];

export const familyLeaveKinds: readonly Hinted<FamilyLeaveKind>[] = [
  { value: "maternity", label: "Maternity leave", hint: "Statutory Maternity Pay, up to 39 weeks." },
  { value: "adoption", label: "Adoption leave", hint: "Statutory Adoption Pay, up to 39 weeks." },
  { value: "paternity", label: "Paternity leave", hint: "Statutory Paternity Pay, up to 2 weeks." },
  { value: "sharedParental", label: "Shared parental leave", hint: "Statutory Shared Parental Pay, up to 37 weeks between both parents." },
  { value: "bereavement", label: "Parental bereavement leave", hint: "After a child under 18 died, or a stillbirth. Up to 2 weeks." },
  { value: "neonatal", label: "Neonatal care leave", hint: "When the baby was in neonatal care for a week or longer. Up to 12 weeks." },
];

export const absenceKinds: Readonly<Record<AbsenceKind, string>> = {
  sickness: "Sickness",
  holiday: "Holiday",
  unpaidLeave: "Unpaid leave",
  familyLeave: "Family leave",
};
