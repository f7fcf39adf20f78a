import { addingLine, type Explained, explain, type Rule, tellingLine } from "../core/explanation.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../core/money.ts";

/** What is owed on a day, each above zero when it is owed. Pence. */
export interface Owed {
  readonly wages: Pence;
  readonly hmrc: Pence;
  readonly pension: Pence;
  readonly suppliers: Pence;
  readonly toPerson: Pence;
}

const booksSource = "Your own books";
const owedRule: Rule = { name: "What must still be paid for things that have happened", source: booksSource };
const reserveRule: Rule = { name: "Weeks of the regular payment that may stay in the account", source: "Your agreement" };
const leftRule: Rule = { name: "In the bank, less what you owe", source: booksSource };
const surplusRule: Rule = {
  name: "Money in the bank, less what is owed, what is set aside with permission, and the reserve; never below nothing",
  source: "The arithmetic that audit returns share",
};

/** Everything owed, as one explained figure. */
export function explainOwed(owed: Owed): Explained {
  const lines: [string, Pence][] = [
    ["Unpaid wages", owed.wages],
    ["HMRC", owed.hmrc],
    ["Pension", owed.pension],
    ["Unpaid invoices", owed.suppliers],
    ["Your own money in the account", owed.toPerson],
  ];
  return explain(
    owedRule,
    lines.filter(([, amount]) => amount !== 0).map(([words, amount]) => addingLine(words, amount)),
  );
}

/** What may stay in the account: so many weeks of the regular payment. */
export function explainReserve(weeklyPayment: Pence, weeks: number): Explained {
  return explain(reserveRule, [addingLine(`${weeks} weeks of ${formatPence(weeklyPayment)}`, multiplyRatio(weeklyPayment, weeks, 1, "down"))]);
}

/** What is left once everything owed is paid. It may be below nothing. */
export function explainLeft(inBank: Pence, owed: Pence): Explained {
  return explain(leftRule, [addingLine("In the bank", inBank), addingLine("Less what you owe", pence(-owed))]);
}

export interface SurplusFacts {
  readonly closing: Pence;
  readonly owed: Pence;
  readonly earmarked: Pence;
  readonly weeklyPayment: Pence;
  readonly reserveWeeks: number;
  /** What the funder's rule lets be taken off before money counts as surplus. */
  readonly deduct: { readonly owed: boolean; readonly earmarked: boolean };
}

/** What the funder may ask back, how far the account is below that point, and money needed now. Pence. */
export interface Surplus {
  readonly surplus: Explained;
  readonly belowReserve: Pence;
  readonly shortfall: Pence;
}

/**
 * surplus = max(0, closing − owed − earmarked − reserve), with only the parts that the rule lets be taken off;
 * shortfall = max(0, owed − closing), always with everything owed.
 */
export function workOutSurplus({ closing, owed, earmarked, weeklyPayment, reserveWeeks, deduct }: SurplusFacts): Surplus {
  const reserve = explainReserve(weeklyPayment, reserveWeeks);
  const lines = [
    addingLine("In the bank", closing),
    deduct.owed ? addingLine("Less what is owed", pence(-owed)) : tellingLine(`The rule does not take off what is owed (${formatPence(owed)}).`),
    deduct.earmarked
      ? addingLine("Less what is set aside with permission", pence(-earmarked))
      : tellingLine(`The rule does not take off what is set aside (${formatPence(earmarked)}).`),
    addingLine(`Less the reserve, ${reserve.lines[0]?.text ?? ""}`, pence(-reserve.amount)),
  ];
  const above = explain(surplusRule, lines);
  const below = pence(Math.max(0, -above.amount));
  return {
    surplus:
      below === 0
        ? above
        : explain(surplusRule, [...lines, addingLine(`That is ${formatPence(below)} below nothing, so there is no surplus`, below)]),
    belowReserve: below,
    shortfall: pence(Math.max(0, owed - closing)),
  };
}
