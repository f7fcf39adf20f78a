import { afterEach, expect, it } from "vitest";
import { findHousehold } from "../../../electron/db/repositories/householdRepository.ts";
import { givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
afterEach(() => app.close());

it("sets up a whole household through the operations, all but the bank account", async () => {
  app = startTestApp({ today: "2026-05-08" });
  const ids = await givenHousehold(app);

  expect(findHousehold(app.db)).toMatchObject({ budgetPerson: { firstName: "Amara" }, holder: { firstName: "Grace" }, holderKind: "nominee" });
  const { steps } = await app.value("people.getSetupProgress", {});
  expect(steps.filter((step) => !step.isDone).map((step) => step.id)).toEqual(["bankAccount"]);

  const tom = await app.value("employment.getAssistant", { id: ids.assistants.tom });
  expect(tom).toMatchObject({
    needs: [],
    current: { taxSetting: { taxCode: "1257L", isWeek1Month1: false }, nationalInsuranceSetting: { category: "M" } },
  });
  expect(tom.rates[0]).toEqual({ kind: "Weekday", ratePence: 1360, per: "an hour" });
  const priya = await app.value("employment.getAssistant", { id: ids.assistants.priya });
  expect(priya).toMatchObject({ needs: [], current: { nationalInsuranceSetting: { category: "A" } } });
});
