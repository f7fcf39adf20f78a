import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { nationalInsuranceOfLateWages } from "../nationalInsurance/lateOrIrregularPay.ts";
import { nationalInsuranceOfLaterPayment } from "../nationalInsurance/laterPaymentInPeriod.ts";
import { lessAlreadyTaken } from "../nationalInsurance/lessAlreadyTaken.ts";
import type { NationalInsuranceResult } from "../nationalInsurance/nationalInsurance.ts";
import { evenParts, nationalInsuranceOfSeveralPeriods } from "../nationalInsurance/severalPeriods.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { LoanDeductions } from "../studentLoans/restrictLoans.ts";
import { calculateStudentLoan, studentLoansOfSeveral } from "../studentLoans/studentLoan.ts";
import type { LateWage, PayslipInput } from "../types.ts";

/**
 * National Insurance of a payslip, in pence: of its one earnings period, of what it adds to a period already paid in, of each of several periods when
 * late wages come with it (`wages`, of `wagesOfEachPeriod`), or of as many average weeks as a payment with holiday in advance is for. Refuses what
 * `nationalInsuranceOfLateWages` refuses.
 * Source: Social Security (Contributions) Regulations 2001, regulations 3 and 7; HMRC NIM09130; payroll rules, section 5.
 */
export function payslipNationalInsuranceOf(
  input: PayslipInput,
  earnings: Pence,
  wages: readonly LateWage[],
  rates: TaxYearRates,
): Verdict<NationalInsuranceResult> {
  const { earlierInEarningsPeriod: earlier, nationalInsuranceCategory: category, payFrequency, payday } = input;
  if (wages.length > 0) return nationalInsuranceOfLateWages({ wages, payday, category, payFrequency }, rates);
  const payment = { earnings, category, payFrequency };
  const periods = periodsOf(input);
  return accepted(
    earlier === null ? nationalInsuranceOfSeveralPeriods(payment, periods, rates) : nationalInsuranceOfLaterPayment(payment, earlier, rates, periods),
  );
}

/**
 * Student and postgraduate loan deductions of a payslip before any restriction, in pence, over the same earnings periods as National Insurance.
 * Refuses a plan that is not taken in the year. Source: payroll rules, section 6.
 */
export function payslipLoansOf(input: PayslipInput, earnings: Pence, wages: readonly LateWage[], rates: TaxYearRates): Verdict<LoanDeductions> {
  const { studentLoanPlan: plan, hasPostgraduateLoan, payFrequency, earlierInEarningsPeriod: earlier } = input;
  const settings = { payFrequency, plan, hasPostgraduateLoan };
  if (wages.length > 0) {
    return studentLoansOfSeveral(
      wages.map((each) => each.earnings),
      settings,
      rates,
    );
  }
  const periods = periodsOf(input);
  const ofSeveral = (pay: Pence) => {
    const { first, other } = evenParts(pay, periods);
    return studentLoansOfSeveral([first, ...Array<Pence>(periods - 1).fill(other)], settings, rates);
  };
  const all = pence(earnings + (earlier?.earnings ?? 0));
  const ofPeriod = periods === 1 ? calculateStudentLoan({ ...settings, earnings: all }, rates) : ofSeveral(all);
  if (!ofPeriod.ok || earlier === null) return ofPeriod;
  return accepted({
    studentLoan: lessAlreadyTaken(ofPeriod.value.studentLoan, { earnings: earlier.earnings, taken: earlier.studentLoan }),
    postgraduateLoan: lessAlreadyTaken(ofPeriod.value.postgraduateLoan, { earnings: earlier.earnings, taken: earlier.postgraduateLoan }),
  });
}

/** Pay periods that National Insurance and loans see in the payment: HMRC lets only pay by the week or by several weeks count several. */
const periodsOf = ({ payFrequency, periodsInPayment = 1 }: PayslipInput): number => (payFrequency === "monthly" ? 1 : periodsInPayment);

/**
 * The late wages and, last, the rest of the pay as the wages of this payday, in pence; empty when nothing is late. Refuses late wages above the gross pay
 * and late wages with an earlier payment of the period. Source: Social Security (Contributions) Regulations 2001, regulation 7.
 */
export function wagesOfEachPeriod({ lateWages = [], payday, earlierInEarningsPeriod }: PayslipInput, earnings: Pence): Verdict<readonly LateWage[]> {
  if (lateWages.length === 0) return accepted([]);
  const late = lateWages.reduce((sum, wage) => sum + wage.earnings, 0);
  if (late > earnings) {
    const rule = `Late wages are part of the gross pay, ${formatPence(earnings)}.`;
    return refused(problem("lateWages", formatPence(pence(late)), rule, "Add them to the pay lines, or make them smaller."));
  }
  if (earlierInEarningsPeriod !== null) {
    const rule = "Late wages cannot come with a second payment of the same period.";
    return refused(problem("lateWages", formatPence(pence(late)), rule, "Pay them with the next usual payday."));
  }
  const rest = pence(earnings - late);
  return accepted(rest === 0 ? lateWages : [...lateWages, { usualPayday: payday, earnings: rest }]);
}
