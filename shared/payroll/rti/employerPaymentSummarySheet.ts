import { decimalPounds, pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import type { HmrcFigure } from "../hmrc/hmrcFigures.ts";
import type { EmployerPaymentSummary, RecoveredKind, TaxMonthsSpan } from "./employerPaymentSummary.ts";

/** The kinds of statutory pay with HMRC's numbers for what is recovered and for the compensation, in HMRC's order. */
export const recoveredBoxes: readonly (readonly [RecoveredKind, string, string, string])[] = [
  ["maternity", "Statutory Maternity Pay", "92", "97"],
  ["paternity", "Statutory Paternity Pay", "93", "98"],
  ["adoption", "Statutory Adoption Pay", "94", "99"],
  ["sharedParental", "Statutory Shared Parental Pay", "95", "100"],
  ["parentalBereavement", "Statutory Parental Bereavement Pay", "206", "207"],
  ["neonatalCare", "Statutory Neonatal Care Pay", "215", "216"],
];

const plain = (item: string, label: string, value: string): HmrcFigure => ({ item, label, value, yearToDate: null, toDateItem: null });

/**
 * What to type under monthly and yearly employer tasks of HMRC's Basic PAYE Tools, in its order: recoverable amounts, periods with no payments, Employment
 * Allowance, bank account, final submission. Amounts are totals since 6 April, in plain decimal pounds.
 * Source: HMRC, Basic PAYE Tools guide; item numbers of the RTI data item guide.
 */
export function employerPaymentSummarySheet(summary: EmployerPaymentSummary): HmrcFigure[] {
  const { recovered, noPayment, inactivity, employmentAllowance, account, finalSubmission } = summary;
  const figures: HmrcFigure[] = [];
  if (recovered) {
    figures.push(plain("167", "Tax month", String(recovered.taxMonth)));
    for (const [kind, name, item, compensationItem] of recoveredBoxes) {
      const amount = recovered.amounts.find((each) => each.kind === kind);
      if (!amount) continue;
      figures.push(plain(item, `${name} recovered, year to date`, decimalPounds(amount.recovered)));
      const compensation = `National Insurance compensation on ${name}, year to date`;
      if (amount.compensation !== pence(0)) figures.push(plain(compensationItem, compensation, decimalPounds(amount.compensation)));
    }
  }
  const span = ({ from, to }: TaxMonthsSpan) => `${formatDate(from)} to ${formatDate(to)}`;
  if (noPayment) figures.push(plain("87Ba", "No payment for period", "Yes"), plain("137", "No payment dates", span(noPayment)));
  if (inactivity) figures.push(plain("136", "Period of inactivity", span(inactivity)));
  if (employmentAllowance !== null) figures.push(plain("166", "Employment Allowance indicator", employmentAllowance ? "Yes" : "No"));
  if (account) {
    figures.push(plain("156", "Account holder's name", account.holderName));
    figures.push(plain("157", "Account number", account.accountNumber), plain("158", "Sort code", account.sortCode));
    if (account.buildingSocietyReference !== null) figures.push(plain("159", "Building society reference", account.buildingSocietyReference));
  }
  if (finalSubmission?.because === "yearEnd") figures.push(plain("109", "Final submission for year", "Yes"));
  if (finalSubmission?.because === "schemeCeased") {
    figures.push(
      plain("108", "Final submission because scheme ceased", "Yes"),
      plain("119", "Date scheme ceased", formatDate(finalSubmission.ceasedOn)),
    );
  }
  return figures;
}
