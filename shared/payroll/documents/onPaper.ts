import { type DocumentBlock, type DocumentCell, type DocumentRow, emptyCell, moneyCell, textCell } from "../../core/documentModel.ts";
import type { Pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";

/** The employer as named on papers. Null where nothing is known. */
export interface EmployerOnPaper {
  readonly employerName: string;
  readonly employerAddress: string;
  readonly payeReference: string | null;
}

/** A PA as named on papers. Null or empty where nothing is known. */
export interface EmployeeOnPaper {
  readonly firstNames: string;
  readonly lastName: string;
  readonly address: string;
  readonly dateOfBirth: PlainDate | null;
  readonly gender: "F" | "M" | null;
  readonly nationalInsuranceNumber: string | null;
  readonly payrollNumber: string;
}

/** "Tom Ellery". */
export const nameOnPaper = ({ firstNames, lastName }: Pick<EmployeeOnPaper, "firstNames" | "lastName">): string => `${firstNames} ${lastName}`.trim();

/** "QQ 12 34 56 C", or empty when it is not known. */
export const spacedNationalInsuranceNumber = (number: string | null): string =>
  (number ?? "").replace(/^(\w{2})(\d{2})(\d{2})(\d{2})(\w)$/, "$1 $2 $3 $4 $5");

/** "Female", "Male", or empty. */
export const genderWord = (gender: "F" | "M" | null): string => (gender === null ? "" : gender === "F" ? "Female" : "Male");

/** A date in words, or empty. */
export const dateOrEmpty = (date: PlainDate | null): string => (date === null ? "" : formatDate(date));

/** A day of the next years as people write it: "5 April 2027" for the tax year "2026-27". */
export const taxYearEndOf = (taxYear: string): string => `5 April ${Number(taxYear.slice(0, 4)) + 1}`;

/** Names with their values; with `keepEmpty` those without a value stay, so that the box is seen to be empty. */
export function factsBlock(items: readonly (readonly [label: string, value: string])[], keepEmpty = false): DocumentBlock {
  const shown = keepEmpty ? items : items.filter(([, value]) => value !== "");
  return { kind: "facts", items: shown.map(([label, value]) => ({ label, value: value === "" ? "not known" : value })) };
}

/** An amount, or an empty cell for null. */
export const moneyOrEmpty = (amount: Pence | null): DocumentCell => (amount === null ? emptyCell : moneyCell(amount));

/** A row named by its first cell, amounts after it. */
export const moneyRow = (label: string, amounts: readonly (Pence | null)[], isTotal = false): DocumentRow => ({
  cells: [textCell(label), ...amounts.map(moneyOrEmpty)],
  ...(isTotal && { isTotal }),
});
