import { type DocumentBlock, type DocumentTable, dateCell, emptyCell, hoursCell, moneyCell, textCell } from "../core/documentModel.ts";
import { type Pence, pence, sumPence } from "../core/money.ts";
import type { PlainDate } from "../core/plainDate.ts";
import type { CheckResult } from "./checkResult.ts";
import { type EvidenceEntry, evidenceNumbersFor } from "./evidenceList.ts";
import { partsOfLine, type ReturnFacts, unexplainedPart } from "./returnFacts.ts";
import { spendingCategory, spendingLabel } from "./spendingCategories.ts";

/** Every bank line with what it was for, its papers and the balance after it. */
export function transactionsTable(facts: ReturnFacts, evidence: readonly EvidenceEntry[], opening: Pence): DocumentTable {
  let balance: number = opening;
  return {
    kind: "table",
    caption: "Every payment and receipt",
    columns: [
      { heading: "Date", align: "start", share: 2 },
      { heading: "Description", align: "start", share: 3 },
      { heading: "For", align: "start", share: 3 },
      { heading: "Papers", align: "start", share: 1.4 },
      { heading: "In", align: "end", share: 1.5 },
      { heading: "Out", align: "end", share: 1.5 },
      { heading: "Balance", align: "end", share: 1.6 },
    ],
    rows: facts.lines.map((line) => {
      balance += line.amountPence;
      const headings = [...new Set(partsOfLine(facts, line).map((part) => spendingLabel(facts, spendingCategory(facts, part))))];
      if (unexplainedPart(facts, line) !== 0) headings.push("Not explained yet");
      const amount = moneyCell(pence(Math.abs(line.amountPence)));
      return {
        cells: [
          dateCell(line.onDate),
          textCell(line.description),
          textCell(headings.join(", ")),
          textCell(evidenceNumbersFor(facts, evidence, line.id)),
          line.amountPence > 0 ? amount : emptyCell,
          line.amountPence < 0 ? amount : emptyCell,
          moneyCell(pence(balance)),
        ],
      };
    }),
  };
}

/** One row for each payslip of the period, with totals. */
export function wagesTable(facts: ReturnFacts): DocumentTable {
  const amounts = facts.payslips.map(({ result }) => [
    result.grossPay.amount,
    result.incomeTax.amount,
    result.employeeNationalInsurance.amount,
    result.employeePension.amount,
    result.netPay.amount,
    result.employerNationalInsurance.amount,
    result.employerPension.amount,
  ]);
  const headings = ["Gross", "Tax", "National Insurance", "Pension", "Net", "Employer's NI", "Employer's pension"];
  const minutes = facts.payslips.map((slip) => slip.result.minutesWorked);
  return {
    kind: "table",
    caption: "Wages paid in this period",
    columns: [
      { heading: "Name", align: "start", share: 2.2 },
      { heading: "Payday", align: "start", share: 1.8 },
      { heading: "Hours", align: "end" },
      ...headings.map((heading) => ({ heading, align: "end" as const, share: 1.3 })),
    ],
    rows: [
      ...facts.payslips.map((slip, index) => ({
        cells: [
          textCell(facts.engagements.find((each) => each.id === slip.engagementId)?.name ?? ""),
          textCell(shortDate(slip.payday)),
          hoursCell(minutes[index] ?? 0),
          ...(amounts[index] ?? []).map(moneyCell),
        ],
      })),
      {
        cells: [
          textCell("Total"),
          emptyCell,
          hoursCell(minutes.reduce<number>((sum, each) => sum + each, 0)),
          ...headings.map((_, column) => moneyCell(sumPence(amounts.map((row) => row[column] ?? pence(0))))),
        ],
        isTotal: true,
      },
    ],
  };
}

/** "27/11/26": a wide table has no room for the month's name. */
const shortDate = (on: PlainDate) => `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(2, 4)}`;

/** Each plan line's cost beside what the plan gives it; nothing when the plan has no lines. */
export function planTable(facts: ReturnFacts): DocumentBlock[] {
  const known = facts.planLines.filter((line) => line.plannedPence !== null || line.spentPence !== 0);
  if (known.length === 0) return [];
  return [
    {
      kind: "table",
      caption: "Cost of the support in this period beside the plan",
      columns: [
        { heading: "Plan line", align: "start", share: 3 },
        { heading: "Plan", align: "end" },
        { heading: "Cost", align: "end" },
        { heading: "Difference", align: "end" },
      ],
      rows: known.map((line) => ({
        cells: [
          textCell(line.name),
          moneyCell(line.plannedPence ?? pence(0)),
          moneyCell(line.spentPence),
          moneyCell(pence((line.plannedPence ?? 0) - line.spentPence)),
        ],
      })),
    },
  ];
}

/** Number and name of every paper. */
export function evidenceTable(evidence: readonly EvidenceEntry[]): DocumentTable {
  return {
    kind: "table",
    caption: "Index of evidence",
    columns: [
      { heading: "Number", align: "start", share: 1 },
      { heading: "What it is", align: "start", share: 5 },
    ],
    rows: evidence.map((entry) => ({ cells: [textCell(entry.number), textCell(entry.title)] })),
  };
}

/** The checks as a table, and what each found with the person's reasons. */
export function checkBlocks(checks: readonly CheckResult[]): DocumentBlock[] {
  const words = { pass: "All right", waived: "Explained", attention: "To note", cannotTell: "Not known" } as const;
  const table: DocumentTable = {
    kind: "table",
    caption: "Checks made before sending",
    columns: [
      { heading: "Check", align: "start", share: 2 },
      { heading: "Answer", align: "start", share: 1 },
      { heading: "In words", align: "start", share: 4 },
    ],
    rows: checks.map((check) => ({ cells: [textCell(check.title), textCell(words[check.verdict]), textCell(check.summary)] })),
  };
  const notes = checks.flatMap((check) =>
    check.records.map((record) => {
      const found = `${check.title}: ${record.text.replace(/\.$/, "")}.`;
      return record.reason === undefined ? found : `${found} Reason: ${record.reason}`;
    }),
  );
  return notes.length === 0 ? [table] : [table, { kind: "list", items: notes }];
}
