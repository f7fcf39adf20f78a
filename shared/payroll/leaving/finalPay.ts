import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { type Pence, pence } from "../../core/money.ts";
import { calculateHolidayInLieu, type HolidayInLieuInput } from "./holidayInLieu.ts";

export interface FinalPayInput extends HolidayInLieuInput {
  /** Wages for work not paid yet, in pence. */
  readonly wages: Pence;
  readonly noticeInLieu: Explained | null;
  readonly redundancy: Explained | null;
}

interface FinalPay {
  readonly holidayInLieu: Explained;
  /** Wages, holiday and notice: taxed, with National Insurance, through the payslip. */
  readonly throughPayslip: Pence;
  /** The part of redundancy pay that is free of tax and National Insurance. */
  readonly freeOfTax: Pence;
  /** Redundancy pay above £30,000: taxed through the payslip, without the employee's National Insurance. */
  readonly redundancyTaxed: Pence;
  readonly total: Explained;
}

const freeTerminationPay = pence(30_000_00);

/**
 * What is due to somebody who leaves, before deductions, in pence: wages, holiday in lieu at the average of the reference weeks, pay in lieu of notice and
 * redundancy pay. Statutory redundancy pay is free of tax up to £30,000. Holiday in lieu is rounded up to the penny.
 * Source: Working Time Regulations 1998, regulation 14; ITEPA 2003, sections 401 to 404; payroll rules, section 12.
 */
export function calculateFinalPay(input: FinalPayInput): FinalPay {
  const { leaverHoliday, wages, noticeInLieu, redundancy } = input;
  const holidayInLieu = calculateHolidayInLieu(input);
  const lines: ExplanationLine[] = [
    { text: "Wages not paid yet.", amount: wages },
    leaverHoliday.left < 0
      ? { text: "Holiday taken beyond what was earned.", amount: holidayInLieu.amount }
      : { text: "Pay for holiday that is left.", amount: holidayInLieu.amount },
  ];
  if (noticeInLieu) lines.push({ text: "Pay in lieu of notice.", amount: noticeInLieu.amount });
  if (redundancy) lines.push({ text: "Statutory redundancy pay.", amount: redundancy.amount });
  const redundancyPay = redundancy?.amount ?? pence(0);
  const freeOfTax = pence(Math.min(redundancyPay, freeTerminationPay));
  return {
    holidayInLieu,
    throughPayslip: pence(wages + holidayInLieu.amount + (noticeInLieu?.amount ?? 0)),
    freeOfTax,
    redundancyTaxed: pence(redundancyPay - freeOfTax),
    total: explain({ name: "Final pay", source: "Employment Rights Act 1996, section 13; Working Time Regulations 1998, regulation 14" }, lines),
  };
}
