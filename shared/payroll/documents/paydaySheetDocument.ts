import { type DocumentModel, moneyCell, textCell } from "../../core/documentModel.ts";
import { type Pence, sumPence } from "../../core/money.ts";
import { formatDate, formatDateWithDay, type PlainDate } from "../../core/plainDate.ts";
import { hmrcBankAccountOn } from "../../rates/hmrcAccounts.ts";
import { factsBlock } from "./onPaper.ts";

export interface PaydaySheetInput {
  readonly employerName: string;
  readonly payday: PlainDate;
  readonly wages: readonly {
    readonly employeeName: string;
    readonly amount: Pence;
    /** The last four digits of the account; null when none is known. */
    readonly accountEnding: string | null;
    readonly reference: string;
  }[];
  /** What is owed to HMRC for the tax month or quarter of this payday; null when it is not known yet. */
  readonly hmrc: { readonly amount: Pence; readonly dueOn: PlainDate; readonly reference: string } | null;
  readonly pension: { readonly payee: string; readonly amount: Pence; readonly dueOn: PlainDate; readonly reference: string } | null;
  /** Payments under orders of courts and councils. */
  readonly orders: readonly { readonly payee: string; readonly amount: Pence; readonly dueOn: PlainDate; readonly reference: string }[];
}

/** One page to pay from when the computer does not work: who, how much, into which account, HMRC's payment, and what to do. Keep it on paper. */
export function buildPaydaySheetDocument(input: PaydaySheetInput): DocumentModel {
  const bank = hmrcBankAccountOn(input.payday);
  const total = sumPence(input.wages.map(({ amount }) => amount));
  const others = [
    ...(input.hmrc ? [{ payee: "HM Revenue and Customs", ...input.hmrc }] : []),
    ...(input.pension ? [input.pension] : []),
    ...input.orders,
  ];
  return {
    title: "Payday sheet",
    subtitle: [formatDateWithDay(input.payday), input.employerName],
    author: input.employerName,
    about: input.payday,
    figure: { label: "Wages in all", amount: total },
    sections: [
      {
        heading: "Wages to pay today",
        blocks: [
          {
            kind: "table",
            caption: "Wages to pay today",
            columns: [
              { heading: "Pay", align: "start", share: 2 },
              { heading: "Account ending", align: "start", share: 1.4 },
              { heading: "Reference", align: "start", share: 1.4 },
              { heading: "Amount", align: "end" },
              { heading: "Paid (tick)", align: "start", share: 0.8 },
            ],
            rows: input.wages.map((each) => ({
              cells: [
                textCell(each.employeeName),
                textCell(each.accountEnding ?? "ask them"),
                textCell(each.reference),
                moneyCell(each.amount),
                textCell("[  ]"),
              ],
            })),
          },
        ],
      },
      {
        heading: "Pay later, by the day shown",
        blocks:
          others.length === 0
            ? [{ kind: "paragraph", text: "Nothing else is owed because of this payday." }]
            : [
                {
                  kind: "table",
                  caption: "Pay later, by the day shown",
                  columns: [
                    { heading: "Pay", align: "start", share: 2 },
                    { heading: "By", align: "start", share: 1.5 },
                    { heading: "Reference", align: "start", share: 1.6 },
                    { heading: "Amount", align: "end" },
                  ],
                  rows: others.map((each) => ({
                    cells: [textCell(each.payee), textCell(formatDate(each.dueOn)), textCell(each.reference), moneyCell(each.amount)],
                  })),
                },
                ...(input.hmrc && bank
                  ? [
                      factsBlock([
                        ["HMRC's account name", bank.accountName],
                        ["Sort code", bank.sortCode],
                        ["Account number", bank.accountNumber],
                      ]),
                    ]
                  : []),
              ],
      },
      {
        heading: "If the computer does not work",
        blocks: [
          {
            kind: "list",
            items: [
              "Pay the wages by your bank's app, by telephone banking or at a branch. Your bank has each person's saved payee: check that the last digits are the ones above.",
              "If an amount is not known, pay what the last payslip said and put it right on the next one. Tell your assistant.",
              "Pay on time first. Payslips and the report to HMRC can follow: tell HMRC as soon as you can, with the reason for being late.",
              "HMRC's employer helpline is 0300 200 3200. Your direct payment support service can help too.",
            ],
          },
        ],
      },
    ],
    footer: "Print this each payday. Full account numbers are not shown on purpose.",
  };
}
