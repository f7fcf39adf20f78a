import { type Explained, type ExplanationLine, explain } from "../../../shared/core/explanation.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { type Pence, pence, sumPence } from "../../../shared/core/money.ts";
import { addDays, type PlainDate } from "../../../shared/core/plainDate.ts";
import { type CostFacts, employerCostOfPay } from "../../../shared/payroll/cost/employerCostOfPay.ts";
import { calculateGrossPay } from "../../../shared/payroll/gross/grossPay.ts";
import type { PaidShift } from "../../../shared/payroll/gross/paidTime.ts";
import { nextPayPeriod, type PayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../../../shared/payroll/problems.ts";
import type { PayLine } from "../../../shared/payroll/types.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { isPensionMember, type KindOfTime, type PayRate } from "../../../shared/people/payFacts.ts";
import { usualSickPayReserve } from "../../../shared/rates/costAssumptions.ts";
import { noRatesMessage, ratesFor } from "../../../shared/rates/ratesFor.ts";
import { minutesBetween, overlaps } from "../../../shared/rota/shift.ts";
import type { ReadDb } from "../../db/database.ts";
import { listAbsences } from "../../db/repositories/absenceRepository.ts";
import { findEmployer, isEmploymentAllowanceClaimed } from "../../db/repositories/employerRepository.ts";
import { findNationalInsuranceSetting, findPensionMembership, listKindsOfTime, listPayRates } from "../../db/repositories/payFactsRepository.ts";
import { sumEmploymentAllowanceUsed } from "../../db/repositories/payRunRepository.ts";
import { listPlannedShifts } from "../../db/repositories/rotaRepository.ts";
import { listWorkedShifts } from "../../db/repositories/timesheetRepository.ts";

/** What is the same for everybody whose time is costed. `allowanceLeft` is used up as people are costed one after another. */
export interface Costing {
  readonly db: ReadDb;
  readonly employer: Employer;
  readonly kinds: readonly KindOfTime[];
  readonly allowanceLeft: Map<string, Pence>;
}

/** Undefined until there is an employer. */
export function startCosting(db: ReadDb): Costing | undefined {
  const employer = findEmployer(db);
  return employer && { db, employer, kinds: listKindsOfTime(db), allowanceLeft: new Map() };
}

/** A shift as pay is worked out from it. `isPlanned`: nobody has worked it yet. */
export interface CostedShift extends PaidShift {
  readonly isPlanned: boolean;
}

/**
 * One person's time from a day to another, both included: what was worked, and what is planned and was neither worked otherwise nor falls on a
 * day of absence. Time without a line of the plan goes to its kind's usual line.
 */
export function shiftsToCost({ db, kinds }: Costing, engagementId: string, from: PlainDate, to: PlainDate): CostedShift[] {
  const range = { from, to, engagementId };
  const lineOf = (shift: { planLineId: string | null; kindOfTimeId: string }) =>
    shift.planLineId ?? kinds.find(({ id }) => id === shift.kindOfTimeId)?.defaultPlanLineId ?? null;
  const worked = listWorkedShifts(db, { ...range, from: addDays(from, -1), to: addDays(to, 1) });
  const absences = listAbsences(db, range);
  const planned = listPlannedShifts(db, range).filter(
    (shift) =>
      !worked.some((other) => other.plannedShiftId === shift.id || overlaps(other, shift)) &&
      !absences.some((absence) => absence.fromOn <= shift.onDate && shift.onDate <= absence.toOn),
  );
  return [
    ...worked.filter(({ onDate }) => from <= onDate && onDate <= to).map((shift) => ({ ...shift, planLineId: lineOf(shift), isPlanned: false })),
    ...planned.map((shift) => ({
      ...shift,
      workedMinutes: minutes(minutesBetween(shift) - shift.breakMinutes),
      awakeMinutes: minutes(0),
      milesHundredths: 0,
      planLineId: lineOf(shift),
      isPlanned: true,
    })),
  ];
}

/** The pay period a day lies in; the first one for days before it. */
export const periodOf = ({ employer }: Costing, on: PlainDate): PayPeriod => nextPayPeriod(employer, addDays(on, -1));

/** What is known of a person for the cost of pay on a payday. The employer's share of a person without a National Insurance letter is letter A's. */
export function costFactsOf({ db, employer }: Costing, engagement: Engagement, payday: PlainDate, otherPayInPeriod: Pence): CostFacts {
  const membership = findPensionMembership(db, engagement.id, payday);
  return {
    on: payday,
    payFrequency: employer.payFrequency,
    nationalInsuranceCategory: findNationalInsuranceSetting(db, engagement.id, payday)?.category ?? "A",
    otherPayInPeriod,
    employmentAllowanceLeft: pence(0),
    pension:
      membership && isPensionMember(membership.status)
        ? {
            taxTreatment: employer.pensionTaxRelief,
            earningsBasis: membership.earningsBasis === "totalPay" ? "allEarnings" : "qualifyingEarnings",
            employeeRate: membership.employeeBasisPoints,
            employerRate: membership.employerBasisPoints,
          }
        : null,
    holidayBuildUp: engagement.holidayBasis === "fixedHours" ? "fixedHours" : "irregularHours",
    expectedStatutoryPay: usualSickPayReserve,
  };
}

/** What is left of the Employment Allowance of a payday's tax year: nothing when it is not claimed. Pence. */
export function allowanceLeftOn({ db, allowanceLeft }: Costing, payday: PlainDate): Pence {
  const rates = ratesFor(payday);
  if (!rates || !isEmploymentAllowanceClaimed(db, rates.taxYear)) return pence(0);
  const known = allowanceLeft.get(rates.taxYear);
  return known ?? pence(Math.max(0, rates.employmentAllowance.yearlyAmount - sumEmploymentAllowanceUsed(db, rates.taxYear)));
}

/** What some shifts of a pay period cost on top of others of the same period. `lines` are the pay lines of the shifts alone. Pence. */
export interface ShiftsCost {
  readonly cost: Explained;
  readonly lines: readonly PayLine[];
}

/** Pay lines outside gross pay, which carry no on-costs. */
const isUntaxed = ({ kind }: PayLine) => kind === "mileage" || kind === "expenses";

/**
 * Costs one person's shifts of one pay period, on top of the other shifts given. The on-costs that start at a threshold of the period fall on the
 * shifts that cross it, so the costs of the weeks of a period add up to the cost of the period. Refuses what `calculateGrossPay` refuses.
 */
export function costOfShifts(
  costing: Costing,
  engagement: Engagement,
  period: PayPeriod,
  shifts: readonly PaidShift[],
  others: readonly PaidShift[],
): Verdict<ShiftsCost> {
  const rates = ratesFor(period.payday);
  if (!rates) return refused(problem("payday", period.payday, noRatesMessage(period.payday), "Look at an earlier week."));
  const payRates: readonly PayRate[] = listPayRates(costing.db, engagement.id);
  const grossOf = (of: readonly PaidShift[]) => calculateGrossPay({ shifts: of, kinds: costing.kinds, payRates, milesHundredthsBefore: 0 }, rates);
  const [own, other] = [grossOf(shifts), grossOf(others)];
  if (!own.ok) return own;
  if (!other.ok) return other;
  const otherPay = sumPence(other.value.lines.filter((line) => !isUntaxed(line)).map(({ amount }) => amount));
  const words = (lines: readonly PayLine[]) => lines.flatMap(({ explanation }) => explanation.lines.map(toldAmount));
  const left = allowanceLeftOn(costing, period.payday);
  const costed = employerCostOfPay(
    { ...costFactsOf(costing, engagement, period.payday, otherPay), employmentAllowanceLeft: left },
    { pay: words(own.value.lines.filter((line) => !isUntaxed(line))), untaxed: words(own.value.lines.filter(isUntaxed)) },
  );
  if (!costed.ok) return costed;
  costing.allowanceLeft.set(rates.taxYear, pence(left - costed.value.allowanceUsed));
  return accepted({ cost: costed.value.cost, lines: own.value.lines });
}

const toldAmount = ({ text, amount }: ExplanationLine) => ({ text, amount: amount ?? pence(0) });

/** Costs of several periods or people as one figure with every step. */
export function joinCosts(costs: readonly Explained[]): Explained {
  const [first] = costs;
  if (first && costs.length === 1) return first;
  return explain(
    first?.rule ?? { name: "Cost to the employer", source: "Nothing is planned or worked" },
    costs.flatMap(({ lines }) => lines),
  );
}

/** The sentences of problems, each once. */
export const sentencesOfProblems = (problems: readonly PayProblem[]): string[] => [
  ...new Set(problems.map(({ rule, wayOut }) => `${rule} ${wayOut}`)),
];
