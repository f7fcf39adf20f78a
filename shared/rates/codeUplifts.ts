/** What HMRC's form P9X says about tax codes on 6 April. A number is added to the code's own number. */
export interface CodeUplift {
  readonly taxYear: string;
  /** Codes that end in these letters go up by this much; every other code is copied as it is. */
  readonly addTo: Readonly<Record<"L" | "M" | "N", number>>;
  readonly emergencyCode: string;
  readonly source: string;
}

/**
 * The yearly instructions that this version knows, oldest first. The personal allowance has stood at £12,570 since 2021-22, so nothing goes up. A year without
 * a line here has no published instructions yet: HMRC publishes them in February.
 */
const codeUplifts: readonly CodeUplift[] = [
  {
    taxYear: "2025-26",
    addTo: { L: 0, M: 0, N: 0 },
    emergencyCode: "1257L",
    source: "HM Revenue & Customs, P9X (2025): Tax codes to use from 6 April 2025, https://www.gov.uk/government/publications/p9x-tax-codes",
  },
  {
    taxYear: "2026-27",
    addTo: { L: 0, M: 0, N: 0 },
    emergencyCode: "1257L",
    source:
      "HM Revenue & Customs, P9X: Tax codes to use from 6 April 2026, updated 19 February 2026, https://www.gov.uk/government/publications/p9x-tax-codes/p9x-tax-codes-to-use-from-6-april-2026",
  },
];

/** HMRC's instructions for the codes of a tax year ("2026-27"). Undefined when this version does not have them. */
export function codeUpliftFor(taxYear: string): CodeUplift | undefined {
  return codeUplifts.find((uplift) => uplift.taxYear === taxYear);
}
