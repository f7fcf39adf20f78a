import { afterEach, describe, expect, it } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { givenPayday } from "../../support/givenPayday.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
afterEach(() => app.close());

const hmrcActions = async () => (await app.value("home.overview", {})).actions.filter(({ route }) => route.startsWith("/hmrc/"));

/** The payday of 8 May 2026 is finished, and the next of 5 June where `runs` is 2. The account is set up, so that set-up is complete. */
async function start(today: string, runs: 1 | 2 = 1): Promise<readonly string[]> {
  app = startTestApp({ today });
  const { payRunId } = await givenPayday(app);
  await app.value("bank.saveAccount", { name: "Direct payment account", openedOn: plainDate("2026-04-01"), openingBalancePence: pence(0) });
  if (runs === 1) return [payRunId];
  const next = await app.value("pay.startRun", {
    periodFrom: plainDate("2026-05-04"),
    periodTo: plainDate("2026-05-31"),
    payday: plainDate("2026-06-05"),
  });
  await app.value("pay.finishRun", { payRunId: next.id });
  return [payRunId, next.id];
}

describe("what Home says about telling HMRC", () => {
  it("names the finished payday that is not marked as sent, due on the payday", async () => {
    const [payRunId] = await start("2026-05-05");
    expect(await hmrcActions()).toMatchObject([
      { title: "Tell HMRC about the payday of 8 May 2026", route: `/hmrc/payday/${payRunId}`, dueOn: "2026-05-08", area: "pay" },
    ]);
  });

  it("says nothing of it once the payday is marked as sent", async () => {
    const [payRunId = ""] = await start("2026-05-05");
    await app.value("hmrc.recordTold", { kind: "fps", payRunId, toldOn: plainDate("2026-05-05") });
    expect(await hmrcActions()).toEqual([]);
  });

  it("reminds of the newest payday only while none was ever marked", async () => {
    const [, newest] = await start("2026-06-05", 2);
    const paydays = (await hmrcActions()).filter(({ route }) => route.startsWith("/hmrc/payday/"));
    expect(paydays).toMatchObject([{ title: "Tell HMRC about the payday of 5 June 2026", route: `/hmrc/payday/${newest}` }]);
  });

  it("says when the Employer Payment Summary of the tax month that ended is to be sent, and why", async () => {
    // Tax month 1 ended on 5 May; on 6 May it is the last that ended. Nobody was paid in it, and Employment Allowance was not told yet.
    await start("2026-05-06");
    const [summary] = (await hmrcActions()).filter(({ route }) => route.startsWith("/hmrc/month/"));
    expect(summary).toMatchObject({ title: "Send HMRC the Employer Payment Summary", route: "/hmrc/month/2026-27/1", dueOn: "2026-05-19" });
    expect(summary?.detail).toContain("Employment Allowance is claimed for 2026-27.");
    await app.value("hmrc.recordTold", { kind: "eps", taxYear: "2026-27", taxMonth: 1, toldOn: plainDate("2026-05-06") });
    expect((await hmrcActions()).filter(({ route }) => route.startsWith("/hmrc/month/"))).toEqual([]);
  });

  it("says nothing when a payroll provider tells HMRC", async () => {
    await start("2026-05-06");
    const { employer } = await app.value("employment.getEmployer", {});
    if (!employer) throw new Error("no employer");
    const { id: _id, holderPersonId: _holder, fromOn: _from, toOn: _to, ...details } = employer;
    await app.value("employment.saveEmployer", { ...details, filingRoute: "bureau" });
    expect(await hmrcActions()).toEqual([]);
  });
});
