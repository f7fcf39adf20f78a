import { type DocumentModel, dateCell, moneyCell, textCell } from "../../core/documentModel.ts";
import { type Pence, sumPence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";

/** One thing to pay by hand: the app moves no money. */
export interface PaymentToMake {
  readonly payee: string;
  readonly what: string;
  readonly account: string;
  readonly reference: string;
  readonly dueOn: PlainDate;
  readonly amount: Pence;
}

/** "What to pay": whom, into which account, with which reference, by when, and the sum. */
export function buildPaymentListDocument(input: {
  readonly employerName: string;
  readonly payday: PlainDate;
  readonly payments: readonly PaymentToMake[];
}): DocumentModel {
  const total = sumPence(input.payments.map((payment) => payment.amount));
  return {
    title: "What to pay",
    subtitle: [`Pay run of ${formatDate(input.payday)}`, input.employerName],
    author: input.employerName,
    about: input.payday,
    figure: { label: "Total", amount: total },
    sections: [
      {
        heading: "",
        blocks: [
          {
            kind: "paragraph",
            text: "Make these payments yourself at your bank. Check each account number against the person's own words before the first payment.",
          },
          {
            kind: "paragraph",
            text: "The amounts for HMRC and the pension are for every payday that is paid over by the same day. Where one stands on two of these papers, pay it once: the newer paper has the right amount.",
          },
          {
            kind: "table",
            caption: "Payments to make",
            columns: [
              { heading: "Pay", align: "start", share: 2 },
              { heading: "For", align: "start", share: 2 },
              { heading: "Account", align: "start", share: 2 },
              { heading: "Reference", align: "start", share: 2 },
              { heading: "By", align: "start", share: 2 },
              { heading: "Amount", align: "end", share: 1 },
            ],
            rows: [
              ...input.payments.map((payment) => ({
                cells: [
                  textCell(payment.payee),
                  textCell(payment.what),
                  textCell(payment.account),
                  textCell(payment.reference),
                  dateCell(payment.dueOn),
                  moneyCell(payment.amount),
                ],
              })),
              { cells: [textCell("Total"), textCell(""), textCell(""), textCell(""), textCell(""), moneyCell(total)], isTotal: true },
            ],
          },
        ],
      },
    ],
    footer: "Keep this with the payslips of the same payday.",
  };
}
