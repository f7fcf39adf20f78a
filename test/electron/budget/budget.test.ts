import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WriteDb } from "../../../electron/db/database.ts";
import { postJournal } from "../../../electron/db/repositories/ledgerRepository.ts";
import { newRecordId } from "../../../electron/recordId.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";
import { givenAccount, givenImport, lineNamed, payment } from "../bank/givenStatement.ts";

let app: TestApp;
let household: GivenHousehold;

beforeEach(async () => {
  app = startTestApp({ today: "2026-05-12" });
  household = await givenHousehold(app);
  const bankAccountId = await givenAccount(app);
  await givenImport(app, bankAccountId, [
    payment("2026-04-30", 2800, "NHS EXAMPLESHIRE ICB"),
    payment("2026-05-02", 1200, "EXAMPLESHIRE COUNCIL"),
    payment("2026-05-09", -40, "SWIMMING POOL"),
  ]);
  const match = async (words: string, part: object) => {
    const line = await lineNamed(app, words);
    return app.value("bank.matchLine", { lineId: line.id, parts: [{ amountPence: line.amountPence, ...part }] as never });
  };
  await match("NHS", { kind: "directPayment", funderId: household.integratedCareBoardId });
  await match("COUNCIL", { kind: "directPayment", funderId: household.councilId });
  await match("SWIMMING", { kind: "planLine", planLineId: household.planLineIds.activities });
  postJournal(
    app.db as unknown as WriteDb,
    { newId: () => newRecordId(new Date()), now: () => "2026-05-08T10:00:00.000Z" },
    {
      postedOn: plainDate("2026-05-08"),
      event: "payRun",
      description: "Pay run of 8 May 2026",
      postings: [
        {
          account: "spending",
          amountPence: pence(200_000),
          planLineId: household.planLineIds.daySupport,
          category: "personalAssistants",
          engagementId: household.assistants.priya,
        },
        { account: "wagesDue", amountPence: pence(-150_000), engagementId: household.assistants.priya },
        { account: "hmrcDue", amountPence: pence(-50_000) },
      ],
    },
  );
});
afterEach(() => app.close());

describe("the budget against the plan", () => {
  it("tells planned, spent and free for each line, and shares the whole by funder to the penny", async () => {
    const position = await app.value("budget.position", {});
    expect(position.lines.map((line) => [line.name, line.spent.amount, line.plannedToEnd.amount, line.standing])).toEqual([
      ["Day support", 200_000, 2_471_571, "onPlan"],
      ["Night support", 0, 1_720_714, "under"],
      ["Activities", 4_000, 144_000, "under"],
      ["Shower chair", 0, 48_000, "onPlan"],
    ]);
    expect(position.totals).toMatchObject({ spentPence: 204_000, plannedToEndPence: 4_384_285 });
    expect(position.funders.map((funder) => funder.spentPence)).toEqual([142_800, 61_200]);
    expect(position.funders.reduce((sum, funder) => sum + funder.plannedPence, 0)).toBe(4_384_285);
  });

  it("answers for a past day as it was then", async () => {
    const position = await app.value("budget.position", { on: plainDate("2026-05-08") });
    expect(position.lines.find((line) => line.name === "Activities")?.spent.amount).toBe(0);
  });

  it("counts time that is worked and not yet paid, and planned shifts, at the pay rates", async () => {
    const insert = app.db.prepare(
      "INSERT INTO planned_shift (id, engagement_id, on_date, start_at, end_at, break_minutes, kind_of_time_id, plan_line_id) VALUES (?, ?, ?, ?, ?, 30, ?, ?)",
    );
    insert.run(
      newRecordId(new Date()),
      household.assistants.priya,
      "2026-05-20",
      "2026-05-20T08:00:00.000Z",
      "2026-05-20T12:30:00.000Z",
      household.kindOfTimeIds.weekday,
      household.planLineIds.daySupport,
    );
    const position = await app.value("budget.position", {});
    const rate = app.db
      .prepare("SELECT rate_pence AS rate FROM pay_rate WHERE engagement_id = ? AND kind_of_time_id = ?")
      .get(household.assistants.priya, household.kindOfTimeIds.weekday) as { rate: number };
    expect(position.lines[0]?.promised).toMatchObject({ amount: rate.rate * 4, lines: [{ text: "Planned shifts: 4 h", amount: rate.rate * 4 }] });
  });

  it("shows every entry behind a line, with where it comes from", async () => {
    const detail = await app.value("budget.lineDetail", { planLineId: household.planLineIds.activities });
    const line = await lineNamed(app, "SWIMMING");
    expect(detail.entries).toMatchObject([{ words: "SWIMMING POOL", amountPence: 4_000, source: { kind: "statementLine", lineId: line.id } }]);
  });
});

describe("money held", () => {
  it("is in the bank, less owed, less the reserve", async () => {
    const account = await app.value("budget.account", {});
    expect(account).toMatchObject({
      inBank: { amount: 446_000 },
      owed: { amount: 200_000 },
      left: { amount: 246_000 },
      reserve: { amount: 800_000 },
      spare: { amount: 0 },
      belowReservePence: 554_000,
      shortfallPence: 0,
    });
  });

  it("is what is really there, also while a bank line waits to be explained", async () => {
    const line = await lineNamed(app, "SWIMMING");
    await app.value("bank.undoMatch", { matchId: line.matches[0]?.id ?? "" });
    const account = await app.value("budget.account", {});
    expect(account.inBank).toMatchObject({ amount: 446_000, lines: [{ amount: 450_000 }, { amount: -4_000 }] });
  });

  it("is judged by the funder's rule and shared out", async () => {
    const answer = await app.value("budget.surplus", { reserveWeeks: 1, earmarkedPence: pence(46_000) });
    expect(answer).toMatchObject({ surplus: { amount: 100_000 }, shares: [{ amountPence: 70_000 }, { amountPence: 30_000 }] });
  });
});
