import type { StatementLine } from "../../bank/statement.ts";
import { expectedReceipts } from "../../budget/expectedReceipts.ts";
import { formatPence, pence } from "../../core/money.ts";
import { addDays, daysBetween, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { attention, type CheckResult, cannotTell, pass } from "../checkResult.ts";
import { partsOfLine, type ReturnFacts, unexplainedPart } from "../returnFacts.ts";
import { calculateReturnFigures, statementOpening } from "../returnFigures.ts";

const toMoney = { label: "Go to Money", route: "/money" };
const importStatement = { label: "Import the statement", route: "/money/import" };
const lineText = (line: StatementLine) => `${formatDate(line.onDate)}, ${line.description}, ${formatPence(pence(Math.abs(line.amountPence)))}`;
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** BAL-OPEN: the opening balance equals the last return's closing balance, or the statement says it. */
export function checkOpeningBalance(facts: ReturnFacts): CheckResult {
  const check = { id: "BAL-OPEN", title: "Opening balance" } as const;
  const stated = statementOpening(facts);
  if (!facts.previousReturn) {
    if (stated === null) return cannotTell(check, "There is no return before this one, and the statement prints no balance.", importStatement);
    return pass(check, `This is your first return here. The statement opens with ${formatPence(stated)}.`);
  }
  const closing = facts.previousReturn.closingPence;
  if (stated === null) return cannotTell(check, `Your last return closed with ${formatPence(closing)}. The statement prints no balance to compare.`);
  if (stated === closing) return pass(check, `${formatPence(closing)}, as your last return closed.`);
  const text = `Your last return closed with ${formatPence(closing)}, and the statement opens with ${formatPence(stated)}.`;
  return attention(
    check,
    text,
    [{ recordId: facts.account.id, text: `The difference is ${formatPence(pence(Math.abs(stated - closing)))}.` }],
    toMoney,
  );
}

/** BAL-CLOSE: opening plus in less out equals the statement, and the books agree. */
export function checkClosingBalance(facts: ReturnFacts): CheckResult {
  const check = { id: "BAL-CLOSE", title: "Bank account balances" } as const;
  const { opening, totalReceipts, totalPayments, closing, statementClosing } = calculateReturnFigures(facts);
  const sum = `Opening ${formatPence(opening.amount)}, in ${formatPence(totalReceipts.amount)}, out ${formatPence(totalPayments.amount)}, closing ${formatPence(closing.amount)}.`;
  const unmatched = facts.lines.filter((line) => unexplainedPart(facts, line) !== 0);
  if (statementClosing === null) return cannotTell(check, `${sum} No statement with a balance ends this period.`, importStatement);
  if (statementClosing !== closing.amount) {
    const text = `${sum} The statement says ${formatPence(statementClosing)}.`;
    return attention(
      check,
      text,
      [{ recordId: facts.account.id, text: `The difference is ${formatPence(pence(Math.abs(statementClosing - closing.amount)))}.` }],
      toMoney,
    );
  }
  if (facts.ledgerClosingPence !== statementClosing) {
    const text = `${sum} Agrees with the statement, but your books say ${formatPence(facts.ledgerClosingPence)}.`;
    const records = unmatched.map((line) => ({ recordId: line.id, text: `${lineText(line)} is not matched yet` }));
    return attention(
      check,
      text,
      records.length > 0 ? records : [{ recordId: facts.account.id, text: "A change was dated inside this period." }],
      toMoney,
    );
  }
  return pass(check, `${sum} Agrees with the statement.`);
}

/**
 * STMT-GAP: the statements leave out no day. A day between two lines needs no proof of its own when the printed balances
 * run on from one line to the next; without balances, an imported file must cover the day.
 */
export function checkStatementGap(facts: ReturnFacts): CheckResult {
  const check = { id: "STMT-GAP", title: "Statements for every day" } as const;
  const records = statementGaps(facts).map((gap) => ({
    recordId: `${gap.from}`,
    text: gap.from === gap.to ? formatDate(gap.from) : `${formatDate(gap.from)} to ${formatDate(gap.to)}`,
  }));
  if (records.length === 0) return pass(check, `Nothing is missing from ${formatDate(facts.periodFrom)} to ${formatDate(facts.periodTo)}.`);
  return attention(check, "No statement covers these days.", records, importStatement);
}

/** Runs of days that no imported file covers and no balance bridges. */
function statementGaps(facts: ReturnFacts): { readonly from: PlainDate; readonly to: PlainDate }[] {
  const covered = [...facts.imports.map((entry) => ({ from: entry.fromOn, to: entry.toOn })), ...bridges(facts)].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  );
  const gaps: { from: PlainDate; to: PlainDate }[] = [];
  let day = facts.periodFrom;
  for (const { from, to } of covered) {
    if (to < day) continue;
    if (from > facts.periodTo) break;
    if (from > day) gaps.push({ from: day, to: addDays(from, -1) });
    day = addDays(to, 1);
  }
  if (day <= facts.periodTo) gaps.push({ from: day, to: facts.periodTo });
  return gaps;
}

