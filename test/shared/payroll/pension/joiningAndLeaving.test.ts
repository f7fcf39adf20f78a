import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { answerJoinRequest } from "../../../../shared/payroll/pension/joinRequest.ts";
import { checkOptOut, optOutLastDay } from "../../../../shared/payroll/pension/optOut.ts";
import { calculateOptOutRefund } from "../../../../shared/payroll/pension/optOutRefund.ts";
import { type PostponementInput, postponeEnrolment } from "../../../../shared/payroll/pension/postponement.ts";
import { assessReEnrolment, type ReEnrolmentInput } from "../../../../shared/payroll/pension/reEnrolment.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;

describe("putting enrolment off", () => {
  const postpone = (change: Partial<PostponementInput> = {}) =>
    postponeEnrolment({ reason: "firstDayOfWork", from: day("2026-05-10"), deferralDate: day("2026-08-10"), ...change });

  it("lasts three months at most, with the person told within six weeks and assessed on the day", () => {
    expect(postpone()).toEqual({
      ok: true,
      value: {
        latestDeferralDate: "2026-08-10",
        assessOn: "2026-08-10",
        noticeBy: "2026-06-21",
        lines: [
          "Tell them in writing by 21 June 2026.",
          "On 10 August 2026 look at their age and pay, and enrol them then if the law says so.",
          "They may ask to join before that.",
        ],
      },
    });
    expect(postpone({ deferralDate: day("2026-08-11") })).toEqual({
      ok: false,
      problems: [
        {
          field: "deferralDate",
          value: "2026-08-11",
          rule: "It may be put off for 3 months, to 10 August 2026 at the latest.",
          wayOut: "Choose 10 August 2026 or a day before.",
        },
      ],
    });
  });

  it("begins the day after it starts", () => {
    expect(postpone({ deferralDate: day("2026-05-11") })).toMatchObject({ ok: true, value: { assessOn: "2026-05-11" } });
    expect(postpone({ deferralDate: day("2026-05-10") })).toEqual({
      ok: false,
      problems: [{ field: "deferralDate", value: "2026-05-10", rule: "The pension is put off from 10 May 2026.", wayOut: "Choose a later day." }],
    });
  });

  it.each(["dutiesStart", "firstDayOfWork", "firstEligible"] as const)("is allowed at %s", (reason) => {
    expect(postpone({ reason })).toMatchObject({ ok: true });
  });

  it("is never allowed at re-enrolment", () => {
    expect(postpone({ reason: "reEnrolment" })).toEqual({
      ok: false,
      problems: [
        { field: "reason", value: "reEnrolment", rule: "Re-enrolment cannot be put off.", wayOut: "Put the person back on the re-enrolment day." },
      ],
    });
  });
});

describe("asking to join", () => {
  const ask = (category: "eligible" | "nonEligible" | "entitled" | "none", hasJoinedWithin12Months = false) =>
    answerJoinRequest({ category, askedOn: day("2026-11-10"), periodTo: day("2026-11-22"), hasJoinedWithin12Months });

  it.each(["eligible", "nonEligible"] as const)("a jobholder (%s) opts in from the next pay period and the employer must pay", (category) => {
    expect(ask(category)).toEqual({
      kind: "optIn",
      mustAdmit: true,
      employerMustPay: true,
      memberFrom: "2026-11-23",
      lines: [
        "They asked on 10 November 2026. They are in the pension from 23 November 2026, the start of the next pay period.",
        "The employer must pay in.",
      ],
    });
  });

  it("an entitled worker joins and the employer may pay", () => {
    const answer = ask("entitled");
    expect(answer).toMatchObject({ kind: "join", mustAdmit: true, employerMustPay: false, memberFrom: "2026-11-23" });
    expect(answer.lines[1]).toBe("The employer may pay in, but does not have to.");
  });

  it("once in twelve months is a duty", () => {
    expect(ask("nonEligible", true)).toEqual({
      kind: "optIn",
      mustAdmit: false,
      employerMustPay: true,
      memberFrom: null,
      lines: ["They asked and were let in within the last 12 months. You may let them in again, but need not."],
    });
  });

  it("nobody under 16 or from 75 has the right", () => {
    expect(ask("none")).toEqual({
      kind: "none",
      mustAdmit: false,
      employerMustPay: false,
      memberFrom: null,
      lines: ["At this age there is no right to join. You may still agree to it."],
    });
  });
});

