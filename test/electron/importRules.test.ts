import { describe, expect, it } from "vitest";
import { forbiddenImports, importCircles } from "../../scripts/importRules.ts";
import { readSource } from "../../scripts/readSource.ts";
import { bannedUses } from "../../scripts/sourceBans.ts";

const complaintsAbout = (path: string, text: string) => {
  const { imports, program } = readSource(path, text);
  return [...forbiddenImports({ path, imports }), ...bannedUses(path, program)];
};

describe("who may import whom", () => {
  it.each([
    ["shared/core/money.ts", 'import { x } from "../payroll/x.ts";'],
    ["shared/rates/2025-26.ts", 'import type { X } from "../payroll/x.ts";'],
    ["shared/payroll/tax.ts", 'import { x } from "../audit/x.ts";'],
    ["shared/payroll/tax.ts", 'import { readFileSync } from "node:fs";'],
    ["shared/payroll/tax.ts", 'import React from "react";'],
    ["electron/handlers/payHandlers.ts", 'import { app } from "electron";'],
    ["electron/handlers/payHandlers.ts", 'import { x } from "../../renderer/app/x.ts";'],
    ["electron/main.ts", 'import { x } from "./db/openDatabase.ts";'],
    ["electron/imports/parse.ts", 'import { x } from "../db/openDatabase.ts";'],
    ["renderer/app/App.tsx", 'import { x } from "../../electron/dispatch.ts"; export const y = <p />;'],
    ["renderer/features/pay/Pay.tsx", 'import { x } from "../time/Week.tsx";'],
    ["renderer/components/Field.tsx", 'import { x } from "../api/hooks.ts";'],
    ["renderer/components/Field.tsx", 'const x = await import("../../electron/main.ts");'],
  ])("refuses in %s: %s", (path, text) => {
    expect(complaintsAbout(path, text)).toHaveLength(1);
  });

  it.each([
    ["shared/payroll/tax.ts", 'import { x } from "../rates/x.ts"; import * as z from "zod"; import { y } from "../people/y.ts";'],
    ["electron/handlers/payHandlers.ts", 'import { x } from "../db/repositories/x.ts"; import { join } from "node:path";'],
    ["renderer/features/pay/Pay.tsx", 'import { x } from "../../components/Money.tsx"; import { y } from "./Row.tsx";'],
  ])("allows in %s: %s", (path, text) => {
    expect(complaintsAbout(path, text)).toEqual([]);
  });

  it("finds imports that go round in a circle", () => {
    const files = [
      { path: "a.ts", imports: ["b.ts"] },
      { path: "b.ts", imports: ["c.ts"] },
      { path: "c.ts", imports: ["a.ts"] },
      { path: "d.ts", imports: ["a.ts"] },
    ];
    expect(importCircles(files)).toEqual([["a.ts", "b.ts", "c.ts", "a.ts"]]);
  });
});

describe("bans on database and key code", () => {
  it.each([
    "await db.backup(path);",
    "database.serialize();",
    "db.loadExtension(path);",
    "db.unsafeMode(true);",
    'db.exec("ATTACH DATABASE ? AS other");',
    'db.exec("VACUUM");',
    "db.exec(`PRAGMA key = 'x'`);",
    "db.pragma(\"cipher='aes256cbc'\");",
    'crypto.argon2("argon2id", options, done);',
  ])("refuses %s", (text) => {
    expect(complaintsAbout("electron/db/example.ts", text)).toHaveLength(1);
  });

  it("allows a snapshot with VACUUM INTO", () => {
    expect(complaintsAbout("electron/vault/backup.ts", 'db.prepare("VACUUM INTO ?").run(path);')).toEqual([]);
  });
});
