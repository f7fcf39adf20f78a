import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
let household: GivenHousehold;
/** Tuesday 12 May 2026. */
beforeEach(async () => {
  app = startTestApp({ today: "2026-05-12" });
  household = await givenHousehold(app);
});
afterEach(() => app.close());

const plan = (who: "priya" | "tom", onDate: string, line: "daySupport" | "nightSupport" | null, start = "09:00", end = "15:00") =>
  app.value("time.planShift", {
    engagementId: household.assistants[who],
    onDate: plainDate(onDate),
    start,
    end,
    breakMinutes: minutes(0),
    kindOfTimeId: household.kindOfTimeIds.weekday,
    planLineId: line && household.planLineIds[line],
  });

describe("what planned shifts will cost", () => {
  it("goes to the line of the plan each shift names, with all costs, person by person", async () => {
    await plan("priya", "2026-05-13", "daySupport");
    await plan("priya", "2026-05-14", "nightSupport");
    await plan("tom", "2026-06-03", "daySupport");
    const { lines, total, on, toOn, problems } = await app.value("budget.plannedCost", {});
    expect({ on, toOn, problems }).toEqual({ on: "2026-05-12", toOn: "2027-03-31", problems: [] });
    // Priya: 12 h × £13.60 = £163.20, holiday £19.70, sick pay £2.61: £22.31 on top, half for each line, the odd penny to the first.
    // Tom: 6 h = £81.60, £9.85, £1.31.
    expect(lines).toMatchObject([
      {
        planLineId: household.planLineIds.daySupport,
        minutes: 720,
        cost: {
          amount: 92_76 + 92_76,
          lines: [
            { text: "Priya Nair: 6 h, all costs of employing included.", amount: 92_76 },
            { text: "Tom Reyes: 6 h, all costs of employing included.", amount: 92_76 },
          ],
        },
      },
      { planLineId: household.planLineIds.nightSupport, minutes: 360, cost: { amount: 92_75 } },
    ]);
    expect(total).toMatchObject({ amount: 278_27, lines: [{ text: "Day support." }, { text: "Night support." }] });
  });

  it("leaves out today and before, what is after the budget, and time on no line", async () => {
    await plan("tom", "2026-05-12", "daySupport");
    await plan("tom", "2027-04-01", "daySupport");
    await plan("tom", "2026-05-13", null);
    expect((await app.value("budget.plannedCost", {})).lines).toEqual([]);
    expect((await app.value("budget.plannedCost", { on: plainDate("2026-05-11") })).lines).toMatchObject([{ minutes: 360 }]);
  });

  it("says whose time cannot be costed", async () => {
    const { id } = await app.value("employment.saveKindOfTime", {
      name: "Escort",
      paidBy: "hour",
      minimumWageCounts: "all",
      isWorkingTime: true,
      defaultPlanLineId: household.planLineIds.daySupport,
    });
    await app.value("time.planShift", {
      engagementId: household.assistants.tom,
      onDate: plainDate("2026-05-13"),
      start: "09:00",
      end: "10:00",
      kindOfTimeId: id,
    });
    expect((await app.value("budget.plannedCost", {})).problems).toEqual([
      "Tom Reyes: There is no rate of pay for Escort on 13 May 2026. Add a rate for it in the person's pay settings.",
    ]);
  });
});

describe("the hours that what is free buys", () => {
  const ask = (change: { kindOfTimeId?: string; planLineId?: string; on?: string } = {}) =>
    app.value("budget.hoursLeft", {
      planLineId: change.planLineId ?? household.planLineIds.daySupport,
      engagementId: household.assistants.tom,
      kindOfTimeId: change.kindOfTimeId ?? household.kindOfTimeIds.weekday,
      on: plainDate(change.on ?? "2026-05-12"),
    });

  it("are the most whole minutes that fit into the money, with what an hour costs", async () => {
    const { freePence, answer, toOn } = await ask();
    expect(toOn).toBe("2027-03-31");
    expect(answer.problem).toBeNull();
    expect(answer.ratePence).toBe(13_60);
    // £13.60, holiday 12.07% £1.64, sick pay 1.6% £0.22; no National Insurance under the threshold.
    expect(answer.hourCost?.amount).toBe(15_46);
    const bought = answer.bought;
    if (!bought) throw new Error("nothing was bought");
    expect(bought.cost.amount + bought.moneyLeft).toBe(freePence);
    expect(bought.moneyLeft).toBeGreaterThanOrEqual(0);
    // A minute costs about 26p.
    expect(bought.moneyLeft).toBeLessThan(100);
    expect(bought.time).toBeGreaterThan(1_000 * 60);
  });

  it("are fewer once shifts are planned, because less is free", async () => {
    const before = (await ask()).answer.bought?.time ?? 0;
    await plan("tom", "2026-05-13", "daySupport");
    expect((await ask()).answer.bought?.time ?? 0).toBeLessThan(before);
  });

  it("has no answer without a rate, and says where to add it", async () => {
    const { id } = await app.value("employment.saveKindOfTime", {
      name: "Escort",
      paidBy: "hour",
      minimumWageCounts: "all",
      isWorkingTime: true,
      defaultPlanLineId: null,
    });
    expect((await ask({ kindOfTimeId: id })).answer).toEqual({
      ratePence: null,
      hourCost: null,
      bought: null,
      problem: "There is no rate of pay for this kind of time. Add it on Tom's page.",
    });
  });

  it("has no answer once the budget is over", async () => {
    expect((await ask({ on: "2027-04-01" })).answer.problem).toBe("No day is left in which this person works and the rates are known.");
  });
});
