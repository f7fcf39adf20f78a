import * as z from "zod";
import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, multiply, Pence, pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import type { StatutoryParentalPayRates } from "../../rates/taxYearRates.ts";
import type { PaymentRecordMonth, PaymentRecordPayslip } from "../hmrc/employerPaymentRecord.ts";
import { paymentRecordRule } from "../hmrc/employerPaymentRecord.ts";
import { amountOfKinds, parentalKinds } from "../payslip/payLineKinds.ts";
import type { PayslipResult } from "../types.ts";
import type { BureauReason } from "./checkBureauPayslip.ts";

/** The lines of a bureau's P32 (Employer Payment Record) for a month or a quarter. What comes off is typed above zero. */
export const BureauMonthLine = z.enum([
  "incomeTax",
  "studentLoans",
  "employeeNationalInsurance",
  "employerNationalInsurance",
  "nationalInsurance",
  "employmentAllowance",
  "statutoryPayRecovered",
  "amountDue",
]);
export type BureauMonthLine = z.infer<typeof BureauMonthLine>;

/** Each line as form P32 calls it. */
export const bureauMonthWords: Readonly<Record<BureauMonthLine, string>> = {
  incomeTax: "Income tax",
  studentLoans: "Student and postgraduate loans",
  employeeNationalInsurance: "Employees’ National Insurance",
  employerNationalInsurance: "Employer’s National Insurance",
  nationalInsurance: "National Insurance, both shares together",
  employmentAllowance: "Employment Allowance (comes off)",
  statutoryPayRecovered: "Statutory pay recovered, with compensation (comes off)",
  amountDue: "Amount due to HMRC",
};

/** What is typed from the bureau's P32. Null or left out: it does not show the line. */
export const BureauMonth = z.object({ figures: z.partialRecord(BureauMonthLine, Pence.nullable()) });
export type BureauMonth = z.infer<typeof BureauMonth>;

/** One line of a bureau's P32 beside ours. `difference` is the bureau's figure less ours, in pence. */
export interface BureauMonthLineCheck {
  readonly line: BureauMonthLine;
  readonly label: string;
  readonly state: "agrees" | "differs" | "notShown";
  readonly bureau: Pence | null;
  readonly ours: Explained;
  readonly difference: Pence | null;
  readonly reasons: readonly BureauReason[];
}

export interface BureauMonthCheck {
  readonly lines: readonly BureauMonthLineCheck[];
  readonly agrees: boolean;
  readonly differing: number;
}

export interface BureauMonthInput {
  readonly bureau: BureauMonth;
  /** The tax months that the bureau's P32 is for: one, or the three of a quarter. */
  readonly months: readonly PaymentRecordMonth[];
  /** The payslips of the tax year, to find one that was left out or put into another month. */
  readonly payslips: readonly PaymentRecordPayslip[];
  readonly rates: Pick<StatutoryParentalPayRates, "standardRecovery" | "smallEmployerRecovery">;
}

/**
 * Compares a bureau's P32 of a month or quarter with ours, line by line to the penny, with the reason where one gives the bureau's figure exactly: a payslip
 * left out or counted in another month, the Employment Allowance left out, statutory pay recovered at another rate. Pence; never refuses.
 * Source: HMRC form P32; payroll rules, sections 5.6, 8 and 14.
 */
export function checkBureauMonth(check: BureauMonthInput): BureauMonthCheck {
  const ours = monthFigures(check.months);
  const lines = BureauMonthLine.options.map((line): BureauMonthLineCheck => {
    const bureau = check.bureau.figures[line] ?? null;
    const common = { line, label: bureauMonthWords[line], bureau, ours: ours[line] };
    if (bureau === null) return { ...common, state: "notShown", difference: null, reasons: [] };
    const difference = pence(bureau - ours[line].amount);
    if (difference === 0) return { ...common, state: "agrees", difference, reasons: [] };
    return { ...common, state: "differs", difference, reasons: reasonsOf(line, difference, check, ours) };
  });
  const differing = lines.filter(({ state }) => state === "differs").length;
  return { lines, differing, agrees: differing === 0 };
}

