import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type AllowanceFacts, allowanceNextYear } from "../../../../shared/payroll/yearEnd/allowanceNextYear.ts";
import { type CarryFacts, carryForward } from "../../../../shared/payroll/yearEnd/carryForward.ts";
import { reliefNextYear } from "../../../../shared/payroll/yearEnd/reliefNextYear.ts";
import { yearEndDatesOf } from "../../../../shared/payroll/yearEnd/yearEndDates.ts";
import { type YearEndFacts, yearEndSteps } from "../../../../shared/payroll/yearEnd/yearEndSteps.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";

const dates = yearEndDatesOf("2026-27");

describe("the Employment Allowance at year end", () => {
  const ask = (change: Partial<AllowanceFacts>) =>
    allowanceNextYear({
      taxYear: "2026-27",
      nextTaxYear: "2027-28",
      filingRoute: "basicPayeTools",
      isClaimedThisYear: true,
      isClaimedNextYear: null,
      rates: taxYear2026,
      ...change,
    });

  it("stays when it was claimed online, and waits only for its record", () => {
    expect(ask({})).toEqual({
      isSettled: false,
      mustClaimAgain: false,
      lines: [
        "You claimed it for 2026-27. Claimed online, it stays until you say otherwise, so nothing has to be sent. Record it here for 2027-28.",
        "It pays up to £10,500.00 of the employer’s National Insurance of a year (the figure of 2026-27).",
        "Nothing is recorded for 2027-28 yet.",
      ],
    });
    expect(ask({ isClaimedNextYear: true })).toMatchObject({ isSettled: true, mustClaimAgain: false });
    expect(ask({ isClaimedNextYear: true }).lines[2]).toBe("It is recorded as claimed for 2027-28.");
    expect(ask({ isClaimedNextYear: false }).lines[2]).toBe("It is recorded as not claimed for 2027-28.");
  });

  it("is claimed afresh every year on paper", () => {
    const { mustClaimAgain, lines } = ask({ filingRoute: "paper" });
    expect(mustClaimAgain).toBe(true);
    expect(lines[0]).toBe("You file on paper, so claim it afresh: tick the box on the first form RT5 of 2027-28, and on every RT5 after it.");
  });

  it("is offered to who did not claim it, and not to who is not registered", () => {
    expect(ask({ isClaimedThisYear: false })).toMatchObject({ mustClaimAgain: true });
    expect(ask({ isClaimedThisYear: false }).lines[0]).toContain("People who employ carers with a personal budget may have it");
    expect(ask({ filingRoute: "notRegistered" })).toMatchObject({ isSettled: true, mustClaimAgain: false });
  });
});

describe("Small Employers' Relief for the next year", () => {
  const figure = (amount: number) => explain({ name: "x", source: "x" }, [{ text: "x", amount: pence(amount) }]);
  const slip = (employee: number, employer: number) => ({ employeeNationalInsurance: figure(employee), employerNationalInsurance: figure(employer) });

  it("is due at £45,000.00 of Class 1, employees' and employer's together, and not a penny above", () => {
    const at = reliefNextYear([slip(10_000_00, 20_000_00), slip(5_000_00, 10_000_00)], "2027-28", taxYear2026);
    expect(at.class1).toMatchObject({ amount: 45_000_00, lines: [{ amount: 15_000_00 }, { amount: 30_000_00 }] });
    expect(at.isSmallEmployer).toBe(true);
    expect(at.lines).toEqual([
      "Class 1 National Insurance of 2026-27 is £45,000.00 so far. The limit is £45,000.00.",
      "So Small Employers’ Relief is due for 2027-28: HMRC gives back all statutory family pay with compensation (109% in 2026-27).",
    ]);
    const above = reliefNextYear([slip(10_000_00, 20_000_00), slip(5_000_00, 10_000_01)], "2027-28", taxYear2026);
    expect(above.isSmallEmployer).toBe(false);
    expect(above.lines[1]).toBe("So Small Employers’ Relief is not due for 2027-28: HMRC gives back 92% of statutory family pay.");
  });

  it("is due to who paid nobody", () => {
    expect(reliefNextYear([], "2027-28", taxYear2026)).toMatchObject({ isSmallEmployer: true, class1: { amount: 0 } });
  });
});

