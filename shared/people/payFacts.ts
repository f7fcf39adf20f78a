import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { BasisPoints, Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { NationalInsuranceCategory } from "../rates/payTerms.ts";

/** How a kind of time is paid for, and what of it counts for the minimum wage. */
export const KindOfTime = z.object({
  id: RecordId,
  name: z.string(),
  paidBy: z.enum(["hour", "shift", "day", "mile"]),
  minimumWageCounts: z.enum(["all", "awakeOnly", "none"]),
  isWorkingTime: z.boolean(),
  position: z.number().int(),
  defaultPlanLineId: RecordId.nullable(),
});
export type KindOfTime = z.infer<typeof KindOfTime>;

const datedFact = { id: RecordId, engagementId: RecordId, fromOn: PlainDate };

/** Pay per hour, shift, day or mile of one kind of time, from a date on. Pence. */
export const PayRate = z.object({ ...datedFact, kindOfTimeId: RecordId, ratePence: Pence });
export type PayRate = z.infer<typeof PayRate>;

/** The tax code in use from a date on. `source` says where it came from ("Starter checklist, statement A"). */
export const TaxSetting = z.object({ ...datedFact, taxCode: z.string(), isWeek1Month1: z.boolean(), source: z.string() });
export type TaxSetting = z.infer<typeof TaxSetting>;

export const NationalInsuranceSetting = z.object({ ...datedFact, category: NationalInsuranceCategory });
export type NationalInsuranceSetting = z.infer<typeof NationalInsuranceSetting>;

export const LoanKind = z.enum(["plan1", "plan2", "plan4", "plan5", "postgraduate"]);
export type LoanKind = z.infer<typeof LoanKind>;

/** A start notice for a student or postgraduate loan, until `toOn` (included) when a stop notice came. */
export const LoanNotice = z.object({ ...datedFact, kind: LoanKind, toOn: PlainDate.nullable() });
export type LoanNotice = z.infer<typeof LoanNotice>;

export const PensionStatus = z.enum(["enrolled", "optedIn", "joined", "optedOut", "postponed", "notEligible", "ceased"]);
export type PensionStatus = z.infer<typeof PensionStatus>;

export const PensionBasis = z.enum(["qualifyingEarnings", "totalPay"]);
export type PensionBasis = z.infer<typeof PensionBasis>;

/** The assistant's place in the workplace pension from a date on. The employee's rate includes tax relief. */
export const PensionMembership = z.object({
  ...datedFact,
  status: PensionStatus,
  employeeBasisPoints: BasisPoints,
  employerBasisPoints: BasisPoints,
  earningsBasis: PensionBasis,
  /** The last day that joining is put off, with status `postponed`: at most three months. */
  postponedUntil: PlainDate.nullable().default(null),
});
export type PensionMembership = z.infer<typeof PensionMembership>;

/** True when contributions are due. */
export function isPensionMember(status: PensionStatus): boolean {
  return status === "enrolled" || status === "optedIn" || status === "joined";
}

/** Where wages go, from a date on. Changed details get a second look: somebody says them back over a known phone number. */
export const BankDetails = z.object({
  ...datedFact,
  accountName: z.string(),
  sortCode: z.string(),
  accountNumber: z.string(),
  checkedOn: PlainDate.nullable(),
  checkedHow: z.string(),
});
export type BankDetails = z.infer<typeof BankDetails>;

/** Pay and tax of the tax year from before the first payslip here: a P45 of another job, or this job's own start in mid-year. */
export const OpeningFigures = z.object({
  id: RecordId,
  engagementId: RecordId,
  taxYear: z.string(),
  source: z.enum(["p45", "midYearStart"]),
  taxablePayPence: Pence,
  taxPence: Pence,
});
export type OpeningFigures = z.infer<typeof OpeningFigures>;
