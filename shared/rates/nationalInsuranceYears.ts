import { type Pence, pence } from "../core/money.ts";
import { type PlainDate, plainDate } from "../core/plainDate.ts";
import type { NationalInsuranceCategory } from "./payTerms.ts";
import type { NationalInsuranceThresholds, Sources } from "./taxYearRates.ts";

/**
 * The reduced-rate letters and the last day of birth HMRC's rules take them for: nobody younger could be a married woman before the elections ended on
 * 11 May 1977.
 */
export const reducedRateElection: {
  readonly letters: readonly NationalInsuranceCategory[];
  readonly bornBy: PlainDate;
  readonly sources: Sources;
} = {
  letters: ["B", "E", "I"],
  bornBy: plainDate("1961-04-05"),
  sources: ["HMRC, Full Payment Submission, rule 7955", "GOV.UK, Reduced rate, https://www.gov.uk/reduced-national-insurance-married-women"],
};

/** Yearly National Insurance thresholds, which earnings periods of several weeks are a share of; and what makes an employer register for PAYE. */
export interface NationalInsuranceYear {
  readonly sources: Sources;
  /** The lower earnings limit of several weeks is the weekly limit times the weeks, so it has no yearly figure here. */
  readonly yearlyThresholds: Readonly<Record<Exclude<keyof NationalInsuranceThresholds, "lowerEarningsLimit">, Pence>>;
  /** An employer registers once anyone is paid at or above this threshold of their pay period. */
  readonly registerForPayeAt: "lowerEarningsLimit" | "secondaryThreshold";
}

const sources: Sources = [
  "legislation.gov.uk, Social Security (Contributions) Regulations 2001, regulation 11, https://www.legislation.gov.uk/uksi/2001/1004/regulation/11",
  "LITRG, PAYE from 6 April 2025 at 96 a week, https://www.litrg.org.uk/news/employ-someone-only-few-hours-6-april-you-may-need-operate-paye-first-time",
];

const yearly = (secondaryThreshold: number): NationalInsuranceYear["yearlyThresholds"] => ({
  primaryThreshold: pence(12_570_00),
  secondaryThreshold: pence(secondaryThreshold),
  freeportUpperSecondaryThreshold: pence(25_000_00),
  investmentZoneUpperSecondaryThreshold: pence(25_000_00),
  upperSecondaryThresholdUnder21: pence(50_270_00),
  apprenticeUpperSecondaryThreshold: pence(50_270_00),
  veteransUpperSecondaryThreshold: pence(50_270_00),
  upperEarningsLimit: pence(50_270_00),
});

const years: Readonly<Record<string, NationalInsuranceYear>> = {
  "2024-25": { sources, yearlyThresholds: yearly(9_100_00), registerForPayeAt: "lowerEarningsLimit" },
  "2025-26": { sources, yearlyThresholds: yearly(5_000_00), registerForPayeAt: "secondaryThreshold" },
  "2026-27": { sources, yearlyThresholds: yearly(5_000_00), registerForPayeAt: "secondaryThreshold" },
};

/** The figures of a tax year by its name, "2026-27"; undefined for a year we lack. */
export function nationalInsuranceYear(taxYear: string): NationalInsuranceYear | undefined {
  return years[taxYear];
}
