import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { NationalInsuranceNumber, optionalText, requiredText } from "../core/text.ts";
import { PayFrequency } from "../rates/payTerms.ts";

export const DeductionOrderKind = z.enum(["childMaintenance", "attachmentOfEarnings", "councilTax", "magistratesFine", "directEarnings"]);
export type DeductionOrderKind = z.infer<typeof DeductionOrderKind>;

/**
 * What the notice of an order says. Sums are pence for one pay period. `normalDeductionPence` is asked of child maintenance, court orders and a direct
 * earnings attachment with a fixed sum; `protectedEarningsPence` of court orders; `rate` of direct earnings attachments; `tableOf` is the table of a
 * council tax order, England's when null. `sumsAreFor` is the pay frequency that the sums are for, the assistant's own when null.
 */
export const DeductionOrderDetails = z.object({
  engagementId: RecordId,
  kind: DeductionOrderKind,
  /** Court orders only: maintenance and fines come first and carry a shortfall on; a county court judgment does not. */
  isPriority: z.boolean().default(false),
  issuer: requiredText("Enter who sent the order"),
  reference: requiredText("Enter the reference on the order", 80),
  receivedOn: PlainDate,
  /** First payday it is taken on. */
  fromOn: PlainDate,
  normalDeductionPence: Pence.min(1, "Enter an amount above zero").nullable().default(null),
  protectedEarningsPence: Pence.min(0).nullable().default(null),
  rate: z.enum(["standard", "higher", "fixed"]).nullable().default(null),
  tableOf: z.enum(["england", "wales"]).nullable().default(null),
  /** True when the employer keeps up to £1 for each deduction, as most orders allow. */
  takesCosts: z.boolean().default(false),
  sumsAreFor: PayFrequency.nullable().default(null),
  /** The order that this one varies. What the older one carried on goes over to it. */
  continuesOrderId: RecordId.nullable().default(null),
  note: optionalText(400).default(""),
});
export type DeductionOrderDetails = z.infer<typeof DeductionOrderDetails>;

/** An order to deduct from pay, until `toOn` (the last payday, included) when it was stopped. */
export const DeductionOrderRecord = DeductionOrderDetails.extend({
  id: RecordId,
  toOn: PlainDate.nullable(),
  /** The place in the sequence that the user confirmed, 1 first. */
  confirmedPlace: z.number().int().min(1).nullable(),
});
export type DeductionOrderRecord = z.infer<typeof DeductionOrderRecord>;

/** Money lent to an assistant, or wages paid in advance, taken back by instalments. Pence. */
export const AssistantLoanDetails = z.object({
  engagementId: RecordId,
  kind: z.enum(["loan", "advance"]),
  label: requiredText("Say what it is for", 80),
  sumPence: Pence.min(1, "Enter an amount above zero"),
  /** The day both agreed in writing; without agreement nothing may be taken from wages. */
  agreedOn: PlainDate,
  /** The day the money goes to the assistant. */
  paidOn: PlainDate,
  /** First payday on which an instalment is taken. */
  fromOn: PlainDate,
  instalmentPence: Pence.min(1, "Enter an amount above zero"),
  /** True when it was agreed in writing that what is left is taken from the last pay. */
  repaysOnLeaving: z.boolean().default(false),
});
export type AssistantLoanDetails = z.infer<typeof AssistantLoanDetails>;

export const AssistantLoan = AssistantLoanDetails.extend({ id: RecordId });
export type AssistantLoan = z.infer<typeof AssistantLoan>;

export const FamilyLeaveKind = z.enum(["maternity", "adoption", "paternity", "sharedParental", "bereavement", "neonatal"]);
export type FamilyLeaveKind = z.infer<typeof FamilyLeaveKind>;

/** A stay of the baby in neonatal care: the day it began, and whole days of care in a row, counted from the day after. */
export const NeonatalCareStay = z.object({
  startedOn: PlainDate,
  wholeDays: z.number().int().min(1, "Enter the whole days in care").max(400, "Enter 400 days or fewer"),
});
export type NeonatalCareStay = z.infer<typeof NeonatalCareStay>;

