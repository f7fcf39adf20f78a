import * as z from "zod";
import { TaxCodeText } from "../../../shared/contract/employmentAnswers.ts";
import type { CorrectFacts } from "../../../shared/contract/payCorrections.ts";
import { type Minutes, minutes } from "../../../shared/core/minutes.ts";
import { type Pence, parsePence, pence } from "../../../shared/core/money.ts";
import { moneyText, optionalText, requiredText } from "../../../shared/core/text.ts";
import type { PayLine, PayslipResult } from "../../../shared/payroll/types.ts";
import { optionalMoneyText, typedHours, typedPounds } from "../../../shared/people/typedText.ts";
import { NationalInsuranceCategory } from "../../../shared/rates/payTerms.ts";
import { hoursText } from "../../components/formSchemas.ts";

type LineFacts = NonNullable<z.input<typeof CorrectFacts>["lines"]>[number];
type LineAnswer = Omit<LineFacts, "index">;

/** What was wrong on a finished payslip, and the right facts. */
export interface AskedCorrection {
  readonly payslipId: string;
  readonly reason: string;
  readonly facts: z.input<typeof CorrectFacts>;
}

/** How a pay line is put right: its time and rate, its count and rate, or its amount. */
export function shapeOf({ kind, minutes: time, units, ratePence }: PayLine): "time" | "units" | "amount" {
  if (ratePence === null) return "amount";
  if (time !== null && (kind === "hours" || kind === "timeAwake" || kind === "overtime")) return "time";
  return units === null ? "amount" : "units";
}

/** The name of a line's answers in the form. */
export const lineName = (index: number): string => `line${index}`;

const unitsText = z.string().transform((text, context): number => {
  const clean = text.trim();
  if (/^\d{1,5}(\.\d{1,2})?$/.test(clean)) return Number(clean);
  context.addIssue({ code: "custom", message: clean === "" ? "Enter how many" : `"${clean}" is not a number. Write it like 3 or 12.5` });
  return z.NEVER;
});

/** An amount that may be below zero, as a line that took something back. */
const signedMoneyText = z.string().transform((text, context): Pence => {
  const amount = parsePence(text);
  if (amount !== undefined) return amount;
  context.addIssue({ code: "custom", message: text.trim() === "" ? "Enter the amount" : `"${text.trim()}" is not an amount. Write it like 12.50` });
  return z.NEVER;
});

const shapes = {
  time: z
    .object({ hours: hoursText("Enter the hours"), rate: moneyText("Enter the rate") })
    .transform(({ hours, rate }): LineAnswer => ({ minutes: minutes(hours), ratePence: rate })),
  units: z.object({ units: unitsText, rate: moneyText("Enter the rate") }).transform(({ units, rate }): LineAnswer => ({ units, ratePence: rate })),
  amount: z.object({ amount: signedMoneyText }).transform(({ amount }): LineAnswer => ({ amountPence: amount })),
};

const asItWas = "asItWas";
const yesNo = z.enum([asItWas, "yes", "no"]);

/** The form that puts one payslip right. */
export function correctionSchema(lines: readonly PayLine[]) {
  const answers = Object.fromEntries(lines.map((line, index) => [lineName(index), shapes[shapeOf(line)]]));
  return z
    .object({
      reason: requiredText("Say what was wrong", 400),
      lines: z.object(answers as Record<string, z.ZodType<LineAnswer, Record<string, string>>>),
      newLabel: optionalText(80),
      newHours: z.string(),
      newRate: optionalMoneyText(),
      taxCode: TaxCodeText,
      isWeek1Month1: z.boolean(),
      category: z.enum(NationalInsuranceCategory.options),
      studentLoanPlan: z.enum([asItWas, "none", "1", "2", "4", "5"]),
      postgraduateLoan: yesNo,
    })
    .superRefine(({ newHours, newRate, newLabel }, context) => {
      if (newHours.trim() === "" && newRate === null && newLabel === "") return;
      const hours = hoursText("Enter the hours left out").safeParse(newHours);
      const add = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if (!hours.success) add("newHours", hours.error.issues[0]?.message ?? "Enter the hours left out");
      if (newRate === null) add("newRate", "Enter the rate of the hours left out");
      if (newLabel === "") add("newLabel", "Say what the hours were");
    });
}

type CorrectionAnswers = z.output<ReturnType<typeof correctionSchema>>;

/** What the form begins with: everything as it stands on the payslip. */
export function startOf({ payLines, taxCode, isWeek1Month1, niBands }: PayslipResult): Record<string, unknown> {
  const lines = payLines.map((line, index) => [
    lineName(index),
    {
      hours: typedHours(line.minutes),
      units: line.units === null ? "" : String(line.units),
      rate: typedPounds(line.ratePence),
      amount: typedPounds(line.amount),
    },
  ]);
  return {
    reason: "",
    lines: Object.fromEntries(lines),
    newLabel: "",
    newHours: "",
    newRate: "",
    taxCode,
    isWeek1Month1,
    category: niBands.category,
    studentLoanPlan: asItWas,
    postgraduateLoan: asItWas,
  };
}

/** Only the facts that differ from the payslip. */
export function factsOf(answers: CorrectionAnswers, sealed: PayslipResult): z.input<typeof CorrectFacts> {
  const lines = sealed.payLines.flatMap((line, index) => changeOf(line, index, answers.lines[lineName(index)]) ?? []);
  const { newHours, newRate, newLabel, taxCode, isWeek1Month1, category, studentLoanPlan, postgraduateLoan } = answers;
  const time = hoursText("").safeParse(newHours);
  return {
    lines,
    newLines:
      time.success && newRate !== null ? [{ label: newLabel, minutes: minutes(time.data), ratePence: newRate, planLineId: planLineOf(sealed) }] : [],
    ...(taxCode !== sealed.taxCode && { taxCode }),
    ...(isWeek1Month1 !== sealed.isWeek1Month1 && { isWeek1Month1 }),
    ...(category !== sealed.niBands.category && { nationalInsuranceCategory: category }),
    ...(studentLoanPlan !== asItWas && { studentLoanPlan: studentLoanPlan === "none" ? null : studentLoanPlan }),
    ...(postgraduateLoan !== asItWas && { hasPostgraduateLoan: postgraduateLoan === "yes" }),
  };
}

const planLineOf = ({ payLines }: PayslipResult) => payLines.find(({ planLineId }) => planLineId !== null)?.planLineId ?? null;

function changeOf(line: PayLine, index: number, answer: LineAnswer | undefined): LineFacts | undefined {
  if (!answer) return undefined;
  const isSame = (now: Minutes | number | undefined, before: number | null) => now === undefined || now === before;
  const { minutes: time, units, ratePence, amountPence } = answer;
  if (isSame(time, line.minutes) && isSame(units, line.units) && isSame(ratePence, line.ratePence) && isSame(amountPence, pence(line.amount))) {
    return undefined;
  }
  return { index, ...answer };
}
