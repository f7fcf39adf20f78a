import type { DocumentFile } from "../../../shared/contract/desktopOperations.ts";
import { AppFailure } from "../../../shared/contract/errors.ts";
import { earlierOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../../db/database.ts";
import { renderZip } from "../../documents/zip.ts";
import { taxYearEnd } from "../hmrc/personYear.ts";
import type { HmrcYear } from "../hmrc/yearFacts.ts";
import { documentFile, pdfFile, textFile, withUniqueNames } from "./documentFile.ts";
import { payslipFileName, payslipModel } from "./paperModels.ts";
import { withProgress } from "./progress.ts";
import { keyingSheetModel, payJournalModel } from "./runPapers.ts";
import { fpsMessage } from "./xmlFiles.ts";
import { p11Model, p32Model, p45Model, p60Model } from "./yearPapers.ts";

interface YearPaper {
  readonly folder: string;
  readonly words: string;
  readonly make: () => Promise<DocumentFile | null>;
}

/** A paper that a rule says no to is left out of the set: it is offered by itself, with the reason. */
const unlessRefused = async (make: () => Promise<DocumentFile>): Promise<DocumentFile | null> => {
  try {
    return await make();
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === "notAllowed") return null;
    throw error;
  }
};

/** Every paper of a tax year in one archive: P32, P60s, P45s and P11s, and each payday's payslips, keying sheet, journal and XML file. */
export async function yearSetFile(db: ReadDb, year: HmrcYear, jobId: string | undefined, today: PlainDate): Promise<DocumentFile> {
  const papers = papersOfYear(db, year, today);
  const made = await withProgress(
    jobId,
    papers.map(({ folder, words, make }) => ({ words, make: async () => ({ folder, file: await make() }) })),
  );
  const entries = made.flatMap(({ folder, file }) =>
    file === null ? [] : [{ name: `${folder}/${file.fileName}`, bytes: Buffer.from(file.base64, "base64") }],
  );
  const name = `tax year ${year.taxYear}`;
  return documentFile(`${name}.zip`, "zip", await renderZip(withUniqueNames(entries), earlierOf(today, taxYearEnd(year.taxYear))));
}

function papersOfYear(db: ReadDb, year: HmrcYear, today: PlainDate): YearPaper[] {
  const { taxYear, papers } = year;
  const people = [...new Map(papers.map(({ engagementId, employeeName }) => [engagementId, employeeName]))];
  const runs = [...new Map(papers.map(({ payRunId, payday }) => [payRunId, payday]))];
  const paper = (folder: string, words: string, make: () => Promise<DocumentFile>): YearPaper => ({ folder, words, make: () => unlessRefused(make) });
  return [
    paper("P32", "P32", () => pdfFile(`P32 ${taxYear}`, p32Model(db, year, today))),
    ...people.flatMap(([id, name]) => [
      paper("P60", `P60 of ${name}`, async () => pdfFile(`P60 ${name} ${taxYear}`, p60Model(db, year, id, today))),
      paper("P45", `P45 of ${name}`, async () => pdfFile(`P45 ${name}`, p45Model(db, id, today))),
      paper("P11", `P11 of ${name}`, async () => pdfFile(`P11 ${name} ${taxYear}`, p11Model(db, year, id))),
    ]),
    ...papers.map((each) =>
      paper(`payday ${each.payday}`, `Payslips of ${each.payday}`, () =>
        pdfFile(payslipFileName(each).replace(/\.pdf$/, ""), payslipModel(db, each)),
      ),
    ),
    ...runs.flatMap(([id, payday]) => [
      paper(`payday ${payday}`, `Keying sheet of ${payday}`, async () => pdfFile(`keying sheet ${payday}`, keyingSheetModel(db, id, today))),
      paper(`payday ${payday}`, `Journal of ${payday}`, async () => pdfFile(`pay journal ${payday}`, payJournalModel(db, id))),
      paper(`payday ${payday}`, `XML of ${payday}`, async () => textFile(`FPS ${payday}.xml`, "xml", fpsMessage(db, id, today).message.xml)),
    ]),
  ];
}