/** Stretches between two lines whose balances run on, and the days before the first line when the books open with its balance. */
function bridges(facts: ReturnFacts): { readonly from: PlainDate; readonly to: PlainDate }[] {
  const { lineBefore, lineAfter } = facts;
  const chain = [...(lineBefore ? [lineBefore] : []), ...facts.lines, ...(lineAfter ? [lineAfter] : [])];
  const first = chain[0];
  const opensLikeBooks =
    !lineBefore && first?.balancePence !== null && first !== undefined && first.balancePence - first.amountPence === facts.ledgerOpeningPence;
  const start = opensLikeBooks && first ? [{ from: facts.periodFrom, to: first.onDate }] : [];
  const between = chain.slice(1).flatMap((line, index) => {
    const before = chain[index];
    const runsOn =
      before && before.balancePence !== null && line.balancePence !== null && before.balancePence + line.amountPence === line.balancePence;
    return runsOn ? [{ from: before.onDate, to: line.onDate }] : [];
  });
  return [...start, ...between];
}

/** RCPT-EXPECTED: every payment the funder promised arrived, in the right amount and within a week of its day. */
export function checkExpectedReceipts(facts: ReturnFacts): CheckResult {
  const check = { id: "RCPT-EXPECTED", title: "Payments from your funder" } as const;
  const expected = expectedReceipts(facts.schedules, facts.periodFrom, facts.periodTo);
  if (expected.length === 0)
    return cannotTell(check, "No promised payments are recorded for these dates.", { label: "Add the payment schedule", route: "/setup/payments" });
  const arrived = facts.matches
    .filter((match) => match.kind === "directPayment")
    .flatMap((match) => {
      const line = facts.lines.find((each) => each.id === match.statementLineId);
      return line ? [{ funderId: match.funderId, amountPence: match.amountPence, on: line.onDate, used: false }] : [];
    });
  const records = expected.flatMap((receipt) => {
    const name = facts.funders.find((funder) => funder.id === receipt.funderId)?.name ?? "Your funder";
    const near = arrived.find(
      (each) => !each.used && (each.funderId === null || each.funderId === receipt.funderId) && Math.abs(daysBetween(receipt.dueOn, each.on)) <= 7,
    );
    const recordId = `${receipt.scheduleId}:${receipt.dueOn}`;
    const text = `${name}, ${formatDate(receipt.dueOn)}, ${formatPence(receipt.amountPence)}`;
    if (!near) return [{ recordId, text: `${text}: not found` }];
    near.used = true;
    return near.amountPence === receipt.amountPence ? [] : [{ recordId, text: `${text}: ${formatPence(near.amountPence)} came` }];
  });
  if (records.length === 0) return pass(check, `All ${many(expected.length, "payment", "payments")} arrived.`);
  return attention(check, `${many(records.length, "payment", "payments")} of ${expected.length} did not arrive as promised.`, records, toMoney);
}

/** RCPT-UNKNOWN: money came from a source that is not a funder, a contribution or a refund. */
export function checkUnknownReceipts(facts: ReturnFacts): CheckResult {
  const check = { id: "RCPT-UNKNOWN", title: "Money in from elsewhere" } as const;
  const known = new Set(["directPayment", "contribution", "refund", "planLine"]);
  const records = facts.lines
    .filter((line) => line.amountPence > 0)
    .filter((line) => unexplainedPart(facts, line) > 0 || partsOfLine(facts, line).some((part) => !known.has(part.kind)))
    .map((line) => ({ recordId: line.id, text: `${lineText(line)}: say where this came from` }));
  if (records.length === 0) return pass(check, "Every receipt is from a known source.");
  return attention(
    check,
    `${many(records.length, "receipt is", "receipts are")} not from your funder, a contribution or a refund.`,
    records,
    toMoney,
  );
}

