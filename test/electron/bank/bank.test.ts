import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WriteDb } from "../../../electron/db/database.ts";
import { findUnbalancedJournals, postJournal } from "../../../electron/db/repositories/ledgerRepository.ts";
import { newRecordId } from "../../../electron/recordId.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";
import { givenAccount, givenImport, lineNamed, payment } from "./givenStatement.ts";

let app: TestApp;
let household: GivenHousehold;
let bankAccountId: string;

beforeEach(async () => {
  app = startTestApp({ today: "2026-05-12" });
  household = await givenHousehold(app);
  bankAccountId = await givenAccount(app);
});
afterEach(() => app.close());

const balances = async () => (await app.value("bank.getAccounts", {}))[0];

/** A pay run's debts as the pay room posts them. */
function givenWagesDue(engagementId: string, amountPence: number, hmrcPence: number) {
  postJournal(
    app.db as unknown as WriteDb,
    { newId: () => newRecordId(new Date()), now: () => "2026-05-08T10:00:00.000Z" },
    {
      postedOn: plainDate("2026-05-08"),
      event: "payRun",
      description: "Pay run",
      postings: [
        {
          account: "spending",
          amountPence: pence(amountPence + hmrcPence),
          planLineId: household.planLineIds.daySupport,
          category: "personalAssistants",
          engagementId,
        },
        { account: "wagesDue", amountPence: pence(-amountPence), engagementId },
        { account: "hmrcDue", amountPence: pence(-hmrcPence), dueOn: plainDate("2026-07-22") },
      ],
    },
  );
}

describe("a bank account", () => {
  it("starts with its opening balance, which can be put right", async () => {
    expect(await balances()).toMatchObject({ openingBalancePence: 50_000, ledgerBalancePence: 50_000, isDefault: true });
    const account = { id: bankAccountId, name: "Budget account", openedOn: plainDate("2026-04-01") };
    await app.value("bank.saveAccount", { ...account, openingBalancePence: pence(45_000) });
    expect(await balances()).toMatchObject({ openingBalancePence: 45_000, ledgerBalancePence: 45_000 });
    await app.value("bank.saveAccount", { ...account, openingBalancePence: pence(0) });
    expect(await balances()).toMatchObject({ openingBalancePence: 0, ledgerBalancePence: 0 });
    expect(findUnbalancedJournals(app.db)).toEqual([]);
  });
});

