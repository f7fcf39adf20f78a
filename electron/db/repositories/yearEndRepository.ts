import * as z from "zod";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRows } from "../rows.ts";
import { listSettings, saveSetting } from "./settingRepository.ts";

/** What was recorded by hand about the end of a tax year. */
export const YearEndRecord = z.object({
  finalSubmissionOn: PlainDate.nullable().default(null),
  /** Day the P60 was given, by engagement. */
  p60GivenOn: z.record(z.string(), PlainDate).default({}),
});
export type YearEndRecord = z.infer<typeof YearEndRecord>;

const nameOf = (taxYear: string) => `yearEnd.${taxYear}`;

/** What was recorded by hand about the end of a tax year. */
export function findYearEndRecord(db: ReadDb, taxYear: string): YearEndRecord {
  return YearEndRecord.parse(listSettings(db)[nameOf(taxYear)] ?? {});
}

/** Keeps what was recorded by hand in place of what was kept before. */
export function saveYearEndRecord(db: WriteDb, taxYear: string, record: YearEndRecord): void {
  saveSetting(db, nameOf(taxYear), record);
}

const ToldRow = z.object({ payRunId: z.string().nullable(), toldOn: PlainDate, isFinal: z.boolean() });

/** Submissions of a tax year that HMRC was told, oldest first, with the run of a Full Payment Submission and whether it says that the year is over. */
export function listToldSubmissions(db: ReadDb, taxYear: string): z.infer<typeof ToldRow>[] {
  const final = "$.fullPaymentSubmission.finalSubmission";
  const finalSummary = "$.employerPaymentSummary.finalSubmission";
  const rows = db
    .prepare(
      `SELECT pay_run_id AS payRunId, told_on AS toldOn,
              COALESCE(json_extract(figures_json, '${final}'), json_extract(figures_json, '${finalSummary}')) IS NOT NULL AS isFinal
         FROM hmrc_submission WHERE tax_year = ? AND told_on IS NOT NULL AND kind IN ('fps','eps') ORDER BY told_on, rowid`,
    )
    .all(taxYear);
  return parseRows(ToldRow, rows, ["isFinal"]);
}
