import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settleDebts } from "../../../shared/audit/openDebts.ts";
import { nextPeriod } from "../../../shared/audit/returnPeriods.ts";
import { ReturnTemplate } from "../../../shared/audit/returnTemplate.ts";
import { annualAudit, quarterlyEvidencePack, starterTemplates } from "../../../shared/audit/templates/starterTemplates.ts";
import { addDays, plainDate } from "../../../shared/core/plainDate.ts";

const today = plainDate("2026-11-22");
const quarterly = (startOn: string, lastTo?: string) =>
  nextPeriod(quarterlyEvidencePack.period, quarterlyEvidencePack.due, plainDate(startOn), lastTo ? plainDate(lastTo) : undefined, today);

describe("periods of a return", () => {
  it("follow the quarters from April, due 28 days after they end", () => {
    expect(quarterly("2026-04-01", "2026-06-30")).toEqual({ from: "2026-07-01", to: "2026-09-30", dueOn: "2026-10-28" });
    expect(quarterly("2026-04-01", "2026-12-31")).toEqual({ from: "2027-01-01", to: "2027-03-31", dueOn: "2027-04-28" });
  });

  it("start short when the account began inside a quarter", () => {
    expect(quarterly("2026-05-11")).toMatchObject({ from: "2026-05-11", to: "2026-06-30" });
  });

  it("run a whole year for the annual audit", () => {
    expect(nextPeriod(annualAudit.period, annualAudit.due, plainDate("2026-04-01"), undefined, today)).toMatchObject({ to: "2027-03-31" });
  });

  it("drift against months when they are counted in weeks", () => {
    const rule = { kind: "weeks" as const, count: 4 as const, anchor: plainDate("2026-04-06") };
    expect(nextPeriod(rule, { rule: "none" }, plainDate("2026-04-06"), plainDate("2026-05-03"), today)).toEqual({
      from: "2026-05-04",
      to: "2026-05-31",
      dueOn: null,
    });
  });

  it("follow each other without a gap or an overlap, for ever", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.constantFrom(...starterTemplates.filter((each) => each.period.kind === "months")),
        (days, template) => {
          const first = nextPeriod(template.period, template.due, addDays(plainDate("2026-01-01"), days), undefined, today);
          const second = nextPeriod(template.period, template.due, plainDate("2026-01-01"), first?.to, today);
          expect(first && first.to >= first.from).toBe(true);
          expect(second?.from).toBe(first && addDays(first.to, 1));
        },
      ),
    );
  });
});

describe("starter templates", () => {
  it("all fit the model, and all are examples", () => {
    for (const template of starterTemplates) {
      expect(ReturnTemplate.parse(template)).toEqual(template);
      expect(template.status).toBe("example");
    }
  });
});

describe("debts and their payments", () => {
  const owed = (id: string, on: string, amountPence: number, dueOn: string) => ({
    id,
    on: plainDate(on),
    amountPence,
    dueOn: plainDate(dueOn),
    label: "HMRC",
  });
  const paid = (on: string, amountPence: number) => ({ id: on, on: plainDate(on), amountPence, dueOn: null, label: "HMRC" });

  it("settle the oldest first and tell the day each was paid in full", () => {
    const debts = settleDebts("hmrc", [
      owed("may", "2026-05-08", -100, "2026-06-22"),
      owed("june", "2026-06-05", -80, "2026-07-22"),
      paid("2026-06-20", 100),
      paid("2026-07-25", 50),
    ]);
    expect(debts.map(({ id, leftPence, paidOn }) => [id, leftPence, paidOn])).toEqual([
      ["may", 0, "2026-06-20"],
      ["june", 30, null],
    ]);
  });

  it("leave exactly what was not paid", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 8 }),
        (debts, payments) => {
          const movements = [
            ...debts.map((amount, index) => owed(`${index}`, "2026-05-01", -amount, "2026-06-22")),
            ...payments.map((amount) => paid("2026-06-01", amount)),
          ];
          const left = settleDebts("hmrc", movements).reduce((sum, debt) => sum + debt.leftPence, 0);
          const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
          expect(left).toBe(Math.max(0, sum(debts) - sum(payments)));
        },
      ),
    );
  });
});
