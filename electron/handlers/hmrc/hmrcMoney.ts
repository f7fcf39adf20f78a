import { type Pence, pence } from "../../../shared/core/money.ts";
import { addMonths, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { HmrcPayment } from "../../../shared/payroll/hmrc/hmrcAccount.ts";
import type { HmrcPeriod } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import type { ReadDb } from "../../db/database.ts";
import { findStatementTexts } from "../../db/repositories/hmrcPaymentRepository.ts";
import { listPostings, sumPostings } from "../../db/repositories/ledgerRepository.ts";

/** Money that went to HMRC or came back, by the ledger. The tax year and month are known when the reference on the bank line told them. */
export interface HmrcMoney {
  readonly journalId: string;
  readonly paidOn: PlainDate;
  /** Above zero was paid to HMRC. */
  readonly amount: Pence;
  readonly told: { readonly taxYear: string; readonly taxMonth: number } | null;
}

/** Every payment to HMRC that was not taken back, oldest first. */
export function listHmrcMoney(db: ReadDb, accountsOfficeReference: string | null): HmrcMoney[] {
  const payments = new Map<string, { paidOn: PlainDate; amount: number }>();
  for (const { journalId, reversesJournalId, postedOn, amountPence, dueOn } of listPostings(db, { account: "hmrcDue" })) {
    // Debts have a due day; what is left are payments and what takes them back.
    if (dueOn !== null) continue;
    const id = reversesJournalId ?? journalId;
    const before = payments.get(id);
    payments.set(id, { paidOn: before?.paidOn ?? postedOn, amount: (before?.amount ?? 0) + amountPence });
  }
  const texts = findStatementTexts(db);
  return [...payments]
    .filter(([, { amount }]) => amount !== 0)
    .map(([journalId, { paidOn, amount }]) => ({
      journalId,
      paidOn,
      amount: pence(amount),
      told: monthInReference(texts.get(journalId) ?? "", accountsOfficeReference),
    }));
}

/** What the ledger says is owed to HMRC now, below zero: a debt is a credit. Pence. */
export const hmrcBalance = (db: ReadDb): Pence => sumPostings(db, { account: "hmrcDue" });

/** The tax year and month in a payment's reference: "123PA000123452705" is month 5 of 2026-27. Null when the line does not carry one. */
export function monthInReference(text: string, accountsOfficeReference: string | null): HmrcMoney["told"] {
  if (accountsOfficeReference === null) return null;
  const bare = text.replace(/\s/g, "").toUpperCase();
  const at = bare.indexOf(accountsOfficeReference.toUpperCase());
  const digits = at < 0 ? null : /^(\d{2})(0[1-9]|1[0-2])/.exec(bare.slice(at + accountsOfficeReference.length));
  if (!digits) return null;
  const endYear = Number(digits[1]);
  return { taxYear: `20${String(endYear - 1).padStart(2, "0")}-${digits[1]}`, taxMonth: Number(digits[2]) };
}

/**
 * The payments that count in a tax year: those told to be for it, and those without a month that were made after its first period and before the next year's
 * first period ended. What was paid before any period is in the first year.
 */
export function paymentsOfYear(
  money: readonly HmrcMoney[],
  periods: readonly { readonly period: HmrcPeriod }[],
  isFirstYear: boolean,
): HmrcPayment[] {
  const [first] = periods;
  if (!first) return [];
  const { taxYear, to } = first.period;
  const until = addMonths(to, 12);
  return money
    .filter(({ told, paidOn }) =>
      told ? told.taxYear === taxYear || (isFirstYear && told.taxYear < taxYear) : (isFirstYear || paidOn > to) && paidOn <= until,
    )
    .map(({ journalId, paidOn, amount, told }) => ({ id: journalId, paidOn, amount, forTaxMonth: told?.taxYear === taxYear ? told.taxMonth : null }));
}
