import type { BasisPoints, Pence } from "../core/money.ts";
import type { PlainDate } from "../core/plainDate.ts";
import type { FlatRateCode, NationalInsuranceCategory, PayFrequency, StudentLoanPlan, TaxRegion } from "./payTerms.ts";

/** Where figures were published, the first one being the home of the rule: "publisher, title, address". */
export type Sources = readonly [string, ...string[]];

/** One band of taxable pay. `taxablePayUpTo` and the tax on everything up to it are yearly pence; the top band has neither. */
export interface TaxBand {
  readonly rate: BasisPoints;
  readonly taxablePayUpTo: Pence | null;
  readonly taxAtTop: Pence | null;
}

export interface RegionRates {
  readonly bands: readonly TaxBand[];
  readonly flatRates: Readonly<Partial<Record<FlatRateCode, BasisPoints>>>;
}

export interface StarterCode {
  readonly code: string;
  readonly isWeek1Month1: boolean;
}

export interface IncomeTaxRates {
  readonly sources: Sources;
  readonly personalAllowance: Pence;
  /** Free pay that each whole 500 of a code number gives for one week and one month (HMRC's tax table routines). */
  readonly freePayForEach500: { readonly weekly: Pence; readonly monthly: Pence };
  /** Tax in one period may not be more than this share of the pay. */
  readonly regulatoryLimit: BasisPoints;
  readonly regions: Readonly<Record<TaxRegion, RegionRates>>;
  readonly starterCodes: Readonly<Record<"statementA" | "statementB" | "statementC" | "noInformation", StarterCode>>;
}

/** Thresholds of one earnings period, as published. */
export interface NationalInsuranceThresholds {
  readonly lowerEarningsLimit: Pence;
  readonly primaryThreshold: Pence;
  readonly secondaryThreshold: Pence;
  readonly freeportUpperSecondaryThreshold: Pence;
  readonly investmentZoneUpperSecondaryThreshold: Pence;
  readonly upperSecondaryThresholdUnder21: Pence;
  readonly apprenticeUpperSecondaryThreshold: Pence;
  readonly veteransUpperSecondaryThreshold: Pence;
  readonly upperEarningsLimit: Pence;
}

export interface NationalInsuranceCategoryRates {
  readonly description: string;
  /** Between the primary threshold and the upper earnings limit. */
  readonly employeeMain: BasisPoints;
  /** Above the upper earnings limit. */
  readonly employeeUpper: BasisPoints;
  readonly employer: BasisPoints;
  /** The threshold above which the employer pays; null when the employer never pays. */
  readonly employerPaysAbove: Exclude<keyof NationalInsuranceThresholds, "lowerEarningsLimit" | "primaryThreshold" | "upperEarningsLimit"> | null;
}

export interface NationalInsuranceRates {
  readonly sources: Sources;
  readonly thresholds: Readonly<Record<PayFrequency, NationalInsuranceThresholds>>;
  readonly categories: Readonly<Record<NationalInsuranceCategory, NationalInsuranceCategoryRates>>;
}

export interface EmploymentAllowanceRates {
  readonly sources: Sources;
  readonly yearlyAmount: Pence;
  /** The employer's Class 1 of the year before had to be under this; null when there is no such test. */
  readonly previousYearClass1Ceiling: Pence | null;
}

export interface LoanRates {
  readonly rate: BasisPoints;
  readonly yearlyThreshold: Pence;
  readonly thresholds: Readonly<Record<PayFrequency, Pence>>;
}

export interface StudentLoanRates {
  readonly sources: Sources;
  /** Null: the plan is not collected through payroll in this year. */
  readonly plans: Readonly<Record<StudentLoanPlan, LoanRates | null>>;
  readonly postgraduate: LoanRates;
  readonly planWhenUnknown: StudentLoanPlan;
}

