import { afterAll, beforeAll, expect, it } from "vitest";
import { buildSampleHousehold } from "../../../electron/sample/buildSampleHousehold.ts";
import { sampleToday } from "../../../electron/sample/sampleHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
beforeAll(async () => {
  app = startTestApp({ today: sampleToday });
  await buildSampleHousehold((now) => (name, input) => {
    app.setToday(now().toISOString().slice(0, 10));
    return app.raw(name, input);
  });
  app.setToday(sampleToday);
}, 120_000);
afterAll(() => app.close());

it("the sample household has told HMRC of every payday by its day, and Home asks for none of them", async () => {
  const paydays = await app.value("hmrc.listPaydays", {});
  expect(paydays[0]?.payday).toBe("2026-10-30");
  expect(paydays.filter(({ toldOn, payday }) => toldOn === null || toldOn > payday)).toEqual([]);
  const { actions } = await app.value("home.overview", {});
  expect(actions.map(({ title }) => title).filter((title) => title.includes("HMRC"))).toEqual([]);
});
