import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { formatPence, Pence } from "../core/money.ts";
import { daysBetween, formatDate, formatShortDate, type PlainDate } from "../core/plainDate.ts";
import type { OpenDue } from "./dues.ts";
import { MatchKind } from "./statement.ts";

/** What a bank line probably is, with the reasons in words. Nothing is matched until a person says so. */
export const MatchSuggestion = z.object({
  kind: MatchKind,
  title: z.string(),
  reasons: z.array(z.string()),
  strength: z.enum(["sure", "likely", "possible"]),
  /** With the sign of the line. */
  amountPence: Pence,
  engagementId: RecordId.nullable(),
  payRunId: RecordId.nullable(),
  planLineId: RecordId.nullable(),
  funderId: RecordId.nullable(),
  deductionOrderId: RecordId.nullable(),
});
export type MatchSuggestion = z.infer<typeof MatchSuggestion>;

/** The line to explain. */
export interface LineToMatch {
  readonly onDate: PlainDate;
  readonly amountPence: Pence;
  readonly description: string;
}

/** A wage still to be paid: one personal assistant, one pay run. Amount above zero, pence. */
export interface WageDue {
  readonly engagementId: string;
  readonly payRunId: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly payday: PlainDate;
  readonly amountPence: Pence;
}

export interface ReceiptDue {
  readonly funderId: string;
  readonly funderName: string;
  readonly dueOn: PlainDate;
  readonly amountPence: Pence;
}

/** What an order took from wages and is to be handed on by a day. Amount above zero, pence. */
export interface OrderDue extends OpenDue {
  readonly deductionOrderId: string;
  readonly issuer: string;
  readonly reference: string;
  /** From whose wages it was taken. */
  readonly name: string;
}

/** What an earlier line of the same payee was matched to. */
export interface EarlierMatch {
  readonly description: string;
  readonly planLineId: string;
  readonly planLineName: string;
}

/** Everything a line may be. */
export interface MatchFacts {
  readonly wagesDue: readonly WageDue[];
  readonly hmrcDue: readonly OpenDue[];
  readonly pensionDue: readonly OpenDue[];
  readonly ordersDue: readonly OrderDue[];
  readonly receiptsDue: readonly ReceiptDue[];
  readonly earlier: readonly EarlierMatch[];
}

const noTarget = { engagementId: null, payRunId: null, planLineId: null, funderId: null, deductionOrderId: null } as const;
const strengths = { sure: 0, likely: 1, possible: 2 } as const;

/** The likely meanings of a bank line, the best first, at most five. A pure guess from amount, name, day and habit. */
export function suggestMatches(line: LineToMatch, facts: MatchFacts): MatchSuggestion[] {
  const found = line.amountPence < 0 ? forMoneyOut(line, facts) : forMoneyIn(line, facts);
  return found
    .sort((a, b) => strengths[a.strength] - strengths[b.strength] || a.distance - b.distance)
    .slice(0, 5)
    .map(({ distance: _, ...suggestion }) => suggestion);
}

/** `distance` in days puts equally strong suggestions in order. */
type Ranked = MatchSuggestion & { readonly distance: number };

function forMoneyOut(line: LineToMatch, facts: MatchFacts): Ranked[] {
  const out = -line.amountPence;
  return [
    ...facts.wagesDue.flatMap((wage) => forWage(line, out, wage)),
    ...facts.hmrcDue.flatMap((due) => forDue(line, out, due, "hmrc", "HMRC", /\bHMRC\b|CUMBERNAULD|\bPAYE\b/i)),
    ...facts.pensionDue.flatMap((due) => forDue(line, out, due, "pension", "Pension", /PENSION|\bNEST\b|\bPEOPLES P/i)),
    ...facts.ordersDue.flatMap((order) => forOrder(line, out, order)),
    ...forHabit(line, facts.earlier),
  ];
}

function forWage(line: LineToMatch, out: number, wage: WageDue): Ranked[] {
  const text = ` ${line.description.toUpperCase().replace(/[^A-Z]+/g, " ")} `;
  const isNamed = text.includes(` ${wage.lastName.toUpperCase().replace(/[^A-Z]+/g, " ")} `);
  const isSameAmount = out === wage.amountPence;
  const distance = Math.abs(daysBetween(wage.payday, line.onDate));
  if (!isSameAmount && !(isNamed && distance <= 14)) return [];
  if (distance > 45) return [];
  const reasons = [
    isSameAmount ? "same amount as the payslip" : `the payslip says ${formatPence(wage.amountPence)}`,
    ...(isNamed ? ["the name is on the line"] : []),
    distance === 0 ? "on the payday" : `payday was ${formatDate(wage.payday)}`,
  ];
  const strength = isSameAmount && (isNamed || distance <= 3) ? "sure" : isSameAmount ? "likely" : "possible";
  const title = `${wage.firstName} ${wage.lastName}, wages of ${formatShortDate(wage.payday)}`;
  return [
    {
      ...noTarget,
      kind: "wage",
      title,
      reasons,
      strength,
      amountPence: line.amountPence,
      engagementId: wage.engagementId,
      payRunId: wage.payRunId,
      distance,
    },
  ];
}

