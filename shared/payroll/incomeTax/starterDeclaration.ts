import type { StarterCode, TaxYearRates } from "../../rates/taxYearRates.ts";
import type { TaxSetting } from "../types.ts";

/** How a person comes to the job: with a P45, with a starter checklist statement, or with nothing. */
export type StarterKind = "p45" | "declarationA" | "declarationB" | "declarationC" | "none";

/**
 * The tax code of a new employee who has not handed in a P45 (`startFromP45` reads one): the starter checklist decides, and with nothing at all it is 0T
 * on a week 1 / month 1 basis. Source: GOV.UK, Tell HMRC about a new employee; payroll rules, section 3.1.
 */
export function starterTaxCode(kind: StarterKind, rates: TaxYearRates): TaxSetting & { readonly reason: string } {
  const codes = rates.incomeTax.starterCodes;
  const setting = (from: StarterCode, reason: string) => ({ code: from.code, isWeek1Month1: from.isWeek1Month1, reason });
  switch (kind) {
    case "p45":
      return setting(codes.noInformation, "There is no P45 yet, so the code lets nothing be free of tax until HMRC sends one.");
    case "declarationA":
      return setting(codes.statementA, "Statement A: the first job since 6 April, with no other job, pension or taxed benefit.");
    case "declarationB":
      return setting(codes.statementB, "Statement B: the only job now, but there was another job or a taxed benefit since 6 April.");
    case "declarationC":
      return setting(codes.statementC, "Statement C: there is another job or a pension, so all pay is taxed at the basic rate.");
    case "none":
      return setting(codes.noInformation, "Neither a P45 nor a starter checklist came before the first payday.");
  }
}
