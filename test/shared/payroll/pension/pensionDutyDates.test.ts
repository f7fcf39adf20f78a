import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, plainDate } from "../../../../shared/core/plainDate.ts";
import { pensionDutyDates, reEnrolmentDates, staffLetterBy } from "../../../../shared/payroll/pension/pensionDutyDates.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;

describe("pension duty dates", () => {
  it("duties from 10 May 2026: letters, declaration, re-enrolment window and re-declaration of payroll rules, section 10", () => {
    expect(pensionDutyDates(day("2026-05-10"))).toEqual({
      lettersBy: "2026-06-21",
      declarationBy: "2026-10-09",
      reEnrolment: { thirdAnniversary: "2029-05-10", windowFrom: "2029-02-10", windowTo: "2029-08-09", reDeclarationBy: "2029-10-09" },
    });
  });

  it("staging on 1 April 2014: window 1 January to 30 June 2017, re-declaration by 31 August 2017 (the regulator's pattern)", () => {
    expect(reEnrolmentDates(day("2014-04-01"))).toEqual({
      thirdAnniversary: "2017-04-01",
      windowFrom: "2017-01-01",
      windowTo: "2017-06-30",
      reDeclarationBy: "2017-08-31",
    });
  });

  it("a leap day's anniversary is 28 February", () => {
    expect(reEnrolmentDates(day("2028-02-29"))).toMatchObject({ thirdAnniversary: "2031-02-28", windowFrom: "2030-11-28", windowTo: "2031-05-27" });
  });

  it("the next cycle counts from the date chosen for the last one", () => {
    expect(reEnrolmentDates(day("2029-08-09"))).toMatchObject({ thirdAnniversary: "2032-08-09", windowFrom: "2032-05-09" });
  });

  it("a letter has 42 days, and the window holds the anniversary inside six months", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const start = addDays(day("2012-10-01"), days);
        expect(daysBetween(start, staffLetterBy(start))).toBe(42);
        const { thirdAnniversary, windowFrom, windowTo, reDeclarationBy } = reEnrolmentDates(start);
        expect(windowFrom < thirdAnniversary && thirdAnniversary < windowTo && windowTo < reDeclarationBy).toBe(true);
        expect(daysBetween(windowFrom, windowTo)).toBeLessThanOrEqual(184);
      }),
      { numRuns: manyCases },
    );
  });
});
