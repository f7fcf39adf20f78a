import { describe, expect, it } from "vitest";
import { yearEndKeyDates } from "../../../../shared/keyDates/yearEndKeyDates.ts";
import { checkNewRates } from "../../../../shared/payroll/yearEnd/newRatesCheck.ts";
import { nextTaxYearOf, yearEndDatesOf } from "../../../../shared/payroll/yearEnd/yearEndDates.ts";

describe("the days around a tax year's end", () => {
  it("are the published ones for 2026-27", () => {
    expect(yearEndDatesOf("2026-27")).toEqual({
      taxYear: "2026-27",
      nextTaxYear: "2027-28",
      from: "2026-04-06",
      to: "2027-04-05",
      lastFullPaymentSubmissionBy: "2027-04-05",
      finalSummaryBy: "2027-04-19",
      // Thursday 22 April 2027.
      lastPaymentBy: "2027-04-22",
      p60By: "2027-05-31",
      minimumWageFrom: "2027-04-01",
      familyPayFrom: "2027-04-04",
      newRatesFrom: "2027-04-06",
    });
  });

  it.each([
    // The first Sundays of April, as the rates of statutory family pay have them.
    ["2023-24", "2024-04-07"],
    ["2024-25", "2025-04-06"],
    ["2025-26", "2026-04-05"],
  ])("bring new family pay after %s on %s", (taxYear, sunday) => {
    expect(yearEndDatesOf(taxYear).familyPayFrom).toBe(sunday);
  });

  it("names the year after, over a century too", () => {
    expect([nextTaxYearOf("2026-27"), nextTaxYearOf("2098-99"), nextTaxYearOf("2099-00")]).toEqual(["2027-28", "2099-00", "2100-01"]);
  });
});

describe("the check of new rates", () => {
  it("names the version when the next year's rates are there", () => {
    expect(checkNewRates("2025-26")).toMatchObject({
      nextTaxYear: "2026-27",
      hasRates: true,
      hasCodeInstructions: true,
      ratesVersion: "2026-27, checked 2026-11-21",
      lines: [
        "The rates for 2026-27 are in this version (2026-27, checked 2026-11-21).",
        "They start by themselves: the minimum wage on 1 April 2026, family pay on 5 April 2026, tax and National Insurance on 6 April 2026.",
      ],
    });
  });

  it("says clearly what to do when they are not", () => {
    const check = checkNewRates("2026-27");
    expect(check).toMatchObject({ hasRates: false, hasCodeInstructions: false, ratesVersion: null });
    expect(check.lines).toEqual([
      "This version has no rates for 2027-28. It can pay wages up to 5 April 2027 and no longer.",
      "Get the newest version of Plan & Payday in March. Your file stays as it is. HMRC publishes the rates by then.",
      "If the new version does not come in time, do not finish a payday from 6 April 2027 on with old rates. Pay your assistants what you can work out with HMRC’s Basic PAYE Tools, and tell HMRC from there.",
    ]);
  });
});

describe("key dates of year end", () => {
  const dates = yearEndDatesOf("2026-27");
  const daysOf = (route: Parameters<typeof yearEndKeyDates>[1]) => yearEndKeyDates(dates, route, []).map(({ dueOn }) => dueOn);

  it("follow the way HMRC is told", () => {
    expect(daysOf("basicPayeTools")).toEqual(["2027-04-01", "2027-04-05", "2027-04-06", "2027-04-19", "2027-05-31"]);
    expect(daysOf("paper")).toEqual(["2027-04-01", "2027-04-06", "2027-04-19", "2027-05-31"]);
    expect(daysOf("notRegistered")).toEqual(["2027-04-01", "2027-04-06", "2027-05-31"]);
  });

  it("are done when their step is done, and lead to it", () => {
    const found = yearEndKeyDates(dates, "bureau", [
      { id: "p60s", state: "done" },
      { id: "codes", state: "toDo" },
    ]);
    expect(found.map(({ route, isDone }) => [route, isDone])).toEqual([
      ["/pay/year-end/2026-27/minimumWage", false],
      ["/pay/year-end/2026-27/finalSubmission", false],
      ["/pay/year-end/2026-27/codes", false],
      ["/pay/year-end/2026-27/finalSubmission", false],
      ["/pay/year-end/2026-27/p60s", true],
    ]);
    expect(found.map(({ description }) => description)).toEqual([
      "New minimum wage: look whether your rates of pay are high enough",
      "The last Full Payment Submission of 2026-27, marked as final",
      "New tax year 2027-28: new tax codes and rates",
      "An Employer Payment Summary, if the last Full Payment Submission was not marked as final, for 2026-27",
      "Give everybody their P60 for 2026-27",
    ]);
  });
});