type Ours = Readonly<Record<BureauMonthLine, Explained>>;

function monthFigures(months: readonly PaymentRecordMonth[]): Ours {
  const sum = (of: (month: PaymentRecordMonth) => Explained): Explained =>
    explain(
      months[0] ? of(months[0]).rule : paymentRecordRule,
      months.flatMap((month) => of(month).lines),
    );
  const recovered = (month: PaymentRecordMonth): Explained =>
    explain(
      paymentRecordRule,
      month.recoveries.flatMap(({ name, recovered: back, compensation }) => [
        { text: `${name} that HMRC gives back.`, amount: back.amount },
        { text: `Compensation on ${name}.`, amount: compensation.amount },
      ]),
    );
  return {
    incomeTax: sum((month) => month.incomeTax.explained),
    studentLoans: sum((month) => month.studentLoans.explained),
    employeeNationalInsurance: sum((month) => month.employeeNationalInsurance.explained),
    employerNationalInsurance: sum((month) => month.employerNationalInsurance.explained),
    nationalInsurance: sum((month) => month.grossNationalInsurance),
    employmentAllowance: sum((month) => month.employmentAllowance),
    statutoryPayRecovered: sum(recovered),
    amountDue: sum((month) => month.amountDue),
  };
}

/** What of a payslip counts into a line of P32. Undefined for lines that are no sum of payslips. */
const payslipParts: Readonly<Partial<Record<BureauMonthLine, (result: PayslipResult) => Pence>>> = {
  incomeTax: (result) => result.incomeTax.amount,
  studentLoans: (result) => pence(result.studentLoan.amount + result.postgraduateLoan.amount),
  employeeNationalInsurance: (result) => result.employeeNationalInsurance.amount,
  employerNationalInsurance: (result) => result.employerNationalInsurance.amount,
  nationalInsurance: (result) => pence(result.employeeNationalInsurance.amount + result.employerNationalInsurance.amount),
};

function reasonsOf(line: BureauMonthLine, difference: Pence, check: BureauMonthInput, ours: Ours): BureauReason[] {
  switch (line) {
    case "employmentAllowance":
      return allowanceReasons(check, ours);
    case "statutoryPayRecovered":
      return recoveryReasons(check);
    case "amountDue":
      return amountReasons(check, ours);
    default:
      return payslipReasons(line, difference, check);
  }
}

/** A payslip that the bureau left out of the month, or one of another month that it put in. */
function payslipReasons(line: BureauMonthLine, difference: Pence, { months, payslips }: BureauMonthInput): BureauReason[] {
  const part = payslipParts[line];
  if (!part) return [];
  const inMonth = new Set(months.flatMap(({ payslipIds }) => payslipIds));
  const whose = ({ employeeName, result }: PaymentRecordPayslip) => `${employeeName}’s payslip of ${formatDate(result.payday)}`;
  const left = payslips.filter(({ payslipId, result }) => inMonth.has(payslipId) && part(result) === -difference && part(result) !== 0);
  const added = payslips.filter(({ payslipId, result }) => !inMonth.has(payslipId) && part(result) === difference);
  const sum = formatPence(pence(Math.abs(difference)));
  return [
    ...left.map((payslip) => ({
      id: "payslipLeftOut",
      text: `The bureau left out ${whose(payslip)}, with ${sum} of it.`,
      wayOut: "Ask the bureau whether that payday counts in another month, and whether HMRC was told about it.",
    })),
    ...added.map((payslip) => ({
      id: "payslipOfOtherMonth",
      text: `The bureau counted ${whose(payslip)} into this time, with ${sum} of it. By its payday it belongs to another.`,
      wayOut: "The payday decides the tax month: the 6th of one month to the 5th of the next. Ask the bureau which payday it told HMRC.",
    })),
  ].slice(0, 3);
}

