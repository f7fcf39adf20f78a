import type { StarterSuggestion } from "../../../shared/contract/employmentAnswers.ts";
import type { employmentOperations } from "../../../shared/contract/employmentOperations.ts";
import { invalidInput, notAllowed } from "../../../shared/contract/errors.ts";
import type { InputOf } from "../../../shared/contract/operation.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { starterTaxCode } from "../../../shared/payroll/incomeTax/starterDeclaration.ts";
import { parseTaxCode } from "../../../shared/payroll/incomeTax/taxCode.ts";
import { suggestNationalInsuranceCategory } from "../../../shared/payroll/nationalInsurance/nationalInsuranceCategory.ts";
import { noRatesMessage, ratesFor, taxYearOf } from "../../../shared/rates/ratesFor.ts";

type Starter = InputOf<(typeof employmentOperations)["employment.suggestStarterSettings"]> & {
  readonly on: PlainDate;
  readonly dateOfBirth: PlainDate;
};

/** The code without its "M1", and whether each payday is taxed on its own. */
export function readTaxCode(taxCode: string, isWeek1Month1: boolean): { taxCode: string; isWeek1Month1: boolean } {
  const verdict = parseTaxCode(taxCode);
  if (!verdict.ok) throw invalidInput({ taxCode: "This is not a tax code. It looks like 1257L" });
  return { taxCode: verdict.value.text, isWeek1Month1: isWeek1Month1 || verdict.value.isWeek1Month1 };
}

/** Tax code and National Insurance letter of a new assistant (payroll rules, sections 3.1 and 5.3), with the reasons. */
export function suggestStarterSettings({ starterKind, p45, dateOfBirth, on }: Starter): StarterSuggestion {
  const rates = ratesFor(on);
  if (!rates) throw notAllowed(noRatesMessage(on));
  const nationalInsurance = suggestNationalInsuranceCategory(dateOfBirth, on);
  const base = { nationalInsuranceCategory: nationalInsurance.category, nationalInsuranceReason: nationalInsurance.reason };

  if (starterKind === "p45" && !p45) throw invalidInput({ "p45.taxCode": "Enter the figures from the P45" });
  if (p45 && starterKind === "p45" && taxYearOf(p45.leavingOn as PlainDate) !== taxYearOf(on)) {
    // A P45 of an earlier tax year brings no figures; its code may be out of date too, so the starter checklist decides.
    throw invalidInput({ "p45.leavingOn": "This P45 is from another tax year. Use the starter checklist instead" });
  }
  const kind = starterKind === "existing" ? "none" : starterKind;
  const given = p45 ? readTaxCode(p45.taxCode, p45.isWeek1Month1 ?? false) : null;
  const setting = starterTaxCode(kind, given, rates);
  return { ...base, taxCode: setting.code, isWeek1Month1: setting.isWeek1Month1, taxReason: setting.reason };
}

/** Where the tax code came from, for its row in the record. */
export const starterSource = {
  p45: "P45",
  declarationA: "Starter checklist, statement A",
  declarationB: "Starter checklist, statement B",
  declarationC: "Starter checklist, statement C",
  none: "No P45 and no starter checklist",
  existing: "The last payslip before this app",
} as const;
