import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../../electron/db/database.ts";
import { migrations } from "../../../electron/db/migrations/index.ts";
import { openDatabase } from "../../../electron/db/openDatabase.ts";
import { findUnbalancedJournals, listPostings, sumPostings } from "../../../electron/db/repositories/ledgerRepository.ts";
import { listAllPayslips, type StoredPayslip } from "../../../electron/db/repositories/payRunRepository.ts";
import { createDispatch } from "../../../electron/dispatch.ts";
import { newRecordId } from "../../../electron/recordId.ts";
import { buildSampleHousehold } from "../../../electron/sample/buildSampleHousehold.ts";
import { sampleYearEnd } from "../../../electron/sample/sampleHousehold.ts";
import { openAttachmentStore } from "../../../electron/vault/attachmentStore.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";

type Sample = Awaited<ReturnType<typeof buildSampleHousehold>>;

let db: OpenDatabase;
let folder: string;
let sample: Sample;
let payslips: StoredPayslip[];

beforeAll(async () => {
  db = openDatabase({ path: ":memory:", key: Buffer.alloc(32, 7), create: false, migrations });
  folder = mkdtempSync(join(tmpdir(), "plan-and-payday-sample-"));
  sample = await buildSampleHousehold(
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
  payslips = listAllPayslips(db);
}, 180_000);
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const slipsOf = (who: "tom" | "priya" | "dev" | "grace"): PayslipResult[] =>
  payslips.filter(({ engagementId }) => engagementId === sample.ids.assistants.get(who)?.engagementId).map(({ result }) => result);
const slipOf = (who: Parameters<typeof slipsOf>[0], payday: string) => slipsOf(who).find((slip) => slip.payday === payday);
const amountsOf = (slip: PayslipResult | undefined, kind: string) => slip?.payLines.filter((line) => line.kind === kind).map(({ amount }) => amount);

describe("the sample household's year of pay", () => {
  it("has a payslip on each payday that each person was there for", () => {
    expect([slipsOf("tom").length, slipsOf("priya").length, slipsOf("dev").length, slipsOf("grace").length]).toEqual([13, 12, 4, 9]);
  });

  it("pays sickness across 6 April: the waiting day of 2 April is not paid, the days from the 6th are", () => {
    // Two of four working days a week at £123.25: 30.8125 each, 61.625, rounded up.
    expect(amountsOf(slipOf("tom", "2026-04-17"), "statutorySickPay")).toEqual([61_63]);
    // Two days of seven and a half hours at £13.50 besides.
    expect(slipOf("tom", "2026-04-17")?.grossPay.amount).toBe(202_50 + 61_63);
  });

  it("gives the leaver the holiday that is left, and a P45", () => {
    // 16 hours in each of three periods build up 1.93 hours, rounded 2, and 8 hours 0.97, rounded 1: seven hours at £13.50. The exact total is lower.
    expect(amountsOf(slipOf("dev", "2026-08-07"), "holidayPay")).toEqual([94_50]);
    const row = db.prepare("SELECT p45_given_on AS givenOn FROM engagement WHERE id = ?").get(sample.ids.assistants.get("dev")?.engagementId);
    expect(row).toEqual({ givenOn: "2026-08-07" });
  });

  it("uses Tom's new code and loan from the payday after HMRC's notices", () => {
    expect([slipOf("tom", "2026-09-04")?.taxCode, slipOf("tom", "2026-10-02")?.taxCode]).toEqual(["1257L", "1185L"]);
    expect(slipOf("tom", "2026-09-04")?.postgraduateLoan.amount).toBe(0);
    // £1,948.41: postgraduate (1,948.41 − 1,615.38) × 6% = 19.98; plan 5 (1,948.41 − 1,923.07) × 9% = 2.28; both down to the pound.
    expect([slipOf("tom", "2026-10-02")?.postgraduateLoan.amount, slipOf("tom", "2026-10-02")?.studentLoan.amount]).toEqual([19_00, 2_00]);
  });

  it("pays the hour that was found late in the next run, and leaves the sealed payslip alone", () => {
    // One hour of a Saturday at £14.10.
    expect(amountsOf(slipOf("priya", "2026-09-04"), "adjustment")).toEqual([14_10]);
    expect(amountsOf(slipOf("priya", "2026-08-07"), "adjustment")).toEqual([]);
  });

  it("pays maternity leave from January, and HMRC gives it back with compensation", async () => {
    // Pay of 4 September and 2 October: 1,155.10 + 1,147.75 over eight weeks is 287.85625 a week; 90% is 259.070625.
    // Two weeks 518.14125 and four weeks 1,036.2825, each rounded up; then four weeks of 194.32.
    const paid = slipsOf("priya").flatMap((slip) => amountsOf(slip, "statutoryMaternityPay") ?? []);
    expect(paid).toEqual([518_15, 1_036_29, 777_28]);
    const months = await sample.story.run("pay.hmrcMonths", {});
    // 109%: 518.15 + 46.63, 1,036.29 + 93.27, 777.28 + 69.96.
    expect(months.slice(0, 3).map(({ statutoryPayRecovered }) => statutoryPayRecovered)).toEqual([847_24, 1_129_56, 564_78]);
  });

  it("reconciles to the penny: year to date, what HMRC is due, the ledger", async () => {
    const sum = (of: (slip: PayslipResult) => number) => payslips.reduce((total, { result }) => total + of(result), 0);
    const lastOf = (who: Parameters<typeof slipsOf>[0]) => slipsOf(who).at(-1)?.yearToDate;
    const yearToDate = (of: (year: NonNullable<ReturnType<typeof lastOf>>) => number) =>
      (["tom", "priya", "dev", "grace"] as const).reduce((total, who) => total + of(lastOf(who) as never), 0);
    expect(yearToDate((year) => year.incomeTax)).toBe(sum((slip) => slip.incomeTax.amount));
    expect(yearToDate((year) => year.grossPay)).toBe(sum((slip) => slip.grossPay.amount));
    expect(yearToDate((year) => year.statutoryMaternityPay)).toBe(518_15 + 1_036_29 + 777_28);
    const months = await sample.story.run("pay.hmrcMonths", {});
    const owed = -sumPostings(db, { account: "hmrcDue" });
    const paid = listPostings(db, { account: "hmrcDue" })
      .filter(({ event }) => event === "hmrcPayment")
      .reduce((total, { amountPence }) => total + amountPence, 0);
    expect(months.reduce((total, { due }) => total + due.amount, 0)).toBe(owed + paid);
    expect(months.flatMap(({ payments }) => payments).reduce((total, { amount }) => total + amount, 0)).toBe(paid);
    expect(sumPostings(db, { account: "wagesDue" })).toBe(0);
    expect(findUnbalancedJournals(db)).toEqual([]);
  });
});
