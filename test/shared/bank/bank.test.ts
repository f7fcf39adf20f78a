import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DuePosting, openDues } from "../../../shared/bank/dues.ts";
import { findNewLines, type LineIdentity } from "../../../shared/bank/newLines.ts";
import { type MatchFacts, payeeOf, suggestMatches } from "../../../shared/bank/suggestMatches.ts";
import { lineWarnings } from "../../../shared/bank/warnings.ts";
import { pence } from "../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../shared/core/plainDate.ts";

const identity = fc.record({
  onDate: fc.integer({ min: 0, max: 2 }).map((days) => addDays(plainDate("2026-05-01"), days)),
  amountPence: fc.constantFrom(-200, -300),
  description: fc.constantFrom("BUS", "Bus ", "TRAM"),
  bankIdentifier: fc.constantFrom(null, null, "7"),
});

describe("telling new payments from kept ones", () => {
  it("finds nothing new in a file that was kept whole, and everything in a first file", () => {
    fc.assert(
      fc.property(fc.array(identity), (file: LineIdentity[]) => {
        expect(
          findNewLines(
            file.map((line) => ({ ...line })),
            file,
          ).filter((verdict) => verdict.state !== "alreadyHere"),
        ).toEqual([]);
        expect(findNewLines([], file).filter((verdict) => verdict.state !== "new")).toEqual([]);
      }),
    );
  });

  it("never takes one kept payment for two", () => {
    fc.assert(
      fc.property(fc.array(identity), fc.array(identity), (kept: LineIdentity[], file: LineIdentity[]) => {
        const claimed = findNewLines(kept, file).filter((verdict) => verdict.state !== "new").length;
        expect(claimed).toBeLessThanOrEqual(kept.length);
      }),
    );
  });

  it("tells a line that changed its words from a new one", () => {
    const line = { onDate: plainDate("2026-05-01"), amountPence: -200, description: "BUS", bankIdentifier: null };
    expect(findNewLines([line], [{ ...line, description: "BUS COMPANY LTD" }])[0]?.state).toBe("ask");
  });
});

describe("open dues", () => {
  it("add up to what the account owes, whatever order payments come in", () => {
    const posting = fc.record({
      amountPence: fc.integer({ min: -5000, max: -1 }).map(pence),
      postedOn: fc.constant(plainDate("2026-05-08")),
      dueOn: fc.constantFrom(plainDate("2026-05-22"), plainDate("2026-06-22")),
    });
    fc.assert(
      fc.property(fc.array(posting), fc.nat(20_000), (debts: DuePosting[], paid) => {
        const owed = debts.reduce((sum, debt) => sum - debt.amountPence, 0);
        const open = openDues([...debts, { amountPence: pence(paid), postedOn: plainDate("2026-05-20"), dueOn: null }], () =>
          plainDate("2026-05-22"),
        );
        expect(open.reduce((sum, due) => sum + due.amountPence, 0)).toBe(Math.max(0, owed - paid));
      }),
    );
  });
});

describe("open dues, one by one", () => {
  const [july, october] = [plainDate("2026-07-22"), plainDate("2026-10-22")];
  const posting = (amount: number, dueOn: typeof july | null): DuePosting => ({
    amountPence: pence(amount),
    postedOn: plainDate("2026-07-25"),
    dueOn,
  });
  const dues = (...postings: DuePosting[]) => openDues(postings, () => july);

  it("take an allowance off its own day, and payments off the oldest", () => {
    expect(dues(posting(-500, july), posting(-400, october), posting(300, october))).toEqual([
      { dueOn: july, amountPence: 500 },
      { dueOn: october, amountPence: 100 },
    ]);
    expect(dues(posting(-500, july), posting(-400, october), posting(600, null))).toEqual([{ dueOn: october, amountPence: 300 }]);
  });

  it("are open again when a late payment is taken back", () => {
    expect(dues(posting(-500, july), posting(500, null), posting(-500, null))).toEqual([{ dueOn: july, amountPence: 500 }]);
  });
});

