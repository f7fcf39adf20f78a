import { decimalPounds, type Pence } from "../../core/money.ts";
import type { FullPaymentSubmission, SubmittedEmployee, SubmittedNationalInsurance, SubmittedPayment } from "./fullPaymentSubmission.ts";
import { employerElement, type GovTalkMessage, govTalkMessage } from "./govTalkMessage.ts";
import { employeeDetailsElement } from "./personXml.ts";
import type { FinalSubmission } from "./submissionFacts.ts";
import { submissionSchemaFor } from "./submissionSchemas.ts";
import { element, optionalElement, textElement, type XmlElement, yesElement } from "./xmlElement.ts";

const money = (name: string, amount: Pence): XmlElement => textElement(name, decimalPounds(amount));
const optionalMoney = (name: string, amount: Pence | null): XmlElement | null => (amount === null ? null : money(name, amount));

/**
 * A Full Payment Submission as an XML message with its IRmark. Throws a RangeError for a tax year whose schema we lack; the builder refuses those before.
 * Source: HMRC, RTI technical specifications, FullPaymentSubmission schema.
 */
export function fullPaymentSubmissionXml(submission: FullPaymentSubmission, isTest = false): GovTalkMessage {
  const schema = submissionSchemaFor(submission.taxYear);
  if (!schema) throw new RangeError("There is no schema for this tax year");
  return govTalkMessage({
    messageClass: "HMRC-PAYE-RTI-FPS",
    namespace: schema.fullPaymentSubmission,
    employer: submission.employer,
    periodEnd: schema.to,
    isTest,
    content: element("FullPaymentSubmission", [
      employerElement(submission.employer, ["SAUTR", "COTAXRef"]),
      textElement("RelatedTaxYear", schema.relatedTaxYear),
      submission.employees.map((employee) => element("Employee", [employeeDetailsElement(employee.person), employmentElement(employee)])),
      finalSubmissionElement(submission.finalSubmission),
    ]),
  });
}

/** Why a submission is the last one; nothing when it is not. */
export function finalSubmissionElement(final: FinalSubmission | null): XmlElement | null {
  if (final === null) return null;
  return element(
    "FinalSubmission",
    final.because === "yearEnd"
      ? [textElement("ForYear", "yes")]
      : [textElement("BecauseSchemeCeased", "yes"), textElement("DateSchemeCeased", final.ceasedOn)],
  );
}

function employmentElement(employee: SubmittedEmployee): XmlElement {
  const { starter, toDate } = employee;
  return element("Employment", [
    starter &&
      element("Starter", [
        textElement("StartDate", starter.startDate),
        textElement("StartDec", starter.statement),
        yesElement("StudentLoan", starter.hasStudentLoan),
        yesElement("PostgradLoan", starter.hasPostgraduateLoan),
      ]),
    optionalElement("EmployeeWorkplacePostcode", employee.workplacePostcode),
    textElement("PayId", employee.payrollId),
    employee.oldPayrollId === null
      ? null
      : element("PayIdChgd", [textElement("PayrollIdChangedIndicator", "yes"), textElement("OldPayrollId", employee.oldPayrollId)]),
    yesElement("PaymentToANonIndividual", employee.isToNonIndividual),
    yesElement("IrrEmp", employee.isPaidIrregularly),
    optionalElement("LeavingDate", employee.leavingDate),
    element("FiguresToDate", [
      money("TaxablePay", toDate.taxablePay),
      money("TotalTax", toDate.incomeTax),
      optionalMoney("StudentLoansTD", toDate.studentLoan),
      optionalMoney("PostgradLoansTD", toDate.postgraduateLoan),
      optionalMoney("EmpeePenContribnsPaidYTD", toDate.netPayPension),
      optionalMoney("EmpeePenContribnsNotPaidYTD", toDate.otherPension),
    ]),
    paymentElement(employee.payment),
    employee.nationalInsurance.map(nationalInsuranceElement),
  ]);
}

function paymentElement(payment: SubmittedPayment): XmlElement {
  const { studentLoan, statutoryPayToDate } = payment;
  return element("Payment", [
    textElement("PayFreq", payment.payFrequency),
    textElement("PmtDate", payment.paymentDate),
    optionalElement("LateReason", payment.lateReason),
    payment.taxWeek === null ? null : textElement("WeekNo", String(payment.taxWeek)),
    payment.taxMonth === null ? null : textElement("MonthNo", String(payment.taxMonth)),
    textElement("PeriodsCovered", String(payment.periodsCovered)),
    yesElement("AggregatedEarnings", payment.hasAggregatedEarnings),
    yesElement("PmtAfterLeaving", payment.isAfterLeaving),
    textElement("HoursWorked", payment.hoursBand),
    textElement("TaxCode", payment.taxCode, {
      ...(payment.isNonCumulative && { BasisNonCumulative: "yes" }),
      ...(payment.taxRegime !== null && { TaxRegime: payment.taxRegime }),
    }),
    money("TaxablePay", payment.taxablePay),
    optionalMoney("NonTaxOrNICPmt", payment.nonTaxable),
    optionalMoney("DednsFromNetPay", payment.deductionsFromNetPay),
    money("PayAfterStatDedns", payment.payAfterStatutoryDeductions),
    optionalMoney("EmpeePenContribnsPaid", payment.netPayPension),
    optionalMoney("EmpeePenContribnsNotPaid", payment.otherPension),
    studentLoan && textElement("StudentLoanRecovered", decimalPounds(studentLoan.amount), { PlanType: `0${studentLoan.plan}` }),
    optionalMoney("PostgradLoanRecovered", payment.postgraduateLoan),
    money("TaxDeductedOrRefunded", payment.incomeTax),
    yesElement("OnStrike", payment.wasOnStrike),
    yesElement("UnpaidAbsence", payment.hadUnpaidAbsence),
    optionalMoney("SMPYTD", statutoryPayToDate.maternity),
    optionalMoney("SPPYTD", statutoryPayToDate.paternity),
    optionalMoney("SAPYTD", statutoryPayToDate.adoption),
    optionalMoney("ShPPYTD", statutoryPayToDate.sharedParental),
    optionalMoney("SPBPYTD", statutoryPayToDate.parentalBereavement),
    optionalMoney("SNCPYTD", statutoryPayToDate.neonatalCare),
    payment.trivialCommutationPayments.map(({ type, amount }) => textElement("TrivialCommutationPayment", decimalPounds(amount), { type })),
  ]);
}

function nationalInsuranceElement(figures: SubmittedNationalInsurance): XmlElement {
  return element("NIlettersAndValues", [
    textElement("NIletter", figures.letter),
    money("GrossEarningsForNICsInPd", figures.grossInPeriod),
    money("GrossEarningsForNICsYTD", figures.grossToDate),
    money("AtLELYTD", figures.atLowerEarningsLimitToDate),
    money("LELtoPTYTD", figures.lowerEarningsLimitToPrimaryThresholdToDate),
    money("PTtoUELYTD", figures.primaryThresholdToUpperEarningsLimitToDate),
    money("TotalEmpNICInPd", figures.employerInPeriod),
    money("TotalEmpNICYTD", figures.employerToDate),
    money("EmpeeContribnsInPd", figures.employeeInPeriod),
    money("EmpeeContribnsYTD", figures.employeeToDate),
  ]);
}
