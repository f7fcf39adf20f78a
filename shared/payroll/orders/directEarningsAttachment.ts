import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { AttachmentRates } from "../../rates/taxYearRates.ts";
import { periodSpan } from "../incomeTax/taxPeriod.ts";
import type { PayFrequency } from "../types.ts";

export interface DirectEarningsAttachmentInput {
  /** Pay less tax, National Insurance and pension. */
  readonly netEarnings: Pence;
  readonly payFrequency: PayFrequency;
  /** Which column of the table the notice names. */
  readonly rate: "standard" | "higher";
  /** Taken already under orders that come first. */
  readonly otherOrders: Pence;
}

/**
 * What a direct earnings attachment takes: the rate of the band on the whole of net earnings, to the nearest penny. Pay for two or four weeks is
 * divided to find the band. All orders together leave 60% of net earnings.
 * Source: DWP, Direct earnings attachments: an employer's guide; payroll rules, section 11.
 */
export function calculateDirectEarningsAttachment(
  { netEarnings, payFrequency, rate, otherOrders }: DirectEarningsAttachmentInput,
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
): Explained {
  const { directEarnings, protectedShare, sources } = rates.attachments;
  const weeks = periodSpan[payFrequency];
  const band = directEarnings.find(({ weeklyUpTo, monthlyUpTo }) => {
    const limit = payFrequency === "monthly" ? monthlyUpTo : weeklyUpTo;
    return limit === null || netEarnings <= limit * weeks;
  });
  const share = band ? band.rate[rate] : directEarnings[directEarnings.length - 1]?.rate[rate];
  const byTable = share === undefined ? pence(0) : multiply(netEarnings, share, "nearest");
  const lines: ExplanationLine[] = [
    { text: `${formatRate(share ?? (0 as never))} of net pay of ${formatPence(netEarnings)}, by the ${rate} column.`, amount: byTable },
  ];
  const room = pence(Math.max(0, netEarnings - multiply(netEarnings, protectedShare, "up") - otherOrders));
  if (byTable > room)
    lines.push({ text: `All orders together must leave ${formatRate(protectedShare)} of net pay, so less is taken.`, amount: pence(room - byTable) });
  return explain({ name: "Direct earnings attachment", source: sources[0], ratesYear: rates.taxYear }, lines);
}
