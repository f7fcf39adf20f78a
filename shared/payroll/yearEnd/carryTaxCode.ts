import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { CodeUplift } from "../../rates/codeUplifts.ts";
import { parseTaxCode } from "../incomeTax/taxCode.ts";
import { accepted, type Verdict } from "../problems.ts";
import type { TaxSetting } from "../types.ts";

/** The code that goes on from 6 April, and why. `isConfirmed` is false when HMRC's instructions for the year are not in this version. */
export interface CarriedTaxCode {
  readonly setting: TaxSetting;
  readonly isChanged: boolean;
  readonly isConfirmed: boolean;
  readonly lines: readonly string[];
}

/**
 * The tax code on 6 April of somebody who goes on working: the code of 5 April, with the number that HMRC adds to codes ending in L, M or N, and without a
 * week 1 or month 1 marking. Every other code (T, K, BR, D0, D1, 0T, NT) is copied as it is. A code that HMRC sent for the new year stands before all of
 * this, so it must be asked for first. Refuses what is no tax code.
 * Source: HMRC, form P9X, tax codes to use from 6 April.
 */
export function carryTaxCode(setting: TaxSetting, newYearFrom: PlainDate, uplift: CodeUplift | undefined): Verdict<CarriedTaxCode> {
  const parsed = parseTaxCode(setting.code);
  if (!parsed.ok) return parsed;
  const { text, isWeek1Month1, kind } = parsed.value;
  const wasAlone = setting.isWeek1Month1 || isWeek1Month1;
  const suffix = text.slice(-1);
  const added = kind === "freePay" && (suffix === "L" || suffix === "M" || suffix === "N") ? (uplift?.addTo[suffix] ?? 0) : 0;
  const code = added === 0 ? text : text.replace(/\d+/, (number) => String(Number(number) + added));
  const lines = [
    uplift
      ? added === 0
        ? `Code ${text} is copied as it is: HMRC adds nothing to ${suffixWords(text, kind)} on ${formatDate(newYearFrom)}.`
        : `HMRC adds ${added} to codes that end in ${suffix} on ${formatDate(newYearFrom)}: ${text} becomes ${code}.`
      : `Code ${text} is copied for now. HMRC publishes its instructions for ${formatDate(newYearFrom)} in February (form P9X): look whether codes go up.`,
    ...(wasAlone ? ["The week 1 or month 1 marking ends: from 6 April all pay of the new year counts together."] : []),
    "A letter from HMRC with a code for the new year stands before this one.",
  ];
  return accepted({ setting: { code, isWeek1Month1: false }, isChanged: wasAlone || code !== text, isConfirmed: uplift !== undefined, lines });
}

const suffixWords = (text: string, kind: string) =>
  kind === "freePay" && !text.endsWith("T") ? `codes that end in ${text.slice(-1)}` : "codes of this kind";
