import { openDues } from "../../../shared/bank/dues.ts";
import type { HmrcMonth, PaymentDue } from "../../../shared/contract/payAnswers.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { JournalEvent, LedgerAccount } from "../../../shared/ledger/journal.ts";
import { calculateHmrcDue, type HmrcPeriod, hmrcPaymentReference, hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import type { PayRun } from "../../../shared/payroll/payRun/payRun.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import { fullName } from "../../../shared/people/person.ts";
import { hmrcBankAccountOn } from "../../../shared/rates/hmrcAccounts.ts";
import type { ReadDb } from "../../db/database.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { type LedgerPosting, listPostings } from "../../db/repositories/ledgerRepository.ts";
import { listDeductionOrders } from "../../db/repositories/payArrangementRepository.ts";
import { findBankDetails } from "../../db/repositories/payFactsRepository.ts";
import { findPayRun, listAllPayslips, listPayRuns } from "../../db/repositories/payRunRepository.ts";
import { orderLabel } from "./personDeductions.ts";
import { totalsOf } from "./workOutRun.ts";

/** A debt by its due day: what it was in all, and what of it is left. */
interface DueByDay {
  readonly dueOn: PlainDate;
  readonly amount: Pence;
  readonly left: Pence;
}

/** Debts of one account by due day, Employment Allowance taken off the month it belongs to; payments settle the oldest first. */
function duesByDay(postings: readonly LedgerPosting[]): DueByDay[] {
  const made = new Map<PlainDate, number>();
  const others: LedgerPosting[] = [];
  for (const posting of postings) {
    // Only what makes a debt or lessens it has a due day; payments settle the oldest debt.
    if (posting.dueOn) made.set(posting.dueOn, (made.get(posting.dueOn) ?? 0) + posting.amountPence);
    else others.push(posting);
  }
  const net = [...made].map(([dueOn, amount]) => ({ amountPence: pence(amount), postedOn: dueOn, dueOn }));
  const open = new Map(openDues([...net, ...others], (postedOn) => postedOn).map((due) => [due.dueOn, due.amountPence]));
  return net
    .map(({ dueOn, amountPence }) => ({ dueOn, amount: pence(-amountPence), left: open.get(dueOn) ?? pence(0) }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

const duesOfAccount = (db: ReadDb, account: LedgerAccount, engagementId?: string) =>
  duesByDay(listPostings(db, { account, ...(engagementId === undefined ? {} : { engagementId }) }));

/** Everything still to be paid because of pay runs, oldest due day first. With a run: that run's payments, paid or not. */
export function listPaymentsDue(db: ReadDb, employer: Employer, payRunId: string | undefined): PaymentDue[] {
  const run = payRunId === undefined ? undefined : findPayRun(db, payRunId);
  const dueDays = run
    ? new Set(listPostings(db, { payRunId: run.id }).flatMap(({ account, dueOn }) => (dueOn ? [`${account}|${dueOn}`] : [])))
    : undefined;
  const wanted = (account: LedgerAccount, due: DueByDay) => (dueDays ? dueDays.has(`${account}|${due.dueOn}`) : due.left !== 0);
  const payments = [
    ...wagePayments(db, wanted),
    ...hmrcPayments(db, employer, wanted),
    ...pensionPayments(db, employer, wanted),
    ...orderPayments(db, wanted),
  ];
  return payments.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

type Wanted = (account: LedgerAccount, due: DueByDay) => boolean;

function wagePayments(db: ReadDb, wanted: Wanted): PaymentDue[] {
  return listEngagements(db).flatMap((engagement) =>
    duesOfAccount(db, "wagesDue", engagement.id)
      .filter((due) => wanted("wagesDue", due))
      .map((due) => {
        const bank = findBankDetails(db, engagement.id, due.dueOn);
        return {
          id: `wages:${engagement.id}:${due.dueOn}`,
          kind: "wages" as const,
          payTo: fullName(engagement.person),
          what: `Wages of ${formatDate(due.dueOn)}`,
          ...due,
          reference: `WAGES ${engagement.payrollNumber}`,
          account: bank
            ? { accountName: bank.accountName, sortCode: bank.sortCode, accountNumber: bank.accountNumber, isChecked: bank.checkedOn !== null }
            : null,
        };
      }),
  );
}

function hmrcPayments(db: ReadDb, employer: Employer, wanted: Wanted): PaymentDue[] {
  const periods = new Map<PlainDate, HmrcPeriod>();
  for (const { payday } of listPayRuns(db)) {
    const period = hmrcPeriodOf(payday, employer.paysHmrcQuarterly);
    periods.set(period.dueElectronicallyOn, period);
  }
  return duesOfAccount(db, "hmrcDue")
    .filter((due) => wanted("hmrcDue", due))
    .map((due) => {
      const period = periods.get(due.dueOn);
      const bank = hmrcBankAccountOn(due.dueOn);
      return {
        id: `hmrc:${due.dueOn}`,
        kind: "hmrc" as const,
        payTo: "HM Revenue & Customs",
        what: period ? `Tax and National Insurance, ${formatDate(period.from)} to ${formatDate(period.to)}` : "Tax and National Insurance",
        ...due,
        reference: period && employer.accountsOfficeReference ? hmrcPaymentReference(employer.accountsOfficeReference, period) : "",
        account: bank ? { accountName: bank.accountName, sortCode: bank.sortCode, accountNumber: bank.accountNumber, isChecked: true } : null,
      };
    });
}

function pensionPayments(db: ReadDb, employer: Employer, wanted: Wanted): PaymentDue[] {
  return duesOfAccount(db, "pensionDue")
    .filter((due) => wanted("pensionDue", due))
    .map((due) => ({
      id: `pension:${due.dueOn}`,
      kind: "pension" as const,
      payTo: employer.pensionSchemeName === "" ? "The workplace pension" : employer.pensionSchemeName,
      what: `Pension contributions due by ${formatDate(due.dueOn)}`,
      ...due,
      reference: employer.pensionSchemeReference,
      account: null,
    }));
}

/** What orders took, to be handed to whoever sent the order. */
function orderPayments(db: ReadDb, wanted: Wanted): PaymentDue[] {
  const postings = listPostings(db, { account: "ordersDue" });
  return listEngagements(db).flatMap((engagement) =>
    listDeductionOrders(db, engagement.id).flatMap((order) =>
      duesByDay(postings.filter(({ deductionOrderId }) => deductionOrderId === order.id))
        .filter((due) => wanted("ordersDue", due))
        .map((due) => ({
          id: `order:${order.id}:${due.dueOn}`,
          kind: "order" as const,
          payTo: order.issuer,
          what: `${orderLabel(order)}, taken from the pay of ${fullName(engagement.person)}`,
          ...due,
          reference: order.reference,
          account: null,
        })),
    ),
  );
}

/** Each tax month or quarter with a finished payday, newest first, as form P32 shows it. */
export function listHmrcMonths(db: ReadDb, employer: Employer): HmrcMonth[] {
  const runs = new Map(listPayRuns(db).map((run) => [run.id as string, run]));
  const periodOf = ({ payday }: Pick<PayRun, "payday">) => hmrcPeriodOf(payday, employer.paysHmrcQuarterly);
  const postings = listPostings(db, { account: "hmrcDue" });
  const dues = new Map(duesByDay(postings).map((due) => [due.dueOn, due]));
  const months = new Map<PlainDate, HmrcPeriod>();
  const payslips = listAllPayslips(db);
  for (const { result } of payslips) {
    const period = periodOf(result);
    months.set(period.from, period);
  }
  const oldestFirst = [...months.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  const payments = paymentsByDueDay(
    postings.filter(({ dueOn }) => dueOn === null),
    oldestFirst.map(({ dueElectronicallyOn }) => ({ dueOn: dueElectronicallyOn, amount: dues.get(dueElectronicallyOn)?.amount ?? pence(0) })),
  );
  return oldestFirst.reverse().map((period) => {
    const totals = totalsOf(payslips.map(({ result }) => result).filter((result) => periodOf(result).from === period.from));
    const takenOff = (event: JournalEvent) =>
      pence(
        postings
          .filter(({ event: each, payRunId }) => {
            const run = payRunId === null ? undefined : runs.get(payRunId);
            return each === event && run !== undefined && run.withdrawnOn === null && periodOf(run).from === period.from;
          })
          .reduce((sum, { amountPence }) => sum + amountPence, 0),
      );
    const employmentAllowance = takenOff("employmentAllowance");
    const statutoryPayRecovered = takenOff("statutoryPayRecovered");
    const due = calculateHmrcDue({ ...totals, employmentAllowance, statutoryPayRecovered });
    const left = dues.get(period.dueElectronicallyOn)?.left ?? pence(0);
    return {
      taxYear: period.taxYear,
      firstTaxMonth: period.firstTaxMonth,
      lastTaxMonth: period.lastTaxMonth,
      from: period.from,
      to: period.to,
      dueOn: period.dueElectronicallyOn,
      reference: employer.accountsOfficeReference ? hmrcPaymentReference(employer.accountsOfficeReference, period) : "",
      due,
      statutoryPayRecovered,
      employmentAllowanceUsed: employmentAllowance,
      paid: pence(Math.max(0, due.amount - left)),
      payments: payments.get(period.dueElectronicallyOn) ?? [],
      left,
    };
  });
}

/** Shares payments out over debts, the oldest first as HMRC itself does; what is paid beyond all debts stays with the newest. */
function paymentsByDueDay(
  postings: readonly LedgerPosting[],
  debts: readonly { readonly dueOn: PlainDate; readonly amount: Pence }[],
): Map<PlainDate, { on: PlainDate; amount: Pence }[]> {
  const shared = new Map<PlainDate, { on: PlainDate; amount: Pence }[]>();
  const open = debts.filter(({ amount }) => amount > 0).map((debt) => ({ ...debt, left: debt.amount as number }));
  for (const { postedOn, amountPence } of postings) {
    let rest: number = amountPence;
    for (const debt of open) {
      const part = debt === open.at(-1) ? rest : Math.min(rest, debt.left);
      if (rest <= 0 ? rest === 0 || debt !== open.at(-1) : part === 0) continue;
      debt.left -= part;
      rest -= part;
      shared.set(debt.dueOn, [...(shared.get(debt.dueOn) ?? []), { on: postedOn, amount: pence(part) }]);
    }
  }
  return shared;
}
