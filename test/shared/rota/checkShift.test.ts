import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes, type TimeOfDay } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { checkShift } from "../../../shared/rota/checkShift.ts";
import { shiftMoments } from "../../../shared/rota/shift.ts";

interface Changes {
  readonly onDate?: string;
  readonly start?: string;
  readonly end?: string;
  readonly endOn?: string;
  readonly notAfter?: string;
  readonly breakMinutes?: number;
  readonly awakeMinutes?: number;
}

const shift = ({ onDate = "2026-11-17", start = "09:00", end = "15:00", endOn, notAfter, breakMinutes = 0, awakeMinutes = 0 }: Changes) =>
  checkShift({
    onDate: plainDate(onDate),
    start: start as TimeOfDay,
    end: end as TimeOfDay,
    breakMinutes: minutes(breakMinutes),
    awakeMinutes: minutes(awakeMinutes),
    assistantName: "Tom Ellery",
    startOn: plainDate("2026-04-13"),
    endOn: endOn === undefined ? null : plainDate(endOn),
    others: [],
    ...(notAfter === undefined ? {} : { notAfter: plainDate(notAfter) }),
  });

describe("a shift that fits", () => {
  it("is worked for its length less the break", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), (breakMinutes) => {
        expect(shift({ breakMinutes })).toMatchObject({ ok: true, workedMinutes: 360 - breakMinutes });
      }),
    );
  });

  it("counts the hour that comes twice in October", () => {
    expect(shift({ onDate: "2026-10-24", start: "22:00", end: "06:00", breakMinutes: 30 })).toMatchObject({ ok: true, workedMinutes: 510 });
  });
});

describe("a shift that does not fit", () => {
  it.each([
    [{ start: "09:00", end: "09:00" }, "end", "The shift starts and ends at 09:00. Enter the time it ended; a day and night in one is two shifts."],
    [{ breakMinutes: 360 }, "breakMinutes", "A break of 6 h does not fit into a shift of 6 h. Enter a shorter break."],
    [{ awakeMinutes: 361 }, "awakeMinutes", "6 h 1 min awake is longer than the night of 6 h. Enter the time awake for work."],
    [
      { onDate: "2026-04-12" },
      "onDate",
      "Tom Ellery starts on 13 April 2026, so cannot work on 12 April 2026. Choose a later day, or change their first day.",
    ],
    [{ endOn: "2026-11-16" }, "onDate", "Tom Ellery left on 16 November 2026, so cannot work on 17 November 2026. Choose an earlier day."],
    [{ notAfter: "2026-11-16" }, "onDate", "17 November 2026 is still to come. Plan the shift now, and enter it as worked when it is."],
    [
      { onDate: "2027-03-28", start: "01:10", end: "01:50" },
      "end",
      "The clocks jump from 01:00 to 02:00 on 28 March 2027, so no time passes from 01:10 to 01:50. Enter a later time.",
    ],
  ] as const)("names the field, the value and the way out (%#)", (changes, field, sentence) => {
    expect(shift(changes)).toEqual({ ok: false, fields: { [field]: sentence } });
  });

  it("names the shift it overlaps, even one of the night before", () => {
    const night = { ...shiftMoments(plainDate("2026-11-16"), "22:00" as TimeOfDay, "10:00" as TimeOfDay), onDate: plainDate("2026-11-16") };
    const checked = checkShift({
      onDate: plainDate("2026-11-17"),
      start: "09:00" as TimeOfDay,
      end: "15:00" as TimeOfDay,
      breakMinutes: minutes(0),
      assistantName: "Tom Ellery",
      startOn: plainDate("2026-04-13"),
      endOn: null,
      others: [night],
    });
    expect(checked).toEqual({
      ok: false,
      fields: { start: "Tom Ellery already has a shift from 22:00 to 10:00 on 16 November 2026. Change one of the two." },
    });
  });
});
