import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findUnbalancedJournals, listPostings, sumPostings } from "../../../electron/db/repositories/ledgerRepository.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import type { PayLineKind } from "../../../shared/payroll/types.ts";
import { type GivenPay, givenPay, slipOf } from "./givenPay.ts";

let given: GivenPay;
beforeEach(async () => {
  given = await givenPay();
});
afterEach(() => given.app.close());

const linesOf = (slip: ReturnType<typeof slipOf>, kind: PayLineKind) =>
  slip?.payLines.filter((line) => line.kind === kind).map(({ units, amount }) => [units, amount]);
const sick = (fromOn: string, toOn: string) =>
  given.app.value("time.recordAbsence", { engagementId: given.priya, kind: "sickness", fromOn: plainDate(fromOn), toOn: plainDate(toOn) });

describe("sickness and the sealed payslips", () => {
  // Priya is contracted for 24 hours at £13.60: average weekly earnings £326.40, so the flat rate of £123.25 holds; five working days: £24.65 a day.
  it("pays sickness that is told after its period's run in the next run", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    await given.run(1);
    app.setToday("2026-05-05");
    await sick("2026-04-20", "2026-04-21");
    const second = slipOf(await given.run(2), priya);
    expect(linesOf(second, "statutorySickPay")).toEqual([[2, 49_30]]);
    expect(linesOf(slipOf(await given.run(3), priya), "statutorySickPay")).toEqual([]);
  });

  it("pays a spell over two periods in parts that add up to the whole", async () => {
    const { priya } = given;
    await given.works(priya, "2026-04-06", 2);
    await sick("2026-04-30", "2026-05-05");
    expect(linesOf(slipOf(await given.run(1), priya), "statutorySickPay")).toEqual([[2, 49_30]]);
    expect(linesOf(slipOf(await given.run(2), priya), "statutorySickPay")).toEqual([[2, 49_30]]);
  });

  it("takes back what was too much when a paid spell turns out shorter", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const { id } = await sick("2026-04-20", "2026-04-24");
    expect(linesOf(slipOf(await given.run(1), priya), "statutorySickPay")).toEqual([[5, 123_25]]);
    app.setToday("2026-05-06");
    const changed = await app.value("time.changeAbsence", { id, fromOn: plainDate("2026-04-20"), toOn: plainDate("2026-04-22") });
    expect(changed.finishedPeriod).toEqual({ from: "2026-04-06", to: "2026-05-03" });
    await given.works(priya, "2026-05-04", 2);
    const second = slipOf(await given.run(2), priya);
    // Three days are 73.95; 123.25 was paid.
    expect(linesOf(second, "statutorySickPay")).toEqual([[-2, -49_30]]);
    const line = second?.payLines.find(({ kind }) => kind === "statutorySickPay");
    expect(line?.explanation.lines.at(-1)).toEqual({ text: "Earlier payslips paid £123.25 of it.", amount: -123_25 });
    expect(linesOf(slipOf(await given.run(3), priya), "statutorySickPay")).toEqual([]);
  });

  it("pays more when a paid spell turns out longer, and leaves it alone after that", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    const { id } = await sick("2026-04-20", "2026-04-20");
    expect(linesOf(slipOf(await given.run(1), priya), "statutorySickPay")).toEqual([[1, 24_65]]);
    app.setToday("2026-05-06");
    await app.value("time.changeAbsence", { id, fromOn: plainDate("2026-04-20"), toOn: plainDate("2026-04-21") });
    expect(linesOf(slipOf(await given.run(2), priya), "statutorySickPay")).toEqual([[1, 24_65]]);
    expect(linesOf(slipOf(await given.run(3), priya), "statutorySickPay")).toEqual([]);
  });

  it("does not look at paid sickness again because the usual working days change later", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    await sick("2026-04-20", "2026-04-21");
    await given.run(1);
    const { engagement } = await app.value("employment.getAssistant", { id: priya });
    const { id: _id, ...person } = engagement.person;
    const { jobTitle, nationalInsuranceNumber, gender, contractedMinutesPerWeek, holidayBasis, livesWithPerson, isFamilyOrFriend } = engagement;
    const particulars = { jobTitle, nationalInsuranceNumber, gender, contractedMinutesPerWeek, holidayBasis, livesWithPerson, isFamilyOrFriend };
    await app.value("employment.updateAssistant", { id: priya, person, particulars: { ...particulars, usualWorkingDays: ["Mon", "Tue"] } });
    expect(linesOf(slipOf(await given.run(2), priya), "statutorySickPay")).toEqual([]);
  });

  it("pays a holiday once, by the next run when it was told too late", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 2);
    await given.run(1);
    app.setToday("2026-05-06");
    const holiday = { engagementId: priya, kind: "holiday" as const, minutes: 480 as never };
    await app.value("time.recordAbsence", { ...holiday, fromOn: plainDate("2026-04-27"), toOn: plainDate("2026-04-27") });
    // Eight hours at the average of £13.60 an hour.
    expect(
      slipOf(await given.run(2), priya)
        ?.payLines.filter(({ kind }) => kind === "holidayPay")
        .map(({ amount }) => amount),
    ).toEqual([108_80]);
    expect(slipOf(await given.run(3), priya)?.payLines.filter(({ kind }) => kind === "holidayPay")).toEqual([]);
  });

  it("does not change days of another absence, nor a holiday that was paid", async () => {
    const { app, priya } = given;
    await sick("2026-04-20", "2026-04-21");
    const { id } = await sick("2026-04-23", "2026-04-23");
    const clash = await app.run("time.changeAbsence", { id, fromOn: plainDate("2026-04-21"), toOn: plainDate("2026-04-23") });
    expect(clash).toMatchObject({ ok: false, error: { code: "invalidInput" } });
    const holiday = { engagementId: priya, kind: "holiday" as const, minutes: 480 as never };
    const taken = await app.value("time.recordAbsence", { ...holiday, fromOn: plainDate("2026-04-27"), toOn: plainDate("2026-04-27") });
    await given.works(priya, "2026-04-06", 1);
    await given.run(1);
    const paid = await app.run("time.changeAbsence", { id: taken.id, fromOn: plainDate("2026-04-28"), toOn: plainDate("2026-04-28") });
    expect(paid).toMatchObject({ ok: false, error: { code: "notAllowed" } });
  });
});

