import { decimalPounds, multiplyRatio, pence } from "../../core/money.ts";
import { ratesForTaxYear } from "../../rates/ratesFor.ts";
import type { MinimumWageRates } from "../../rates/taxYearRates.ts";
import { minimumHourlyRate } from "../minimumWage/minimumWageRate.ts";
import { problem } from "../problems.ts";
import type { CsvRow } from "./csv.ts";
import { RowError, readOneOf, readPay, readPayOr, readWholeNumber, readYesNo } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

/** The minimum wage check of one pay period. Accommodation days are given a week, so they are shared over the days of the period. */
export const minimumWageFigures: FigureTopic = {
  name: "minimum wage",
  inputs: ["hoursWorked", "payInPeriod"],
  outputs: ["expectedAccommodationAdjustment", "expectedCountedPay", "expectedMinimumEntitlement", "expectedCompliant"],
  work: (row) => {
    const rates = ratesOf(row);
    const rate = minimumHourlyRate(readWholeNumber(row, "age", 14, 120), readYesNo(row, "apprenticeRate"), rates);
    const hundredths = readHundredthsOfHours(row);
    const adjustment = accommodationOf(row, rates);
    const counted = pence(readPay(row, "payInPeriod") + adjustment);
    return {
      expectedAccommodationAdjustment: decimalPounds(adjustment),
      expectedCountedPay: decimalPounds(counted),
      expectedMinimumEntitlement: decimalPounds(multiplyRatio(rate, hundredths, 100, "nearest")),
      expectedCompliant: String(counted * 100 >= rate * hundredths),
    };
  },
};

function ratesOf(row: CsvRow): MinimumWageRates {
  const year = /^\d{4}-\d{2}/.exec(row.rateYear ?? "")?.[0] ?? "";
  const rates = ratesForTaxYear(year)?.minimumWage;
  if (!rates)
    throw new RowError([problem("rateYear", row.rateYear, "rateYear: there are no minimum wage rates for this year.", "Use a year like 2026-27.")]);
  return rates;
}

function accommodationOf(row: CsvRow, rates: MinimumWageRates) {
  const kind = readOneOf(row, "accommodation", ["", "none", "free", "charged"]);
  if (kind === "" || kind === "none") return pence(0);
  const days = readWholeNumber(row, "accommodationDaysPerWeek", 0, 7);
  const periodDays = readWholeNumber(row, "payPeriodDays", 1, 31);
  const charge = kind === "free" ? 0 : readPayOr(row, "accommodationChargePerDay", 0);
  const perDay = charge === 0 ? rates.accommodationOffsetPerDay : pence(-Math.max(0, charge - rates.accommodationOffsetPerDay));
  return multiplyRatio(perDay, days * periodDays, 7, "nearest");
}

/** "16.5" as 1650. */
function readHundredthsOfHours(row: CsvRow): number {
  const text = row.hoursWorked ?? "";
  const match = /^(\d{1,4})(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!match) throw new RowError([problem("hoursWorked", text, "hoursWorked: this is not a number of hours.", "Write it like 37.5.")]);
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}
