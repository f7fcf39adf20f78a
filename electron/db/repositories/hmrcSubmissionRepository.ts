import * as z from "zod";
import { RecordId } from "../../../shared/core/identifiers.ts";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import { TypedFigure } from "../../../shared/payroll/rti/agreement.ts";
import { EmployerPaymentSummary } from "../../../shared/payroll/rti/employerPaymentSummary.ts";
import { FullPaymentSubmission } from "../../../shared/payroll/rti/fullPaymentSubmission.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { withBooleans } from "../rows.ts";

/** What was told, as it stood on the day: the submission itself, with the engagements its employees are. */
export const ToldFigures = z.object({
  engagementIds: z.array(RecordId).default([]),
  fullPaymentSubmission: FullPaymentSubmission.nullable().default(null),
  taxMonth: z.number().int().nullable().default(null),
  employerPaymentSummary: EmployerPaymentSummary.nullable().default(null),
});
export type ToldFigures = z.infer<typeof ToldFigures>;

/** What was typed back from HMRC's tool, by engagement. */
const TypedBackFigures = z.record(RecordId, z.array(TypedFigure));
export type TypedBackFigures = z.infer<typeof TypedBackFigures>;

const fromJson = <S extends z.ZodType>(schema: S) => z.string().transform((text): z.output<S> => schema.parse(JSON.parse(text)));

const StoredSubmission = z.object({
  id: RecordId,
  kind: z.enum(["fps", "eps", "ninoVerification"]),
  taxYear: z.string(),
  payRunId: RecordId.nullable(),
  payday: PlainDate.nullable(),
  madeOn: PlainDate,
  toldOn: PlainDate.nullable(),
  irMark: z.string().nullable(),
  correctsId: RecordId.nullable(),
  figures: fromJson(ToldFigures),
  typedBack: fromJson(TypedBackFigures).nullable(),
  isAgreed: z.boolean(),
});
/** A submission to HMRC, told or ready to be told. */
export type StoredSubmission = z.infer<typeof StoredSubmission>;

const select = `SELECT s.id, s.kind, s.tax_year AS taxYear, s.pay_run_id AS payRunId, r.payday, s.made_on AS madeOn, s.told_on AS toldOn, s.ir_mark AS irMark,
  s.corrects_id AS correctsId, s.figures_json AS figures, s.typed_back_json AS typedBack, s.is_agreed AS isAgreed
  FROM hmrc_submission s LEFT JOIN pay_run r ON r.id = s.pay_run_id`;

/** Every submission, newest first. */
export function listHmrcSubmissions(db: ReadDb): StoredSubmission[] {
  const rows = db.prepare(`${select} ORDER BY COALESCE(s.told_on, s.made_on) DESC, s.rowid DESC`).all();
  return rows.map((row) => StoredSubmission.parse(withBooleans(row, ["isAgreed"])));
}

/** Adds a submission. */
export function insertHmrcSubmission(db: WriteDb, { payday: _payday, figures, typedBack, ...submission }: StoredSubmission): void {
  db.prepare(
    `INSERT INTO hmrc_submission (id, kind, tax_year, pay_run_id, made_on, told_on, ir_mark, corrects_id, figures_json, typed_back_json, is_agreed)
     VALUES (@id, @kind, @taxYear, @payRunId, @madeOn, @toldOn, @irMark, @correctsId, @figuresJson, @typedBackJson, @isAgreed)`,
  ).run({
    ...submission,
    isAgreed: submission.isAgreed ? 1 : 0,
    figuresJson: JSON.stringify(figures),
    typedBackJson: typedBack === null ? null : JSON.stringify(typedBack),
  });
}

/** Keeps what was typed back with a submission. */
export function updateTypedBack(db: WriteDb, id: string, typedBack: TypedBackFigures, isAgreed: boolean): void {
  db.prepare("UPDATE hmrc_submission SET typed_back_json = ?, is_agreed = ? WHERE id = ?").run(JSON.stringify(typedBack), isAgreed ? 1 : 0, id);
}

/** Takes a submission away that was not told yet, so that it can be made anew. One that was told refuses. */
export function deleteHmrcSubmission(db: WriteDb, id: string): void {
  db.prepare("DELETE FROM hmrc_submission WHERE id = ?").run(id);
}

/** The payroll number HMRC was told before, with the day it changed; null when it never did. */
export function findPreviousPayrollNumber(db: ReadDb, engagementId: string): { readonly number: string; readonly changedOn: PlainDate } | null {
  const row = db
    .prepare("SELECT previous_payroll_number AS number, payroll_number_changed_on AS changedOn FROM engagement WHERE id = ?")
    .get(engagementId);
  const { number, changedOn } = z.object({ number: z.string().nullable(), changedOn: PlainDate.nullable() }).parse(row);
  return number === null || changedOn === null ? null : { number, changedOn };
}
