import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PayLineKind } from "../../../shared/payroll/types.ts";
import { type GivenPay, givenPay, slipOf } from "./givenPay.ts";

let given: GivenPay;
beforeEach(async () => {
  given = await givenPay();
});
afterEach(() => given.app.close());

type Typed = Record<string, unknown>;

/** Adds a leave with average weekly earnings of £320.00 stated by hand: 90% of it is £288.00, above the standard rate of £194.32 in 2026-27. */
async function addLeave(typed: Typed): Promise<{ readonly id: string; readonly warnings: string[] }> {
  const stated = { averageWeeklyEarningsPence: 320_00, evidenceSeenOn: "2026-06-01" };
  const answer = await given.app.raw("employment.addFamilyLeave", { engagementId: given.priya, ...stated, ...typed });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const { id, warnings } = answer.value as { id: string; warnings: string[] };
  return { id, warnings: warnings.filter((text) => !text.includes("worked out by hand")) };
}
async function paidIn(number: number, kind: PayLineKind) {
  const slip = slipOf(await given.run(number), given.priya);
  return slip?.payLines.filter((line) => line.kind === kind).map(({ units, amount }) => [units, amount]);
}

// Period 3 is 1 to 28 June 2026, period 4 is 29 June to 26 July, period 5 is 27 July to 23 August.

describe("maternity pay in pay runs", () => {
  const maternity = { kind: "maternity", expectedOn: "2026-08-16", payFromOn: "2026-07-27", weeks: 39, noticeOn: "2026-05-20" };

  it("starts the day after a birth that comes before the day asked for", async () => {
    const { warnings } = await addLeave({ ...maternity, actualOn: "2026-06-24" });
    expect(warnings).toEqual(["Pay starts the day after the birth on 24 June 2026."]);
    // 25 to 28 June: four sevenths of 288.00 are 164.571, up to 164.58. Then four whole weeks.
    expect(await paidIn(3, "statutoryMaternityPay")).toEqual([[4, 164_58]]);
    expect(await paidIn(4, "statutoryMaternityPay")).toEqual([[28, 1_152_00]]);
    const { familyLeaves } = await given.app.value("employment.getPayArrangements", { engagementId: given.priya });
    // 39 weeks from 25 June 2026.
    expect(familyLeaves[0]?.lastPaidDay).toBe("2027-03-24");
  });

  it("starts the day after sickness because of the pregnancy in the last four weeks", async () => {
    const { warnings } = await addLeave({ ...maternity, pregnancySickFromOn: "2026-07-20" });
    expect(warnings).toEqual(["Pay starts the day after sickness because of the pregnancy on 20 July 2026, in the last 4 weeks."]);
    // 21 to 26 July: six sevenths of 288.00 are 246.857.
    expect(await paidIn(4, "statutoryMaternityPay")).toEqual([[6, 246_86]]);
  });

  it("accepts a late notice with a good reason, and asks for it without", async () => {
    const late = { ...maternity, noticeOn: "2026-06-30" };
    const { id, warnings } = await addLeave(late);
    // 28 days before 27 July.
    expect(warnings).toEqual(["Notice was given on 30 June 2026. It had to be given by 29 June 2026, unless there was a good reason."]);
    const change = { ...late, id, averageWeeklyEarningsPence: 320_00, evidenceSeenOn: "2026-06-01", hasGoodReasonForLateNotice: true };
    const answer = await given.app.raw("employment.changeFamilyLeave", change);
    expect(answer).toMatchObject({ ok: true, value: { warnings: ["Average weekly earnings of £320.00 were worked out by hand."] } });
  });
});

describe("adoption pay in pay runs", () => {
  const adoption = {
    kind: "adoption",
    matchedOn: "2026-06-10",
    expectedOn: "2026-07-10",
    payFromOn: "2026-07-06",
    weeks: 39,
    noticeOn: "2026-06-08",
  };

  it("pays six weeks at 90% of average weekly earnings, then the standard rate", async () => {
    expect((await addLeave(adoption)).warnings).toEqual([]);
    expect(await paidIn(4, "statutoryAdoptionPay")).toEqual([[21, 3 * 288_00]]);
    expect(await paidIn(5, "statutoryAdoptionPay")).toEqual([[28, 3 * 288_00 + 194_32]]);
  });

  it.each([
    ["2026-06-25", "Pay can't start before 26 June 2026. 25 June 2026 was asked for. Give them form SAP1."],
    ["2026-07-12", "Pay must start by 11 July 2026. 12 July 2026 was asked for. Give them form SAP1."],
  ])("refuses a start on %s, outside 14 days before the placement and the day after it", async (payFromOn, words) => {
    const { warnings } = await addLeave({ ...adoption, noticeOn: "2026-05-01", payFromOn });
    expect(warnings).toEqual([words]);
    expect(await paidIn(4, "statutoryAdoptionPay")).toEqual([]);
  });
});

