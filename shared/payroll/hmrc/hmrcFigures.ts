import * as z from "zod";
import type { Minutes } from "../../core/minutes.ts";
import { decimalPounds, type Pence, pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import { amountOfKinds } from "../payslip/payLineKinds.ts";
import { startOfYear } from "../payslip/yearToDate.ts";
import type { FiguresToDate, HoursBand, StatutoryPayToDate, SubmittedNationalInsurance, SubmittedPayment } from "../rti/fullPaymentSubmission.ts";
import { PaymentFacts } from "../rti/submissionFacts.ts";
import { lettersOf, submittedPayment } from "../rti/submittedPayment.ts";
import type { PayLineKind, PayslipResult, YearToDate } from "../types.ts";

/**
 * One box of HMRC's Full Payment Submission: its number, HMRC's name for it, this payday's value and the year to date where HMRC asks for it, which may
 * have a number of its own (`toDateItem`). Money is in plain decimal pounds.
 */
export const HmrcFigure = z.object({
  item: z.string(),
  label: z.string(),
  value: z.string(),
  yearToDate: z.string().nullable(),
  toDateItem: z.string().nullable().default(null),
});
export type HmrcFigure = z.infer<typeof HmrcFigure>;

/** The parts of a submission that the boxes of one payday are filled from. */
interface FiguresOfPayday {
  readonly payment: SubmittedPayment;
  readonly toDate: FiguresToDate;
  readonly nationalInsurance: readonly SubmittedNationalInsurance[];
}

/**
 * The figures of one payslip in the order HMRC's Basic PAYE Tools asks for them, with the year to date the payslip was sealed with. Hours are the
 * contracted minutes a week, null for no regular hours. Amounts are plain decimal pounds, ready to copy.
 * Source: HMRC, Basic PAYE Tools guide; item numbers of the RTI data item guide.
 */
export function hmrcFiguresOf(payslip: PayslipResult, contractedMinutesPerWeek: Minutes | null = null): HmrcFigure[] {
  const { yearToDate: year, pensionTaxTreatment } = payslip;
  const facts = {
    employee: { contractedMinutesPerWeek },
    payment: PaymentFacts.parse({}),
    opening: startOfYear(),
    payslips: [payslip] as const,
  };
  return figuresOfPayday(
    {
      payment: { ...submittedPayment(facts), statutoryPayToDate: statutoryPayOf(year) },
      toDate: {
        taxablePay: year.taxablePay,
        incomeTax: year.incomeTax,
        studentLoan: year.studentLoan,
        postgraduateLoan: year.postgraduateLoan,
        netPayPension: pensionTaxTreatment === "netPay" ? year.employeePension : null,
        otherPension: pensionTaxTreatment === "reliefAtSource" ? year.employeePension : null,
      },
      nationalInsurance: lettersOf(year.nationalInsurance, payslip.niBands),
    },
    payslip,
  );
}

function statutoryPayOf(year: YearToDate): StatutoryPayToDate {
  const unlessZero = (amount: Pence) => (amount === 0 ? null : amount);
  return {
    maternity: unlessZero(year.statutoryMaternityPay),
    paternity: unlessZero(year.statutoryPaternityPay),
    adoption: unlessZero(year.statutoryAdoptionPay),
    sharedParental: unlessZero(year.statutorySharedParentalPay),
    parentalBereavement: unlessZero(year.statutoryParentalBereavementPay),
    neonatalCare: unlessZero(year.statutoryNeonatalCarePay),
  };
}

/** The boxes of one payment in the order HMRC's Basic PAYE Tools asks for them, the year to date beside each. */
export function figuresOfPayday({ payment, toDate, nationalInsurance }: FiguresOfPayday, payslip: PayslipResult): HmrcFigure[] {
  const figures: HmrcFigure[] = [];
  const add = (item: string, label: string, value: string, toDateItem: string | null = null, year: Pence | null = null) =>
    figures.push({ item, label, value, yearToDate: year === null ? null : decimalPounds(year), toDateItem });
  const money = (item: string, label: string, amount: Pence | null, toDateItem: string | null = null, year: Pence | null = null) =>
    add(item, label, decimalPounds(amount ?? pence(0)), toDateItem, year);
  const now = nationalInsurance.find(({ letter }) => letter === payslip.niBands.category);

  add("43", "Payment date", formatDate(payment.paymentDate));
  if (payment.taxMonth !== null) add("45", "Tax month number", String(payment.taxMonth));
  if (payment.taxWeek !== null) add("44", "Tax week number", String(payment.taxWeek));
  add("48", "Number of earnings periods covered", String(payment.periodsCovered));
  add("42", "Pay frequency", payFrequencyWords[payment.payFrequency]);
  add("54", "Number of normal hours worked band", hoursBandWords[payment.hoursBand]);
  money("58", "Pay for tax purposes", payment.taxablePay, "41A", toDate.taxablePay);
  add("79", "National Insurance category letter", payslip.niBands.category);
  money("79B", "Pay for National Insurance", payslip.niBands.grossEarnings, "79A", now?.grossToDate);
  figures.push(...statutoryFigures(payment.statutoryPayToDate, payslip));
  if (payment.nonTaxable !== null) money("58A", "Payments not subject to tax or National Insurance", payment.nonTaxable);
  if (payment.netPayPension !== null || toDate.netPayPension !== null) {
    money("61", "Employee pension contributions under net pay arrangements", payment.netPayPension, "150", toDate.netPayPension);
  }
  if (payment.otherPension !== null || toDate.otherPension !== null) {
    money("65", "Employee pension contributions not under net pay arrangements", payment.otherPension, "151", toDate.otherPension);
  }
  add("55", "Tax code", `${payment.taxRegime ?? ""}${payment.taxCode}`);
  add("56", "Week 1 / month 1 basis", payment.isNonCumulative ? "Yes" : "No");
  money("68", "Tax deducted or refunded", payment.incomeTax, "41B", toDate.incomeTax);
  money("86B", "Employee National Insurance", payslip.niBands.employeeContributions, "86Ba", now?.employeeToDate);
  money("86A", "Employer National Insurance", payslip.niBands.employerContributions, "86Aa", now?.employerToDate);
  figures.push(...bandFigures(nationalInsurance, payslip));
  const plan = payslip.studentLoanPlan === null ? "" : ` (plan ${payslip.studentLoanPlan})`;
  money("67", `Student loan${plan}`, payment.studentLoan?.amount ?? null, "41C", toDate.studentLoan ?? pence(0));
  money("195", "Postgraduate loan", payment.postgraduateLoan, "194", toDate.postgraduateLoan ?? pence(0));
  if (payment.deductionsFromNetPay !== null) money("58B", "Other deductions from net pay", payment.deductionsFromNetPay);
  money("59", "Pay after statutory deductions", payment.payAfterStatutoryDeductions);
  money("", "What the employee receives", payslip.netPay.amount);
  return figures;
}

const payFrequencyWords = {
  W1: "W1 (weekly)",
  W2: "W2 (fortnightly)",
  W4: "W4 (4 weekly)",
  M1: "M1 (monthly)",
  M3: "M3 (quarterly)",
  M6: "M6 (half-yearly)",
  MA: "MA (yearly)",
  IO: "IO (one-off)",
  IR: "IR (irregular)",
} as const;

const hoursBandWords: Readonly<Record<HoursBand, string>> = {
  A: "A (up to 15.99 hours)",
  B: "B (16 to 23.99 hours)",
  C: "C (24 to 29.99 hours)",
  D: "D (30 hours or more)",
  E: "E (no regular hours)",
};

const statutoryBoxes = [
  ["70", "Statutory Maternity Pay", "maternity", "statutoryMaternityPay"],
  ["71", "Statutory Paternity Pay", "paternity", "statutoryPaternityPay"],
  ["72", "Statutory Adoption Pay", "adoption", "statutoryAdoptionPay"],
  ["73", "Statutory Shared Parental Pay", "sharedParental", "statutorySharedParentalPay"],
  ["212", "Statutory Parental Bereavement Pay", "parentalBereavement", "statutoryParentalBereavementPay"],
  ["217", "Statutory Neonatal Care Pay", "neonatalCare", "statutoryNeonatalCarePay"],
] as const;

/** Sick pay has no box of its own, but the tool and many people ask for it; the other kinds are told to date. */
function statutoryFigures(toDate: StatutoryPayToDate, payslip: PayslipResult): HmrcFigure[] {
  const paid = (kind: PayLineKind) => pence(amountOfKinds(payslip.payLines, [kind]));
  const sickToDate = payslip.yearToDate.statutorySickPay;
  const sick: HmrcFigure[] =
    sickToDate === 0 && paid("statutorySickPay") === 0
      ? []
      : [
          {
            item: "",
            label: "Statutory Sick Pay in the pay above",
            value: decimalPounds(paid("statutorySickPay")),
            yearToDate: decimalPounds(sickToDate),
            toDateItem: null,
          },
        ];
  const others = statutoryBoxes.flatMap(([item, name, kind, lineKind]) => {
    const year = toDate[kind];
    if (year === null) return [];
    return [{ item, label: `${name} in the pay above`, value: decimalPounds(paid(lineKind)), yearToDate: decimalPounds(year), toDateItem: item }];
  });
  return [...sick, ...others];
}

/** The three bands of the payslip's letter, and the totals of letters used earlier in the year: they stay in every submission. */
function bandFigures(letters: readonly SubmittedNationalInsurance[], { niBands }: PayslipResult): HmrcFigure[] {
  const figure = (item: string, label: string, value: Pence, year: Pence): HmrcFigure => ({
    item,
    label,
    value: decimalPounds(value),
    yearToDate: decimalPounds(year),
    toDateItem: item,
  });
  const now = letters.find(({ letter }) => letter === niBands.category);
  const none = pence(0);
  const bands = [
    figure("82", "Earnings at the Lower Earnings Limit", niBands.atLowerEarningsLimit, now?.atLowerEarningsLimitToDate ?? none),
    figure(
      "82A",
      "Earnings above the Lower Earnings Limit to the Primary Threshold",
      niBands.lowerEarningsLimitToPrimaryThreshold,
      now?.lowerEarningsLimitToPrimaryThresholdToDate ?? none,
    ),
    figure(
      "169",
      "Earnings above the Primary Threshold to the Upper Earnings Limit",
      niBands.primaryThresholdToUpperEarningsLimit,
      now?.primaryThresholdToUpperEarningsLimitToDate ?? none,
    ),
  ];
  const earlier = letters.filter((each) => each !== now);
  return [
    ...bands,
    ...earlier.flatMap((each) => [
      figure("79A", `Letter ${each.letter}: pay for National Insurance`, none, each.grossToDate),
      figure("82", `Letter ${each.letter}: earnings at the Lower Earnings Limit`, none, each.atLowerEarningsLimitToDate),
      figure("82A", `Letter ${each.letter}: up to the Primary Threshold`, none, each.lowerEarningsLimitToPrimaryThresholdToDate),
      figure("169", `Letter ${each.letter}: up to the Upper Earnings Limit`, none, each.primaryThresholdToUpperEarningsLimitToDate),
      figure("86Ba", `Letter ${each.letter}: employee National Insurance`, none, each.employeeToDate),
      figure("86Aa", `Letter ${each.letter}: employer National Insurance`, none, each.employerToDate),
    ]),
  ];
}