describe("suggestions", () => {
  const nothing: MatchFacts = { wagesDue: [], hmrcDue: [], pensionDue: [], ordersDue: [], receiptsDue: [], earlier: [] };
  const wage = {
    engagementId: "e1",
    payRunId: "r1",
    firstName: "Tom",
    lastName: "Ellery",
    payday: plainDate("2026-05-08"),
    amountPence: pence(120_000),
  };

  it("put the nearest payday first when two wages are equal", () => {
    const facts = { ...nothing, wagesDue: [wage, { ...wage, payRunId: "r2", payday: plainDate("2026-06-05") }] };
    const found = suggestMatches({ onDate: plainDate("2026-06-05"), amountPence: pence(-120_000), description: "T ELLERY" }, facts);
    expect(found.map((suggestion) => suggestion.payRunId)).toEqual(["r2", "r1"]);
  });

  it("are only possible when the name fits and the amount does not, and none when neither does", () => {
    const facts = { ...nothing, wagesDue: [wage] };
    const line = { onDate: plainDate("2026-05-08"), amountPence: pence(-100_000), description: "T ELLERY" };
    expect(suggestMatches(line, facts)).toMatchObject([
      { strength: "possible", reasons: ["the payslip says £1,200.00", "the name is on the line", "on the payday"] },
    ]);
    expect(suggestMatches({ ...line, description: "CORNER SHOP" }, facts)).toEqual([]);
  });

  it("say how late HMRC was paid", () => {
    const facts = { ...nothing, hmrcDue: [{ dueOn: plainDate("2026-05-22"), amountPence: pence(5000) }] };
    expect(suggestMatches({ onDate: plainDate("2026-05-25"), amountPence: pence(-5000), description: "HMRC PAYE" }, facts)[0]?.reasons).toContain(
      "3 days late",
    );
  });

  describe("of what an order took", () => {
    const order = {
      deductionOrderId: "o1",
      issuer: "Exampleshire Council",
      reference: "CT-4417",
      name: "Tom Ellery",
      dueOn: plainDate("2026-06-19"),
    };
    const suggested = (description: string, amountPence: number, onDate = "2026-06-18") =>
      suggestMatches(
        { onDate: plainDate(onDate), amountPence: pence(-amountPence), description },
        { ...nothing, ordersDue: [{ ...order, amountPence: pence(3_128) }] },
      ).map(({ kind, title, strength, deductionOrderId }) => [kind, title, strength, deductionOrderId]);
    const title = "Exampleshire Council, from Tom Ellery, due by 19 June 2026";

    it("are sure when sum and sender fit, likely with the sender only", () => {
      expect(suggested("EXAMPLESHIRE CC", 3_128)).toEqual([["order", title, "sure", "o1"]]);
      expect(suggested("EXAMPLESHIRE CC", 3_127)).toEqual([["order", title, "likely", "o1"]]);
    });

    it("know the sender by the reference too", () => {
      expect(suggested("FP CT4417 ELLERY", 3_128)).toEqual([["order", title, "sure", "o1"]]);
    });

    it("are possible with the sum only, near the day it is due, and a word that all councils share names nobody", () => {
      expect(suggested("OTHER COUNCIL", 3_128, "2026-08-03")).toEqual([["order", title, "possible", "o1"]]);
      expect(suggested("OTHER COUNCIL", 3_128, "2026-08-04")).toEqual([]);
      expect(suggested("OTHER COUNCIL", 3_127)).toEqual([]);
    });
  });

  it("know a payee by its letters", () => {
    expect(payeeOf("Tesco Stores 3297 on 01 Sep")).toBe(payeeOf("TESCO STORES 1188 ON 14 SEP"));
  });
});

describe("warnings", () => {
  it("ask about cash and what agreements forbid, and never about money in", () => {
    expect(lineWarnings("ATM CASH LEEK", -2000)).toHaveLength(1);
    expect(lineWarnings("WILLIAM HILL", -2000)).toHaveLength(1);
    expect(lineWarnings("CORNER SHOP", -2000)).toEqual([]);
    expect(lineWarnings("CASH PAID IN", 2000)).toEqual([]);
  });
});