function allowanceReasons({ bureau }: BureauMonthInput, ours: Ours): BureauReason[] {
  const theirs = bureau.figures.employmentAllowance;
  if (theirs === 0) {
    const text = `The bureau took no Employment Allowance off. You claim it, and it pays ${formatPence(ours.employmentAllowance.amount)} here.`;
    return [
      {
        id: "allowanceMissing",
        text,
        wayOut: "Ask the bureau to claim it on the next Employer Payment Summary. It can be claimed for the whole tax year.",
      },
    ];
  }
  if (ours.employmentAllowance.amount === 0) {
    const text = "The bureau took the Employment Allowance off. In your record it is not claimed, or all of it is used.";
    return [{ id: "allowanceClaimed", text, wayOut: "If the bureau has claimed it for you, record the claim under Year end." }];
  }
  if (theirs === (bureau.figures.employerNationalInsurance ?? ours.employerNationalInsurance.amount)) {
    const text = `The bureau took off all of its employer’s National Insurance, ${formatPence(theirs ?? pence(0))}.`;
    return [
      { id: "allowanceFollows", text, wayOut: "Settle the employer’s National Insurance first, and look how much of the year’s allowance is left." },
    ];
  }
  return [];
}

function recoveryReasons({ bureau, months, payslips, rates }: BureauMonthInput): BureauReason[] {
  const theirs = bureau.figures.statutoryPayRecovered;
  const inMonth = new Set(months.flatMap(({ payslipIds }) => payslipIds));
  const counted = payslips.filter(({ payslipId }) => inMonth.has(payslipId));
  const paid = pence(counted.reduce((sum, { result }) => sum + amountOfKinds(result.payLines, parentalKinds), 0));
  if (paid === 0) return [];
  const wayOut = "Small Employers’ Relief depends on National Insurance of £45,000 or less in the tax year before. Tell the bureau which holds.";
  if (theirs === 0) {
    return [
      {
        id: "recoveryMissing",
        text: `The bureau took nothing off for statutory family pay of ${formatPence(paid)}.`,
        wayOut: "Ask the bureau to claim it on the next Employer Payment Summary.",
      },
    ];
  }
  if (theirs === multiply(paid, rates.standardRecovery, "nearest")) {
    return [
      {
        id: "recoveryStandard",
        text: `The bureau took ${rates.standardRecovery / 100}% of ${formatPence(paid)}, the share without Small Employers’ Relief.`,
        wayOut,
      },
    ];
  }
  if (theirs === multiply(paid, rates.smallEmployerRecovery, "nearest")) {
    return [
      {
        id: "recoverySmall",
        text: `The bureau took ${rates.smallEmployerRecovery / 100}% of ${formatPence(paid)}, the share with Small Employers’ Relief.`,
        wayOut,
      },
    ];
  }
  if (theirs === paid) {
    return [
      {
        id: "recoveryWithoutCompensation",
        text: `The bureau took back the ${formatPence(paid)} that was paid, without the compensation on top.`,
        wayOut,
      },
    ];
  }
  return [];
}

/** The amount due that follows from the bureau's own lines, or does not. Lines that it does not show count as ours. */
function amountReasons({ bureau }: BureauMonthInput, ours: Ours): BureauReason[] {
  const shown = (line: BureauMonthLine) => bureau.figures[line] ?? ours[line].amount;
  const both = bureau.figures.nationalInsurance ?? pence(shown("employeeNationalInsurance") + shown("employerNationalInsurance"));
  const adds = pence(shown("incomeTax") + shown("studentLoans") + both - shown("employmentAllowance") - shown("statutoryPayRecovered"));
  const theirs = shown("amountDue");
  if (adds === theirs) {
    const text = "This follows from the lines above: with the bureau’s figures in them, the amount is right.";
    return [{ id: "amountFollows", text, wayOut: "Settle the other lines first." }];
  }
  const gap = pence(theirs - adds);
  const text = `The bureau’s own lines come to ${formatPence(adds)}, ${formatPence(pence(Math.abs(gap)))} ${gap < 0 ? "more" : "less"} than the amount it shows.`;
  return [{ id: "amountDoesNotAdd", text, wayOut: "Ask the bureau what else is in it: a payment brought forward, a fee or a correction." }];
}
