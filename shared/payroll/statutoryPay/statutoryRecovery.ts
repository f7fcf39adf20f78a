import { type BasisPoints, multiplyRatio, type Pence, pence } from "../../core/money.ts";

export interface StatutoryRecovery {
  readonly recovered: Pence;
  /** What a small employer gets on top, for the National Insurance on the payment. */
  readonly compensation: Pence;
}

/**
 * What the employer gets back of statutory family pay: 92% of it, or for a small employer all of it with compensation. Each rounded up to the penny.
 * `rate` is the whole share: 9,200 or, with compensation, 10,900. Source: HMRC, Recover statutory payments; payroll rules, section 8.
 */
export function recoverStatutoryPay(amountPaid: Pence, rate: BasisPoints, isSmallEmployer: boolean): StatutoryRecovery {
  if (!isSmallEmployer) return { recovered: multiplyRatio(amountPaid, rate, 10_000, "up"), compensation: pence(0) };
  return { recovered: amountPaid, compensation: multiplyRatio(amountPaid, Math.max(0, rate - 10_000), 10_000, "up") };
}
