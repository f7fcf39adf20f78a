import type { hmrcOperations } from "../../shared/contract/hmrcOperations.ts";
import { listHmrcSubmissions } from "../db/repositories/hmrcSubmissionRepository.ts";
import type { Handlers } from "./handler.ts";
import { monthRecord, summaryAnswer } from "./hmrc/employerSummary.ts";
import { fileFactsOf, saveFileFacts } from "./hmrc/fileFacts.ts";
import { listPaydays, paydayAnswer, submissionAnswer } from "./hmrc/payday.ts";
import { personYearAnswer } from "./hmrc/personYear.ts";
import { recordTold } from "./hmrc/recordTold.ts";
import { typeBack } from "./hmrc/typeBack.ts";
import { gatherYear, yearAnswer } from "./hmrc/yearFacts.ts";

export const hmrcHandlers: Handlers<typeof hmrcOperations> = {
  "hmrc.listPaydays": ({ db }) => listPaydays(db),
  "hmrc.getPayday": ({ db, today }, { payRunId }) => paydayAnswer(db, payRunId, today),
  "hmrc.typeBack": (context, input) => typeBack(context, input),
  "hmrc.recordTold": (context, input) => recordTold(context, input),
  "hmrc.listSubmissions": ({ db }, { taxYear }) =>
    listHmrcSubmissions(db)
      .filter((each) => taxYear === undefined || each.taxYear === taxYear)
      .map(submissionAnswer),
  "hmrc.getMonth": ({ db, today }, { taxYear, taxMonth }) => monthRecord(db, taxYear, taxMonth, today),
  "hmrc.getEmployerSummary": ({ db, today }, { taxYear, taxMonth }) => summaryAnswer(db, gatherYear(db, taxYear, today), taxMonth, today),
  "hmrc.getYear": ({ db, today }, { taxYear }) => yearAnswer(db, taxYear, today),
  "hmrc.getPersonYear": ({ db, today }, { engagementId, taxYear }) => personYearAnswer(db, engagementId, taxYear, today),
  "hmrc.getFileFacts": ({ db }) => fileFactsOf(db),
  "hmrc.saveFileFacts": ({ db }, facts) => {
    saveFileFacts(db, facts);
    return {};
  },
};
