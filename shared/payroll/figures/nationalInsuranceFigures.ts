import { decimalPounds } from "../../core/money.ts";
import { ratesForTaxYear } from "../../rates/ratesFor.ts";
import { calculateNationalInsurance } from "../nationalInsurance/nationalInsurance.ts";
import { NationalInsuranceCategory } from "../types.ts";
import { readOneOf, readPay, readPayFrequency, readTaxYear } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

/** Class 1 National Insurance of one pay period, with the earnings bands reported to HMRC. Not for directors. */
export const nationalInsuranceFigures: FigureTopic = {
  name: "National Insurance",
  inputs: ["niCategory", "niablePay"],
  outputs: ["expectedEmployeeNi", "expectedEmployerNi", "expectedAtLEL", "expectedLELtoPT", "expectedPTtoUEL"],
  work: (row) => {
    const rates = readTaxYear(row, ratesForTaxYear);
    const payFrequency = readPayFrequency(row);
    const category = readOneOf(row, "niCategory", NationalInsuranceCategory.options);
    const { employee, employer, figures } = calculateNationalInsurance({ earnings: readPay(row, "niablePay"), category, payFrequency }, rates);
    return {
      expectedEmployeeNi: decimalPounds(employee.amount),
      expectedEmployerNi: decimalPounds(employer.amount),
      expectedAtLEL: decimalPounds(figures.atLowerEarningsLimit),
      expectedLELtoPT: decimalPounds(figures.lowerEarningsLimitToPrimaryThreshold),
      expectedPTtoUEL: decimalPounds(figures.primaryThresholdToUpperEarningsLimit),
    };
  },
};
