import * as z from "zod";
import { type Minutes, minutes } from "../../../shared/core/minutes.ts";
import { basisPoints, type Pence, parsePence, pence } from "../../../shared/core/money.ts";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import { BureauLine, type BureauPayslip } from "../../../shared/payroll/bureau/bureauPayslip.ts";
import type { TypedPayslip } from "../../../shared/payroll/bureau/typedPayslip.ts";
import { NationalInsuranceCategory, PayFrequency, StudentLoanPlan } from "../../../shared/rates/payTerms.ts";
import type { Input } from "../../api/client.ts";
import { shownAmount, typedAmount } from "./figureFields.tsx";

export type CheckInput = Input<"bureau.checkPayslip">;

const figures = z.object(Object.fromEntries(BureauLine.options.map((line) => [line, shownAmount])) as Record<BureauLine, typeof shownAmount>);

/** Everything on the form as it is typed; only what belongs to the chosen way of comparing has to be there. */
export const PayslipForm = z
  .object({
    kind: z.enum(["payslip", "draft", "typed"], { error: "Choose what to compare with" }),
    payslipId: z.string().optional(),
    draftId: z.string().optional(),
    typed: z.object({
      engagementId: z.string().optional(),
      employeeName: z.string().optional(),
      payday: z.string().optional(),
      payFrequency: z.string().optional(),
      hours: z.string().optional(),
      rate: z.string().optional(),
      otherPay: z.string().optional(),
      nonTaxable: z.string().optional(),
      taxCode: z.string().optional(),
      isWeek1Month1: z.boolean().optional(),
      letter: z.string().optional(),
      plan: z.string().optional(),
      hasPostgraduateLoan: z.boolean().optional(),
      isMember: z.boolean().optional(),
      employeeRate: z.string().optional(),
      employerRate: z.string().optional(),
      taxablePayBefore: z.string().optional(),
      incomeTaxBefore: z.string().optional(),
    }),
    figures,
    taxCode: z.string(),
    nationalInsuranceCategory: z.string(),
  })
  .transform((form, context): CheckInput => {
    const problem = (path: string, message: string) => {
      context.addIssue({ code: "custom", path: path.split("."), message });
    };
    const letter = form.nationalInsuranceCategory.trim().toUpperCase();
    if (!/^[A-Z]?$/.test(letter)) problem("nationalInsuranceCategory", "A National Insurance letter is one letter, like A");
    const bureau: BureauPayslip = { figures: form.figures, taxCode: form.taxCode.trim() || null, nationalInsuranceCategory: letter || null };
    if (form.kind === "payslip") {
      if (!form.payslipId) problem("payslipId", "Choose the payslip");
      return { against: { kind: "payslip", payslipId: form.payslipId ?? "" }, bureau };
    }
    if (form.kind === "draft") {
      if (!form.draftId) problem("draftId", "Choose the person");
      return { against: { kind: "draft", engagementId: form.draftId ?? "" }, bureau };
    }
    const engagementId = form.typed.engagementId || null;
    return { against: { kind: "typed", engagementId, typed: typedOf(form.typed, problem) }, bureau };
  });

type TypedForm = { readonly [Name in string]?: string | boolean | undefined };

/** The typed payslip; every box that cannot be understood is named. */
function typedOf(typed: TypedForm, problem: (path: string, message: string) => void): TypedPayslip {
  const text = (name: string) => String(typed[name] ?? "").trim();
  const sum = (name: string, empty: Pence): Pence => {
    if (text(name) === "") return empty;
    const amount = parsePence(text(name));
    if (amount === undefined) problem(`typed.${name}`, `"${text(name)}" is not an amount. Write it like 12.50`);
    return amount ?? empty;
  };
  const share = (name: string): number => {
    const match = /^(\d{1,2})(?:\.(\d{1,2}))?\s*%?$/.exec(text(name));
    if (!match) problem(`typed.${name}`, "Enter a share of pay, like 5 or 3.5");
    return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : 0;
  };
  const payday = PlainDate.safeParse(text("payday"));
  if (!payday.success) problem("typed.payday", "Enter the payday");
  if (text("employeeName") === "") problem("typed.employeeName", "Enter whose payslip it is");
  if (text("taxCode") === "") problem("typed.taxCode", "Enter your assistant’s tax code");
  const frequency = PayFrequency.safeParse(text("payFrequency"));
  if (!frequency.success) problem("typed.payFrequency", "Choose how often you pay");
  const letter = NationalInsuranceCategory.safeParse(text("letter").toUpperCase());
  if (!letter.success) problem("typed.letter", "Enter the National Insurance letter, like A");
  const plan = StudentLoanPlan.safeParse(text("plan"));
  const time = hoursOf(text("hours"));
  if (time === undefined) problem("typed.hours", "Enter the hours, like 48 or 48.5");
  const rate = sum("rate", pence(0));
  if (time !== undefined && time > 0 && rate <= 0) problem("typed.rate", "Enter the rate of pay an hour");
  const isMember = typed.isMember === true;
  return {
    employeeName: text("employeeName"),
    payday: payday.success ? payday.data : ("2026-04-06" as PlainDate),
    payFrequency: frequency.success ? frequency.data : "monthly",
    dateOfBirth: null,
    hours: time !== undefined && time > 0 && rate > 0 ? [{ label: "Hours", minutes: time, ratePence: rate }] : [],
    otherPay: sum("otherPay", pence(0)),
    nonTaxable: sum("nonTaxable", pence(0)),
    taxCode: text("taxCode"),
    isWeek1Month1: typed.isWeek1Month1 === true,
    nationalInsuranceCategory: letter.success ? letter.data : "A",
    studentLoanPlan: plan.success ? plan.data : null,
    hasPostgraduateLoan: typed.hasPostgraduateLoan === true,
    pension: isMember
      ? {
          taxTreatment: "reliefAtSource",
          earningsBasis: "qualifyingEarnings",
          employeeRate: basisPoints(share("employeeRate")),
          employerRate: basisPoints(share("employerRate")),
        }
      : null,
    taxablePayBefore: sum("taxablePayBefore", pence(0)),
    incomeTaxBefore: sum("incomeTaxBefore", pence(0)),
  };
}

/** "48", "48.5" or "48:30" as minutes; empty is none. */
function hoursOf(text: string): Minutes | undefined {
  if (text === "") return minutes(0);
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return minutes(Number(clock[1]) * 60 + Number(clock[2]));
  const decimal = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text);
  if (!decimal) return undefined;
  const hundredths = Number(decimal[1]) * 100 + Number((decimal[2] ?? "").padEnd(2, "0"));
  return minutes(Math.round((hundredths * 60) / 100));
}

/** What is known of a person as the boxes of the form show it. */
export function typedFields(known: TypedPayslip): Readonly<Record<string, string | boolean>> {
  return {
    employeeName: known.employeeName,
    payFrequency: known.payFrequency,
    rate: known.hours[0] ? typedAmount(known.hours[0].ratePence) : "",
    taxCode: known.taxCode,
    isWeek1Month1: known.isWeek1Month1,
    letter: known.nationalInsuranceCategory,
    plan: known.studentLoanPlan ?? "",
    hasPostgraduateLoan: known.hasPostgraduateLoan,
    isMember: known.pension !== null,
    employeeRate: known.pension ? String(known.pension.employeeRate / 100) : "",
    employerRate: known.pension ? String(known.pension.employerRate / 100) : "",
    taxablePayBefore: typedAmount(known.taxablePayBefore),
    incomeTaxBefore: typedAmount(known.incomeTaxBefore),
  };
}
