import { decimalPounds, type Pence, pence } from "../../shared/core/money.ts";
import { addDays, type PlainDate, plainDate } from "../../shared/core/plainDate.ts";
import { parseStatement } from "../imports/parsers/parseStatement.ts";
import { receiptPicture } from "./receiptPicture.ts";
import { sampleBudget, sampleFunders, samplePurchases } from "./sampleHousehold.ts";
import type { SampleIds } from "./setUpSample.ts";
import type { Story } from "./story.ts";

/** One movement on the sample bank account, as the bank would print it. Money out is below zero. */
export interface Movement {
  readonly on: PlainDate;
  readonly text: string;
  readonly amount: Pence;
}

/** The bank's side of the story: what moved, statement by statement. */
export interface SampleBank {
  readonly accountId: string;
  readonly movements: Movement[];
  balance: Pence;
}

/** Opens the account that holds the direct payment. */
export async function openSampleAccount(story: Story): Promise<SampleBank> {
  const openingBalancePence = pence(sampleBudget.openingBalancePence);
  const { id } = await story.run("bank.saveAccount", {
    name: "Direct payment account",
    bankName: "Fenmarsh Building Society",
    lastFourDigits: "4417",
    openedOn: plainDate(sampleBudget.accountOpenedOn),
    approvedByFunderOn: plainDate("2026-03-20"),
    openingBalancePence,
  });
  return { accountId: id, movements: [...receipts(), ...purchases()], balance: openingBalancePence };
}

function receipts(): Movement[] {
  const found: Movement[] = [];
  for (let on = plainDate(sampleBudget.firstPaymentOn); on <= sampleBudget.to; on = addDays(on, 28)) {
    found.push({ on, text: "FENMARSH AND VALE ICB PHB-20417", amount: pence(sampleFunders.integratedCareBoard.everyFourWeeksPence) });
    found.push({ on, text: "FENMARSH COUNTY COUNCIL DP", amount: pence(sampleFunders.council.everyFourWeeksPence) });
  }
  return found;
}

const purchases = (): Movement[] => samplePurchases.map(({ on, text, amountPence }) => ({ on: plainDate(on), text, amount: pence(-amountPence) }));

/** Pays the wages of a finished run on its payday. */
export async function payWages(story: Story, bank: SampleBank, payRunId: string): Promise<void> {
  for (const due of await story.run("pay.paymentsDue", { payRunId })) {
    if (due.kind === "wages" && due.left > 0)
      bank.movements.push({ on: due.dueOn, text: `${due.payTo.toUpperCase()} WAGES`, amount: pence(-due.left) });
  }
}

/** Pays HMRC for every tax month that is over, and the pension, shortly before their last day. */
export async function payHmrcAndPension(story: Story, bank: SampleBank, today: PlainDate): Promise<void> {
  for (const month of await story.run("pay.hmrcMonths", {})) {
    pay(bank, today, { on: addDays(month.dueOn, -1), text: `HMRC CUMBERNAULD ${month.reference}`, amount: pence(-month.left) });
  }
  for (const due of await story.run("pay.paymentsDue", {})) {
    if (due.kind === "pension") pay(bank, today, { on: addDays(due.dueOn, -2), text: "FENLAND WORKPLACE PENSION", amount: pence(-due.left) });
  }
}

/** A standing order leaves once, on its day. */
function pay(bank: SampleBank, today: PlainDate, payment: Movement): void {
  const isMade = bank.movements.some((one) => one.on === payment.on && one.text === payment.text);
  if (payment.amount < 0 && payment.on <= today && !isMade) bank.movements.push(payment);
}

/** Brings in one month's statement as the bank's CSV file, matches every line, and attaches the receipts there are. */
export async function importStatement(story: Story, ids: SampleIds, bank: SampleBank, from: PlainDate, to: PlainDate): Promise<void> {
  const rows = bank.movements
    .filter((one) => one.on >= from && one.on <= to)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : b.amount - a.amount));
  const base64 = Buffer.from(statementCsv(rows, bank.balance)).toString("base64");
  const [statement] = parseStatement({ fileName: "statement.csv", base64 }).statements;
  if (!statement) throw new Error("The sample statement could not be read");
  await story.run("bank.importStatement", {
    bankAccountId: bank.accountId,
    fileName: `statement-${to.slice(0, 7)}.csv`,
    base64,
    lines: statement.lines,
    openingPence: statement.openingPence,
    closingPence: statement.closingPence,
  });
  bank.balance = pence(bank.balance + rows.reduce((sum, row) => sum + row.amount, 0));
  await matchLines(story, ids, bank);
}

function statementCsv(rows: readonly Movement[], opening: Pence): string {
  let balance: number = opening;
  const lines = rows.map((row) => {
    balance += row.amount;
    const [out, paidIn] = row.amount < 0 ? [decimalPounds(pence(-row.amount)), ""] : ["", decimalPounds(row.amount)];
    return [row.on.split("-").reverse().join("/"), `"${row.text}"`, out, paidIn, decimalPounds(pence(balance))].join(",");
  });
  return `${["Date,Description,Money out,Money in,Balance", ...lines].join("\r\n")}\r\n`;
}

async function matchLines(story: Story, ids: SampleIds, bank: SampleBank): Promise<void> {
  const { lines } = await story.run("bank.listLines", { bankAccountId: bank.accountId, show: "needsYou" });
  for (const line of lines) {
    if (line.state === "matched") continue;
    const purchase = samplePurchases.find((one) => one.on === line.onDate && line.description.includes(one.text));
    if (purchase?.isLeft) continue;
    if (purchase) {
      await story.run("bank.matchLine", {
        lineId: line.id,
        parts: [{ kind: "planLine", amountPence: line.amountPence, planLineId: ids.lines[purchase.line] }],
      });
      if (purchase.receipt) {
        const receipt = { recordId: line.id, fileName: `receipt-${purchase.on}.png`, base64: receiptPicture().toString("base64") };
        await story.run("bank.attachReceipt", receipt);
      }
      continue;
    }
    const [best] = await story.run("bank.suggestMatches", { lineId: line.id });
    if (!best) throw new Error(`The sample household: nothing fits the bank line of ${line.onDate}`);
    await story.run("bank.matchLine", {
      lineId: line.id,
      parts: [
        {
          kind: best.kind === "invoice" ? "other" : best.kind,
          amountPence: line.amountPence,
          ...(best.engagementId && { engagementId: best.engagementId }),
          ...(best.payRunId && { payRunId: best.payRunId }),
          ...(best.planLineId && { planLineId: best.planLineId }),
          ...(best.funderId && { funderId: best.funderId }),
        },
      ],
    });
  }
}
