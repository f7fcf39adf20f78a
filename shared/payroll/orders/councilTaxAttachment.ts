import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { AttachmentRates } from "../../rates/taxYearRates.ts";
import { periodSpan } from "../incomeTax/taxPeriod.ts";
import type { PayFrequency } from "../types.ts";

/**
 * What a council tax attachment of earnings order takes (England): the rate of the band on the whole of net earnings; above the top band 17% up to
 * its limit and 50% of the rest. Pay for two or four weeks is divided to find the band. To the nearest penny.
 * Source: Council Tax (Administration and Enforcement) Regulations 1992, schedule 4; payroll rules, section 11.
 */
export function calculateCouncilTaxAttachment(
  netEarnings: Pence,
  payFrequency: PayFrequency,
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
): Explained {
  const { councilTaxEngland, councilTaxAboveTop, sources } = rates.attachments;
  const weeks = periodSpan[payFrequency];
  const limits = councilTaxEngland.map((band) => ({
    rate: band.rate,
    upTo: ((payFrequency === "monthly" ? band.monthlyUpTo : band.weeklyUpTo) ?? 0) * weeks,
  }));
  const band = limits.find(({ upTo }) => netEarnings <= upTo);
  const top = pence(limits.at(-1)?.upTo ?? 0);
  const lines: ExplanationLine[] = band
    ? [{ text: `${formatRate(band.rate)} of net pay of ${formatPence(netEarnings)}.`, amount: multiply(netEarnings, band.rate, "nearest") }]
    : [
        {
          text: `${formatRate(councilTaxAboveTop.upToTop)} of net pay up to ${formatPence(top)}.`,
          amount: multiply(top, councilTaxAboveTop.upToTop, "nearest"),
        },
        {
          text: `${formatRate(councilTaxAboveTop.rest)} of the rest.`,
          amount: multiply(pence(netEarnings - top), councilTaxAboveTop.rest, "nearest"),
        },
      ];
  return explain({ name: "Council tax attachment of earnings", source: sources[0], ratesYear: rates.taxYear }, lines);
}
