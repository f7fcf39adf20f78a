import { numberEvidence } from "../../../shared/audit/evidenceList.ts";
import { buildReturnSummary } from "../../../shared/audit/returnDocument.ts";
import type { ReturnFacts } from "../../../shared/audit/returnFacts.ts";
import { calculateReturnFigures } from "../../../shared/audit/returnFigures.ts";
import { exampleWarning } from "../../../shared/audit/returnTemplate.ts";
import { blockingChecks, runChecks } from "../../../shared/audit/runChecks.ts";
import { SealedReturn } from "../../../shared/audit/sealedReturn.ts";
import { notFound } from "../../../shared/contract/errors.ts";
import type { ReturnListEntry, ReturnView } from "../../../shared/contract/returnsOperations.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { ReadDb } from "../../db/database.ts";
import { findBudget, listFunders } from "../../db/repositories/budgetRepository.ts";
import { findHousehold } from "../../db/repositories/householdRepository.ts";
import { type AuditReturn, findReturn, listPackFiles, listWaivers } from "../../db/repositories/returnRepository.ts";
import { gatherReturnFacts, minimumRates } from "./gatherFacts.ts";

/** The return of this id. @throws AppFailure when there is none. */
export function returnOf(db: ReadDb, id: string): AuditReturn {
  const entry = findReturn(db, id);
  if (!entry) throw notFound("return");
  return entry;
}

/** What a pack of this return would be made from today. */
export function prepareSealed(db: ReadDb, today: PlainDate, entry: AuditReturn): { readonly facts: ReturnFacts; readonly sealed: SealedReturn } {
  const facts = gatherReturnFacts(db, today, entry);
  const figures = calculateReturnFigures(facts);
  const checks = runChecks(facts, listWaivers(db, entry.id), minimumRates(db));
  const sealed = SealedReturn.parse({ figures, checks, evidence: numberEvidence(facts), summary: buildReturnSummary({ facts, figures }) });
  return { facts, sealed };
}

/** Why no pack can be made yet, in plain words; empty when it can. */
export function blockersOf(today: PlainDate, facts: ReturnFacts, sealed: SealedReturn): string[] {
  const ended = facts.periodTo < today ? [] : [`This period ends on ${formatDate(facts.periodTo)}. You can make the pack the day after.`];
  return [...ended, ...blockingChecks(facts, sealed.checks).map((check) => `${check.title}: ${check.summary}`)];
}

/** One line of the list. */
export function listEntry(db: ReadDb, entry: AuditReturn): ReturnListEntry {
  const funder = listFunders(db).find((each) => each.id === entry.funderId);
  const { id, template, periodFrom, periodTo, dueOn, state, sentOn } = entry;
  return {
    id,
    name: template.name,
    word: template.word,
    funderName: funder?.name ?? template.issuer.name,
    periodFrom,
    periodTo,
    dueOn,
    state,
    sentOn,
  };
}

/** Everything a return's page shows. A sent return shows what was sent, whatever changed since. */
export function viewOf(db: ReadDb, today: PlainDate, entry: AuditReturn): ReturnView {
  const isOpen = entry.state === "open";
  const current = isOpen || !entry.sealed ? prepareSealed(db, today, entry) : undefined;
  const sealed = current?.sealed ?? entry.sealed;
  if (!sealed) throw notFound("return");
  const household = findHousehold(db);
  return {
    entry: listEntry(db, entry),
    templateName: entry.template.name,
    warning: entry.template.status === "example" ? exampleWarning : "",
    reference: findBudget(db)?.reference ?? "",
    checks: sealed.checks,
    figures: sealed.figures,
    summary: sealed.summary,
    evidenceCount: sealed.evidence.length,
    blockers: current && isOpen ? blockersOf(today, current.facts, sealed) : [],
    declaration: entry.template.declaration.text,
    signerName: household ? fullName(household.holder) : "",
    signedBy: entry.signedBy,
    sentHow: entry.sentHow,
    keepYears: entry.template.delivery.keepYears,
    packFiles: listPackFiles(db, entry.id).map(({ kind, fileName, sizeBytes }) => ({ kind, fileName, sizeBytes })),
  };
}