describe("opting out", () => {
  const check = (noticeOn: string, enrolledOn = "2026-05-10", letterOn = "2026-05-20") =>
    checkOptOut({ enrolledOn: day(enrolledOn), letterOn: day(letterOn), noticeOn: day(noticeOn) });

  it("is possible for one month that begins with the later of enrolment and letter", () => {
    expect(optOutLastDay(day("2026-05-10"), day("2026-05-20"))).toBe("2026-06-19");
    expect(optOutLastDay(day("2026-05-25"), day("2026-05-20"))).toBe("2026-06-24");
    expect(check("2026-06-19")).toMatchObject({ ok: true });
    expect(check("2026-05-20")).toMatchObject({ ok: true });
    expect(check("2026-06-20")).toEqual({
      ok: false,
      problems: [
        {
          field: "noticeOn",
          value: "2026-06-20",
          rule: "The month for opting out ended on 19 June 2026.",
          wayOut: "Record that the person leaves the pension. Past contributions stay in it.",
        },
      ],
    });
    expect(check("2026-05-19")).toEqual({
      ok: false,
      problems: [
        {
          field: "noticeOn",
          value: "2026-05-19",
          rule: "Opting out is possible from 20 May 2026, when enrolment and letter are both there.",
          wayOut: "Ask for a new notice after that day.",
        },
      ],
    });
  });

  it("the refund is due within one month of the notice", () => {
    expect(check("2026-06-01")).toEqual({
      ok: true,
      value: {
        lastDay: "2026-06-19",
        refundBy: "2026-06-30",
        lines: ["Give all contributions back by 30 June 2026. The person counts as never having joined."],
      },
    });
  });

  it("all that was taken since the enrolment goes back, in the order of the paydays", () => {
    const contribution = (payday: string, employee: number, employer: number) => ({
      payday: day(payday),
      employee: pence(employee),
      employer: pence(employer),
    });
    const refund = calculateOptOutRefund(day("2026-05-10"), [
      contribution("2026-06-26", 36_80, 27_60),
      contribution("2026-05-29", 20_00, 15_00),
      contribution("2026-05-10", 1_00, 2_00),
      contribution("2026-05-09", 99_00, 99_00),
    ]);
    expect(refund.employee).toEqual({
      amount: 57_80,
      rule: { name: "Pension refund after opting out", source: "Automatic Enrolment Regulations 2010, regulation 11" },
      lines: [
        { text: "Payday 10 May 2026, the employee's share.", amount: 1_00 },
        { text: "Payday 29 May 2026, the employee's share.", amount: 20_00 },
        { text: "Payday 26 June 2026, the employee's share.", amount: 36_80 },
      ],
    });
    expect(refund.employer.amount).toBe(44_60);
    expect(refund.employer.lines[0]?.text).toBe("Payday 10 May 2026, the employer's share.");
  });

  it("what was given back already is not given back twice, and no contribution gives none", () => {
    const one = { payday: day("2026-06-26"), employee: pence(36_80), employer: pence(27_60) };
    const back = { payday: day("2026-07-24"), employee: pence(-36_80), employer: pence(-27_60) };
    expect(calculateOptOutRefund(day("2026-05-10"), [one, back])).toMatchObject({ employee: { amount: 0 }, employer: { amount: 0 } });
    expect(calculateOptOutRefund(day("2026-07-01"), [one]).employee).toMatchObject({
      amount: 0,
      lines: [{ text: "Nothing was taken since 1 July 2026." }],
    });
  });

  it("gives back exactly the contributions from the enrolment on", () => {
    const contributions = fc.array(fc.record({ month: fc.integer({ min: 1, max: 12 }), employee: fc.nat(10_000), employer: fc.nat(10_000) }));
    fc.assert(
      fc.property(contributions, fc.integer({ min: 1, max: 12 }), (taken, from) => {
        const date = (month: number) => day(`2026-${String(month).padStart(2, "0")}-15`);
        const sealed = taken.map(({ month, employee, employer }) => ({
          payday: date(month),
          employee: pence(employee),
          employer: pence(employer),
        }));
        let expected = 0;
        for (const { month, employee } of taken) if (month >= from) expected += employee;
        expect(calculateOptOutRefund(date(from), sealed).employee.amount).toBe(expected);
      }),
      { numRuns: manyCases },
    );
  });
});

