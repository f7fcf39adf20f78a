import { addingLine, type Explained, explain, tellingLine } from "../../core/explanation.ts";
import { formatPence, formatRate, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { recoveryOfMonth } from "../statutoryPay/statutoryRecovery.ts";
import type { PayslipResult } from "../types.ts";

/** The statutory payments an employer gets back, with HMRC's names and short names. Statutory Sick Pay is not one of them. */
export const recoverableKinds = {
  statutoryMaternityPay: "Statutory Maternity Pay",
  statutoryAdoptionPay: "Statutory Adoption Pay",
  statutoryPaternityPay: "Statutory Paternity Pay",
  statutorySharedParentalPay: "Statutory Shared Parental Pay",
  statutoryParentalBereavementPay: "Statutory Parental Bereavement Pay",
  statutoryNeonatalCarePay: "Statutory Neonatal Care Pay",
} as const;
type RecoverableKind = keyof typeof recoverableKinds;

/** What comes back of one kind of statutory pay in a tax month. Pence, above zero. */
export interface RecoveryOfKind {
  readonly kind: RecoverableKind;
  readonly name: string;
  readonly recovered: Explained;
  readonly compensation: Explained;
  readonly payslipIds: readonly string[];
}

interface RecoveryPayslip {
  readonly payslipId: string;
  readonly engagementId: string;
  readonly employeeName: string;
  readonly result: PayslipResult;
}

interface RecoveryRules {
  readonly rates: Pick<TaxYearRates, "taxYear" | "statutoryParentalPay">;
  readonly isSmallEmployer: boolean;
}

/**
 * What HMRC gives back of the statutory family pay on the payslips of one tax month, by kind; each person's pay of the month is rounded once.
 * Kinds nobody was paid are left out. Source: HMRC, Recover statutory payments; payroll rules, section 8.
 */
export function recoveriesOf(payslips: readonly RecoveryPayslip[], rules: RecoveryRules): readonly RecoveryOfKind[] {
  return (Object.keys(recoverableKinds) as RecoverableKind[]).flatMap((kind) => {
    const counted = payslips.filter(({ result }) => paidOf(result, kind) !== 0);
    return counted.length === 0 ? [] : [recoveryOf(kind, counted, rules)];
  });
}

const paidOf = (result: PayslipResult, kind: RecoverableKind): number =>
  result.payLines.reduce((sum, line) => sum + (line.kind === kind ? line.amount : 0), 0);

function recoveryOf(kind: RecoverableKind, payslips: readonly RecoveryPayslip[], { rates, isSmallEmployer }: RecoveryRules): RecoveryOfKind {
  const { smallEmployerRecovery, standardRecovery, sources } = rates.statutoryParentalPay;
  const rate = isSmallEmployer ? smallEmployerRecovery : standardRecovery;
  const rule = { name: "Recover statutory payments", source: sources[0], ratesYear: rates.taxYear };
  const people = new Map<string, { readonly name: string; readonly paid: Pence }>();
  for (const { engagementId, employeeName, result } of payslips) {
    const before = people.get(engagementId)?.paid ?? 0;
    people.set(engagementId, { name: employeeName, paid: pence(before + paidOf(result, kind)) });
  }
  const worked = [...people.values()].map((person) => ({ ...person, ...recoveryOfMonth(person.paid, isSmallEmployer, rates) }));
  const share = isSmallEmployer ? "All of it comes back to a small employer." : `${formatRate(rate)} of it comes back.`;
  return {
    kind,
    name: recoverableKinds[kind],
    recovered: explain(rule, [
      tellingLine(share),
      ...worked.map(({ name, paid, recovered }) => addingLine(`${name} was paid ${formatPence(paid)}.`, recovered)),
    ]),
    compensation: explain(rule, [
      tellingLine(isSmallEmployer ? `With compensation it is ${formatRate(rate)} in all.` : "Compensation is only for small employers."),
      ...worked.map(({ name, paid, compensation }) => addingLine(`On ${formatPence(paid)} paid to ${name}.`, compensation)),
    ]),
    payslipIds: payslips.map(({ payslipId }) => payslipId),
  };
}
