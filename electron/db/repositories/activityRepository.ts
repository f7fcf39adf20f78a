import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import type { ReadDb, WriteDb } from "../database.ts";

/** One line to write: what was done, through which operation, with which input. */
export interface ActivityEntry {
  readonly at: string;
  readonly slot: string;
  readonly what: string;
  readonly operation: string;
  readonly body: unknown;
}

const ActivityLine = z.object({ seq: z.number(), at: z.string(), who: z.string(), what: z.string(), operation: z.string(), hash: z.string() });
export type ActivityLine = z.infer<typeof ActivityLine>;

const genesis = createHash("sha256").update("phb-audit-v1|plan-and-payday").digest("hex");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Texts this long (files as base64) are kept out of the log as their hash: the log tells that, not what, was added. */
const longestKeptText = 20_000;

/** JSON with sorted keys and no spaces, long texts replaced by their SHA-256. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "string" && part.length > longestKeptText) return `sha256:${sha256(part)}`;
    if (part && typeof part === "object" && !Array.isArray(part)) {
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return part;
  });
}

/** Appends one line to the hash-chained activity log (security design, section 9), inside the caller's transaction. */
export function appendActivity(db: WriteDb, entry: ActivityEntry): void {
  const last = z
    .object({ seq: z.number(), hash: z.string() })
    .optional()
    .parse(db.prepare("SELECT seq, hash FROM activity ORDER BY seq DESC LIMIT 1").get());
  const who = z
    .object({ name: z.string() })
    .optional()
    .parse(
      db
        .prepare(
          "SELECT p.first_name || ' ' || p.last_name AS name FROM role r JOIN person p ON p.id = r.person_id WHERE r.kind = 'atTheKeyboard' AND r.to_on IS NULL ORDER BY r.from_on DESC, r.id DESC LIMIT 1",
        )
        .get(),
    );
  const line = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    who: who?.name ?? "Not yet named",
    slot: entry.slot,
    what: entry.what,
    operation: entry.operation,
  };
  const salt = randomBytes(16).toString("hex");
  const body = canonicalJson(entry.body ?? null);
  const bodyHash = sha256(`${salt}|${body}`);
  const previous = last?.hash ?? genesis;
  const hash = sha256(`phb-audit-v1|${canonicalJson({ ...line, bodyHash, previous })}`);
  db.prepare(
    "INSERT INTO activity (seq, at, who, slot, what, operation, body, salt, body_hash, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(line.seq, line.at, line.who, line.slot, line.what, line.operation, body, salt, bodyHash, previous, hash);
}

/** The newest lines of the log first. */
export function listActivity(db: ReadDb, most: number, beforeSeq = Number.MAX_SAFE_INTEGER): ActivityLine[] {
  return z
    .array(ActivityLine)
    .parse(db.prepare("SELECT seq, at, who, what, operation, hash FROM activity WHERE seq < ? ORDER BY seq DESC LIMIT ?").all(beforeSeq, most));
}

const FullLine = ActivityLine.extend({
  slot: z.string(),
  body: z.string().nullable(),
  salt: z.string().nullable(),
  body_hash: z.string(),
  previous_hash: z.string(),
});

/** Walks the whole chain. Answers the first line that does not follow from the one before, or undefined when all is well. */
export function findBrokenActivity(db: ReadDb): number | undefined {
  let previous = genesis;
  let expectedSeq = 1;
  for (const row of db.prepare("SELECT * FROM activity ORDER BY seq").all()) {
    const line = FullLine.parse(row);
    const { seq, at, who, slot, what, operation } = line;
    const bodyHash = line.body_hash;
    const bodyAgrees = line.body === null || sha256(`${line.salt}|${line.body}`) === bodyHash;
    const hash = sha256(`phb-audit-v1|${canonicalJson({ seq, at, who, slot, what, operation, bodyHash, previous })}`);
    if (seq !== expectedSeq || !bodyAgrees || line.previous_hash !== previous || line.hash !== hash) return seq;
    previous = line.hash;
    expectedSeq = seq + 1;
  }
  return undefined;
}
