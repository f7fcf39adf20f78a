import type { HomeAction } from "../../../shared/contract/homeOperations.ts";
import { formatPence, pence } from "../../../shared/core/money.ts";
import { addDays, formatDate, type PlainDate, plainDate } from "../../../shared/core/plainDate.ts";
import { findEmployer } from "../../db/repositories/employerRepository.ts";
import { bankHandlers } from "../bankHandlers.ts";
import type { QueryContext } from "../handler.ts";
import { payHandlers } from "../payHandlers.ts";
import type { setupProgress } from "../people/setupProgress.ts";
import { returnsHandlers } from "../returnsHandlers.ts";
import { listUnconfirmedWeeks } from "../time/unconfirmed.ts";
import { hmrcActions } from "./hmrcActions.ts";

/** Where each step of the set-up is done. */
const setupRoutes: Readonly<Record<string, string>> = { personalAssistants: "/people/new", bankAccount: "/money" };

/** What needs the user, the most pressing first: set-up, then time, pay, HMRC, payments, bank lines, returns. */
export function gatherActions(context: QueryContext, progress: ReturnType<typeof setupProgress>): HomeAction[] {
  const step = progress.steps.find((one) => !one.isDone);
  if (step) {
    const isFirst = progress.steps.every((one) => !one.isDone);
    const title = isFirst ? "Set up the budget" : `Go on setting up: ${step.title}`;
    const route = setupRoutes[step.id] ?? "/setup";
    return [
      {
        id: "setup",
        title,
        detail: "A few questions. What you enter is kept as you go.",
        button: isFirst ? "Start setting up" : "Go on setting up",
        route,
        dueOn: null,
        area: "setup",
      },
    ];
  }
  const dated = [...timeAndPay(context), ...hmrcActions(context), ...payments(context), ...returnsToSend(context)];
  dated.sort((a, b) => compare(a.dueOn, b.dueOn));
  return [...dated, ...bankLines(context)];
}

const dayOrNull = (day: string | null) => (day === null ? null : plainDate(day));

/** Things without a day come last. */
const compare = (one: PlainDate | null, other: PlainDate | null) => {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null || one < other ? -1 : 1;
};

/** Timesheets to confirm come before the pay run that needs them. */
function timeAndPay(context: QueryContext): HomeAction[] {
  const { db, today } = context;
  const period = findEmployer(db) ? payHandlers["pay.suggestNextPeriod"](context, {}) : null;
  const unconfirmed = listUnconfirmedWeeks(db, today);
  const found: HomeAction[] = [];
  const payday = period && period.periodFrom <= today ? plainDate(period.payday) : null;
  if (unconfirmed.length > 0) {
    const names = [...new Set(unconfirmed.map((week) => week.name))].join(", ");
    const title = unconfirmed.length === 1 ? "Confirm 1 timesheet" : `Confirm ${unconfirmed.length} timesheets`;
    found.push({
      id: "time",
      title,
      detail: `Hours are waiting for you to agree them: ${names}.`,
      button: "Confirm timesheets",
      route: unconfirmed[0] ? `/time/${unconfirmed[0].weekFrom}` : "/time",
      dueOn: payday,
      area: "time",
    });
  }
  const draft = payHandlers["pay.listRuns"](context, {}).find((run) => run.state === "draft");
  if (draft || (period && period.periodTo < addDays(today, 3))) {
    const run = draft ?? period;
    if (run) {
      found.push({
        id: "pay",
        title: `Pay for ${formatDate(plainDate(run.periodFrom))} to ${formatDate(plainDate(run.periodTo))}`,
        detail: "Check the pay, then finish the run. Payslips and the figures for HMRC are made then.",
        button: draft ? "Go on with this pay run" : "Work out the pay",
        route: draft ? `/pay/${draft.id}` : "/pay",
        dueOn: plainDate(run.payday),
        area: "pay",
      });
    }
  }
  return found;
}

function payments(context: QueryContext): HomeAction[] {
  if (!findEmployer(context.db)) return [];
  const until = addDays(context.today, 14);
  return payHandlers["pay.paymentsDue"](context, {})
    .filter((due) => due.left > 0 && due.dueOn <= until)
    .map((due) => ({
      id: due.id,
      title: `Pay ${formatPence(pence(due.left))} to ${due.payTo}`,
      detail: due.reference ? `${due.what}. Reference ${due.reference}.` : `${due.what}.`,
      button: "See what to pay",
      route: due.kind === "hmrc" ? "/hmrc/paying" : "/pay",
      dueOn: plainDate(due.dueOn),
      area: "pay",
    }));
}

function bankLines(context: QueryContext): HomeAction[] {
  const count = bankHandlers["bank.listLines"](context, { show: "needsYou" }).needsYouCount;
  if (count === 0) return [];
  const title = count === 1 ? "1 bank line needs you" : `${count} bank lines need you`;
  return [
    {
      id: "money",
      title,
      detail: "Match it to what it was for, or add the receipt.",
      button: "Look at the bank lines",
      route: "/money",
      dueOn: null,
      area: "money",
    },
  ];
}

function returnsToSend(context: QueryContext): HomeAction[] {
  const { returns, suggestions } = returnsHandlers["returns.list"](context, {});
  const open = returns.filter((entry) => entry.state === "open");
  const started = open.map((entry): HomeAction => {
    const detail = `${formatDate(plainDate(entry.periodFrom))} to ${formatDate(plainDate(entry.periodTo))}, for ${entry.funderName}.`;
    return {
      id: entry.id,
      title: `Finish the ${entry.word}`,
      detail,
      button: "Go on with it",
      route: `/returns/${entry.id}`,
      dueOn: dayOrNull(entry.dueOn),
      area: "returns",
    };
  });
  const next = suggestions.find((suggestion) => suggestion.hasEnded && suggestion.dueOn !== null);
  if (started.length > 0 || !next) return started;
  const detail = `The period from ${formatDate(plainDate(next.periodFrom))} to ${formatDate(plainDate(next.periodTo))} is over.`;
  return [
    {
      id: "return",
      title: "Make the next audit return",
      detail,
      button: "Start the return",
      route: "/returns",
      dueOn: dayOrNull(next.dueOn),
      area: "returns",
    },
  ];
}