describe("what goes on with a person", () => {
  const facts: CarryFacts = {
    name: "Priya",
    startOn: plainDate("2025-02-03"),
    endOn: null,
    taxablePay: pence(20_000_00),
    incomeTax: pence(1_485_60),
    previousTaxablePay: pence(0),
    loans: [],
    isPensionMember: true,
  };
  const carry = (change: Partial<CarryFacts> = {}) => carryForward({ ...facts, ...change }, dates);

  it("starts the totals again and lets the rest go on", () => {
    expect(carry({ loans: [{ words: "Student loan plan 2", toOn: null }], previousTaxablePay: pence(900_00) })).toEqual({
      goesOn: true,
      needsP60: true,
      lines: [
        "Totals start again at nothing on 6 April 2027. 2026-27 ends at pay of £20,000.00 and tax of £1,485.60.",
        "The P45 with pay of £900.00 no longer counts.",
        "Student loan plan 2: the start notice goes on, with the new year’s threshold.",
        "The pension goes on with the same shares.",
        "The holiday year runs from 3 February 2027 to 2 February 2028, unless the contract says another. The tax year does not change it.",
      ],
    });
  });

  it("leaves out a loan that ends before 6 April, and keeps one that ends on it", () => {
    const loan = (toOn: string) => carry({ loans: [{ words: "Plan 1", toOn: plainDate(toOn) }] }).lines[1];
    expect(loan("2027-04-05")).toBe("There is no loan to take from pay.");
    expect(loan("2027-04-06")).toContain("Plan 1: the start notice goes on");
  });

  it.each([
    // Employed on 5 April: a P60. Last day 5 April: a P60 too, but nothing goes on. Left before: the P45 stands.
    ["2027-04-06", true, true],
    ["2027-04-05", false, true],
    ["2027-04-04", false, false],
  ])("with the last day %s goes on: %s, P60: %s", (endOn, goesOn, needsP60) => {
    expect(carry({ endOn: plainDate(endOn) })).toMatchObject({ goesOn, needsP60 });
  });

  it("needs no P60 without pay in the year", () => {
    expect(carry({ taxablePay: pence(0) }).needsP60).toBe(false);
  });

  it("tells who does not go on, and why", () => {
    expect(carry({ endOn: plainDate("2027-01-31") }).lines).toEqual([
      "Priya left on 31 January 2027, so nothing is carried on. The P45 stands instead of a P60.",
    ]);
    expect(carry({ endOn: plainDate("2027-04-05") }).lines).toEqual(["Priya left on 5 April 2027, so nothing is carried on. A P60 is due."]);
    expect(carry({ startOn: plainDate("2027-04-07") }).lines[0]).toContain("has not started by then");
  });
});

