import { type DocumentModel, type DocumentTable, textCell } from "../../core/documentModel.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { HmrcFigure } from "../hmrc/hmrcFigures.ts";
import { type KeyingSheet, sendsNothing } from "./keyingSheet.ts";

interface KeyingSheetDocumentInput {
  readonly employerName: string;
  readonly payeReference: string | null;
  readonly accountsOfficeReference: string | null;
  readonly payday: PlainDate;
  readonly sheets: readonly KeyingSheet[];
  /** The figures of an Employer Payment Summary, when there is something to tell. */
  readonly employerFigures: readonly HmrcFigure[];
  /** Things to know before sending. */
  readonly notices: readonly string[];
}

/** The keying sheet of a payday on paper: one part for each assistant, screen by screen, with boxes to write down what HMRC's tool shows. */
export function buildKeyingSheetDocument(input: KeyingSheetDocumentInput): DocumentModel {
  const { employerName, payday, sheets, employerFigures, notices } = input;
  return {
    title: "Keying sheet for HMRC",
    subtitle: [`Payday ${formatDate(payday)}`, employerName],
    author: employerName,
    about: payday,
    sections: [
      {
        heading: "",
        blocks: [
          {
            kind: "facts",
            items: [
              { label: "PAYE reference", value: input.payeReference ?? "Not known yet" },
              { label: "Accounts Office reference", value: input.accountsOfficeReference ?? "Not known yet" },
            ],
          },
          { kind: "paragraph", text: sendsNothing },
          ...(notices.length > 0 ? [{ kind: "note" as const, heading: "Before you send", lines: [...notices] }] : []),
        ],
      },
      ...sheets.map((sheet, index) => ({
        heading: sheet.employeeName,
        ...(index > 0 && { startsNewPage: true }),
        blocks: [
          figureTable(`Employee details of ${sheet.employeeName}`, sheet.details),
          figureTable(`Payment to ${sheet.employeeName}`, sheet.payment),
          shownTable(sheet),
          figureTable(`Totals of ${sheet.employeeName} the tool keeps`, sheet.totals),
        ],
      })),
      ...(employerFigures.length > 0
        ? [{ heading: "Employer Payment Summary", blocks: [figureTable("Monthly and yearly employer tasks", employerFigures)] }]
        : []),
    ],
    footer: "A difference of a penny in tax is allowed by HMRC; any other difference deserves a look.",
  };
}

/** Boxes with HMRC's numbers, the value, and the year to date where HMRC asks for it. */
function figureTable(caption: string, figures: readonly HmrcFigure[]): DocumentTable {
  return {
    kind: "table",
    caption,
    columns: [
      { heading: "Box", align: "start", share: 4 },
      { heading: "HMRC item", align: "start", share: 1.4 },
      { heading: "Figure", align: "end", share: 2.4 },
      { heading: "Year to date", align: "end", share: 1.6 },
    ],
    rows: figures.map(({ label, item, value, yearToDate, toDateItem }) => ({
      cells: [
        textCell(label),
        textCell(toDateItem === null || toDateItem === item ? item : `${item}, ${toDateItem}`),
        textCell(value),
        textCell(yearToDate ?? ""),
      ],
    })),
  };
}

function shownTable(sheet: KeyingSheet): DocumentTable {
  return {
    kind: "table",
    caption: `What the tool then shows for ${sheet.employeeName}`,
    columns: [
      { heading: "Box", align: "start", share: 4 },
      { heading: "HMRC item", align: "start", share: 1.4 },
      { heading: "Figure", align: "end", share: 2.4 },
      { heading: "The tool shows", align: "end", share: 1.6 },
    ],
    rows: sheet.shown.map(({ label, item, value }) => ({ cells: [textCell(label), textCell(item), textCell(value), textCell("__________")] })),
  };
}