describe("importing a statement", () => {
  const may = [payment("2026-05-01", -2, "BUS"), payment("2026-05-01", -2, "BUS"), payment("2026-05-05", 2800, "NHS EXAMPLESHIRE ICB")];

  it("keeps equal payments, and an overlapping file adds only what is new", async () => {
    expect(await givenImport(app, bankAccountId, may)).toMatchObject({ added: 3, alreadyHere: 0 });
    const overlapping = [
      ...may.slice(0, 2),
      payment("2026-05-01", -2, "BUS"),
      payment("2026-05-05", 2800, "NHS EXAMPLESHIRE INTEGRATED"),
      payment("2026-05-06", -9, "SHOP"),
    ];
    const preview = await app.value("bank.previewImport", { bankAccountId, lines: overlapping, openingPence: null, closingPence: null });
    expect(preview.verdicts.map((verdict) => verdict.state)).toEqual(["alreadyHere", "alreadyHere", "new", "ask", "new"]);
    expect(preview).toMatchObject({ newCount: 2, hereCount: 2, askCount: 1, fromOn: "2026-05-01", toOn: "2026-05-06" });
    const again = await app.value("bank.importStatement", {
      bankAccountId,
      fileName: "b.csv",
      base64: "",
      lines: overlapping,
      openingPence: null,
      closingPence: null,
      leaveOut: [3],
    });
    expect(again).toMatchObject({ added: 2, alreadyHere: 2 });
    expect((await app.value("bank.listLines", {})).lines).toHaveLength(5);
  });

  it("refuses a file that is all here already", async () => {
    await givenImport(app, bankAccountId, may);
    expect(
      await app.run("bank.importStatement", { bankAccountId, fileName: "b.csv", base64: "", lines: may, openingPence: null, closingPence: null }),
    ).toMatchObject({
      ok: false,
      error: { code: "notAllowed", reason: "Every payment of this file is already here" },
    });
  });

  it("counts a bank's number only together with its day and amount", async () => {
    const twice = [payment("2026-05-01", -5, "SHOP", { bankIdentifier: "77" }), payment("2026-05-02", -6, "SHOP FEE", { bankIdentifier: "77" })];
    await givenImport(app, bankAccountId, [twice[0] as (typeof twice)[0]]);
    const preview = await app.value("bank.previewImport", { bankAccountId, lines: twice, openingPence: null, closingPence: null });
    expect(preview.verdicts.map((verdict) => verdict.state)).toEqual(["alreadyHere", "new"]);
  });

  it("says whether the file starts where the last one ended", async () => {
    const preview = (openingPence: number) =>
      app.value("bank.previewImport", { bankAccountId, lines: may, openingPence: pence(openingPence), closingPence: null });
    expect((await preview(50_000)).follows.state).toBe("agrees");
    await givenImport(app, bankAccountId, [payment("2026-04-20", -10, "SHOP")]);
    expect((await preview(49_000)).follows.state).toBe("agrees");
    expect((await preview(48_000)).follows.words).toContain("A statement between may be missing");
  });

  it("keeps the file, and can be undone until a line is matched", async () => {
    const { id } = await givenImport(app, bankAccountId, may);
    const [paper] = await app.value("bank.listEvidence", { recordKind: "statementImport", recordId: id });
    const file = await app.value("bank.getAttachment", { attachmentId: paper?.attachmentId ?? "" });
    expect(Buffer.from(file.base64, "base64").toString()).toBe(JSON.stringify(may));
    const line = await lineNamed(app, "NHS");
    const { matchIds } = await app.value("bank.matchLine", {
      lineId: line.id,
      parts: [{ kind: "directPayment", amountPence: line.amountPence, funderId: household.integratedCareBoardId }],
    });
    expect(await app.run("bank.undoImport", { importId: id })).toMatchObject({
      ok: false,
      error: { code: "notAllowed", reason: "1 line of this import was matched" },
    });
    await app.value("bank.undoMatch", { matchId: matchIds[0] ?? "" });
    await app.value("bank.undoImport", { importId: id });
    expect((await app.value("bank.listLines", {})).lines).toEqual([]);
    await givenImport(app, bankAccountId, may);
  });
});

