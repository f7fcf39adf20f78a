import * as z from "zod";
import { formatPence, Pence, parsePence, pence } from "../../core/money.ts";
import { HmrcFigure } from "../hmrc/hmrcFigures.ts";

/** What somebody typed back from HMRC's tool or another payroll, for one figure ("£86.40", "86.4"). `label` tells figures without a number apart. */
export const TypedFigure = z.object({ item: z.string(), label: z.string(), typed: z.string() });
export type TypedFigure = z.infer<typeof TypedFigure>;

/** How one figure compares. `difference` is what was typed less ours, in pence; null when it is no amount. */
const ComparedFigure = z.object({
  figure: HmrcFigure,
  typed: z.string(),
  answer: z.enum(["agrees", "pennyAllowed", "differs", "unreadable", "notTyped"]),
  difference: Pence.nullable(),
  words: z.string(),
});
type ComparedFigure = z.infer<typeof ComparedFigure>;

export const Agreement = z.object({ agrees: z.boolean(), words: z.string(), figures: z.array(ComparedFigure) });
export type Agreement = z.infer<typeof Agreement>;

/** HMRC allows a penny between two ways of working out income tax, and what rests on it. Source: HMRC, Basic PAYE Tools; rti notes. */
const pennyItems = ["68", "41B"];
/** These take tax off, so the penny goes on in them when tax has it. */
const afterTax = (figure: HmrcFigure) => figure.item === "59" || (figure.item === "" && figure.label === "What the employee receives");

/** Figures with their year to date as figures of their own ("Tax deducted or refunded, year to date", 41B), so that both can be typed back. */
export function figuresToCompare(figures: readonly HmrcFigure[]): HmrcFigure[] {
  return figures.flatMap((figure) => {
    const { label, yearToDate, toDateItem } = figure;
    if (yearToDate === null) return [figure];
    const toDate = { item: toDateItem ?? "", label: `${label}, year to date`, value: yearToDate, yearToDate: null, toDateItem: null };
    return [{ ...figure, yearToDate: null, toDateItem: null }, toDate];
  });
}

/**
 * Compares what HMRC's tool shows with our figures, to the penny. Every difference is named with both amounts. A penny in income tax is allowed, and then
 * the same penny in the pay after it. Figures nobody typed are left out of the answer: `agrees` is true when everything typed agrees and anything was typed.
 */
export function compareWithTool(ours: readonly HmrcFigure[], typed: readonly TypedFigure[]): Agreement {
  const taxPenny = pennyInTax(ours, typed);
  const figures = ours.map((figure): ComparedFigure => {
    const given = typed.find(({ item, label }) => item === figure.item && label === figure.label)?.typed.trim() ?? "";
    return compare(figure, given, taxPenny);
  });
  const compared = figures.filter(({ answer }) => answer !== "notTyped");
  const wrong = compared.filter(({ answer }) => answer === "differs" || answer === "unreadable");
  return { agrees: compared.length > 0 && wrong.length === 0, words: summaryOf(compared.length, wrong), figures };
}

function compare(figure: HmrcFigure, typed: string, taxPenny: number): ComparedFigure {
  const answer = (kind: ComparedFigure["answer"], words: string, difference: Pence | null = null): ComparedFigure => ({
    figure,
    typed,
    answer: kind,
    difference,
    words,
  });
  if (typed === "") return answer("notTyped", "Nothing typed yet.");
  const amount = parsePence(figure.value);
  // Only amounts are money; a tax week "4" is compared as it is written.
  if (amount === undefined || !figure.value.includes(".")) {
    return sameText(typed, figure.value)
      ? answer("agrees", `${figure.label}: both say ${figure.value}.`)
      : answer("differs", `${figure.label}: you typed ${typed}, we have ${figure.value}.`);
  }
  const theirs = parsePence(typed);
  if (theirs === undefined) return answer("unreadable", `"${typed}" is not an amount. Write it like ${figure.value}.`);
  const difference = pence(theirs - amount);
  if (difference === 0) return answer("agrees", `${figure.label}: both say ${formatPence(amount)}.`, difference);
  const both = `${figure.label}: you typed ${formatPence(theirs)}, we have ${formatPence(amount)}`;
  if (pennyItems.includes(figure.item) && Math.abs(difference) === 1) {
    return answer("pennyAllowed", `${both}. HMRC allows a penny in tax, because its tables and the exact sum round differently.`, difference);
  }
  if (afterTax(figure) && difference === -taxPenny) {
    return answer("pennyAllowed", `${both}. That is the penny in tax, which HMRC allows.`, difference);
  }
  const more = difference > 0 ? "more" : "less";
  return answer("differs", `${both}: ${formatPence(pence(Math.abs(difference)))} ${more} than ours.`, difference);
}

/** The penny by which the typed tax is above ours (1), under it (-1), or 0. */
function pennyInTax(ours: readonly HmrcFigure[], typed: readonly TypedFigure[]): number {
  const tax = ours.find(({ item }) => item === "68");
  const theirs = parsePence(typed.find(({ item }) => item === "68")?.typed ?? "");
  const amount = tax && parsePence(tax.value);
  if (theirs === undefined || amount === undefined) return 0;
  const difference = theirs - amount;
  return Math.abs(difference) === 1 ? difference : 0;
}

const sameText = (a: string, b: string) => {
  const bare = (text: string) => text.replace(/\s/g, "").toLowerCase();
  return bare(a) === bare(b) || bare(a) === bare(b.replace(/\(.*\)$/, ""));
};

function summaryOf(compared: number, wrong: readonly ComparedFigure[]): string {
  if (compared === 0) return "Type what the tool shows, and it is compared to the penny.";
  if (wrong.length === 0) return compared === 1 ? "The figure agrees." : `All ${compared} figures agree.`;
  const which = wrong.map(({ figure }) => figure.label).join(", ");
  return wrong.length === 1 ? `1 of ${compared} figures differs: ${which}.` : `${wrong.length} of ${compared} figures differ: ${which}.`;
}
