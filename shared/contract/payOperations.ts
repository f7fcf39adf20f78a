import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Pence } from "../core/money.ts";
import { requiredText } from "../core/text.ts";
import { PayAdditionKind, PayPeriod, PayRun, PayRunKind } from "../payroll/payRun/payRun.ts";
import { command, query } from "./operation.ts";
import { FinishedPayRun, HmrcMonth, PaymentDue, PayRunPreview, PayRunSummary, PersonHmrcFigures, SealedPayslip } from "./payAnswers.ts";
import { correctionOperations } from "./payCorrections.ts";

const nothing = z.strictObject({});
const oneRun = z.strictObject({ payRunId: RecordId });

const NewPayRun = z
  .strictObject({
    ...PayPeriod.shape,
    kind: PayRunKind.default("regular"),
    /** An extra run: whose confirmed time and days away it pays too. Others are in it only with sums put in by hand. */
    engagementIds: z.array(RecordId).default([]),
    /** A correction run: the finished run that it puts right. */
    correctsPayRunId: RecordId.nullable().default(null),
  })
  .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, { path: ["periodTo"], message: "The last day must be on or after the first day" });

export const payOperations = {
  /** Every pay run, newest payday first. */
  "pay.listRuns": query(nothing, z.array(PayRunSummary)),

  /** The next regular period by the employer's rhythm. Null until the employer is set up. */
  "pay.suggestNextPeriod": query(nothing, PayPeriod.extend({ hasRates: z.boolean() }).nullable()),

  /** Works out a draft, or a period that has no draft yet, from what is known now. */
  "pay.previewRun": query(z.strictObject({ payRunId: RecordId.optional(), period: PayPeriod.optional() }), PayRunPreview),

  "pay.startRun": command("Started a pay run", NewPayRun, PayRun),

  "pay.addToRun": command(
    "Added a sum to a pay run",
    z.strictObject({
      payRunId: RecordId,
      engagementId: RecordId,
      kind: PayAdditionKind.exclude(["correction"]),
      label: requiredText("Say what it is for", 80),
      amountPence: Pence.min(1, "Enter an amount above zero"),
      planLineId: RecordId.nullable().default(null),
    }),
    z.object({ id: RecordId }),
  ),

  "pay.removeFromRun": command("Took a sum out of a pay run", z.strictObject({ additionId: RecordId }), z.object({ payRunId: RecordId })),

  "pay.deleteDraft": command("Deleted a pay run that was not finished", oneRun, z.object({ id: RecordId })),

  /** Works the run out again, seals the payslips, posts the journals and locks it. */
  "pay.finishRun": command("Finished a pay run", oneRun, FinishedPayRun),

  "pay.getRun": query(oneRun, z.object({ run: PayRun, finished: FinishedPayRun.nullable() })),

  "pay.getPayslip": query(z.strictObject({ payslipId: RecordId }), SealedPayslip),

  /** The figures for HMRC's Full Payment Submission, in the order of Basic PAYE Tools. */
  "pay.hmrcFigures": query(oneRun, z.array(PersonHmrcFigures)),

  /** What to pay whom and by when, over all finished runs; what is paid in full is left out. */
  "pay.paymentsDue": query(z.strictObject({ payRunId: RecordId.optional() }), z.array(PaymentDue)),

  /** Each tax month (or quarter) with HMRC: what was due, part by part, and what was paid. Newest first. */
  "pay.hmrcMonths": query(nothing, z.array(HmrcMonth)),
  ...correctionOperations,
};
