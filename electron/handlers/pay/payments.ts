import { openDues } from "../../../shared/bank/dues.ts";
import type { HmrcMonth, PaymentDue } from "../../../shared/contract/payAnswers.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { LedgerAccount } from "../../../shared/ledger/journal.ts";
import { calculateHmrcDue, type HmrcPeriod, hmrcPaymentReference, hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import type { PayRun } from "../../../shared/payroll/payRun/payRun.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { ReadDb } from "../../db/database.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { type LedgerPosting, listPostings } from "../../db/repositories/ledgerRepository.ts";
import { findBankDetails } from "../../db/repositories/payFactsRepository.ts";
import { findPayRun, listAllPayslips, listPayRuns } from "../../db/repositories/payRunRepository.ts";
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
    const isMade = posting.dueOn !== null && (posting.event === "payRun" || posting.event === "employmentAllowance");
    if (isMade && posting.dueOn) made.set(posting.dueOn, (made.get(posting.dueOn) ?? 0) + posting.amountPence);
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
  const payments = [...wagePayments(db, wanted), ...hmrcPayments(db, employer, wanted), ...pensionPayments(db, employer, wanted)];
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
      return {
        id: `hmrc:${due.dueOn}`,
        kind: "hmrc" as const,
        payTo: "HM Revenue & Customs",
        what: period ? `Tax and National Insurance, ${formatDate(period.from)} to ${formatDate(period.to)}` : "Tax and National Insurance",
        ...due,
        reference: period && employer.accountsOfficeReference ? hmrcPaymentReference(employer.accountsOfficeReference, period) : "",
        account: null,
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

/** Each tax month or quarter with a finished payday, newest first, as form P32 shows it. */
export function listHmrcMonths(db: ReadDb, employer: Employer): HmrcMonth[] {
  const runs = new Map(listPayRuns(db).map((run) => [run.id, run]));
  const periodOf = ({ payday }: Pick<PayRun, "payday">) => hmrcPeriodOf(payday, employer.paysHmrcQuarterly);
  const dues = new Map(duesOfAccount(db, "hmrcDue").map((due) => [due.dueOn, due]));
  const allowancePostings = listPostings(db, { account: "hmrcDue" }).filter(({ event }) => event === "employmentAllowance");
  const months = new Map<PlainDate, HmrcPeriod>();
  const payslips = listAllPayslips(db);
  for (const { result } of payslips) {
    const period = periodOf(result);
    months.set(period.from, period);
  }
  return [...months.values()]
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .map((period) => {
      const totals = totalsOf(payslips.map(({ result }) => result).filter((result) => periodOf(result).from === period.from));
      const allowance = allowancePostings
        .filter(({ payRunId }) => {
          const run = payRunId === null ? undefined : runs.get(payRunId);
          return run !== undefined && periodOf(run).from === period.from;
        })
        .reduce((sum, { amountPence }) => sum + amountPence, 0);
      const due = calculateHmrcDue({ ...totals, employmentAllowance: pence(allowance), statutoryPayRecovered: pence(0) });
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
        paid: pence(Math.max(0, due.amount - left)),
        left,
      };
    });
}
