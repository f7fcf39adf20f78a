import { dueDate, nextPeriod } from "../../shared/audit/returnPeriods.ts";
import { exampleWarning, type ReturnTemplate } from "../../shared/audit/returnTemplate.ts";
import { starterTemplates } from "../../shared/audit/templates/starterTemplates.ts";
import { invalidInput, notAllowed, notFound } from "../../shared/contract/errors.ts";
import type { ReturnSuggestion, returnsOperations } from "../../shared/contract/returnsOperations.ts";
import { addDays, formatDate, laterOf, type PlainDate } from "../../shared/core/plainDate.ts";
import type { Budget } from "../../shared/people/budget.ts";
import type { ReadDb } from "../db/database.ts";
import { listActivity } from "../db/repositories/activityRepository.ts";
import { findBankAccount } from "../db/repositories/bankRepository.ts";
import { findBudget } from "../db/repositories/budgetRepository.ts";
import { findAttachment, keepAttachment } from "../db/repositories/evidenceRepository.ts";
import {
  deleteOpenReturn,
  insertReturn,
  listPackFiles,
  listReturns,
  markReturnSent,
  replacePackFiles,
  saveWaiver,
  updateSealedReturn,
} from "../db/repositories/returnRepository.ts";
import type { Handlers } from "./handler.ts";
import { buildPack, sealOf } from "./returns/buildPack.ts";
import { blockersOf, listEntry, prepareSealed, returnOf, viewOf } from "./returns/returnView.ts";

export const returnsHandlers: Handlers<typeof returnsOperations> = {
  "returns.list": ({ db, today }) => ({ returns: listReturns(db).map((entry) => listEntry(db, entry)), suggestions: suggestionsOf(db, today) }),

  "returns.open": ({ db, now, newId }, { template, periodFrom, periodTo }) => {
    const budget = findBudget(db);
    const account = findBankAccount(db);
    if (!budget) throw notAllowed("Add your budget before you start a return", ["Go to set-up and answer the questions about the budget."]);
    if (!account) throw notAllowed("Add your bank account before you start a return", ["Go to Money and add the account of the direct payments."]);
    checkPeriod(db, account.id, periodFrom, periodTo);
    const chosen = templateFor(template, budget);
    const id = newId();
    const funderId = budget.leadFunderId;
    insertReturn(
      db,
      { id, budgetId: budget.id, bankAccountId: account.id, funderId, template: chosen, periodFrom, periodTo, dueOn: dueDate(chosen.due, periodTo) },
      now(),
    );
    return { id };
  },

  "returns.get": ({ db, today }, { id }) => viewOf(db, today, returnOf(db, id)),

  "returns.waive": ({ db, today, newId }, { id, checkId, recordId, reason }) => {
    mustBeOpen(returnOf(db, id).state);
    saveWaiver(db, newId(), id, { checkId, recordId: recordId ?? null, reason }, today);
    return null;
  },

  "returns.discard": ({ db }, { id }) => {
    mustBeOpen(returnOf(db, id).state);
    deleteOpenReturn(db, id);
    return null;
  },

  "returns.makePack": async ({ db, today, files, runCommand }, { id, signedBy, declaration }) => {
    const entry = returnOf(db, id);
    mustBeOpen(entry.state);
    const { facts, sealed } = prepareSealed(db, today, entry);
    const blockers = blockersOf(today, facts, sealed);
    if (blockers.length > 0) throw notAllowed("The pack cannot be made yet", blockers);
    const anchor = listActivity(db, 1)[0]?.hash ?? "";
    const pack = await buildPack(db, files, { facts, sealed, signed: { by: signedBy, on: today, declaration }, anchor });
    const packFiles = pack.map(({ kind, fileName, mediaType, bytes }) => ({ kind, file: { fileName, mediaType, base64: bytes.toString("base64") } }));
    runCommand("returns.keepPack", { id, signedBy, declaration, seal: sealOf(facts, sealed), packFiles });
    return viewOf(db, today, returnOf(db, id));
  },

  "returns.keepPack": ({ db, today, now, files }, { id, signedBy, seal, packFiles }) => {
    const entry = returnOf(db, id);
    mustBeOpen(entry.state);
    const { facts, sealed } = prepareSealed(db, today, entry);
    if (seal !== sealOf(facts, sealed)) throw notAllowed("Something changed while the pack was being made", ["Make the pack again."]);
    const kept = packFiles.map(({ kind, file }) => ({
      kind,
      attachmentId: keepAttachment(db, files, {
        fileName: file.fileName,
        mediaType: file.mediaType,
        bytes: Buffer.from(file.base64, "base64"),
        addedAt: now(),
      }),
    }));
    replacePackFiles(db, id, kept);
    updateSealedReturn(db, id, sealed, seal, signedBy);
    return null;
  },

  "returns.markSent": ({ db, today }, { id, sentOn, how, signedBy }) => {
    const entry = returnOf(db, id);
    mustBeOpen(entry.state);
    if (!entry.sealed || entry.seal === null) throw notAllowed("Make the pack first", ["The pack is what you send to your funder."]);
    if (sentOn > today) throw invalidInput({ sentOn: "The day you sent it cannot be in the future" });
    if (sentOn <= entry.periodTo) throw invalidInput({ sentOn: `Give a day after the period ended on ${formatDate(entry.periodTo)}` });
    const { sealed } = prepareSealed(db, today, entry);
    if (JSON.stringify(sealed.figures) !== JSON.stringify(entry.sealed.figures)) {
      throw notAllowed("Figures changed since the pack was made", ["Make the pack again, so that what you send is what the app keeps."]);
    }
    markReturnSent(db, id, sentOn, how, signedBy);
    return null;
  },

  "returns.getPackFile": ({ db, files }, { id, kind }) => {
    const entry = listPackFiles(db, returnOf(db, id).id).find((each) => each.kind === kind);
    const attachment = entry && findAttachment(db, entry.attachmentId);
    if (!attachment) throw notFound("pack file");
    const { fileName, mediaType } = attachment;
    return { fileName, mediaType, base64: Buffer.from(files.read(attachment)).toString("base64") };
  },
};

