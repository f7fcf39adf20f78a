import { addingLine, type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { parseTaxCode } from "../incomeTax/taxCode.ts";
import { calculatePayslip } from "../payslip/calculatePayslip.ts";
import { nonTaxableOf, payslipRule } from "../payslip/payTotals.ts";
import type { PayslipInput, PayslipResult } from "../types.ts";
import { type BureauFigures, BureauLine, type BureauPayslip, bureauLineWords, figuresOf, netOf } from "./bureauPayslip.ts";
import { type BureauBase, type BureauVariant, figuresWith, type OtherRate } from "./bureauVariant.ts";
import { grossVariants } from "./grossVariants.ts";
import { insuranceVariants } from "./insuranceVariants.ts";
import { loanVariants } from "./loanVariants.ts";
import { pensionVariants } from "./pensionVariants.ts";
import { taxVariants } from "./taxVariants.ts";

/** Why a line differs, as it seems: what gives the bureau's figure to the penny, and what to do. */
export interface BureauReason {
  readonly id: string;
  readonly text: string;
  readonly wayOut: string;
}

/** One line of a bureau's payslip beside ours. `difference` is the bureau's figure less ours, in pence. */
export interface BureauLineCheck {
  readonly line: BureauLine;
  readonly label: string;
  readonly state: "agrees" | "differs" | "notShown";
  readonly bureau: Pence | null;
  readonly ours: Explained;
  readonly difference: Pence | null;
  /** The likeliest first. Empty when the line agrees, or when nothing that was tried gives the bureau's figure. */
  readonly reasons: readonly BureauReason[];
}

/** A tax code or letter on the bureau's payslip that is not ours. */
export interface BureauSettingCheck {
  readonly name: string;
  readonly bureau: string;
  readonly ours: string;
  readonly agrees: boolean;
}

export interface BureauPayslipCheck {
  readonly lines: readonly BureauLineCheck[];
  readonly settings: readonly BureauSettingCheck[];
  readonly agrees: boolean;
  readonly differing: number;
}

export interface BureauCheckInput {
  readonly bureau: BureauPayslip;
  readonly input: PayslipInput;
  readonly ours: PayslipResult;
  readonly rates: TaxYearRates;
  readonly lastYear: TaxYearRates | undefined;
  readonly otherRates: readonly OtherRate[];
}

/**
 * Compares a bureau's payslip with ours, line by line to the penny. For each line that differs, the payslip is worked out again in every other way that bureaus are
 * known to take; a way that gives the bureau's figure exactly is a likely reason, first the one that makes most of its lines agree. Pence; never refuses.
 * Source: payroll rules, sections 2 to 10 and 18.
 */
export function checkBureauPayslip({ bureau, input, ours, rates, lastYear, otherRates }: BureauCheckInput): BureauPayslipCheck {
  const base: BureauBase = { bureau, input, rates, lastYear, otherRates, figures: figuresOf(ours) };
  const candidates = candidatesOf(base);
  const lines = BureauLine.options.map((line): BureauLineCheck => {
    const theirs = bureau.figures[line] ?? null;
    const common = { line, label: bureauLineWords[line], bureau: theirs, ours: explainedOf(line, ours) };
    if (theirs === null) return { ...common, state: "notShown", difference: null, reasons: [] };
    const difference = pence(theirs - base.figures[line]);
    if (difference === 0) return { ...common, state: "agrees", difference, reasons: [] };
    return { ...common, state: "differs", difference, reasons: reasonsOf(line, theirs, base, candidates) };
  });
  const settings = settingsOf(bureau, input);
  const differing = lines.filter(({ state }) => state === "differs").length;
  return { lines, settings, differing, agrees: differing === 0 && settings.every(({ agrees }) => agrees) };
}

/** A variant with all the figures it leads to. */
interface Candidate {
  readonly variant: BureauVariant;
  readonly figures: BureauFigures;
  /** The figures it starts from. */
  readonly from: BureauFigures;
  readonly score: number;
}

/** Every variant of our payslip, and of our payslip with the bureau's gross pay and pension put in. */
function candidatesOf(base: BureauBase): Candidate[] {
  const own = [...grossVariants(base), ...allVariants(base)].map((variant) => candidateOf(variant, base, base.figures));
  const moved = withTheirGross(base);
  if (!moved) return own;
  const gross = formatPence(moved.figures.grossPay);
  const follows: BureauVariant = {
    id: "followsGross",
    lines: {},
    text: `This follows from the gross pay: on ${gross} we come to the same.`,
    wayOut: "Settle the gross pay first.",
  };
  const onTheirs = [follows, ...allVariants(moved)].map((variant) => {
    const told = variant === follows ? variant : { ...variant, text: `On the bureau’s gross pay of ${gross}: ${variant.text}` };
    return candidateOf(told, moved, variant === follows ? base.figures : moved.figures);
  });
  return [...own, ...onTheirs];
}

const allVariants = (base: BureauBase): BureauVariant[] => [
  ...taxVariants(base),
  ...insuranceVariants(base),
  ...pensionVariants(base),
  ...loanVariants(base),
];

/** A variant that makes more of the bureau's lines agree stands before one that makes fewer agree. */
function candidateOf(variant: BureauVariant, base: BureauBase, from: BureauFigures): Candidate {
  const figures = figuresWith(base.figures, variant.lines);
  let score = 0;
  for (const line of BureauLine.options) if (base.bureau.figures[line] === figures[line]) score += 1;
  return { variant, figures, from, score };
}

/** Our payslip worked out on the bureau's gross pay. Undefined when that is the same, or no pay can be worked out from it. */
function withTheirGross(base: BureauBase): BureauBase | undefined {
  const theirs = base.bureau.figures.grossPay;
  if (theirs === undefined || theirs === null || theirs < 0 || theirs === base.figures.grossPay) return undefined;
  const amount = pence(theirs - base.figures.grossPay);
  const explanation = explain(payslipRule("Gross pay"), [addingLine("The bureau’s gross pay instead of ours.", amount)]);
  const line = { kind: "adjustment" as const, label: "Bureau", minutes: null, units: null, ratePence: null, amount, planLineId: null, explanation };
  const input = { ...base.input, payLines: [...base.input.payLines, line] };
  const result = calculatePayslip(input, base.rates);
  return result.ok ? { ...base, input, figures: figuresOf(result.value) } : undefined;
}

const mostReasons = 3;

function reasonsOf(line: BureauLine, theirs: Pence, base: BureauBase, candidates: readonly Candidate[]): BureauReason[] {
  const known = line === "netPay" ? netReasons(theirs, base) : totalReasons(line, theirs, base);
  const exact = candidates
    .filter(
      ({ variant, figures, from }) => figures[line] === theirs && from[line] !== theirs && !(line === "grossPay" && variant.id === "followsGross"),
    )
    .sort((a, b) => b.score - a.score);
  const tried = exact.map(({ variant: { id, text, wayOut } }) => ({ id, text, wayOut }));
  const all = known.length > 0 ? [...known, ...tried.filter(({ id }) => id !== "followsGross")] : tried;
  return [...new Map(all.map((reason) => [reason.text, reason])).values()].slice(0, mostReasons);
}

/** Net pay that follows from the bureau's own lines, or does not. Lines the payslip does not show count as ours. */
function netReasons(theirs: Pence, { bureau, figures }: BureauBase): BureauReason[] {
  const shown = Object.fromEntries(BureauLine.options.map((line) => [line, bureau.figures[line] ?? figures[line]])) as BureauFigures;
  const adds = netOf(shown);
  if (adds === theirs) {
    const text = "This follows from the lines above: with the bureau’s figures in them, the net pay is right.";
    return [{ id: "netFollows", text, wayOut: "Settle the other lines first." }];
  }
  const gap = pence(theirs - adds);
  const text = `The bureau’s own lines come to ${formatPence(adds)}, so ${formatPence(pence(Math.abs(gap)))} was ${gap < 0 ? "taken" : "added"} that no line shows.`;
  return [{ id: "netDoesNotAdd", text, wayOut: "Ask the bureau what this sum is. A payslip must show every deduction." }];
}

const totals: Readonly<Partial<Record<BureauLine, BureauLine>>> = {
  taxablePayToDate: "taxablePay",
  incomeTaxToDate: "incomeTax",
  employeeNationalInsuranceToDate: "employeeNationalInsurance",
};

/** A total of the year differs because of this payslip, because of the earlier ones, or because it counts a P45. */
function totalReasons(line: BureauLine, theirs: Pence, { bureau, figures, input }: BureauBase): BureauReason[] {
  const part = totals[line];
  if (!part) return [];
  const theirPart = bureau.figures[part] ?? figures[part];
  const before = pence(theirs - theirPart);
  const ourBefore = pence(figures[line] - figures[part]);
  if (before === ourBefore) {
    return [
      {
        id: "totalFollows",
        text: `This follows from ${bureauLineWords[part].toLowerCase()} on this payslip. The year before it agrees.`,
        wayOut: "Settle that line first.",
      },
    ];
  }
  const { previousTaxablePay, previousIncomeTax } = input.yearToDate;
  const brought = line === "taxablePayToDate" ? previousTaxablePay : line === "incomeTaxToDate" ? previousIncomeTax : pence(0);
  if (brought !== 0 && before === ourBefore + brought) {
    const text = `The bureau counts the P45 of the job before, ${formatPence(brought)}, into this total. Here the total is of this job alone, as HMRC is told.`;
    return [{ id: "totalWithP45", text, wayOut: "Nothing is wrong, as long as HMRC is told the total of this job alone." }];
  }
  const text = `Before this payslip the bureau had ${formatPence(before)} and you have ${formatPence(ourBefore)}: ${formatPence(pence(Math.abs(before - ourBefore)))} ${before < ourBefore ? "less" : "more"}.`;
  return [{ id: "yearBefore", text, wayOut: "Compare the payslip before this one: the difference began there, or earlier." }];
}

function settingsOf({ taxCode, nationalInsuranceCategory }: BureauPayslip, input: PayslipInput): BureauSettingCheck[] {
  const found: BureauSettingCheck[] = [];
  if (taxCode !== null && taxCode !== "") {
    const theirs = parseTaxCode(taxCode);
    const own = parseTaxCode(input.taxSetting.code);
    const ownAlone = input.taxSetting.isWeek1Month1 || (own.ok && own.value.isWeek1Month1);
    const agrees = theirs.ok && own.ok && theirs.value.text === own.value.text && theirs.value.isWeek1Month1 === ownAlone;
    const ours = `${own.ok ? own.value.text : input.taxSetting.code}${ownAlone ? " (week 1 or month 1)" : ""}`;
    found.push({ name: "Tax code", bureau: taxCode, ours, agrees });
  }
  if (nationalInsuranceCategory !== null && nationalInsuranceCategory !== "") {
    const ours = input.nationalInsuranceCategory;
    found.push({ name: "National Insurance letter", bureau: nationalInsuranceCategory, ours, agrees: nationalInsuranceCategory === ours });
  }
  return found;
}

/** Our figure with its steps. */
function explainedOf(line: BureauLine, ours: PayslipResult): Explained {
  const figure = figuresOf(ours)[line];
  const one = (text: string) => explain(payslipRule(bureauLineWords[line]), [addingLine(text, figure)]);
  switch (line) {
    case "otherDeductions":
      return explain(
        payslipRule(bureauLineWords[line]),
        ours.otherDeductions.map(({ label, amount }) => addingLine(`${label}.`, amount)),
      );
    case "nonTaxable":
      return nonTaxableOf(ours.payLines);
    case "taxablePayToDate":
    case "incomeTaxToDate":
    case "employeeNationalInsuranceToDate":
      return one("Your payslips of this job since 6 April, this one included.");
    default:
      return ours[line];
  }
}
