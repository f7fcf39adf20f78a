import { decimalPounds, pence } from "../../core/money.ts";
import { incomeTax2023 } from "../../rates/2023-24.ts";
import { ratesForTaxYear } from "../../rates/ratesFor.ts";
import { calculateIncomeTax } from "../incomeTax/incomeTax.ts";
import { parseTaxCode } from "../incomeTax/taxCode.ts";
import { taxTablePeriod } from "../incomeTax/taxPeriod.ts";
import type { CsvRow } from "./csv.ts";
import { RowError, readMoney, readOneOf, readPay, readPayFrequency, readTaxYear, readWholeNumber, readYesNo } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

const incomeTaxOfYear = (taxYear: string) => (taxYear === incomeTax2023.taxYear ? incomeTax2023 : ratesForTaxYear(taxYear));

/** PAYE income tax of one pay period. A row stands alone: pay to date includes this period, tax to date does not. */
export const incomeTaxFigures: FigureTopic = {
  name: "income tax",
  inputs: ["taxCode", "payInPeriod"],
  outputs: ["expectedTaxInPeriod", "expectedTaxToDate"],
  work: (row: CsvRow) => {
    const rates = readTaxYear(row, incomeTaxOfYear);
    if ((row.region ?? "") !== "") readOneOf(row, "region", ["rUK", "SCT", "WLS"]);
    const payFrequency = readPayFrequency(row);
    const taxCode = parseTaxCode(row.taxCode ?? "");
    if (!taxCode.ok) throw new RowError(taxCode.problems);
    const period = readWholeNumber(row, "period", 1, payFrequency === "monthly" ? 12 : 56);
    const taxToDateBefore = (row.taxPaidToDateBefore ?? "") === "" ? pence(0) : readMoney(row, "taxPaidToDateBefore");
    const tax = calculateIncomeTax(
      {
        employeeName: "The employee",
        taxCode: taxCode.value,
        isWeek1Month1: readYesNo(row, "nonCumulative"),
        period: taxTablePeriod(payFrequency, period),
        payInPeriod: readPay(row, "payInPeriod"),
        taxablePayToDate: readPay(row, "taxablePayToDate"),
        taxToDateBefore,
      },
      rates,
    );
    if (!tax.ok) throw new RowError(tax.problems);
    return {
      expectedTaxInPeriod: decimalPounds(tax.value.amount),
      expectedTaxToDate: decimalPounds(pence(taxToDateBefore + tax.value.amount)),
    };
  },
};
