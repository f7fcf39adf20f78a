import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type LoanNotice, loansInForce } from "../../../../shared/payroll/studentLoans/loanNotices.ts";
import { restrictLoans } from "../../../../shared/payroll/studentLoans/restrictLoans.ts";
import { calculateStudentLoan, type StudentLoanInput, studentLoansOfSeveral } from "../../../../shared/payroll/studentLoans/studentLoan.ts";
import { taxYear2024 } from "../../../../shared/rates/2024-25.ts";
import { taxYear2025 } from "../../../../shared/rates/2025-26.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";

describe("student and postgraduate loan deductions", () => {
  const loans = (earnings: number, change: Partial<StudentLoanInput> = {}, rates = taxYear2026) =>
    calculateStudentLoan({ earnings: pence(earnings), payFrequency: "monthly", plan: "1", hasPostgraduateLoan: false, ...change }, rates);

  it.each([
    // 1,111.11 more than the yearly threshold ÷ 12 is 9% × 11.11… = 1.00; a penny less is 0.99, cut to nothing.
    ["1", 2_241_66, 100],
    ["2", 2_448_75, 100],
    ["4", 2_816_25, 100],
    ["5", 2_083_33, 100],
  ] as const)("plan %s takes its first pound £11.12 above £%i pence a month", (plan, threshold, pound) => {
    // 11.11 × 9% = 0.9999; 11.12 × 9% = 1.0008.
    expect(acceptedOf(loans(threshold + 11_11, { plan })).studentLoan.amount).toBe(0);
    expect(acceptedOf(loans(threshold + 11_12, { plan })).studentLoan.amount).toBe(pound);
  });

  it("the two together are each cut to the pound by themselves, and the words say which part of the pay is above the threshold", () => {
    // Plan 5: 2,600 − 2,083.33 = 516.67 × 9% = 46.50. Postgraduate: 2,600 − 1,750 = 850 × 6% = 51.00.
    const both = acceptedOf(loans(2_600_00, { plan: "5", hasPostgraduateLoan: true }));
    expect([both.studentLoan.amount, both.postgraduateLoan.amount]).toEqual([46_00, 51_00]);
    expect(both.studentLoan.lines).toEqual([
      { text: "Plan 5: £516.67 of the pay is above £2,083.33: 9% of that, cut to whole pounds.", amount: 46_00 },
    ]);
    expect(both.studentLoan.rule).toEqual({ name: "Student loan", source: taxYear2026.studentLoans.sources[0], ratesYear: "2026-27" });
    expect(both.postgraduateLoan.rule).toMatchObject({ name: "Postgraduate loan", ratesYear: "2026-27" });
  });

  it("of several periods at once are worked out on each by itself, and added up", () => {
    // £2,250.00 and £2,600.00: plan 5 166.67 × 9% = 15.0003 and 46.50, postgraduate 500 × 6% = 30.00 and 51.00.
    const several = (plan: "5" | null) => ({ payFrequency: "monthly" as const, plan, hasPostgraduateLoan: true });
    const both = acceptedOf(studentLoansOfSeveral([pence(2_250_00), pence(2_600_00)], several("5"), taxYear2026));
    expect([both.studentLoan.amount, both.postgraduateLoan.amount]).toEqual([61_00, 81_00]);
    expect(both.studentLoan.lines.map(({ amount }) => amount)).toEqual([15_00, 46_00]);
    expect([both.studentLoan.rule.name, both.postgraduateLoan.rule.name]).toEqual(["Student loan", "Postgraduate loan"]);
    expect(problemsOf(studentLoansOfSeveral([pence(1)], several("5"), taxYear2025))).toMatchObject([{ field: "studentLoanPlan", value: "5" }]);
    expect(studentLoansOfSeveral([pence(1)], several(null), taxYear2025).ok).toBe(true);
  });

  it("nothing is taken without a loan or at the threshold, and the words say so", () => {
    const none = acceptedOf(loans(9_000_00, { plan: null }));
    expect([none.studentLoan.lines, none.postgraduateLoan.lines]).toEqual([
      [{ text: "No student loan is taken." }],
      [{ text: "No postgraduate loan is taken." }],
    ]);
    expect([none.studentLoan.rule.name, none.postgraduateLoan.rule.name]).toEqual(["Student loan", "Postgraduate loan"]);
    expect(acceptedOf(loans(1_750_00, { plan: null, hasPostgraduateLoan: true })).postgraduateLoan.lines).toEqual([
      { text: "Postgraduate loan: pay is not above £1,750.00, so nothing is taken." },
    ]);
  });

  it("plan 5 is refused before 6 April 2026", () => {
    expect(problemsOf(loans(3_000_00, { plan: "5" }, taxYear2025))).toEqual([
      {
        field: "studentLoanPlan",
        value: "5",
        rule: "Plan 5 is not taken from wages in 2025-26.",
        wayOut: "Check the plan on the start notice from HMRC.",
      },
    ]);
  });
});

