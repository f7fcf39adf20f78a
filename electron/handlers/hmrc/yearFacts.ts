import { notAllowed } from "../../../shared/contract/errors.ts";
import type { HmrcYearRecord } from "../../../shared/contract/hmrcAnswers.ts";
import { formatPence, type Pence, pence, sumPence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import {
  calculatePaymentRecord,
  mayPayQuarterly,
  type PaymentRecordMonth,
  type PaymentRecordPayslip,
  type PaymentRecordPeriod,
  paymentPeriodsOf,
  type TracedFigure,
} from "../../../shared/payroll/hmrc/employerPaymentRecord.ts";
import { calculateHmrcAccount, type HmrcAccountRow } from "../../../shared/payroll/hmrc/hmrcAccount.ts";
import type { TracedSum } from "../../../shared/payroll/hmrc/tracedFigures.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import { hmrcBankAccountOn } from "../../../shared/rates/hmrcAccounts.ts";
import { ratesForTaxYear, taxYearOf } from "../../../shared/rates/ratesFor.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { listCorrectionsOfEngagement } from "../../db/repositories/correctionRepository.ts";
import { isEmploymentAllowanceClaimed } from "../../db/repositories/employerRepository.ts";
import { findEmployerTaxYear } from "../../db/repositories/hmrcFactsRepository.ts";
import { listPayslipPapers, type PayslipPaper } from "../../db/repositories/payslipPaperRepository.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { type HmrcMoney, hmrcBalance, listHmrcMoney, paymentsOfYear } from "./hmrcMoney.ts";
import { routeOf } from "./payday.ts";

/** A tax year with HMRC: its payslips, form P32 and the account. */
export interface HmrcYear {
  readonly taxYear: string;
  readonly employer: Employer;
  readonly rates: TaxYearRates;
  readonly claimsEmploymentAllowance: boolean;
  readonly isSmallEmployer: boolean;
  readonly papers: readonly PayslipPaper[];
  readonly payslips: readonly PaymentRecordPayslip[];
  readonly months: readonly PaymentRecordMonth[];
  readonly periods: readonly PaymentRecordPeriod[];
  readonly account: readonly HmrcAccountRow[];
  /** Every tax year with a payslip, oldest first. */
  readonly taxYears: readonly string[];
}

/** Gathers a tax year; the newest with a payslip when none is named. @throws AppFailure for a year we lack the rates of. */
export function gatherYear(db: ReadDb, named: string | undefined, today: PlainDate): HmrcYear {
  const employer = employerOrFail(db);
  const papers = listPayslipPapers(db, {});
  const taxYears = [...new Set(papers.map(({ payday }) => taxYearOf(payday)))];
  const taxYear = named ?? taxYears.at(-1) ?? taxYearOf(today);
  const money = listHmrcMoney(db, employer.accountsOfficeReference);
  let broughtForward = pence(0);
  for (const earlier of taxYears.filter((each) => each < taxYear)) {
    const account = accountOf(db, employer, earlier, papers, money, broughtForward, earlier === taxYears[0]).account;
    broughtForward = account.at(-1)?.carriedForward.amount ?? broughtForward;
  }
  const isFirst = taxYears.length === 0 || taxYear <= (taxYears[0] ?? taxYear);
  return { ...accountOf(db, employer, taxYear, papers, money, broughtForward, isFirst), employer, taxYear, taxYears };
}

function accountOf(
  db: ReadDb,
  employer: Employer,
  taxYear: string,
  all: readonly PayslipPaper[],
  money: readonly HmrcMoney[],
  broughtForward: Pence,
  isFirst: boolean,
): Omit<HmrcYear, "employer" | "taxYear" | "taxYears"> {
  const rates = ratesForTaxYear(taxYear);
  if (!rates) throw notAllowed(`This version has no rates for ${taxYear}.`, ["Update Plan & Payday, then try again."]);
  const papers = withCorrections(
    db,
    all.filter(({ payday }) => taxYearOf(payday) === taxYear),
  );
  const payslips = papers.map(({ payslipId, engagementId, employeeName, result }) => ({ payslipId, engagementId, employeeName, result }));
  const claimsEmploymentAllowance = isEmploymentAllowanceClaimed(db, taxYear);
  const isSmallEmployer = findEmployerTaxYear(db, taxYear)?.hasSmallEmployersRelief ?? false;
  const months = calculatePaymentRecord({ rates, claimsEmploymentAllowance, isSmallEmployer, payslips });
  const periods = paymentPeriodsOf(months, employer.paysHmrcQuarterly);
  const account = calculateHmrcAccount({
    accountsOfficeReference: employer.accountsOfficeReference,
    periods,
    payments: paymentsOfYear(money, periods, isFirst),
    broughtForward,
  });
  return { rates, claimsEmploymentAllowance, isSmallEmployer, papers, payslips, months, periods, account };
}

/** A closed year's correction stands in the place of the payslip it corrects. */
function withCorrections(db: ReadDb, papers: readonly PayslipPaper[]): PayslipPaper[] {
  const people = new Set(papers.map(({ engagementId }) => engagementId));
  const corrections = [...people].flatMap((id) => listCorrectionsOfEngagement(db, id)).filter(({ how }) => how === "closedYear");
  return papers.map((paper) => ({
    ...paper,
    result: corrections.findLast(({ payslipId }) => payslipId === paper.payslipId)?.recomputed ?? paper.result,
  }));
}

/** A month of form P32 with each figure's payslips, for the screens. */
export function monthAnswer(month: PaymentRecordMonth, payslips: readonly PaymentRecordPayslip[]) {
  const traced = (figure: TracedFigure): TracedSum => ({
    explained: figure.explained,
    parts: figure.payslipIds.flatMap((payslipId, index) => {
      const found = payslips.find((each) => each.payslipId === payslipId);
      const amount = figure.explained.lines[index]?.amount;
      return found && amount !== undefined ? [{ payslipId, payday: found.result.payday, name: found.employeeName, amount }] : [];
    }),
  });
  return {
    ...month,
    incomeTax: traced(month.incomeTax),
    studentLoans: traced(month.studentLoans),
    employeeNationalInsurance: traced(month.employeeNationalInsurance),
    employerNationalInsurance: traced(month.employerNationalInsurance),
    recoveries: month.recoveries.map((recovery) => ({ ...recovery, payslipIds: [...recovery.payslipIds] })),
    payslipIds: [...month.payslipIds],
  };
}

/** A row of the account for the screens. */
export const accountAnswer = (row: HmrcAccountRow) => ({
  ...row,
  payments: row.payments.map(({ id, ...payment }) => ({ journalId: id, ...payment })),
});

/** Where HMRC is paid. */
export const bankAnswer = (on: PlainDate) => {
  const bank = hmrcBankAccountOn(on);
  return bank ? { ...bank } : null;
};

/** Form P32 as the screen shows it. */
export function yearAnswer(db: ReadDb, named: string | undefined, today: PlainDate): HmrcYearRecord {
  const year = gatherYear(db, named, today);
  const { months, payslips, periods, employer } = year;
  const total = (amountOf: (month: PaymentRecordMonth) => Pence) => sumPence(months.map(amountOf));
  const paidMonths = months.filter(({ payslipIds }) => payslipIds.length > 0);
  return {
    taxYear: year.taxYear,
    taxYears: [...year.taxYears].reverse(),
    route: routeOf(db, employer),
    paysQuarterly: employer.paysHmrcQuarterly,
    mayPayQuarterly: mayPayQuarterly(paidMonths.map(({ amountDue }) => amountDue.amount)),
    claimsEmploymentAllowance: year.claimsEmploymentAllowance,
    hasSmallEmployersRelief: year.isSmallEmployer,
    months: months.map((month) => monthAnswer(month, payslips)),
    account: year.account.map(accountAnswer),
    totals: {
      incomeTax: total(({ incomeTax }) => incomeTax.explained.amount),
      studentLoans: total(({ studentLoans }) => studentLoans.explained.amount),
      employeeNationalInsurance: total(({ employeeNationalInsurance }) => employeeNationalInsurance.explained.amount),
      employerNationalInsurance: total(({ employerNationalInsurance }) => employerNationalInsurance.explained.amount),
      amountDue: sumPence(periods.map(({ amountDue }) => amountDue.amount)),
    },
    bank: bankAnswer(today),
    notices: noticesOf(db, year),
  };
}

function noticesOf(db: ReadDb, { taxYear, taxYears, account, months }: HmrcYear): string[] {
  const notices: string[] = [];
  if (months.some(({ recoveries }) => recoveries.length > 0) && findEmployerTaxYear(db, taxYear) === undefined) {
    notices.push("Family pay was paid. Say whether Small Employers' Relief holds for this tax year: all of it comes back then, with compensation.");
  }
  const carried = account.at(-1)?.carriedForward.amount ?? pence(0);
  const owed = pence(-hmrcBalance(db));
  if (taxYear === taxYears.at(-1) && owed !== carried) {
    notices.push(
      `This record says ${formatPence(carried)} is still to pay, and the accounts say ${formatPence(owed)}. Look at Employment Allowance and at payments to HMRC.`,
    );
  }
  return notices;
}
