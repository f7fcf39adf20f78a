import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { PaymentAfterLeavingKind } from "../../../shared/payroll/incomeTax/paymentAfterLeaving.ts";
import type { PayAddition, PayPeriod, PayRunKind } from "../../../shared/payroll/payRun/payRun.ts";
import type { PayProblem } from "../../../shared/payroll/problems.ts";
import type { PayFrequency, PayslipInput, PayslipResult } from "../../../shared/payroll/types.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { KindOfTime } from "../../../shared/people/payFacts.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { PayableShift } from "../../db/repositories/payRunRepository.ts";

/** What is the same for everybody in a run. */
export interface RunFacts {
  readonly kind: PayRunKind;
  readonly employer: Employer;
  readonly period: PayPeriod;
  readonly payFrequency: PayFrequency;
  readonly rates: TaxYearRates;
  readonly kinds: readonly KindOfTime[];
}

/** What one person brings into a run. */
export interface PersonEntry {
  readonly engagement: Engagement;
  readonly shifts: readonly PayableShift[];
  readonly additions: readonly PayAddition[];
  /** True in a regular run, and in an extra run for people chosen: days away, family leave and loans are paid and taken too. */
  readonly isWhole: boolean;
  readonly afterLeaving: PaymentAfterLeavingKind | null;
  /** Pay periods the payment is for, holiday in advance included; HMRC is told the same. */
  readonly periodsCovered: number;
}

/** Something that the person should be asked or put into, which the user confirms. */
export interface PaySuggestion {
  readonly kind: "enrolPension";
  readonly text: string;
  readonly fromOn: PlainDate;
}

/** One person's pay worked out, or the problems that stop it. */
export interface PersonPay {
  readonly engagement: Engagement;
  readonly name: string;
  readonly taxCode: string;
  readonly nationalInsuranceCategory: string;
  readonly input: PayslipInput | null;
  readonly result: PayslipResult | null;
  readonly problems: readonly PayProblem[];
  readonly warnings: readonly string[];
  readonly suggestions: readonly PaySuggestion[];
  readonly minimumWage: { readonly isMet: boolean; readonly lines: string[] } | null;
  readonly shifts: readonly PayableShift[];
  readonly additions: readonly PayAddition[];
}
