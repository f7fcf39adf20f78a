import * as z from "zod";
import { addingLine, Explained, explain } from "../../core/explanation.ts";
import { decimalPounds, formatPence, Pence, pence, sumPence } from "../../core/money.ts";
import { formatShortDate, PlainDate } from "../../core/plainDate.ts";
import { payAfterStatutoryDeductions } from "../rti/submittedPayment.ts";
import type { NationalInsuranceFigures, PayLineKind, PayslipResult, YearToDate } from "../types.ts";
import { HmrcFigure } from "./hmrcFigures.ts";

/** What one payslip adds to a figure, in pence. */
export const PayslipPart = z.object({ payslipId: z.string(), payday: PlainDate, name: z.string(), amount: Pence });
export type PayslipPart = z.infer<typeof PayslipPart>;

/** A sum of payslips with each of them and the rule. `explained.amount` is the sum of the parts and of what was brought in from before. */
export const TracedSum = z.object({ explained: Explained, parts: z.array(PayslipPart) });
export type TracedSum = z.infer<typeof TracedSum>;

/** A box of HMRC's with where it comes from: the payslip's own explanation, and the payslips of the year behind the year to date. */
export const TracedHmrcFigure = HmrcFigure.extend({ explained: Explained.nullable(), toDate: TracedSum.nullable() });
export type TracedHmrcFigure = z.infer<typeof TracedHmrcFigure>;

/** A sealed payslip that a figure may come from. */
export interface PayslipToTrace {
  readonly payslipId: string;
  readonly name: string;
  readonly result: PayslipResult;
}

/** One person's payslips of a tax year up to the one that is told, oldest first, on top of the year's opening figures. */
interface YearToTrace {
  readonly payslips: readonly PayslipToTrace[];
  readonly opening: YearToDate;
}

const sealedPayslips = "Sealed payslips of the tax year";

/** Adds one amount of every payslip up, with a line and a part for each that has any. Pence. */
export function traceSum(
  label: string,
  payslips: readonly PayslipToTrace[],
  amountOf: (slip: PayslipResult) => number,
  before = pence(0),
): TracedSum {
  const parts = payslips.flatMap(({ payslipId, name, result }) => {
    const amount = pence(amountOf(result));
    return amount === 0 ? [] : [{ payslipId, payday: result.payday, name, amount }];
  });
  const lines = parts.map(({ payday, amount }) => addingLine(`Paid ${formatShortDate(payday)}: ${formatPence(amount)}.`, amount));
  if (before !== 0) lines.unshift(addingLine(`Before the first payslip here: ${formatPence(before)}.`, before));
  return { explained: explain({ name: label, source: sealedPayslips }, lines), parts };
}

interface FigureSource {
  readonly amountOf: (slip: PayslipResult) => number;
  readonly before: (opening: YearToDate) => number;
  readonly explained: (slip: PayslipResult) => Explained;
}

const source = (
  amountOf: FigureSource["amountOf"],
  before: FigureSource["before"],
  explained: (slip: PayslipResult) => Explained | null = () => null,
  what = "",
): FigureSource => ({
  amountOf,
  before,
  explained: (slip) =>
    explained(slip) ?? explain({ name: what, source: "The payslip" }, [addingLine(`${what} on this payslip.`, pence(amountOf(slip)))]),
});

const pensionUnder = (treatment: PayslipResult["pensionTaxTreatment"]) =>
  source(
    (slip) => (slip.pensionTaxTreatment === treatment ? slip.employeePension.amount : 0),
    (opening) => opening.employeePension,
    (slip) => (slip.pensionTaxTreatment === treatment ? slip.employeePension : null),
    "Pension contribution",
  );

const statutory = (kind: PayLineKind, before: FigureSource["before"]) =>
  source(
    ({ payLines }) => payLines.reduce((sum, line) => sum + (line.kind === kind ? line.amount : 0), 0),
    before,
    ({ payLines }) => {
      const own = payLines.filter((line) => line.kind === kind);
      return own.length === 1 ? (own[0]?.explanation ?? null) : null;
    },
    "Statutory pay",
  );

