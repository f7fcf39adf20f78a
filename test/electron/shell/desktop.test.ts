import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { guardClipboard } from "../../../electron/shell/clipboardGuard.ts";
import { answerDesktop, type DesktopParts } from "../../../electron/shell/desktopAnswers.ts";
import { openPreferences } from "../../../electron/shell/preferences.ts";
import { saveDocument } from "../../../electron/shell/saveFile.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";

const freshFolder = () => mkdtempSync(join(tmpdir(), "plan-and-payday-desktop-"));
const payslip = { fileName: "payslip.pdf", mediaType: "application/pdf", base64: Buffer.from("%PDF").toString("base64") };

function desktop(folder: string, chosen: string | null) {
  const parts: DesktopParts = {
    version: "0.1.0",
    platform: "linux",
    today: () => plainDate("2026-05-08"),
    preferences: openPreferences(folder),
    applyPreferences: () => undefined,
    askDataProcess: async (operation) =>
      operation === "documents.payslip"
        ? { ok: true, value: payslip }
        : operation === "documents.list"
          ? { ok: true, value: [] }
          : Promise.reject(new Error(`${operation} must not be asked for a document`)),
    saveDocument: (name, document) =>
      saveDocument({ showSaveDialog: async () => ({ canceled: chosen === null, filePath: chosen ?? "" }) } as never, {} as never, name, document),
    print: async () => true,
    copyText: async () => undefined,
    notices: async () => [],
  };
  return answerDesktop(parts);
}

describe("saving a document", () => {
  const input = (operation: string) => ({ suggestedName: "Payslip", from: { operation, input: {} } });

  it("writes it where the person chose, whole, for this account alone", async () => {
    const folder = freshFolder();
    const path = join(folder, "May payslip.pdf");
    expect(await desktop(folder, path)("desktop.saveFile", input("documents.payslip"))).toEqual({
      ok: true,
      value: { saved: true, fileName: "May payslip.pdf" },
    });
    expect(readFileSync(path, "utf8")).toBe("%PDF");
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(folder).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  it("writes nothing when the dialog is closed", async () => {
    const folder = freshFolder();
    expect(await desktop(folder, null)("desktop.saveFile", input("documents.payslip"))).toEqual({ ok: true, value: { saved: false, fileName: "" } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("saves documents only: no other answer, and no vault operation", async () => {
    const folder = freshFolder();
    const ask = desktop(folder, join(folder, "x"));
    for (const operation of [
      "documents.list",
      "people.list",
      "people.saveBudget",
      "vault.create",
      "desktop.saveFile",
      "documents.payslip\nvault.lock",
    ]) {
      expect(await ask("desktop.saveFile", input(operation))).toMatchObject({ ok: false, error: { code: "notAllowed" } });
    }
    expect(existsSync(join(folder, "x"))).toBe(false);
  });

  it("says in plain words when the folder refuses", async () => {
    const folder = freshFolder();
    const answer = await desktop(folder, join(folder, "missing", "x.pdf"))("desktop.saveFile", input("documents.payslip"));
    expect(answer).toMatchObject({ ok: false, error: { code: "notAllowed", reason: "The file could not be saved there" } });
  });

  it.each([
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Windows\\x.pdf", "x.pdf"],
    ['a<b>c:"d".pdf', "a-b-c--d-.pdf"],
    ["...", "file.pdf"],
    ["pay\u202Eslip\u0000.exe", "payslip.exe.pdf"],
    ["x".repeat(300), `${"x".repeat(80)}.pdf`],
  ])("offers %s under a safe name that keeps the document's ending", async (name, safe) => {
    let offered: string | undefined;
    const dialog = {
      showSaveDialog: async (_window: unknown, options: { defaultPath?: string }) => {
        offered = options.defaultPath;
        return { canceled: true, filePath: "" };
      },
    };
    await saveDocument(dialog as never, {} as never, name, payslip);
    expect(offered).toBe(safe);
  });
});

describe("preferences", () => {
  it("remembers theme and text size, and nothing else", async () => {
    const folder = freshFolder();
    const ask = desktop(folder, null);
    expect(await ask("desktop.setTheme", { theme: "dark", textSizePercent: 150 })).toEqual({
      ok: true,
      value: { theme: "dark", textSizePercent: 150, idleMinutes: 10 },
    });
    expect(JSON.parse(readFileSync(join(folder, "preferences.json"), "utf8"))).toEqual({ theme: "dark", textSizePercent: 150, idleMinutes: 10 });
    expect(await ask("desktop.appInfo", {})).toMatchObject({ ok: true, value: { today: "2026-05-08", preferences: { theme: "dark" } } });
  });

  it("refuses sizes and names it does not know, and survives a damaged file", async () => {
    const folder = freshFolder();
    const ask = desktop(folder, null);
    expect(await ask("desktop.setTheme", { textSizePercent: 1000 })).toMatchObject({ ok: false, error: { code: "invalidInput" } });
    expect(await ask("desktop.setTheme", { name: "Ann" })).toMatchObject({ ok: false, error: { code: "invalidInput" } });
    writeFileSync(join(folder, "preferences.json"), "{");
    expect(openPreferences(folder).read().theme).toBe("system");
  });
});

describe("copied text", () => {
  const clipboardOf = () => {
    let text = "";
    return {
      readText: async () => text,
      writeText: async (next: string) => {
        text = next;
      },
      clear: async () => {
        text = "";
      },
    };
  };

  it("leaves the clipboard after a while", async () => {
    const clipboard = clipboardOf();
    await guardClipboard(clipboard, 10).copy("twelve words");
    expect(await clipboard.readText()).toBe("twelve words");
    await wait(40);
    expect(await clipboard.readText()).toBe("");
  });

  it("leaves alone what the person copied since", async () => {
    const clipboard = clipboardOf();
    const guard = guardClipboard(clipboard, 10_000);
    await guard.copy("twelve words");
    await clipboard.writeText("a shopping list");
    await guard.clear();
    expect(await clipboard.readText()).toBe("a shopping list");
  });
});
