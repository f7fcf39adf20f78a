import { describe, expect, it } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { explainLoanLeft } from "../../../shared/people/loanLeft.ts";

const loan = { label: "Bicycle", sumPence: pence(250_00), agreedOn: plainDate("2026-04-20"), paidOn: plainDate("2026-04-24") };

describe("what is left of a loan", () => {
  it("is the sum handed over less what payslips took back", () => {
    const left = explainLoanLeft(loan, pence(100_01));
    expect(left.amount).toBe(149_99);
    expect(left.lines).toEqual([
      { text: "Bicycle: £250.00 handed over on 24 April 2026.", amount: 250_00 },
      { text: "Finished payslips took back £100.01.", amount: -100_01 },
    ]);
    expect(left.rule.source).toBe("Written agreement of 20 April 2026; Employment Rights Act 1996, section 13");
  });

  it("is the whole sum before the first instalment", () => {
    const left = explainLoanLeft(loan, pence(0));
    expect(left.amount).toBe(250_00);
    expect(left.lines[1]).toEqual({ text: "No finished payslip has taken anything back yet." });
  });
});
