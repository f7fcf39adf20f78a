import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { askApp, launchApp } from "../support/e2e.ts";

const bankFiles = join(import.meta.dirname, "..", "fixtures", "vectors", "bank");
const chosen = (name: string) => ({ fileName: name, base64: readFileSync(join(bankFiles, name)).toString("base64") });

describe("reading an untrusted file in a process of its own", () => {
  it("reads a bank's file and ends the process", async () => {
    const app = await launchApp();
    await askApp(app.page, "vault.status", {});
    const before = app.childProcessIds();
    const answer = await askApp(app.page, "imports.parseStatement", chosen("ofx1/ofxparse-checking.ofx"));
    expect(answer).toMatchObject({ ok: true });
    await expect.poll(() => app.childProcessIds().filter((id) => !before.includes(id))).toEqual([]);
  });

  it.each([
    ["a file that is no statement", "not a statement at all"],
    ["markup that would fetch or expand", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><OFX>&b;</OFX>'],
  ])("tells in plain words that it cannot read %s", async (_name, text) => {
    const app = await launchApp();
    const answer = await askApp(app.page, "imports.parseStatement", { fileName: "statement.ofx", base64: Buffer.from(text).toString("base64") });
    expect(JSON.stringify(answer)).not.toContain("root:");
    expect(answer).toMatchObject({ ok: false, error: { code: expect.stringMatching(/notAllowed|invalidInput/) } });
  });
});
