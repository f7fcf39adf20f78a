import { basisPoints, pence } from "../core/money.ts";
import type { IncomeTaxRates, StudentLoanRates } from "./taxYearRates.ts";

/**
 * Income tax of 2023-24 only: enough to check HMRC's published test cases of that year. Wages of 2023-24 are not paid with this program,
 * so `ratesFor` does not know the year.
 */
export const incomeTax2023: { readonly taxYear: string; readonly incomeTax: IncomeTaxRates } = {
  taxYear: "2023-24",
  incomeTax: {
    sources: [
      "HM Revenue & Customs, Rates and thresholds for employers 2023 to 2024, https://www.gov.uk/guidance/rates-and-thresholds-for-employers-2023-to-2024",
    ],
    personalAllowance: pence(12_570_00),
    freePayForEach500: { weekly: pence(96_16), monthly: pence(416_67) },
    regulatoryLimit: basisPoints(5000),
    regions: {
      restOfUk: {
        bands: [
          { rate: basisPoints(2000), taxablePayUpTo: pence(37_700_00), taxAtTop: pence(7_540_00) },
          { rate: basisPoints(4000), taxablePayUpTo: pence(125_140_00), taxAtTop: pence(42_516_00) },
          { rate: basisPoints(4500), taxablePayUpTo: null, taxAtTop: null },
        ],
        flatRates: { BR: basisPoints(2000), D0: basisPoints(4000), D1: basisPoints(4500) },
      },
      scotland: {
        bands: [
          { rate: basisPoints(1900), taxablePayUpTo: pence(2_162_00), taxAtTop: pence(410_78) },
          { rate: basisPoints(2000), taxablePayUpTo: pence(13_118_00), taxAtTop: pence(2_601_98) },
          { rate: basisPoints(2100), taxablePayUpTo: pence(31_092_00), taxAtTop: pence(6_376_52) },
          { rate: basisPoints(4200), taxablePayUpTo: pence(125_140_00), taxAtTop: pence(45_876_68) },
          { rate: basisPoints(4700), taxablePayUpTo: null, taxAtTop: null },
        ],
        flatRates: { BR: basisPoints(2000), D0: basisPoints(2100), D1: basisPoints(4200), D2: basisPoints(4700) },
      },
      wales: {
        bands: [
          { rate: basisPoints(2000), taxablePayUpTo: pence(37_700_00), taxAtTop: pence(7_540_00) },
          { rate: basisPoints(4000), taxablePayUpTo: pence(125_140_00), taxAtTop: pence(42_516_00) },
          { rate: basisPoints(4500), taxablePayUpTo: null, taxAtTop: null },
        ],
        flatRates: { BR: basisPoints(2000), D0: basisPoints(4000), D1: basisPoints(4500) },
      },
    },
    starterCodes: {
      statementA: { code: "1257L", isWeek1Month1: false },
      statementB: { code: "1257L", isWeek1Month1: true },
      statementC: { code: "BR", isWeek1Month1: false },
      noInformation: { code: "0T", isWeek1Month1: true },
    },
  },
};

/** Student loans of 2023-24, for published cases only. Source: HMRC, Rates and thresholds for employers 2023 to 2024. */
export const studentLoans2023: { readonly taxYear: string; readonly studentLoans: StudentLoanRates } = {
  taxYear: "2023-24",
  studentLoans: {
    sources: incomeTax2023.incomeTax.sources,
    plans: {
      "1": {
        rate: basisPoints(900),
        yearlyThreshold: pence(22_015_00),
        thresholds: { weekly: pence(423_36), fortnightly: pence(846_73), fourWeekly: pence(1_693_46), monthly: pence(1_834_58) },
      },
      "2": {
        rate: basisPoints(900),
        yearlyThreshold: pence(27_295_00),
        thresholds: { weekly: pence(524_90), fortnightly: pence(1_049_80), fourWeekly: pence(2_099_61), monthly: pence(2_274_58) },
      },
      "4": {
        rate: basisPoints(900),
        yearlyThreshold: pence(27_660_00),
        thresholds: { weekly: pence(531_92), fortnightly: pence(1_063_84), fourWeekly: pence(2_127_69), monthly: pence(2_305_00) },
      },
      "5": null,
    },
    postgraduate: {
      rate: basisPoints(600),
      yearlyThreshold: pence(21_000_00),
      thresholds: { weekly: pence(403_84), fortnightly: pence(807_69), fourWeekly: pence(1_615_38), monthly: pence(1_750_00) },
    },
    planWhenUnknown: "1",
  },
};