describe("start and stop notices", () => {
  const notice = (change: Partial<Omit<LoanNotice, "startOn" | "stopOn">> & { startOn?: string; stopOn?: string | null }): LoanNotice => ({
    from: "hmrc",
    loan: "2",
    ...change,
    startOn: plainDate(change.startOn ?? "2026-06-01"),
    stopOn: change.stopOn ? plainDate(change.stopOn) : null,
  });
  const on = (payday: string, notices: readonly LoanNotice[], rates = taxYear2026) => loansInForce(notices, plainDate(payday), rates);

  it.each([
    ["2026-05-31", null],
    ["2026-06-01", "2"],
    ["2026-09-30", "2"],
    ["2026-10-01", null],
  ])("on a payday of %s plan %s is taken: from the start date, up to the stop date", (payday, plan) => {
    expect(acceptedOf(on(payday, [notice({ stopOn: "2026-10-01" })])).plan).toBe(plan);
  });

  it("a stop notice may bear the date of the start: nothing is taken then", () => {
    expect(acceptedOf(on("2026-06-01", [notice({ stopOn: "2026-06-01" })])).lines).toEqual(["No loan is taken on this payday."]);
  });

  it("only HMRC's newest plan is taken, with the postgraduate loan beside it", () => {
    const notices = [
      notice({ loan: "1", startOn: "2026-07-01" }),
      notice({ loan: "4" }),
      notice({ loan: "postgraduate", startOn: "2026-05-01" }),
      notice({ from: "employee", loan: "5", startOn: "2026-08-01" }),
    ];
    expect(acceptedOf(on("2026-08-28", notices))).toEqual({
      plan: "1",
      hasPostgraduateLoan: true,
      lines: ["Plan 1, by HMRC's start notice of 1 July 2026.", "A postgraduate loan is taken since 1 May 2026."],
    });
  });

  it("of two notices of one day the later one counts", () => {
    expect(acceptedOf(on("2026-08-28", [notice({ loan: "1" }), notice({ loan: "4" })])).plan).toBe("4");
  });

  it("a postgraduate loan alone is no plan", () => {
    expect(acceptedOf(on("2026-08-28", [notice({ loan: "postgraduate" })]))).toMatchObject({ plan: null, hasPostgraduateLoan: true });
  });

  it("of plans the employee ticked the lowest threshold counts until HMRC writes", () => {
    const ticked = (["4", "2", "1"] as const).map((loan) => notice({ from: "employee", loan }));
    expect(acceptedOf(on("2026-08-28", ticked))).toMatchObject({
      plan: "1",
      lines: ["Plan 1, the lowest threshold of the plans the employee ticked."],
    });
    // Plan 5 has a threshold of £25,000 in 2026-27 and none before.
    const withPlan5 = [...ticked, notice({ from: "employee", loan: "5" })];
    expect(acceptedOf(on("2026-08-28", withPlan5)).plan).toBe("5");
    const yearBefore = withPlan5.map((each) => ({ ...each, startOn: plainDate("2025-06-01") }));
    expect(acceptedOf(on("2025-08-28", yearBefore, taxYear2025)).plan).toBe("1");
    const plan4AndUnknown = [...ticked.slice(0, 1), notice({ from: "employee", loan: "unknown" })];
    for (const notices of [ticked.slice(0, 1), plan4AndUnknown]) {
      expect(acceptedOf(on("2026-08-28", notices)).lines).toEqual(["Plan 4, as the employee said."]);
    }
  });

  it.each([
    [taxYear2024, "2024-08-28", "1"],
    [taxYear2025, "2025-08-28", "1"],
    [taxYear2026, "2026-08-28", "5"],
  ])("an unknown plan is assumed by the year", (rates, payday, plan) => {
    const unknown = notice({ from: "employee", loan: "unknown", startOn: "2024-06-01" });
    expect(acceptedOf(on(payday, [unknown], rates))).toEqual({
      plan,
      hasPostgraduateLoan: false,
      lines: [`Plan ${plan}, which is assumed in ${rates.taxYear} when nobody knows the plan.`],
    });
  });

  it("a plan that is not taken in the year and a stop before the start are refused", () => {
    expect(problemsOf(on("2025-08-28", [notice({ loan: "5", startOn: "2025-06-01" })], taxYear2025))).toEqual([
      {
        field: "studentLoanPlan",
        value: "5",
        rule: "Plan 5 is not taken from wages in 2025-26.",
        wayOut: "Check the plan on the start notice from HMRC.",
      },
    ]);
    expect(problemsOf(on("2026-08-28", [notice({ stopOn: "2026-05-31" })]))).toEqual([
      {
        field: "stopOn",
        value: "2026-05-31",
        rule: "The loan stops before it starts, on 1 June 2026.",
        wayOut: "Copy both dates from the start notice and the stop notice.",
      },
    ]);
  });
});

