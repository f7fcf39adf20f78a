import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findHousehold } from "../../../electron/db/repositories/householdRepository.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { wordsFor } from "../../../shared/people/wording.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
beforeEach(() => {
  app = startTestApp({ today: "2026-05-08" });
});
afterEach(() => app.close());

const amara = { firstName: "Amara", lastName: "Okafor", dateOfBirth: plainDate("1994-07-19") };

describe("who is who", () => {
  it("keeps each answer as it is given, and knows the household once all three are", async () => {
    await app.value("people.saveHousehold", { budgetPerson: amara });
    expect(findHousehold(app.db)).toBeUndefined();
    await app.value("people.saveHousehold", { holder: { kind: "self" } });
    const known = await app.value("people.saveHousehold", { atTheKeyboard: { who: "budgetPerson" } });

    expect(known.holder?.id).toBe(known.budgetPerson?.id);
    expect(findHousehold(app.db)).toMatchObject({ holderKind: "self" });
    expect(wordsFor(known)).toMatchObject({ person: "you", personsOwn: "your", employerIs: "you are" });
  });

  it("speaks of the person by name when somebody helps", async () => {
    const known = await app.value("people.saveHousehold", {
      budgetPerson: amara,
      holder: { kind: "self" },
      atTheKeyboard: { who: "other", person: { firstName: "Ben", lastName: "Marsh" } },
    });
    expect(wordsFor(known)).toEqual({
      person: "Amara",
      personsOwn: "Amara's",
      personsOwnFirst: "Amara's",
      employer: "Amara Okafor",
      employerIs: "Amara Okafor is",
    });
  });

  it("gives a new household the usual kinds of time once", async () => {
    await app.value("people.saveHousehold", { budgetPerson: amara });
    await app.value("people.saveHousehold", { budgetPerson: { ...amara, phone: "01632 960001" } });
    const kinds = await app.value("employment.listKindsOfTime", {});
    expect(kinds.map((kind) => kind.name)).toEqual([
      "Weekday",
      "Saturday",
      "Sunday",
      "Bank holiday",
      "Waking night",
      "Sleep-in",
      "Training",
      "Travel time",
      "Mileage",
      "Holiday pay",
    ]);
    expect(kinds.find((kind) => kind.name === "Sleep-in")).toMatchObject({ paidBy: "shift", minimumWageCounts: "awakeOnly" });
  });

  it("does not let a child under 16 hold the budget", async () => {
    await app.value("people.saveHousehold", { budgetPerson: { ...amara, dateOfBirth: plainDate("2012-01-01") } });
    expect(await app.run("people.saveHousehold", { holder: { kind: "self" } })).toEqual({
      ok: false,
      error: {
        code: "invalidInput",
        fields: { "holder.kind": "Someone under 16 cannot hold the budget. A representative holds it for them" },
        message: "Someone under 16 cannot hold the budget. A representative holds it for them",
      },
    });
  });

  it("asks what lets a nominee hold the budget", async () => {
    await app.value("people.saveHousehold", { budgetPerson: amara });
    const answer = await app.run("people.saveHousehold", { holder: { kind: "nominee", person: { firstName: "Grace", lastName: "Okafor" } } });
    expect(answer).toMatchObject({ ok: false, error: { fields: { "holder.authority": "Choose what lets them hold the budget" } } });
  });

  it("writes the name at the keyboard beside every later change", async () => {
    await app.value("people.saveHousehold", { budgetPerson: amara, holder: { kind: "self" }, atTheKeyboard: { who: "budgetPerson" } });
    await app.value("settings.set", { largePrint: true });
    const { lines, isWhole, hasMore } = await app.value("settings.listActivity", { most: 1 });
    expect(lines).toMatchObject([{ who: "Amara Okafor", what: "Changed a setting" }]);
    expect({ isWhole, hasMore }).toEqual({ isWhole: true, hasMore: true });
    expect(await app.value("settings.get", {})).toEqual({ largePrint: true });
  });
});
