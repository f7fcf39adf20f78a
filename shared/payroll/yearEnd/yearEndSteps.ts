import { addMonths, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { FilingRoute } from "../../people/employer.ts";
import type { AllowanceNextYear } from "./allowanceNextYear.ts";
import type { NewRatesCheck } from "./newRatesCheck.ts";
import type { YearEndDates } from "./yearEndDates.ts";

/** The steps of year end and start, in the order they are done. */
export const yearEndStepIds = ["april", "minimumWage", "rates", "finalSubmission", "codes", "allowance", "relief", "people", "p60s"] as const;
export type YearEndStepId = (typeof yearEndStepIds)[number];

/** `notYet`: its time has not come. `look`: nothing has to be recorded, only looked at. */
export interface YearEndStep {
  readonly id: YearEndStepId;
  readonly title: string;
  readonly state: "done" | "toDo" | "notYet" | "look";
  readonly by: PlainDate | null;
  readonly lines: readonly string[];
}

/** What is known of the year that ends. Days are null while nothing is recorded. */
export interface YearEndFacts {
  readonly today: PlainDate;
  readonly dates: YearEndDates;
  readonly filingRoute: FilingRoute;
  /** Every payday that the rhythm gives the tax year, and extra ones that were finished. */
  readonly paydays: readonly { readonly payday: PlainDate; readonly isFinished: boolean; readonly toldOn: PlainDate | null }[];
  /** The day HMRC was told that the year is over. */
  readonly finalToldOn: PlainDate | null;
  readonly p60s: readonly { readonly name: string; readonly givenOn: PlainDate | null }[];
  readonly codes: { readonly people: number; readonly toRecord: number; readonly isConfirmed: boolean };
  readonly rates: NewRatesCheck;
  readonly minimumWage: { readonly isKnown: boolean; readonly below: number };
  readonly allowance: AllowanceNextYear;
  readonly isReliefAnswered: boolean;
  readonly goOn: number;
}

/** Every step with what is done and what is left, from the facts. Source: GOV.UK, Payroll: annual reporting and tasks; payroll rules, sections 5.6, 8 and 14. */
export function yearEndSteps(facts: YearEndFacts): YearEndStep[] {
  const { dates, today } = facts;
  const isAfter = today >= dates.newRatesFrom;
  // Earlier, nobody can do anything about it: the rates and codes of the next year come out in February.
  const isNear = today >= addMonths(dates.minimumWageFrom, -1);
  const count = (many: number, one: string, more: string) => (many === 1 ? `1 ${one}` : `${many} ${more}`);
  return [
    {
      id: "april",
      title: "Rehearse what April will cost",
      state: "look",
      by: dates.minimumWageFrom,
      lines: ["See the next year’s cost of the same hours, beside the budget."],
    },
    {
      id: "minimumWage",
      title: "Minimum wage on 1 April",
      state: !facts.minimumWage.isKnown ? "notYet" : facts.minimumWage.below > 0 ? "toDo" : "done",
      by: dates.minimumWageFrom,
      lines: [
        !facts.minimumWage.isKnown
          ? "The new rates are not in this version yet."
          : facts.minimumWage.below > 0
            ? `${count(facts.minimumWage.below, "rate of pay falls", "rates of pay fall")} below it.`
            : "All hourly rates are high enough.",
      ],
    },
    {
      id: "rates",
      title: `Rates for ${dates.nextTaxYear}`,
      state: facts.rates.hasRates ? "done" : isNear ? "toDo" : "notYet",
      by: dates.newRatesFrom,
      lines: facts.rates.lines.slice(0, 1),
    },
    finalSubmissionStep(facts),
    {
      id: "codes",
      title: "Tax codes from 6 April",
      state: facts.codes.toRecord > 0 ? "toDo" : facts.codes.isConfirmed ? "done" : "notYet",
      by: dates.newRatesFrom,
      lines: [
        facts.codes.toRecord > 0
          ? `${count(facts.codes.toRecord, "code changes", "codes change")} and must be recorded.`
          : facts.codes.isConfirmed
            ? `All codes of ${count(facts.codes.people, "person", "people")} are ready.`
            : "HMRC’s instructions come in February.",
      ],
    },
    {
      id: "allowance",
      title: "Employment Allowance",
      state: facts.allowance.isSettled ? "done" : isNear ? "toDo" : "notYet",
      by: dates.newRatesFrom,
      lines: facts.allowance.lines.slice(0, 1),
    },
    {
      id: "relief",
      title: "Small Employers’ Relief",
      state: facts.isReliefAnswered ? "done" : isAfter ? "toDo" : "notYet",
      by: null,
      lines: [facts.isReliefAnswered ? `Answered for ${dates.nextTaxYear}.` : "Answer it once the last payday of the year is finished."],
    },
    {
      id: "people",
      title: "Who goes on, and with what",
      state: "look",
      by: dates.newRatesFrom,
      lines: [`${count(facts.goOn, "person goes", "people go")} on. Totals start again at nothing by themselves.`],
    },
    p60Step(facts),
  ];
}

function finalSubmissionStep({ dates, filingRoute, paydays, finalToldOn, today }: YearEndFacts): YearEndStep {
  const finished = paydays.filter(({ isFinished }) => isFinished).length;
  const told = paydays.filter(({ toldOn }) => toldOn !== null).length;
  const route =
    filingRoute === "paper"
      ? `You file on paper: the RT2 of the last quarter and the last RT5 reach HMRC by ${formatDate(dates.finalSummaryBy)}.`
      : filingRoute === "bureau"
        ? "Your bureau sends it. Ask for its confirmation."
        : `Mark the last Full Payment Submission of the year as final, by ${formatDate(dates.lastFullPaymentSubmissionBy)}. If it was not marked, say so on an Employer Payment Summary by ${formatDate(dates.finalSummaryBy)}.`;
  const lines = [`${finished} of ${paydays.length} paydays are finished.`];
  const isRegistered = filingRoute !== "notRegistered";
  if (isRegistered && filingRoute !== "bureau") lines.push(`HMRC was told of ${told} of ${paydays.length}.`);
  lines.push(
    !isRegistered
      ? "You are not registered as an employer, so HMRC is told nothing."
      : finalToldOn === null
        ? route
        : `HMRC was told on ${formatDate(finalToldOn)} that the year is over.`,
  );
  const everyPayday = finished === paydays.length && (filingRoute === "bureau" || !isRegistered || told === paydays.length);
  const isDone = everyPayday && (!isRegistered || finalToldOn !== null);
  const last = paydays.reduce<PlainDate>((latest, { payday }) => (payday > latest ? payday : latest), dates.from);
  return {
    id: "finalSubmission",
    title: "The last submission of the year",
    state: isDone ? "done" : today < last ? "notYet" : "toDo",
    by: dates.finalSummaryBy,
    lines,
  };
}

function p60Step({ dates, p60s, today }: YearEndFacts): YearEndStep {
  const given = p60s.filter(({ givenOn }) => givenOn !== null).length;
  const waits = today < dates.newRatesFrom;
  return {
    id: "p60s",
    title: "A P60 for everybody",
    state: p60s.length > 0 && given === p60s.length ? "done" : p60s.length === 0 || waits ? "notYet" : "toDo",
    by: dates.p60By,
    lines: [
      p60s.length === 0 ? "Nobody is due a P60 yet." : `${given} of ${p60s.length} are given. By law they are due by ${formatDate(dates.p60By)}.`,
    ],
  };
}
