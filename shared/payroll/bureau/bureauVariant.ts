import { pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import type { PayslipInput } from "../types.ts";
import { type BureauFigures, type BureauLine, type BureauPayslip, netOf } from "./bureauPayslip.ts";

/** A rate of pay that the person had at another time. Pence an hour. */
export interface OtherRate {
  readonly label: string;
  readonly ratePence: number;
  readonly fromOn: string;
}

/** What variants start from: the input of our payslip, its rates, and our figure for every line. */
export interface BureauBase {
  readonly input: PayslipInput;
  readonly rates: TaxYearRates;
  /** The rates of the tax year before, when this version has them. */
  readonly lastYear: TaxYearRates | undefined;
  readonly figures: BureauFigures;
  readonly bureau: BureauPayslip;
  readonly otherRates: readonly OtherRate[];
}

/** One way of working a payslip out that differs from ours in a single point. `lines` are the figures it changes, in pence. */
export interface BureauVariant {
  readonly id: string;
  readonly lines: Readonly<Partial<BureauFigures>>;
  /** What the bureau seems to have done, in plain English with the figures. */
  readonly text: string;
  /** What to do about it. */
  readonly wayOut: string;
}

/** All figures of a payslip worked out in another way: net pay and the totals of the year follow from the lines that change. Pence. */
export function figuresWith(base: BureauFigures, lines: Readonly<Partial<BureauFigures>>): BureauFigures {
  const changed = { ...base, ...lines };
  const moved = (line: BureauLine, toDate: BureauLine) =>
    lines[toDate] === undefined ? pence(base[toDate] + changed[line] - base[line]) : changed[toDate];
  return {
    ...changed,
    netPay: lines.netPay ?? netOf(changed),
    taxablePayToDate: moved("taxablePay", "taxablePayToDate"),
    incomeTaxToDate: moved("incomeTax", "incomeTaxToDate"),
    employeeNationalInsuranceToDate: moved("employeeNationalInsurance", "employeeNationalInsuranceToDate"),
  };
}