describe("family leave in pay runs", () => {
  // Due on 16 August 2026: the qualifying week ends on Saturday 9 May 2026, so pay by 8 May counts.
  const maternity = {
    kind: "maternity" as const,
    expectedOn: plainDate("2026-08-16"),
    payFromOn: plainDate("2026-07-06"),
    weeks: 39,
    noticeOn: plainDate("2026-05-20"),
    evidence: "MAT B1",
    evidenceSeenOn: plainDate("2026-05-20"),
  };

  it("pays 90% of average weekly earnings by the pay period, and HMRC gives it back with compensation", async () => {
    const { app, priya, household } = given;
    await app.value("employment.saveEmployerTaxYear", { taxYear: "2026-27", hasSmallEmployersRelief: true });
    for (const number of [1, 2, 3]) {
      await given.works(priya, given.period(number).periodFrom, 4, 3);
      await given.run(number);
    }
    // Stated by hand: £320.00 a week, 90% is £288.00; the fourth period, 29 June to 26 July, has three weeks of leave.
    const leave = { ...maternity, averageWeeklyEarningsPence: 320_00 as never };
    const { warnings } = await app.value("employment.addFamilyLeave", { engagementId: priya, ...leave });
    expect(warnings).toEqual(["Average weekly earnings of £320.00 were worked out by hand."]);
    const fourth = await given.run(4);
    expect(linesOf(slipOf(fourth, priya), "statutoryMaternityPay")).toEqual([[21, 864_00]]);
    // 109% of 864.00 = 864.00 + 77.76.
    expect(fourth.dues.statutoryPayRecovered).toBe(941_76);
    expect(
      listPostings(app.db, { payRunId: fourth.run.id, account: "hmrcDue" }).find(({ event }) => event === "statutoryPayRecovered")?.amountPence,
    ).toBe(941_76);
    expect(sumPostings(app.db, { payRunId: fourth.run.id, account: "spending", planLineId: household.planLineIds.daySupport })).toBe(864_00 - 941_76);
    const fifth = await given.run(5);
    // Three more weeks at 288.00, then one at the standard rate of 194.32.
    expect(linesOf(slipOf(fifth, priya), "statutoryMaternityPay")).toEqual([[28, 3 * 288_00 + 194_32]]);
    expect(findUnbalancedJournals(app.db)).toEqual([]);
    const { familyLeaves } = await app.value("employment.getPayArrangements", { engagementId: priya });
    expect(familyLeaves).toMatchObject([
      { payName: "Statutory Maternity Pay", paidSoFar: 864_00 + 1_058_32, lastPaidDay: "2027-04-04", keepingInTouchDaysLeft: 10 },
    ]);
    const months = await app.value("pay.hmrcMonths", {});
    expect(months.map(({ statutoryPayRecovered }) => statutoryPayRecovered).reduce((sum, each) => sum + each, 0)).toBe(
      941_76 + fifth.dues.statutoryPayRecovered,
    );
  });

  it("works average weekly earnings out from sealed payslips and refuses too low ones with the form's name", async () => {
    const { app, priya } = given;
    await given.works(priya, "2026-04-06", 1, 1);
    await given.run(1);
    const { warnings } = await app.value("employment.addFamilyLeave", { engagementId: priya, ...maternity });
    expect(warnings.join(" ")).toContain("SMP1");
    const draft = await app.value("pay.previewRun", { period: given.period(4) });
    const pay = draft.people.find(({ engagementId }) => engagementId === priya);
    expect(pay?.payslip?.payLines).toEqual([]);
    expect(pay?.warnings.join(" ")).toContain("Give them form SMP1.");
  });

  it("warns until somebody says whether Small Employers' Relief holds; without it 92% comes back", async () => {
    const { app, priya } = given;
    await app.value("employment.addFamilyLeave", { engagementId: priya, ...maternity, averageWeeklyEarningsPence: 320_00 as never });
    app.setToday("2026-07-27");
    const period = given.period(4);
    const preview = await app.value("pay.previewRun", { period });
    expect(preview.warnings.join(" ")).toContain("Say on the employer's page whether Small Employers' Relief holds for 2026-27");
    // 864.00 × 92% = 794.88.
    expect(preview.dues.statutoryPayRecovered).toBe(794_88);
    await app.value("employment.saveEmployerTaxYear", { taxYear: "2026-27", hasSmallEmployersRelief: false });
    expect((await app.value("pay.previewRun", { period })).warnings.join(" ")).not.toContain("Small Employers");
  });

  it("puts a leave that moved right in the next run", async () => {
    const { app, priya } = given;
    const leave = { ...maternity, averageWeeklyEarningsPence: 320_00 as never };
    const { id } = await app.value("employment.addFamilyLeave", { engagementId: priya, ...leave });
    await given.run(4);
    await app.value("employment.changeFamilyLeave", { id, ...leave, payFromOn: plainDate("2026-07-13") });
    const fifth = slipOf(await given.run(5), priya);
    // From 13 July to 23 August are six weeks at 288.00; 864.00 of them was paid for three weeks before.
    expect(fifth?.payLines.map(({ kind, amount }) => [kind, amount])).toEqual([["statutoryMaternityPay", 6 * 288_00 - 864_00]]);
  });

  it("loses the week of an eleventh day of work", async () => {
    const { app, priya } = given;
    const { id } = await app.value("employment.addFamilyLeave", { engagementId: priya, ...maternity, averageWeeklyEarningsPence: 320_00 as never });
    const days = ["06", "07", "08", "09", "10", "13", "14", "15", "16", "17"].map((day) => plainDate(`2026-07-${day}`));
    for (const onDate of days) await app.value("employment.addKeepingInTouchDay", { familyLeaveId: id, onDate });
    const preview = async () => (await app.value("pay.previewRun", { period: given.period(4) })).totals.grossPay;
    expect(await preview()).toBe(864_00);
    const eleventh = await app.value("employment.addKeepingInTouchDay", { familyLeaveId: id, onDate: plainDate("2026-07-20") });
    expect(eleventh.warnings).toEqual(["All 10 days were used up before, so a week with another day of work is not paid."]);
    expect(await preview()).toBe(576_00);
    await app.value("employment.removeKeepingInTouchDay", { id: eleventh.id });
    expect(await preview()).toBe(864_00);
  });

  it.each([
    [{ weeks: 40 }, "weeks", "Statutory Maternity Pay is paid for at most 39 weeks"],
    [{ endsOn: "2026-07-05" }, "endsOn", "The last day of leave is on or after the first"],
    [{ payFromOn: "2025-02-02" }, "payFromOn", "The job began on 3 February 2025. Choose a later day"],
    [{ kind: "adoption" }, "matchedOn", "Enter the day they were told of the match"],
  ])("refuses %j", async (change, field, words) => {
    const refused = await given.app.raw("employment.addFamilyLeave", { engagementId: given.priya, ...maternity, ...change });
    expect(refused).toMatchObject({ ok: false, error: { code: "invalidInput", fields: { [field]: words } } });
  });

  it("refuses two leaves in the same weeks, and a keeping-in-touch day outside the leave", async () => {
    const { app, priya } = given;
    const { id } = await app.value("employment.addFamilyLeave", { engagementId: priya, ...maternity });
    expect(await app.run("employment.addFamilyLeave", { engagementId: priya, ...maternity, payFromOn: plainDate("2026-08-03") })).toMatchObject({
      error: { fields: { payFromOn: "There is family leave from 6 July 2026 in these weeks already" } },
    });
    expect(await app.run("employment.addKeepingInTouchDay", { familyLeaveId: id, onDate: plainDate("2026-07-05") })).toMatchObject({
      error: { fields: { onDate: "Choose a day of the leave, from 6 July 2026 to 4 April 2027" } },
    });
  });
});
