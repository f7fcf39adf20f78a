import * as z from "zod";
import type { ReadDb, WriteDb } from "../database.ts";

const SettingRow = z.object({ name: z.string(), value: z.string() });

/** Every setting of the file by name; the values are parsed JSON and still unknown. */
export function listSettings(db: ReadDb): Readonly<Record<string, unknown>> {
  const rows = z.array(SettingRow).parse(db.prepare("SELECT name, value FROM setting").all());
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
}

/** Keeps one setting in place of its former value. */
export function saveSetting(db: WriteDb, name: string, value: unknown): void {
  db.prepare("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value").run(
    name,
    JSON.stringify(value),
  );
}
