import { notAllowed } from "../../../shared/contract/errors.ts";
import type { PersonYear, PersonYearFigure } from "../../../shared/contract/hmrcAnswers.ts";
import { pence } from "../../../shared/core/money.ts";
import { type PlainDate, plainDate } from "../../../shared/core/plainDate.ts";
import { type PayslipToTrace, traceSum } from "../../../shared/payroll/hmrc/tracedFigures.ts";
import { amountOfKinds } from "../../../shared/payroll/payslip/payLineKinds.ts";
import { rebuildYearToDate } from "../../../shared/payroll/payslip/rebuildYearToDate.ts";
import type { NationalInsuranceFigures, PayLineKind, PayslipResult, YearToDate } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { ReadDb } from "../../db/database.ts";
import type { PayslipPaper } from "../../db/repositories/payslipPaperRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import { openingOfYear } from "../pay/sealedSums.ts";
import { gatherYear, type HmrcYear } from "./yearFacts.ts";

/** One person's payslips of a tax year, oldest first, with the year added up anew. */
export interface PersonInYear {
  readonly engagement: Engagement;
  readonly papers: readonly PayslipPaper[];
  readonly last: PayslipResult;
  readonly opening: YearToDate;
  readonly yearToDate: YearToDate;
  readonly isEmployedAtYearEnd: boolean;
}

/** The last day of a tax year: 5 April. */
export const taxYearEnd = (taxYear: string): PlainDate => plainDate(`${Number(taxYear.slice(0, 4)) + 1}-04-05`);

/** One person's part of a year. @throws AppFailure when they have no payslip in it. */
export function personInYear(db: ReadDb, year: Pick<HmrcYear, "taxYear" | "papers">, engagementId: string): PersonInYear {
  const engagement = requireEngagement(db, engagementId);
  const papers = year.papers.filter((paper) => paper.engagementId === engagementId);
  const last = papers.at(-1)?.result;
  if (!last) throw notAllowed(`${engagement.person.firstName} has no payslip in ${year.taxYear}.`);
  const opening = openingOfYear(db, engagementId, year.taxYear);
  const end = taxYearEnd(year.taxYear);
  return {
    engagement,
    papers,
    last,
    opening,
    yearToDate: rebuildYearToDate(
      opening,
      papers.map(({ result }) => result),
    ),
    isEmployedAtYearEnd: engagement.startOn <= end && (engagement.endOn === null || engagement.endOn >= end),
  };
}

const all = ["P60", "P45", "P11", "FPS"] as const;
const record = ["P60", "P11", "FPS"] as const;

const statutory: readonly (readonly [string, PayLineKind, keyof YearToDate])[] = [
  ["Statutory Sick Pay", "statutorySickPay", "statutorySickPay"],
  ["Statutory Maternity Pay", "statutoryMaternityPay", "statutoryMaternityPay"],
  ["Statutory Adoption Pay", "statutoryAdoptionPay", "statutoryAdoptionPay"],
  ["Statutory Paternity Pay", "statutoryPaternityPay", "statutoryPaternityPay"],
  ["Statutory Shared Parental Pay", "statutorySharedParentalPay", "statutorySharedParentalPay"],
  ["Statutory Parental Bereavement Pay", "statutoryParentalBereavementPay", "statutoryParentalBereavementPay"],
  ["Statutory Neonatal Care Pay", "statutoryNeonatalCarePay", "statutoryNeonatalCarePay"],
];

const bands: readonly (readonly [string, keyof NationalInsuranceFigures])[] = [
  ["pay for National Insurance", "grossEarnings"],
  ["earnings at the Lower Earnings Limit", "atLowerEarningsLimit"],
  ["earnings up to the Primary Threshold", "lowerEarningsLimitToPrimaryThreshold"],
  ["earnings up to the Upper Earnings Limit", "primaryThresholdToUpperEarningsLimit"],
  ["employee's contributions", "employeeContributions"],
  ["employer's contributions", "employerContributions"],
];

/** Each figure of somebody's tax year with the payslips behind it, as it stands on P60, P45 and P11. */
export function personYearAnswer(db: ReadDb, engagementId: string, taxYear: string, today: PlainDate): PersonYear {
  const person = personInYear(db, gatherYear(db, taxYear, today), engagementId);
  const { engagement, last, opening, papers } = person;
  const payslips: PayslipToTrace[] = papers.map(({ payslipId, employeeName, result }) => ({ payslipId, name: employeeName, result }));
  const figures: PersonYearFigure[] = [];
  const add = (label: string, standsOn: PersonYearFigure["standsOn"], amountOf: (slip: PayslipResult) => number, before: number = 0) => {
    const total = traceSum(label, payslips, amountOf, pence(before));
    if (total.parts.length > 0 || total.explained.amount !== 0) figures.push({ label, standsOn: [...standsOn], total });
  };
  add("Pay in this employment", [...all], ({ taxablePay }) => taxablePay.amount, opening.taxablePay);
  add("Tax in this employment", [...all], ({ incomeTax }) => incomeTax.amount, opening.incomeTax);
  add("Pay from a job before, on the P45", ["P60", "P45"], () => 0, opening.previousTaxablePay);
  add("Tax from a job before, on the P45", ["P60", "P45"], () => 0, opening.previousIncomeTax);
  add("Student loan deductions", [...record], ({ studentLoan }) => studentLoan.amount, opening.studentLoan);
  add("Postgraduate loan deductions", [...record], ({ postgraduateLoan }) => postgraduateLoan.amount, opening.postgraduateLoan);
  for (const { category } of person.yearToDate.nationalInsurance) {
    const before = opening.nationalInsurance.find((each) => each.category === category);
    for (const [words, field] of bands) {
      const amountOf = ({ niBands }: PayslipResult) => (niBands.category === category ? Number(niBands[field]) : 0);
      add(`Letter ${category}: ${words}`, [...record], amountOf, Number(before?.[field] ?? 0));
    }
  }
  for (const [label, kind, key] of statutory) add(label, [...record], ({ payLines }) => amountOfKinds(payLines, [kind]), Number(opening[key]));
  add("Employee's pension contributions", ["P11", "FPS"], ({ employeePension }) => employeePension.amount, opening.employeePension);
  return {
    engagementId,
    name: fullName(engagement.person),
    taxYear,
    finalTaxCode: `${last.taxCode}${last.isWeek1Month1 ? " W1/M1" : ""}`,
    isEmployedAtYearEnd: person.isEmployedAtYearEnd,
    leftOn: engagement.endOn,
    figures,
  };
}
