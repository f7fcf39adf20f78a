import { type Explained, explain } from "../../core/explanation.ts";
import type { Pence } from "../../core/money.ts";
import { magistratesFines } from "../../rates/attachmentTables.ts";
import type { PayFrequency } from "../types.ts";
import { deductByTable } from "./deductionTable.ts";

interface MagistratesFineInput {
  /** Pay less tax, National Insurance and pension, and less orders that come first. */
  readonly netEarnings: Pence;
  readonly payFrequency: PayFrequency;
  /** Pay periods that the payment is for: more than 1 when holiday is paid in advance. */
  readonly periodsInPayment: number;
}

/**
 * What a magistrates' court fine order takes by its table, in pence to the nearest penny: the rate of the band on the whole of net earnings; above the
 * top band 17% up to its limit and 50% of the rest. The table is that of 2006 and says so, because later changes were not checked.
 * Source: Fines Collection Regulations 2006, regulation 5; payroll rules, section 11.
 */
export function calculateMagistratesFine({ netEarnings, payFrequency, periodsInPayment }: MagistratesFineInput): Explained {
  const lines = deductByTable(netEarnings, payFrequency, magistratesFines, periodsInPayment);
  const told = { text: "The table is the one of 2006. Compare it with the table on the order." };
  return explain(
    { name: "Attachment of earnings order (magistrates' fine)", source: magistratesFines.source },
    magistratesFines.isConfirmed ? lines : [...lines, told],
  );
}
