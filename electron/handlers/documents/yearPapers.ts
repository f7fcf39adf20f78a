import { notAllowed } from "../../../shared/contract/errors.ts";
import type { DocumentModel } from "../../../shared/core/documentModel.ts";
import { earlierOf, formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { buildP11Document } from "../../../shared/payroll/documents/p11Document.ts";
import { buildP32Document } from "../../../shared/payroll/documents/p32Document.ts";
import { buildP45Document } from "../../../shared/payroll/documents/p45Document.ts";
import { buildP60Document } from "../../../shared/payroll/documents/p60Document.ts";
import { hmrcPeriodOfMonth } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { draftFullPaymentSubmission } from "../../../shared/payroll/rti/buildFullPaymentSubmission.ts";
import { deductionsWorkingSheet, employerSummaryOnPaper, type PaperEmployee, paymentSummary } from "../../../shared/payroll/rti/paperReturns.ts";
import { PaymentFacts } from "../../../shared/payroll/rti/submissionFacts.ts";
import { taxYearOf } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { listHmrcSubmissions } from "../../db/repositories/hmrcSubmissionRepository.ts";
import { listLoanNotices } from "../../db/repositories/payFactsRepository.ts";
import { listPayslipPapers } from "../../db/repositories/payslipPaperRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import { gatherSummary } from "../hmrc/employerSummary.ts";
import { employeeFactsOf, employerFactsOf } from "../hmrc/fullPaymentFacts.ts";
import { personInYear, taxYearEnd } from "../hmrc/personYear.ts";
import { gatherYear, type HmrcYear } from "../hmrc/yearFacts.ts";
import { employeeOnPaper, employerOnPaper } from "./onPaper.ts";

/** Form P32 of a tax year, as it stands today or stood at the end of the account. */
export function p32Model(db: ReadDb, year: HmrcYear, today: PlainDate): DocumentModel {
  const { taxYear, months, account, payslips, employer } = year;
  return buildP32Document({ taxYear, asOf: today, employer: employerOnPaper(db, employer), months, account, payslips });
}

/** P60 of somebody employed on 5 April. @throws AppFailure before the year's last payday and for somebody who had left. */
export function p60Model(db: ReadDb, year: HmrcYear, engagementId: string, today: PlainDate): DocumentModel {
  const { taxYear, employer } = year;
  const { engagement, last, yearToDate, isEmployedAtYearEnd } = personInYear(db, year, engagementId);
  const { firstName } = engagement.person;
  if (!isEmployedAtYearEnd)
    throw notAllowed(`${firstName} was not employed on ${formatDate(taxYearEnd(taxYear))}, so there is no P60.`, ["A P45 takes its place."]);
  if (today < taxYearEnd(taxYear)) {
    throw notAllowed(`The tax year ${taxYear} runs until ${formatDate(taxYearEnd(taxYear))}.`, [
      "Make the P60 after that day, and give it by 31 May.",
    ]);
  }
  return buildP60Document({
    taxYear,
    issuedOn: today,
    employer: employerOnPaper(db, employer),
    employee: employeeOnPaper(db, engagement),
    finalTaxCode: last.taxCode,
    isWeek1Month1: last.isWeek1Month1,
    yearToDate,
  });
}

/** P11, the deductions working record of one person and tax year. */
export function p11Model(db: ReadDb, year: HmrcYear, engagementId: string): DocumentModel {
  const { taxYear, employer } = year;
  const { engagement, papers, last } = personInYear(db, year, engagementId);
  return buildP11Document({
    taxYear,
    asOf: earlierOf(last.payday, taxYearEnd(taxYear)),
    employer: employerOnPaper(db, employer),
    employee: employeeOnPaper(db, engagement),
    payslips: papers.map(({ result }) => result),
  });
}

/** P45 of somebody who left, from their last payslip of the tax year of leaving. @throws AppFailure when they have not left or were never paid. */
export function p45Model(db: ReadDb, engagementId: string, today: PlainDate): DocumentModel {
  const engagement = requireEngagement(db, engagementId);
  const { endOn, person } = engagement;
  if (endOn === null) throw notAllowed(`${person.firstName} has not left.`, ["End the job first, with its last day."]);
  const papers = listPayslipPapers(db, {}).filter((paper) => paper.engagementId === engagementId);
  const newest = papers.at(-1);
  if (!newest) throw notAllowed(`${person.firstName} has no payslip here, so there is nothing to put on a P45.`);
  const inYear = gatherYear(db, taxYearOf(newest.payday), today);
  const { last, yearToDate } = personInYear(db, inYear, engagementId);
  return buildP45Document({
    issuedOn: today,
    employer: employerOnPaper(db, inYear.employer),
    employee: employeeOnPaper(db, engagement),
    leftOn: endOn,
    lastPayslip: { ...last, yearToDate },
    studentLoanContinues: listLoanNotices(db, engagementId, endOn).length > 0,
  });
}

/** What paper forms say of one person: as HMRC is told of them with the last payslip up to a day. */
function paperEmployeeOf(db: ReadDb, year: HmrcYear, engagementId: string, upTo: PlainDate, today: PlainDate): PaperEmployee {
  const { engagement, papers, opening } = personInYear(db, year, engagementId);
  const payslips = papers.filter(({ payday }) => payday <= upTo).map(({ result }) => result);
  const last = payslips.at(-1);
  if (!last) throw notAllowed(`${engagement.person.firstName} was not paid in this part of ${year.taxYear}.`);
  const told = listHmrcSubmissions(db).filter(({ toldOn, payday }) => toldOn !== null && (payday ?? "") < last.payday);
  const { employees } = draftFullPaymentSubmission({
    employer: employerFactsOf(db, year.employer),
    employees: [
      {
        employee: employeeFactsOf(db, engagement, last.payday, told),
        payment: PaymentFacts.parse({}),
        opening,
        payslips: [...payslips.slice(0, -1), last],
      },
    ],
    finalSubmission: null,
    today,
  });
  const [submitted] = employees;
  if (!submitted) throw notAllowed(`${engagement.person.firstName} was not paid in this part of ${year.taxYear}.`);
  return { submitted, payslips };
}

/** Figures for form RT11. */
export const rt11Model = (db: ReadDb, year: HmrcYear, engagementId: string, today: PlainDate): DocumentModel =>
  deductionsWorkingSheet(employerOnPaper(db, year.employer), paperEmployeeOf(db, year, engagementId, taxYearEnd(year.taxYear), today), year.taxYear);

/** Figures for form RT2 of a tax quarter. */
export function rt2Model(db: ReadDb, year: HmrcYear, engagementId: string, quarter: 1 | 2 | 3 | 4, today: PlainDate): DocumentModel {
  const { to } = hmrcPeriodOfMonth(year.taxYear, quarter * 3, true);
  return paymentSummary(employerOnPaper(db, year.employer), paperEmployeeOf(db, year, engagementId, to, today), year.taxYear, quarter);
}

/** Figures for form RT5 up to a tax month. */
export const rt5Model = (db: ReadDb, year: HmrcYear, taxMonth: number, today: PlainDate): DocumentModel =>
  employerSummaryOnPaper(employerOnPaper(db, year.employer), gatherSummary(db, year, taxMonth, today).summary, today);
