import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findOpeningFigures } from "../../../electron/db/repositories/payFactsRepository.ts";
import type { employmentOperations } from "../../../shared/contract/employmentOperations.ts";
import type { InputOf } from "../../../shared/contract/operation.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
let household: GivenHousehold;
beforeEach(async () => {
  app = startTestApp({ today: "2026-06-10" });
  household = await givenHousehold(app);
});
afterEach(() => app.close());

type NewAssistant = InputOf<(typeof employmentOperations)["employment.addAssistant"]>;
const newcomer = (change: Partial<NewAssistant> = {}): NewAssistant => ({
  person: { firstName: "Lena", lastName: "Whitfield", dateOfBirth: plainDate("1985-11-02") },
  startOn: plainDate("2026-06-15"),
  starterKind: "declarationA",
  ...change,
});

describe("adding a personal assistant", () => {
  it.each([
    ["declarationA", "1257L", false],
    ["declarationB", "1257L", true],
    ["declarationC", "BR", false],
    ["none", "0T", true],
  ] as const)("gives the first tax code from what they brought: %s", async (starterKind, taxCode, isWeek1Month1) => {
    const { id } = await app.value("employment.addAssistant", newcomer({ starterKind }));
    const { current } = await app.value("employment.getAssistant", { id });
    expect(current.taxSetting).toMatchObject({ taxCode, isWeek1Month1, fromOn: "2026-06-15" });
  });

  it("takes code and figures from a P45 of this tax year", async () => {
    const p45 = { leavingOn: plainDate("2026-06-05"), taxCode: "1180L m1", taxablePayPence: pence(412_350), taxPence: pence(33_020) };
    const { id, taxCode } = await app.value("employment.addAssistant", newcomer({ starterKind: "p45", p45 }));
    expect(taxCode).toBe("1180L");
    expect((await app.value("employment.getAssistant", { id })).current.taxSetting).toMatchObject({ isWeek1Month1: true, source: "P45" });
    expect(findOpeningFigures(app.db, id, "2026-27")).toMatchObject([{ source: "p45", taxablePayPence: 412_350, taxPence: 33_020 }]);
  });

  it("takes only the code from a P45 of the year before, and the emergency code when that is too old", async () => {
    const added = async (startOn: string, code: string) => {
      const p45 = { leavingOn: plainDate("2026-03-20"), taxCode: "1180L m1", taxablePayPence: pence(412_350), taxPence: pence(33_020) };
      const { id, taxCode } = await app.value("employment.addAssistant", newcomer({ starterKind: "p45", p45, startOn: plainDate(startOn) }));
      expect(taxCode).toBe(code);
      expect(findOpeningFigures(app.db, id, "2026-27")).toMatchObject([{ source: "p45", taxablePayPence: 0, taxPence: 0 }]);
      return (await app.value("employment.getAssistant", { id })).current.taxSetting?.isWeek1Month1;
    };
    expect(await added("2026-05-24", "1180L")).toBe(false);
    expect(await added("2026-06-15", "1257L")).toBe(true);
  });

  it("refuses a P45 of a later tax year, or with more tax than pay", async () => {
    const p45 = { leavingOn: plainDate("2027-04-06"), taxCode: "1257L", taxablePayPence: pence(1), taxPence: pence(2) };
    expect(await app.run("employment.addAssistant", newcomer({ starterKind: "p45", p45 }))).toMatchObject({
      ok: false,
      error: {
        fields: {
          "p45.leavingOn":
            "The P45 is of a later tax year than the first day here, 15 June 2026. Check both dates, or use the starter checklist instead.",
          "p45.taxPence": "Tax to date is not more than pay to date, £0.01. Check that pay and tax are not the wrong way round.",
        },
      },
    });
  });

  it.each([
    ["2011-01-20", "X"],
    ["2007-06-16", "M"],
    ["2005-06-15", "A"],
    ["1959-01-01", "C"],
  ] as const)("suggests the National Insurance letter from the date of birth %s", async (dateOfBirth, letter) => {
    const person = { firstName: "Lena", lastName: "Whitfield", dateOfBirth: plainDate(dateOfBirth) };
    const added = await app.value("employment.addAssistant", newcomer({ person }));
    expect(added.nationalInsuranceCategory).toBe(letter);
  });

  it("warns when family or a friend in the household is to be paid, until the funder's permission is recorded", async () => {
    const { id, warnings } = await app.value("employment.addAssistant", newcomer({ livesWithPerson: true, isFamilyOrFriend: true }));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("The funder must agree in writing before Lena is paid");
    const needsPermission = async () => (await app.value("employment.getAssistant", { id })).needs.some((need) => need.includes("agree in writing"));
    expect(await needsPermission()).toBe(true);
    await app.value("employment.recordHouseholdPermission", {
      engagementId: id,
      agreedBy: "R. Stone, care co-ordinator",
      how: "E-mail",
      agreedOn: plainDate("2026-06-09"),
    });
    expect(await needsPermission()).toBe(false);
  });

  it("warns of a rate under the minimum wage for the person's age", async () => {
    const { warnings } = await app.value(
      "employment.addAssistant",
      newcomer({ payRates: [{ kindOfTimeId: household.kindOfTimeIds.weekday, ratePence: pence(1200) }] }),
    );
    expect(warnings).toEqual(["£12.00 for weekday is under the minimum wage of £12.71 an hour for people 21 or over, in force on 15 June 2026."]);
  });

  it("lists what is still missing, and who needs a look", async () => {
    const { id } = await app.value("employment.addAssistant", newcomer());
    const { needs } = await app.value("employment.getAssistant", { id });
    expect(needs).toEqual([
      "Check that Lena may work in the UK. It must be done before the first day.",
      "Give Lena a written statement of the job. It is due on the first day, 15 June 2026.",
      "Ask Lena for their National Insurance number.",
      "Enter what Lena is paid.",
      "Ask Lena for their bank details.",
    ]);
    const names = (await app.value("employment.listAssistants", {})).map(({ engagement }) => engagement.person.firstName);
    expect(names).toEqual(["Lena", "Priya", "Tom"]);
  });

  it("needs an employer first", async () => {
    const empty = startTestApp({ today: "2026-06-10" });
    expect(await empty.run("employment.addAssistant", newcomer())).toMatchObject({
      ok: false,
      error: { code: "notAllowed", reason: "First say how you are set up as an employer." },
    });
    empty.close();
  });
});
