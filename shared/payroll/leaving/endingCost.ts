import { type Explained, explain } from "../../core/explanation.ts";
import type { Pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, refused, type Verdict } from "../problems.ts";
import { calculateNotice } from "./notice.ts";
import { payInLieuOfNotice } from "./payInLieuOfNotice.ts";
import { calculateRedundancyPay } from "./redundancy.ts";
import { relevantDateOf } from "./relevantDate.ts";

export interface EndingCostInput {
  readonly dateOfBirth: PlainDate;
  readonly startedOn: PlainDate;
  /** The day on which the job would end without warning. */
  readonly on: PlainDate;
  readonly contractWeeks: number;
  readonly weeksPay: Pence;
  readonly isImmediateFamilyOfEmployer: boolean;
  /** Pay for holiday that would be left. */
  readonly holidayInLieu: Explained;
}

/**
 * What would be due, in pence and before deductions, if the employer ended the job on a day for redundancy without working the notice: pay in lieu of
 * notice, statutory redundancy pay and holiday that is left. A sum to set aside. Refuses what the notice and redundancy calculators refuse.
 * Source: Employment Rights Act 1996, sections 86, 135 and 162; Working Time Regulations 1998, regulation 14.
 */
export function calculateEndingCost(input: EndingCostInput): Verdict<Explained> {
  const { startedOn, on, weeksPay, contractWeeks, holidayInLieu } = input;
  const relevantDate = relevantDateOf({ startedOn, noticeGivenOn: on, lastDay: on });
  if (!relevantDate.ok) return relevantDate;
  const notice = calculateNotice({ startedOn, givenOn: on, givenBy: "employer", contractWeeks });
  const redundancy = calculateRedundancyPay({ ...input, relevantDate: relevantDate.value });
  if (!notice.ok || !redundancy.ok) return refused(...(notice.ok ? [] : notice.problems), ...(redundancy.ok ? [] : redundancy.problems));
  const { weeks } = notice.value;
  return accepted(
    explain({ name: "What ending the job would cost", source: "Employment Rights Act 1996, sections 86, 135 and 162" }, [
      { text: `If the job ended on ${formatDate(on)}:` },
      { text: `Pay in lieu of ${weeks} ${weeks === 1 ? "week" : "weeks"} of notice.`, amount: payInLieuOfNotice(weeksPay, weeks).amount },
      {
        text: `Statutory redundancy pay for ${redundancy.value.fullYears} whole years.`,
        amount: redundancy.value.payment.amount,
      },
      { text: "Pay for holiday that is left.", amount: holidayInLieu.amount },
    ]),
  );
}
