import { type Explained, explain } from "../../core/explanation.ts";
import type { Pence } from "../../core/money.ts";
import { councilTaxWales } from "../../rates/attachmentTables.ts";
import type { AttachmentRates } from "../../rates/taxYearRates.ts";
import type { PayFrequency } from "../types.ts";
import { deductByTable } from "./deductionTable.ts";

interface CouncilTaxAttachmentInput {
  /** Pay less tax, National Insurance and pension, and less council tax orders that come first. */
  readonly netEarnings: Pence;
  readonly payFrequency: PayFrequency;
  /** Whose table the order follows: Welsh councils have their own since April 2022. */
  readonly table: "england" | "wales";
  /** Pay periods that the payment is for: more than 1 when holiday is paid in advance. */
  readonly periodsInPayment: number;
}

const regulations =
  "Council Tax (Administration and Enforcement) Regulations 1992, schedule 4, https://www.legislation.gov.uk/uksi/1992/613/schedule/4";

/**
 * What a council tax attachment of earnings order takes, in pence: the rate of the band on the whole of net earnings; above the top band 17% up to its
 * limit and 50% of the rest. To the nearest penny. Source: Council Tax (Administration and Enforcement) Regulations 1992, schedule 4; payroll rules, section 11.
 */
export function calculateCouncilTaxAttachment(
  { netEarnings, payFrequency, table, periodsInPayment }: CouncilTaxAttachmentInput,
  rates: { readonly taxYear: string; readonly attachments: AttachmentRates },
): Explained {
  const { councilTaxEngland, councilTaxAboveTop } = rates.attachments;
  const read = table === "wales" ? councilTaxWales : { bands: councilTaxEngland, aboveTop: councilTaxAboveTop, source: regulations };
  const rule = { name: "Council tax attachment of earnings", source: read.source, ratesYear: rates.taxYear };
  return explain(rule, deductByTable(netEarnings, payFrequency, read, periodsInPayment));
}