/** PAY-EVIDENCE: each payment has its paper, or a note that says why not. Wages have payslips; HMRC and pension have the pay run. */
export function checkPaymentEvidence(facts: ReturnFacts): CheckResult {
  const check = { id: "PAY-EVIDENCE", title: "Receipts and invoices" } as const;
  const from = facts.template.evidence.find((rule) => rule.what === "receipt")?.fromPence ?? pence(1);
  const needs = facts.lines.filter((line) => -line.amountPence >= from && needsReceipt(facts, line));
  const missing = needs.filter(
    (line) => line.noReceiptReason === "" && !facts.evidence.some((paper) => paper.recordKind === "statementLine" && paper.recordId === line.id),
  );
  if (missing.length === 0)
    return pass(
      check,
      needs.length === 0 ? "No payment needs a receipt." : `${many(needs.length, "payment has", "payments have")} a receipt or a note.`,
    );
  const records = missing.map((line) => ({ recordId: line.id, text: lineText(line) }));
  return attention(check, `${many(missing.length, "payment needs", "payments need")} a receipt or a note.`, records, {
    label: "Add receipts",
    route: "/money",
  });
}

/** True when some part of a payment is neither a wage, HMRC nor the pension, whose papers the app makes itself. */
export function needsReceipt(facts: ReturnFacts, line: StatementLine): boolean {
  if (line.amountPence >= 0) return false;
  const parts = partsOfLine(facts, line);
  return parts.length === 0 || parts.some((part) => !["wage", "hmrc", "pension", "order"].includes(part.kind));
}

/** PAY-PLAN: each payment is on a plan line. */
export function checkPaymentsOnPlan(facts: ReturnFacts): CheckResult {
  const check = { id: "PAY-PLAN", title: "Every payment is matched to your plan" } as const;
  const payments = facts.lines.filter((line) => line.amountPence < 0);
  const off = payments.filter(
    (line) =>
      unexplainedPart(facts, line) !== 0 ||
      partsOfLine(facts, line).some((part) => part.kind === "other" || (part.kind === "planLine" && part.planLineId === null)),
  );
  if (off.length === 0) return pass(check, `${payments.length} of ${many(payments.length, "payment", "payments")}`);
  const records = off.map((line) => ({ recordId: line.id, text: lineText(line) }));
  return attention(
    check,
    `${payments.length - off.length} of ${many(payments.length, "payment", "payments")}. Say what the others were for.`,
    records,
    { label: "Match payments", route: "/money" },
  );
}

/** PAY-CASH: cash was taken out; a note says what for. */
export function checkCash(facts: ReturnFacts): CheckResult {
  const check = { id: "PAY-CASH", title: "Cash taken out" } as const;
  const cash = facts.lines.filter(
    (line) => line.amountPence < 0 && /\b(atm|cash|cashpoint|cash machine|withdrawal)\b/i.test(line.description) && line.noReceiptReason === "",
  );
  if (cash.length === 0) return pass(check, "No cash was taken out without a note.");
  return attention(
    check,
    `${many(cash.length, "cash withdrawal needs", "cash withdrawals need")} a note about what it paid for.`,
    cash.map((line) => ({ recordId: line.id, text: lineText(line) })),
    toMoney,
  );
}

/** PAY-DUP: the same payee and amount twice within a week, wages of different pay runs excepted. */
export function checkDuplicates(facts: ReturnFacts): CheckResult {
  const check = { id: "PAY-DUP", title: "Paid twice" } as const;
  const payments = facts.lines.filter((line) => line.amountPence < 0);
  const payRunsOf = (line: StatementLine) =>
    partsOfLine(facts, line)
      .map((part) => `${part.payRunId}:${part.engagementId}`)
      .join();
  const records = payments.flatMap((line, index) => {
    const twin = payments
      .slice(0, index)
      .find(
        (other) =>
          other.amountPence === line.amountPence &&
          other.description.trim().toLowerCase() === line.description.trim().toLowerCase() &&
          daysBetween(other.onDate, line.onDate) <= 7 &&
          (payRunsOf(line) === "" || payRunsOf(line) === payRunsOf(other)),
      );
    return twin ? [{ recordId: line.id, text: `${lineText(line)}, and again on ${formatDate(twin.onDate)}` }] : [];
  });
  if (records.length === 0) return pass(check, "No payment looks as if it was made twice.");
  return attention(
    check,
    `${many(records.length, "payment looks", "payments look")} as if it was made twice. Say if both are right.`,
    records,
    toMoney,
  );
}
