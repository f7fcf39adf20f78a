import { describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { buildKeyDates, daysAway, type KeyDateFacts, upcomingKeyDates } from "../../../shared/keyDates/keyDates.ts";

const today = plainDate("2026-11-21");
const facts: KeyDateFacts = {
  paydays: [
    { payday: plainDate("2026-11-27"), periodFrom: plainDate("2026-10-26"), periodTo: plainDate("2026-11-22"), isFinished: false },
    { payday: plainDate("2026-10-30"), periodFrom: plainDate("2026-09-28"), periodTo: plainDate("2026-10-25"), isFinished: true },
  ],
  hmrcPayments: [{ dueOn: plainDate("2026-11-20"), label: "6 October to 5 November 2026", isPaid: false }],
  returns: [{ dueOn: plainDate("2026-11-30"), label: "Send the return for July to September 2026", route: "/returns", isSent: false }],
  reviewsOn: [plainDate("2026-03-01"), plainDate("2027-01-12")],
  insuranceEndsOn: plainDate("2027-05-14"),
  budgetEndsOn: plainDate("2027-03-31"),
  yearEnd: [],
  own: [{ id: "a", dueOn: plainDate("2026-12-04"), description: "Tom’s manual handling refresher", doneOn: null }],
};

describe("key dates", () => {
  it("lists what is still to do, the late one first, and leaves out what is done or far away", () => {
    const dates = upcomingKeyDates(buildKeyDates(facts), today, 2);
    expect(dates.map((date) => [date.dueOn, date.kind])).toEqual([
      ["2026-11-20", "hmrc"],
      ["2026-11-27", "payday"],
      ["2026-11-30", "return"],
      ["2026-12-04", "own"],
      ["2027-01-12", "review"],
    ]);
  });

  it("says how far away a day is as people do", () => {
    expect(
      [today, plainDate("2026-11-22"), plainDate("2026-11-20"), plainDate("2026-11-27"), plainDate("2026-11-18")].map((day) => daysAway(today, day)),
    ).toEqual(["today", "tomorrow", "yesterday", "in 6 days", "3 days ago"]);
  });
});