describe("paternity pay in pay runs", () => {
  const paternity = {
    kind: "paternity",
    expectedOn: "2026-07-06",
    actualOn: "2026-07-06",
    payFromOn: "2026-07-06",
    weeks: 2,
    noticeOn: "2026-06-08",
  };

  it("pays two weeks at the standard rate", async () => {
    expect((await addLeave(paternity)).warnings).toEqual([]);
    expect(await paidIn(4, "statutoryPaternityPay")).toEqual([[14, 2 * 194_32]]);
    expect(await paidIn(5, "statutoryPaternityPay")).toEqual([]);
  });

  it("pays 90% of average weekly earnings where that is less, from the payslips of eight weeks", async () => {
    // Due in the week of 11 October: the relevant week ends on 4 July, so the paydays of 5 June and 3 July count: 16 days of eight hours at £13.60 are
    // 1,740.80, an eighth of it 217.60, 90% of that 195.84: above 194.32. With one of the days less, 204.00 a week: 183.60.
    await given.works(given.priya, "2026-05-04", 4, 2);
    await given.run(2);
    await given.works(given.priya, "2026-06-01", 3, 2);
    await given.works(given.priya, "2026-06-22", 1, 1);
    await given.run(3);
    const facts = { expectedOn: "2026-10-11", actualOn: "2026-07-06", averageWeeklyEarningsPence: null, noticeOn: "2026-06-08" };
    const { warnings } = await addLeave({ ...paternity, ...facts });
    expect(warnings.join(" ")).toContain("£1,632.00");
    expect(await paidIn(4, "statutoryPaternityPay")).toEqual([[14, 2 * 183_60]]);
  });

  it("counts weeks taken before for the same child", async () => {
    await addLeave({ ...paternity, weeks: 1 });
    expect((await addLeave({ ...paternity, payFromOn: "2026-08-03", weeks: 1 })).warnings).toEqual([]);
    const third = await addLeave({ ...paternity, payFromOn: "2026-08-17", weeks: 1 });
    expect(third.warnings).toEqual([
      "Statutory Paternity Pay can be paid for whole weeks, 0 weeks at most here. 1 were asked for. Give them form SPP1.",
    ]);
  });

  it("is judged by the matching week for an adoption", async () => {
    const { warnings } = await addLeave({ ...paternity, matchedOn: "2026-06-10", payFromOn: "2026-07-05", noticeOn: "2026-06-01" });
    expect(warnings).toEqual(["Pay can't start before 6 July 2026. 5 July 2026 was asked for. Give them form SPP1."]);
  });
});

describe("shared parental pay in pay runs", () => {
  const shared = {
    kind: "sharedParental",
    expectedOn: "2026-06-01",
    actualOn: "2026-06-01",
    payFromOn: "2026-07-06",
    weeks: 4,
    noticeOn: "2026-05-11",
    weeksOfOtherPayUsed: 5,
    weeksTakenByOtherParent: 30,
    hasOtherPayEnded: true,
    otherParentQualifies: true,
  };

  it("pays the weeks that are left of 39 at the standard rate", async () => {
    // 39 less 5 of maternity pay less 30 of the other parent leave four.
    expect((await addLeave(shared)).warnings).toEqual([]);
    expect(await paidIn(4, "statutorySharedParentalPay")).toEqual([[21, 3 * 194_32]]);
    expect(await paidIn(5, "statutorySharedParentalPay")).toEqual([[7, 194_32]]);
  });

  it.each([
    [{ weeks: 5 }, "Statutory Shared Parental Pay can be paid for whole weeks, 4 weeks at most here. 5 were asked for."],
    [{ hasOtherPayEnded: false }, "Maternity or adoption pay must be ended, or notice given to end it, before it can be shared."],
    [{ otherParentQualifies: false }, "The other parent must have worked in 26 of the 66 weeks before, and earned £390 in all in 13 of them."],
  ])("pays nothing with %j", async (change, words) => {
    expect((await addLeave({ ...shared, ...change })).warnings).toEqual([words]);
    expect(await paidIn(4, "statutorySharedParentalPay")).toEqual([]);
  });

  it("pays and asks while nobody said what the other parent did", async () => {
    const { warnings } = await addLeave({ ...shared, hasOtherPayEnded: null, otherParentQualifies: null });
    expect(warnings).toEqual([
      "Say whether maternity or adoption pay was ended. It must be, or notice given to end it, before it can be shared.",
      "Say whether the other parent worked in 26 of the 66 weeks before, and earned £390 in all in 13 of them.",
    ]);
    expect(await paidIn(4, "statutorySharedParentalPay")).toEqual([[21, 3 * 194_32]]);
  });
});

