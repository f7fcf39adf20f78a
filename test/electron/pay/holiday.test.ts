import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenPay, givenPay, slipOf } from "./givenPay.ts";

let given: GivenPay;
beforeEach(async () => {
  given = await givenPay();
});
afterEach(() => given.app.close());

const built = () =>
  given.app.db
    .prepare("SELECT on_date AS onDate, minutes FROM leave_movement WHERE engagement_id = ? AND kind = 'accrued' ORDER BY on_date")
    .all(given.priya)
    .map((row) => Object.values(row as object));
const sick = (fromOn: string, toOn: string) =>
  given.app.value("time.recordAbsence", { engagementId: given.priya, kind: "sickness", fromOn: plainDate(fromOn), toOn: plainDate(toOn) });

describe("holiday of irregular hours in pay runs", () => {
  it("keeps the exact running total of the leave year and rounds it up once", async () => {
    // 12.07% of 160 hours are 1,158.72 minutes (19.31 hours, rounded 19); twice 2,317.44; with 120 hours (14.48, rounded 14) 3,186.48.
    // The exact totals 1,159, 2,318 and 3,187 are above 19, 38 and 52 whole hours. Each run rounded up by itself would add 870 in the third.
    await given.works(given.priya, "2026-04-06", 4);
    await given.run(1);
    await given.works(given.priya, "2026-05-04", 4);
    await given.run(2);
    await given.works(given.priya, "2026-06-01", 3);
    await given.run(3);
    expect(built()).toEqual([
      ["2026-05-03", 1_159],
      ["2026-05-31", 1_159],
      ["2026-06-28", 869],
    ]);
  });

  it("grants whole hours where their total is higher", async () => {
    // 96 hours build up 11.59 hours, rounded 12; twice 24 hours against 23 h 11 min.
    await given.works(given.priya, "2026-04-06", 4, 3);
    await given.run(1);
    await given.works(given.priya, "2026-05-04", 4, 3);
    await given.run(2);
    expect(built()).toEqual([
      ["2026-05-03", 720],
      ["2026-05-31", 720],
    ]);
  });

  it("goes on building up in sickness, at the average week before it", async () => {
    // Four weeks of 24 hours before 4 May: 12.07% of 24 hours are 2.90 hours a week, for two weeks 5.79. Two weeks of 24 hours worked are 5.79 too:
    // 11.59 hours in the second period, rounded 12. Without the sickness it would be 6.
    await given.works(given.priya, "2026-04-06", 4, 3);
    await given.run(1);
    await sick("2026-05-04", "2026-05-17");
    await given.works(given.priya, "2026-05-18", 2, 3);
    await given.run(2);
    expect(built()).toEqual([
      ["2026-05-03", 720],
      ["2026-05-31", 720],
    ]);
  });

  it("goes on building up in a period of family leave without any work", async () => {
    await given.works(given.priya, "2026-04-06", 4, 3);
    await given.run(1);
    await given.app.value("employment.addFamilyLeave", {
      engagementId: given.priya,
      kind: "maternity",
      expectedOn: plainDate("2026-07-12"),
      payFromOn: plainDate("2026-05-04"),
      weeks: 39,
      noticeOn: plainDate("2026-04-01"),
    });
    await given.run(2);
    // Four weeks at 12.07% of 24 hours: 11.59 hours, rounded 12.
    expect(built()).toEqual([
      ["2026-05-03", 720],
      ["2026-05-31", 720],
    ]);
  });

  it("keeps what earlier runs granted when the new total is lower", async () => {
    await given.works(given.priya, "2026-04-06", 1);
    await given.run(1);
    given.app.db.prepare("UPDATE leave_movement SET minutes = 900 WHERE engagement_id = ?").run(given.priya);
    await given.works(given.priya, "2026-05-04", 1);
    await given.run(2);
    expect(built()).toEqual([["2026-05-03", 900]]);
  });
});

