import { suggestMatches } from "../../../shared/bank/suggestMatches.ts";
import type { bankOperations } from "../../../shared/contract/bankOperations.ts";
import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { formatPence, type Pence, pence, sumPence } from "../../../shared/core/money.ts";
import { formatDate, formatShortDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../../db/database.ts";
import { findStatementLine, insertMatch, listMatches, markMatchUndone } from "../../db/repositories/bankRepository.ts";
import { findBudget, listFunders } from "../../db/repositories/budgetRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { postJournal, reverseJournal } from "../../db/repositories/ledgerRepository.ts";
import { listDeductionOrders } from "../../db/repositories/payArrangementRepository.ts";
import { listPlanLines, listPlanLineVersions } from "../../db/repositories/planRepository.ts";
import { isPeriodLocked } from "../../db/repositories/returnRepository.ts";
import type { Handlers } from "../handler.ts";
import { needsYou, overviewLines } from "./lineOverview.ts";
import { gatherMatchFacts, listOpenDues, listOrdersDue, listWagesDue } from "./matchFacts.ts";
import { type MatchTargets, matchJournal } from "./matchJournal.ts";

type Handled = Pick<
  Handlers<typeof bankOperations>,
  "bank.listLines" | "bank.getLine" | "bank.suggestMatches" | "bank.matchChoices" | "bank.matchLine" | "bank.undoMatch"
>;

function remainingOf(db: ReadDb, lineId: string, amountPence: Pence): Pence {
  return pence(listMatches(db, { statementLineId: lineId }).reduce((left, match) => left - match.amountPence, amountPence as number));
}

function targetsOf(db: ReadDb): MatchTargets {
  const budget = findBudget(db);
  return {
    engagements: new Set(listEngagements(db).map((engagement) => engagement.id)),
    funders: new Set(listFunders(db).map((funder) => funder.id)),
    orders: new Map(listEngagements(db).flatMap(({ id }) => listDeductionOrders(db, id).map((order) => [order.id as string, id as string] as const))),
    categories: new Map(budget ? listPlanLineVersions(db, budget.id).map((line) => [line.id, line.category]) : []),
  };
}

/** The day to post on: the line's own, or today for an adjustment when the line's day is in a return that was sent. */
function postingDay(db: ReadDb, bankAccountId: string, onDate: PlainDate, today: PlainDate, asAdjustment: boolean): PlainDate {
  if (!isPeriodLocked(db, bankAccountId, onDate)) return onDate;
  if (!asAdjustment || isPeriodLocked(db, bankAccountId, today)) {
    throw notAllowed(`${formatDate(onDate)} is in a return that was sent`, [
      "What was sent stays as it is.",
      "You can record this as an adjustment dated today. The next return will show it.",
    ]);
  }
  return today;
}

export const matchHandlers: Handled = {
  "bank.listLines": ({ db, today }, { bankAccountId, show, from, to }) => {
    const lines = overviewLines(db, today, { ...(bankAccountId && { bankAccountId }), ...(from && { from }), ...(to && { to }) }).reverse();
    return {
      lines: lines.filter((line) => show === "all" || (show === "needsYou" ? needsYou(line) : !needsYou(line))),
      needsYouCount: lines.filter(needsYou).length,
    };
  },

  "bank.getLine": ({ db, today }, { lineId }) => {
    const line = findStatementLine(db, lineId);
    const overview =
      line && overviewLines(db, today, { bankAccountId: line.bankAccountId, from: line.onDate, to: line.onDate }).find(({ id }) => id === lineId);
    if (!overview) throw notFound("bank line");
    return overview;
  },

  "bank.suggestMatches": ({ db, today }, { lineId }) => {
    const line = findStatementLine(db, lineId);
    if (!line) throw notFound("bank line");
    return suggestMatches({ ...line, amountPence: remainingOf(db, lineId, line.amountPence) }, gatherMatchFacts(db, today));
  },

  "bank.matchChoices": ({ db, today }) => {
    const budget = findBudget(db);
    const total = (account: "hmrcDue" | "pensionDue") => sumPence(listOpenDues(db, account).map((due) => due.amountPence));
    return {
      wages: listWagesDue(db).map((wage) => ({
        engagementId: wage.engagementId,
        payRunId: wage.payRunId,
        words: `${wage.firstName} ${wage.lastName}, payday ${formatShortDate(wage.payday)}: ${formatPence(wage.amountPence)}`,
        amountPence: wage.amountPence,
      })),
      planLines: budget ? listPlanLines(db, budget.id, today).map(({ id, name }) => ({ id, name })) : [],
      funders: listFunders(db).map(({ id, name }) => ({ id, name })),
      orders: listOrdersDue(db).map(({ deductionOrderId, words, amountPence }) => ({
        deductionOrderId,
        words: `${words}: ${formatPence(amountPence)}`,
        amountPence,
      })),
      hmrcOwedPence: total("hmrcDue"),
      pensionOwedPence: total("pensionDue"),
    };
  },

  "bank.matchLine": ({ db, today, now, newId }, { lineId, parts, asAdjustment }) => {
    const line = findStatementLine(db, lineId);
    if (!line) throw notFound("bank line");
    const remaining = remainingOf(db, lineId, line.amountPence);
    if (remaining === 0) throw notAllowed("This line is already matched", ["Undo its match first if it was wrong."]);
    const total = sumPence(parts.map((part) => part.amountPence));
    if (Math.abs(total) > Math.abs(remaining)) {
      throw invalidInput({
        "parts.0.amountPence": `The parts add up to ${formatPence(total)}, but only ${formatPence(remaining)} is left of this line`,
      });
    }
    const postedOn = postingDay(db, line.bankAccountId, line.onDate, today, asAdjustment);
    const targets = targetsOf(db);
    const matchIds = parts.map((part, index) => {
      const journal = matchJournal(line, part, index, targets);
      const matchId = newId();
      const journalId = postJournal(
        db,
        { newId, now },
        {
          postedOn,
          ...journal,
          description: line.description || "Bank line",
          documentKind: "statementLine",
          documentId: line.id,
        },
      );
      insertMatch(db, {
        id: matchId,
        statementLineId: line.id,
        journalId,
        kind: part.kind,
        amountPence: part.amountPence,
        payRunId: part.payRunId ?? null,
        engagementId: part.engagementId ?? null,
        planLineId: part.planLineId ?? null,
        funderId: part.funderId ?? null,
        note: part.note,
        matchedAt: now(),
        undoneJournalId: null,
      });
      return matchId;
    });
    return { matchIds };
  },

  "bank.undoMatch": ({ db, today, now, newId }, { matchId }) => {
    const match = listMatches(db, {}).find((candidate) => candidate.id === matchId);
    const line = match && findStatementLine(db, match.statementLineId);
    if (!match || !line) throw notFound("match");
    const postedOn = postingDay(db, line.bankAccountId, line.onDate, today, true);
    const reversalId = reverseJournal(db, { newId, now }, match.journalId, postedOn, "Match undone");
    markMatchUndone(db, matchId, reversalId);
    return {};
  },
};
