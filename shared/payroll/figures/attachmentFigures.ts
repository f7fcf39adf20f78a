import { decimalPounds } from "../../core/money.ts";
import { knownTaxYears } from "../../rates/ratesFor.ts";
import { calculateDirectEarningsAttachment } from "../orders/directEarningsAttachment.ts";
import { readOneOf, readPay, readPayFrequency, readPayOr } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

/** A direct earnings attachment of one pay period. The table is the same in every tax year known here. */
export const attachmentFigures: FigureTopic = {
  name: "direct earnings attachment",
  inputs: ["attachment", "netEarnings"],
  outputs: ["expectedDeduction"],
  work: (row) => {
    readOneOf(row, "attachment", ["DEA"]);
    const rates = knownTaxYears.at(-1);
    if (!rates) throw new RangeError("There are no rates");
    const deduction = calculateDirectEarningsAttachment(
      {
        netEarnings: readPay(row, "netEarnings"),
        payFrequency: readPayFrequency(row),
        rate: readOneOf(row, "rate", ["standard", "higher"]),
        otherOrders: readPayOr(row, "existingDeductions", 0),
      },
      rates,
    );
    return { expectedDeduction: decimalPounds(deduction.amount) };
  },
};
