import { describe, expect, it } from "vitest";
import { applyWaivers, checkIds } from "../../../shared/audit/checkResult.ts";
import { numberEvidence } from "../../../shared/audit/evidenceList.ts";
import type { Debt } from "../../../shared/audit/openDebts.ts";
import type { ReturnFacts } from "../../../shared/audit/returnFacts.ts";
import { checkBlocks } from "../../../shared/audit/returnTables.ts";
import { blockingChecks, runChecks } from "../../../shared/audit/runChecks.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { aFactPayslip, aLine, aMatch, anEngagement, someFacts } from "../../support/returnFacts.ts";

const noMinimum = () => pence(0);
const verdict = (id: (typeof checkIds)[number], facts: ReturnFacts, minimum = noMinimum) => {
  const result = runChecks(facts, [], minimum).find((each) => each.id === id);
  if (!result) throw new Error(`${id} did not run`);
  return result;
};
const debt = (change: Partial<Debt>): Debt => ({
  id: "debt",
  kind: "hmrc",
  label: "HMRC",
  incurredOn: plainDate("2026-07-24"),
  dueOn: plainDate("2026-08-22"),
  amountPence: pence(10_000),
  leftPence: pence(0),
  paidOn: plainDate("2026-08-20"),
  ...change,
});

describe("the checks of a return", () => {
  it("run every one of the library, and each asks for nothing in a quiet quarter", () => {
    const results = runChecks(someFacts(), [], noMinimum);
    expect(results.map((result) => result.id).sort()).toEqual([...checkIds].sort());
    expect(results.filter((result) => result.verdict === "attention" && result.id !== "RES-LOW")).toEqual([]);
  });

  it("give a way to put right whatever needs the person", () => {
    const shop = aLine("2026-08-03", -4_500, "ART ROOM");
    const needy = runChecks(
      someFacts({ lines: [shop], imports: [], payslips: [aFactPayslip({ paidPence: pence(1) })], engagements: [anEngagement] }),
      [],
      noMinimum,
    );
    for (const result of needy.filter((each) => each.verdict === "attention")) {
      expect(result.fix?.route, result.id).toMatch(/^\//);
      expect(result.records.length, result.id).toBeGreaterThan(0);
    }
  });

  it("compare the opening with the last closing, and the closing with the statement", () => {
    const line = aLine("2026-07-02", 100, "ICB", { balancePence: pence(600) });
    const facts = someFacts({
      lines: [line],
      matches: [aMatch(line, "directPayment")],
      previousReturn: { periodTo: plainDate("2026-06-30"), closingPence: pence(500) },
      ledgerClosingPence: pence(600),
    });
    expect(verdict("BAL-OPEN", facts).verdict).toBe("pass");
    expect(verdict("BAL-CLOSE", facts).verdict).toBe("pass");
    const off = { ...facts, previousReturn: { periodTo: plainDate("2026-06-30"), closingPence: pence(400) } };
    expect(verdict("BAL-OPEN", off).verdict).toBe("attention");
    expect(verdict("BAL-CLOSE", off).verdict).toBe("attention");
    expect(blockingChecks(off, runChecks(off, [], noMinimum)).map((check) => check.id)).toEqual(["BAL-CLOSE", "BAL-OPEN"]);
    expect(verdict("BAL-CLOSE", { ...facts, ledgerClosingPence: pence(1) }).summary).toContain("your books say");
  });

  it("find days without a statement, unless the balances run on", () => {
    const early = aLine("2026-07-02", 100, "A", { balancePence: pence(100) });
    const late = aLine("2026-09-30", 50, "B", { balancePence: pence(150) });
    const running = someFacts({ imports: [], lines: [early, late] });
    expect(verdict("STMT-GAP", running).verdict).toBe("pass");
    const broken = someFacts({ imports: [], lines: [early, { ...late, balancePence: pence(151) }] });
    expect(verdict("STMT-GAP", broken).records.map((record) => record.text)).toEqual(["3 July 2026 to 30 September 2026"]);
  });

  it("miss a promised payment that did not come, or came short", () => {
    const schedules = [
      { id: "s", funderId: "icb", amountPence: pence(5_000), cycle: "monthly" as const, firstOn: plainDate("2026-07-01"), lastOn: null },
    ];
    const july = aLine("2026-07-03", 5_000, "ICB");
    const august = aLine("2026-08-01", 4_000, "ICB");
    const facts = someFacts({ schedules, lines: [july, august], matches: [aMatch(july, "directPayment"), aMatch(august, "directPayment")] });
    expect(verdict("RCPT-EXPECTED", facts).records.map((record) => record.text)).toEqual([
      "Fenmarsh ICB, 1 August 2026, £50.00: £40.00 came",
      "Fenmarsh ICB, 1 September 2026, £50.00: not found",
    ]);
  });

  it("ask where unknown money came from, and what unexplained payments were for", () => {
    const gift = aLine("2026-07-03", 2_000, "J SMITH");
    const shop = aLine("2026-07-04", -2_000, "SHOP");
    const facts = someFacts({ lines: [gift, shop], matches: [aMatch(gift, "ownMoney")] });
    expect(verdict("RCPT-UNKNOWN", facts).records).toHaveLength(1);
    expect(verdict("PAY-PLAN", facts).records.map((record) => record.recordId)).toEqual([shop.id]);
  });

  it("want a receipt or a note for a purchase, but not for wages", () => {
    const shop = aLine("2026-07-04", -2_000, "SHOP");
    const noted = aLine("2026-07-05", -300, "TAXI", { noReceiptReason: "The driver gave none" });
    const wage = aLine("2026-07-24", -90_000, "WAGES");
    const facts = someFacts({ lines: [shop, noted, wage], matches: [aMatch(shop, "planLine"), aMatch(noted, "planLine"), aMatch(wage, "wage")] });
    expect(verdict("PAY-EVIDENCE", facts).records.map((record) => record.recordId)).toEqual([shop.id]);
    const paper = { attachmentId: "file", kind: "receipt", recordKind: "statementLine", recordId: shop.id, fileName: "receipt.png" };
    expect(verdict("PAY-EVIDENCE", { ...facts, evidence: [paper] }).verdict).toBe("pass");
    expect(numberEvidence({ ...facts, evidence: [paper], imports: [] }).map((entry) => `${entry.number} ${entry.source}`)).toEqual([
      "E001 attachment",
      "E002 noReceipt",
    ]);
  });

  it("count a statement's file once, though the import and the paper both name it", () => {
    const paper = { attachmentId: "file", kind: "statement", recordKind: "statementImport", recordId: "import", fileName: "july.csv" };
    const facts = someFacts({ evidence: [paper], imports: someFacts().imports.map((entry) => ({ ...entry, id: "import", attachmentId: "file" })) });
    expect(numberEvidence(facts).filter((each) => each.recordId === "file")).toHaveLength(1);
  });

  it("say what was found in whole sentences, with one full stop each", () => {
    const found = { id: "RES-HIGH", title: "Money above what may stay", summary: "Too much.", verdict: "attention" } as const;
    const [, notes] = checkBlocks([{ ...found, records: [{ recordId: "account", text: "Say what it is for." }] }]);
    expect(notes).toEqual({ kind: "list", items: ["Money above what may stay: Say what it is for."] });
  });

  it("notice cash and a payment made twice", () => {
    const cash = aLine("2026-07-04", -2_000, "CASH MACHINE HIGH ST");
    const once = aLine("2026-07-05", -300, "TAXI CO");
    const again = aLine("2026-07-06", -300, "TAXI CO");
    const facts = someFacts({ lines: [cash, once, again] });
    expect(verdict("PAY-CASH", facts).records).toHaveLength(1);
    expect(verdict("PAY-DUP", facts).records.map((record) => record.recordId)).toEqual([again.id]);
  });

  it("match wages to payslips and hours to timesheets, to the penny and the minute", () => {
    const right = aFactPayslip();
    expect(verdict("WAGE-MATCH", someFacts({ payslips: [right] })).verdict).toBe("pass");
    expect(verdict("WAGE-HOURS", someFacts({ payslips: [right] })).verdict).toBe("pass");
    const wrong = aFactPayslip({ paidPence: pence(right.paidPence - 1), timesheetMinutes: 59 });
    expect(verdict("WAGE-MATCH", someFacts({ payslips: [right, wrong] })).records).toHaveLength(1);
    expect(verdict("WAGE-HOURS", someFacts({ payslips: [right, wrong] })).records).toHaveLength(1);
    expect(verdict("WAGE-RATE", someFacts({ payslips: [right] }), () => pence(140_001)).verdict).toBe("attention");
  });

  it("tell late and missing payments to HMRC from those on time", () => {
    expect(verdict("HMRC-PAID", someFacts({ hmrcDebts: [debt({})] })).summary).toBe("Paid 20 August 2026, on time.");
    expect(verdict("HMRC-PAID", someFacts({ hmrcDebts: [debt({ paidOn: plainDate("2026-08-23") })] })).verdict).toBe("attention");
    expect(verdict("PENS-PAID", someFacts({ pensionDebts: [debt({ kind: "pension", paidOn: null, leftPence: pence(10_000) })] })).verdict).toBe(
      "attention",
    );
    expect(verdict("OWED-LATE", someFacts({ owedAtEnd: [debt({ paidOn: null, leftPence: pence(10_000) })] })).records).toHaveLength(1);
  });

  it("look after the employer's duties", () => {
    const cover = { id: "policy", insurer: "Fen Mutual", fromOn: plainDate("2026-04-01"), toOn: plainDate("2026-08-31") };
    const employed = someFacts({ engagements: [anEngagement] });
    expect(verdict("INS-COVER", employed).verdict).toBe("attention");
    expect(verdict("INS-COVER", { ...employed, insurance: [cover] }).summary).toContain("after 31 August 2026");
    const renewed = { ...cover, id: "next", fromOn: plainDate("2026-09-01"), toOn: plainDate("2027-08-31") };
    expect(verdict("INS-COVER", { ...employed, insurance: [cover, renewed] }).verdict).toBe("pass");
    const bare = { ...anEngagement, writtenStatementOn: null, hasLeaveRecord: false, livesWithPerson: true };
    const facts = someFacts({ engagements: [bare], payslips: [aFactPayslip()] });
    expect(verdict("EMP-CONTRACT", facts).fix?.route).toBe("/people/person");
    expect(verdict("EMP-LEAVE", facts).verdict).toBe("attention");
    expect(verdict("PAY-SAMEHOME", facts).verdict).toBe("attention");
    const permitted = { ...bare, permissions: [{ agreedOn: plainDate("2026-04-01"), untilOn: null }] };
    expect(verdict("PAY-SAMEHOME", { ...facts, engagements: [permitted] }).verdict).toBe("pass");
  });

  it("judge the plan and the reserve with a little patience", () => {
    const planLine = (spent: number) => ({
      id: "line",
      name: "Activities",
      category: "activities",
      plannedPence: pence(10_000),
      spentPence: pence(spent),
    });
    expect(verdict("BUD-LINE", someFacts({ planLines: [planLine(11_000)] })).verdict).toBe("pass");
    expect(verdict("BUD-LINE", someFacts({ planLines: [planLine(11_001)] })).records[0]?.text).toContain("£10.01 over");
    const rich = aLine("2026-07-02", 900_000, "ICB");
    expect(verdict("RES-HIGH", someFacts({ lines: [rich] })).summary).toContain("£1,000.00 is above");
    expect(verdict("RES-LOW", someFacts({ lines: [rich] })).verdict).toBe("pass");
    expect(verdict("REV-DUE", someFacts({ nextReviewOn: plainDate("2026-10-01") })).verdict).toBe("attention");
    expect(verdict("REV-DUE", someFacts({ nextReviewOn: null })).verdict).toBe("cannotTell");
  });

  it("count as answered once everything found has a reason", () => {
    const facts = someFacts({ lines: [aLine("2026-07-04", -2_000, "SHOP"), aLine("2026-07-09", -100, "STALL")] });
    const found = verdict("PAY-EVIDENCE", facts);
    const [first, second] = found.records;
    const reason = (recordId: string | null) => ({ checkId: "PAY-EVIDENCE" as const, recordId, reason: "It was lost" });
    expect(applyWaivers(found, [reason(first?.recordId ?? "")]).verdict).toBe("attention");
    expect(applyWaivers(found, [reason(first?.recordId ?? ""), reason(second?.recordId ?? "")]).verdict).toBe("waived");
    expect(applyWaivers(found, [reason(null)]).records.map((record) => record.reason)).toEqual(["It was lost", "It was lost"]);
  });
});
