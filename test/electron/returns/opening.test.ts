import { expect, it, onTestFinished } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp } from "../../support/startTestApp.ts";

it("opens with the money typed for the first day of the books, also before any statement is there", async () => {
  const app = startTestApp({ today: "2026-07-06" });
  onTestFinished(() => app.close());
  await givenHousehold(app);
  await app.value("bank.saveAccount", { name: "Direct payment account", openedOn: plainDate("2026-04-01"), openingBalancePence: pence(100_000) });
  const { id } = await app.value("returns.open", {
    template: "joint-percentage-split",
    periodFrom: plainDate("2026-04-01"),
    periodTo: plainDate("2026-06-30"),
  });
  const { figures } = await app.value("returns.get", { id });
  expect(figures.opening.amount).toBe(100_000);
  expect(figures.closing.amount).toBe(100_000);
});