function mustBeOpen(state: string): void {
  if (state !== "open")
    throw notAllowed("This return was sent and is kept as it was", ["If something has to change, it goes into the next return as a correction."]);
}

/** Periods of one account follow each other without a gap and never overlap: opening is always the last closing. */
function checkPeriod(db: ReadDb, bankAccountId: string, from: PlainDate, to: PlainDate): void {
  if (to <= from) throw invalidInput({ periodTo: "The last day must be after the first day" });
  const others = listReturns(db).filter((each) => each.bankAccountId === bankAccountId);
  const overlapping = others.find((each) => each.periodFrom <= to && each.periodTo >= from);
  if (overlapping) {
    throw notAllowed("A return for some of these days is already there", [
      `It runs from ${formatDate(overlapping.periodFrom)} to ${formatDate(overlapping.periodTo)}.`,
    ]);
  }
  const last = others.find((each) => each.periodTo < from);
  if (last && addDays(last.periodTo, 1) !== from)
    throw invalidInput({ periodFrom: `Your last return ended on ${formatDate(last.periodTo)}. Start on ${formatDate(addDays(last.periodTo, 1))}` });
}

/** A starter template takes the weeks that may stay from the person's own agreement. */
function templateFor(template: string | ReturnTemplate, budget: Budget): ReturnTemplate {
  if (typeof template !== "string") return template;
  const starter = starterTemplates.find((each) => each.id === template);
  if (!starter) throw notFound("return template");
  return { ...starter, reserve: { ...starter.reserve, most: budget.reserveWeeks } };
}

function suggestionsOf(db: ReadDb, today: PlainDate): ReturnSuggestion[] {
  const budget = findBudget(db);
  const account = findBankAccount(db);
  if (!budget || !account) return [];
  const last = listReturns(db).find((each) => each.bankAccountId === account.id);
  return starterTemplates.flatMap((template) => {
    const period = nextPeriod(template.period, template.due, laterOf(budget.fromOn, account.openedOn), last?.periodTo, today);
    if (!period) return [];
    return [
      {
        templateId: template.id,
        name: template.name,
        description: template.description,
        warning: template.status === "example" ? exampleWarning : "",
        periodFrom: period.from,
        periodTo: period.to,
        dueOn: period.dueOn,
        hasEnded: period.to < today,
      },
    ];
  });
}