describe("the steps", () => {
  const payday = (day: string, isFinished = true, toldOn: string | null = day) => ({
    payday: plainDate(day),
    isFinished,
    toldOn: toldOn === null ? null : plainDate(toldOn),
  });
  const facts: YearEndFacts = {
    today: plainDate("2027-04-10"),
    dates,
    filingRoute: "basicPayeTools",
    paydays: [payday("2027-02-26"), payday("2027-03-26")],
    finalToldOn: plainDate("2027-03-26"),
    p60s: [{ name: "Priya", givenOn: plainDate("2027-04-10") }],
    codes: { people: 1, toRecord: 0, isConfirmed: true },
    rates: { nextTaxYear: "2027-28", hasRates: true, hasCodeInstructions: true, ratesVersion: "x", lines: ["There."] },
    minimumWage: { isKnown: true, below: 0 },
    allowance: { isSettled: true, mustClaimAgain: false, lines: ["Settled."] },
    isReliefAnswered: true,
    goOn: 1,
  };
  const step = (id: string, change: Partial<YearEndFacts> = {}) => {
    const found = yearEndSteps({ ...facts, ...change }).find((each) => each.id === id);
    if (!found) throw new Error(`no step ${id}`);
    return found;
  };

  it("are all done when everything is settled; two are only looked at", () => {
    expect(yearEndSteps(facts).map(({ state }) => state)).toEqual(["look", "done", "done", "done", "done", "done", "done", "look", "done"]);
  });

  it.each([
    ["an open payday", { paydays: [payday("2027-03-26", false, null)] }],
    ["a payday HMRC was not told of", { paydays: [payday("2027-03-26", true, null)] }],
    ["no final submission", { finalToldOn: null }],
  ])("the last submission is still to do with %s", (_why, change) => {
    expect(step("finalSubmission", change).state).toBe("toDo");
  });

  it("the last submission waits until the last payday, and is to do on it", () => {
    const open = { paydays: [payday("2027-03-26", false, null)], finalToldOn: null };
    expect(step("finalSubmission", { ...open, today: plainDate("2027-03-25") }).state).toBe("notYet");
    expect(step("finalSubmission", { ...open, today: plainDate("2027-03-26") }).state).toBe("toDo");
  });

  it("a bureau tells HMRC, so only its confirmation is waited for", () => {
    const bureau = { filingRoute: "bureau" as const, paydays: [payday("2027-03-26", true, null)] };
    expect(step("finalSubmission", bureau).state).toBe("done");
    expect(step("finalSubmission", { ...bureau, finalToldOn: null })).toMatchObject({
      state: "toDo",
      lines: ["1 of 1 paydays are finished.", "Your bureau sends it. Ask for its confirmation."],
    });
  });

  it("paper and online name their own way and day", () => {
    expect(step("finalSubmission", { filingRoute: "paper", finalToldOn: null }).lines[2]).toBe(
      "You file on paper: the RT2 of the last quarter and the last RT5 reach HMRC by 19 April 2027.",
    );
    expect(step("finalSubmission", { finalToldOn: null }).lines[2]).toBe(
      "Mark the last Full Payment Submission of the year as final, by 5 April 2027. If it was not marked, say so on an Employer Payment Summary by 19 April 2027.",
    );
    expect(step("finalSubmission", { filingRoute: "notRegistered", finalToldOn: null })).toMatchObject({ state: "done" });
  });

  it("P60s wait for 6 April, and are done when the last one is given", () => {
    const two = [
      { name: "Priya", givenOn: plainDate("2027-04-10") },
      { name: "Tom", givenOn: null },
    ];
    expect(step("p60s", { p60s: two })).toMatchObject({ state: "toDo", lines: ["1 of 2 are given. By law they are due by 31 May 2027."] });
    expect(step("p60s", { p60s: two, today: plainDate("2027-04-05") }).state).toBe("notYet");
    expect(step("p60s", { p60s: two, today: plainDate("2027-04-06") }).state).toBe("toDo");
    expect(step("p60s", { p60s: [] })).toMatchObject({ state: "notYet", lines: ["Nobody is due a P60 yet."] });
  });

  it("codes, wages, rates, allowance and relief say what is left", () => {
    expect(step("codes", { codes: { people: 2, toRecord: 2, isConfirmed: true } })).toMatchObject({
      state: "toDo",
      lines: ["2 codes change and must be recorded."],
    });
    expect(step("codes", { codes: { people: 2, toRecord: 1, isConfirmed: false } }).lines).toEqual(["1 code changes and must be recorded."]);
    expect(step("codes", { codes: { people: 2, toRecord: 0, isConfirmed: false } })).toMatchObject({ state: "notYet" });
    expect(step("codes").lines).toEqual(["All codes of 1 person are ready."]);
    expect(step("minimumWage", { minimumWage: { isKnown: true, below: 1 } })).toMatchObject({
      state: "toDo",
      lines: ["1 rate of pay falls below it."],
    });
    expect(step("minimumWage", { minimumWage: { isKnown: true, below: 2 } }).lines).toEqual(["2 rates of pay fall below it."]);
    expect(step("minimumWage", { minimumWage: { isKnown: false, below: 0 } })).toMatchObject({ state: "notYet" });
    for (const [today, state] of [
      ["2027-02-28", "notYet"],
      ["2027-03-01", "toDo"],
    ] as const) {
      expect(step("rates", { rates: { ...facts.rates, hasRates: false }, today: plainDate(today) }).state).toBe(state);
      expect(step("allowance", { allowance: { ...facts.allowance, isSettled: false }, today: plainDate(today) }).state).toBe(state);
    }
    expect(step("relief", { isReliefAnswered: false }).state).toBe("toDo");
    expect(step("relief", { isReliefAnswered: false, today: plainDate("2027-04-05") }).state).toBe("notYet");
    expect(step("relief", { isReliefAnswered: false, today: plainDate("2027-04-06") }).state).toBe("toDo");
    expect(step("people", { goOn: 3 }).lines).toEqual(["3 people go on. Totals start again at nothing by themselves."]);
  });
});
