import { amountTable, type DocumentModel, moneyCell, textCell } from "../core/documentModel.ts";
import type { Explained } from "../core/explanation.ts";
import { type Pence, pence } from "../core/money.ts";
import { formatDate, type PlainDate } from "../core/plainDate.ts";

/** Where the plan and the account stand on a day, as the budget page shows it. */
export interface BudgetReportInput {
  readonly on: PlainDate;
  readonly personName: string;
  readonly reference: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly lines: readonly {
    readonly name: string;
    readonly plannedToEnd: Explained;
    readonly spent: Explained;
    readonly promised: Explained;
    readonly free: Explained;
    readonly forecast: Explained;
  }[];
  readonly totals: {
    readonly plannedToEndPence: Pence;
    readonly spentPence: Pence;
    readonly promisedPence: Pence;
    readonly freePence: Pence;
    readonly forecastPence: Pence;
  };
  readonly notOnPlanPence: Pence;
  readonly funders: readonly { readonly name: string; readonly shareBasisPoints: number; readonly plannedPence: Pence; readonly spentPence: Pence }[];
  readonly account: {
    readonly inBank: Explained;
    readonly owed: Explained;
    readonly left: Explained;
    readonly reserve: Explained;
    readonly spare: Explained;
  } | null;
}

/** "Budget report": each line of the plan, each funder's part, and what is truly spare in the account. */
export function buildBudgetReportDocument(input: BudgetReportInput): DocumentModel {
  const { totals, account } = input;
  const lineColumns = ["Plan", "Spent", "Promised", "Free", "Forecast"].map((heading) => ({ heading, align: "end" as const, share: 1 }));
  const words = totals.forecastPence <= totals.plannedToEndPence ? "within" : "above";
  return {
    title: "Budget report",
    subtitle: [
      `${input.personName}, budget reference ${input.reference}`,
      `On ${formatDate(input.on)}. The plan runs from ${formatDate(input.from)} to ${formatDate(input.to)}.`,
    ],
    author: input.personName,
    about: input.on,
    figure: { label: "Free to the end of the plan", amount: totals.freePence },
    sections: [
      {
        heading: "Plan and spending",
        blocks: [
          { kind: "paragraph", text: `At this pace the plan ends ${words} its amount. Promised means time worked or planned that is not paid yet.` },
          {
            kind: "table",
            caption: "Plan and spending",
            columns: [{ heading: "Plan line", align: "start", share: 2 }, ...lineColumns],
            rows: [
              ...input.lines.map((line) => ({
                cells: [
                  textCell(line.name),
                  ...[line.plannedToEnd, line.spent, line.promised, line.free, line.forecast].map((figure) => moneyCell(pence(figure.amount))),
                ],
              })),
              {
                cells: [
                  textCell("Together"),
                  ...[totals.plannedToEndPence, totals.spentPence, totals.promisedPence, totals.freePence, totals.forecastPence].map(moneyCell),
                ],
                isTotal: true,
              },
            ],
          },
          ...(input.notOnPlanPence === 0
            ? []
            : [{ kind: "paragraph" as const, text: "Some spending names no line of the plan. It is in the books but not in this table." }]),
        ],
      },
      ...(input.funders.length < 2
        ? []
        : [
            {
              heading: "Each funder's part",
              blocks: [
                {
                  kind: "table" as const,
                  caption: "Each funder's part",
                  columns: [
                    { heading: "Funder", align: "start" as const, share: 3 },
                    { heading: "Share", align: "end" as const },
                    { heading: "Of the plan", align: "end" as const },
                    { heading: "Of what is spent", align: "end" as const },
                  ],
                  rows: input.funders.map((funder) => ({
                    cells: [
                      textCell(funder.name),
                      textCell(`${funder.shareBasisPoints / 100}%`),
                      moneyCell(funder.plannedPence),
                      moneyCell(funder.spentPence),
                    ],
                  })),
                },
              ],
            },
          ]),
      ...(account === null
        ? []
        : [
            {
              heading: "The account",
              blocks: [
                amountTable(
                  "The account",
                  ["Line", "Amount"],
                  [
                    ["In the bank", account.inBank.amount],
                    ["Owed", account.owed.amount],
                    ["Left once everything is paid", account.left.amount],
                    ["May stay as a reserve", account.reserve.amount],
                    ["Above the reserve", account.spare.amount],
                  ],
                ),
              ],
            },
          ]),
    ],
    footer: `${input.reference}, ${formatDate(input.on)}`,
  };
}
