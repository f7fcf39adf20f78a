import { type DocumentTable, dateCell, moneyCell, textCell } from "../../core/documentModel.ts";
import { type Pence, pence } from "../../core/money.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import type { PayslipResult } from "../types.ts";

/** One member's contributions of one pay period, as a pension provider is told. Pence. */
export interface MemberContribution {
  readonly lastName: string;
  readonly firstNames: string;
  readonly dateOfBirth: PlainDate | null;
  readonly nationalInsuranceNumber: string | null;
  readonly payrollNumber: string;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly pensionableEarnings: Pence;
  readonly employer: Pence;
  /** Taken from pay; under relief at source without the tax relief the scheme claims. */
  readonly member: Pence;
  readonly taxRelief: Pence;
  /** Why less than usual is paid; null when the usual contribution is paid. */
  readonly reason: ReducedContributionReason | null;
  /** The day the reason began; wanted for leaving and for family leave. */
  readonly reasonFrom: PlainDate | null;
}
export type ReducedContributionReason = "left" | "familyLeave" | "insufficientEarnings";

/** The contribution of one sealed payslip. */
export function memberContributionOf(
  who: Pick<MemberContribution, "lastName" | "firstNames" | "dateOfBirth" | "nationalInsuranceNumber" | "payrollNumber">,
  result: PayslipResult,
  reduced: Pick<MemberContribution, "reason" | "reasonFrom"> = { reason: null, reasonFrom: null },
): MemberContribution {
  const isNothing = result.employerPension.amount === 0 && result.employeePension.amount === 0;
  return {
    ...who,
    periodFrom: result.periodFrom,
    periodTo: result.periodTo,
    pensionableEarnings: result.pensionableEarnings,
    employer: result.employerPension.amount,
    member: result.employeePension.amount,
    taxRelief: result.pensionTaxRelief,
    reason: reduced.reason ?? (isNothing ? "insufficientEarnings" : null),
    reasonFrom: reduced.reasonFrom,
  };
}

/** A general contribution table for any provider, with totals left to the reader of the file. */
export function pensionContributionTable(contributions: readonly MemberContribution[]): DocumentTable {
  const headings = ["Last name", "First names", "Date of birth", "National Insurance number", "Payroll number", "From", "To"];
  const amounts = ["Pensionable earnings", "Employer contribution", "Member contribution", "Tax relief", "Total"];
  return {
    kind: "table",
    caption: "Pension contributions",
    columns: [...headings, ...amounts, "Reason for less"].map((heading) => ({ heading, align: "start" as const })),
    rows: contributions.map((each) => ({
      cells: [
        textCell(each.lastName),
        textCell(each.firstNames),
        each.dateOfBirth === null ? textCell("") : dateCell(each.dateOfBirth),
        textCell(each.nationalInsuranceNumber ?? ""),
        textCell(each.payrollNumber),
        dateCell(each.periodFrom),
        dateCell(each.periodTo),
        moneyCell(each.pensionableEarnings),
        moneyCell(each.employer),
        moneyCell(each.member),
        moneyCell(each.taxRelief),
        moneyCell(pence(each.employer + each.member + each.taxRelief)),
        textCell(each.reason === null ? "" : reasonWords[each.reason]),
      ],
    })),
  };
}

const reasonWords: Readonly<Record<ReducedContributionReason, string>> = {
  left: "left the job or the pension",
  familyLeave: "on family leave",
  insufficientEarnings: "earned too little this time",
};
