import { addingLine, type Explained, type ExplanationLine, explain, type Rule, tellingLine } from "../core/explanation.ts";
import { formatMinutes, minutes } from "../core/minutes.ts";
import { type BasisPoints, formatRate, multiply, multiplyRatio, type Pence, pence, splitByWeight, sumPence } from "../core/money.ts";
import { addDays, formatDate, laterOf, type PlainDate } from "../core/plainDate.ts";
import type { JournalEvent } from "../ledger/journal.ts";
import { type PlanTerms, plannedSpending } from "./plannedSpending.ts";

/** Spending on a plan line as posted, with the event that caused it (of the first journal, when this one reverses it). */
export interface SpendingEntry {
  readonly event: JournalEvent;
  readonly amountPence: Pence;
}

/** Time that will have to be paid: worked and not yet paid, or planned. Pence before employer costs. */
export interface PromisedTime {
  readonly source: "worked" | "planned";
  readonly onDate: PlainDate;
  readonly paidMinutes: number;
  readonly amountPence: Pence;
}

export interface PlanLineFacts {
  readonly versions: readonly PlanTerms[];
  readonly spending: readonly SpendingEntry[];
  readonly promised: readonly PromisedTime[];
}

/** The frame of all lines: the day asked about, the budget's first and last day, and what employing costs on top of pay. */
export interface PositionFrame {
  readonly on: PlainDate;
  readonly budgetFrom: PlainDate;
  readonly budgetTo: PlainDate;
  readonly onCostRate: BasisPoints;
}

/** Where one line of the plan stands. Each figure says how it came about. */
export interface PlanLinePosition {
  readonly plannedToDate: Explained;
  readonly plannedToEnd: Explained;
  readonly spent: Explained;
  readonly promised: Explained;
  readonly free: Explained;
  readonly forecast: Explained;
  readonly standing: "onPlan" | "over" | "under";
}

const ledgerSource = "Your own books: finished pay runs and matched bank lines";
const spentRule: Rule = { name: "Everything spent on this line of the plan up to the day", source: ledgerSource };
const promisedRule: Rule = {
  name: "Time worked and not yet paid, and shifts planned, at today's pay rates with employer costs",
  source: "Timesheets, the rota and pay rates",
};
const freeRule: Rule = { name: "The plan to its end, less what is spent and what is promised", source: ledgerSource };
const forecastRule: Rule = { name: "What is spent and promised, then the plan's own amount for the days after", source: "Your plan, books and rota" };

const eventWords: Partial<Record<JournalEvent, string>> = {
  payRun: "Wages with employer costs",
  employmentAllowance: "Employment Allowance",
  purchase: "Payments from the bank",
  refund: "Money that came back",
  invoice: "Invoices",
  payrollCorrection: "Corrections of pay",
};

/** Works out where one line of the plan stands on a day. */
export function planLinePosition({ versions, spending, promised }: PlanLineFacts, frame: PositionFrame): PlanLinePosition {
  const { on, budgetFrom, budgetTo } = frame;
  const plannedToEnd = plannedSpending(versions, budgetFrom, budgetTo);
  const spent = explainSpent(spending);
  const promise = explainPromised(promised, frame);
  const forecast = explainForecast(versions, spent.amount, promise, promised, plannedToEnd.amount, frame);
  return {
    plannedToDate: plannedSpending(versions, budgetFrom, on < budgetTo ? on : budgetTo),
    plannedToEnd,
    spent,
    promised: promise,
    free: explain(freeRule, [
      addingLine("The plan to its end", plannedToEnd.amount),
      addingLine("Less spent", pence(-spent.amount)),
      addingLine("Less promised", pence(-promise.amount)),
    ]),
    forecast,
    standing: standingOf(forecast.amount, plannedToEnd.amount),
  };
}

function explainSpent(spending: readonly SpendingEntry[]): Explained {
  const sums = Map.groupBy(spending, (entry) => eventWords[entry.event] ?? "Other");
  return explain(
    spentRule,
    [...sums].map(([words, entries]) => addingLine(words, sumPence(entries.map((entry) => entry.amountPence)))),
  );
}

function explainPromised(promised: readonly PromisedTime[], { onCostRate }: PositionFrame): Explained {
  const part = (source: PromisedTime["source"], words: string): ExplanationLine[] => {
    const own = promised.filter((time) => time.source === source);
    const time = minutes(own.reduce((sum, each) => sum + each.paidMinutes, 0));
    return own.length === 0 ? [] : [addingLine(`${words}: ${formatMinutes(time)}`, sumPence(own.map((each) => each.amountPence)))];
  };
  const pay = sumPence(promised.map((time) => time.amountPence));
  const onCosts = multiply(pay, onCostRate, "nearest");
  return explain(promisedRule, [
    ...part("worked", "Worked and not yet paid"),
    ...part("planned", "Planned shifts"),
    ...(onCosts === 0 ? [] : [addingLine(`Employer costs, ${formatRate(onCostRate)} on top as in your pay runs so far`, onCosts)]),
  ]);
}

/**
 * Hours and sums that come back every week or month go on as planned after the last day that is known. A sum for a year or for one purchase is
 * often paid at once, so it is spent in full by the end and never twice.
 */
function explainForecast(
  versions: readonly PlanTerms[],
  spent: Pence,
  promise: Explained,
  promised: readonly PromisedTime[],
  plannedToEnd: Pence,
  { on, budgetFrom, budgetTo }: PositionFrame,
): Explained {
  const start = [addingLine("Spent so far", spent), addingLine("Promised", promise.amount)];
  const last = versions.at(-1);
  if (last?.kind !== "hours" && (last?.frequency === "once" || last?.frequency === "yearly")) {
    const left = pence(Math.max(0, plannedToEnd - spent - promise.amount));
    return explain(forecastRule, [
      ...start,
      addingLine(last.frequency === "once" ? "Still to be bought as planned" : "Left of the sum in the plan", left),
    ]);
  }
  const knownTo = promised.reduce<PlainDate>((last, time) => laterOf(last, time.onDate), laterOf(on, addDays(budgetFrom, -1)));
  if (knownTo >= budgetTo) return explain(forecastRule, start);
  const rest = plannedSpending(versions, addDays(knownTo, 1), budgetTo);
  return explain(forecastRule, [
    ...start,
    tellingLine(`What will happen is known to ${formatDate(knownTo)}.`),
    addingLine(`As planned from ${formatDate(addDays(knownTo, 1))} to ${formatDate(budgetTo)}`, rest.amount),
  ]);
}

/** Over: more than 2% above the plan. Under: more than 5% below it. */
export function standingOf(forecast: Pence, plan: Pence): PlanLinePosition["standing"] {
  if (forecast > multiplyRatio(plan, 102, 100, "nearest")) return "over";
  return forecast < multiplyRatio(plan, 95, 100, "nearest") ? "under" : "onPlan";
}

/** A funder's part of the budget on a day. */
export interface ShareTerms {
  readonly funderId: string;
  readonly shareBasisPoints: BasisPoints;
  readonly takesResidualPenny: boolean;
}

/** Cuts an amount by the funders' shares; the parts always add up to it. The odd penny goes to the funder named for it. */
export function shareOut(amount: Pence, shares: readonly ShareTerms[]): { readonly funderId: string; readonly amountPence: Pence }[] {
  const residual = shares.findIndex((share) => share.takesResidualPenny);
  const parts = splitByWeight(
    amount,
    shares.map((share) => share.shareBasisPoints),
    residual === -1 ? undefined : residual,
  );
  return shares.map((share, index) => ({ funderId: share.funderId, amountPence: parts[index] ?? pence(0) }));
}
