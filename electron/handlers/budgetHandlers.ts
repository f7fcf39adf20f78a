import { explainLeft, explainOwed, explainReserve, type Owed, workOutSurplus } from "../../shared/budget/accountPosition.ts";
import { shareOut } from "../../shared/budget/budgetPosition.ts";
import { weeklyPayment } from "../../shared/budget/expectedReceipts.ts";
import type { budgetOperations, PlanLineEntry, PlanLineStanding } from "../../shared/contract/budgetOperations.ts";
import { notFound } from "../../shared/contract/errors.ts";
import { addingLine, explain } from "../../shared/core/explanation.ts";
import { type Pence, pence, sumPence } from "../../shared/core/money.ts";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import type { ReadDb } from "../db/database.ts";
import { listBankAccounts, sumUnexplained } from "../db/repositories/bankRepository.ts";
import { findBudget, listFunderShares, listFunders, listPaymentSchedules } from "../db/repositories/budgetRepository.ts";
import { findEngagement } from "../db/repositories/engagementRepository.ts";
import { type LedgerPosting, sumPostings } from "../db/repositories/ledgerRepository.ts";
import { listPlanLineVersions } from "../db/repositories/planRepository.ts";
import { gatherPosition, listSpending } from "./budget/gatherPosition.ts";
import { hoursLeft, plannedCost, totalOfPlanned } from "./budget/plannedCost.ts";
import type { Handlers } from "./handler.ts";

/** What each due account owes on a day. A debt is a credit, below zero in the books; nothing owed is 0. */
function owedOn(db: ReadDb, on: PlainDate): Owed {
  const owed = (account: "wagesDue" | "hmrcDue" | "pensionDue" | "suppliersDue" | "owedToPerson") =>
    pence(Math.max(0, -sumPostings(db, { account, to: on })));
  return {
    wages: owed("wagesDue"),
    hmrc: owed("hmrcDue"),
    pension: owed("pensionDue"),
    suppliers: owed("suppliersDue"),
    toPerson: owed("owedToPerson"),
  };
}

/** The money that is really there: the books, and the bank lines that wait to be explained. */
function inBankOn(db: ReadDb, on: PlainDate) {
  return explain(
    { name: "Your books to the day, and the bank lines that you have not explained yet", source: "Your own books and bank statements" },
    listBankAccounts(db).flatMap((account) => {
      const unexplained = sumUnexplained(db, account.id, on);
      return [
        addingLine(`${account.name}: opening balance and explained lines`, sumPostings(db, { account: "bank", bankAccountId: account.id, to: on })),
        ...(unexplained === 0 ? [] : [addingLine(`${account.name}: lines not yet explained`, unexplained)]),
      ];
    }),
  );
}

const total = (lines: readonly PlanLineStanding[], of: (line: PlanLineStanding) => { readonly amount: Pence }) =>
  sumPence(lines.map((line) => of(line).amount));

