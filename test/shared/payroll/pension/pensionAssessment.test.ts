import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { assessPension, type PensionAssessmentInput } from "../../../../shared/payroll/pension/pensionAssessment.ts";
import { taxYear2024 } from "../../../../shared/rates/2024-25.ts";
import { taxYear2025 } from "../../../../shared/rates/2025-26.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";

const day = plainDate;
const assess = (change: Partial<PensionAssessmentInput> = {}, rates = taxYear2026) =>
  assessPension(
    { dateOfBirth: day("1990-01-01"), on: day("2026-11-27"), earnings: pence(1_400_00), payFrequency: "fourWeekly", status: "notMember", ...change },
    rates,
  );

describe("pension assessment by pay", () => {
  it.each([
    ["weekly", 192_00, 120_00],
    ["fortnightly", 384_00, 240_00],
    ["fourWeekly", 768_00, 480_00],
    ["monthly", 833_00, 520_00],
  ] as const)("%s: over the trigger must be enrolled, over the lower limit may opt in, else may join", (payFrequency, trigger, lower) => {
    const of = (earnings: number, rates = taxYear2026) => assess({ payFrequency, earnings: pence(earnings) }, rates).category;
    for (const rates of [taxYear2024, taxYear2025, taxYear2026]) {
      expect([of(trigger + 1, rates), of(trigger, rates), of(lower + 1, rates), of(lower, rates), of(0, rates)]).toEqual([
        "eligible",
        "nonEligible",
        "nonEligible",
        "entitled",
        "entitled",
      ]);
    }
  });
});

describe("pension assessment by age, on the day", () => {
  it.each([
    // The day before the 16th birthday, and the birthday.
    ["2010-11-28", "none"],
    ["2010-11-27", "nonEligible"],
    // 22.
    ["2004-11-28", "nonEligible"],
    ["2004-11-27", "eligible"],
    // State Pension age of those born 27 and 28 July 1960 is 66 years and 4 months: 27 and 28 November 2026.
    ["1960-07-28", "eligible"],
    ["1960-07-27", "nonEligible"],
    // 75 ends it; 74 does not.
    ["1951-11-28", "nonEligible"],
    ["1951-11-27", "none"],
  ] as const)("born %s, on 27 November 2026: %s", (dateOfBirth, category) => {
    expect(assess({ dateOfBirth: day(dateOfBirth) }).category).toBe(category);
  });
});

describe("who must be enrolled", () => {
  it.each([
    ["notMember", true, undefined],
    ["member", false, "They are in the pension already."],
    ["optedOut", false, "They have opted out, which is their choice."],
    ["postponed", false, "Joining has been put off, which is allowed for up to three months."],
  ] as const)("eligible and %s: must be enrolled is %s", (status, mustEnrol, line) => {
    const assessment = assess({ status });
    expect(assessment).toMatchObject({ category: "eligible", mustEnrol });
    expect(assessment.lines).toEqual([
      "Age 36 and pay above £768.00: the law says this person must be in a workplace pension.",
      ...(line === undefined ? [] : [line]),
    ]);
  });

  it("somebody put off must be enrolled from the deferral date on", () => {
    const until = (postponedUntil: string, status: "postponed" | "optedOut" = "postponed") => assess({ status, postponedUntil: day(postponedUntil) });
    expect(until("2026-11-28")).toMatchObject({ mustEnrol: false });
    expect(until("2026-11-27")).toMatchObject({
      mustEnrol: true,
      lines: [
        "Age 36 and pay above £768.00: the law says this person must be in a workplace pension.",
        "Joining was put off until 27 November 2026. That is over.",
      ],
    });
    expect(until("2026-11-01", "optedOut")).toMatchObject({ mustEnrol: false });
  });

  it("nobody else is, and each is told what may be asked for", () => {
    expect(assess({ earnings: pence(500_00) })).toEqual({
      category: "nonEligible",
      mustEnrol: false,
      lines: ["They do not have to be in a pension, but may ask to join, and then the employer must pay in."],
    });
    expect(assess({ earnings: pence(480_00) })).toEqual({
      category: "entitled",
      mustEnrol: false,
      lines: ["They may ask to join a pension. The employer does not have to pay in."],
    });
    // £480.00 for four weeks is the lower limit; a member is not told to ask for what they have.
    const lines = ["They are in the pension already. At this age and pay they do not have to be."];
    expect(assess({ earnings: pence(480_01), status: "member" })).toEqual({ category: "nonEligible", mustEnrol: false, lines });
    expect(assess({ earnings: pence(480_00), status: "member" })).toEqual({ category: "entitled", mustEnrol: false, lines });
    expect(assess({ dateOfBirth: day("2011-01-01") })).toEqual({
      category: "none",
      mustEnrol: false,
      lines: ["At 15 nobody has to be offered a workplace pension."],
    });
  });
});
