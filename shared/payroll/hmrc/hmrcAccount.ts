import { addingLine, type Explained, explain, tellingLine } from "../../core/explanation.ts";
import { formatPence, type Pence, pence, sumPence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { type HmrcPeriod, hmrcPaymentReference } from "./hmrcMonth.ts";

/** Money paid to HMRC. `forTaxMonth` is the (last) tax month told in the reference; null when only the Accounts Office reference was given. */
export interface HmrcPayment {
  readonly id: string;
  readonly paidOn: PlainDate;
  readonly amount: Pence;
  readonly forTaxMonth: number | null;
}

interface HmrcAccountInput {
  readonly accountsOfficeReference: string | null;
  /** In order of time. */
  readonly periods: readonly { readonly period: HmrcPeriod; readonly amountDue: Explained }[];
  readonly payments: readonly HmrcPayment[];
  /** What was left of the year before: above zero was still owed, below zero was paid too much. */
  readonly broughtForward: Pence;
}

/** How a period stands with HMRC. Amounts in pence; below zero is in the employer's favour. */
export interface HmrcAccountRow {
  readonly period: HmrcPeriod;
  readonly broughtForward: Pence;
  readonly amountDue: Explained;
  /** What is due with what was carried in: what to pay now, before payments. */
  readonly toPay: Explained;
  readonly payments: readonly HmrcPayment[];
  readonly paid: Pence;
  /** What goes on to the next period: above zero is underpaid, below zero overpaid. */
  readonly carriedForward: Explained;
  /** Empty when the Accounts Office reference is not known. */
  readonly reference: string;
}

const rule = {
  name: "Account with HMRC",
  source: "GOV.UK, Pay employers' PAYE, https://www.gov.uk/pay-paye-tax; payroll rules, section 14",
};

/**
 * The running account with HMRC, period by period: what was carried in, what is due, what was paid, what goes on. A payment without a period in its
 * reference counts for the period that had ended last when it was made, as HMRC allots it. Interest is not worked out.
 * Source: GOV.UK, Pay employers' PAYE: bank details, early and late payments.
 */
export function calculateHmrcAccount({ accountsOfficeReference, periods, payments, broughtForward }: HmrcAccountInput): readonly HmrcAccountRow[] {
  let carried = broughtForward;
  return periods.map(({ period, amountDue }) => {
    const before = carried;
    const own = payments.filter((payment) => periodOfPayment(payment, periods) === period).sort((a, b) => a.paidOn.localeCompare(b.paidOn));
    const toPay = explain(rule, [carriedLine(before), addingLine(`Due for ${spanOf(period)}.`, amountDue.amount)]);
    const carriedForward = explain(rule, [
      addingLine(`To pay for ${spanOf(period)}.`, toPay.amount),
      ...own.map((payment) => addingLine(`Paid on ${formatDate(payment.paidOn)}.`, pence(-payment.amount))),
      tellingLine("Interest is not worked out here. HMRC adds it by the day to what is paid late."),
    ]);
    carried = carriedForward.amount;
    return {
      period,
      broughtForward: before,
      amountDue,
      toPay,
      payments: own,
      paid: sumPence(own.map(({ amount }) => amount)),
      carriedForward,
      reference: accountsOfficeReference === null ? "" : hmrcPaymentReference(accountsOfficeReference, period),
    };
  });
}

const spanOf = ({ from, to }: HmrcPeriod) => `${formatDate(from)} to ${formatDate(to)}`;

function carriedLine(amount: Pence) {
  if (amount > 0) return addingLine(`${formatPence(amount)} was paid too little before and is still owed.`, amount);
  if (amount < 0) return addingLine(`${formatPence(pence(-amount))} was paid too much before and comes off.`, amount);
  return tellingLine("Nothing was carried over from before.");
}

function periodOfPayment({ forTaxMonth, paidOn }: HmrcPayment, periods: HmrcAccountInput["periods"]): HmrcPeriod | undefined {
  const told = forTaxMonth === null ? undefined : periods.find(({ period }) => forTaxMonth <= period.lastTaxMonth);
  const ended = periods.findLast(({ period }) => period.to < paidOn);
  return (told ?? ended ?? periods[0])?.period;
}
