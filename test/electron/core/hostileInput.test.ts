import { Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { operations } from "../../../shared/contract/index.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";
import { lineNamed } from "../bank/givenStatement.ts";
import { givenQuarter, quarter } from "../returns/givenQuarter.ts";

let app: TestApp;
beforeEach(() => {
  app = startTestApp({ today: "2026-07-06" });
});
afterEach(() => app.close());

const nasty = 'Robert\'); DROP TABLE person;-- <img src=x onerror=alert(1)> =HYPERLINK("http://example.org")';

describe("the door to the file, pushed by a hostile window", () => {
  it("refuses names that are not operations, and prototype keys in what it is given", async () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "people.", "", "vault.unlock", "desktop.saveFile"])
      expect(await app.raw(name, {})).toMatchObject({ ok: false });
    const input = JSON.parse('{"__proto__":{"isAdministrator":true},"constructor":{"prototype":{"x":1}}}');
    expect(await app.raw("people.getHousehold", input)).toMatchObject({ ok: false, error: { code: "invalidInput" } });
    expect(Object.hasOwn(Object.prototype, "isAdministrator")).toBe(false);
  });

  it("answers every operation with a refusal or a value, never a crash, whatever it is given", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`);
    for (const name of Object.keys(operations))
      for (const input of [null, 7, "x".repeat(100_000), [], deep, { id: "'; DROP TABLE person; --" }]) {
        const answer = await app.raw(name, input);
        expect(answer.ok || ["invalidInput", "notAllowed", "notFound"].includes(answer.error.code)).toBe(true);
      }
  });

  it("never repeats a whole secret text in a refusal about a field", async () => {
    const answer = await app.raw("employment.changeTaxCode", { taxCode: "QQ123456C secret" });
    expect(JSON.stringify(answer)).not.toContain("QQ123456C secret");
  });
});

describe("names and papers that mean harm", () => {
  it("come out of a return's archive as plain names in one folder, and as texts in its tables", async () => {
    await givenQuarter(app);
    const line = await lineNamed(app, "TAXI");
    const text = Buffer.from("start calc.exe\r\n").toString("base64");
    const names = [
      "../../../home/x/.bashrc",
      "C:\\Windows\\evil.bat",
      "bill\u202Etxt.exe\u0000\u0007",
      `${"n".repeat(290)}.vbs`,
      "CON",
      "receipt.txt",
      "receipt.txt",
    ];
    for (const fileName of names) await app.value("bank.attachReceipt", { recordId: line.id, fileName, base64: text });

    const { id } = await app.value("returns.open", { template: "quarterly-evidence-pack", ...quarter });
    const before = await app.value("returns.get", { id });
    for (const check of before.checks) if (check.verdict !== "pass") await app.value("returns.waive", { id, checkId: check.id, reason: nasty });
    const { declaration, signerName } = await app.value("returns.get", { id });
    await app.value("returns.makePack", { id, signedBy: signerName, declaration });

    const file = async (kind: "zip" | "spreadsheet" | "index") =>
      Buffer.from((await app.value("returns.getPackFile", { id, kind })).base64, "base64");
    const entries = await new ZipReader(new Uint8ArrayReader(await file("zip"))).getEntries();
    const paths = entries.map((entry) => entry.filename);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    for (const path of paths) {
      expect(path).not.toMatch(/\.\.\/|\\|^\/|[\p{Cc}\p{Cf}]/u);
      expect(path).toMatch(/^(?:evidence\/)?[^/]{1,80}\.(?:pdf|xlsx|csv|txt|png|jpg|ofx)$/);
    }
    for (const row of (await file("index")).toString("utf8").split("\r\n")) expect(row).not.toMatch(/(?:^|,)"?[=+@]/);
    expect((await readXlsxFile(await file("spreadsheet"))).length).toBeGreaterThan(3);
  });

  it("are kept as they were typed, without signs that cannot be seen, and harm no table", async () => {
    await givenQuarter(app);
    const people = () => app.db.prepare("SELECT id FROM person ORDER BY id").all();
    const before = people();
    await app.value("bank.saveAccount", {
      name: `${nasty}\u202E\u0001`,
      bankName: "Example Bank",
      lastFourDigits: "1234",
      openedOn: plainDate("2026-04-01"),
      openingBalancePence: pence(0),
    });
    expect((await app.value("bank.getAccounts", {})).map((account) => account.name)).toContain(nasty);
    expect(before.length).toBeGreaterThan(0);
    expect(people()).toEqual(before);
  });
});
