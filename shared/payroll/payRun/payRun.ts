import * as z from "zod";
import { Explained } from "../../core/explanation.ts";
import { RecordId } from "../../core/identifiers.ts";
import { Pence } from "../../core/money.ts";
import { addDays, addMonths, daysBetween, PlainDate } from "../../core/plainDate.ts";
import { PayFrequency } from "../../rates/payTerms.ts";
import { periodSpan } from "../incomeTax/taxPeriod.ts";

export const PayRunKind = z.enum(["regular", "extra", "correction"]);
export type PayRunKind = z.infer<typeof PayRunKind>;

/** Days that one pay run pays for, both included, and the day wages are paid. */
export const PayPeriod = z.object({ periodFrom: PlainDate, periodTo: PlainDate, payday: PlainDate });
export type PayPeriod = z.infer<typeof PayPeriod>;

/** A pay run. A finished one is locked for good. */
export const PayRun = PayPeriod.extend({
  id: RecordId,
  employerId: RecordId,
  kind: PayRunKind,
  payFrequency: PayFrequency,
  taxYear: z.string(),
  state: z.enum(["draft", "finished"]),
  finishedAt: z.string().nullable(),
  ratesVersion: z.string().nullable(),
  note: z.string(),
  /** The finished run that a correction run puts right. */
  correctsPayRunId: RecordId.nullable().default(null),
  /** A finished run taken back before its payday: nothing of it counts, and its time is paid by another run. */
  withdrawnOn: PlainDate.nullable().default(null),
});
export type PayRun = z.infer<typeof PayRun>;

/** The employer's rhythm: the first period and its payday; later ones follow from the frequency. */
export interface PayRhythm {
  readonly payFrequency: PayFrequency;
  readonly firstPeriodFrom: PlainDate;
  readonly firstPayday: PlainDate;
}

/** The pay period of a rhythm by its number, counted from 0. Source: the contract. */
export function payPeriodAt({ payFrequency, firstPeriodFrom, firstPayday }: PayRhythm, index: number): PayPeriod {
  if (payFrequency === "monthly") {
    const periodFrom = addMonths(firstPeriodFrom, index);
    return { periodFrom, periodTo: addDays(addMonths(firstPeriodFrom, index + 1), -1), payday: addMonths(firstPayday, index) };
  }
  const days = periodSpan[payFrequency] * 7;
  const periodFrom = addDays(firstPeriodFrom, index * days);
  return { periodFrom, periodTo: addDays(periodFrom, days - 1), payday: addDays(firstPayday, index * days) };
}

/** The first period that ends after the last paid day; the very first one when nobody was paid yet. Source: the contract. */
export function nextPayPeriod(rhythm: PayRhythm, lastPaidDay: PlainDate | undefined): PayPeriod {
  if (lastPaidDay === undefined) return payPeriodAt(rhythm, 0);
  const shortest = rhythm.payFrequency === "monthly" ? 31 : periodSpan[rhythm.payFrequency] * 7;
  let index = Math.max(0, Math.floor(daysBetween(rhythm.firstPeriodFrom, lastPaidDay) / shortest) - 1);
  while (payPeriodAt(rhythm, index).periodTo <= lastPaidDay) index++;
  return payPeriodAt(rhythm, index);
}

export const PayAdditionKind = z.enum(["bonus", "expenses", "holidayPay", "noticePay", "redundancy", "otherDeduction", "correction"]);
export type PayAdditionKind = z.infer<typeof PayAdditionKind>;

/**
 * A sum put into one pay run. `otherDeduction` is above zero and is taken off net pay; `redundancy` is free of tax and National Insurance. `explanation`
 * is there when the program worked the sum out. A correction may be below zero.
 */
export const PayAddition = z.object({
  id: RecordId,
  payRunId: RecordId,
  engagementId: RecordId,
  kind: PayAdditionKind,
  label: z.string(),
  amountPence: Pence,
  planLineId: RecordId.nullable(),
  explanation: Explained.nullable().default(null),
  payslipCorrectionId: RecordId.nullable().default(null),
});
export type PayAddition = z.infer<typeof PayAddition>;
