import { type BasisPoints, basisPoints, type Pence, pence } from "../core/money.ts";
import { type PlainDate, plainDate } from "../core/plainDate.ts";
import type { DeductionBand } from "./taxYearRates.ts";

/** A table that reads a deduction from net earnings; above its top band one share up to the top and another of the rest. */
export interface DeductionTable {
  readonly source: string;
  /** False when the figures were not checked against later changes: the order itself comes first. */
  readonly isConfirmed: boolean;
  /** For orders made from this day on. */
  readonly ordersMadeFrom: PlainDate;
  readonly bands: readonly DeductionBand<BasisPoints>[];
  readonly aboveTop: { readonly upToTop: BasisPoints; readonly rest: BasisPoints };
}

/** Council tax orders of Welsh councils. */
export const councilTaxWales: DeductionTable = {
  source:
    "Council Tax (Administration and Enforcement) (Amendment) (Wales) Regulations 2022 (W.S.I. 2022/107), schedule, https://www.legislation.gov.uk/wsi/2022/107",
  isConfirmed: true,
  ordersMadeFrom: plainDate("2022-04-01"),
  bands: [
    { weeklyUpTo: pence(105_00), monthlyUpTo: pence(430_00), rate: basisPoints(0) },
    { weeklyUpTo: pence(190_00), monthlyUpTo: pence(780_00), rate: basisPoints(300) },
    { weeklyUpTo: pence(260_00), monthlyUpTo: pence(1_050_00), rate: basisPoints(500) },
    { weeklyUpTo: pence(320_00), monthlyUpTo: pence(1_280_00), rate: basisPoints(700) },
    { weeklyUpTo: pence(505_00), monthlyUpTo: pence(2_010_00), rate: basisPoints(1200) },
    { weeklyUpTo: pence(715_00), monthlyUpTo: pence(2_860_00), rate: basisPoints(1700) },
  ],
  aboveTop: { upToTop: basisPoints(1700), rest: basisPoints(5000) },
};

/** Magistrates' court fines. The figures are those of 2006; later changes were not checked. */
export const magistratesFines: DeductionTable = {
  source: "Fines Collection Regulations 2006 (S.I. 2006/501), regulation 5, as made, https://www.legislation.gov.uk/uksi/2006/501/part/3/made",
  isConfirmed: false,
  ordersMadeFrom: plainDate("2006-03-27"),
  bands: [
    { weeklyUpTo: pence(55_00), monthlyUpTo: pence(220_00), rate: basisPoints(0) },
    { weeklyUpTo: pence(100_00), monthlyUpTo: pence(400_00), rate: basisPoints(300) },
    { weeklyUpTo: pence(135_00), monthlyUpTo: pence(540_00), rate: basisPoints(500) },
    { weeklyUpTo: pence(165_00), monthlyUpTo: pence(660_00), rate: basisPoints(700) },
    { weeklyUpTo: pence(260_00), monthlyUpTo: pence(1_040_00), rate: basisPoints(1200) },
    { weeklyUpTo: pence(370_00), monthlyUpTo: pence(1_480_00), rate: basisPoints(1700) },
  ],
  aboveTop: { upToTop: basisPoints(1700), rest: basisPoints(5000) },
};

/** What an employer may take from pay for the work of each deduction. */
export const orderCosts: { readonly source: string; readonly most: Pence } = {
  source: "GOV.UK, Make debt deductions from an employee's pay, https://www.gov.uk/debt-deductions-from-employee-pay/deductions-for-priority-order",
  most: pence(1_00),
};
