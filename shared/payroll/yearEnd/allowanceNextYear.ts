import { formatPence } from "../../core/money.ts";
import type { FilingRoute } from "../../people/employer.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";

export interface AllowanceFacts {
  readonly taxYear: string;
  readonly nextTaxYear: string;
  readonly filingRoute: FilingRoute;
  readonly isClaimedThisYear: boolean;
  /** Null: nothing is recorded for the next year. */
  readonly isClaimedNextYear: boolean | null;
  readonly rates: Pick<TaxYearRates, "employmentAllowance">;
}

/** What to do about the Employment Allowance at the end of a tax year. `isSettled`: nothing is left to do. */
export interface AllowanceNextYear {
  readonly isSettled: boolean;
  readonly mustClaimAgain: boolean;
  readonly lines: readonly string[];
}

/**
 * Whether the Employment Allowance must be claimed again. Employers who file online claim once and the claim stays; those who file on paper claim afresh each year and
 * tick the box on every paper summary (RT5). Source: HMRC PAYE Manual PAYE56010; payroll rules, section 5.6.
 */
export function allowanceNextYear({
  taxYear,
  nextTaxYear,
  filingRoute,
  isClaimedThisYear,
  isClaimedNextYear,
  rates,
}: AllowanceFacts): AllowanceNextYear {
  const amount = formatPence(rates.employmentAllowance.yearlyAmount);
  const worth = `It pays up to ${amount} of the employer’s National Insurance of a year (the figure of ${taxYear}).`;
  const mustClaimAgain = filingRoute === "paper" || !isClaimedThisYear;
  const recorded =
    isClaimedNextYear === null
      ? `Nothing is recorded for ${nextTaxYear} yet.`
      : isClaimedNextYear
        ? `It is recorded as claimed for ${nextTaxYear}.`
        : `It is recorded as not claimed for ${nextTaxYear}.`;
  if (filingRoute === "notRegistered") {
    return { isSettled: true, mustClaimAgain: false, lines: ["You are not registered as an employer with HMRC, so there is nothing to claim."] };
  }
  const rule =
    filingRoute === "paper"
      ? `You file on paper, so claim it afresh: tick the box on the first form RT5 of ${nextTaxYear}, and on every RT5 after it.`
      : isClaimedThisYear
        ? `You claimed it for ${taxYear}. Claimed online, it stays until you say otherwise, so nothing has to be sent. Record it here for ${nextTaxYear}.`
        : `You did not claim it for ${taxYear}. People who employ carers with a personal budget may have it: claim it on an Employer Payment Summary.`;
  return { isSettled: isClaimedNextYear !== null, mustClaimAgain, lines: [rule, worth, recorded] };
}