describe("loans kept within the room that is left (CSLM18025)", () => {
  const rule = { name: "Loan", source: "test" };
  const loan = (amount: number) => explain(rule, [{ text: "Due.", amount: pence(amount) }]);
  const restricted = (student: number, postgraduate: number, room: number) => {
    const { studentLoan, postgraduateLoan } = restrictLoans(
      { studentLoan: loan(student), postgraduateLoan: loan(postgraduate) },
      pence(room),
      "Orders leave",
    );
    return [studentLoan.amount, postgraduateLoan.amount];
  };

  it.each([
    // HMRC's own example: £55 is due, £903 − £850 = £53 is left.
    [55_00, 0, 53_00, 53_00, 0],
    [55_00, 0, 55_00, 55_00, 0],
    [55_00, 0, 54_99, 54_00, 0],
    [55_00, 0, 99, 0, 0],
    [55_00, 0, -1_00, 0, 0],
    [55_00, 20_00, 75_00, 55_00, 20_00],
    [55_00, 20_00, 74_99, 55_00, 19_00],
    [55_00, 20_00, 55_50, 55_00, 0],
    [55_00, 20_00, 30_50, 30_00, 0],
  ])("%i and %i pence with room for %i take %i, the student loan first, and %i, in whole pounds", (student, postgraduate, room, first, second) => {
    expect(restricted(student, postgraduate, room)).toEqual([first, second]);
  });

  it("says nothing when the room is just enough", () => {
    expect(restrictLoans({ studentLoan: loan(55_00), postgraduateLoan: loan(0) }, pence(55_00), "Orders leave").studentLoan.lines).toHaveLength(1);
  });

  it("tells what was left and what is taken", () => {
    const { studentLoan } = restrictLoans({ studentLoan: loan(55_00), postgraduateLoan: loan(0) }, pence(53_40), "Orders leave");
    expect(studentLoan.lines.at(-1)).toEqual({ text: "Orders leave £53.40 for this loan, so £53.00 is taken, in whole pounds.", amount: -2_00 });
  });
});
