import { formatDate } from "../../core/plainDate.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayslipInput } from "../types.ts";
import { parseTaxCode } from "./taxCode.ts";

/** `regular`: wages that were due anyway and come late. `irregular`: holiday in lieu, or a sum nobody expected. */
export type PaymentAfterLeavingKind = "regular" | "irregular";

/**
 * The payslip input of a payment made after the P45 was given: code 0T on a week 1/month 1 basis (S0T or C0T when the old code was Scottish or Welsh; an
 * NT code stays), and National Insurance and loans for the usual pay interval, or, like the tax, for one week when the payment is irregular. No second
 * P45 is given. Refuses a person who has not left, a payday on or before the last day and a code that is none.
 * Source: GOV.UK, Paying an employee after giving them a P45, https://www.gov.uk/employee-leaving; PAYE Regulations 2003, regulation 37; Social Security
 * (Contributions) Regulations 2001, regulation 3(5); payroll rules, section 3.1.
 */
export function paymentAfterLeaving(input: PayslipInput, kind: PaymentAfterLeavingKind, rates: TaxYearRates): Verdict<PayslipInput> {
  const { leftOn, payday } = input;
  if (leftOn === null) return refused(problem("leftOn", null, "This person has not left.", "Put in the last day, or pay through a usual pay run."));
  if (payday <= leftOn) {
    return refused(problem("payday", payday, `The last day is ${formatDate(leftOn)}.`, "Pay with the usual code, before the P45 is given."));
  }
  const usual = parseTaxCode(input.taxSetting.code);
  if (!usual.ok) return usual;
  const payment: PayslipInput = kind === "irregular" ? { ...input, payFrequency: "weekly", periodsInPayment: 1 } : input;
  if (usual.value.kind === "noTax") return accepted(payment);
  const { code, isWeek1Month1 } = rates.incomeTax.starterCodes.noInformation;
  const prefix = { restOfUk: "", scotland: "S", wales: "C" }[usual.value.region];
  return accepted({
    ...payment,
    taxSetting: { code: `${prefix}${code}`, isWeek1Month1 },
  });
}
