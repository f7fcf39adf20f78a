import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { type Pence, pence } from "../../core/money.ts";
import { addDays, addMonths, type PlainDate, plainDate } from "../../core/plainDate.ts";
import { workingDayOnOrBefore } from "../../rates/bankHolidays.ts";
import { taxYearOf } from "../../rates/ratesFor.ts";
import { taxMonthOf } from "../incomeTax/taxPeriod.ts";

/** A span of tax months that is paid to HMRC as one, with the last days for paying it. */
export interface HmrcPeriod {
  readonly taxYear: string;
  readonly firstTaxMonth: number;
  readonly lastTaxMonth: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The 22nd when paid electronically, or the working day before it. */
  readonly dueElectronicallyOn: PlainDate;
  /** The 19th when paid by post, or the working day before it; also the last day for an Employer Payment Summary. */
  readonly dueByPostOn: PlainDate;
}

/**
 * The tax month (6th to 5th) or tax quarter a payday belongs to, with its due dates.
 * Source: GOV.UK, Pay employers' PAYE; payroll rules, section 14.
 */
export function hmrcPeriodOf(payday: PlainDate, paysQuarterly: boolean): HmrcPeriod {
  return hmrcPeriodOfMonth(taxYearOf(payday), taxMonthOf(payday), paysQuarterly);
}

/** The tax month, or the tax quarter it lies in, of a tax year ("2026-27") and a tax month from 1 (6 April to 5 May) to 12. Source: as above. */
export function hmrcPeriodOfMonth(taxYear: string, month: number, paysQuarterly: boolean): HmrcPeriod {
  const firstTaxMonth = paysQuarterly ? month - ((month - 1) % 3) : month;
  const lastTaxMonth = paysQuarterly ? firstTaxMonth + 2 : month;
  const yearStart = plainDate(`${taxYear.slice(0, 4)}-04-06`);
  const next = addMonths(yearStart, lastTaxMonth);
  const nextMonth = next.slice(0, 7);
  return {
    taxYear,
    firstTaxMonth,
    lastTaxMonth,
    from: addMonths(yearStart, firstTaxMonth - 1),
    to: addDays(next, -1),
    dueElectronicallyOn: workingDayOnOrBefore(plainDate(`${nextMonth}-22`)),
    dueByPostOn: workingDayOnOrBefore(plainDate(`${nextMonth}-19`)),
  };
}

/**
 * The Accounts Office reference followed by four digits that tell HMRC which month is paid: the year the tax year ends in and the tax month
 * ("123PA000123452705" is 6 August to 5 September 2026; a quarter is told by its last month). 17 characters. Source: GOV.UK, Pay employers' PAYE: reference number.
 */
export function hmrcPaymentReference(accountsOfficeReference: string, { taxYear, lastTaxMonth }: HmrcPeriod): string {
  return `${accountsOfficeReference}${taxYear.slice(5)}${String(lastTaxMonth).padStart(2, "0")}`;
}

/** What a period owes HMRC, part by part, in pence. */
interface HmrcDueParts {
  readonly incomeTax: Pence;
  readonly employeeNationalInsurance: Pence;
  readonly employerNationalInsurance: Pence;
  readonly studentLoans: Pence;
  readonly employmentAllowance: Pence;
  readonly statutoryPayRecovered: Pence;
}

/** What is due to HMRC for a period. Below zero means HMRC owes the employer. Source: payroll rules, section 14. */
export function calculateHmrcDue(parts: HmrcDueParts): Explained {
  const lines: ExplanationLine[] = [
    { text: "Income tax taken from wages.", amount: parts.incomeTax },
    { text: "National Insurance taken from wages.", amount: parts.employeeNationalInsurance },
    { text: "The employer's National Insurance.", amount: parts.employerNationalInsurance },
  ];
  if (parts.studentLoans !== 0) lines.push({ text: "Student and postgraduate loans taken from wages.", amount: parts.studentLoans });
  if (parts.employmentAllowance !== 0) lines.push({ text: "Employment Allowance comes off.", amount: pence(-parts.employmentAllowance) });
  if (parts.statutoryPayRecovered !== 0) {
    lines.push({ text: "Statutory family pay that HMRC gives back.", amount: pence(-parts.statutoryPayRecovered) });
  }
  return explain({ name: "What is due to HMRC", source: "GOV.UK, Pay employers' PAYE, https://www.gov.uk/pay-paye-tax" }, lines);
}
