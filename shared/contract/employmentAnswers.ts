import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Minutes } from "../core/minutes.ts";
import { Pence } from "../core/money.ts";
import { PlainDate, Weekday } from "../core/plainDate.ts";
import { NationalInsuranceNumber, requiredText } from "../core/text.ts";
import { parseTaxCode } from "../payroll/incomeTax/taxCode.ts";
import { describeProblem } from "../payroll/problems.ts";
import { EmploymentCheck, Engagement, HolidayBasis, HouseholdPermission, StarterKind } from "../people/engagement.ts";
import {
  BankDetails,
  KindOfTime,
  LoanKind,
  LoanNotice,
  NationalInsuranceSetting,
  OpeningFigures,
  PayRate,
  PensionMembership,
  PensionStatus,
  TaxSetting,
} from "../people/payFacts.ts";
import { PersonDetails } from "../people/person.ts";
import { NationalInsuranceCategory } from "../rates/payTerms.ts";

/** A tax code as on HMRC's letter; spaces and any case are accepted. */
export const TaxCodeText = z.string().transform((text, context): string => {
  const clean = text.replace(/\s/g, "").toUpperCase();
  const verdict = parseTaxCode(clean);
  if (verdict.ok) return clean;
  const first = verdict.problems[0];
  context.addIssue({
    code: "custom",
    message: clean === "" ? "Enter the tax code" : first ? describeProblem(first) : "This is not a tax code. It looks like 1257L",
  });
  return z.NEVER;
});

/** Sort code: six digits; spaces and dashes are accepted. Kept as "12-34-56". */
const SortCode = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ""))
  .refine((text) => /^\d{6}$/.test(text), { message: "A sort code is six numbers, like 12-34-56" })
  .transform((text) => `${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`);

const AccountNumber = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ""))
  .refine((text) => /^\d{6,8}$/.test(text), { message: "An account number is eight numbers. Some banks have six or seven" })
  .transform((text) => text.padStart(8, "0"));

export const BankDetailsAnswer = z.strictObject({
  accountName: requiredText("Enter the name on the account", 80),
  sortCode: SortCode,
  accountNumber: AccountNumber,
});

/** What a P45 of this tax year says. Pence. */
export const P45Answer = z.strictObject({
  leavingOn: PlainDate,
  taxCode: TaxCodeText,
  isWeek1Month1: z.boolean().default(false),
  taxablePayPence: Pence.min(0),
  taxPence: Pence.min(0),
});

export const HouseholdPermissionAnswer = z.strictObject({
  agreedBy: requiredText("Enter who agreed"),
  how: requiredText("Say how they agreed, for example by letter or e-mail"),
  agreedOn: PlainDate,
  untilOn: PlainDate.nullable().default(null),
});

export const EngagementParticularsAnswer = z.strictObject({
  jobTitle: requiredText("Enter the job title", 80).default("Personal assistant"),
  nationalInsuranceNumber: NationalInsuranceNumber.nullable().default(null),
  gender: z.enum(["F", "M"]).nullable().default(null),
  contractedMinutesPerWeek: Minutes.min(0).nullable().default(null),
  holidayBasis: HolidayBasis.default("irregularHours"),
  livesWithPerson: z.boolean().default(false),
  isFamilyOrFriend: z.boolean().default(false),
  usualWorkingDays: z.array(Weekday).default(["Mon", "Tue", "Wed", "Thu", "Fri"]),
});

/** A new personal assistant with everything pay needs. Tax code and National Insurance letter are worked out when left out. */
export const NewAssistant = EngagementParticularsAnswer.extend({
  person: PersonDetails.extend({ dateOfBirth: PlainDate }),
  startOn: PlainDate,
  starterKind: StarterKind,
  p45: P45Answer.nullable().default(null),
  /** For someone paid elsewhere in this job before: the code on their last payslip, and pay and tax of this tax year so far. */
  taxCode: TaxCodeText.optional(),
  isWeek1Month1: z.boolean().optional(),
  midYearStart: z
    .strictObject({ taxablePayPence: Pence.min(0), taxPence: Pence })
    .nullable()
    .default(null),
  nationalInsuranceCategory: NationalInsuranceCategory.optional(),
  loans: z.array(LoanKind).default([]),
  pensionStatus: PensionStatus.default("notEligible"),
  bankDetails: BankDetailsAnswer.nullable().default(null),
  payRates: z.array(z.strictObject({ kindOfTimeId: RecordId, ratePence: Pence.min(0) })).default([]),
  permission: HouseholdPermissionAnswer.nullable().default(null),
});
export type NewAssistant = z.infer<typeof NewAssistant>;

export const StarterSuggestion = z.object({
  taxCode: z.string(),
  isWeek1Month1: z.boolean(),
  taxReason: z.string(),
  nationalInsuranceCategory: NationalInsuranceCategory,
  nationalInsuranceReason: z.string(),
});
export type StarterSuggestion = z.infer<typeof StarterSuggestion>;

/** One line of the list of people. `needs` are things to look at, in plain sentences. */
export const AssistantSummary = z.object({
  engagement: Engagement,
  isCurrent: z.boolean(),
  /** Today's rates: the name of the kind of time, pence, and for what ("an hour"). */
  rates: z.array(z.object({ kind: z.string(), ratePence: Pence, per: z.string() })),
  needs: z.array(z.string()),
});
export type AssistantSummary = z.infer<typeof AssistantSummary>;

/** Everything recorded about one assistant; histories newest first. `current` is as at today. */
export const AssistantRecord = AssistantSummary.extend({
  kindsOfTime: z.array(KindOfTime),
  payRates: z.array(PayRate),
  taxSettings: z.array(TaxSetting),
  nationalInsuranceSettings: z.array(NationalInsuranceSetting),
  loanNotices: z.array(LoanNotice),
  pensionMemberships: z.array(PensionMembership),
  bankDetails: z.array(BankDetails),
  openingFigures: z.array(OpeningFigures),
  checks: z.array(EmploymentCheck),
  permissions: z.array(HouseholdPermission),
  current: z.object({
    taxSetting: TaxSetting.nullable(),
    nationalInsuranceSetting: NationalInsuranceSetting.nullable(),
    pensionMembership: PensionMembership.nullable(),
    bankDetails: BankDetails.nullable(),
    loanNotices: z.array(LoanNotice),
  }),
  /** Payday of the newest finished payslip, and the last day it paid for: changes may start after them. */
  lastFinishedPayday: PlainDate.nullable(),
  lastPaidDay: PlainDate.nullable(),
});
export type AssistantRecord = z.infer<typeof AssistantRecord>;
