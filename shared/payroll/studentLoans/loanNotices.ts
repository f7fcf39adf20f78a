import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { StudentLoanRates } from "../../rates/taxYearRates.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { StudentLoanPlan } from "../types.ts";

/** A kind of loan that is taken from wages; `unknown` is an undergraduate loan whose plan the employee does not know. */
export type LoanKind = StudentLoanPlan | "postgraduate" | "unknown";

/**
 * A start notice (SL1 or PGL1), or what the employee ticked on the starter checklist, and the stop notice (SL2 or PGL2) that ended it. `startOn` is the
 * date on the start notice, `stopOn` the date on the stop notice or null.
 */
export interface LoanNotice {
  readonly from: "hmrc" | "employee";
  readonly loan: LoanKind;
  readonly startOn: PlainDate;
  readonly stopOn: PlainDate | null;
}

/** Which loans are taken on a payday, and why. */
export interface LoansInForce {
  readonly plan: StudentLoanPlan | null;
  readonly hasPostgraduateLoan: boolean;
  readonly lines: readonly string[];
}

type LoanRates = { readonly taxYear: string; readonly studentLoans: StudentLoanRates };

/**
 * The loans to take on a payday: from the first payday on or after the date of the start notice, until the first payday on or after the date of the stop
 * notice; a payday with low pay stops nothing. Only one undergraduate plan at a time: HMRC's newest start notice, else of the plans the employee
 * ticked the one with the lowest threshold, else the plan to assume (plan 1 up to 2025-26, plan 5 since). The postgraduate loan stands beside it.
 * Refuses a stop before the start and a plan that is not taken in the year.
 * Source: GOV.UK, Repaying student loans: employers, https://www.gov.uk/guidance/special-rules-for-student-loans; payroll rules, section 6. The lowest
 * threshold among ticked plans and a stop from the stop notice's own date are recalled.
 */
export function loansInForce(notices: readonly LoanNotice[], payday: PlainDate, rates: LoanRates): Verdict<LoansInForce> {
  const problems = notices.flatMap(stopBeforeStart);
  if (problems.length > 0) return refused(...problems);
  const running = notices.filter(({ startOn, stopOn }) => startOn <= payday && (stopOn === null || payday < stopOn));
  const postgraduate = running.find(({ loan }) => loan === "postgraduate");
  const undergraduate = planInForce(
    running.filter(({ loan }) => loan !== "postgraduate"),
    rates,
  );
  if (undergraduate !== null && rates.studentLoans.plans[undergraduate.plan] === null) {
    const rule = `Plan ${undergraduate.plan} is not taken from wages in ${rates.taxYear}.`;
    return refused(problem("studentLoanPlan", undergraduate.plan, rule, "Check the plan on the start notice from HMRC."));
  }
  const lines = [
    ...(undergraduate === null ? [] : [undergraduate.reason]),
    ...(postgraduate === undefined ? [] : [`A postgraduate loan is taken since ${formatDate(postgraduate.startOn)}.`]),
  ];
  return accepted({
    plan: undergraduate?.plan ?? null,
    hasPostgraduateLoan: postgraduate !== undefined,
    lines: lines.length > 0 ? lines : ["No loan is taken on this payday."],
  });
}

function planInForce(running: readonly LoanNotice[], rates: LoanRates): { readonly plan: StudentLoanPlan; readonly reason: string } | null {
  if (running.length === 0) return null;
  const known = running.flatMap((notice) => {
    const plan = StudentLoanPlan.safeParse(notice.loan).data;
    return plan === undefined ? [] : [{ ...notice, plan }];
  });
  const newest = known
    .filter(({ from }) => from === "hmrc")
    .reduce<(typeof known)[number] | null>((best, notice) => (best === null || notice.startOn >= best.startOn ? notice : best), null);
  if (newest !== null) return { plan: newest.plan, reason: `Plan ${newest.plan}, by HMRC's start notice of ${formatDate(newest.startOn)}.` };
  const ticked = known.map(({ plan }) => plan);
  const lowest = byThreshold(ticked, rates)[0];
  if (lowest !== undefined) {
    const why = ticked.length > 1 ? ", the lowest threshold of the plans the employee ticked" : ", as the employee said";
    return { plan: lowest, reason: `Plan ${lowest}${why}.` };
  }
  const assumed = rates.studentLoans.planWhenUnknown;
  return { plan: assumed, reason: `Plan ${assumed}, which is assumed in ${rates.taxYear} when nobody knows the plan.` };
}

/** Plans taken this year, the lowest threshold first; plans not taken this year last. */
function byThreshold(plans: readonly StudentLoanPlan[], { studentLoans }: LoanRates): StudentLoanPlan[] {
  const threshold = (plan: StudentLoanPlan) => studentLoans.plans[plan]?.yearlyThreshold ?? Number.POSITIVE_INFINITY;
  return [...plans].sort((a, b) => threshold(a) - threshold(b));
}

function stopBeforeStart({ startOn, stopOn }: LoanNotice): PayProblem[] {
  if (stopOn === null || stopOn >= startOn) return [];
  const rule = `The loan stops before it starts, on ${formatDate(startOn)}.`;
  return [problem("stopOn", stopOn, rule, "Copy both dates from the start notice and the stop notice.")];
}
