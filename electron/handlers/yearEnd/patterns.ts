import { type Minutes, minutes } from "../../../shared/core/minutes.ts";
import { type Pence, pence, sumPence } from "../../../shared/core/money.ts";
import { addDays, type PlainDate } from "../../../shared/core/plainDate.ts";
import { calculateGrossPay } from "../../../shared/payroll/gross/grossPay.ts";
import { periodSpan } from "../../../shared/payroll/incomeTax/taxPeriod.ts";
import type { PayLine, PayLineKind } from "../../../shared/payroll/types.ts";
import type { PatternLine, PersonPattern } from "../../../shared/payroll/yearEnd/aprilCost.ts";
import type { YearEndDates } from "../../../shared/payroll/yearEnd/yearEndDates.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { findPayRate, listKindsOfTime, listPayRates } from "../../db/repositories/payFactsRepository.ts";
import { listAllPayslips, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { costFactsOf, sentencesOfProblems, shiftsToCost, startCosting } from "../budget/personCost.ts";

/** Everybody's pattern of time with the days it was taken from. Problems name people whose time cannot be costed. */
export interface Patterns {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly people: readonly PersonPattern[];
  readonly problems: readonly string[];
}

interface PatternFrame {
  readonly db: ReadDb;
  readonly employer: Employer;
  readonly dates: YearEndDates;
  readonly rates: TaxYearRates;
  readonly today: PlainDate;
  readonly weeks: number;
}

const goesOn = ({ endOn }: Engagement, { newRatesFrom }: YearEndDates) => endOn === null || endOn >= newRatesFrom;

/** The pattern of the finished payslips of the last weeks, with holiday as it was paid. Sick and family pay, bonuses and corrections are left out. */
export function patternsOfPayslips(frame: PatternFrame): Patterns {
  const { db, dates, weeks, today } = frame;
  const all = listAllPayslips(db);
  const to = all.reduce<PlainDate>((latest, { result }) => (result.periodTo > latest ? result.periodTo : latest), all[0]?.result.periodTo ?? today);
  const from = addDays(to, 1 - weeks * 7);
  const inTime = all.filter(({ result }) => result.periodTo >= from && result.periodFrom >= addDays(from, -27));
  const people = listEngagements(db)
    .filter((engagement) => goesOn(engagement, dates))
    .flatMap((engagement) => {
      const own = inTime.filter(({ engagementId }) => engagementId === engagement.id);
      const lines = linesOf(
        frame,
        engagement,
        own.flatMap(({ result }) => result.payLines),
      );
      return lines.length === 0 ? [] : [personOf(frame, engagement, lines, { count: 1, per: periodsOf(own) }, true)];
    });
  const first = inTime.reduce<PlainDate>((earliest, { result }) => (result.periodFrom < earliest ? result.periodFrom : earliest), to);
  return { from: first, to, people, problems: [] };
}

const periodsOf = (payslips: readonly StoredPayslip[]) => Math.max(1, new Set(payslips.map(({ result }) => result.periodTo)).size);

/** The pattern of the shifts planned in the weeks to come. Holiday that the time builds up is added. */
export function patternsOfRota(frame: PatternFrame): Patterns {
  const { db, employer, dates, rates, today, weeks } = frame;
  const [from, to] = [addDays(today, 1), addDays(today, weeks * 7)];
  const costing = startCosting(db);
  const problems: string[] = [];
  const share = employer.payFrequency === "monthly" ? { count: 52, per: 12 * weeks } : { count: periodSpan[employer.payFrequency], per: weeks };
  const people = listEngagements(db)
    .filter((engagement) => goesOn(engagement, dates))
    .flatMap((engagement) => {
      if (!costing) return [];
      const shifts = shiftsToCost(costing, engagement.id, from, to);
      if (shifts.length === 0) return [];
      const gross = calculateGrossPay({ shifts, kinds: costing.kinds, payRates: listPayRates(db, engagement.id), milesHundredthsBefore: 0 }, rates);
      if (!gross.ok) {
        problems.push(...sentencesOfProblems(gross.problems).map((sentence) => `${fullName(engagement.person)}: ${sentence}`));
        return [];
      }
      return [personOf(frame, engagement, linesOf(frame, engagement, gross.value.lines), share, false)];
    });
  return { from, to, people, problems };
}

function personOf(
  { db, employer, today, dates }: PatternFrame,
  engagement: Engagement,
  lines: readonly PatternLine[],
  share: PersonPattern["share"],
  hasHolidayPay: boolean,
): PersonPattern {
  const on = today < dates.newRatesFrom ? dates.newRatesFrom : today;
  const facts = costFactsOf({ db, employer, kinds: [], allowanceLeft: new Map() }, engagement, on, pence(0));
  return {
    engagementId: engagement.id,
    name: fullName(engagement.person),
    dateOfBirth: engagement.person.dateOfBirth,
    share,
    lines,
    nationalInsuranceCategory: facts.nationalInsuranceCategory,
    pension: facts.pension,
    holidayBuildUp: hasHolidayPay ? "none" : facts.holidayBuildUp,
  };
}

const byTime: readonly PayLineKind[] = ["hours", "timeAwake"];
const byUnit: readonly PayLineKind[] = ["shift", "day"];
const bySum: readonly PayLineKind[] = ["salary", "overtime", "holidayPay", "rolledUpHolidayPay", "taxableMileage", "mileage", "expenses"];
const untaxed: readonly PayLineKind[] = ["mileage", "expenses"];

/** Pay lines of one label and rate put together. */
function linesOf({ db, dates }: PatternFrame, { id }: Engagement, payLines: readonly PayLine[]): PatternLine[] {
  const kinds = listKindsOfTime(db);
  const wanted = payLines.filter(({ kind, amount }) => amount !== 0 && [...byTime, ...byUnit, ...bySum].includes(kind));
  const keyOf = ({ kind, label, ratePence }: PayLine) => (bySum.includes(kind) ? `${kind}|${label}` : `${kind}|${label}|${ratePence}`);
  return [...Map.groupBy(wanted, keyOf).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { kind, label } = first;
    const own = kinds.find(({ name }) => name === label);
    const ratePence = bySum.includes(kind) ? null : first.ratePence;
    const recorded = own && ratePence !== null ? findPayRate(db, id, own.id, dates.newRatesFrom)?.ratePence : undefined;
    const time: Minutes = minutes(group.reduce((sum, line) => sum + (line.minutes ?? 0), 0));
    return [
      {
        label,
        minutes: byTime.includes(kind) ? time : null,
        units: byUnit.includes(kind) ? group.reduce((sum, line) => sum + (line.units ?? 0), 0) : null,
        ratePence,
        recordedRatePence: recorded !== undefined && recorded !== ratePence ? recorded : null,
        sum: sumPence(group.map(({ amount }): Pence => amount)),
        countsForMinimumWage: byTime.includes(kind),
        isTaxed: !untaxed.includes(kind),
      },
    ];
  });
}
