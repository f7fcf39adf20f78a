import { type DocumentModel, emptyCell, moneyCell, textCell } from "../../core/documentModel.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { PayJournal } from "./payJournal.ts";

/** The journal of a pay run on paper: debits and credits with their equal totals. */
export function buildPayJournalDocument(input: {
  readonly employerName: string;
  readonly payday: PlainDate;
  readonly journal: PayJournal;
}): DocumentModel {
  const { journal, payday, employerName } = input;
  const amount = (value: PayJournal["totalDebits"]) => (value === 0 ? emptyCell : moneyCell(value));
  return {
    title: "Pay journal",
    subtitle: [`Pay run of ${formatDate(payday)}`, employerName],
    author: employerName,
    about: payday,
    sections: [
      {
        heading: "",
        blocks: [
          {
            kind: "table",
            caption: "Pay journal",
            columns: [
              { heading: "Account", align: "start", share: 3 },
              { heading: "Debit", align: "end" },
              { heading: "Credit", align: "end" },
            ],
            rows: [
              ...journal.lines.map((line) => ({ cells: [textCell(line.account), amount(line.debit), amount(line.credit)] })),
              { cells: [textCell("Total"), moneyCell(journal.totalDebits), moneyCell(journal.totalCredits)], isTotal: true },
            ],
          },
          {
            kind: "paragraph",
            text: "Debits are what the wages cost. Credits are what is owed, and to whom. The two sides always come to the same.",
          },
        ],
      },
    ],
    footer: "Made from finished payslips.",
  };
}
