import * as z from "zod";
import { formatDate } from "../../core/plainDate.ts";
import { figuresOfPayday, HmrcFigure } from "../hmrc/hmrcFigures.ts";
import type { PayslipResult } from "../types.ts";
import type { SubmittedEmployee } from "./fullPaymentSubmission.ts";
import type { LateReason } from "./submissionFacts.ts";

/**
 * What to type into HMRC's Basic PAYE Tools for one employee and payday, screen by screen: the employee's details (only what is new for HMRC or may need a
 * look), the payment, and what the tool then works out and shows, to compare. `totals` are the year to date and bands the tool keeps by itself.
 */
export const KeyingSheet = z.object({
  employeeName: z.string(),
  payrollId: z.string(),
  details: z.array(HmrcFigure),
  payment: z.array(HmrcFigure),
  shown: z.array(HmrcFigure),
  totals: z.array(HmrcFigure),
});
export type KeyingSheet = z.infer<typeof KeyingSheet>;

/** Said on every sheet, document and file: this program sends nothing. */
export const sendsNothing =
  "Plan & Payday sends nothing to HMRC. Type these figures into HMRC's Basic PAYE Tools, or your other software, and send them from there on or before payday.";

const shownItems = ["68", "86B", "86A", "67", "195", "59"];
/** Asked for on the employee's own screen. */
const detailItems = ["42", "54", "79", "55", "56"];
const totalItems = ["82", "82A", "169", "79A", "86Aa", "86Ba"];

/** HMRC's reasons for reporting late (item 154). */
export const lateReasonWords: Readonly<Record<LateReason, string>> = {
  A: "A (notional payment to an expatriate, by a third party or overseas employer)",
  B: "B (notional payment: an employment-related security)",
  C: "C (notional payment: other)",
  D: "D (National Insurance on a payment taxed by P11D)",
  E: "E (micro employer using the old relaxation)",
  F: "F (no need for a record, or impractical on the day)",
  G: "G (reasonable excuse)",
  H: "H (correcting an earlier submission)",
};

const plain = (item: string, label: string, value: string): HmrcFigure => ({ item, label, value, yearToDate: null, toDateItem: null });
const yes = (item: string, label: string, holds: boolean): HmrcFigure[] => (holds ? [plain(item, label, "Yes")] : []);
const known = (item: string, label: string, value: string | null): HmrcFigure[] => (value === null ? [] : [plain(item, label, value)]);

/** The keying sheet of one employee. Source: HMRC, Basic PAYE Tools guide: the order of its screens; labels are HMRC's names of the data items. */
export function keyingSheetOf(employee: SubmittedEmployee, payslip: PayslipResult): KeyingSheet {
  const figures = figuresOfPayday(employee, payslip);
  const { name } = employee.person;
  const { payment } = employee;
  const withItem = (items: readonly string[]) => figures.filter(({ item }) => items.includes(item));
  const rest = figures.filter(({ item, label }) => ![...shownItems, ...detailItems, ...totalItems].includes(item) && label !== receives);
  return {
    employeeName: [...name.forenames, name.surname].join(" "),
    payrollId: employee.payrollId,
    details: [...personDetails(employee), ...withItem(detailItems), ...jobDetails(employee)],
    payment: [
      ...rest,
      ...yes("49", "Aggregated earnings", payment.hasAggregatedEarnings),
      ...yes("152", "On strike", payment.wasOnStrike),
      ...yes("153", "Unpaid absence", payment.hadUnpaidAbsence),
      ...yes("51", "Payment after leaving", payment.isAfterLeaving),
      ...yes("147", "Payment to a non-individual", employee.isToNonIndividual),
      ...known("154", "Reason for late reporting", payment.lateReason && lateReasonWords[payment.lateReason]),
    ],
    shown: [...withItem(shownItems), ...figures.filter(({ label }) => label === receives)],
    totals: withItem(totalItems),
  };
}

const receives = "What the employee receives";

function personDetails({ person, payrollId, oldPayrollId }: SubmittedEmployee): HmrcFigure[] {
  const { name, address, otherParent } = person;
  const [first, second] = name.forenames;
  return [
    ...known("5A", "Title", name.title),
    ...known("7", "First name", first ?? null),
    ...known("9", "Second name", second ?? null),
    plain("6", "Surname", name.surname),
    plain("5", "National Insurance number", person.nationalInsuranceNumber ?? "Not known"),
    ...known("10", "Date of birth", person.birthDate && formatDate(person.birthDate)),
    plain("11", "Current gender", person.gender === "F" ? "F (female)" : "M (male)"),
    ...(address?.lines ?? []).map((line, index) => plain(String(13 + index), `Address line ${index + 1}`, line)),
    ...known("17", "UK postcode", address?.postcode ?? null),
    ...known("18", "Foreign country", address?.foreignCountry ?? null),
    ...known("12", "Passport number", person.passportNumber),
    ...(otherParent ? [plain("74", "Other parent (Shared Parental Pay)", [...otherParent.name.forenames, otherParent.name.surname].join(" "))] : []),
    ...known("78", "Other parent's National Insurance number", otherParent?.nationalInsuranceNumber ?? null),
    plain("38", "Payroll ID", payrollId),
    ...(oldPayrollId === null ? [] : [plain("39", "Payroll ID changed", "Yes"), plain("40", "Old payroll ID", oldPayrollId)]),
  ];
}

const statementWords = {
  A: "A (first job since 6 April)",
  B: "B (only job now)",
  C: "C (another job or a pension)",
} as const;

function jobDetails({ starter, isPaidIrregularly, workplacePostcode, leavingDate }: SubmittedEmployee): HmrcFigure[] {
  return [
    ...(starter
      ? [
          plain("24", "Start date", formatDate(starter.startDate)),
          plain("24A", "Starter declaration", statementWords[starter.statement]),
          ...yes("27", "Student loan deductions needed", starter.hasStudentLoan),
          ...yes("193", "Postgraduate loan deductions needed", starter.hasPostgraduateLoan),
        ]
      : []),
    ...yes("40A", "Irregular payment pattern", isPaidIrregularly),
    ...known("218", "Employee's workplace postcode", workplacePostcode),
    ...known("41", "Leaving date", leavingDate && formatDate(leavingDate)),
  ];
}
