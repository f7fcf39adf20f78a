import { describe, expect, it } from "vitest";
import type { TimeOfDay } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { shortRests, uncovered } from "../../../shared/rota/rotaNotes.ts";
import { shiftMoments } from "../../../shared/rota/shift.ts";

const shift = (on: string, start: string, end: string) => ({
  onDate: plainDate(on),
  ...shiftMoments(plainDate(on), start as TimeOfDay, end as TimeOfDay),
});
/** The week of Monday 16 November 2026. */
const week = { from: plainDate("2026-11-16"), to: plainDate("2026-11-22") };
const rests = (...shifts: ReturnType<typeof shift>[]) => shortRests([{ name: "Tom Reyes", shifts }], week.from, week.to).map(({ title }) => title);

describe("rest between shifts", () => {
  it("of less than 11 hours between two days is told; 11 hours are enough", () => {
    expect(rests(shift("2026-11-17", "14:00", "22:00"), shift("2026-11-18", "09:00", "12:00"))).toEqual([]);
    expect(
      shortRests([{ name: "Tom Reyes", shifts: [shift("2026-11-18", "08:59", "12:00"), shift("2026-11-17", "14:00", "22:00")] }], week.from, week.to),
    ).toEqual([
      {
        kind: "rest",
        title: "Tom Reyes has 10 h 59 min between Tuesday's shift and Wednesday's.",
        text: "The law asks for 11 hours' rest between working days.",
      },
    ]);
  });

  it("a split shift of one day is one working day", () => {
    expect(rests(shift("2026-11-17", "08:00", "12:00"), shift("2026-11-17", "17:00", "21:00"))).toEqual([]);
  });

  it("a night that hands over to the same person's day has no rest", () => {
    expect(rests(shift("2026-11-17", "22:00", "07:00"), shift("2026-11-18", "07:00", "12:00"))).toEqual([
      "Tom Reyes has no rest between Tuesday's shift and Wednesday's.",
    ]);
  });

  it("real hours count in the night the clocks change", () => {
    const autumn = [shift("2026-10-24", "12:00", "22:00"), shift("2026-10-25", "08:00", "12:00")];
    expect(shortRests([{ name: "Tom Reyes", shifts: autumn }], plainDate("2026-10-19"), plainDate("2026-10-25"))).toEqual([]);
    const spring = [shift("2026-03-28", "12:00", "21:30"), shift("2026-03-29", "08:30", "12:00")];
    expect(shortRests([{ name: "Tom Reyes", shifts: spring }], plainDate("2026-03-23"), plainDate("2026-03-29"))[0]?.title).toBe(
      "Tom Reyes has 10 h between Saturday's shift and Sunday's.",
    );
  });

  it("reaches into the weeks beside this one, and no further", () => {
    expect(rests(shift("2026-11-15", "14:00", "23:00"), shift("2026-11-16", "08:00", "12:00"))).toHaveLength(1);
    expect(rests(shift("2026-11-22", "14:00", "23:00"), shift("2026-11-23", "08:00", "12:00"))).toHaveLength(1);
    expect(rests(shift("2026-11-14", "14:00", "23:00"), shift("2026-11-15", "08:00", "12:00"))).toEqual([]);
    expect(rests(shift("2026-11-23", "14:00", "23:00"), shift("2026-11-24", "08:00", "12:00"))).toEqual([]);
  });
});

describe("nobody on the rota", () => {
  const allBut = (missing: string, start: string, end: string) =>
    ["16", "17", "18", "19", "20", "21", "22"].filter((on) => on !== missing).map((on) => shift(`2026-11-${on}`, start, end));
  const found = (shifts: readonly ReturnType<typeof shift>[], change: { today?: string; hasNightSupport?: boolean } = {}) =>
    uncovered(shifts, { ...week, today: plainDate(change.today ?? "2026-11-10"), hasNightSupport: change.hasNightSupport ?? false });

  it("a day between days with somebody is told", () => {
    expect(found(allBut("18", "09:00", "17:00"))).toEqual([
      { kind: "nobody", title: "No one is planned for Wednesday.", text: "If support is needed then, add a shift." },
    ]);
    expect(found(allBut("", "09:00", "17:00"))).toEqual([]);
  });

  it("a night is told only where the plan pays for nights", () => {
    const shifts = [...allBut("", "09:00", "17:00"), ...allBut("22", "22:00", "07:00")];
    expect(found(shifts, { hasNightSupport: true }).map(({ title }) => title)).toEqual(["No one is planned for Sunday night."]);
    expect(found(shifts)).toEqual([]);
  });

  it("an evening to midnight is no night, and a night to six no day", () => {
    expect(found(allBut("", "18:00", "00:00"), { hasNightSupport: true })).toEqual([]);
    expect(found(allBut("", "00:00", "06:00"))).toEqual([]);
    expect(found([...allBut("22", "18:00", "00:00"), shift("2026-11-22", "00:00", "06:00")]).map(({ title }) => title)).toEqual([
      "No one is planned for Sunday.",
    ]);
  });

  it("days that are over are not told, today is", () => {
    expect(found(allBut("18", "09:00", "17:00"), { today: "2026-11-18" })).toHaveLength(1);
    expect(found(allBut("18", "09:00", "17:00"), { today: "2026-11-19" })).toEqual([]);
  });

  it("an empty week has nothing to tell", () => {
    expect(found([], { hasNightSupport: true })).toEqual([]);
  });
});
