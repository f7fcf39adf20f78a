import { createHash } from "node:crypto";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isPeriodLocked } from "../../../electron/db/repositories/returnRepository.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { readPdf } from "../../support/readPdf.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";
import { givenQuarter, quarter } from "./givenQuarter.ts";

let app: TestApp;
let bankAccountId: string;
let id: string;

beforeEach(async () => {
  app = startTestApp({ today: "2026-07-06" });
  ({ bankAccountId } = await givenQuarter(app));
  ({ id } = await app.value("returns.open", { template: "joint-percentage-split", ...quarter }));
});
afterEach(() => app.close());

const declaration = "I confirm that this is a true record.";
const makePack = () => app.value("returns.makePack", { id, signedBy: "Grace Okafor", declaration });
const packFile = async (kind: "pdf" | "spreadsheet" | "zip" | "index") =>
  Buffer.from((await app.value("returns.getPackFile", { id, kind })).base64, "base64");
const markSent = () => app.run("returns.markSent", { id, sentOn: plainDate("2026-07-06"), how: "Email", signedBy: "Grace Okafor" });

describe("an audit return", () => {
  it("suggests the next period of each template, and takes over where the last one ended", async () => {
    const { suggestions, returns } = await app.value("returns.list", {});
    expect(returns).toMatchObject([{ id, state: "open", periodFrom: "2026-04-01", dueOn: "2026-07-28" }]);
    expect(suggestions.find((each) => each.templateId === "joint-percentage-split")).toMatchObject({
      periodFrom: "2026-07-01",
      periodTo: "2026-09-30",
    });
  });

  it("shows the figures to the penny, with each funder's share adding up", async () => {
    const { figures } = await app.value("returns.get", { id });
    expect(figures.opening.amount).toBe(50_000);
    expect(figures.totalReceipts.amount).toBe(400_000);
    expect(figures.totalPayments.amount).toBe(6_399);
    expect(figures.closing.amount).toBe(443_601);
    expect(figures.statementClosing).toBe(443_601);
    expect(figures.parts.map((part) => [part.share, part.paid])).toEqual([
      ["70%", 4_480],
      ["30%", 1_919],
    ]);
  });

  it("finds the payment without a receipt, and takes a reason for it", async () => {
    const check = async () => (await app.value("returns.get", { id })).checks.find((each) => each.id === "PAY-EVIDENCE");
    expect(await check()).toMatchObject({ verdict: "attention", records: [{ text: "30 June 2026, TAXI, £18.99" }], fix: { route: "/money" } });
    const recordId = (await check())?.records[0]?.recordId ?? "";
    await app.value("returns.waive", { id, checkId: "PAY-EVIDENCE", recordId, reason: "The driver gave none" });
    expect(await check()).toMatchObject({ verdict: "waived", records: [{ reason: "The driver gave none" }] });
  });

  it("refuses a second return for the same days, and a gap after the last one", async () => {
    expect(await app.run("returns.open", { template: "annual-audit", ...quarter })).toMatchObject({ ok: false, error: { code: "notAllowed" } });
    const later = { periodFrom: plainDate("2026-07-05"), periodTo: plainDate("2026-09-30") };
    expect(await app.run("returns.open", { template: "annual-audit", ...later })).toMatchObject({
      ok: false,
      error: { code: "invalidInput", fields: { periodFrom: "Your last return ended on 30 June 2026. Start on 1 July 2026" } },
    });
  });

  it("cannot be packed before the period has ended, nor sent without a pack", async () => {
    const { id: early } = await app.value("returns.open", {
      template: "quarterly-evidence-pack",
      periodFrom: plainDate("2026-07-01"),
      periodTo: plainDate("2026-09-30"),
    });
    expect(await app.run("returns.makePack", { id: early, signedBy: "Grace Okafor", declaration })).toMatchObject({
      ok: false,
      error: { code: "notAllowed" },
    });
    expect(await markSent()).toMatchObject({ ok: false, error: { code: "notAllowed", reason: "Make the pack first" } });
  });
});