describe("rolled-up holiday pay in pay runs", () => {
  async function paidRolledUp(contractedMinutesPerWeek: number | null) {
    const { app, priya } = given;
    const { engagement } = await app.value("employment.getAssistant", { id: priya });
    const { id: _id, ...person } = engagement.person;
    const { jobTitle, nationalInsuranceNumber, gender, livesWithPerson, isFamilyOrFriend, usualWorkingDays } = engagement;
    const particulars = { jobTitle, nationalInsuranceNumber, gender, livesWithPerson, isFamilyOrFriend, usualWorkingDays };
    const holiday = { holidayBasis: "rolledUp" as const, contractedMinutesPerWeek: contractedMinutesPerWeek as never };
    await app.value("employment.updateAssistant", { id: priya, person, particulars: { ...particulars, ...holiday } });
    await given.works(priya, "2026-04-06", 4, 3);
    return given.run(1);
  }
  const rolledUp = (slip: ReturnType<typeof slipOf>) =>
    slip?.payLines.filter(({ kind }) => kind === "rolledUpHolidayPay").map(({ label, units, amount }) => [label, units, amount]);

  it("pays the average of the 52 weeks before for days of sickness, and nothing more later", async () => {
    // 96 hours at £13.60 are 1,305.60; 12.07% of it 157.59. Fourteen of 28 days: 78.795, up to 78.80.
    expect(rolledUp(slipOf(await paidRolledUp(null), given.priya))).toEqual([["Rolled-up holiday pay", null, 157_59]]);
    await sick("2026-05-04", "2026-05-17");
    const second = slipOf(await given.run(2), given.priya);
    expect(rolledUp(second)).toEqual([["Rolled-up holiday pay during leave", 14, 78_80]]);
    const line = second?.payLines.find(({ kind }) => kind === "rolledUpHolidayPay");
    expect(line?.explanation.lines.map(({ text }) => text)).toEqual([
      "£157.59 in the 1 pay periods of the 52 weeks before 4 May 2026, divided by 1.",
      "For 14 of the 28 days of the pay period.",
    ]);
    // Nor does an extra run over the first period take back what the second one paid.
    const earlier = { ...given.period(1), payday: plainDate("2026-06-05"), kind: "extra" as const, engagementIds: [given.priya] };
    const extra = await given.app.value("pay.startRun", earlier);
    expect(rolledUp(slipOf(await given.finish(extra.id), given.priya))).toEqual([]);
    expect(rolledUp(slipOf(await given.run(3), given.priya))).toEqual([]);
    expect(built()).toEqual([]);
  });

  it("pays days of leave that are told late in the next run, and takes back what was too much", async () => {
    await paidRolledUp(null);
    await given.run(2);
    const { id } = await sick("2026-05-04", "2026-05-17");
    expect(rolledUp(slipOf(await given.run(3), given.priya))).toEqual([["Rolled-up holiday pay during leave", 14, 78_80]]);
    await given.app.value("time.changeAbsence", { id, fromOn: plainDate("2026-05-04"), toOn: plainDate("2026-05-10") });
    await given.works(given.priya, given.period(4).periodFrom, 1, 1);
    // Seven days too many: 157.59 × 7/28 = 39.3975. Eight hours at £13.60 are 108.80; 12.07% of it is 13.13.
    expect(rolledUp(slipOf(await given.run(4), given.priya))).toEqual([
      ["Rolled-up holiday pay", null, 13_13],
      ["Rolled-up holiday pay during leave", -7, -39_40],
    ]);
  });

  it("warns when the hours are fixed", async () => {
    const { warnings } = await paidRolledUp(1_440).then(async () => given.app.value("pay.previewRun", { period: given.period(2) }));
    expect(warnings).toContain(
      "Rolled-up holiday pay is only for irregular hours and part-year workers. Priya's page says 24 h a week. Pay holiday when it is taken.",
    );
  });
});
