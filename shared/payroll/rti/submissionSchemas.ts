import { addDays, type PlainDate, plainDate } from "../../core/plainDate.ts";

/** What HMRC's Real Time Information schemas of one tax year ask for. Dated data: a new year is a new entry. */
export interface SubmissionSchema {
  /** "2026-27". */
  readonly taxYear: string;
  /** As HMRC writes the tax year: "26-27". */
  readonly relatedTaxYear: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly fullPaymentSubmission: string;
  readonly employerPaymentSummary: string;
  readonly earliestLeavingDate: PlainDate;
  readonly studentLoanPlans: readonly string[];
  /** How many days ahead of today a payday may be told. Not in HMRC's rules file; from its guidance, as remembered. Null switches the check off. */
  readonly paymentDateDaysAhead: number | null;
  readonly source: string;
}

const spaceOf = (document: string, years: string) => `http://www.govtalk.gov.uk/taxation/PAYE/RTI/${document}/${years}/1`;

function schema(year: number, rest: Pick<SubmissionSchema, "earliestLeavingDate" | "studentLoanPlans" | "source">): SubmissionSchema {
  const relatedTaxYear = `${year % 100}-${(year + 1) % 100}`;
  return {
    taxYear: `20${relatedTaxYear}`,
    relatedTaxYear,
    from: plainDate(`${year}-04-06`),
    to: plainDate(`${year + 1}-04-05`),
    fullPaymentSubmission: spaceOf("FullPaymentSubmission", relatedTaxYear),
    employerPaymentSummary: spaceOf("EmployerPaymentSummary", relatedTaxYear),
    paymentDateDaysAhead: 35,
    ...rest,
  };
}

const schemas: readonly SubmissionSchema[] = [
  schema(2025, {
    earliestLeavingDate: plainDate("2019-04-06"),
    studentLoanPlans: ["1", "2", "4"],
    source: "HMRC, RTI internet submissions 2025 to 2026: technical specifications (RTI-RIM-2026)",
  }),
  schema(2026, {
    earliestLeavingDate: plainDate("2020-04-06"),
    studentLoanPlans: ["1", "2", "4", "5"],
    source: "HMRC, RTI internet submissions 2026 to 2027: technical specifications (RTI-RIM-2027, version 1.0)",
  }),
];

/** HMRC's schemas of a tax year ("2026-27"); undefined for a year whose schemas we lack: never another year's. */
export function submissionSchemaFor(taxYear: string): SubmissionSchema | undefined {
  return schemas.find((each) => each.taxYear === taxYear);
}

/** Namespace of the National Insurance number verification request, the same for every year. */
export const ninoVerificationNamespace = "http://www.govtalk.gov.uk/taxation/PAYE/RTI/NINOverificationRequest/1";

/** The last day on which HMRC takes a date that may be up to `days` ahead. */
export const latestDate = (today: PlainDate, days: number): PlainDate => addDays(today, days);
