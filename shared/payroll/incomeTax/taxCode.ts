import type { FlatRateCode, TaxRegion } from "../../rates/payTerms.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

/**
 * A tax code, read. `freePay` codes (1257L, 0T) let `number` × £10 and a little more be free of tax in the year, `addition` codes (K100)
 * add to pay instead, `flat` codes put one rate on everything, `noTax` is NT.
 */
export type TaxCode =
  | {
      readonly text: string;
      readonly region: TaxRegion;
      readonly isWeek1Month1: boolean;
      readonly kind: "freePay" | "addition";
      readonly number: number;
    }
  | { readonly text: string; readonly region: TaxRegion; readonly isWeek1Month1: boolean; readonly kind: "flat"; readonly flat: FlatRateCode }
  | { readonly text: string; readonly region: TaxRegion; readonly isWeek1Month1: boolean; readonly kind: "noTax" };

/** Seven characters at most, S or C included. */
const shape = /^([SC]?)(?:(\d{1,5})[LMNT]|K(\d{1,4})|(BR|D[0-3])|(NT))$/;
const basis = /[-/(]?(?:W1\/?M1|W1|M1|X)\)?$/;
const rule = "A tax code is numbers and a letter (1257L, 0T), K and numbers (K100), or BR, D0, D1 or NT, with S or C in front for Scotland or Wales.";
const wayOut = "Copy it from the letter or message HMRC sent, the P45, or the starter checklist.";

/**
 * Reads a tax code as people write it: spaces and small letters are fine, W1, M1, W1/M1 or X at the end means each payday on its own. Refuses what
 * HMRC never issues, with the code as it was typed.
 * Source: HMRC, Specification for PAYE Tax Table Routines; payroll rules, section 3.
 */
export function parseTaxCode(text: string): Verdict<TaxCode> {
  const compact = text.replace(/\s/g, "").toUpperCase();
  const code = compact.replace(basis, "");
  const match = shape.exec(code);
  if (!match) return refused(problem("taxCode", text, rule, wayOutFor(code)));

  const region: TaxRegion = match[1] === "S" ? "scotland" : match[1] === "C" ? "wales" : "restOfUk";
  const base = { text: code, region, isWeek1Month1: code !== compact };
  if (match[5] !== undefined) {
    if (region !== "restOfUk") return refused(problem("taxCode", text, "NT is the same in every country and has no S or C in front.", "Write NT."));
    return accepted({ ...base, kind: "noTax" });
  }
  if (match[4] !== undefined) {
    const flat = match[4] as FlatRateCode;
    if (region !== "scotland" && (flat === "D2" || flat === "D3")) {
      return refused(problem("taxCode", text, `${flat} is a Scottish rate only.`, `Write S${flat} if HMRC sent that code.`));
    }
    return accepted({ ...base, kind: "flat", flat });
  }
  if (match[3] !== undefined) {
    const number = Number(match[3]);
    if (number === 0) return refused(problem("taxCode", text, "A K code has a number from 1 to 9999.", wayOut));
    return accepted({ ...base, kind: "addition", number });
  }
  return accepted({ ...base, kind: "freePay", number: Number(match[2]) });
}

/** The letter O is easily typed for the number nought. */
function wayOutFor(code: string): string {
  const withNought = code.replace(/O/g, "0");
  return shape.test(withNought) ? `Write ${withNought}, with the number 0 and not the letter O.` : wayOut;
}
