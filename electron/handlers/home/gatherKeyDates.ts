import { YearEndOverview } from "../../../shared/contract/yearEndOperations.ts";
import { addDays, formatDate, plainDate } from "../../../shared/core/plainDate.ts";
import { buildKeyDates, type KeyDate, type KeyDateFacts } from "../../../shared/keyDates/keyDates.ts";
import { yearEndKeyDates } from "../../../shared/keyDates/yearEndKeyDates.ts";
import { nextPayPeriod, payPeriodAt } from "../../../shared/payroll/payRun/payRun.ts";
import { findBudget } from "../../db/repositories/budgetRepository.ts";
import { findEmployer, listInsurancePolicies } from "../../db/repositories/employerRepository.ts";
import { listOwnKeyDates } from "../../db/repositories/keyDateRepository.ts";
import { listPayRuns } from "../../db/repositories/payRunRepository.ts";
import type { QueryContext } from "../handler.ts";
import { payHandlers } from "../payHandlers.ts";
import { returnsHandlers } from "../returnsHandlers.ts";
import { yearEndHandlers } from "../yearEndHandlers.ts";

/** Gathers the facts behind every key date and works the dates out. */
export function gatherKeyDates(context: QueryContext): KeyDate[] {
  const { db } = context;
  const budget = findBudget(db);
  const insuranceEnds = listInsurancePolicies(db)
    .map((policy) => policy.toOn)
    .sort()
    .at(-1);
  return buildKeyDates({
    paydays: paydays(context),
    hmrcPayments: hmrcPayments(context),
    returns: auditReturns(context),
    reviewsOn: [budget?.firstReviewOn, budget?.nextReviewOn].filter((on) => on !== null && on !== undefined),
    insuranceEndsOn: insuranceEnds,
    budgetEndsOn: budget?.toOn,
    yearEnd: yearEnd(context),
    own: listOwnKeyDates(db),
  });
}

/** Paydays not finished yet: the next one, and those after it for a year. */
function paydays({ db, today }: QueryContext): KeyDateFacts["paydays"] {
  const employer = findEmployer(db);
  if (!employer) return [];
  const runs = listPayRuns(db).filter((run) => run.kind === "regular" && run.state === "finished");
  const next = nextPayPeriod(employer, runs[0]?.periodTo);
  const found = [];
  for (let index = 0; ; index += 1) {
    const period = payPeriodAt(employer, index);
    if (period.payday > addDays(today, 366)) return found;
    if (period.periodFrom >= next.periodFrom) found.push({ ...period, isFinished: false });
  }
}

function hmrcPayments(context: QueryContext): KeyDateFacts["hmrcPayments"] {
  if (!findEmployer(context.db)) return [];
  return payHandlers["pay.hmrcMonths"](context, {}).map((month) => ({
    dueOn: plainDate(month.dueOn),
    label: `${formatDate(plainDate(month.from))} to ${formatDate(plainDate(month.to))}`,
    isPaid: month.left <= 0,
  }));
}

/** Days around the end of the tax year that ends next, or has just ended. */
function yearEnd(context: QueryContext): KeyDateFacts["yearEnd"] {
  if (!findEmployer(context.db)) return [];
  const { dates, filingRoute, steps } = YearEndOverview.parse(yearEndHandlers["yearEnd.overview"](context, {}));
  return yearEndKeyDates(dates, filingRoute, steps);
}

/** Returns started and not sent; with none started, the next one the funder will want. */
function auditReturns(context: QueryContext): KeyDateFacts["returns"] {
  const { returns, suggestions } = returnsHandlers["returns.list"](context, {});
  const open = returns.filter((entry) => entry.state === "open" && entry.dueOn !== null);
  if (open.length > 0) {
    return open.map((entry) => ({
      dueOn: plainDate(entry.dueOn ?? entry.periodTo),
      label: `Send the ${entry.word} for ${formatDate(plainDate(entry.periodFrom))} to ${formatDate(plainDate(entry.periodTo))}`,
      route: `/returns/${entry.id}`,
      isSent: false,
    }));
  }
  const next = suggestions.find((suggestion) => suggestion.dueOn !== null);
  if (!next?.dueOn) return [];
  return [
    {
      dueOn: plainDate(next.dueOn),
      label: `Send the return for ${formatDate(plainDate(next.periodFrom))} to ${formatDate(plainDate(next.periodTo))}`,
      route: "/returns",
      isSent: false,
    },
  ];
}
