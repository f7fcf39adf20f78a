import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { AttachmentRates } from "../../rates/taxYearRates.ts";
import type { PayFrequency } from "../types.ts";
import { bandLimit } from "./deductionTable.ts";

export interface DirectEarningsAttachmentInput {
  /** Pay less tax, National Insurance and pension. */
  readonly netEarnings: Pence;
  readonly payFrequency: PayFrequency;
  /** Which column of the table the notice names, or that it fixes a sum. */
  readonly rate: "standard" | "higher" | "fixed";
  /** The sum that the notice fixes for each pay period. Only for "fixed". */
  readonly fixedDeduction?: Pence;
  /** Taken already under orders that come first. */
  readonly otherOrders: Pence;
  /** Student and postgraduate loans taken already: no orders, so they do not count into what all orders may take together. Left out: none. */
  readonly loans?: Pence;
  /** Pay periods that the payment is for: more than 1 when holiday is paid in advance. Left out: 1. */
  readonly periodsInPayment?: number;
}

/**
 * What a direct earnings attachment takes, in pence: the rate of the band on the whole of net earnings, to the nearest penny, or the sum the notice
 * fixes. Pay for several weeks is divided to find the band. All orders together leave 60% of net earnings; loans are no orders, but what they took is
 * gone, so the attachment never takes more than is left.
 * Source: DWP, Direct earnings attachments: an employer's guide; payroll rules, section 11.
 */
export function calculateDirectEarningsAttachment(
  input: DirectEarningsAttachmentInput,
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
): Explained {
  const { protectedShare, sources } = rates.attachments;
  const { netEarnings, otherOrders, loans = pence(0) } = input;
  const line = wantedLine(input, rates.attachments);
  const lines: ExplanationLine[] = [line];
  const room = pence(Math.max(0, netEarnings - multiply(netEarnings, protectedShare, "up") - otherOrders));
  if (line.amount > room) {
    lines.push({
      text: `All orders together must leave ${formatRate(protectedShare)} of net pay, so less is taken.`,
      amount: pence(room - line.amount),
    });
  }
  const allowed = pence(Math.min(line.amount, room));
  const left = pence(Math.max(0, netEarnings - otherOrders - loans));
  if (allowed > left) {
    lines.push({ text: `Orders and loans that come first leave ${formatPence(left)}, so less is taken.`, amount: pence(left - allowed) });
  }
  return explain({ name: "Direct earnings attachment", source: sources[0], ratesYear: rates.taxYear }, lines);
}

function wantedLine(input: DirectEarningsAttachmentInput, { directEarnings }: AttachmentRates) {
  const { netEarnings, payFrequency, rate, fixedDeduction = pence(0), periodsInPayment = 1 } = input;
  if (rate === "fixed") {
    const text =
      periodsInPayment === 1 ? "The sum that the notice fixes." : `${formatPence(fixedDeduction)} for each of ${periodsInPayment} pay periods.`;
    return { text, amount: pence(fixedDeduction * periodsInPayment) };
  }
  const band = directEarnings.find((each) => {
    const limit = bandLimit(each, payFrequency, periodsInPayment);
    return limit === null || netEarnings <= limit;
  });
  if (!band) throw new RangeError("The table of direct earnings attachments has no top band");
  const text = `${formatRate(band.rate[rate])} of net pay of ${formatPence(netEarnings)}, by the ${rate} column.`;
  return { text, amount: multiply(netEarnings, band.rate[rate], "nearest") };
}
