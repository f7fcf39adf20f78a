import {
  amountTable,
  type DocumentModel,
  type DocumentSection,
  type DocumentTable,
  dateCell,
  emptyCell,
  moneyCell,
  textCell,
} from "../core/documentModel.ts";
import { type Pence, pence, sumPence } from "../core/money.ts";
import { formatDate, type PlainDate } from "../core/plainDate.ts";
import type { CheckResult } from "./checkResult.ts";
import type { EvidenceEntry } from "./evidenceList.ts";
import type { ReturnFacts } from "./returnFacts.ts";
import type { ReturnFigures } from "./returnFigures.ts";
import { checkBlocks, evidenceTable, planTable, transactionsTable, wagesTable } from "./returnTables.ts";
import type { ReturnSection } from "./returnTemplate.ts";

/** What a return's document is made from. */
export interface ReturnDocumentInput {
  readonly facts: ReturnFacts;
  readonly figures: ReturnFigures;
  readonly checks: readonly CheckResult[];
  readonly evidence: readonly EvidenceEntry[];
  /** Null while the return is only looked at. */
  readonly signed: { readonly by: string; readonly on: PlainDate; readonly declaration: string } | null;
  /** Last line of the activity log when the pack was made, so that later changes of the log can be proved. */
  readonly anchor: string | null;
}

const labelled = (lines: ReturnFigures["receipts"]): [string, Pence][] => lines.map((line) => [line.label, line.amount.amount]);
const period = (facts: ReturnFacts) => `${formatDate(facts.periodFrom)} to ${formatDate(facts.periodTo)}`;

/** The first page: what came in, what went out, what is left. Also the preview on the screen. */
export function buildReturnSummary(input: Pick<ReturnDocumentInput, "facts" | "figures">): DocumentModel {
  const { facts } = input;
  return {
    title: `Personal health budget: ${facts.template.word} of spending`,
    subtitle: [`${facts.budgetPersonName}, budget reference ${facts.budgetReference}`, period(facts)],
    author: facts.holderName,
    about: facts.periodTo,
    sections: [{ heading: "Account summary", blocks: [reconciliationTable(input.figures)] }],
    footer: `${facts.budgetReference}, ${period(facts)}`,
  };
}

function reconciliationTable(figures: ReturnFigures): DocumentTable {
  return amountTable(
    "Account summary",
    ["Line", "Amount"],
    [
      ["Opening balance", figures.opening.amount],
      ...labelled(figures.receipts),
      ["Total money in", figures.totalReceipts.amount],
      ...figures.payments.map((line): [string, Pence] => [line.label, pence(-line.amount.amount)]),
      ["Total money out", pence(-figures.totalPayments.amount)],
    ],
    ["Closing balance", figures.closing.amount],
  );
}

/** The whole return as one document, in the order of the template's sections. */
export function buildReturnDocument(input: ReturnDocumentInput): DocumentModel {
  const summary = buildReturnSummary(input);
  const sections = input.facts.template.sections.flatMap((name): DocumentSection[] => {
    const section = sectionBuilders[name](input);
    return section ? [section] : [];
  });
  return { ...summary, about: input.signed?.on ?? input.facts.periodTo, sections };
}

type Builder = (input: ReturnDocumentInput) => DocumentSection | undefined;

