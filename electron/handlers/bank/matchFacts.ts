import * as z from "zod";
import { type OpenDue, openDues } from "../../../shared/bank/dues.ts";
import type { BankMatch } from "../../../shared/bank/statement.ts";
import type { EarlierMatch, MatchFacts, OrderDue, ReceiptDue, WageDue } from "../../../shared/bank/suggestMatches.ts";
import { expectedReceipts } from "../../../shared/budget/expectedReceipts.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { addDays, daysBetween, PlainDate } from "../../../shared/core/plainDate.ts";
import { hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { payOverBy } from "../../../shared/payroll/orders/payOverDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { ReadDb } from "../../db/database.ts";
import { findBudget, listFunders, listPaymentSchedules } from "../../db/repositories/budgetRepository.ts";
import { findEmployer } from "../../db/repositories/employerRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { listPostings } from "../../db/repositories/ledgerRepository.ts";
import { listDeductionOrders } from "../../db/repositories/payArrangementRepository.ts";
import { listPlanLineVersions } from "../../db/repositories/planRepository.ts";

/** Wages still to be paid, by personal assistant and pay run. An overpaid wage is not one. */
export function listWagesDue(db: ReadDb): WageDue[] {
  const rows = db
    .prepare(
      `SELECT p.engagement_id AS engagementId, p.pay_run_id AS payRunId, -SUM(p.amount_pence) AS owedPence, COALESCE(r.payday, MIN(j.posted_on)) AS payday
         FROM posting p JOIN journal j ON j.id = p.journal_id LEFT JOIN pay_run r ON r.id = p.pay_run_id
        WHERE p.account = 'wagesDue' AND p.engagement_id IS NOT NULL GROUP BY p.engagement_id, p.pay_run_id ORDER BY payday`,
    )
    .all();
  const people = new Map(listEngagements(db).map((engagement) => [engagement.id, engagement.person]));
  const groups = z
    .array(z.object({ engagementId: z.string(), payRunId: z.string().nullable(), owedPence: z.number(), payday: PlainDate }))
    .parse(rows);
  return withUndirectedPayments(groups).map(({ engagementId, payRunId, owedPence, payday }) => {
    const person = people.get(engagementId);
    return { engagementId, payRunId, payday, amountPence: pence(owedPence), firstName: person?.firstName ?? "", lastName: person?.lastName ?? "" };
  });
}

interface WageGroup {
  readonly engagementId: string;
  readonly payRunId: string | null;
  readonly owedPence: number;
  readonly payday: PlainDate;
}

/** Wages paid without naming a pay run, or too much on one, settle the person's oldest other wages. */
function withUndirectedPayments(groups: readonly WageGroup[]): WageGroup[] {
  const spare = new Map<string, number>();
  for (const { engagementId, owedPence } of groups) {
    if (owedPence < 0) spare.set(engagementId, (spare.get(engagementId) ?? 0) - owedPence);
  }
  return groups.flatMap((group) => {
    const used = Math.min(spare.get(group.engagementId) ?? 0, Math.max(0, group.owedPence));
    spare.set(group.engagementId, (spare.get(group.engagementId) ?? 0) - used);
    return group.owedPence > used ? [{ ...group, owedPence: group.owedPence - used }] : [];
  });
}

/** What is owed to HMRC or the pension scheme, oldest first, each with the day it must be paid. */
export function listOpenDues(db: ReadDb, account: "hmrcDue" | "pensionDue"): OpenDue[] {
  const paysQuarterly = findEmployer(db)?.paysHmrcQuarterly ?? false;
  return openDues(listPostings(db, { account }), (postedOn) => hmrcPeriodOf(postedOn, account === "hmrcDue" && paysQuarterly).dueElectronicallyOn);
}

/** What each order took and was not handed on yet. */
export function listOrdersDue(db: ReadDb): { deductionOrderId: string; words: string; amountPence: Pence }[] {
  const postings = listPostings(db, { account: "ordersDue" });
  return listEngagements(db).flatMap(({ id, person }) =>
    listDeductionOrders(db, id).flatMap((order) => {
      const owed = postings.reduce((sum, posting) => sum - (posting.deductionOrderId === order.id ? posting.amountPence : 0), 0);
      const words = `${order.issuer}, ${order.reference}, from ${person.firstName} ${person.lastName}`;
      return owed > 0 ? [{ deductionOrderId: order.id, words, amountPence: pence(owed) }] : [];
    }),
  );
}

/** The same by the day it must be handed on, oldest first. */
function listOrderDues(db: ReadDb): OrderDue[] {
  const postings = Map.groupBy(listPostings(db, { account: "ordersDue" }), ({ deductionOrderId }) => deductionOrderId);
  return listEngagements(db).flatMap(({ id, person }) =>
    listDeductionOrders(db, id).flatMap(({ id: deductionOrderId, issuer, reference }) =>
      openDues(postings.get(deductionOrderId) ?? [], payOverBy).map((due) => ({
        ...due,
        deductionOrderId,
        issuer,
        reference,
        name: fullName(person),
      })),
    ),
  );
}

/** A payment this many days from the expected day is still that payment. */
const receiptDays = 13;

function listReceiptsDue(db: ReadDb, until: PlainDate): ReceiptDue[] {
  const budget = findBudget(db);
  if (!budget) return [];
  const names = new Map(listFunders(db).map((funder) => [funder.id as string, funder.name]));
  const arrived = listPostings(db, { account: "receivedFromFunder" }).filter(
    (posting) => posting.reversesJournalId === null && posting.amountPence < 0,
  );
  const undone = new Set(listPostings(db, { account: "receivedFromFunder" }).map((posting) => posting.reversesJournalId));
  const unused = arrived.filter((posting) => !undone.has(posting.journalId));
  // Each receipt takes the nearest payment of its funder, so that lines can be matched in any order.
  return expectedReceipts(listPaymentSchedules(db, budget.id), budget.fromOn, until).flatMap((receipt) => {
    const near = unused
      .filter((posting) => posting.funderId === receipt.funderId && Math.abs(daysBetween(receipt.dueOn, posting.postedOn)) <= receiptDays)
      .sort((one, other) => Math.abs(daysBetween(receipt.dueOn, one.postedOn)) - Math.abs(daysBetween(receipt.dueOn, other.postedOn)))[0];
    if (near) {
      unused.splice(unused.indexOf(near), 1);
      return [];
    }
    const { funderId, dueOn, amountPence } = receipt;
    return [{ funderId, funderName: names.get(funderId) ?? "", dueOn, amountPence }];
  });
}

/** Names of all plan lines, ended ones too. */
export function planLineNames(db: ReadDb): Map<string, string> {
  const budget = findBudget(db);
  return new Map(budget ? listPlanLineVersions(db, budget.id).map((line) => [line.id, line.name]) : []);
}

function listEarlierMatches(db: ReadDb, names: ReadonlyMap<string, string>): EarlierMatch[] {
  const rows = db
    .prepare(
      `SELECT l.description, m.plan_line_id AS planLineId FROM bank_match m JOIN statement_line l ON l.id = m.statement_line_id
        WHERE m.undone_journal_id IS NULL AND m.plan_line_id IS NOT NULL AND m.kind IN ('planLine', 'refund') ORDER BY l.on_date DESC LIMIT 2000`,
    )
    .all();
  return z
    .array(z.object({ description: z.string(), planLineId: z.string() }))
    .parse(rows)
    .map((row) => ({ ...row, planLineName: names.get(row.planLineId) ?? "" }));
}

/** Everything a bank line up to `until` may be: read once, used for all lines. */
export function gatherMatchFacts(db: ReadDb, until: PlainDate): MatchFacts {
  return {
    wagesDue: listWagesDue(db),
    hmrcDue: listOpenDues(db, "hmrcDue"),
    pensionDue: listOpenDues(db, "pensionDue"),
    ordersDue: listOrderDues(db),
    receiptsDue: listReceiptsDue(db, addDays(until, 21)),
    earlier: listEarlierMatches(db, planLineNames(db)),
  };
}

/** Turns matches into words ("Wages: Tom Ellery"). */
export function matchWording(db: ReadDb): (match: Pick<BankMatch, "kind" | "engagementId" | "planLineId" | "funderId" | "amountPence">) => string {
  const people = new Map(
    listEngagements(db).map((engagement) => [engagement.id as string, `${engagement.person.firstName} ${engagement.person.lastName}`]),
  );
  const lines = planLineNames(db);
  const funders = new Map(listFunders(db).map((funder) => [funder.id as string, funder.name]));
  return (match) => {
    switch (match.kind) {
      case "wage":
        return `Wages: ${people.get(match.engagementId ?? "") ?? ""}`;
      case "hmrc":
        return "HMRC";
      case "pension":
        return "Pension";
      case "order":
        return `Handed on by order: ${people.get(match.engagementId ?? "") ?? "taken from wages"}`;
      case "directPayment":
        return `Direct payment from ${funders.get(match.funderId ?? "") ?? "a funder"}`;
      case "contribution":
        return "The person's own contribution";
      case "planLine":
        return lines.get(match.planLineId ?? "") ?? "A line of the plan";
      case "refund":
        return `Money back for ${lines.get(match.planLineId ?? "") ?? "a line of the plan"}`;
      case "ownMoney":
        return "Own money paid in";
      case "ownMoneyReturned":
        return "Own money taken back, or paid by mistake";
      case "invoice":
        return "An invoice";
      case "other":
        return "Other money in";
    }
  };
}
