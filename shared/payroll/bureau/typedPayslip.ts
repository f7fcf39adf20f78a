import * as z from "zod";
import { explain } from "../../core/explanation.ts";
import { formatMinutes, Minutes, minutes } from "../../core/minutes.ts";
import { BasisPoints, formatPence, multiplyRatio, Pence, pence } from "../../core/money.ts";
import { addMonths, PlainDate } from "../../core/plainDate.ts";
import { requiredText } from "../../core/text.ts";
import { payPeriodAt } from "../payRun/payRun.ts";
import { startOfYear } from "../payslip/yearToDate.ts";
import {
  NationalInsuranceCategory,
  PayFrequency,
  type PayLine,
  type PayslipInput,
  PensionEarningsBasis,
  PensionTaxTreatment,
  StudentLoanPlan,
} from "../types.ts";

const noPence = Pence.min(0).default(pence(0));

/** What a payslip is worked out from when it is typed instead of taken from a pay run. Pay of the year so far is from before this payslip. */
export const TypedPayslip = z.strictObject({
  employeeName: requiredText("Enter whose payslip it is", 80),
  payday: PlainDate,
  payFrequency: PayFrequency,
  /** Null: the letter is believed without looking at the age. */
  dateOfBirth: PlainDate.nullable().default(null),
  hours: z
    .array(
      z.strictObject({
        label: requiredText("Say what the hours are for", 80),
        minutes: Minutes.min(1).max(60 * 24 * 31),
        ratePence: Pence.min(1).max(1_000_00),
      }),
    )
    .max(10),
  /** Other pay that counts for tax and National Insurance. */
  otherPay: noPence,
  /** Mileage and expenses, paid without tax. */
  nonTaxable: noPence,
  taxCode: z.string().trim().min(1, "Enter the tax code").max(20),
  isWeek1Month1: z.boolean().default(false),
  nationalInsuranceCategory: NationalInsuranceCategory,
  studentLoanPlan: StudentLoanPlan.nullable().default(null),
  hasPostgraduateLoan: z.boolean().default(false),
  pension: z
    .strictObject({
      taxTreatment: PensionTaxTreatment,
      earningsBasis: PensionEarningsBasis,
      employeeRate: BasisPoints.min(0),
      employerRate: BasisPoints.min(0),
    })
    .nullable()
    .default(null),
  taxablePayBefore: noPence,
  incomeTaxBefore: Pence.default(pence(0)),
});
export type TypedPayslip = z.infer<typeof TypedPayslip>;

const contract = { name: "Gross pay", source: "The hours and rates that were typed" };

/** The input of a payslip from what was typed: hours times rate to the nearest penny, code, letter, loans, pension and the year so far. Pence. */
export function typedPayslipInput(typed: TypedPayslip): PayslipInput {
  const { payday, payFrequency, pension } = typed;
  const { periodFrom } = payPeriodAt({ payFrequency, firstPeriodFrom: payday, firstPayday: payday }, -1);
  return {
    payday,
    periodFrom,
    periodTo: payday,
    payFrequency,
    employeeName: typed.employeeName,
    dateOfBirth: typed.dateOfBirth ?? bornForLetter(typed.nationalInsuranceCategory, payday),
    startedOn: periodFrom,
    leftOn: null,
    taxSetting: { code: typed.taxCode, isWeek1Month1: typed.isWeek1Month1 },
    nationalInsuranceCategory: typed.nationalInsuranceCategory,
    studentLoanPlan: typed.studentLoanPlan,
    hasPostgraduateLoan: typed.hasPostgraduateLoan,
    pension: pension
      ? { status: "member", ...pension }
      : {
          status: "notMember",
          taxTreatment: "reliefAtSource",
          earningsBasis: "qualifyingEarnings",
          employeeRate: 0 as BasisPoints,
          employerRate: 0 as BasisPoints,
        },
    payLines: [
      ...typed.hours.map(hoursLine),
      ...(typed.otherPay === 0 ? [] : [sumLine("adjustment", "Other pay", typed.otherPay)]),
      ...(typed.nonTaxable === 0 ? [] : [sumLine("expenses", "Mileage and expenses", typed.nonTaxable)]),
    ],
    otherDeductions: [],
    orders: [],
    earlierInEarningsPeriod: null,
    pensionRefund: null,
    yearToDate: { ...startOfYear(), taxablePay: typed.taxablePayBefore, grossPay: typed.taxablePayBefore, incomeTax: typed.incomeTaxBefore },
  };
}

function hoursLine({ label, minutes: time, ratePence }: TypedPayslip["hours"][number]): PayLine {
  const amount = multiplyRatio(ratePence, time, 60, "nearest");
  const text = `${label}: ${formatMinutes(minutes(time))} at ${formatPence(ratePence)} an hour.`;
  return {
    kind: "hours",
    label,
    minutes: time,
    units: null,
    ratePence,
    amount,
    planLineId: null,
    explanation: explain(contract, [{ text, amount }]),
  };
}

function sumLine(kind: "adjustment" | "expenses", label: string, amount: Pence): PayLine {
  const explanation = explain(contract, [{ text: `${label}.`, amount }]);
  return { kind, label, minutes: null, units: null, ratePence: null, amount, planLineId: null, explanation };
}

/** A date of birth that the letter fits, in years before the payday, where none was typed. Source: payroll rules, section 5.3. */
function bornForLetter(category: NationalInsuranceCategory, payday: PlainDate): PlainDate {
  const age = { C: 75, K: 75, S: 75, M: 19, Z: 19, H: 22, X: 15 }[category as string] ?? 40;
  return addMonths(payday, -12 * age);
}