const sectionBuilders: Readonly<Record<ReturnSection, Builder>> = {
  people: ({ facts }) => ({
    heading: "Who this is about",
    blocks: [
      {
        kind: "facts",
        items: [
          { label: "Person", value: facts.budgetPersonName },
          { label: "Budget reference", value: facts.budgetReference },
          { label: "Budget holder and employer", value: facts.holderName },
          { label: "Period", value: period(facts) },
          { label: "Funded by", value: facts.funders.map((funder) => `${funder.name} ${funder.shareBasisPoints / 100}%`).join(", ") },
          { label: "Account", value: `${facts.account.name}${facts.account.lastFourDigits ? `, ending ${facts.account.lastFourDigits}` : ""}` },
        ],
      },
    ],
  }),
  reconciliation: ({ figures }) => ({
    heading: "Account summary",
    blocks: [
      reconciliationTable(figures),
      {
        kind: "paragraph",
        text:
          figures.statementClosing === null
            ? "No statement with a printed balance ends this period."
            : figures.statementClosing === figures.closing.amount
              ? "The closing balance agrees with the bank statement."
              : "The closing balance does not agree with the bank statement. See the checks.",
      },
    ],
  }),
  receipts: ({ figures }) => ({
    heading: "Money in",
    blocks: [amountTable("Money in", ["From", "Amount"], labelled(figures.receipts), ["Total money in", figures.totalReceipts.amount])],
  }),
  categoryTotals: ({ facts, figures }) => ({
    heading: "Money out",
    blocks: [
      amountTable("Money out", ["For", "Amount"], labelled(figures.payments), ["Total money out", figures.totalPayments.amount]),
      ...planTable(facts),
    ],
  }),
  commitments: ({ facts }) => ({
    heading: "Owed on the last day",
    blocks:
      facts.owedAtEnd.length === 0
        ? [{ kind: "paragraph", text: "Nothing was owed." }]
        : [
            {
              kind: "table",
              caption: "Owed on the last day",
              columns: [
                { heading: "What", align: "start", share: 3 },
                { heading: "Due", align: "start", share: 2 },
                { heading: "Amount", align: "end", share: 1 },
              ],
              rows: [
                ...facts.owedAtEnd.map((debt) => ({ cells: [textCell(debt.label), dateCell(debt.dueOn), moneyCell(debt.leftPence)] })),
                { cells: [textCell("Total owed"), emptyCell, moneyCell(sumPence(facts.owedAtEnd.map((debt) => debt.leftPence)))], isTotal: true },
              ],
            },
          ],
  }),
  surplus: ({ figures }) => ({
    heading: "What may stay, and what is above it",
    blocks: [
      amountTable("What the agreement's rule says", ["Line", "Amount"], linesOf(figures.surplus.lines), [
        "Above what may stay",
        figures.surplus.amount,
      ]),
      amountTable("What is truly spare", ["Line", "Amount"], linesOf(figures.trulySpare.lines), ["Truly spare", figures.trulySpare.amount]),
    ],
  }),
  shares: ({ figures }) =>
    figures.parts.length === 0
      ? undefined
      : {
          heading: "Each funder's share",
          blocks: [
            {
              kind: "table",
              caption: "Each funder's share",
              columns: [
                { heading: "Funder", align: "start", share: 3 },
                { heading: "Share", align: "end" },
                { heading: "Of money in", align: "end" },
                { heading: "Of money out", align: "end" },
                { heading: "Above what may stay", align: "end" },
              ],
              rows: [
                ...figures.parts.map((part) => ({
                  cells: [textCell(part.name), textCell(part.share), moneyCell(part.received), moneyCell(part.paid), moneyCell(part.surplus)],
                })),
                {
                  cells: [
                    textCell("Together"),
                    textCell("100%"),
                    moneyCell(figures.totalReceipts.amount),
                    moneyCell(figures.totalPayments.amount),
                    moneyCell(figures.surplus.amount),
                  ],
                  isTotal: true,
                },
              ],
            },
          ],
        },
  transactions: ({ facts, evidence, figures }) => ({
    heading: "Every payment and receipt",
    startsNewPage: true,
    blocks: [transactionsTable(facts, evidence, figures.opening.amount)],
  }),
  employees: ({ facts }) => ({
    heading: "Wages",
    startsNewPage: true,
    blocks: [facts.payslips.length === 0 ? { kind: "paragraph", text: "No wages were paid in this period." } : wagesTable(facts)],
  }),
  employerCompliance: ({ facts, checks }) => ({
    heading: "Employer's duties",
    blocks: [
      {
        kind: "list",
        items: [
          ...facts.insurance.map(
            (policy) => `Employers' liability insurance: ${policy.insurer}, ${formatDate(policy.fromOn)} to ${formatDate(policy.toOn)}.`,
          ),
          ...checks.filter((check) => saysMoreOfDuties(check, facts)).map((check) => `${check.title}: ${check.summary.replace(/\.$/, "")}.`),
        ],
      },
    ],
  }),
  checks: ({ checks }) => ({ heading: "Checks made before sending", blocks: checkBlocks(checks) }),
  evidenceIndex: ({ evidence }) => ({
    heading: "Index of evidence",
    startsNewPage: evidence.length > 20,
    blocks: [evidence.length === 0 ? { kind: "paragraph", text: "No papers belong to this period." } : evidenceTable(evidence)],
  }),
  declaration: ({ facts, signed, anchor }) => ({
    heading: "Declaration",
    blocks: [
      { kind: "paragraph", text: signed?.declaration ?? facts.template.declaration.text },
      {
        kind: "signature",
        lines: [
          { label: "Signed", value: signed?.by ?? "" },
          { label: "Date", value: signed ? formatDate(signed.on) : "" },
        ],
      },
      ...(anchor
        ? [
            {
              kind: "paragraph" as const,
              text: `Record mark: ${anchor}. It lets anyone prove later that the record behind this return was not changed.`,
            },
          ]
        : []),
    ],
  }),
};

/** The policies stand above with their days: an insurance check that found nothing wrong would only say it again. */
function saysMoreOfDuties(check: CheckResult, facts: ReturnFacts): boolean {
  if (!/^(HMRC|PENS|INS|EMP)-/.test(check.id)) return false;
  return !(check.id.startsWith("INS-") && check.verdict === "pass" && facts.insurance.length > 0);
}

const linesOf = (lines: ReturnFigures["surplus"]["lines"]): [string, Pence][] =>
  lines.flatMap((line): [string, Pence][] => (line.amount === undefined ? [] : [[line.text, line.amount]]));
