import type { StarterSuggestion } from "../../../shared/contract/employmentAnswers.ts";
import type { employmentOperations } from "../../../shared/contract/employmentOperations.ts";
import { invalidInput, notAllowed } from "../../../shared/contract/errors.ts";
import type { InputOf } from "../../../shared/contract/operation.ts";
import type { Pence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { type P45Start, startFromP45 } from "../../../shared/payroll/incomeTax/p45Figures.ts";
import { starterTaxCode } from "../../../shared/payroll/incomeTax/starterDeclaration.ts";
import { parseTaxCode } from "../../../shared/payroll/incomeTax/taxCode.ts";
import { suggestNationalInsuranceCategory } from "../../../shared/payroll/nationalInsurance/nationalInsuranceCategory.ts";
import { noRatesMessage, ratesFor } from "../../../shared/rates/ratesFor.ts";

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
  if (p45 && starterKind === "p45") {
    const { taxSetting, reason } = readP45(p45, on);
    return { ...base, taxCode: taxSetting.code, isWeek1Month1: taxSetting.isWeek1Month1, taxReason: reason };
  }
  const setting = starterTaxCode(starterKind === "existing" ? "none" : starterKind, rates);
  return { ...base, taxCode: setting.code, isWeek1Month1: setting.isWeek1Month1, taxReason: setting.reason };
}

const p45Fields: Readonly<Record<string, string>> = {
  taxCode: "p45.taxCode",
  "p45.totalPay": "p45.taxablePayPence",
  "p45.totalTax": "p45.taxPence",
  "p45.leftOn": "p45.leavingOn",
};

/** The code a P45 gives on the first day, and the pay and tax it brings: nothing when it is of another tax year. */
export function readP45(p45: NonNullable<Starter["p45"]>, on: PlainDate): P45Start {
  const rates = ratesFor(on);
  if (!rates) throw notAllowed(noRatesMessage(on));
  const { leavingOn, taxCode, isWeek1Month1 = false, taxablePayPence, taxPence } = p45;
  const start = startFromP45(
    { leftOn: leavingOn as PlainDate, taxCode, isWeek1Month1, totalPay: taxablePayPence as Pence, totalTax: taxPence as Pence },
    on,
    rates,
  );
  if (start.ok) return start.value;
  throw invalidInput(Object.fromEntries(start.problems.map(({ field, rule, wayOut }) => [p45Fields[field] ?? field, `${rule} ${wayOut}`])));
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
