import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listLoanNotices } from "../../../electron/db/repositories/payFactsRepository.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenPay, givenPay, slipOf } from "./givenPay.ts";

let given: GivenPay;
beforeEach(async () => {
  given = await givenPay();
});
afterEach(() => given.app.close());

describe("start and stop notices of loans in a pay run", () => {
  it("HMRC's newest plan is taken up to the payday on its last day, and then the older one that still runs", async () => {
    const { app, priya } = given;
    const told = async (kind: "plan5" | "plan1", fromOn: string) =>
      app.value("employment.addLoanNotice", { engagementId: priya, kind, fromOn: plainDate(fromOn) });
    await told("plan5", "2026-04-14");
    await told("plan1", "2026-04-21");
    const plan1 = listLoanNotices(app.db, priya, plainDate("2026-05-08")).find(({ kind }) => kind === "plan1");
    await app.value("employment.stopLoanNotice", { loanNoticeId: plan1?.id ?? "", toOn: plainDate("2026-05-08") });
    await given.works(priya, "2026-04-06", 8);
    expect(slipOf(await given.run(1), priya)?.studentLoanPlan).toBe("1");
    expect(slipOf(await given.run(2), priya)?.studentLoanPlan).toBe("5");
  });
});
