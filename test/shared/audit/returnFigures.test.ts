import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculateReturnFigures, calculateSurplus, splitByFunder } from "../../../shared/audit/returnFigures.ts";
import type { Deduction } from "../../../shared/audit/returnTemplate.ts";
import { basisPoints, pence } from "../../../shared/core/money.ts";
import { aLine, aMatch, someFacts } from "../../support/returnFacts.ts";

const everything: Deduction[] = ["unpaidWages", "hmrcDue", "pensionDue", "unpaidInvoices", "accruedLeave", "redundancyEarmark", "plannedSaving"];

/** The worked example of the audit-returns paper, 3.2: £9,350.00 in the account, £1,000.00 a week. */
const example = (weeks: number, deduct: Deduction[]) =>
  calculateSurplus({
    closing: pence(935_000),
    owed: { unpaidWages: pence(112_000), hmrcDue: pence(64_000), pensionDue: pence(8_500), unpaidInvoices: pence(21_000) },
    earmarks: { accruedLeave: pence(0), redundancyEarmark: pence(150_000), plannedSaving: pence(0) },
    weeklyPayment: pence(100_000),
    reserve: { basis: "weeksOfPayment", most: weeks, deduct, above: "discuss" },
  });

describe("what is above what may stay", () => {
  it("agrees with the paper's worked example under each of its four rules", () => {
    expect(example(4, everything).surplus.amount).toBe(179_500);
    expect(example(8, everything).surplus.amount).toBe(0);
    expect(example(8, []).surplus.amount).toBe(135_000);
    expect(
      example(
        4,
        everything.filter((each) => each !== "redundancyEarmark"),
      ).surplus.amount,
    ).toBe(329_500);
  });

  it("says how far below the reserve the account is when nothing is above it", () => {
    expect(example(8, everything).surplus.lines.at(-1)?.text).toContain("£2,205.00 below");
  });

  it("shows what is owed whatever the rule lets count", () => {
    expect(example(8, []).owed.amount).toBe(205_500);
    expect(example(8, []).trulySpare.amount).toBe(935_000 - 205_500 - 150_000);
  });

  it("keeps HMRC in capitals inside a line", () => {
    const words = example(8, everything).surplus.lines.map((line) => line.text);
    expect(words).toContain("Less tax and National Insurance due to HMRC");
  });

  it("names a shortfall only when more is owed than is there", () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 500_000 }), fc.integer({ min: 0, max: 500_000 }), (closing, owed) => {
        const { surplus, shortfall } = calculateSurplus({
          closing: pence(closing),
          owed: { unpaidWages: pence(owed), hmrcDue: pence(0), pensionDue: pence(0), unpaidInvoices: pence(0) },
          earmarks: { accruedLeave: pence(0), redundancyEarmark: pence(0), plannedSaving: pence(0) },
          weeklyPayment: pence(100_000),
          reserve: { basis: "none", most: 0, deduct: everything, above: "discuss" },
        });
        expect(shortfall.amount).toBe(Math.max(0, owed - closing));
        expect(surplus.amount).toBe(Math.max(0, closing - owed));
        expect(surplus.lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(surplus.amount);
      }),
    );
  });
});

describe("each funder's share", () => {
  const funder = (id: string, share: number, takesResidualPenny: boolean) => ({
    id,
    name: id,
    shareBasisPoints: basisPoints(share),
    takesResidualPenny,
  });

  it("is 60/40 of the worked example to the penny", () => {
    expect(splitByFunder(pence(179_500), [funder("icb", 6000, true), funder("council", 4000, false)])).toEqual([107_700, 71_800]);
  });

  it("gives the odd penny to the funder named for it", () => {
    expect(splitByFunder(pence(101), [funder("icb", 5000, false), funder("council", 5000, true)])).toEqual([50, 51]);
  });

  it("always adds up to the whole", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000 }), (amount, share) => {
        const parts = splitByFunder(pence(amount), [funder("icb", share, true), funder("council", 10_000 - share, false)]);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      }),
    );
  });
});

describe("the figures of a return", () => {
  it("open with the last return's closing balance and add every line up to the statement", () => {
    const received = aLine("2026-07-02", 300_000, "FENMARSH ICB", { balancePence: pence(350_000) });
    const wages = aLine("2026-07-24", -120_000, "TOM ELLERY WAGES", { balancePence: pence(230_000) });
    const shop = aLine("2026-08-03", -4_500, "ART ROOM", { balancePence: pence(225_500) });
    const figures = calculateReturnFigures(
      someFacts({
        previousReturn: { periodTo: "2026-06-30" as never, closingPence: pence(50_000) },
        lines: [received, wages, shop],
        matches: [aMatch(received, "directPayment", { funderId: "icb" as never }), aMatch(wages, "wage")],
      }),
    );
    expect(figures.opening.amount).toBe(50_000);
    expect(figures.receipts.map((line) => [line.label, line.amount.amount])).toEqual([["Direct payments from Fenmarsh ICB", 300_000]]);
    expect(figures.payments.map((line) => [line.label, line.amount.amount])).toEqual([
      ["Wages", 120_000],
      ["Not explained yet", 4_500],
    ]);
    expect(figures.closing.amount).toBe(225_500);
    expect(figures.statementClosing).toBe(225_500);
  });

  it("never lose a penny, however lines are cut into parts", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: -50_000, max: 50_000 }).filter((n) => n !== 0),
            fc.double({ min: 0, max: 1, noNaN: true }),
          ),
          { maxLength: 15 },
        ),
        (amounts) => {
          const lines = amounts.map(([amount]) => aLine("2026-08-01", amount, "Anything"));
          const matches = lines.map((line, index) =>
            aMatch(line, "planLine", { amountPence: pence(Math.trunc(line.amountPence * (amounts[index]?.[1] ?? 0))) }),
          );
          const figures = calculateReturnFigures(
            someFacts({ lines, matches: matches.filter((match) => match.amountPence !== 0), ledgerOpeningPence: pence(1_000), imports: [] }),
          );
          expect(figures.closing.amount).toBe(1_000 + amounts.reduce((sum, [amount]) => sum + amount, 0));
        },
      ),
    );
  });
});
