import { type Explained, explain } from "../../core/explanation.ts";
import { type BasisPoints, basisPoints, between, formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { PensionRates } from "../../rates/taxYearRates.ts";
import type { PayFrequency, PensionEarningsBasis, PensionTaxTreatment } from "../types.ts";

export interface PensionInput {
  /** Pay of this period before any deduction. */
  readonly earnings: Pence;
  /** Basic pay within it, for a scheme that goes by basic pay. Left out: all of it. */
  readonly basicPay?: Pence;
  readonly payFrequency: PayFrequency;
  readonly taxTreatment: PensionTaxTreatment;
  readonly earningsBasis: PensionEarningsBasis;
  /** The employee's share, tax relief included. */
  readonly employeeRate: BasisPoints;
  readonly employerRate: BasisPoints;
  /** How the scheme rounds to the penny. Left out: to the nearest. */
  readonly rounding?: "nearest" | "down" | "up" | undefined;
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
 * Workplace pension contributions of one period, in pence, each to the nearest penny unless the scheme has a rule of its own. Under relief at source
 * 80% of the employee's share is taken from pay and the scheme claims the rest; under net pay all of it is taken, before tax.
 * Source: Pensions Act 2008, sections 13 and 20; payroll rules, section 10.
 */
export function calculatePension(input: PensionInput, rates: { readonly taxYear: string; readonly pension: PensionRates }): PensionContributions {
  const { taxTreatment, employeeRate, employerRate, rounding = "nearest" } = input;
  const rule = { name: "Workplace pension", source: rates.pension.sources[0], ratesYear: rates.taxYear };
  const { pensionableEarnings, told } = pensionableOf(input, rates.pension);

  const whole = multiply(pensionableEarnings, employeeRate, rounding);
  const relief = taxTreatment === "reliefAtSource" ? pence(whole - multiply(whole, afterRelief(rates.pension), rounding)) : pence(0);
  const employeeLines = [{ text: told }, { text: `${formatRate(employeeRate)} of that is the employee's share.`, amount: whole }];
  if (relief !== 0) {
    const text = `The scheme claims ${formatPence(relief)} of it from HMRC as tax relief, so that is not taken from pay.`;
    employeeLines.push({ text, amount: pence(-relief) });
  } else if (taxTreatment === "netPay" && whole !== 0) {
    employeeLines.push({ text: "It is taken before income tax, so the tax relief comes at once." });
  }

  const employer = multiply(pensionableEarnings, employerRate, rounding);
  return {
    pensionableEarnings,
    employee: explain(rule, employeeLines),
    taxRelief: relief,
    employer: explain(rule, [{ text: told }, { text: `${formatRate(employerRate)} of that is the employer's share.`, amount: employer }]),
  };
}

/** The share of a contribution that is left when basic-rate relief is off it. */
const afterRelief = (rates: PensionRates) => basisPoints(10_000 - rates.basicRateRelief);

function pensionableOf({ earnings, basicPay = earnings, payFrequency, earningsBasis }: PensionInput, rates: PensionRates) {
  switch (earningsBasis) {
    case "qualifyingEarnings": {
      const pensionableEarnings = qualifyingEarnings(earnings, payFrequency, rates);
      const lower = formatPence(rates.lowerQualifyingEarnings[payFrequency]);
      const upper = formatPence(rates.upperQualifyingEarnings[payFrequency]);
      return { pensionableEarnings, told: `Pay between ${lower} and ${upper} counts for the pension: ${formatPence(pensionableEarnings)}.` };
    }
    case "basicPay":
      return { pensionableEarnings: basicPay, told: `Basic pay counts for the pension: ${formatPence(basicPay)}.` };
    case "allEarnings":
      return { pensionableEarnings: earnings, told: `All pay counts for the pension: ${formatPence(earnings)}.` };
  }
}
