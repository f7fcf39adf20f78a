import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { AccountsOfficeReference, optionalText, PayeReference, requiredText } from "../core/text.ts";
import { PayFrequency } from "../rates/payTerms.ts";

/** How the employer tells HMRC about wages. The app prepares the figures; it files nothing by itself. */
export const FilingRoute = z.enum(["basicPayeTools", "otherSoftware", "paper", "bureau", "notRegistered"]);
export type FilingRoute = z.infer<typeof FilingRoute>;

/** How the scheme gives tax relief on what assistants pay in. */
export const PensionTaxRelief = z.enum(["reliefAtSource", "netPay"]);
export type PensionTaxRelief = z.infer<typeof PensionTaxRelief>;

/** What is typed about the employer. References may be unknown at first: HMRC sends them by post after registering. */
export const EmployerDetails = z.object({
  payeReference: PayeReference.nullable().default(null),
  accountsOfficeReference: AccountsOfficeReference.nullable().default(null),
  filingRoute: FilingRoute,
  payFrequency: PayFrequency,
  /** First day of the first pay period kept here. Later periods follow from it and the frequency. */
  firstPeriodFrom: PlainDate,
  firstPayday: PlainDate,
  paysHmrcQuarterly: z.boolean().default(false),
  pensionSchemeName: optionalText().default(""),
  pensionSchemeReference: optionalText(80).default(""),
  pensionTaxRelief: PensionTaxRelief.default("reliefAtSource"),
  /** The day pension duties began: the first assistant's first day. */
  pensionStagingOn: PlainDate.nullable().default(null),
});
export type EmployerDetails = z.infer<typeof EmployerDetails>;

/** The holder as an employer. A change of holder ends this employer and starts another. */
export const Employer = EmployerDetails.extend({ id: RecordId, holderPersonId: RecordId, fromOn: PlainDate, toOn: PlainDate.nullable() });
export type Employer = z.infer<typeof Employer>;

/** "2026-27". */
export const TaxYearName = z.string().regex(/^20\d{2}-\d{2}$/, "Write the tax year like 2026-27");

/** Whether Employment Allowance is claimed for a tax year. */
export const EmploymentAllowanceClaim = z.object({ taxYear: TaxYearName, isClaimed: z.boolean(), claimedOn: PlainDate });
export type EmploymentAllowanceClaim = z.infer<typeof EmploymentAllowanceClaim>;

/** What is typed about employers' liability insurance, `fromOn` to `toOn`, both included. */
export const InsurancePolicyDetails = z.object({
  insurer: requiredText("Enter the insurer's name"),
  policyNumber: requiredText("Enter the policy number", 80),
  fromOn: PlainDate,
  toOn: PlainDate,
  premiumPence: Pence.min(0).nullable().default(null),
});
export type InsurancePolicyDetails = z.infer<typeof InsurancePolicyDetails>;

export const InsurancePolicy = InsurancePolicyDetails.extend({ id: RecordId });
export type InsurancePolicy = z.infer<typeof InsurancePolicy>;
