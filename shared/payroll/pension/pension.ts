import { type Explained, explain } from "../../core/explanation.ts";
import { type BasisPoints, between, formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { PensionRates } from "../../rates/taxYearRates.ts";
import type { PayFrequency, PensionEarningsBasis, PensionTaxTreatment } from "../types.ts";

export interface PensionInput {
  /** Pay of this period before any deduction. */
  readonly earnings: Pence;
  readonly payFrequency: PayFrequency;
  readonly taxTreatment: PensionTaxTreatment;
  readonly earningsBasis: PensionEarningsBasis;
  /** The employee's share, tax relief included. */
  readonly employeeRate: BasisPoints;
  readonly employerRate: BasisPoints;
}

export interface PensionContributions {
  readonly pensionableEarnings: Pence;
  /** Taken from pay: the whole share under net pay, 80% of it under relief at source. */
  readonly employee: Explained;
  /** What the scheme claims from HMRC on top, under relief at source. */
  readonly taxRelief: Pence;
  readonly employer: Explained;
}

/** Pay between the lower and the upper limit of qualifying earnings. Source: Pensions Act 2008, section 13. */
export function qualifyingEarnings(earnings: Pence, payFrequency: PayFrequency, rates: PensionRates): Pence {
  return between(earnings, rates.lowerQualifyingEarnings[payFrequency], rates.upperQualifyingEarnings[payFrequency]);
}

/**
 * Workplace pension contributions of one period, each to the nearest penny (the scheme's own rule wins where it differs).
 * Source: Pensions Act 2008, sections 13 and 20; payroll rules, section 10.
 */
export function calculatePension(input: PensionInput, rates: { readonly taxYear: string; readonly pension: PensionRates }): PensionContributions {
  const { earnings, payFrequency, taxTreatment, earningsBasis, employeeRate, employerRate } = input;
  const rule = { name: "Workplace pension", source: rates.pension.sources[0], ratesYear: rates.taxYear };
  const isBand = earningsBasis === "qualifyingEarnings";
  const pensionableEarnings = isBand ? qualifyingEarnings(earnings, payFrequency, rates.pension) : earnings;
  const lower = rates.pension.lowerQualifyingEarnings[payFrequency];
  const upper = rates.pension.upperQualifyingEarnings[payFrequency];
  const told = isBand
    ? `Pay between ${formatPence(lower)} and ${formatPence(upper)} counts for the pension: ${formatPence(pensionableEarnings)}.`
    : `All pay counts for the pension: ${formatPence(pensionableEarnings)}.`;

  const whole = multiply(pensionableEarnings, employeeRate, "nearest");
  const relief = taxTreatment === "reliefAtSource" ? pence(whole - multiply(whole, pensionShare(rates.pension), "nearest")) : pence(0);
  const employeeLines = [{ text: told }, { text: `${formatRate(employeeRate)} of that is the employee's share.`, amount: whole }];
  if (relief !== 0) {
    const text = `The scheme claims ${formatPence(relief)} of it from HMRC as tax relief, so that is not taken from pay.`;
    employeeLines.push({ text, amount: pence(-relief) });
  } else if (taxTreatment === "netPay" && whole !== 0) {
    employeeLines.push({ text: "It is taken before income tax, so the tax relief comes at once." });
  }

  const employer = multiply(pensionableEarnings, employerRate, "nearest");
  return {
    pensionableEarnings,
    employee: explain(rule, employeeLines),
    taxRelief: relief,
    employer: explain(rule, [{ text: told }, { text: `${formatRate(employerRate)} of that is the employer's share.`, amount: employer }]),
  };
}

const pensionShare = (rates: PensionRates) => (10_000 - rates.basicRateRelief) as BasisPoints;
