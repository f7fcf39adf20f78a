import { invalidInput } from "../../shared/contract/errors.ts";
import type { payPaperOperations } from "../../shared/contract/payPaperOperations.ts";
import { fullName } from "../../shared/people/person.ts";
import { csvFile, pdfFile, textFile } from "./documents/documentFile.ts";
import { payHistoryModel } from "./documents/payHistoryPaper.ts";
import { declarationModel, pensionLetterModel, refusalModel, starterChecklistModel } from "./documents/personPapers.ts";
import { bacsText, bankTable, keyingSheetModel, nestText, paydaySheetModel, payJournalModel, pensionTable } from "./documents/runPapers.ts";
import { epsMessage, fpsMessage, ninoMessage, yearCorrectionMessage } from "./documents/xmlFiles.ts";
import { p11Model, p32Model, p45Model, p60Model, rt2Model, rt5Model, rt11Model } from "./documents/yearPapers.ts";
import { yearSetFile } from "./documents/yearSet.ts";
import { requireEngagement } from "./employment/assistantRecord.ts";
import type { Handlers, TaskContext } from "./handler.ts";
import { runToTell } from "./hmrc/payday.ts";
import { gatherYear } from "./hmrc/yearFacts.ts";

const nameOf = ({ db }: TaskContext, engagementId: string) => fullName(requireEngagement(db, engagementId).person);
const yearOf = ({ db, today }: TaskContext, taxYear: string) => gatherYear(db, taxYear, today);
const paydayOf = ({ db }: TaskContext, payRunId: string) => runToTell(db, payRunId).payday;

export const payPaperHandlers: Handlers<typeof payPaperOperations> = {
  "documents.keyingSheetPdf": (context, { payRunId, largePrint }) =>
    pdfFile(`keying sheet ${paydayOf(context, payRunId)}`, keyingSheetModel(context.db, payRunId, context.today), largePrint),
  "documents.paydaySheetPdf": (context, { payRunId, largePrint }) =>
    pdfFile(`payday sheet ${paydayOf(context, payRunId)}`, paydaySheetModel(context.db, payRunId), largePrint),
  "documents.payJournalPdf": (context, { payRunId, largePrint }) =>
    pdfFile(`pay journal ${paydayOf(context, payRunId)}`, payJournalModel(context.db, payRunId), largePrint),

  "documents.fpsXml": ({ db, today }, { payRunId }) => {
    const { payday, message } = fpsMessage(db, payRunId, today);
    return textFile(`FPS ${payday}.xml`, "xml", message.xml);
  },
  "documents.yearCorrectionXml": ({ db, today }, { taxYear }) =>
    textFile(`FPS correction ${taxYear}.xml`, "xml", yearCorrectionMessage(db, taxYear, today).xml),
  "documents.epsXml": (context, { taxYear, taxMonth }) =>
    textFile(`EPS ${taxYear} month ${taxMonth}.xml`, "xml", epsMessage(context.db, yearOf(context, taxYear), taxMonth, context.today).xml),
  "documents.ninoVerificationXml": ({ db, today }, { engagementIds }) =>
    textFile(`NINO verification ${today}.xml`, "xml", ninoMessage(db, engagementIds, today).xml),

  "documents.bankCsv": (context, { payRunId }) => csvFile(`wages by bank ${paydayOf(context, payRunId)}`, bankTable(context.db, payRunId)),
  "documents.bankStandard18": (context, { payRunId, serial }) =>
    textFile(`wages Bacs ${paydayOf(context, payRunId)}.txt`, "txt", bacsText(context.db, payRunId, serial ?? 1, context.today)),
  "documents.pensionCsv": (context, { payRunId }) => csvFile(`pension ${paydayOf(context, payRunId)}`, pensionTable(context.db, payRunId)),
  "documents.nestCsv": (context, { payRunId }) => textFile(`NEST ${paydayOf(context, payRunId)}.csv`, "csv", nestText(context.db, payRunId)),

  "documents.p32Pdf": (context, { taxYear, largePrint }) =>
    pdfFile(`P32 ${taxYear}`, p32Model(context.db, yearOf(context, taxYear), context.today), largePrint),
  "documents.p60Pdf": (context, { engagementId, taxYear, largePrint }) =>
    pdfFile(
      `P60 ${nameOf(context, engagementId)} ${taxYear}`,
      p60Model(context.db, yearOf(context, taxYear), engagementId, context.today),
      largePrint,
    ),
  "documents.p11Pdf": (context, { engagementId, taxYear, largePrint }) =>
    pdfFile(`P11 ${nameOf(context, engagementId)} ${taxYear}`, p11Model(context.db, yearOf(context, taxYear), engagementId), largePrint),
  "documents.p45Pdf": (context, { engagementId, largePrint }) =>
    pdfFile(`P45 ${nameOf(context, engagementId)}`, p45Model(context.db, engagementId, context.today), largePrint),

  "documents.starterChecklistPdf": (context, { engagementId, largePrint }) => {
    const who = engagementId === undefined ? "" : ` ${nameOf(context, engagementId)}`;
    return pdfFile(`starter checklist${who}`, starterChecklistModel(context.db, engagementId, context.today), largePrint);
  },
  "documents.refusalPdf": (context, { largePrint, ...asked }) => {
    if (asked.from > context.today) throw invalidInput({ from: "Choose today or a day before" });
    return pdfFile(`refusal ${nameOf(context, asked.engagementId)} ${asked.from}`, refusalModel(context.db, asked, context.today), largePrint);
  },
  "documents.payHistoryPdf": (context, { largePrint, ...asked }) => {
    if (asked.from !== undefined && asked.to !== undefined && asked.to < asked.from) throw invalidInput({ to: "The last day comes after the first" });
    return pdfFile(`record ${nameOf(context, asked.engagementId)}`, payHistoryModel(context.db, asked, context.today), largePrint);
  },
  "documents.pensionLetterPdf": (context, { engagementId, largePrint }) =>
    pdfFile(`pension letter ${nameOf(context, engagementId)}`, pensionLetterModel(context.db, engagementId, context.today), largePrint),
  "documents.declarationOfCompliancePdf": ({ db, today }, { largePrint }) =>
    pdfFile("declaration of compliance", declarationModel(db, today), largePrint),

  "documents.rt11Pdf": (context, { engagementId, taxYear, largePrint }) =>
    pdfFile(
      `RT11 ${nameOf(context, engagementId)} ${taxYear}`,
      rt11Model(context.db, yearOf(context, taxYear), engagementId, context.today),
      largePrint,
    ),
  "documents.rt2Pdf": (context, { engagementId, taxYear, quarter, largePrint }) =>
    pdfFile(
      `RT2 ${nameOf(context, engagementId)} ${taxYear} quarter ${quarter}`,
      rt2Model(context.db, yearOf(context, taxYear), engagementId, quarter, context.today),
      largePrint,
    ),
  "documents.rt5Pdf": (context, { taxYear, taxMonth, largePrint }) =>
    pdfFile(`RT5 ${taxYear} month ${taxMonth}`, rt5Model(context.db, yearOf(context, taxYear), taxMonth, context.today), largePrint),

  "documents.yearSet": (context, { taxYear, jobId }) => yearSetFile(context.db, yearOf(context, taxYear), jobId, context.today),
};
