import { describe, expect, it } from "vitest";
import { type Minutes, minutes } from "../../../../shared/core/minutes.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { checkPaidShifts } from "../../../../shared/payroll/gross/checkPaidShifts.ts";
import type { PaidShift } from "../../../../shared/payroll/gross/paidTime.ts";

const untimed = (time: number, change: Partial<PaidShift> = {}): PaidShift => ({
  onDate: plainDate("2026-11-17"),
  workedMinutes: minutes(time),
  awakeMinutes: minutes(0),
  milesHundredths: 0,
  kindOfTimeId: "weekday",
  planLineId: null,
  ...change,
});
/** In winter, so that UTC is the time on the clock. */
const timed = (startAt: string, endAt: string, time: number, change: Partial<PaidShift> = {}): PaidShift =>
  untimed(time, { onDate: plainDate(startAt.slice(0, 10)), startAt: `${startAt}:00.000Z`, endAt: `${endAt}:00.000Z`, ...change });
const correct = "Correct its start and end on the timesheet.";

describe("time and miles of a shift", () => {
  it("are whole minutes", () => {
    const notWhole = (value: string) => ({
      field: "workedMinutes",
      value,
      rule: "The time of the shift on 17 November 2026 is not in whole minutes.",
      wayOut: correct,
    });
    expect(checkPaidShifts([untimed(0, { workedMinutes: Number.NaN as Minutes })])).toEqual([notWhole("NaN")]);
    expect(checkPaidShifts([untimed(60, { awakeMinutes: 0.5 as Minutes })])).toEqual([notWhole("0.5")]);
  });

  it("no miles are well; miles below nothing or no number are refused", () => {
    const miles = (milesHundredths: number) => checkPaidShifts([untimed(60, { milesHundredths })]);
    expect(miles(0)).toEqual([]);
    expect(miles(-1)).toEqual([
      {
        field: "miles",
        value: "-0.01",
        rule: "The miles of the shift on 17 November 2026 are below nothing or no number.",
        wayOut: "Correct the miles on the timesheet.",
      },
    ]);
    expect(miles(Number.NaN)).toMatchObject([{ field: "miles", value: "NaN" }]);
  });
});

describe("hours of a day", () => {
  it("a shift of 24 hours is a day; one minute more is refused", () => {
    expect(checkPaidShifts([untimed(24 * 60)])).toEqual([]);
    expect(checkPaidShifts([untimed(24 * 60 + 1)])).toEqual([
      {
        field: "workedMinutes",
        value: "24 h 1 min",
        rule: "A shift on 17 November 2026 is longer than a day: the day has 24 h.",
        wayOut: correct,
      },
    ]);
  });

  it("25 hours in a day are refused, spread over two shifts too", () => {
    expect(checkPaidShifts([untimed(25 * 60)])).toMatchObject([{ field: "workedMinutes", value: "25 h" }]);
    expect(checkPaidShifts([untimed(13 * 60), untimed(12 * 60)])).toEqual([
      {
        field: "workedMinutes",
        value: "25 h",
        rule: "17 November 2026 has 24 h.",
        wayOut: "Take the shifts of this day out that nobody worked, or correct their times.",
      },
    ]);
    expect(checkPaidShifts([untimed(13 * 60), untimed(11 * 60)])).toEqual([]);
    expect(checkPaidShifts([untimed(13 * 60), untimed(12 * 60, { onDate: plainDate("2026-11-18") })])).toEqual([]);
  });

  it("a shift of which only one moment is known counts all on its day, and hides no overlap of others", () => {
    const onlyStart = (time: number) => untimed(time, { startAt: "2026-11-17T09:00:00.000Z" });
    const onlyEnd = (time: number) => untimed(time, { endAt: "2026-11-17T09:00:00.000Z" });
    expect(checkPaidShifts([onlyStart(25 * 60)])).toMatchObject([{ field: "workedMinutes", value: "25 h" }]);
    expect(checkPaidShifts([onlyEnd(25 * 60)])).toMatchObject([{ field: "workedMinutes", value: "25 h" }]);
    expect(checkPaidShifts([onlyStart(13 * 60), onlyStart(12 * 60)])).toMatchObject([{ rule: "17 November 2026 has 24 h." }]);
    expect(checkPaidShifts([onlyEnd(13 * 60), onlyEnd(11 * 60)])).toEqual([]);
    const [long, short] = [timed("2026-11-17T08:00", "2026-11-17T12:00", 240), timed("2026-11-17T10:00", "2026-11-17T11:00", 60)];
    expect(checkPaidShifts([long, onlyStart(60), short])).toMatchObject([{ field: "startAt", value: "10:00 to 11:00" }]);
  });

  it("a day has 25 hours when the clocks go back and 23 when they go forward", () => {
    expect(checkPaidShifts([untimed(25 * 60, { onDate: plainDate("2026-10-25") })])).toEqual([]);
    expect(checkPaidShifts([untimed(24 * 60, { onDate: plainDate("2026-03-29") })])).toMatchObject([{ field: "workedMinutes", value: "24 h" }]);
  });

  it("time with its moments counts on the day it is worked", () => {
    const night = timed("2026-11-17T22:00", "2026-11-18T06:00", 480);
    // 2 h of the night and 22 h more fill the 17th; another minute does not fit. The 18th has 6 h of it.
    expect(checkPaidShifts([night, untimed(22 * 60)])).toEqual([]);
    expect(checkPaidShifts([night, untimed(22 * 60 + 1)])).toMatchObject([{ field: "workedMinutes", value: "24 h 1 min" }]);
    expect(checkPaidShifts([night, untimed(18 * 60, { onDate: plainDate("2026-11-18") })])).toEqual([]);
    expect(checkPaidShifts([night, untimed(18 * 60 + 1, { onDate: plainDate("2026-11-18") })])).toMatchObject([
      { rule: "18 November 2026 has 24 h." },
    ]);
  });
});

