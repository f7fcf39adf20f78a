import { above, type BasisPoints, decimalPounds, multiply, pence } from "../../core/money.ts";
import { knownTaxYears } from "../../rates/ratesFor.ts";
import { calculatePension } from "../pension/pension.ts";
import { readBasisPoints, readOneOf, readPay, readPayFrequency, readPayOr, readYesNo } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

/** Workplace pension of one pay period. The bands are the same in every tax year known here, so the row's years are not read. */
export const pensionFigures: FigureTopic = {
  name: "workplace pension",
  inputs: ["earningsBasis", "pensionablePay"],
  outputs: ["expectedBandedEarnings", "expectedEmployerContribution", "expectedEmployeeDeduction"],
  work: (row) => {
    const basis = readOneOf(row, "earningsBasis", [
      "QualifyingEarnings",
      "PensionablePaySet1",
      "PensionablePaySet2",
      "PensionablePaySet3",
      "AllEarnings",
    ]);
    const treatment = readOneOf(row, "taxTreatment", ["NetPayArrangement", "ReliefAtSource"]);
    const rates = latestRates();
    const employeeRate = readBasisPoints(row, "employeePct", 100);
    const pension = calculatePension(
      {
        earnings: readPay(row, "pensionablePay"),
        payFrequency: readPayFrequency(row),
        taxTreatment: treatment === "ReliefAtSource" ? "reliefAtSource" : "netPay",
        earningsBasis: basis === "QualifyingEarnings" ? "qualifyingEarnings" : "allEarnings",
        employeeRate,
        employerRate: readBasisPoints(row, "employerPct", 100),
      },
      rates,
    );
    const fixed = readPayOr(row, "employeeFixedAmount", 0);
    const isFixed = (row.employeeFixedAmount ?? "") !== "";
    const extra = readPayOr(row, "avc", 0);
    const taken = pence((isFixed ? afterRelief(fixed, treatment, rates.pension.basicRateRelief) : pension.employee.amount) + extra);
    const isExchange = readYesNo(row, "salaryExchange");
    return {
      expectedBandedEarnings: decimalPounds(pension.pensionableEarnings),
      expectedEmployerContribution: decimalPounds(pence(pension.employer.amount + (isExchange ? taken : 0))),
      expectedEmployeeDeduction: decimalPounds(isExchange ? pence(0) : taken),
    };
  },
};

function afterRelief(amount: ReturnType<typeof pence>, treatment: string, relief: BasisPoints) {
  return treatment === "ReliefAtSource" ? above(amount, multiply(amount, relief, "nearest")) : amount;
}

function latestRates() {
  const rates = knownTaxYears.at(-1);
  if (!rates) throw new RangeError("There are no rates");
  return rates;
}
