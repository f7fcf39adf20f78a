import { basisPoints, formatPence, formatRate, pence } from "../../core/money.ts";
import { calculatePension, type PensionInput } from "../pension/pension.ts";
import type { PayFrequency } from "../types.ts";
import type { BureauBase, BureauVariant } from "./bureauVariant.ts";

/**
 * Ways in which a bureau's pension contributions come to another sum: none taken, all pay instead of the band of qualifying earnings, tax relief not taken off,
 * the band of another pay interval, the shares changed over, the legal minimum. Pence. Source: payroll rules, section 10.
 */
export function pensionVariants(base: BureauBase): BureauVariant[] {
  const { input } = base;
  if (input.earlierInEarningsPeriod !== null || input.pensionRefund !== null) return [];
  return input.pension.status === "member" ? memberVariants(base) : nonMemberVariants(base);
}

type Change = Partial<Pick<PensionInput, "earningsBasis" | "employeeRate" | "employerRate" | "payFrequency" | "taxTreatment" | "rounding">>;

function shares({ input, rates, figures }: BureauBase, change: Change) {
  const { taxTreatment, earningsBasis, employeeRate, employerRate, rounding } = input.pension;
  const own = { taxTreatment, earningsBasis, employeeRate, employerRate, rounding, payFrequency: input.payFrequency, earnings: figures.grossPay };
  const { employee, employer, taxRelief } = calculatePension({ ...own, ...change }, rates);
  return { employee: employee.amount, employer: employer.amount, whole: pence(employee.amount + taxRelief) };
}

/** The figures with other contributions; under net pay the taxable pay moves with them. */
function linesOf({ input, figures }: BureauBase, employee: number, employer: number) {
  const isNetPay = input.pension.taxTreatment === "netPay";
  return {
    employeePension: pence(employee),
    employerPension: pence(employer),
    ...(isNetPay ? { taxablePay: pence(figures.grossPay - employee) } : {}),
  };
}

const intervals: readonly { readonly payFrequency: PayFrequency; readonly words: string }[] = [
  { payFrequency: "weekly", words: "one week" },
  { payFrequency: "fortnightly", words: "two weeks" },
  { payFrequency: "fourWeekly", words: "four weeks" },
  { payFrequency: "monthly", words: "a month" },
];

function memberVariants(base: BureauBase): BureauVariant[] {
  const { input, figures } = base;
  const { pension } = input;
  const variant = (id: string, change: Change, text: string, wayOut: string): BureauVariant => {
    const { employee, employer } = shares(base, change);
    return { id, lines: linesOf(base, employee, employer), text, wayOut };
  };
  const { employee, employer, whole } = shares(base, {});
  const band = `Pay between ${formatPence(base.rates.pension.lowerQualifyingEarnings[input.payFrequency])} and ${formatPence(base.rates.pension.upperQualifyingEarnings[input.payFrequency])} counts`;
  const found: BureauVariant[] = [
    {
      id: "pensionMissing",
      lines: linesOf(base, 0, 0),
      text: `The bureau took no pension. By your record ${input.employeeName} is a member and pays ${formatPence(figures.employeePension)}.`,
      wayOut: "Tell the bureau from which day the person is in the pension, or record here that they left it.",
    },
    ...(whole === employee
      ? []
      : [
          {
            id: "reliefNotTakenOff",
            lines: linesOf(base, whole, employer),
            text: `The bureau took the whole ${formatRate(pension.employeeRate)}, ${formatPence(whole)}. The scheme claims ${formatPence(pence(whole - employee))} of it as tax relief, so only ${formatPence(employee)} comes from pay.`,
            wayOut: "Ask the pension scheme how it gives tax relief, and tell the bureau.",
          },
        ]),
    ...(pension.earningsBasis === "qualifyingEarnings"
      ? [
          variant(
            "allPay",
            { earningsBasis: "allEarnings" },
            `The bureau counted all pay for the pension. ${band} by your record.`,
            "Look in the papers of the pension scheme which pay counts.",
          ),
        ]
      : [
          variant(
            "bandOnly",
            { earningsBasis: "qualifyingEarnings" },
            `The bureau counted only part of the pay for the pension. ${band} in a scheme of that kind; by your record all pay counts.`,
            "Look in the papers of the pension scheme which pay counts.",
          ),
        ]),
    ...intervals
      .filter(({ payFrequency }) => payFrequency !== input.payFrequency)
      .map(({ payFrequency, words }) =>
        variant(
          "pensionInterval",
          { payFrequency },
          `The bureau used the pension limits for ${words}. ${band} here.`,
          "Tell the bureau how often you pay.",
        ),
      ),
    variant(
      "sharesSwapped",
      { employeeRate: pension.employerRate, employerRate: pension.employeeRate },
      `The bureau changed the two shares over: ${formatRate(pension.employerRate)} from pay and ${formatRate(pension.employeeRate)} from you.`,
      "Tell the bureau which share is the employer’s.",
    ),
    variant(
      "legalMinimum",
      {
        employeeRate: basisPoints(base.rates.pension.minimumTotal - base.rates.pension.minimumEmployer),
        employerRate: base.rates.pension.minimumEmployer,
      },
      `The bureau used the legal minimum: ${formatRate(basisPoints(base.rates.pension.minimumTotal - base.rates.pension.minimumEmployer))} from pay and ${formatRate(base.rates.pension.minimumEmployer)} from you. You have ${formatRate(pension.employeeRate)} and ${formatRate(pension.employerRate)}.`,
      "Tell the bureau the shares that were agreed.",
    ),
  ];
  for (const rounding of ["down", "up"] as const) {
    found.push(
      variant(
        "pensionRounding",
        { rounding },
        `The bureau rounds the pension ${rounding} to the penny.`,
        "This is a penny. Pay the scheme what its own statement asks for.",
      ),
    );
  }
  return found;
}

function nonMemberVariants(base: BureauBase): BureauVariant[] {
  const { minimumTotal, minimumEmployer } = base.rates.pension;
  const employeeRate = basisPoints(minimumTotal - minimumEmployer);
  return (["reliefAtSource", "netPay"] as const).map((taxTreatment) => {
    const { employee, employer } = shares(base, { taxTreatment, employeeRate, employerRate: minimumEmployer, earningsBasis: "qualifyingEarnings" });
    return {
      id: "pensionTakenFromNonMember",
      lines: { ...linesOf(base, employee, employer), ...(taxTreatment === "netPay" ? { taxablePay: pence(base.figures.grossPay - employee) } : {}) },
      text: `The bureau took the legal minimum for a pension. By your record ${base.input.employeeName} is not a member.`,
      wayOut: "Ask the pension scheme whether the person is a member, then put the record or the payslip right.",
    };
  });
}