describe("parental bereavement pay in pay runs", () => {
  const bereavement = { kind: "bereavement", expectedOn: "2026-06-28", payFromOn: "2026-07-06", weeks: 2, noticeOn: "2026-07-06" };

  it("pays two weeks at the standard rate for a child of 17", async () => {
    expect((await addLeave({ ...bereavement, childBornOn: "2008-06-29" })).warnings).toEqual([]);
    expect(await paidIn(4, "statutoryParentalBereavementPay")).toEqual([[14, 2 * 194_32]]);
  });

  it("pays for a baby stillborn after 24 weeks", async () => {
    expect((await addLeave({ ...bereavement, weeksOfPregnancy: 24 })).warnings).toEqual([]);
  });

  it.each([{ childBornOn: "2008-06-28" }, { weeksOfPregnancy: 23 }])("pays nothing with %j", async (change) => {
    const { warnings } = await addLeave({ ...bereavement, ...change });
    expect(warnings).toEqual(["This pay is for a child under 18, or a baby stillborn after 24 weeks of pregnancy."]);
    expect(await paidIn(4, "statutoryParentalBereavementPay")).toEqual([]);
  });

  it("asks for the child's birthday while it is not known", async () => {
    const { warnings } = await addLeave(bereavement);
    expect(warnings).toEqual(["Enter the child's birthday, or the weeks of pregnancy of a baby stillborn. This pay is for a child under 18."]);
  });
});

describe("neonatal care pay in pay runs", () => {
  const neonatal = {
    kind: "neonatal",
    expectedOn: "2026-06-20",
    actualOn: "2026-06-01",
    payFromOn: "2026-07-06",
    weeks: 2,
    noticeOn: "2026-06-08",
    neonatalStays: [{ startedOn: "2026-06-03", wholeDays: 15 }],
  };

  it("pays a week for each seven whole days in care", async () => {
    expect((await addLeave(neonatal)).warnings).toEqual([]);
    expect(await paidIn(4, "statutoryNeonatalCarePay")).toEqual([[14, 2 * 194_32]]);
    const { familyLeaves } = await given.app.value("employment.getPayArrangements", { engagementId: given.priya });
    expect(familyLeaves[0]?.neonatalStays).toEqual([{ startedOn: "2026-06-03", wholeDays: 15 }]);
  });

  it.each([
    [{ weeks: 3 }, ["Statutory Neonatal Care Pay can be paid for whole weeks, 2 weeks at most here. 3 were asked for."]],
    [
      { weeks: 1, neonatalStays: [{ startedOn: "2026-06-03", wholeDays: 6 }] },
      [
        "The baby must have at least 7 whole days in a row of neonatal care that began within 28 days of birth.",
        "Statutory Neonatal Care Pay can be paid for whole weeks, 0 weeks at most here. 1 were asked for.",
      ],
    ],
  ])("pays nothing with %j", async (change, words) => {
    expect((await addLeave({ ...neonatal, ...change })).warnings).toEqual(words);
    expect(await paidIn(4, "statutoryNeonatalCarePay")).toEqual([]);
  });

  it("asks for longer notice when the baby has been home for more than a week", async () => {
    // Out of care on 18 June: until 25 June notice may be given in the leave's first 28 days, after that 28 days before.
    const soon = { ...neonatal, noticeOn: "2026-06-25" };
    expect((await addLeave({ ...soon, payFromOn: "2026-06-25", weeks: 1 })).warnings).toEqual([]);
    expect((await addLeave({ ...soon, payFromOn: "2026-07-06", weeks: 1 })).warnings).toEqual([
      "Notice was given on 25 June 2026. It had to be given by 21 June 2026, unless there was a good reason.",
    ]);
  });

  it("looks at the week before the care began for somebody with no other family pay", async () => {
    const tomLeave = { ...neonatal, engagementId: given.tom, canHaveOtherFamilyPay: false };
    const { warnings } = await addLeave(tomLeave);
    // Care began on Wednesday 3 June: the week before ends on Saturday 30 May.
    expect(warnings).toEqual(["The job began on 13 April 2026. To have 26 weeks by 30 May 2026 it had to begin by 6 December 2025."]);
  });
});
