import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { answerImport } from "../../../electron/imports/answerImport.ts";
import { parseStatement } from "../../../electron/imports/parsers/parseStatement.ts";
import { decimalPounds, pence } from "../../../shared/core/money.ts";

const folder = join(import.meta.dirname, "../../fixtures/vectors/bank");
const Expected = z.object({
  files: z.record(
    z.string(),
    z.object({
      outcome: z.string(),
      statements: z.array(
        z.object({
          count: z.number(),
          sum_debits: z.string().nullish(),
          sum_credits: z.string().nullish(),
          first_date: z.string().nullish(),
          last_date: z.string().nullish(),
          account: z.string().nullish(),
          currency: z.string().nullish(),
          kind: z.string().nullish(),
          ledger_balance: z.string().nullish(),
          available_balance: z.string().nullish(),
          opening_balance: z.string().nullish(),
          closing_balance: z.string().nullish(),
          running_balance: z.string().nullish(),
          pending_count: z.number().nullish(),
          pending_sum: z.string().nullish(),
          bad_records: z.number().nullish(),
          bad_lines: z.array(z.number()).nullish(),
        }),
      ),
    }),
  ),
});
const expected = Expected.parse(JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"))).files;
const names = Object.keys(expected);
const base64Of = (name: string) => readFileSync(join(folder, name)).toString("base64");
const money = (amount: number | null) => (amount === null ? null : decimalPounds(pence(amount)));
const sum = (amounts: number[]) => decimalPounds(pence(amounts.reduce((total, amount) => total + amount, 0)));

describe.each(names.filter((name) => /^(csv|ofx)/.test(name)))("the published file %s", (name) => {
  const wanted = expected[name];
  const { statements } = parseStatement({ fileName: name, base64: base64Of(name) });

  it("gives every payment, to the penny and the day", () => {
    expect(
      statements.map(({ lines }) => ({
        count: lines.length,
        sum_debits: sum(lines.map((line) => Math.max(0, -line.amountPence))),
        sum_credits: sum(lines.map((line) => Math.max(0, line.amountPence))),
        first_date: lines.map((line) => line.onDate as string).sort()[0] ?? null,
        last_date:
          lines
            .map((line) => line.onDate as string)
            .sort()
            .at(-1) ?? null,
      })),
    ).toEqual(
      wanted?.statements.map(({ count, sum_debits, sum_credits, first_date, last_date }) => ({
        count,
        sum_debits,
        sum_credits,
        first_date,
        last_date,
      })),
    );
  });

  it("reports what it could not read and leaves out nothing in silence", () => {
    for (const [index, statement] of statements.entries()) {
      const facts = wanted?.statements[index];
      if (facts?.bad_records != null) expect(statement.problems).toHaveLength(facts.bad_records);
      if (facts?.bad_lines != null) expect(statement.problems.map((problem) => problem.line)).toEqual(facts.bad_lines);
      expect(statement.pending).toHaveLength(facts?.pending_count ?? 0);
      if (facts?.pending_sum) expect(sum(statement.pending.map((line) => -line.amountPence))).toBe(facts.pending_sum);
    }
  });

  it("reads the account and its balances", () => {
    for (const [index, statement] of statements.entries()) {
      const facts = wanted?.statements[index];
      expect(statement.currency).toBe(facts?.currency);
      if (facts?.account !== undefined) expect(statement).toMatchObject({ account: facts.account, kind: facts.kind });
      if (facts?.ledger_balance !== undefined) expect(money(statement.closingPence)).toBe(facts.ledger_balance);
      if (facts?.available_balance !== undefined) expect(money(statement.availablePence)).toBe(facts.available_balance);
      if (facts?.running_balance === "consistent") {
        expect([money(statement.openingPence), money(statement.closingPence)]).toEqual([facts.opening_balance, facts.closing_balance]);
        expect(statement.balanceCheck.state).toBe("agrees");
      }
      if (wanted?.outcome === "ok_balance_warning") expect(statement.balanceCheck).toEqual({ state: "breaks", line: 5, differencePence: -2 });
    }
  });
});

describe("published files of other kinds", () => {
  it.each(names.filter((name) => /^(camt053|mt940|qif)/.test(name)))("%s is refused in plain words, not misread as a table", async (name) => {
    const answer = await answerImport("imports.parseStatement", { fileName: name, base64: base64Of(name) });
    expect(answer).toMatchObject({ ok: false, error: { code: "notAllowed" } });
  });
});
