import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { RecordId } from "../core/identifiers.ts";
import { BasisPoints, Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { yearEndStepIds } from "../payroll/yearEnd/yearEndSteps.ts";
import { FilingRoute, TaxYearName } from "../people/employer.ts";
import { command, type Operations, query } from "./operation.ts";

export const YearEndStepAnswer = z.object({
  id: z.enum(yearEndStepIds),
  title: z.string(),
  state: z.enum(["done", "toDo", "notYet", "look"]),
  by: PlainDate.nullable(),
  lines: z.array(z.string()),
});
export type YearEndStepAnswer = z.infer<typeof YearEndStepAnswer>;

const Dates = z.object({
  taxYear: z.string(),
  nextTaxYear: z.string(),
  from: PlainDate,
  to: PlainDate,
  lastFullPaymentSubmissionBy: PlainDate,
  finalSummaryBy: PlainDate,
  lastPaymentBy: PlainDate,
  p60By: PlainDate,
  minimumWageFrom: PlainDate,
  familyPayFrom: PlainDate,
  newRatesFrom: PlainDate,
});

/** Year end and start of one tax year, step by step. */
export const YearEndOverview = z.object({
  dates: Dates,
  /** Tax years with a payday or that run now, newest first. */
  taxYears: z.array(z.string()),
  filingRoute: FilingRoute,
  steps: z.array(YearEndStepAnswer),
});
export type YearEndOverview = z.infer<typeof YearEndOverview>;

/** One person at the end of a tax year. */
export const YearEndPerson = z.object({
  engagementId: RecordId,
  name: z.string(),
  goesOn: z.boolean(),
  needsP60: z.boolean(),
  p60GivenOn: PlainDate.nullable(),
  carried: z.array(z.string()),
  /** The tax code of 5 April and the one of 6 April. Null for somebody who does not go on. `problem` says why nothing can be said. */
  code: z
    .object({
      now: z.string(),
      isWeek1Month1: z.boolean(),
      next: z.string(),
      isChanged: z.boolean(),
      isConfirmed: z.boolean(),
      /** True when the record has the code of 6 April, or a newer one from HMRC. */
      isReady: z.boolean(),
      lines: z.array(z.string()),
      problem: z.string().nullable(),
    })
    .nullable(),
  wage: z
    .object({
      minimum: Pence.nullable(),
      below: z.array(z.object({ kind: z.string(), ratePence: Pence, leastPence: Pence, shortPence: Pence })),
      lines: z.array(z.string()),
    })
    .nullable(),
});
export type YearEndPerson = z.infer<typeof YearEndPerson>;

/** What the employer settles at the end of a tax year. */
export const YearEndEmployer = z.object({
  filingRoute: FilingRoute,
  rates: z.object({
    nextTaxYear: z.string(),
    hasRates: z.boolean(),
    hasCodeInstructions: z.boolean(),
    ratesVersion: z.string().nullable(),
    lines: z.array(z.string()),
  }),
  allowance: z.object({ isClaimedNextYear: z.boolean().nullable(), mustClaimAgain: z.boolean(), isSettled: z.boolean(), lines: z.array(z.string()) }),
  relief: z.object({ class1: Explained, isSmallEmployer: z.boolean(), answered: z.boolean().nullable(), lines: z.array(z.string()) }),
  paydays: z.array(z.object({ payday: PlainDate, isFinished: z.boolean(), toldOn: PlainDate.nullable() })),
  /** The day HMRC was told that the year is over, by a submission kept here or as recorded by hand. */
  finalToldOn: PlainDate.nullable(),
  isFinalByHand: z.boolean(),
});
export type YearEndEmployer = z.infer<typeof YearEndEmployer>;

export const RehearsalAnswer = z.object({
  taxYear: z.string(),
  nextTaxYear: z.string(),
  isGuess: z.boolean(),
  notes: z.array(z.string()),
  /** The days the pattern was taken from. */
  patternFrom: PlainDate,
  patternTo: PlainDate,
  people: z.array(z.object({ engagementId: RecordId, name: z.string(), thisYear: Explained, nextYear: Explained, rise: Pence })),
  thisYear: Explained,
  nextYear: Explained,
  rise: Explained,
  budget: Explained.nullable(),
  left: Explained.nullable(),
  /** People whose time cannot be costed, and why. */
  problems: z.array(z.string()),
});
export type RehearsalAnswer = z.infer<typeof RehearsalAnswer>;

const oneYear = z.strictObject({ taxYear: TaxYearName });
const Recorded = z.object({ lines: z.array(z.string()) });

export const yearEndOperations = {
  /** The steps of year end with what is done and what is left. Left out: the year that ends next, or ended less than two months ago. */
  "yearEnd.overview": query(z.strictObject({ taxYear: TaxYearName.optional() }), YearEndOverview),

  /** Everybody paid in the year: P60, tax code of 6 April, minimum wage of 1 April, and what goes on. */
  "yearEnd.people": query(oneYear, z.array(YearEndPerson)),

  /** Rates, Employment Allowance, Small Employers' Relief and the last submission. */
  "yearEnd.employer": query(oneYear, YearEndEmployer),

  /** The next tax year's cost of the same pattern of time, from finished payslips or from the rota, beside this year's and the budget. */
  "yearEnd.rehearseApril": query(
    z.strictObject({
      taxYear: TaxYearName,
      basis: z.enum(["payslips", "rota"]).default("payslips"),
      /** How many weeks back (payslips) or ahead (rota) the pattern is taken from. */
      weeks: z.number().int().min(4).max(52).default(12),
      payRiseBasisPoints: BasisPoints.min(0)
        .max(5000)
        .default(0 as BasisPoints),
    }),
    RehearsalAnswer,
  ),

  /** Keeps the codes of 6 April for people whose code changes. A code that is recorded from that day on already stays. */
  "yearEnd.recordCodes": command(
    "Recorded the tax codes of a new tax year",
    z.strictObject({ ...oneYear.shape, engagementIds: z.array(RecordId).min(1, "Choose a person") }),
    Recorded,
  ),

  /** Keeps whether Employment Allowance is claimed for the year after. */
  "yearEnd.recordAllowance": command(
    "Recorded the Employment Allowance of a new tax year",
    z.strictObject({ ...oneYear.shape, isClaimed: z.boolean() }),
    Recorded,
  ),

  /** Says that somebody was given the P60, or takes that back. */
  "yearEnd.recordP60": command(
    "Recorded a P60",
    z.strictObject({ ...oneYear.shape, engagementId: RecordId, givenOn: PlainDate.nullable() }),
    Recorded,
  ),

  /** Says by hand that HMRC was told that the year is over (by a bureau, on paper), or takes that back. */
  "yearEnd.recordFinalSubmission": command(
    "Recorded the last submission of a tax year",
    z.strictObject({ ...oneYear.shape, toldOn: PlainDate.nullable() }),
    Recorded,
  ),
} satisfies Operations;
