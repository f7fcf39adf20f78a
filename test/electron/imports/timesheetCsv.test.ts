import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerImport } from "../../../electron/imports/answerImport.ts";
import { parseTimesheetCsv } from "../../../electron/imports/parsers/timesheetCsv.ts";

const read = (bytes: Uint8Array) =>
  answerImport("imports.parseTimesheetCsv", { fileName: "time.csv", base64: Buffer.from(bytes).toString("base64") });

describe("timesheet files", () => {
  it("reads columns by name, in any order, with the line each row stands on", () => {
    const { rows, problems } = parseTimesheetCsv("End,START,Date,Kind,Assistant,Woken minutes\n\n06:00,22:00,17/11/2026,Sleep-in,Tom Ellery,45\n");
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        line: 3,
        assistant: "Tom Ellery",
        date: "17/11/2026",
        start: "22:00",
        end: "06:00",
        breakMinutes: "",
        kind: "Sleep-in",
        planLine: "",
        awakeMinutes: "45",
        miles: "",
        note: "",
      },
    ]);
  });

  it.each([
    ["personal assistant", "day", "from", "to"],
    ["Name", "Shift date", "Start time", "Finish"],
    ["Payroll number", "DATE", "Time in", "Time out"],
    ["PA", "Date:", "Starts", "Ends"],
  ])("knows “%s”, “%s”, “%s” and “%s”", (assistant, date, start, end) => {
    const { rows, problems } = parseTimesheetCsv(`${assistant};${date};${start};${end};Kind of time\nT;17/11/2026;09:00;10:00;Weekday\n`);
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({ assistant: "T", date: "17/11/2026", start: "09:00", end: "10:00", kind: "Weekday" });
  });

  it("finds the heading below a title", () => {
    const { rows } = parseTimesheetCsv("Timesheets of November\n\nname,date,start,end,kind\nTom,1/11/2026,9,10,Weekday\n");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.line).toBe(4);
  });

  it.each([
    ["Tom,17/11/2026,09:00,10:00\n", "There is no heading in this file"],
    ["", "There is no heading in this file"],
    ["name,date,start,end\nTom,1/11/2026,9,10\n", "There is no column “kind” in line 1. Name one column “kind” or “kind of time” or “type”."],
    ["name,date,start,end,kind\n", "There is a heading, but no shift under it"],
    [`name,date,start,end,kind\n${"Tom,1/11/2026,9,10,Weekday\n".repeat(5001)}`, "This file has 5001 rows. At most 5000"],
  ])("says what is missing (%#)", (text, words) => {
    const { rows, problems } = parseTimesheetCsv(text);
    expect(rows).toEqual([]);
    expect(problems.join(" ")).toContain(words);
  });

  it("shortens a cell that is too long, and says so", () => {
    const { rows, problems } = parseTimesheetCsv(`name,date,start,end,kind,note\nTom,1/11/2026,9,10,Weekday,${"x".repeat(500)}\n`);
    expect(rows[0]?.note).toHaveLength(400);
    expect(problems).toEqual(["Line 2, note: this cell is longer than 400 characters. Shorten it."]);
  });

  it("takes hidden characters out of cells", () => {
    const { rows } = parseTimesheetCsv("name,date,start,end,kind\n\u202eTom\u200b,1/11/2026,9,10,Weekday\n");
    expect(rows[0]?.assistant).toBe("Tom");
  });

  it("reads Windows and UTF-16 files, and refuses what is no text", async () => {
    const text = "name,date,start,end,kind\nZoë,1/11/2026,9,10,Weekday\n";
    for (const bytes of [Buffer.from(text, "latin1"), Buffer.from(text), Buffer.from(`\ufeff${text}`, "utf16le")]) {
      expect(await read(bytes)).toMatchObject({ ok: true, value: { rows: [{ assistant: "Zoë" }], problems: [] } });
    }
    expect(await read(Buffer.from([0x50, 0x4b, 0, 0, 1]))).toMatchObject({ ok: false, error: { code: "notAllowed" } });
  });

  it("answers any text with rows and sentences, or a refusal, never with a crash", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300, unit: "binary" }), async (text) => {
        const answer = await read(Buffer.from(`name,date,start,end,kind\n${text}`));
        expect(answer.ok || answer.error.code === "notAllowed").toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
