import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { findBrokenActivity, listActivity } from "../../../electron/db/repositories/activityRepository.ts";
import { findUnbalancedJournals, postJournal, reverseJournal, sumPostings } from "../../../electron/db/repositories/ledgerRepository.ts";
import { createDispatch } from "../../../electron/dispatch.ts";
import { notAllowed } from "../../../shared/contract/errors.ts";
import { command, query } from "../../../shared/contract/operation.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
afterEach(() => app.close());

let made = 0;
const stamp = { newId: () => `00000000-0000-7000-8000-${String(++made).padStart(12, "0")}`, now: () => "2026-05-08T12:00:00.000Z" };
const journal = (amount: Pence) => ({
  postedOn: plainDate("2026-05-08"),
  event: "purchase" as const,
  description: "Art class",
  postings: [
    { account: "spending" as const, amountPence: amount },
    { account: "cash" as const, amountPence: pence(-amount) },
  ],
});

function dispatchOver(
  operations: Parameters<typeof createDispatch>[0]["operations"],
  handlers: Record<string, (context: never, input: never) => unknown>,
) {
  app = startTestApp({ today: "2026-05-08" });
  const unexpected: unknown[] = [];
  const dispatch = createDispatch({
    database: app.db,
    files: {
      prepare: () => ({ id: "", sizeBytes: 0, sha256: "", fileKey: new Uint8Array() }),
      read: () => new Uint8Array(),
      remove: () => undefined,
    },
    now: () => new Date("2026-05-08T12:00:00Z"),
    slot: "test",
    onUnexpected: (_reference, error) => unexpected.push(error),
    ...(operations && { operations }),
    handlers,
  });
  return { dispatch, unexpected };
}

describe("the one door to the file", () => {
  it("refuses a name that is not in the contract, and names inherited from objects", async () => {
    const { dispatch } = dispatchOver({}, {});
    expect(await dispatch("constructor", {})).toEqual({ ok: false, error: { code: "notFound", what: "operation" } });
  });

  it("names the field and the reason when the input is bad, and writes nothing", async () => {
    const operations = { "a.save": command("Saved", z.strictObject({ hours: z.number().max(24, "A day has 24 hours") }), z.null()) };
    const { dispatch } = dispatchOver(operations, { "a.save": () => null });
    expect(await dispatch("a.save", { hours: 25 })).toMatchObject({
      ok: false,
      error: { code: "invalidInput", fields: { hours: "A day has 24 hours" } },
    });
    expect(listActivity(app.db, 10)).toEqual([]);
  });

  it("rolls everything back when a rule says no half-way, the activity line too", async () => {
    const operations = { "a.save": command("Saved", z.object({}), z.null()) };
    const { dispatch } = dispatchOver(operations, {
      "a.save": ({ db }: { db: Parameters<typeof postJournal>[0] }) => {
        postJournal(db, stamp, journal(pence(500)));
        throw notAllowed("The period is closed");
      },
    });
    expect(await dispatch("a.save", {})).toMatchObject({ ok: false, error: { code: "notAllowed", reason: "The period is closed" } });
    expect(sumPostings(app.db, { account: "spending" })).toBe(0);
    expect(listActivity(app.db, 10)).toEqual([]);
  });

  it("never lets an answer outside the contract cross, and tells our mistakes by reference only", async () => {
    const operations = { "a.read": query(z.object({}), z.strictObject({ count: z.number() })) };
    const { dispatch, unexpected } = dispatchOver(operations, { "a.read": () => ({ count: 1, secret: "Priya Nair" }) });
    const answer = await dispatch("a.read", {});
    expect(JSON.stringify(answer)).not.toContain("Priya");
    expect(answer).toMatchObject({ ok: false, error: { code: "unexpected" } });
    expect(unexpected).toHaveLength(1);
  });

  it("chains every command in the activity log, and finds a line that was changed behind its back", async () => {
    const operations = { "a.save": command("Saved a name", z.object({ name: z.string() }), z.null()) };
    const { dispatch } = dispatchOver(operations, { "a.save": () => null });
    await dispatch("a.save", { name: "Tom" });
    await dispatch("a.save", { name: "Grace" });
    expect(listActivity(app.db, 10).map((line) => line.what)).toEqual(["Saved a name", "Saved a name"]);
    expect(findBrokenActivity(app.db)).toBeUndefined();
    expect(() => app.db.prepare("UPDATE activity SET what = 'x' WHERE seq = 1").run()).toThrow(/never edited/);
    app.db.exec("DROP TRIGGER activity_is_never_edited");
    app.db.prepare("UPDATE activity SET body = '{}' WHERE seq = 1").run();
    expect(findBrokenActivity(app.db)).toBe(1);
  });
});

describe("the ledger", () => {
  it("refuses a journal that does not add to zero", () => {
    app = startTestApp({ today: "2026-05-08" });
    const lopsided = {
      ...journal(pence(500)),
      postings: [
        { account: "spending" as const, amountPence: pence(500) },
        { account: "cash" as const, amountPence: pence(-499) },
      ],
    };
    expect(() => postJournal(app.db, stamp, lopsided)).toThrow(/add to zero/);
  });

  it("undoes by a mirror image, never by rubbing out", () => {
    app = startTestApp({ today: "2026-05-08" });
    const id = postJournal(app.db, stamp, journal(pence(500)));
    reverseJournal(app.db, stamp, id, plainDate("2026-05-09"), "Matched to the wrong line");
    expect(sumPostings(app.db, { account: "spending" })).toBe(0);
    expect(sumPostings(app.db, { account: "spending", to: plainDate("2026-05-08") })).toBe(500);
    expect(findUnbalancedJournals(app.db)).toEqual([]);
    expect(() => app.db.prepare("DELETE FROM posting").run()).toThrow(/never deleted/);
    expect(() => app.db.prepare("UPDATE journal SET description = 'x'").run()).toThrow(/never edited/);
  });
});
