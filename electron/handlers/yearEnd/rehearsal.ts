import { plannedSpending } from "../../../shared/budget/plannedSpending.ts";
import type { ParsedInputOf } from "../../../shared/contract/operation.ts";
import type { RehearsalAnswer, yearEndOperations } from "../../../shared/contract/yearEndOperations.ts";
import { addingLine, type Explained, explain } from "../../../shared/core/explanation.ts";
import { addDays, earlierOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { periodSpan } from "../../../shared/payroll/incomeTax/taxPeriod.ts";
import { periodsInYear } from "../../../shared/payroll/yearEnd/aprilCost.ts";
import { rehearseApril } from "../../../shared/payroll/yearEnd/rehearseApril.ts";
import { yearEndDatesOf } from "../../../shared/payroll/yearEnd/yearEndDates.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { PlanLine } from "../../../shared/people/plan.ts";
import type { ReadDb } from "../../db/database.ts";
import { findBudget } from "../../db/repositories/budgetRepository.ts";
import { isEmploymentAllowanceClaimed, listEmploymentAllowanceClaims } from "../../db/repositories/employerRepository.ts";
import { listPlanLines } from "../../db/repositories/planRepository.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { ratesOfYear } from "./gatherEmployer.ts";
import { patternsOfPayslips, patternsOfRota } from "./patterns.ts";

/** What the next tax year will cost for the pattern of time found in payslips or the rota. */
export function rehearse(
  db: ReadDb,
  today: PlainDate,
  { taxYear, basis, weeks, payRiseBasisPoints }: ParsedInputOf<(typeof yearEndOperations)["yearEnd.rehearseApril"]>,
): RehearsalAnswer {
  const employer = employerOrFail(db);
  const rates = ratesOfYear(taxYear);
  const dates = yearEndDatesOf(taxYear);
  const frame = { db, employer, dates, rates, today, weeks };
  const { from, to, people, problems } = basis === "rota" ? patternsOfRota(frame) : patternsOfPayslips(frame);
  const claimsThisYear = isEmploymentAllowanceClaimed(db, taxYear);
  const claim = listEmploymentAllowanceClaims(db).find((each) => each.taxYear === dates.nextTaxYear);
  const rehearsal = rehearseApril({
    people,
    thisYear: rates,
    payFrequency: employer.payFrequency,
    claimsAllowanceThisYear: claimsThisYear,
    // A claim made online stays; on paper it is made afresh.
    claimsAllowanceNextYear: claim?.isClaimed ?? (claimsThisYear && employer.filingRoute !== "paper"),
    payRise: payRiseBasisPoints,
    budget: wageBudget(db, employer, dates.newRatesFrom, today),
  });
  return {
    ...rehearsal,
    notes: [...rehearsal.notes],
    people: rehearsal.people.map((person) => ({ ...person })),
    patternFrom: from,
    patternTo: to,
    problems: [...problems],
  };
}

const isForWages = ({ kind, category, frequency }: PlanLine) =>
  frequency !== "once" && (kind === "hours" || category === "personalAssistants" || category === "nightSupport" || category === "employerCosts");

/** What the plan as it is now would hold for wages over the same time. Null without a plan for wages. */
function wageBudget(db: ReadDb, { payFrequency }: Employer, from: PlainDate, today: PlainDate): Explained | null {
  const budget = findBudget(db);
  if (!budget) return null;
  const on = earlierOf(today < budget.fromOn ? budget.fromOn : today, budget.toOn);
  const lines = listPlanLines(db, budget.id, on).filter(isForWages);
  if (lines.length === 0) return null;
  const days = payFrequency === "monthly" ? 365 : periodsInYear[payFrequency] * periodSpan[payFrequency] * 7;
  const to = addDays(from, days - 1);
  const rule = { name: "What the plan holds for wages", source: "Your support plan as it is now, as if it went on" };
  return explain(
    rule,
    lines.map((line) => addingLine(`${line.name}.`, plannedSpending([{ ...line, fromOn: from, toOn: null }], from, to).amount)),
  );
}
