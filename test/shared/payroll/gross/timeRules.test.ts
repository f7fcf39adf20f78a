import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { callOutTopUp } from "../../../../shared/payroll/gross/callOut.ts";
import { noTimeRounding, roundTime, type TimeRounding } from "../../../../shared/payroll/gross/timeRounding.ts";

describe("rounding of time", () => {
  const rounded = (rule: TimeRounding, times: readonly number[]) => times.map((time) => roundTime(minutes(time), rule));

  it("to the nearest 15 minutes, half a step up", () => {
    expect(rounded({ stepMinutes: 15, direction: "nearest" }, [0, 7, 8, 15, 22, 23, 30])).toEqual([0, 0, 15, 15, 15, 30, 30]);
  });

  it("to the nearest 10 minutes, exactly half a step goes up", () => {
    expect(rounded({ stepMinutes: 10, direction: "nearest" }, [4, 5, 6])).toEqual([0, 10, 10]);
  });

  it("to the nearest 5 minutes", () => {
    expect(rounded({ stepMinutes: 5, direction: "nearest" }, [2, 3, 5, 62, 63])).toEqual([0, 5, 5, 60, 65]);
  });

  it("up to the step that is begun", () => {
    expect(rounded({ stepMinutes: 15, direction: "up" }, [0, 1, 14, 15, 16])).toEqual([0, 15, 15, 15, 30]);
  });

  it("without a rule every minute is paid as it is", () => {
    expect(rounded(noTimeRounding, [0, 1, 67, 480])).toEqual([0, 1, 67, 480]);
  });
});

describe("a minimum paid call-out", () => {
  it.each([
    [30, 120, 90],
    [119, 120, 1],
    [120, 120, 0],
    [121, 120, 0],
    [1, 120, 119],
    [0, 120, 0],
    [30, 0, 0],
  ])("%i minutes with %i promised adds %i", (paid, least, added) => {
    expect(callOutTopUp(minutes(paid), minutes(least))).toBe(added);
  });
});
