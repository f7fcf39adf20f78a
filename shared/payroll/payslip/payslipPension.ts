import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { lessAlreadyTaken } from "../nationalInsurance/lessAlreadyTaken.ts";
import { basicPayOf } from "../pension/basicPay.ts";
import { calculatePension, type PensionContributions } from "../pension/pension.ts";
import type { EarlierInEarningsPeriod, PayslipInput } from "../types.ts";

/**
 * The pension figures of one payslip, in pence: contributions of a member, on all the pay of the period less what an earlier payment of it took,
 * or nothing; a refund after an opt-out makes them less, below zero when it is all there is.
 * Source: Pensions Act 2008, sections 8, 13 and 20; payroll rules, section 10.
 */
export function payslipPensionOf(
  { pension, payLines, payFrequency, earlierInEarningsPeriod, pensionRefund }: PayslipInput,
  grossPay: Pence,
  rates: TaxYearRates,
): PensionContributions {
  const contributions = pension.status !== "member" ? noPension(rates) : memberPension();
  if (pensionRefund === null) return contributions;
  return {
    ...contributions,
    employee: withRefund(contributions.employee, pensionRefund.employee, "the employee"),
    employer: withRefund(contributions.employer, pensionRefund.employer, "the employer"),
  };

  function memberPension(): PensionContributions {
    const earnings = pence(grossPay + (earlierInEarningsPeriod?.earnings ?? 0));
    const basicPay = pence(basicPayOf(payLines) + (earlierInEarningsPeriod?.pensionableEarnings ?? 0));
    const ofPeriod = calculatePension({ ...pension, earnings, basicPay, payFrequency }, rates);
    return earlierInEarningsPeriod === null ? ofPeriod : lessEarlier(ofPeriod, earlierInEarningsPeriod);
  }
}

function lessEarlier(ofPeriod: PensionContributions, earlier: EarlierInEarningsPeriod): PensionContributions {
  return {
    pensionableEarnings: pence(Math.max(0, ofPeriod.pensionableEarnings - earlier.pensionableEarnings)),
    employee: lessAlreadyTaken(ofPeriod.employee, { earnings: earlier.earnings, taken: earlier.employeePension }),
    taxRelief: pence(Math.max(0, ofPeriod.taxRelief - earlier.pensionTaxRelief)),
    employer: lessAlreadyTaken(ofPeriod.employer, { earnings: earlier.earnings, taken: earlier.employerPension }),
  };
}

function withRefund(contribution: Explained, refund: Pence, to: string): Explained {
  if (refund === 0) return contribution;
  const text = `${formatPence(refund)} of contributions goes back to ${to} after opting out.`;
  return explain(contribution.rule, [...contribution.lines, { text, amount: pence(-refund) }]);
}

function noPension(rates: TaxYearRates): PensionContributions {
  const none = explain({ name: "Workplace pension", source: rates.pension.sources[0] }, [{ text: "Not in a workplace pension on this payday." }]);
  return { pensionableEarnings: pence(0), employee: none, taxRelief: pence(0), employer: none };
}
