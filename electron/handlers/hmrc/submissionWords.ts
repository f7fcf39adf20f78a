import { formatDate } from "../../../shared/core/plainDate.ts";
import type { StoredSubmission } from "../../db/repositories/hmrcSubmissionRepository.ts";

/** One plain sentence: what a submission tells. */
export function submissionWords({ kind, payday, taxYear, figures, correctsId }: StoredSubmission): string {
  if (kind === "eps") return `Employer Payment Summary of tax month ${figures.taxMonth ?? ""} of ${taxYear}.`;
  const people = figures.engagementIds.length === 1 ? "1 person" : `${figures.engagementIds.length} people`;
  if (kind === "ninoVerification") return `Request to check the National Insurance number of ${people}.`;
  const paid = payday === null ? taxYear : formatDate(payday);
  return `${correctsId === null ? "Full Payment Submission" : "Corrected Full Payment Submission"} of the payday ${paid}, ${people}.`;
}