function forDue(line: LineToMatch, out: number, due: OpenDue, kind: "hmrc" | "pension", name: string, pattern: RegExp): Ranked[] {
  return forNamedDue(line, out, due, kind, name, pattern.test(line.description));
}

/** Words that many senders of orders share. */
const issuerWords = new Set(["THE", "AND", "FOR", "COUNCIL", "CITY", "COUNTY", "COURT", "SERVICE"]);
const lettersOf = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]+/g, "");

function forOrder(line: LineToMatch, out: number, order: OrderDue): Ranked[] {
  const text = ` ${line.description.toUpperCase().replace(/[^A-Z0-9]+/g, " ")} `;
  const words = order.issuer.toUpperCase().split(/[^A-Z0-9]+/);
  const reference = lettersOf(order.reference);
  const hasReference = reference.length >= 4 && lettersOf(line.description).includes(reference);
  const isNamed = hasReference || words.some((word) => word.length > 2 && !issuerWords.has(word) && text.includes(` ${word} `));
  const found = forNamedDue(line, out, order, "order", `${order.issuer}, from ${order.name}`, isNamed);
  return found.map((suggestion) => ({ ...suggestion, deductionOrderId: order.deductionOrderId }));
}

function forNamedDue(line: LineToMatch, out: number, due: OpenDue, kind: "hmrc" | "pension" | "order", name: string, isNamed: boolean): Ranked[] {
  const isSameAmount = out === due.amountPence;
  if (!isNamed && !isSameAmount) return [];
  const late = daysBetween(due.dueOn, line.onDate);
  if (!isNamed && Math.abs(late) > 45) return [];
  const reasons = [
    isSameAmount ? "same amount as due" : `${formatPence(due.amountPence)} was due`,
    ...(isNamed ? ["the name is on the line"] : []),
    late <= 0 ? "paid on time" : `${late} ${late === 1 ? "day" : "days"} late`,
  ];
  const strength = isSameAmount && isNamed ? "sure" : isNamed ? "likely" : "possible";
  const title = `${name}, due by ${formatDate(due.dueOn)}`;
  return [{ ...noTarget, kind, title, reasons, strength, amountPence: line.amountPence, distance: Math.abs(late) }];
}

/** The payee without numbers and dates, so that two payments to the same shop look alike. */
export const payeeOf = (description: string): string =>
  description
    .toUpperCase()
    .replace(/[^A-Z ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

function forHabit(line: LineToMatch, earlier: readonly EarlierMatch[]): Ranked[] {
  const payee = payeeOf(line.description);
  if (payee.length < 4) return [];
  const lines = new Map<string, { name: string; times: number }>();
  for (const match of earlier) {
    if (payeeOf(match.description) !== payee) continue;
    lines.set(match.planLineId, { name: match.planLineName, times: (lines.get(match.planLineId)?.times ?? 0) + 1 });
  }
  return [...lines].map(([planLineId, { name, times }]) => ({
    ...noTarget,
    kind: line.amountPence < 0 ? ("planLine" as const) : ("refund" as const),
    title: line.amountPence < 0 ? name : `Money back for ${name}`,
    reasons: [times === 1 ? "you chose this for the same payee before" : `you chose this for the same payee ${times} times`],
    strength: "likely" as const,
    amountPence: line.amountPence,
    planLineId,
    distance: 0,
  }));
}

function forMoneyIn(line: LineToMatch, facts: MatchFacts): Ranked[] {
  return [...facts.receiptsDue.flatMap((receipt) => forReceipt(line, receipt)), ...forHabit(line, facts.earlier)];
}

const commonWords = new Set(["THE", "AND", "FOR", "CARE", "BOARD", "INTEGRATED", "CITY", "COUNTY"]);

function forReceipt(line: LineToMatch, receipt: ReceiptDue): Ranked[] {
  const text = line.description.toUpperCase();
  const names = receipt.funderName
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word.length > 2 && !commonWords.has(word));
  const isNamed = names.some((word) => text.includes(word.slice(0, 6)));
  const isSameAmount = line.amountPence === receipt.amountPence;
  const days = daysBetween(receipt.dueOn, line.onDate);
  const distance = Math.abs(days);
  if (distance > 21 || (!isSameAmount && !isNamed)) return [];
  const reasons = [
    isSameAmount ? "right amount" : `${formatPence(receipt.amountPence)} was expected`,
    ...(isNamed ? ["the name is on the line"] : []),
    days === 0
      ? `expected on ${formatShortDate(receipt.dueOn)}`
      : `expected on ${formatShortDate(receipt.dueOn)}, ${distance} ${distance === 1 ? "day" : "days"} ${days < 0 ? "early" : "late"}`,
  ];
  const strength = isSameAmount && (isNamed || distance <= 3) ? "sure" : isSameAmount || distance <= 3 ? "likely" : "possible";
  return [
    {
      ...noTarget,
      kind: "directPayment",
      title: `Direct payment from ${receipt.funderName}`,
      reasons,
      strength,
      amountPence: line.amountPence,
      funderId: receipt.funderId,
      distance,
    },
  ];
}
