import * as z from "zod";
import { DocumentModel } from "../core/documentModel.ts";
import { CheckResult } from "./checkResult.ts";
import { EvidenceEntry } from "./evidenceList.ts";
import { ReturnFigures } from "./returnFigures.ts";

/** What a pack was made from, kept whole: figures with their reasons, checks with the person's notes, the numbered papers. */
export const SealedReturn = z.object({
  figures: ReturnFigures,
  checks: z.array(CheckResult),
  evidence: z.array(EvidenceEntry),
  summary: DocumentModel,
});
export type SealedReturn = z.infer<typeof SealedReturn>;