describe("matching", () => {
  it("suggests wages, HMRC and direct payments with reasons", async () => {
    givenWagesDue(household.assistants.priya, 119_406, 61_240);
    await givenImport(app, bankAccountId, [
      payment("2026-04-30", 2800, "NHS EXAMPLESHIRE ICB"),
      payment("2026-05-08", -1194.06, "P NAIR WAGES"),
      payment("2026-05-11", -612.4, "HMRC CUMBERNAULD"),
    ]);
    const suggestion = async (words: string) => (await lineNamed(app, words)).suggestion;
    expect(await suggestion("NAIR")).toMatchObject({
      kind: "wage",
      strength: "sure",
      engagementId: household.assistants.priya,
      reasons: ["same amount as the payslip", "the name is on the line", "on the payday"],
    });
    expect(await suggestion("HMRC")).toMatchObject({ kind: "hmrc", strength: "sure", title: "HMRC, due by 22 July 2026" });
    expect(await suggestion("NHS")).toMatchObject({ kind: "directPayment", strength: "sure", funderId: household.integratedCareBoardId });
  });

  it("pays off what is due, and the books agree with the statement once all lines are matched", async () => {
    givenWagesDue(household.assistants.priya, 119_406, 61_240);
    await givenImport(app, bankAccountId, [
      payment("2026-04-30", 2800, "NHS EXAMPLESHIRE ICB"),
      payment("2026-05-08", -1194.06, "P NAIR WAGES"),
      payment("2026-05-09", -40, "SWIMMING POOL"),
      payment("2026-05-10", 25, "G OKAFOR"),
    ]);
    const match = async (words: string, parts: object) => {
      const line = await lineNamed(app, words);
      await app.value("bank.matchLine", { lineId: line.id, parts: [{ amountPence: line.amountPence, ...parts }] as never });
    };
    await match("NHS", { kind: "directPayment", funderId: household.integratedCareBoardId });
    await match("NAIR", { kind: "wage", engagementId: household.assistants.priya });
    await match("SWIMMING", { kind: "planLine", planLineId: household.planLineIds.activities });
    await match("OKAFOR", { kind: "ownMoney" });
    expect(await balances()).toMatchObject({
      ledgerBalancePence: 209_094,
      statementBalancePence: 209_094,
      unmatchedCount: 0,
      missingReceiptCount: 1,
    });
    expect((await app.value("bank.matchChoices", {})).wages).toEqual([]);
    expect(findUnbalancedJournals(app.db)).toEqual([]);
  });

  it("splits a line into parts, never beyond its amount, and undoing leaves every balance as it was", async () => {
    await givenImport(app, bankAccountId, [payment("2026-05-09", -40, "SHOP")]);
    const line = await lineNamed(app, "SHOP");
    const before = app.db
      .prepare("SELECT account, plan_line_id, SUM(amount_pence) AS total FROM posting GROUP BY account, plan_line_id HAVING total <> 0 ORDER BY 1, 2")
      .all();
    const part = (pounds: number, planLineId: string) => ({ kind: "planLine" as const, amountPence: pence(-pounds * 100), planLineId });
    expect(await app.run("bank.matchLine", { lineId: line.id, parts: [part(41, household.planLineIds.activities)] })).toMatchObject({
      ok: false,
      error: { code: "invalidInput" },
    });
    await app.value("bank.matchLine", { lineId: line.id, parts: [part(30, household.planLineIds.activities)] });
    expect(await lineNamed(app, "SHOP")).toMatchObject({ state: "part", remainingPence: -1000 });
    await app.value("bank.matchLine", { lineId: line.id, parts: [part(10, household.planLineIds.equipment)] });
    const { matches, state } = await lineNamed(app, "SHOP");
    expect(state).toBe("matched");
    for (const match of matches) await app.value("bank.undoMatch", { matchId: match.id });
    expect(
      app.db
        .prepare(
          "SELECT account, plan_line_id, SUM(amount_pence) AS total FROM posting GROUP BY account, plan_line_id HAVING total <> 0 ORDER BY 1, 2",
        )
        .all(),
    ).toEqual(before);
    expect((await lineNamed(app, "SHOP")).state).toBe("unmatched");
  });

  it.each([
    ["wages that come in", 10, { kind: "wage" }, "Wages are money out"],
    ["a purchase with no plan line", -10, { kind: "planLine" }, "Choose the line of the plan"],
    ["a direct payment from nobody", 10, { kind: "directPayment" }, "Choose who paid"],
    ["other money in without a word", 10, { kind: "other" }, "Say where this money came from"],
    ["a part that goes the other way", 10, { kind: "planLine", amountPence: -10 }, "The amount must go the same way as the bank line"],
  ])("refuses %s", async (_what, pounds, part, message) => {
    await givenImport(app, bankAccountId, [payment("2026-05-09", pounds, "LINE")]);
    const line = await lineNamed(app, "LINE");
    const answer = await app.raw("bank.matchLine", { lineId: line.id, parts: [{ amountPence: line.amountPence, ...part }] });
    expect(answer).toMatchObject({ ok: false, error: { code: "invalidInput", message } });
  });

  it("suggests the plan line that was chosen for the same payee before", async () => {
    await givenImport(app, bankAccountId, [payment("2026-05-02", -40, "SWIMMING POOL 0205"), payment("2026-05-09", -42, "SWIMMING POOL 0905")]);
    const line = await lineNamed(app, "0205");
    await app.value("bank.matchLine", {
      lineId: line.id,
      parts: [{ kind: "planLine", amountPence: line.amountPence, planLineId: household.planLineIds.activities }],
    });
    expect((await lineNamed(app, "0905")).suggestion).toMatchObject({
      kind: "planLine",
      planLineId: household.planLineIds.activities,
      strength: "likely",
    });
  });

  it("refuses a day in a sent return, and offers an adjustment dated today", async () => {
    await givenImport(app, bankAccountId, [payment("2026-04-20", -40, "SHOP")]);
    app.db
      .prepare(
        `INSERT INTO audit_return (id, budget_id, bank_account_id, template_json, period_from, period_to, state, created_at) VALUES (?, ?, ?, '{}', '2026-04-01', '2026-04-30', 'sent', '2026-05-01')`,
      )
      .run(newRecordId(new Date()), household.budgetId, bankAccountId);
    const line = await lineNamed(app, "SHOP");
    const input = {
      lineId: line.id,
      parts: [{ kind: "planLine" as const, amountPence: line.amountPence, planLineId: household.planLineIds.activities }],
    };
    expect(line.isPeriodSent).toBe(true);
    expect(await app.run("bank.matchLine", input)).toMatchObject({
      ok: false,
      error: { code: "notAllowed", reason: "20 April 2026 is in a return that was sent" },
    });
    await app.value("bank.matchLine", { ...input, asAdjustment: true });
    expect(app.db.prepare("SELECT posted_on FROM journal WHERE event = 'purchase'").all()).toEqual([{ posted_on: "2026-05-12" }]);
  });
});

