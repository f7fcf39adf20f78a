import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrations } from "../../electron/db/migrations/index.ts";
import { openDatabase } from "../../electron/db/openDatabase.ts";
import { createDispatch } from "../../electron/dispatch.ts";
import { newRecordId } from "../../electron/recordId.ts";
import { buildSampleHousehold } from "../../electron/sample/buildSampleHousehold.ts";
import { sampleYearEnd } from "../../electron/sample/sampleHousehold.ts";
import { openAttachmentStore } from "../../electron/vault/attachmentStore.ts";
import { startTestApp, type TestApp } from "./startTestApp.ts";

/** The sample household's whole year in an encrypted file, opened again on its last day. */
export interface SampleYear {
  readonly app: TestApp;
  readonly assistants: Awaited<ReturnType<typeof buildSampleHousehold>>["ids"]["assistants"];
  close(): void;
}

/** Plays the year into a file, closes it, and opens it again with its key: what the test reads comes from the disk. */
export async function givenSampleYear(): Promise<SampleYear> {
  const folder = mkdtempSync(join(tmpdir(), "plan-and-payday-year-"));
  const path = join(folder, "year.db");
  const key = Buffer.alloc(32, 9);
  const db = openDatabase({ path, key, create: true, migrations });
  const { ids } = await buildSampleHousehold(
    (now) =>
      createDispatch({
        database: db,
        files: openAttachmentStore(folder, () => newRecordId(now())),
        now,
        slot: "test",
        onUnexpected: (_reference, error) => {
          throw error;
        },
      }),
    { until: sampleYearEnd },
  );
  db.close();
  const app = startTestApp({ today: sampleYearEnd, path, key });
  return {
    app,
    assistants: ids.assistants,
    close: () => {
      app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
