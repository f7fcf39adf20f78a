import * as z from "zod";

/** Whole pence. Every amount of money in the program is one of these; it may be negative. */
export const Pence = z.number().int().safe().brand<"Pence">();
export type Pence = z.infer<typeof Pence>;

/** Hundredths of one per cent: 8 % is 800. */
export const BasisPoints = z.number().int().safe().brand<"BasisPoints">();
export type BasisPoints = z.infer<typeof BasisPoints>;

/** Brands a whole number as pence. Throws a RangeError for anything that is not a safe whole number. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError("An amount of money must be a whole number of pence");
  return (amount === 0 ? 0 : amount) as Pence;
}

/** Brands a whole number as basis points (8 % is 800). Throws a RangeError for a fraction. */
export function basisPoints(rate: number): BasisPoints {
  if (!Number.isSafeInteger(rate)) throw new RangeError("A rate must be a whole number of basis points");
  return rate as BasisPoints;
}

export const zeroPence = pence(0);

/** Adds amounts in pence. */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = 0;
  for (const amount of amounts) total += amount;
  return pence(total);
}

/** The part of `amount` above `floor`, never below nothing. All pence. */
export function above(amount: Pence, floor: Pence): Pence {
  return pence(Math.max(0, amount - floor));
}

/** The part of `amount` that lies between `floor` and `ceiling`. All pence. */
export function between(amount: Pence, floor: Pence, ceiling: Pence): Pence {
  return pence(Math.max(0, Math.min(amount, ceiling) - floor));
}

/**
 * How a product is rounded to the penny. The rounding is part of each rule, so it always has a name:
 * - `down`, `up`: towards and away from zero;
 * - `nearest`: half a penny goes away from zero;
 * - `nationalInsurance`: only the third decimal of a pound counts, 6 or more goes up (payroll rules, section 5.2).
 */
export type Rounding = "down" | "up" | "nearest" | "nationalInsurance";

/**
 * `amount` × `numerator` ÷ `denominator`, in pence, rounded once in the named way. Exact: worked in whole numbers
 * of any size, never in binary fractions.
 * @throws RangeError when the denominator is not above zero or a value is not whole.
 */
export function multiplyRatio(amount: Pence, numerator: number, denominator: number, rounding: Rounding): Pence {
  if (!(denominator > 0)) throw new RangeError("A share needs a denominator above zero");
  const product = amount * numerator;
  if (Number.isSafeInteger(product * 10)) return pence(roundSmall(product, denominator, rounding));
  return pence(roundLarge(BigInt(amount) * BigInt(numerator), BigInt(denominator), rounding));
}

/** `amount` × a rate in basis points, rounded once in the named way. Pence. */
export function multiply(amount: Pence, rate: BasisPoints, rounding: Rounding): Pence {
  return multiplyRatio(amount, rate, 10_000, rounding);
}

function roundSmall(product: number, denominator: number, rounding: Rounding): number {
  const sign = product < 0 ? -1 : 1;
  const size = Math.abs(product);
  const remainder = size % denominator;
  const whole = (size - remainder) / denominator;
  return sign * (whole + (roundsUp(remainder, denominator, rounding) ? 1 : 0));
}

function roundsUp(remainder: number, denominator: number, rounding: Rounding): boolean {
  switch (rounding) {
    case "down":
      return false;
    case "up":
      return remainder > 0;
    case "nearest":
      return remainder * 2 >= denominator;
    case "nationalInsurance":
      return remainder * 10 >= denominator * 6;
  }
}

function roundLarge(product: bigint, denominator: bigint, rounding: Rounding): number {
  const sign = product < 0n ? -1 : 1;
  const size = product < 0n ? -product : product;
  const remainder = size % denominator;
  const goesUp =
    rounding === "up"
      ? remainder > 0n
      : rounding === "nearest"
        ? remainder * 2n >= denominator
        : rounding === "nationalInsurance" && remainder * 10n >= denominator * 6n;
  return sign * Number(size / denominator + (goesUp ? 1n : 0n));
}

/**
 * Cuts an amount into parts by weight so that the parts always add up to it: each part is cut down to the penny
 * (towards zero) and the pennies left over go to the part at `residualIndex` (the heaviest when left out).
 * With no weight at all, everything goes to the residual part. Empty weights give no parts.
 * Rule: model.md "On-costs follow the minutes that caused them; shares of a penny go to the largest part".
 */
export function splitByWeight(amount: Pence, weights: readonly number[], residualIndex?: number): Pence[] {
  if (weights.length === 0) return [];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const residual = residualIndex ?? weights.indexOf(Math.max(...weights));
  const parts = weights.map((weight) => (total > 0 ? multiplyRatio(amount, weight, total, "down") : pence(0)));
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  parts[residual] = pence((parts[residual] ?? 0) + left);
  return parts;
}

/** Pence as people read them: "£1,234.50", "−£3.00" (a real minus sign). */
export function formatPence(amount: Pence): string {
  const pounds = Math.floor(Math.abs(amount) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = (Math.abs(amount) % 100).toString().padStart(2, "0");
  return `${amount < 0 ? "−" : ""}£${pounds}.${rest}`;
}

/** Pence as plain decimal pounds for files and HMRC fields: "1234.50", "-3.00". */
export function decimalPounds(amount: Pence): string {
  const size = Math.abs(amount);
  return `${amount < 0 ? "-" : ""}${Math.floor(size / 100)}.${(size % 100).toString().padStart(2, "0")}`;
}

/** Basis points as people read them: 800 → "8%", 1380 → "13.8%". */
export function formatRate(rate: BasisPoints): string {
  return `${(rate / 100).toFixed(2).replace(/\.?0+$/, "")}%`;
}

/**
 * Reads an amount as people type it: "£1,200", "1200.5", "-3". Returns pence, or undefined when it is not an amount
 * (more than two decimals, letters, commas in odd places).
 */
export function parsePence(text: string): Pence | undefined {
  const clean = text.trim().replace(/[−–]/g, "-").replace(/\s/g, "");
  const match = /^(-?)£?(-?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{1,2}))?$/.exec(clean);
  if (!match || (match[3] === undefined && match[4] === undefined) || (match[1] && match[2])) return undefined;
  const pounds = Number((match[3] ?? "0").replace(/,/g, ""));
  const rest = Number((match[4] ?? "").padEnd(2, "0"));
  const size = pounds * 100 + rest;
  return Number.isSafeInteger(size) ? pence(match[1] || match[2] ? -size : size) : undefined;
}