describe("any mixture of matches", () => {
  it("keeps the books balanced, and undoing all of them leaves no account changed", async () => {
    givenWagesDue(household.assistants.priya, 119_406, 61_240);
    const totals = () =>
      app.db.prepare("SELECT account, SUM(amount_pence) AS total FROM posting GROUP BY account HAVING total <> 0 ORDER BY account").all();
    const before = totals();
    await givenImport(app, bankAccountId, [payment("2026-05-02", -300, "OUT"), payment("2026-05-03", 300, "IN")]);
    const outKinds = [
      { kind: "wage", engagementId: household.assistants.priya },
      { kind: "hmrc" },
      { kind: "pension" },
      { kind: "planLine", planLineId: household.planLineIds.activities },
      { kind: "ownMoneyReturned" },
    ];
    const inKinds = [
      { kind: "directPayment", funderId: household.councilId },
      { kind: "contribution" },
      { kind: "refund", planLineId: household.planLineIds.activities },
      { kind: "ownMoney" },
      { kind: "other", note: "Interest" },
    ];
    const step = fc.record({ isOut: fc.boolean(), kind: fc.nat(4), pounds: fc.integer({ min: 1, max: 75 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const { isOut, kind, pounds } of steps) {
          const line = await lineNamed(app, isOut ? "OUT" : "IN");
          const part = { amountPence: pence((isOut ? -1 : 1) * pounds * 100), ...(isOut ? outKinds : inKinds)[kind] };
          await app.value("bank.matchLine", { lineId: line.id, parts: [part as never] });
        }
        expect(findUnbalancedJournals(app.db)).toEqual([]);
        for (const { matches } of (await app.value("bank.listLines", {})).lines) {
          for (const match of matches) await app.value("bank.undoMatch", { matchId: match.id });
        }
        expect(totals()).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });
});

describe("receipts", () => {
  it("are asked for once a line is a purchase, until there is one or a reason", async () => {
    await givenImport(app, bankAccountId, [payment("2026-05-09", -40, "SHOP")]);
    const line = await lineNamed(app, "SHOP");
    await app.value("bank.matchLine", {
      lineId: line.id,
      parts: [{ kind: "planLine", amountPence: line.amountPence, planLineId: household.planLineIds.activities }],
    });
    const count = async () => (await app.value("bank.listLines", { show: "needsYou" })).needsYouCount;
    expect(await count()).toBe(1);
    const pdf = Buffer.from("%PDF-1.7 receipt").toString("base64");
    const { linkId, attachmentId } = await app.value("bank.attachReceipt", { recordId: line.id, fileName: "receipt.pdf", base64: pdf });
    expect(await count()).toBe(0);
    expect(await app.value("bank.getAttachment", { attachmentId })).toEqual({ fileName: "receipt.pdf", mediaType: "application/pdf", base64: pdf });
    await app.value("bank.removeReceipt", { linkId });
    expect(await count()).toBe(1);
    await app.value("bank.explainNoReceipt", { lineId: line.id, reason: "The machine gave none" });
    expect(await count()).toBe(0);
  });

  it("refuses a picture that can hold a script, whatever its name says", async () => {
    await givenImport(app, bankAccountId, [payment("2026-05-09", -40, "SHOP")]);
    const line = await lineNamed(app, "SHOP");
    const svg = Buffer.from("<svg onload='alert(1)'/>").toString("base64");
    expect(await app.run("bank.attachReceipt", { recordId: line.id, fileName: "photo.jpg", base64: svg })).toMatchObject({
      ok: false,
      error: { code: "notAllowed" },
    });
  });
});
