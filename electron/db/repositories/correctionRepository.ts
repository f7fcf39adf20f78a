import * as z from "zod";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import { PayslipInput, PayslipResult } from "../../../shared/payroll/types.ts";
import type { ReadDb, WriteDb } from "../database.ts";

const CorrectionRow = z.object({
  id: z.string(),
  payslipId: z.string(),
  madeOn: PlainDate,
  reason: z.string(),
  how: z.enum(["laterRun", "closedYear"]),
  payRunId: z.string().nullable(),
  resultJson: z.string(),
});

/** A correction of a sealed payslip: the same payslip worked out again with the right facts, dated the day it was made. */
export interface StoredCorrection extends Omit<z.infer<typeof CorrectionRow>, "resultJson"> {
  readonly recomputed: PayslipResult;
}

const select = `SELECT c.id, c.payslip_id AS payslipId, c.made_on AS madeOn, c.reason, c.how, c.pay_run_id AS payRunId, c.result_json AS resultJson FROM payslip_correction c`;

const toCorrection = (row: unknown): StoredCorrection => {
  const { resultJson, ...columns } = CorrectionRow.parse(row);
  return { ...columns, recomputed: PayslipResult.parse(JSON.parse(resultJson)) };
};

/** Corrections of one payslip, oldest first. */
export function listCorrectionsOfPayslip(db: ReadDb, payslipId: string): StoredCorrection[] {
  return db.prepare(`${select} WHERE c.payslip_id = ? ORDER BY c.made_on, c.rowid`).all(payslipId).map(toCorrection);
}

/** Corrections of all payslips of an engagement, oldest first. */
export function listCorrectionsOfEngagement(db: ReadDb, engagementId: string): StoredCorrection[] {
  return db
    .prepare(`${select} JOIN payslip s ON s.id = c.payslip_id WHERE s.engagement_id = ? ORDER BY c.made_on, c.rowid`)
    .all(engagementId)
    .map(toCorrection);
}

export interface NewCorrection {
  readonly id: string;
  readonly payslipId: string;
  readonly madeOn: PlainDate;
  readonly reason: string;
  readonly how: "laterRun" | "closedYear";
  /** The run that pays the difference; null when the closed year's figures are sent again. */
  readonly payRunId: string | null;
  readonly input: PayslipInput;
  readonly recomputed: PayslipResult;
  readonly seal: string;
}

/** Keeps a correction for good; one put into a draft goes when the draft goes. */
export function insertCorrection(db: WriteDb, { id, payslipId, madeOn, reason, how, payRunId, input, recomputed, seal }: NewCorrection): void {
  db.prepare(
    "INSERT INTO payslip_correction (id, payslip_id, made_on, reason, how, pay_run_id, input_json, result_json, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(id, payslipId, madeOn, reason, how, payRunId, JSON.stringify(input), JSON.stringify(recomputed), seal);
}

/** Takes a correction out of a draft. One in a finished run refuses. */
export function deleteCorrection(db: WriteDb, id: string): void {
  db.prepare("DELETE FROM payslip_correction WHERE id = ?").run(id);
}

/** The sealed input of a payslip, to work it out again. */
export function findPayslipInput(db: ReadDb, payslipId: string): PayslipInput | undefined {
  const row = db.prepare("SELECT input_json AS inputJson FROM payslip WHERE id = ?").get(payslipId);
  return row === undefined ? undefined : PayslipInput.parse(JSON.parse(z.object({ inputJson: z.string() }).parse(row).inputJson));
}
