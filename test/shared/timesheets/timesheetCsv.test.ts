import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { formatMiles, milesAsTyped, parseMiles } from "../../../shared/timesheets/miles.ts";
import { mondayOf } from "../../../shared/timesheets/timesheet.ts";
import { readTimesheetCsvRow, type TimesheetCsvRow } from "../../../shared/timesheets/timesheetCsv.ts";

const words = {
  today: plainDate("2026-11-21"),
  assistants: [
    { engagementId: "e1", name: "Tom Ellery", payrollNumber: "PA2" },
    { engagementId: "e2", name: "Priya Nair", payrollNumber: "" },
    { engagementId: "e3", name: "Sam Lee", payrollNumber: "PA3" },
    { engagementId: "e4", name: "Sam Lee", payrollNumber: "PA4" },
  ],
  kinds: [
    { id: "k1", name: "Weekday" },
    { id: "k2", name: "Sleep-in" },
  ],
  planLines: [{ id: "l1", name: "Day support" }],
};

const row = (changes: Partial<TimesheetCsvRow> = {}) =>
  readTimesheetCsvRow(
    {
      line: 7,
      assistant: "Tom Ellery",
      date: "17/11/2026",
      start: "9:30",
      end: "15.00",
      breakMinutes: "30",
      kind: "weekday",
      planLine: "Day Support",
      awakeMinutes: "",
      miles: "12.5",
      note: " Swimming ",
      ...changes,
    },
    words,
  );

describe("a row of a timesheet file", () => {
  it("is read as people write it", () => {
    expect(row()).toMatchObject({
      problems: [],
      shift: {
        engagementId: "e1",
        onDate: "2026-11-17",
        start: "09:30",
        end: "15:00",
        breakMinutes: 30,
        awakeMinutes: 0,
        milesHundredths: 1250,
        kindOfTimeId: "k1",
        planLineId: "l1",
        note: "Swimming",
      },
    });
    expect(row({ assistant: "pa2" }).shift?.engagementId).toBe("e1");
    expect(row({ planLine: "" }).shift?.planLineId).toBeNull();
  });

  it.each([
    [{ assistant: "Tim" }, "Line 7, assistant: “Tim”. Write the name or payroll number of one of: Tom Ellery, Priya Nair, Sam Lee, Sam Lee."],
    [
      { assistant: "" },
      "Line 7, assistant: nothing is written. Write the name or payroll number of one of: Tom Ellery, Priya Nair, Sam Lee, Sam Lee.",
    ],
    [{ assistant: "Sam Lee" }, "Line 7, assistant: “Sam Lee”. 2 people have this name. Write the payroll number instead."],
    [{ date: "31/02/2026" }, "Line 7, date: “31/02/2026”. Write the day like 27/11/2026."],
    [{ start: "25:00" }, "Line 7, start: “25:00”. Write the time like 09:30 or 21:30. A day has 24 hours."],
    [{ end: "" }, "Line 7, end: nothing is written. Write the time like 09:30 or 21:30. A day has 24 hours."],
    [{ kind: "Weekend" }, "Line 7, kind: “Weekend”. Write one of: Weekday, Sleep-in."],
    [{ planLine: "Trips" }, "Line 7, plan line: “Trips”. Write one of: Day support. Or leave it empty."],
    [{ breakMinutes: "half an hour" }, "Line 7, break: “half an hour”. Write whole minutes, like 30."],
    [{ awakeMinutes: "-5" }, "Line 7, awake: “-5”. Write whole minutes, like 45."],
    [{ miles: "12,5" }, "Line 7, miles: “12,5”. Write miles like 12.5."],
  ])("names line, column, value and way out (%#)", (changes, sentence) => {
    expect(row(changes)).toMatchObject({ line: 7, problems: [sentence], shift: null });
  });

  it("tells everything that is wrong at once", () => {
    expect(row({ date: "x", start: "x", end: "x" }).problems).toHaveLength(3);
  });
});

describe("miles", () => {
  it("are read back as they are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (hundredths) => {
        expect(parseMiles(milesAsTyped(hundredths))).toBe(hundredths);
      }),
    );
  });

  it.each([
    ["", 0],
    ["12", 1200],
    ["0.05", 5],
    ["1.234", undefined],
    ["-1", undefined],
    ["1e2", undefined],
  ])("“%s” is %s", (text, hundredths) => expect(parseMiles(text)).toBe(hundredths));

  it("are written in words", () => expect([formatMiles(100), formatMiles(1250)]).toEqual(["1 mile", "12.5 miles"]));
});

describe("a week", () => {
  it.each([
    ["2026-11-16", "2026-11-16"],
    ["2026-11-22", "2026-11-16"],
    ["2027-01-01", "2026-12-28"],
  ])("of %s starts on %s", (day, monday) => expect(mondayOf(plainDate(day))).toBe(monday));
});
