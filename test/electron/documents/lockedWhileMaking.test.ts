import { afterEach, expect, it } from "vitest";
import { progressOf } from "../../../electron/handlers/documents/progress.ts";
import { type GivenPay, givenPay } from "../pay/givenPay.ts";

let given: GivenPay | undefined;
afterEach(() => given?.app.close());

// The test app throws whatever is reported as unexpected.
it("stops making a tax year's papers when the file is locked, and says that it is locked", async () => {
  given = await givenPay();
  const { app, priya } = given;
  await given.works(priya, "2026-04-06", 1);
  await given.run(1);
  const work = app.raw("documents.yearSet", { taxYear: "2026-27", jobId: "year" });
  const before = await app.value("documents.progress", { jobId: "year" });
  expect(before).toMatchObject({ done: 0, words: "P32" });
  app.db.close();
  expect(await work).toEqual({ ok: false, error: { code: "locked" } });
  // The work is over: nobody is at it any more.
  expect(progressOf("year")).toBeNull();
});
