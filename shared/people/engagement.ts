import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Minutes } from "../core/minutes.ts";
import { PlainDate, Weekday } from "../core/plainDate.ts";
import { Person } from "./person.ts";

/** What a new assistant brought on the first day: a P45, a statement of the starter checklist, nothing, or they were paid here before the app. */
export const StarterKind = z.enum(["p45", "declarationA", "declarationB", "declarationC", "none", "existing"]);
export type StarterKind = z.infer<typeof StarterKind>;

/** How holiday builds up (pa-employment PAY-3). */
export const HolidayBasis = z.enum(["fixedHours", "irregularHours", "rolledUp"]);
export type HolidayBasis = z.infer<typeof HolidayBasis>;

/** One person's job with this employer. Pay, tax and the rest are dated facts of their own. */
export const Engagement = z.object({
  id: RecordId,
  personId: RecordId,
  employerId: RecordId,
  person: Person,
  payrollNumber: z.string(),
  jobTitle: z.string(),
  nationalInsuranceNumber: z.string().nullable(),
  gender: z.enum(["F", "M"]).nullable(),
  startOn: PlainDate,
  endOn: PlainDate.nullable(),
  endReason: z.string(),
  starterKind: StarterKind,
  p45LeavingOn: PlainDate.nullable(),
  contractedMinutesPerWeek: Minutes.nullable(),
  holidayBasis: HolidayBasis,
  livesWithPerson: z.boolean(),
  isFamilyOrFriend: z.boolean(),
  /** Newest of each kind of check; every check is kept (listChecks). */
  writtenStatementOn: PlainDate.nullable(),
  rightToWorkCheckedOn: PlainDate.nullable(),
  dbsCheckedOn: PlainDate.nullable(),
  usualWorkingDays: z.array(Weekday),
});
export type Engagement = z.infer<typeof Engagement>;

export const CheckKind = z.enum(["rightToWork", "dbs", "writtenStatement"]);
export type CheckKind = z.infer<typeof CheckKind>;

/** A check that was made, with its proof elsewhere. For a DBS check only outcome, number and date are kept, never a copy. */
export const EmploymentCheck = z.object({
  id: RecordId,
  engagementId: RecordId,
  kind: CheckKind,
  checkedOn: PlainDate,
  untilOn: PlainDate.nullable(),
  reference: z.string(),
  seenBy: z.string(),
});
export type EmploymentCheck = z.infer<typeof EmploymentCheck>;

/** A funder's written yes to paying family or a friend in the same household (SI 2013/1617, connected persons). */
export const HouseholdPermission = z.object({
  id: RecordId,
  engagementId: RecordId,
  what: z.string(),
  agreedBy: z.string(),
  how: z.string(),
  agreedOn: PlainDate,
  untilOn: PlainDate.nullable(),
});
export type HouseholdPermission = z.infer<typeof HouseholdPermission>;