describe("re-enrolment", () => {
  const assess = (change: Partial<ReEnrolmentInput> = {}) =>
    assessReEnrolment(
      {
        on: day("2029-05-10"),
        startOrLastReEnrolment: day("2026-05-10"),
        dateOfBirth: day("1990-01-01"),
        earnings: pence(768_01),
        payFrequency: "fourWeekly",
        status: "optedOut",
        leftPensionOn: day("2026-06-01"),
        isUnderNotice: false,
        ...change,
      },
      taxYear2026,
    );
  const answerOf = (change: Partial<ReEnrolmentInput>) => {
    const verdict = assess(change);
    return verdict.ok ? verdict.value : undefined;
  };

  it("puts back who left long ago, with a letter within six weeks", () => {
    expect(answerOf({})).toEqual({
      answer: "must",
      lines: ["They left the pension on 1 June 2026 and must be put back on 10 May 2029. It cannot be put off."],
      letterBy: "2029-06-21",
    });
  });

  it("only may put back who left within the 12 months before", () => {
    expect(answerOf({ leftPensionOn: day("2028-05-10") })).toEqual({
      answer: "may",
      lines: ["They left the pension on 10 May 2028, less than 12 months before. You may put them back, but need not."],
      letterBy: "2029-06-21",
    });
    expect(answerOf({ leftPensionOn: day("2028-05-09") })).toMatchObject({ answer: "must" });
  });

  it("only may put back who is under notice", () => {
    expect(answerOf({ isUnderNotice: true })).toEqual({
      answer: "may",
      lines: ["Their job is ending. You may put them back, but need not."],
      letterBy: "2029-06-21",
    });
  });

  it.each([
    ["a member", { status: "member" }, "They are in the pension already."],
    ["pay at the trigger", { earnings: pence(768_00) }, "Their age or pay does not call for it on this day."],
    ["somebody of 21", { dateOfBirth: day("2007-05-11") }, "Their age or pay does not call for it on this day."],
    ["somebody who was never in it", { leftPensionOn: null }, "They have never been in this pension. Ordinary enrolment applies to them."],
  ] as const)("does not put back %s", (_name, change, line) => {
    expect(answerOf(change)).toEqual({ answer: "no", lines: [line], letterBy: null });
  });

  it("puts back on the 22nd birthday", () => {
    expect(answerOf({ dateOfBirth: day("2007-05-10") })).toMatchObject({ answer: "must" });
  });

  it("falls inside the window", () => {
    expect(assess({ on: day("2029-02-10") })).toMatchObject({ ok: true });
    expect(assess({ on: day("2029-08-09") })).toMatchObject({ ok: true });
    const refused = (on: string) => ({
      ok: false,
      problems: [
        { field: "on", value: on, rule: "Re-enrolment falls between 10 February 2029 and 9 August 2029.", wayOut: "Choose a day between the two." },
      ],
    });
    expect(assess({ on: day("2029-02-09") })).toEqual(refused("2029-02-09"));
    expect(assess({ on: day("2029-08-10") })).toEqual(refused("2029-08-10"));
  });
});
