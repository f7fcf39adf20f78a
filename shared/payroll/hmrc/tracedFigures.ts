import * as z from "zod";
import { addingLine, Explained, explain } from "../../core/explanation.ts";
import { decimalPounds, formatPence, Pence, pence } from "../../core/money.ts";
import { formatShortDate, PlainDate } from "../../core/plainDate.ts";
import { amountOfKinds } from "../payslip/payLineKinds.ts";
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

const onThisPayslip = (what: string, amount: number): Explained =>
  explain({ name: what, source: "The payslip" }, [addingLine(`${what} on this payslip.`, pence(amount))]);

/** An amount that the payslip explains by itself and adds up since 6 April. */
const ofField = (field: "taxablePay" | "nonTaxable" | "incomeTax" | "studentLoan" | "postgraduateLoan"): FigureSource => ({
  amountOf: (slip) => slip[field].amount,
  before: (opening) => opening[field],
  explained: (slip) => slip[field],
});

const pensionUnder = (treatment: PayslipResult["pensionTaxTreatment"]) => ({
  amountOf: (slip: PayslipResult) => (slip.pensionTaxTreatment === treatment ? slip.employeePension.amount : 0),
  before: (opening: YearToDate) => opening.employeePension,
  explained: (slip: PayslipResult) => (slip.pensionTaxTreatment === treatment ? slip.employeePension : onThisPayslip("Pension contribution", 0)),
});

/** One line explains itself; of several, and of none, only the sum is told. */
const statutory = (kind: PayLineKind & keyof YearToDate): FigureSource => {
  const amountOf = ({ payLines }: PayslipResult) => amountOfKinds(payLines, [kind]);
  return {
    amountOf,
    before: (opening) => opening[kind] as Pence,
    explained: (slip) => {
      const [line, another] = slip.payLines.filter((each) => each.kind === kind);
      return line && !another ? line.explanation : onThisPayslip("Statutory pay", amountOf(slip));
    },
  };
};

/** A figure that HMRC asks for this payday only. */
const onlyNow = (explained: FigureSource["explained"]): FigureSource => ({ amountOf: (slip) => explained(slip).amount, before: () => 0, explained });

/** Where each of HMRC's items comes from, by label where it has no number; the items of National Insurance letters are below. */
const sources: Readonly<Record<string, FigureSource>> = {
  "58": ofField("taxablePay"),
  "58A": ofField("nonTaxable"),
  "61": pensionUnder("netPay"),
  "65": pensionUnder("reliefAtSource"),
  "68": ofField("incomeTax"),
  "67": ofField("studentLoan"),
  "195": ofField("postgraduateLoan"),
  "70": statutory("statutoryMaternityPay"),
  "71": statutory("statutoryPaternityPay"),
  "72": statutory("statutoryAdoptionPay"),
  "73": statutory("statutorySharedParentalPay"),
  "212": statutory("statutoryParentalBereavementPay"),
  "217": statutory("statutoryNeonatalCarePay"),
  "58B": onlyNow((slip) => deductionsFromNetPay(slip)),
  "59": onlyNow((slip) => afterDeductions(slip)),
  "Statutory Sick Pay in the pay above": statutory("statutorySickPay"),
  "What the employee receives": onlyNow(({ netPay }) => netPay),
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
  // Letters used earlier in the year stand under a label of their own: "Letter J: ...".
  const letter = label.startsWith("Letter ") ? label.slice(7, 8) : now.niBands.category;
  const own = item === "86B" ? now.employeeNationalInsurance : item === "86A" ? now.employerNationalInsurance : undefined;
  const amountOf = ({ niBands }: PayslipResult) => (niBands.category === letter ? niBands[field] : 0);
  return {
    amountOf,
    before: ({ nationalInsurance }) => nationalInsurance.find(({ category }) => category === letter)?.[field] ?? 0,
    explained: (slip) => own ?? onThisPayslip(label, amountOf(slip)),
  };
}

/**
 * Boxes of a submission with where each amount comes from. An explanation that would not come to the very amount in the box is left out (null), as are those of
 * boxes that hold no amount. The payslip that is told is the last one.
 */
export function traceFigures(figures: readonly HmrcFigure[], { payslips, opening }: YearToTrace): TracedHmrcFigure[] {
  const now = payslips.at(-1)?.result;
  return figures.map((figure) => {
    const found = now && (letterSource(figure, now) ?? sources[figure.item === "" ? figure.label : figure.item]);
    if (!now || !found) return { ...figure, explained: null, toDate: null };
    const explained = found.explained(now);
    const toDate = traceSum(`${figure.label}, year to date`, payslips, found.amountOf, pence(found.before(opening)));
    return {
      ...figure,
      explained: decimalPounds(explained.amount) === figure.value ? explained : null,
      toDate: decimalPounds(toDate.explained.amount) === figure.yearToDate ? toDate : null,
    };
  });
}
