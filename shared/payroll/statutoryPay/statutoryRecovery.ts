import { type Explained, explain } from "../../core/explanation.ts";
import { type BasisPoints, formatPence, formatRate, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";

export interface StatutoryRecovery {
  readonly recovered: Pence;
  /** What a small employer gets on top, for the National Insurance on the payment. */
  readonly compensation: Pence;
}

/**
 * What the employer gets back of statutory family pay: 92% of it, or for a small employer all of it with compensation. Each rounded up to the penny.
 * `rate` is the whole share: 9,200 or, with compensation, 10,900. This is the rounding of the published cases; returns use recoveryOfMonth.
 * Source: HMRC, Recover statutory payments; payroll rules, section 8.
 */
export function recoverStatutoryPay(amountPaid: Pence, rate: BasisPoints, isSmallEmployer: boolean): StatutoryRecovery {
  if (!isSmallEmployer) return { recovered: multiplyRatio(amountPaid, rate, 10_000, "up"), compensation: pence(0) };
  return { recovered: amountPaid, compensation: multiplyRatio(amountPaid, Math.max(0, rate - 10_000), 10_000, "up") };
}

/** Recovery of one employee in one tax month, for the Employer Payment Summary. */
export interface MonthlyRecovery {
  readonly recovered: Pence;
  readonly compensation: Pence;
  readonly total: Explained;
}

/**
 * What the employer gets back of the family pay of one kind that one employee was paid in one tax month, in pence, at the rates of the year it was paid in:
 * 92%, or with small employers' relief all of it and compensation of 3% (2024-25), 8.5% (2025-26) or 9% (2026-27). Nearest penny, for employee and month.
 * Statutory sick pay is never recovered. Source: payroll rules, section 8 (the rounding is its suggestion: no source states one).
 */
export function recoveryOfMonth(
  amountPaid: Pence,
  isSmallEmployer: boolean,
  rates: Pick<TaxYearRates, "taxYear" | "statutoryParentalPay">,
): MonthlyRecovery {
  const { standardRecovery, smallEmployerRecovery, sources } = rates.statutoryParentalPay;
  const rule = { name: "Recovery of statutory pay", source: sources[0], ratesYear: rates.taxYear };
  if (!isSmallEmployer) {
    const recovered = multiplyRatio(amountPaid, standardRecovery, 10_000, "nearest");
    const text = `${formatRate(standardRecovery)} of ${formatPence(amountPaid)} comes back from HMRC.`;
    return { recovered, compensation: pence(0), total: explain(rule, [{ text, amount: recovered }]) };
  }
  const share = (smallEmployerRecovery - 10_000) as BasisPoints;
  const compensation = multiplyRatio(amountPaid, share, 10_000, "nearest");
  const lines = [
    { text: `A small employer gets back all of ${formatPence(amountPaid)}.`, amount: amountPaid },
    { text: `And ${formatRate(share)} of it for the National Insurance on it.`, amount: compensation },
  ];
  return { recovered: amountPaid, compensation, total: explain(rule, lines) };
}