export interface StatutorySickPayRates {
  readonly sources: Sources;
  readonly weeklyFlatRate: Pence;
  /** When set, the weekly rate is the lower of the flat rate and this share of average weekly earnings. */
  readonly shareOfAverageWeeklyEarnings: BasisPoints | null;
  readonly averageWeeklyEarningsMinimum: Pence | null;
  readonly waitingDays: number;
  readonly minimumDaysOfSickness: number;
  readonly linkingGapWeeks: number;
  readonly maximumWeeks: number;
}

export interface StatutoryParentalPayRates {
  readonly sources: Sources;
  readonly weeklyFlatRate: Pence;
  /** The flat rate holds for pay weeks that start on or after this Sunday. */
  readonly flatRateFrom: PlainDate;
  readonly earningsRelatedShare: BasisPoints;
  readonly averageWeeklyEarningsMinimum: Pence;
  readonly standardRecovery: BasisPoints;
  readonly smallEmployerRecovery: BasisPoints;
  readonly smallEmployerClass1Ceiling: Pence;
  readonly hasNeonatalCarePay: boolean;
}

export interface MinimumWageRates {
  readonly sources: Sources;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly aged21AndOver: Pence;
  readonly aged18To20: Pence;
  readonly under18: Pence;
  readonly apprentice: Pence;
  readonly accommodationOffsetPerDay: Pence;
}

export interface PensionRates {
  readonly sources: Sources;
  readonly earningsTrigger: Readonly<Record<PayFrequency, Pence>>;
  readonly lowerQualifyingEarnings: Readonly<Record<PayFrequency, Pence>>;
  readonly upperQualifyingEarnings: Readonly<Record<PayFrequency, Pence>>;
  readonly minimumTotal: BasisPoints;
  readonly minimumEmployer: BasisPoints;
  readonly basicRateRelief: BasisPoints;
  readonly eligibleFromAge: number;
}

export interface HolidayRates {
  readonly sources: Sources;
  /** 5.6 weeks is 56. */
  readonly statutoryTenthsOfWeeks: number;
  readonly statutoryDaysMaximum: number;
  readonly irregularHoursAccrual: BasisPoints;
}

export interface MileageRates {
  readonly sources: Sources;
  readonly carPerMile: Pence;
  readonly carPerMileAfterLimit: Pence;
  readonly milesAtFirstRate: number;
  readonly motorcyclePerMile: Pence;
  readonly bicyclePerMile: Pence;
  readonly passengerPerMile: Pence;
  /** A rise of the car's first rate that was announced in the middle of the year and holds from before. */
  readonly raisedInYear?: { readonly fromOn: PlainDate; readonly announcedOn: PlainDate };
}

/** One row of a table that reads a rate from net earnings; null means no upper end. */
export interface DeductionBand<Rate> {
  readonly weeklyUpTo: Pence | null;
  readonly monthlyUpTo: Pence | null;
  readonly rate: Rate;
}

export interface AttachmentRates {
  readonly sources: Sources;
  readonly directEarnings: readonly DeductionBand<{ readonly standard: BasisPoints; readonly higher: BasisPoints }>[];
  readonly protectedShare: BasisPoints;
  readonly councilTaxEngland: readonly DeductionBand<BasisPoints>[];
  readonly councilTaxAboveTop: { readonly upToTop: BasisPoints; readonly rest: BasisPoints };
}

/** Everything pay needs to know about one tax year. Figures stand as published; none is worked out from another. */
export interface TaxYearRates {
  readonly taxYear: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Kept with every sealed payslip. */
  readonly version: string;
  readonly incomeTax: IncomeTaxRates;
  readonly nationalInsurance: NationalInsuranceRates;
  readonly employmentAllowance: EmploymentAllowanceRates;
  /** An employer must register once anyone is paid this much a week. */
  readonly registerForPayeAtWeekly: Pence;
  readonly studentLoans: StudentLoanRates;
  readonly statutorySickPay: StatutorySickPayRates;
  readonly statutoryParentalPay: StatutoryParentalPayRates;
  readonly minimumWage: MinimumWageRates;
  readonly pension: PensionRates;
  readonly holiday: HolidayRates;
  readonly mileage: MileageRates;
  readonly attachments: AttachmentRates;
  readonly p60By: PlainDate;
}
