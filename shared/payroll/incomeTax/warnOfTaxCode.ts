import { formatPence, pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import type { IncomeTaxRates } from "../../rates/taxYearRates.ts";
import type { PayslipInput } from "../types.ts";
import type { TaxCode } from "./taxCode.ts";

type PersonAndDay = Pick<PayslipInput, "employeeName" | "payday" | "leftOn" | "taxSetting">;

/**
 * What to ask about a tax code that can be right but seldom is: a number more than twice the one most people have (a digit typed twice or one too many), and
 * a usual code on a payday after the last day, which is right only until the P45 is given. None is wrong for certain, so none stops the pay.
 * Source: payroll rules, sections 3 and 3.1; HMRC, Specification for PAYE Tax Table Routines (£10 for each number, and £9).
 */
export function warnOfTaxCode(taxCode: TaxCode, person: PersonAndDay, rates: { readonly incomeTax: IncomeTaxRates }): string[] {
  const { employeeName, payday, leftOn, taxSetting } = person;
  const warnings: string[] = [];
  const { code: usual } = rates.incomeTax.starterCodes.statementA;
  if (taxCode.kind === "freePay" && taxCode.number > 2 * Number.parseInt(usual, 10)) {
    const free = formatPence(pence((taxCode.number * 10 + 9) * 100));
    warnings.push(
      `Code ${taxCode.text} lets ${free} be free of tax in the year. Most people have ${usual}: check ${employeeName}'s letter from HMRC.`,
    );
  }
  if (leftOn === null || payday <= leftOn || taxCode.kind === "noTax") return warnings;
  const isAlone = taxSetting.isWeek1Month1 || taxCode.isWeek1Month1;
  if (taxCode.kind !== "freePay" || taxCode.number !== 0 || !isAlone) {
    warnings.push(
      `${employeeName} left on ${formatDate(leftOn)}. Code ${taxCode.text} is right only until the P45 is given: after it the code is 0T on a week 1 or month 1 basis.`,
    );
  }
  return warnings;
}