describe("one shift", () => {
  it("may not have less than no time", () => {
    expect(checkPaidShifts([untimed(0)])).toEqual([]);
    expect(checkPaidShifts([untimed(-1)])).toEqual([
      { field: "workedMinutes", value: "−1 min", rule: "The time of the shift on 17 November 2026 is below nothing.", wayOut: correct },
    ]);
  });

  it("may not hold more time than passes in it", () => {
    expect(checkPaidShifts([timed("2026-11-17T09:00", "2026-11-17T17:00", 480)])).toEqual([]);
    expect(checkPaidShifts([timed("2026-11-17T09:00", "2026-11-17T17:00", 481)])).toEqual([
      { field: "workedMinutes", value: "8 h 1 min", rule: "Only 8 h pass in the shift on 17 November 2026.", wayOut: correct },
    ]);
  });

  it("may not end before it starts; one that ends as it starts has no time", () => {
    expect(checkPaidShifts([timed("2026-11-17T09:00", "2026-11-17T09:00", 0)])).toEqual([]);
    expect(checkPaidShifts([timed("2026-11-17T09:00", "2026-11-17T08:59", 0)])).toEqual([
      {
        field: "endAt",
        value: "2026-11-17T08:59:00.000Z",
        rule: "The end of the shift on 17 November 2026 is before its start.",
        wayOut: correct,
      },
    ]);
  });

  it("time awake lies between nothing and the whole night", () => {
    const awake = (awakeMinutes: number) => checkPaidShifts([untimed(540, { awakeMinutes: minutes(awakeMinutes) })]);
    expect(awake(540)).toEqual([]);
    expect(awake(541)).toEqual([
      {
        field: "awakeMinutes",
        value: "9 h 1 min",
        rule: "The time awake in the shift on 17 November 2026 lies between nothing and the 9 h of the shift.",
        wayOut: "Correct the time awake on the timesheet.",
      },
    ]);
    expect(awake(-1)).toMatchObject([{ field: "awakeMinutes", value: "−1 min" }]);
  });
});

describe("two shifts of one person", () => {
  const day = timed("2026-11-17T09:00", "2026-11-17T17:00", 480);
  it("may touch", () => {
    expect(checkPaidShifts([timed("2026-11-17T17:00", "2026-11-17T22:00", 300), day])).toEqual([]);
  });

  it("may not be at the same time, in whatever order they come", () => {
    const evening = timed("2026-11-17T16:59", "2026-11-17T22:00", 300);
    const told = {
      field: "startAt",
      value: "16:59 to 22:00",
      rule: "This shift on 17 November 2026 and the one from 09:00 to 17:00 on 17 November 2026 are at the same time.",
      wayOut: "Change one of the two on the timesheet.",
    };
    expect(checkPaidShifts([evening, day])).toEqual([told]);
    expect(checkPaidShifts([day, evening])).toEqual([told]);
  });

  it("the same shift entered twice is refused", () => {
    expect(checkPaidShifts([day, day])).toMatchObject([{ field: "startAt", value: "09:00 to 17:00" }]);
  });
});
