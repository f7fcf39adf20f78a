/**
 * Saves journals as fast as it can until it is killed. Started by test/electron/crash.test.ts with the path of a database
 * and its key; waits for a line on its standard input, then writes the identifier of each save that was confirmed.
 */
import { writeSync } from "node:fs";
import { migrations } from "../../electron/db/migrations/index.ts";
import { openDatabase } from "../../electron/db/openDatabase.ts";
import { appendActivity } from "../../electron/db/repositories/activityRepository.ts";
import { postJournal } from "../../electron/db/repositories/ledgerRepository.ts";
import { newRecordId } from "../../electron/recordId.ts";
import { pence } from "../../shared/core/money.ts";
import { plainDate } from "../../shared/core/plainDate.ts";

const [path = "", key = ""] = process.argv.slice(2);

process.stdin.once("data", () => {
  const db = openDatabase({ path, key: Buffer.from(key, "hex"), migrations });
  const stamp = { newId: () => newRecordId(new Date()), now: () => new Date().toISOString() };
  for (let count = 1; ; count += 1) {
    const id = db
      .transaction(() => {
        const amount = 100 + (count % 900);
        const journalId = postJournal(db, stamp, {
          postedOn: plainDate("2026-11-21"),
          event: "purchase",
          description: "A purchase of some length, so that pages fill up. ".repeat(1 + (count % 40)),
          postings: [
            { account: "spending", amountPence: pence(amount) },
            { account: "suppliersDue", amountPence: pence(1 - amount) },
            { account: "cash", amountPence: pence(-1) },
          ],
        });
        appendActivity(db, { at: stamp.now(), slot: "test", what: "Posted a purchase", operation: "crash.post", body: { journalId } });
        return journalId;
      })
      .immediate();
    writeSync(1, `${id}\n`);
    if (count % 15 === 0) db.pragma("wal_checkpoint(TRUNCATE)");
  }
});
writeSync(1, "ready\n");
