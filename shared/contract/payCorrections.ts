import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { RecordId } from "../core/identifiers.ts";
import { Minutes } from "../core/minutes.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { requiredText } from "../core/text.ts";
import { HmrcFigure } from "../payroll/hmrc/hmrcFigures.ts";
import { PayAdditionKind, PayRun } from "../payroll/payRun/payRun.ts";
import { PayslipResult, YearToDate } from "../payroll/types.ts";
import { TaxYearName } from "../people/employer.ts";
import { RunPersonFacts } from "../people/hmrcFacts.ts";
import { NationalInsuranceCategory, StudentLoanPlan } from "../rates/payTerms.ts";
import { TaxCodeText } from "./employmentAnswers.ts";
import { command, query } from "./operation.ts";

/**
 * The right facts for a sealed payslip; what is left out stays as it was. `lines` change pay lines by their place on the payslip, counted from 0: time in
 * minutes, units (shifts, days, miles), rate or, for a line without a rate, the amount. `newLines` are pay that was left out altogether.
 */
export const CorrectFacts = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        index: z.number().int().min(0),
        minutes: Minutes.min(0).optional(),
        units: z.number().min(0).optional(),
        ratePence: Pence.min(0).optional(),
        amountPence: Pence.optional(),
      }),
    )
    .default([]),
  newLines: z
    .array(
      z.strictObject({
        label: requiredText("Say what it is for", 80),
        minutes: Minutes.min(1, "Enter the time"),
        ratePence: Pence.min(0),
        planLineId: RecordId.nullable().default(null),
      }),
    )
    .default([]),
  taxCode: TaxCodeText.optional(),
  isWeek1Month1: z.boolean().optional(),
  nationalInsuranceCategory: NationalInsuranceCategory.optional(),
  studentLoanPlan: StudentLoanPlan.nullable().optional(),
  hasPostgraduateLoan: z.boolean().optional(),
});
export type CorrectFacts = z.infer<typeof CorrectFacts>;

const correction = {
  payslipId: RecordId,
  reason: requiredText("Say what was wrong", 400),
  facts: CorrectFacts,
};

/** One figure as it was sealed and as it should have been. Pence. */
const CorrectedFigure = z.object({ name: z.string(), sealed: Pence, recomputed: Pence, difference: Pence });

/** What a correction comes to. */
export const CorrectionPreview = z.object({
  correctsPayday: PlainDate,
  figures: z.array(CorrectedFigure),
  netDifference: Explained,
  costDifference: Explained,
  /** `laterRun`: gross pay is put right in a later pay run. `closedYear`: after 5 April the closed year's totals go to HMRC again. */
  how: z.enum(["laterRun", "closedYear"]),
  /** The pay line for a later run; null when gross pay was right. */
  adjustment: z.object({ label: z.string(), amount: Pence, explanation: Explained }).nullable(),
  /** What is to be done, in plain sentences. */
  whatToDo: z.array(z.string()),
});
export type CorrectionPreview = z.infer<typeof CorrectionPreview>;

/** A correction that was made. */
export const MadeCorrection = z.object({
  id: RecordId,
  payslipId: RecordId,
  engagementId: RecordId,
  name: z.string(),
  madeOn: PlainDate,
  reason: z.string(),
  how: z.enum(["laterRun", "closedYear"]),
  payRunId: RecordId.nullable(),
  correctsPayday: PlainDate,
  figures: z.array(CorrectedFigure),
  netDifference: Explained,
});
export type MadeCorrection = z.infer<typeof MadeCorrection>;

/** One sum of final pay that the program suggests, with its reasons. */
export const FinalPayLine = z.object({ kind: PayAdditionKind, label: z.string(), amount: Pence, explanation: Explained });
export type FinalPayLine = z.infer<typeof FinalPayLine>;

const finalPay = {
  payRunId: RecordId,
  engagementId: RecordId,
  notice: z
    .strictObject({
      givenOn: PlainDate,
      givenBy: z.enum(["employer", "employee"]),
      contractWeeks: z.number().int().min(0, "Enter whole weeks").max(52, "Enter 52 weeks or fewer"),
    })
    .nullable()
    .default(null),
  isRedundancy: z.boolean().default(false),
  isImmediateFamilyOfEmployer: z.boolean().default(false),
  /** True only with a written agreement that holiday taken beyond what was earned may be taken back. */
  mayTakeBackHoliday: z.boolean().default(false),
};

export const correctionOperations = {
  /** What is typed about one person's entry in a run. In an extra run, `isChosen` also pays confirmed time and what is owed for days away. */
  "pay.setRunPerson": command(
    "Changed a person's entry in a pay run",
    RunPersonFacts.extend({ payRunId: RecordId, engagementId: RecordId }).strict(),
    z.object({ payRunId: RecordId }),
  ),

  "pay.listRunPeople": query(z.strictObject({ payRunId: RecordId }), z.array(RunPersonFacts.extend({ engagementId: RecordId }))),

  /** Takes a finished run back before its payday, so that it can be done again. Its journals are reversed, its time is free again. */
  "pay.withdrawRun": command(
    "Took a pay run back before its payday",
    z.strictObject({ payRunId: RecordId, reason: requiredText("Say why", 400) }),
    PayRun,
  ),

  /** Works a sealed payslip out again with the right facts and shows the difference. Nothing is kept. */
  "pay.previewCorrection": query(z.strictObject(correction), CorrectionPreview),

  /**
   * Keeps the correction, dated today. With a draft run the difference of gross pay goes into it. Without one, in a closed year, its totals are sent to
   * HMRC again and the money is put right in the books.
   */
  "pay.correctPayslip": command(
    "Corrected a sealed payslip",
    z.strictObject({ ...correction, payRunId: RecordId.nullable().default(null) }),
    CorrectionPreview.extend({ id: RecordId }),
  ),

  /** Corrections made, newest first; of one payslip when it is named. */
  "pay.listCorrections": query(z.strictObject({ payslipId: RecordId.optional() }), z.array(MadeCorrection)),

  /** The year's totals of one person rebuilt from payslips and corrections, with HMRC's figures of the last payslip: for a submission after 5 April. */
  "pay.closedYearFigures": query(
    z.strictObject({ engagementId: RecordId, taxYear: TaxYearName }),
    z.object({ asSealed: YearToDate, corrected: YearToDate, lastPayslip: PayslipResult.nullable(), figures: z.array(HmrcFigure) }),
  ),

  /** What somebody who leaves should be paid beyond hours worked: notice, holiday that is left, redundancy; each with its reasons. */
  "pay.suggestFinalPay": query(z.strictObject(finalPay), z.object({ lines: z.array(FinalPayLine), notes: z.array(z.string()) })),

  /** Puts the suggested sums that were chosen into the run. */
  "pay.addFinalPay": command(
    "Added final pay to a pay run",
    z.strictObject({ ...finalPay, kinds: z.array(z.enum(["noticePay", "holidayPay", "redundancy"])).min(1, "Choose at least one") }),
    z.object({ ids: z.array(RecordId) }),
  ),
};