export const budgetHandlers: Handlers<typeof budgetOperations> = {
  "budget.position": ({ db, today }, { on = today }) => {
    const budget = findBudget(db);
    const lines = budget ? gatherPosition(db, budget, on) : [];
    const known = new Set<string | null>(lines.map((line) => line.planLineId));
    const notOnPlan = sumPence(
      listSpending(db, on)
        .filter((posting) => !known.has(posting.planLineId))
        .map((posting) => posting.amountPence),
    );
    const shares = budget ? listFunderShares(db, budget.id, on) : [];
    const names = new Map(listFunders(db).map((funder) => [funder.id as string, funder.name]));
    const planned = total(lines, (line) => line.plannedToEnd);
    const spent = total(lines, (line) => line.spent);
    const [plannedParts, spentParts] = [shareOut(planned, shares), shareOut(pence(spent + notOnPlan), shares)];
    return {
      on,
      budget: budget ? { reference: budget.reference, fromOn: budget.fromOn, toOn: budget.toOn } : null,
      lines,
      totals: {
        plannedToDatePence: total(lines, (line) => line.plannedToDate),
        plannedToEndPence: planned,
        spentPence: spent,
        promisedPence: total(lines, (line) => line.promised),
        freePence: total(lines, (line) => line.free),
        forecastPence: total(lines, (line) => line.forecast),
      },
      notOnPlanPence: notOnPlan,
      funders: shares.map(({ funderId, shareBasisPoints }, index) => ({
        funderId,
        name: names.get(funderId) ?? "",
        shareBasisPoints,
        plannedPence: plannedParts[index]?.amountPence ?? pence(0),
        spentPence: spentParts[index]?.amountPence ?? pence(0),
      })),
    };
  },

  "budget.account": ({ db, today }, { on = today }) => {
    const budget = findBudget(db);
    const inBank = inBankOn(db, on);
    const owed = explainOwed(owedOn(db, on));
    const weekly = budget ? weeklyPayment(listPaymentSchedules(db, budget.id), on) : pence(0);
    const reserveWeeks = budget?.reserveWeeks ?? 0;
    const surplus = workOutSurplus({
      closing: inBank.amount,
      owed: owed.amount,
      earmarked: pence(0),
      weeklyPayment: weekly,
      reserveWeeks,
      deduct: { owed: true, earmarked: true },
    });
    return {
      on,
      inBank,
      owed,
      left: explainLeft(inBank.amount, owed.amount),
      reserve: explainReserve(weekly, reserveWeeks),
      spare: surplus.surplus,
      belowReservePence: surplus.belowReserve,
      shortfallPence: surplus.shortfall,
      reserveWeeks,
    };
  },

  "budget.surplus": ({ db, today }, { on = today, reserveWeeks, earmarkedPence, deductOwed, deductEarmarked }) => {
    const budget = findBudget(db);
    if (!budget) throw notFound("budget");
    const { surplus, belowReserve, shortfall } = workOutSurplus({
      closing: inBankOn(db, on).amount,
      owed: explainOwed(owedOn(db, on)).amount,
      earmarked: earmarkedPence ?? pence(0),
      weeklyPayment: weeklyPayment(listPaymentSchedules(db, budget.id), on),
      reserveWeeks: reserveWeeks ?? budget.reserveWeeks,
      deduct: { owed: deductOwed, earmarked: deductEarmarked },
    });
    const names = new Map(listFunders(db).map((funder) => [funder.id as string, funder.name]));
    return {
      surplus,
      belowReservePence: belowReserve,
      shortfallPence: shortfall,
      shares: shareOut(surplus.amount, listFunderShares(db, budget.id, on)).map((share) => ({ ...share, name: names.get(share.funderId) ?? "" })),
    };
  },

  "budget.plannedCost": ({ db, today }, { on = today }) => {
    const budget = findBudget(db);
    const { lines, problems } = budget ? plannedCost(db, budget, on) : { lines: [], problems: [] };
    const names = new Map(budget ? listPlanLineVersions(db, budget.id).map(({ id, name }) => [id as string, name]) : []);
    return { on, toOn: budget?.toOn ?? null, lines, total: totalOfPlanned(lines, (id) => names.get(id) ?? ""), problems };
  },

  "budget.hoursLeft": ({ db, today }, { planLineId, engagementId, kindOfTimeId, on = today }) => {
    const budget = findBudget(db);
    const line = budget && gatherPosition(db, budget, on).find((candidate) => candidate.planLineId === planLineId);
    if (!budget || !line) throw notFound("line of the plan");
    const engagement = findEngagement(db, engagementId);
    if (!engagement) throw notFound("personal assistant");
    const freePence = pence(Math.max(0, line.free.amount));
    return { on, toOn: budget.toOn, freePence, answer: hoursLeft(db, budget, { engagement, kindOfTimeId, on, money: freePence }) };
  },

  "budget.lineDetail": ({ db, today }, { planLineId, on = today }) => {
    const budget = findBudget(db);
    const line = budget && gatherPosition(db, budget, on).find((candidate) => candidate.planLineId === planLineId);
    if (!budget || !line) throw notFound("line of the plan");
    const entries = listSpending(db, on)
      .filter((posting) => posting.planLineId === planLineId)
      .map(
        (posting): PlanLineEntry => ({
          postingId: posting.id,
          on: posting.postedOn,
          words: posting.description,
          amountPence: posting.amountPence,
          source: sourceOf(posting),
        }),
      );
    return { line, versions: listPlanLineVersions(db, budget.id).filter((version) => version.id === planLineId), entries: entries.reverse() };
  },
};

function sourceOf(posting: LedgerPosting): PlanLineEntry["source"] {
  if (posting.payRunId) return { kind: "payRun", payRunId: posting.payRunId };
  if (posting.documentKind === "statementLine" && posting.documentId) return { kind: "statementLine", lineId: posting.documentId };
  return { kind: "none" };
}
