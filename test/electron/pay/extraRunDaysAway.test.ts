import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PlainDate, plainDate } from "../../../shared/core/plainDate.ts";
import type { PayLineKind } from "../../../shared/payroll/types.ts";
import { type GivenPay, givenPay, slipOf } from "./givenPay.ts";

let given: GivenPay;
beforeEach(async () => {
  given = await givenPay();
});
afterEach(() => given.app.close());

/** An extra run over a period, for Priya. */
async function extra(number: number, today: string) {
  const { app, priya } = given;
  app.setToday(today);
  const { id } = await app.value("pay.startRun", { ...given.period(number), payday: plainDate(today), kind: "extra", engagementIds: [priya] });
  return slipOf(await given.finish(id), priya);
}
const linesOf = (slip: ReturnType<typeof slipOf>, kind: PayLineKind) =>
  slip?.payLines.filter((line) => line.kind === kind).map(({ units, amount }) => [units, amount]);
const away = (kind: "sickness" | "holiday", fromOn: string, toOn: string) => ({
  engagementId: given.priya,
  kind,
  fromOn: plainDate(fromOn) as PlainDate,
  toOn: plainDate(toOn) as PlainDate,
});

// Priya is contracted for 24 hours at £13.60: average weekly earnings £326.40, so the flat rate of £123.25 holds; five working days: £24.65 a day.
describe("an extra run for somebody over days that are paid already", () => {
  it("pays sick days of its own period no second time", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    await app.value("time.recordAbsence", away("sickness", "2026-04-20", "2026-04-21"));
    expect(linesOf(slipOf(await given.run(1), priya), "statutorySickPay")).toEqual([[2, 49_30]]);
    expect(linesOf(await extra(1, "2026-05-12"), "statutorySickPay")).toEqual([]);
    expect(linesOf(slipOf(await given.run(2), priya), "statutorySickPay")).toEqual([]);
  });

  it("pays a spell told after the regular run of its period once", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    await given.run(1);
    app.setToday("2026-05-05");
    await app.value("time.recordAbsence", away("sickness", "2026-04-20", "2026-04-21"));
    expect(linesOf(await extra(1, "2026-05-12"), "statutorySickPay")).toEqual([[2, 49_30]]);
    expect(linesOf(await extra(1, "2026-05-13"), "statutorySickPay")).toEqual([]);
    expect(linesOf(slipOf(await given.run(2), priya), "statutorySickPay")).toEqual([]);
  });

  it("takes back no sick pay of a later period", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    await given.run(1);
    await app.value("time.recordAbsence", away("sickness", "2026-05-04", "2026-05-05"));
    expect(linesOf(slipOf(await given.run(2), priya), "statutorySickPay")).toEqual([[2, 49_30]]);
    expect(linesOf(await extra(1, "2026-06-12"), "statutorySickPay")).toEqual([]);
  });

  it("balances a changed spell over two periods against all that was paid for it", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const { id } = await app.value("time.recordAbsence", away("sickness", "2026-04-30", "2026-05-05"));
    await given.run(1);
    await given.run(2);
    app.setToday("2026-06-08");
    await app.value("time.changeAbsence", { id, fromOn: plainDate("2026-04-29"), toOn: plainDate("2026-05-05") });
    // Four days were paid: 98.60. Wednesday 29 April comes to it.
    expect(linesOf(await extra(1, "2026-06-12"), "statutorySickPay")).toEqual([[1, 24_65]]);
    expect(linesOf(slipOf(await given.run(3), priya), "statutorySickPay")).toEqual([]);
  });

  it("pays a holiday no second time", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    await app.value("time.recordAbsence", { ...away("holiday", "2026-04-27", "2026-04-27"), minutes: 480 as never });
    expect(linesOf(slipOf(await given.run(1), priya), "holidayPay")).toEqual([[null, 108_80]]);
    expect(linesOf(await extra(1, "2026-05-12"), "holidayPay")).toEqual([]);
  });

  it("pays and takes back no family pay, whether over its own or an earlier period", async () => {
    const { app, priya } = given;
    const leave = {
      kind: "maternity" as const,
      expectedOn: plainDate("2026-08-16"),
      payFromOn: plainDate("2026-07-06"),
      weeks: 39,
      noticeOn: plainDate("2026-05-20"),
      evidence: "MAT B1",
      evidenceSeenOn: plainDate("2026-05-20"),
      averageWeeklyEarningsPence: 320_00 as never,
    };
    await app.value("employment.addFamilyLeave", { engagementId: priya, ...leave });
    // Three weeks at 90% of £320.00; then three more and one at the standard rate.
    expect(linesOf(slipOf(await given.run(4), priya), "statutoryMaternityPay")).toEqual([[21, 864_00]]);
    expect(linesOf(await extra(4, "2026-08-03"), "statutoryMaternityPay")).toEqual([]);
    expect(linesOf(slipOf(await given.run(5), priya), "statutoryMaternityPay")).toEqual([[28, 3 * 288_00 + 194_32]]);
    expect(linesOf(await extra(4, "2026-08-31"), "statutoryMaternityPay")).toEqual([]);
  });
});
