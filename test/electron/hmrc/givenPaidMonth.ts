import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainDate } from "../../../shared/core/plainDate.ts";
import type { TestApp } from "../../support/startTestApp.ts";
import { type GivenPay, givenPay } from "../pay/givenPay.ts";

export interface GivenPaidMonth extends GivenPay {
  /** The first run, paid on 8 May 2026. */
  readonly payRunId: string;
  close(): void;
}

/**
 * A household in an encrypted file with its first run finished: Priya, here before the program, worked four weeks of 40 hours; Tom, new, one week.
 * At £13.60 an hour Priya is paid £2,176.00 and Tom £544.00. Tom has no address yet.
 */
export async function givenPaidMonth(): Promise<GivenPaidMonth> {
  const folder = mkdtempSync(join(tmpdir(), "plan-and-payday-hmrc-"));
  const given = await givenPay(join(folder, "household.db"));
  await given.works(given.priya, "2026-04-06", 4);
  await given.works(given.tom, "2026-04-13", 1);
  const { run } = await given.run(1);
  return {
    ...given,
    payRunId: run.id,
    close: () => {
      given.app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Gives somebody an address of two lines, as HMRC wants it with a start. */
export async function giveAddress(app: TestApp, engagementId: string): Promise<void> {
  app.db
    .prepare("UPDATE person SET address = ?, postcode = ? WHERE id = (SELECT person_id FROM engagement WHERE id = ?)")
    .run("7 Larch Row, Exampleton", "ZZ1 1ZZ", engagementId);
}

/** Records a week of work and finishes the second run, paid on 5 June 2026. */
export async function secondRun(given: GivenPay): Promise<string> {
  await given.works(given.priya, "2026-05-04", 1);
  return (await given.run(2)).run.id;
}

export const on = plainDate;
