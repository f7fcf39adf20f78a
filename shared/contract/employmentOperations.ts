import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { BasisPoints, Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { optionalText, requiredText } from "../core/text.ts";
import { Employer, EmployerDetails, EmploymentAllowanceClaim, InsurancePolicy, InsurancePolicyDetails, TaxYearName } from "../people/employer.ts";
import { CheckKind, StarterKind } from "../people/engagement.ts";
import { KindOfTime, LoanKind, PensionBasis, PensionStatus } from "../people/payFacts.ts";
import { Person, PersonDetails } from "../people/person.ts";
import { NationalInsuranceCategory } from "../rates/payTerms.ts";
import {
  AssistantRecord,
  AssistantSummary,
  BankDetailsAnswer,
  EngagementParticularsAnswer,
  HouseholdPermissionAnswer,
  NewAssistant,
  P45Answer,
  StarterSuggestion,
  TaxCodeText,
} from "./employmentAnswers.ts";
import { arrangementOperations } from "./employmentArrangements.ts";
import { command, query } from "./operation.ts";

const nothing = z.strictObject({});
const change = { engagementId: RecordId, fromOn: PlainDate };
/** What a change answers: facts worth a look, in plain sentences. Nothing was stopped because of them. */
const Saved = z.object({ warnings: z.array(z.string()) });

const EmployerOverview = z.object({
  employer: Employer.nullable(),
  holder: Person.nullable(),
  employmentAllowanceClaims: z.array(EmploymentAllowanceClaim),
  insurancePolicies: z.array(InsurancePolicy),
});

export const employmentOperations = {
  "employment.getEmployer": query(nothing, EmployerOverview),

  /** Keeps the employer's particulars, and for each tax year named whether Employment Allowance is claimed. */
  "employment.saveEmployer": command(
    "Saved the employer's details",
    EmployerDetails.extend({ employmentAllowance: z.array(z.strictObject({ taxYear: TaxYearName, isClaimed: z.boolean() })).default([]) }),
    EmployerOverview,
  ),

  "employment.addInsurancePolicy": command("Added an insurance policy", InsurancePolicyDetails, z.object({ id: RecordId })),

  "employment.listKindsOfTime": query(nothing, z.array(KindOfTime)),

  /** Adds a kind of time, or names an old one anew. How it is paid stays as it was once it has been used. */
  "employment.saveKindOfTime": command(
    "Saved a kind of time",
    KindOfTime.omit({ id: true, position: true }).extend({ id: RecordId.optional(), name: requiredText("Name this kind of time", 60) }),
    z.object({ id: RecordId }),
  ),

  /** Everyone employed, by name; people who left come last. */
  "employment.listAssistants": query(nothing, z.array(AssistantSummary)),

  "employment.getAssistant": query(z.strictObject({ id: RecordId }), AssistantRecord),

  /** The tax code and National Insurance letter that follow from what a new assistant brought, with the reasons. */
  "employment.suggestStarterSettings": query(
    z.strictObject({ starterKind: StarterKind, p45: P45Answer.nullable(), dateOfBirth: PlainDate, on: PlainDate }),
    StarterSuggestion,
  ),

  "employment.addAssistant": command(
    "Added a personal assistant",
    NewAssistant,
    z.object({
      id: RecordId,
      personId: RecordId,
      taxCode: z.string(),
      nationalInsuranceCategory: NationalInsuranceCategory,
      warnings: z.array(z.string()),
    }),
  ),

  /** Writes name, contacts and other undated particulars anew. */
  "employment.updateAssistant": command(
    "Changed a personal assistant's particulars",
    z.strictObject({ id: RecordId, person: PersonDetails, particulars: EngagementParticularsAnswer }),
    Saved,
  ),

  "employment.changePayRate": command("Changed a rate of pay", z.strictObject({ ...change, kindOfTimeId: RecordId, ratePence: Pence.min(0) }), Saved),

  "employment.changeTaxCode": command(
    "Changed a tax code",
    z.strictObject({
      ...change,
      taxCode: TaxCodeText,
      isWeek1Month1: z.boolean().default(false),
      source: requiredText("Say where the code came from"),
    }),
    Saved,
  ),

  "employment.changeNationalInsurance": command(
    "Changed a National Insurance letter",
    z.strictObject({ ...change, category: NationalInsuranceCategory }),
    Saved,
  ),

  "employment.changePension": command(
    "Changed a pension membership",
    z.strictObject({
      ...change,
      status: PensionStatus,
      employeeBasisPoints: BasisPoints.min(0).max(10_000).optional(),
      employerBasisPoints: BasisPoints.min(0).max(10_000).optional(),
      earningsBasis: PensionBasis.default("qualifyingEarnings"),
    }),
    Saved,
  ),

  "employment.addLoanNotice": command(
    "Added a loan notice",
    z.strictObject({ ...change, kind: LoanKind, toOn: PlainDate.nullable().default(null) }),
    Saved,
  ),

  /** A stop notice: the last day the loan is taken from pay. */
  "employment.stopLoanNotice": command("Stopped a loan notice", z.strictObject({ loanNoticeId: RecordId, toOn: PlainDate }), Saved),

  /** New bank details wait for a second look: changed account numbers are how wages get stolen. */
  "employment.changeBankDetails": command("Changed bank details", BankDetailsAnswer.extend(change), Saved),

  /** The second look: how the new details were checked with the person. */
  "employment.checkBankDetails": command(
    "Checked bank details",
    z.strictObject({ bankDetailsId: RecordId, how: requiredText("Say how you checked them") }),
    Saved,
  ),

  "employment.endEngagement": command(
    "Ended a job",
    z.strictObject({ id: RecordId, endOn: PlainDate, reason: requiredText("Say why the job ends", 400) }),
    Saved,
  ),

  "employment.recordCheck": command(
    "Recorded a check",
    z.strictObject({
      engagementId: RecordId,
      kind: CheckKind,
      checkedOn: PlainDate,
      untilOn: PlainDate.nullable().default(null),
      reference: optionalText().default(""),
      seenBy: optionalText().default(""),
    }),
    Saved,
  ),

  /** The funder's written yes to paying family or a friend in the same household. */
  "employment.recordHouseholdPermission": command(
    "Recorded a funder's permission",
    HouseholdPermissionAnswer.extend({ engagementId: RecordId }),
    Saved,
  ),
  ...arrangementOperations,
};