/**
 * Family leave with its pay. `expectedOn` is the day the baby is due, the child is to be placed, or the child died; `actualOn` the day it happened;
 * `matchedOn` the day an adopter was matched. `payFromOn` is the first day of leave and pay, `weeks` how many weeks are paid at most, `endsOn` the last day
 * of leave when the assistant came back early.
 */
export const FamilyLeaveDetails = z.object({
  engagementId: RecordId,
  kind: FamilyLeaveKind,
  expectedOn: PlainDate,
  actualOn: PlainDate.nullable().default(null),
  matchedOn: PlainDate.nullable().default(null),
  payFromOn: PlainDate,
  weeks: z.number().int().min(1, "Enter the weeks of pay").max(52, "Enter 52 weeks or fewer"),
  endsOn: PlainDate.nullable().default(null),
  noticeOn: PlainDate.nullable().default(null),
  /** Notice came late because it was not reasonably practicable to give it earlier. */
  hasGoodReasonForLateNotice: z.boolean().default(false),
  evidence: optionalText().default(""),
  evidenceSeenOn: PlainDate.nullable().default(null),
  /** Only where payslips here do not reach back far enough: average weekly earnings worked out by hand. Pence. */
  averageWeeklyEarningsPence: Pence.min(0).nullable().default(null),
  partnerFirstName: optionalText(80).default(""),
  partnerLastName: optionalText(80).default(""),
  partnerNationalInsuranceNumber: NationalInsuranceNumber.nullable().default(null),
  /** Maternity: first day off sick because of the pregnancy in the four weeks before the week the baby is due. It starts the pay. */
  pregnancySickFromOn: PlainDate.nullable().default(null),
  /** Shared parental: weeks of maternity or adoption pay or allowance used before it was ended. */
  weeksOfOtherPayUsed: z.number().int().min(0).max(39, "Enter 39 weeks or fewer").default(0),
  /** Shared parental: weeks that the other parent takes, or took. */
  weeksTakenByOtherParent: z.number().int().min(0).max(37, "Enter 37 weeks or fewer").default(0),
  /** Shared parental: the mother or main adopter has ended, or given notice to end, maternity or adoption pay. Null while nobody said. */
  hasOtherPayEnded: z.boolean().nullable().default(null),
  /** Shared parental: the other parent worked 26 of the 66 weeks before and earned £390 in 13 of them. Null while nobody said. */
  otherParentQualifies: z.boolean().nullable().default(null),
  /** Bereavement, and neonatal care of an adopted child: the child's birthday. */
  childBornOn: PlainDate.nullable().default(null),
  /** Bereavement after a stillbirth: completed weeks of pregnancy. */
  weeksOfPregnancy: z.number().int().min(1).max(45, "Enter the completed weeks of pregnancy").nullable().default(null),
  neonatalStays: z.array(NeonatalCareStay).max(20, "Enter 20 stays or fewer").default([]),
  /** Neonatal care: they can have maternity, paternity or adoption pay for this child, whose week is then looked at. */
  canHaveOtherFamilyPay: z.boolean().default(true),
  note: optionalText(400).default(""),
});
export type FamilyLeaveDetails = z.infer<typeof FamilyLeaveDetails>;

export const FamilyLeave = FamilyLeaveDetails.extend({ id: RecordId });
export type FamilyLeave = z.infer<typeof FamilyLeave>;

/** A day worked during family leave without losing pay. */
export const KeepingInTouchDay = z.object({ id: RecordId, familyLeaveId: RecordId, onDate: PlainDate });
export type KeepingInTouchDay = z.infer<typeof KeepingInTouchDay>;

/** Somebody left the pension within the month that the law gives, so that everything paid since joining goes back. */
export const PensionOptOut = z.object({ id: RecordId, engagementId: RecordId, joinedOn: PlainDate, noticeOn: PlainDate });
export type PensionOptOut = z.infer<typeof PensionOptOut>;