/** Where each of HMRC's items comes from, by label where it has no number; the items of National Insurance letters are below. */
const sources: Readonly<Record<string, FigureSource>> = {
  "58": source(
    ({ taxablePay }) => taxablePay.amount,
    ({ taxablePay }) => taxablePay,
    ({ taxablePay }) => taxablePay,
  ),
  "58A": source(
    ({ nonTaxable }) => nonTaxable.amount,
    ({ nonTaxable }) => nonTaxable,
    ({ nonTaxable }) => nonTaxable,
  ),
  "61": pensionUnder("netPay"),
  "65": pensionUnder("reliefAtSource"),
  "68": source(
    ({ incomeTax }) => incomeTax.amount,
    ({ incomeTax }) => incomeTax,
    ({ incomeTax }) => incomeTax,
  ),
  "67": source(
    ({ studentLoan }) => studentLoan.amount,
    ({ studentLoan }) => studentLoan,
    ({ studentLoan }) => studentLoan,
  ),
  "195": source(
    ({ postgraduateLoan }) => postgraduateLoan.amount,
    ({ postgraduateLoan }) => postgraduateLoan,
    ({ postgraduateLoan }) => postgraduateLoan,
  ),
  "70": statutory("statutoryMaternityPay", (opening) => opening.statutoryMaternityPay),
  "71": statutory("statutoryPaternityPay", (opening) => opening.statutoryPaternityPay),
  "72": statutory("statutoryAdoptionPay", (opening) => opening.statutoryAdoptionPay),
  "73": statutory("statutorySharedParentalPay", (opening) => opening.statutorySharedParentalPay),
  "212": statutory("statutoryParentalBereavementPay", (opening) => opening.statutoryParentalBereavementPay),
  "217": statutory("statutoryNeonatalCarePay", (opening) => opening.statutoryNeonatalCarePay),
  "58B": source(
    (slip) => sumPence(slip.otherDeductions.map(({ amount }) => amount)) + pensionUnder("reliefAtSource").amountOf(slip),
    () => 0,
    (slip) => deductionsFromNetPay(slip),
  ),
  "59": source(
    payAfterStatutoryDeductions,
    () => 0,
    (slip) => afterDeductions(slip),
  ),
  "Statutory Sick Pay in the pay above": statutory("statutorySickPay", (opening) => opening.statutorySickPay),
  "What the employee receives": source(
    ({ netPay }) => netPay.amount,
    () => 0,
    ({ netPay }) => netPay,
  ),
};

function deductionsFromNetPay(slip: PayslipResult): Explained {
  const lines = slip.otherDeductions.map(({ label, amount }) => addingLine(`${label}: ${formatPence(amount)}.`, amount));
  const pension = pence(pensionUnder("reliefAtSource").amountOf(slip));
  if (pension !== 0) lines.push(addingLine(`Pension contribution: ${formatPence(pension)}.`, pension));
  return explain({ name: "Other deductions from net pay", source: "HMRC, RTI data item guide: item 58B" }, lines);
}

function afterDeductions(slip: PayslipResult): Explained {
  const less = (text: string, { amount }: Explained) => (amount === 0 ? [] : [addingLine(`${text}: ${formatPence(amount)}.`, pence(-amount))]);
  return explain({ name: "Pay after statutory deductions", source: "HMRC, RTI data item guide: item 59" }, [
    addingLine(`Pay for tax purposes: ${formatPence(slip.taxablePay.amount)}.`, slip.taxablePay.amount),
    ...less("Income tax comes off", slip.incomeTax),
    ...less("National Insurance comes off", slip.employeeNationalInsurance),
    ...less("The student loan comes off", slip.studentLoan),
    ...less("The postgraduate loan comes off", slip.postgraduateLoan),
  ]);
}

const letterFields = {
  "79B": "grossEarnings",
  "79A": "grossEarnings",
  "82": "atLowerEarningsLimit",
  "82A": "lowerEarningsLimitToPrimaryThreshold",
  "169": "primaryThresholdToUpperEarningsLimit",
  "86B": "employeeContributions",
  "86Ba": "employeeContributions",
  "86A": "employerContributions",
  "86Aa": "employerContributions",
} as const satisfies Record<string, keyof NationalInsuranceFigures>;

function letterSource({ item, label }: HmrcFigure, now: PayslipResult): FigureSource | undefined {
  const field = letterFields[item as keyof typeof letterFields];
  if (field === undefined) return undefined;
  // Letters used earlier in the year stand under a label of their own.
  const letter = /^Letter (\w):/.exec(label)?.[1] ?? now.niBands.category;
  const own = item === "86B" ? now.employeeNationalInsurance : item === "86A" ? now.employerNationalInsurance : null;
  return source(
    ({ niBands }) => (niBands.category === letter ? niBands[field] : 0),
    ({ nationalInsurance }) => nationalInsurance.find(({ category }) => category === letter)?.[field] ?? 0,
    () => own,
    label,
  );
}

/**
 * Boxes of a submission with where each amount comes from. An explanation that would not come to the very amount in the box is left out (null), as are those of
 * boxes that hold no amount. The payslip that is told is the last one.
 */
export function traceFigures(figures: readonly HmrcFigure[], { payslips, opening }: YearToTrace): TracedHmrcFigure[] {
  const now = payslips.at(-1)?.result;
  return figures.map((figure) => {
    const found =
      now && (letterSource(figure, now) ?? (figure.value.includes(".") ? sources[figure.item === "" ? figure.label : figure.item] : undefined));
    if (!now || !found) return { ...figure, explained: null, toDate: null };
    const explained = found.explained(now);
    const toDate = traceSum(`${figure.label}, year to date`, payslips, found.amountOf, pence(found.before(opening)));
    return {
      ...figure,
      explained: decimalPounds(explained.amount) === figure.value ? explained : null,
      toDate: figure.yearToDate !== null && decimalPounds(toDate.explained.amount) === figure.yearToDate ? toDate : null,
    };
  });
}
