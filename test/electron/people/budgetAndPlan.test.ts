import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes } from "../../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import type { PlanLine } from "../../../shared/people/plan.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
let household: GivenHousehold;
beforeEach(async () => {
  app = startTestApp({ today: "2026-06-10" });
  household = await givenHousehold(app);
});
afterEach(() => app.close());

async function budgetDetails() {
  const { budget, funders } = await app.value("people.getBudget", {});
  if (!budget) throw new Error("no budget");
  return { ...budget, funders };
}

describe("the budget", () => {
  it("asks for shares that make 100 %", async () => {
    const { funders, ...details } = await budgetDetails();
    const answer = await app.run("people.saveBudget", {
      ...details,
      funders: funders.map((funder) => ({ ...funder, shareBasisPoints: basisPoints(4500) })),
    });
    expect(answer).toMatchObject({ ok: false, error: { fields: { funders: "The shares add up to 90%. They must make 100%: add 10%" } } });
  });

  it("gives the odd penny to the funder with the largest share when none is named", async () => {
    const { shares, budget } = await app.value("people.getBudget", {});
    expect(shares.map((share) => [share.funderId, share.shareBasisPoints, share.takesResidualPenny])).toEqual([
      [household.integratedCareBoardId, 7000, true],
      [household.councilId, 3000, false],
    ]);
    expect(budget?.leadFunderId).toBe(household.integratedCareBoardId);
  });

  it("keeps the shares of the days before new ones start", async () => {
    const { funders, ...details } = await budgetDetails();
    await app.value("people.saveBudget", {
      ...details,
      funders: funders.map((funder) => ({ ...funder, shareBasisPoints: basisPoints(5000) })),
      sharesFromOn: plainDate("2026-07-01"),
    });
    const sharesOn = async (on: string) =>
      (await app.value("people.getBudget", { on: plainDate(on) })).shares.map((share) => share.shareBasisPoints as number);
    expect(await sharesOn("2026-06-30")).toEqual([7000, 3000]);
    expect(await sharesOn("2026-07-01")).toEqual([5000, 5000]);
  });

  it("keeps promised payments when they are not part of the answer, and refuses an end before the start", async () => {
    const { funders, ...details } = await budgetDetails();
    const saved = await app.value("people.saveBudget", { ...details, reserveWeeks: 6 });
    expect(saved.schedules.map((schedule) => schedule.amountPence as number)).toEqual([280_000, 120_000]);
    expect(funders).toHaveLength(2);
    expect(await app.run("people.saveBudget", { ...details, toOn: details.fromOn })).toMatchObject({
      ok: false,
      error: { fields: { toOn: "The last day must be after the first day" } },
    });
  });
});

describe("the support plan", () => {
  const answersOf = (lines: readonly PlanLine[]) =>
    lines.map((line) => ({
      id: line.id,
      name: line.name,
      category: line.category,
      terms:
        line.kind === "hours"
          ? { kind: "hours" as const, minutesPerWeek: line.minutesPerWeek ?? minutes(0), hourlyRatePence: line.hourlyRatePence ?? pence(0) }
          : { kind: line.kind, amountPence: line.amountPence ?? pence(0), frequency: line.frequency ?? "once" },
      toOn: line.toOn,
      outcomePosition: line.name === "Activities" ? 1 : 0,
    }));
  const linesOn = (on: string) => app.value("people.listPlanLines", { on: plainDate(on) });

  it("changes a line from a day on and keeps what was agreed before", async () => {
    const before = await linesOn("2026-06-10");
    const more = answersOf(before).map((line) =>
      line.name === "Day support"
        ? { ...line, terms: { kind: "hours" as const, minutesPerWeek: minutes(2100), hourlyRatePence: pence(1580) } }
        : line,
    );
    await app.value("people.savePlan", { fromOn: plainDate("2026-07-06"), reason: "Review of 2 July: five more hours", lines: more });

    expect(await linesOn("2026-07-05")).toEqual(before);
    const [day, ...others] = await linesOn("2026-07-06");
    expect(day).toMatchObject({ id: household.planLineIds.daySupport, minutesPerWeek: 2100, reason: "Review of 2 July: five more hours" });
    expect(others).toEqual(before.slice(1));
  });

  it("asks for the reason of a change", async () => {
    const lines = answersOf(await linesOn("2026-06-10")).filter((line) => line.name !== "Activities");
    const answer = await app.run("people.savePlan", { fromOn: plainDate("2026-07-06"), lines });
    expect(answer).toMatchObject({ ok: false, error: { fields: { reason: "Say why the plan changes. The funder may ask later" } } });
    expect(await linesOn("2026-07-06")).toHaveLength(4);
  });

  it("ends a line the day before it is left out", async () => {
    const lines = answersOf(await linesOn("2026-06-10")).filter((line) => line.name !== "Activities");
    await app.value("people.savePlan", { fromOn: plainDate("2026-07-06"), reason: "No longer needed", lines });
    expect((await linesOn("2026-07-05")).map((line) => line.name)).toContain("Activities");
    expect((await linesOn("2026-07-06")).map((line) => line.name)).toEqual(["Day support", "Night support", "Shower chair"]);
  });

  it("changes nothing when the same plan is saved again", async () => {
    const lines = answersOf(await linesOn("2026-06-10"));
    await app.value("people.savePlan", { fromOn: plainDate("2026-06-10"), lines });
    expect((await app.value("people.getPlan", {})).versions).toHaveLength(4);
  });

  it("keeps an outcome that a line is for", async () => {
    const answer = await app.run("people.savePlan", { fromOn: plainDate("2026-06-10"), outcomes: [{ description: "Something else" }] });
    expect(answer).toMatchObject({ ok: false, error: { code: "notAllowed" } });
    expect((await app.value("people.getPlan", {})).outcomes).toHaveLength(2);
  });

  it("refuses a day outside the budget", async () => {
    expect(await app.run("people.savePlan", { fromOn: plainDate("2026-03-31") })).toMatchObject({
      ok: false,
      error: { fields: { fromOn: "Choose a day of the budget, from 1 April 2026 to 31 March 2027" } },
    });
  });
});

it("shows the first plan before the budget begins, so that looking at it again ends nothing", async () => {
  const early = startTestApp({ today: "2026-04-13" });
  await givenHousehold(early);
  early.setToday("2026-03-20");
  expect((await early.value("people.getPlan", {})).lines).toHaveLength(4);
  expect(await early.value("people.listPlanLines", {})).toEqual([]);
  early.close();
});