describe("the pack", () => {
  it("is a signed PDF, a workbook, an index and numbered evidence in one archive, and all tell the same money", async () => {
    const view = await makePack();
    expect(view.packFiles.map((file) => file.kind)).toEqual(["pdf", "spreadsheet", "index", "zip"]);

    const pdf = await readPdf(await packFile("pdf"));
    expect(pdf.isTagged).toBe(true);
    for (const words of [
      "Opening balance £500.00",
      "Total money in £4,000.00",
      "Closing balance £4,436.01",
      "Grace Okafor",
      declaration,
      "Record mark:",
    ]) {
      expect(pdf.text).toContain(words);
    }

    const sheets = await readXlsxFile(await packFile("spreadsheet"));
    const payments = sheets.find((sheet) => sheet.sheet === "Payments and receipts")?.data ?? [];
    expect(payments.map((row) => [row[1], row[6]])).toEqual([
      ["Description", "Balance"],
      ["EXAMPLE ICB", 3300],
      ["EXAMPLE COUNCIL", 4500],
      ["ART CLASS", 4455],
      ["TAXI", 4436.01],
    ]);

    const entries = await new ZipReader(new Uint8ArrayReader(await packFile("zip"))).getEntries();
    const names = entries.map((entry) => entry.filename);
    expect(names.filter((name) => name.startsWith("evidence/"))).toEqual(expect.arrayContaining([expect.stringMatching(/E\d{3} art class\.pdf$/)]));
    expect(names).toContain("index of evidence.csv");
    const index = (await packFile("index")).toString("utf8");
    for (const entry of entries) {
      if (entry.directory || !entry.filename.startsWith("evidence/")) continue;
      const bytes = await entry.getData(new Uint8ArrayWriter());
      expect(index).toContain(createHash("sha256").update(bytes).digest("hex"));
    }
  });

  it("locks the period once it is sent, keeps what was sent, and hands its closing balance to the next", async () => {
    await makePack();
    expect(await markSent()).toMatchObject({ ok: true });
    expect(isPeriodLocked(app.db, bankAccountId, plainDate("2026-06-30"))).toBe(true);
    expect(isPeriodLocked(app.db, bankAccountId, plainDate("2026-07-01"))).toBe(false);
    for (const refused of [
      await app.run("returns.makePack", { id, signedBy: "Grace Okafor", declaration }),
      await app.run("returns.discard", { id }),
      await app.run("returns.waive", { id, checkId: "REV-DUE", reason: "Later" }),
      await markSent(),
    ]) {
      expect(refused).toMatchObject({ ok: false, error: { code: "notAllowed" } });
    }
    expect((await readPdf(await packFile("pdf"))).text).toContain("£4,436.01");
    const next = await app.value("returns.open", {
      template: "joint-percentage-split",
      periodFrom: plainDate("2026-07-01"),
      periodTo: plainDate("2026-09-30"),
    });
    expect((await app.value("returns.get", { id: next.id })).figures.opening.amount).toBe(443_601);
  });

  it("must be made again when a figure changed before sending", async () => {
    await makePack();
    const lines = await app.value("bank.listLines", {});
    expect(lines.lines.length).toBeGreaterThan(0);
    app.db.prepare("UPDATE statement_line SET amount_pence = -2000, balance_pence = 443500 WHERE description = 'TAXI'").run();
    expect(await markSent()).toMatchObject({ ok: false, error: { code: "notAllowed" } });
  });
});

describe("documents", () => {
  it("list the budget report and the pack, and each can be made by the operation it names", async () => {
    await makePack();
    const groups = await app.value("documents.list", {});
    const papers = groups.filter((group) => group.id === "budget" || group.id === id);
    expect(papers.map((group) => group.kind)).toEqual(["budget", "return"]);
    for (const document of papers.flatMap((group) => group.documents)) {
      const answer = await app.raw(document.operation, document.input);
      expect(answer).toMatchObject({ ok: true, value: { mediaType: expect.any(String), base64: expect.stringMatching(/^[A-Za-z0-9+/]/) } });
    }
  });
});
