import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";

export interface AttachmentOfEarningsInput {
  /** Attachable earnings: pay less tax, National Insurance and pension, and less orders that come first. Without statutory parental pay. */
  readonly attachableEarnings: Pence;
  /** The order's normal deduction and protected earnings for this pay period. */
  readonly normalDeduction: Pence;
  readonly protectedEarnings: Pence;
  /** Priority: maintenance and fines. Others: county court judgments. */
  readonly isPriority: boolean;
  /** What earlier paydays could not take, and by how much their pay fell short of the protected earnings. Only priority orders carry them. */
  readonly unpaidDeductions: Pence;
  readonly protectedShortfall: Pence;
}

interface AttachmentOfEarningsResult {
  readonly deduction: Explained;
  /** Carried to the next payday. */
  readonly unpaidDeductions: Pence;
  readonly protectedShortfall: Pence;
}

const rule = { name: "Attachment of earnings order", source: "Attachment of Earnings Act 1971, schedule 3, paragraphs 5 and 6" };

/**
 * What a court's attachment of earnings order takes, in pence. An order that is not a priority takes the normal deduction, or what is above the protected
 * earnings if that is less, and forgets the rest. A priority order also makes good what earlier paydays left open: first the employee's protected
 * earnings, then the deductions that were not taken.
 * Source: Attachment of Earnings Act 1971, schedule 3, paragraphs 5 and 6; payroll rules, section 11.
 */
export function calculateAttachmentOfEarnings(input: AttachmentOfEarningsInput): AttachmentOfEarningsResult {
  const { attachableEarnings, normalDeduction, protectedEarnings, isPriority } = input;
  const openDeductions = isPriority ? input.unpaidDeductions : pence(0);
  const openShortfall = isPriority ? input.protectedShortfall : pence(0);
  const wanted = pence(normalDeduction + openDeductions);
  const lines: ExplanationLine[] = [
    { text: `${formatPence(attachableEarnings)} of pay counts. ${formatPence(protectedEarnings)} of it is protected.` },
    { text: "The normal deduction of the order.", amount: normalDeduction },
  ];
  if (openDeductions > 0) lines.push({ text: "What earlier paydays could not take.", amount: openDeductions });
  if (openShortfall > 0)
    lines.push({ text: `Earlier pay fell ${formatPence(openShortfall)} short of the protected earnings. That is made good first.` });
  const room = pence(Math.max(0, attachableEarnings - protectedEarnings - openShortfall));
  if (wanted > room) {
    const later = isPriority ? "the rest is carried to the next payday" : "the rest is not carried on";
    lines.push({ text: `Protected earnings must be left, so less is taken and ${later}.`, amount: pence(room - wanted) });
  }
  const deduction = explain(rule, lines);
  if (!isPriority) return { deduction, unpaidDeductions: pence(0), protectedShortfall: pence(0) };
  return {
    deduction,
    unpaidDeductions: pence(wanted - deduction.amount),
    protectedShortfall: pence(Math.max(0, protectedEarnings + openShortfall - attachableEarnings)),
  };
}
