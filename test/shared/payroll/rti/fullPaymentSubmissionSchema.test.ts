import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { checkFullPaymentSubmission } from "../../../../shared/payroll/rti/checkFullPaymentSubmission.ts";
import {
  FullPaymentSubmission,
  type SubmittedEmployee,
  type SubmittedNationalInsurance,
} from "../../../../shared/payroll/rti/fullPaymentSubmission.ts";
import { fullPaymentSubmissionXml } from "../../../../shared/payroll/rti/fullPaymentSubmissionXml.ts";
import { aSubmission } from "../../../support/rtiFacts.ts";
import { schemaErrors } from "../../../support/rtiSchemas.ts";
import { brokenRules } from "../../../support/schematron.ts";

const today = plainDate("2026-05-01");
const valid = aSubmission();
const [priya] = valid.employees as [SubmittedEmployee];
const [letterA] = priya.nationalInsurance as [SubmittedNationalInsurance];
const none = priya.payment.statutoryPayToDate;

const withEmployee = (change: Partial<SubmittedEmployee>): FullPaymentSubmission => ({ ...valid, employees: [{ ...priya, ...change }] });
const withPerson = (change: Partial<SubmittedEmployee["person"]>) => withEmployee({ person: { ...priya.person, ...change } });
const named = (change: Partial<SubmittedEmployee["person"]["name"]>) => withPerson({ name: { ...priya.person.name, ...change } });
const living = (lines: string[], postcode: string | null = null, foreignCountry: string | null = null) =>
  withPerson({ address: { lines, postcode, foreignCountry } });
const withPayment = (change: Partial<SubmittedEmployee["payment"]>) => withEmployee({ payment: { ...priya.payment, ...change } });
const withTotals = (change: Partial<SubmittedEmployee["toDate"]>) => withEmployee({ toDate: { ...priya.toDate, ...change } });
const withLetter = (change: Partial<SubmittedNationalInsurance>) => withEmployee({ nationalInsurance: [{ ...letterA, ...change }] });
const withRefs = (change: Partial<FullPaymentSubmission["employer"]>) => ({ ...valid, employer: { ...valid.employer, ...change } });
const most = 999_999_999_99;

/** What the schema holds: the field as the answer names it, the nearest value it does not take, and the nearest it takes. */
const cases: readonly (readonly [what: string, field: string, broken: FullPaymentSubmission, fine: FullPaymentSubmission])[] = [
  ["an office number of three digits", "employer.payeReference", withRefs({ officeNumber: "12" }), withRefs({ officeNumber: "999" })],
  [
    "a PAYE reference of up to ten characters",
    "employer.payeReference",
    withRefs({ payeReference: "AB456789012" }),
    withRefs({ payeReference: "AB45678901" }),
  ],
  ["a PAYE reference that is not empty", "employer.payeReference", withRefs({ payeReference: "" }), withRefs({ payeReference: "A" })],
  ["a PAYE reference in HMRC's characters", "employer.payeReference", withRefs({ payeReference: "AB<" }), withRefs({ payeReference: "A-1/&'()*," })],
  [
    "an Accounts Office reference of 13 characters",
    "employer.accountsOfficeReference",
    withRefs({ accountsOfficeReference: "123PA0001234" }),
    withRefs({ accountsOfficeReference: "123PA0001234X" }),
  ],
  [
    "an Accounts Office reference with P in fourth place",
    "employer.accountsOfficeReference",
    withRefs({ accountsOfficeReference: "123QA00012345" }),
    valid,
  ],
  [
    "a NINO with a prefix in use",
    "employees.0.nationalInsuranceNumber",
    withPerson({ nationalInsuranceNumber: "BG123456C" }),
    withPerson({ nationalInsuranceNumber: "BH123456C" }),
  ],
  [
    "a NINO whose letters are in use",
    "employees.0.nationalInsuranceNumber",
    withPerson({ nationalInsuranceNumber: "QQ123456C" }),
    withPerson({ nationalInsuranceNumber: "ZY123456A" }),
  ],
  [
    "a NINO with a suffix A to D",
    "employees.0.nationalInsuranceNumber",
    withPerson({ nationalInsuranceNumber: "AB123456E" }),
    withPerson({ nationalInsuranceNumber: "AB123456D" }),
  ],
  [
    "a NINO of nine characters",
    "employees.0.nationalInsuranceNumber",
    withPerson({ nationalInsuranceNumber: "AB123456" }),
    withPerson({ nationalInsuranceNumber: "AB123456 " }),
  ],
  ["a title in letters", "employees.0.title", named({ title: "1st" }), named({ title: "Rev'd Dr." })],
  ["a title of up to 35 characters", "employees.0.title", named({ title: "A".repeat(36) }), named({ title: "A".repeat(35) })],
  ["a first name in letters", "employees.0.firstName", named({ forenames: ["R2"] }), named({ forenames: ["Anne-Marie O'Neil"] })],
  ["a first name of up to 35 characters", "employees.0.firstName", named({ forenames: ["A".repeat(36)] }), named({ forenames: ["A".repeat(35)] })],
  ["a second name that begins with a letter", "employees.0.firstName", named({ forenames: ["Ann", "-B"] }), named({ forenames: ["Ann", "B-"] })],
  ["a surname", "employees.0.lastName", named({ surname: "" }), named({ surname: "X" })],
  ["a surname of up to 35 characters", "employees.0.lastName", named({ surname: "A".repeat(36) }), named({ surname: "A".repeat(35) })],
  ["up to four address lines", "employees.0.address", living(["1", "2", "3", "4", "5"]), living(["1", "2", "3", "4"])],
  ["an address line of up to 35 characters", "employees.0.address", living(["1".repeat(36)]), living(["1".repeat(35)])],
  ["an address line in HMRC's characters", "employees.0.address", living(["1 @ Street"]), living(["1 (& 2) St. <A/B>"])],
  ["an address line that begins with a letter or digit", "employees.0.address", living(["-1"]), living(["1-"])],
  ["a postcode of letters and digits", "employees.0.postcode", living(["1"], "ZZ-9"), living(["1"], "ZZ99 9ZZ")],
  ["a postcode of up to ten characters", "employees.0.postcode", living(["1"], "A".repeat(11)), living(["1"], "A".repeat(10))],
  ["a country that begins with a letter", "employees.0.foreignCountry", living(["1", "2"], null, "1st"), living(["1", "2"], null, "Cote d'Ivoire")],
  [
    "a country of up to 35 characters",
    "employees.0.foreignCountry",
    living(["1", "2"], null, "A".repeat(36)),
    living(["1", "2"], null, "A".repeat(35)),
  ],
  [
    "a passport number of up to 35 characters",
    "employees.0.passportNumber",
    withPerson({ passportNumber: "1".repeat(36) }),
    withPerson({ passportNumber: "1".repeat(35) }),
  ],
  [
    "a passport number in HMRC's characters",
    "employees.0.passportNumber",
    withPerson({ passportNumber: "1_2" }),
    withPerson({ passportNumber: "1-2" }),
  ],
  ["a payroll ID", "employees.0.payrollNumber", withEmployee({ payrollId: "" }), withEmployee({ payrollId: "1" })],
  [
    "a payroll ID of up to 35 characters",
    "employees.0.payrollNumber",
    withEmployee({ payrollId: "1".repeat(36) }),
    withEmployee({ payrollId: "1".repeat(35) }),
  ],
  ["a payroll ID that begins with no space", "employees.0.payrollNumber", withEmployee({ payrollId: " 1" }), withEmployee({ payrollId: "1 " })],
  ["a payroll ID in HMRC's characters", "employees.0.payrollNumber", withEmployee({ payrollId: "PA#1" }), withEmployee({ payrollId: "PA/1" })],
  ["an old payroll ID", "employees.0.previousPayrollNumber", withEmployee({ oldPayrollId: "PA#1" }), withEmployee({ oldPayrollId: "PA-0" })],
  [
    "a leaving date from 6 April 2020",
    "employees.0.endOn",
    withEmployee({ leavingDate: plainDate("2020-04-05") }),
    withEmployee({ leavingDate: plainDate("2020-04-06") }),
  ],
  [
    "a payment date in the tax year, at its start",
    "employees.0.payday",
    withPayment({ paymentDate: plainDate("2026-04-05") }),
    withPayment({ paymentDate: plainDate("2026-04-06") }),
  ],
  ["a tax week of at least 1", "employees.0.taxPeriod", withPayment({ taxWeek: 0 }), withPayment({ taxWeek: 1 })],
  ["a tax week that is not 55", "employees.0.taxPeriod", withPayment({ taxWeek: 55 }), withPayment({ taxWeek: 56 })],
  ["a tax week of up to 56", "employees.0.taxPeriod", withPayment({ taxWeek: 57 }), withPayment({ taxWeek: 54 })],
  ["a tax month of at least 1", "employees.0.taxPeriod", withPayment({ taxWeek: null, taxMonth: 0 }), withPayment({ taxWeek: null, taxMonth: 1 })],
  ["a tax month of up to 12", "employees.0.taxPeriod", withPayment({ taxWeek: null, taxMonth: 13 }), withPayment({ taxWeek: null, taxMonth: 12 })],
  ["a tax week or a tax month, not both", "employees.0.taxPeriod", withPayment({ taxMonth: 1 }), valid],
  ["a tax week or a tax month", "employees.0.taxPeriod", withPayment({ taxWeek: null }), valid],
  ["at least one period", "employees.0.periodsCovered", withPayment({ periodsCovered: 0 }), withPayment({ periodsCovered: 1 })],
  ["up to 99 periods", "employees.0.periodsCovered", withPayment({ periodsCovered: 100 }), withPayment({ periodsCovered: 99 })],
  ["a tax code with its letter", "employees.0.taxCode", withPayment({ taxCode: "1257" }), withPayment({ taxCode: "1257M" })],
  ["a code of nought that ends in T", "employees.0.taxCode", withPayment({ taxCode: "0L" }), withPayment({ taxCode: "0T" })],
  ["a tax code of up to seven characters", "employees.0.taxCode", withPayment({ taxCode: "1234567L" }), withPayment({ taxCode: "123456L" })],
  ["a K code above nought", "employees.0.taxCode", withPayment({ taxCode: "K0" }), withPayment({ taxCode: "K1" })],
  ["a code without its country", "employees.0.taxCode", withPayment({ taxCode: "SBR" }), withPayment({ taxCode: "BR", taxRegime: "S" })],
  [
    "student loan deductions in whole pounds",
    "employees.0.studentLoan",
    withPayment({ studentLoan: { plan: "1", amount: pence(10_01) } }),
    withPayment({ studentLoan: { plan: "5", amount: pence(10_00) } }),
  ],
  [
    "postgraduate loan deductions in whole pounds",
    "employees.0.postgraduateLoan",
    withPayment({ postgraduateLoan: pence(10_50) }),
    withPayment({ postgraduateLoan: pence(-10_00) }),
  ],
  [
    "pension lump sums in whole pounds",
    "employees.0.trivialCommutationPayments",
    withPayment({ trivialCommutationPayments: [{ type: "C", amount: pence(99) }] }),
    withPayment({ trivialCommutationPayments: [{ type: "C", amount: pence(99_00) }] }),
  ],
  [
    "pension lump sums that fit",
    "employees.0.trivialCommutationPayments",
    withPayment({ trivialCommutationPayments: [{ type: "C", amount: pence(100_000_00) }] }),
    withPayment({ trivialCommutationPayments: [{ type: "C", amount: pence(99_999_00) }] }),
  ],
  [
    "pay to date that is not below zero",
    "employees.0.toDate.taxablePay",
    withTotals({ taxablePay: pence(-1) }),
    withTotals({ taxablePay: pence(0) }),
  ],
  ["pay to date that fits", "employees.0.toDate.taxablePay", withTotals({ taxablePay: pence(most + 1) }), withTotals({ taxablePay: pence(most) })],
  ["tax to date that fits", "employees.0.toDate.incomeTax", withTotals({ incomeTax: pence(-most - 1) }), withTotals({ incomeTax: pence(-most) })],
  [
    "pension to date that is not below zero",
    "employees.0.toDate.netPayPension",
    withTotals({ netPayPension: pence(-1) }),
    withTotals({ netPayPension: pence(0) }),
  ],
  [
    "other pension to date that is not below zero",
    "employees.0.toDate.otherPension",
    withTotals({ otherPension: pence(-1) }),
    withTotals({ otherPension: pence(0) }),
  ],
  [
    "student loan to date that is not below zero",
    "employees.0.toDate.studentLoan",
    withTotals({ studentLoan: pence(-1_00) }),
    withTotals({ studentLoan: pence(0) }),
  ],
  [
    "student loan to date that fits",
    "employees.0.toDate.studentLoan",
    withTotals({ studentLoan: pence(100_000_00) }),
    withTotals({ studentLoan: pence(99_999_00) }),
  ],
  [
    "postgraduate loan to date that is not below zero",
    "employees.0.toDate.postgraduateLoan",
    withTotals({ postgraduateLoan: pence(-1_00) }),
    withTotals({ postgraduateLoan: pence(99_999_00) }),
  ],
  ["taxable pay that fits", "employees.0.taxablePay", withPayment({ taxablePay: pence(-most - 1) }), withPayment({ taxablePay: pence(-most) })],
  ["payments without tax that fit", "employees.0.nonTaxable", withPayment({ nonTaxable: pence(most + 1) }), withPayment({ nonTaxable: pence(most) })],
  [
    "deductions that fit",
    "employees.0.deductionsFromNetPay",
    withPayment({ deductionsFromNetPay: pence(most + 1) }),
    withPayment({ deductionsFromNetPay: pence(most) }),
  ],
  [
    "pay after deductions that fits",
    "employees.0.payAfterStatutoryDeductions",
    withPayment({ payAfterStatutoryDeductions: pence(most + 1) }),
    withPayment({ payAfterStatutoryDeductions: pence(-most) }),
  ],
  ["pension that fits", "employees.0.netPayPension", withPayment({ netPayPension: pence(most + 1) }), withPayment({ netPayPension: pence(-most) })],
  [
    "other pension that fits",
    "employees.0.otherPension",
    withPayment({ otherPension: pence(most + 1) }),
    withPayment({ otherPension: pence(-most) }),
  ],
  [
    "tax that fits",
    "employees.0.incomeTax",
    withPayment({ incomeTax: pence(9_999_999_999_99 + 1) }),
    withPayment({ incomeTax: pence(-9_999_999_999_99) }),
  ],
  [
    "student loan deductions that fit",
    "employees.0.studentLoan",
    withPayment({ studentLoan: { plan: "2", amount: pence(100_000_00) } }),
    withPayment({ studentLoan: { plan: "4", amount: pence(-99_999_00) } }),
  ],
  [
    "postgraduate loan deductions that fit",
    "employees.0.postgraduateLoan",
    withPayment({ postgraduateLoan: pence(100_000_00) }),
    withPayment({ postgraduateLoan: pence(99_999_00) }),
  ],
  ...(["maternity", "paternity", "adoption", "sharedParental", "parentalBereavement", "neonatalCare"] as const).flatMap((kind) => [
    [
      `${kind} pay to date that is not below zero`,
      `employees.0.statutoryPay.${kind}`,
      withPayment({ statutoryPayToDate: { ...none, [kind]: pence(-1) } }),
      withPayment({ statutoryPayToDate: { ...none, [kind]: pence(0) } }),
    ] as const,
    [
      `${kind} pay to date that fits`,
      `employees.0.statutoryPay.${kind}`,
      withPayment({ statutoryPayToDate: { ...none, [kind]: pence(1_000_000_00) } }),
      withPayment({ statutoryPayToDate: { ...none, [kind]: pence(999_999_99) } }),
    ] as const,
  ]),
  [
    "up to four letters",
    "employees.0.nationalInsurance",
    withEmployee({ nationalInsurance: (["A", "H", "J", "M", "V"] as const).map((letter) => ({ ...letterA, letter })) }),
    withEmployee({ nationalInsurance: (["A", "H", "J", "M"] as const).map((letter) => ({ ...letterA, letter })) }),
  ],
  [
    "earnings at the limit in whole pounds",
    "employees.0.nationalInsurance",
    withLetter({ atLowerEarningsLimitToDate: pence(516_50) }),
    withLetter({ atLowerEarningsLimitToDate: pence(517_00) }),
  ],
  [
    "earnings at the limit that fit",
    "employees.0.nationalInsurance",
    withLetter({ atLowerEarningsLimitToDate: pence(10_000_00) }),
    withLetter({ atLowerEarningsLimitToDate: pence(9_999_00) }),
  ],
  [
    "earnings at the limit that are not below zero",
    "employees.0.nationalInsurance",
    withLetter({ atLowerEarningsLimitToDate: pence(-1_00) }),
    withLetter({ atLowerEarningsLimitToDate: pence(0) }),
  ],
  [
    "earnings up to the primary threshold that fit",
    "employees.0.nationalInsurance",
    withLetter({ lowerEarningsLimitToPrimaryThresholdToDate: pence(10_000_00) }),
    withLetter({ lowerEarningsLimitToPrimaryThresholdToDate: pence(9_999_99) }),
  ],
  [
    "earnings up to the upper limit that fit",
    "employees.0.nationalInsurance",
    withLetter({ primaryThresholdToUpperEarningsLimitToDate: pence(100_000_00) }),
    withLetter({ primaryThresholdToUpperEarningsLimitToDate: pence(99_999_99) }),
  ],
  [
    "pay for National Insurance to date that is not below zero",
    "employees.0.nationalInsurance",
    withLetter({ grossToDate: pence(-1) }),
    withLetter({ grossToDate: pence(0) }),
  ],
  [
    "pay for National Insurance that fits",
    "employees.0.nationalInsurance",
    withLetter({ grossInPeriod: pence(-most - 1) }),
    withLetter({ grossInPeriod: pence(-most) }),
  ],
  [
    "an employer's contribution that fits",
    "employees.0.nationalInsurance",
    withLetter({ employerInPeriod: pence(most + 1) }),
    withLetter({ employerInPeriod: pence(most) }),
  ],
  [
    "an employer's contribution to date that is not below zero",
    "employees.0.nationalInsurance",
    withLetter({ employerToDate: pence(-1) }),
    withLetter({ employerToDate: pence(0) }),
  ],
  [
    "an employee's contribution that fits",
    "employees.0.nationalInsurance",
    withLetter({ employeeInPeriod: pence(-most - 1) }),
    withLetter({ employeeInPeriod: pence(-most) }),
  ],
  [
    "an employee's contribution to date that is not below zero",
    "employees.0.nationalInsurance",
    withLetter({ employeeToDate: pence(-1) }),
    withLetter({ employeeToDate: pence(0) }),
  ],
  [
    "a full workplace postcode",
    "employees.0.workplacePostcode",
    withEmployee({ workplacePostcode: "AB1 2CD" }),
    withEmployee({ workplacePostcode: "AB1 2XY" }),
  ],
  [
    "a scheme that closes in the tax year",
    "finalSubmission.ceasedOn",
    { ...valid, finalSubmission: { because: "schemeCeased", ceasedOn: plainDate("2026-04-05") } },
    { ...valid, finalSubmission: { because: "schemeCeased", ceasedOn: plainDate("2026-04-06") } },
  ],
];

describe("what the schema of the Full Payment Submission holds", () => {
  it.each(cases)("%s", (_what, field, broken, fine) => {
    const found = checkFullPaymentSubmission(broken, today).filter(({ code }) => code === "schema");
    expect(found.map((each) => each.field)).toEqual([field]);
    expect(found[0]?.rule).toMatch(/^[A-Z].*\.$/);
    expect(found[0]?.wayOut).toMatch(/^[A-Z].*\.$/);
    expect(schemaErrors(fullPaymentSubmissionXml(broken).xml)).not.toEqual([]);
    expect(checkFullPaymentSubmission(fine, today)).toEqual([]);
    expect(schemaErrors(fullPaymentSubmissionXml(fine).xml)).toEqual([]);
    expect(FullPaymentSubmission.parse(fine)).toEqual(fine);
  });

  it("names the employee in a problem of an employee, and nobody in one of the employer", () => {
    const found = checkFullPaymentSubmission({ ...withEmployee({ payrollId: "" }), employer: { ...valid.employer, officeNumber: "" } }, today);
    expect(found).toEqual([
      {
        code: "schema",
        who: null,
        field: "employer.payeReference",
        value: "",
        rule: "A PAYE reference is three digits, a slash and up to ten letters or digits, like 123/AB456.",
        wayOut: "Copy it from the letter HMRC sent when you registered as an employer.",
      },
      {
        code: "schema",
        who: "Priya Example",
        field: "employees.0.payrollNumber",
        value: "",
        rule: "A payroll ID is 1 to 35 letters, digits or simple signs.",
        wayOut: "Give the assistant a payroll number like PA-001.",
      },
    ]);
  });
});

describe("a payday far ahead", () => {
  it("may be told up to 35 days before, and not earlier", () => {
    const payday = plainDate("2026-06-05");
    const submission = withPayment({ paymentDate: payday });
    expect(checkFullPaymentSubmission(submission, plainDate("2026-05-01"))).toEqual([]);
    const [found] = checkFullPaymentSubmission(submission, plainDate("2026-04-30"));
    expect(found).toMatchObject({
      field: "employees.0.payday",
      value: "2026-06-05",
      rule: "A payday may be told up to 35 days ahead, so until 4 June 2026 today.",
      wayOut: "Send it nearer to the payday.",
    });
  });

  it("must lie in the tax year", () => {
    const [found] = checkFullPaymentSubmission(withPayment({ paymentDate: plainDate("2027-04-06") }), plainDate("2027-04-06"));
    expect(found?.rule).toBe("Payments of 2026-27 are dated 6 April 2026 to 5 April 2027.");
    expect(checkFullPaymentSubmission(withPayment({ paymentDate: plainDate("2027-04-05") }), plainDate("2027-04-06"))).toEqual([]);
  });
});

describe("the tax year 2025-26", () => {
  const before: FullPaymentSubmission = {
    ...valid,
    taxYear: "2025-26",
    employees: [{ ...priya, payment: { ...priya.payment, paymentDate: plainDate("2026-03-27"), taxWeek: 52 } }],
  };
  const onDay = plainDate("2026-03-27");
  const changed = (payment: Partial<SubmittedEmployee["payment"]>, rest: Partial<SubmittedEmployee> = {}): FullPaymentSubmission => {
    const [first] = before.employees as [SubmittedEmployee];
    return { ...before, employees: [{ ...first, ...rest, payment: { ...first.payment, ...payment } }] };
  };

  it("has schema and rules of its own", () => {
    expect(checkFullPaymentSubmission(before, onDay)).toEqual([]);
    const { xml } = fullPaymentSubmissionXml(before);
    expect(xml).toContain("<RelatedTaxYear>25-26</RelatedTaxYear>");
    expect(xml).toContain("<PeriodEnd>2026-04-05</PeriodEnd>");
    expect(schemaErrors(xml)).toEqual([]);
    expect(brokenRules("2025-26/FullPaymentSubmission-2026-v1-0.sch", xml, onDay)).toEqual([]);
  });

  it("does not know student loan plan 5", () => {
    const plan = (studentLoanPlan: "4" | "5") => changed({ studentLoan: { plan: studentLoanPlan, amount: pence(10_00) } });
    expect(checkFullPaymentSubmission(plan("4"), onDay)).toEqual([]);
    expect(schemaErrors(fullPaymentSubmissionXml(plan("4")).xml)).toEqual([]);
    expect(checkFullPaymentSubmission(plan("5"), onDay)).toMatchObject([
      { field: "employees.0.studentLoanPlan", value: "5", rule: "In 2025-26 HMRC takes student loan plans 1, 2, 4." },
    ]);
    expect(schemaErrors(fullPaymentSubmissionXml(plan("5")).xml)).not.toEqual([]);
  });

  it("takes leaving dates from 6 April 2019", () => {
    const left = (on: string) => changed({}, { leavingDate: plainDate(on) });
    expect(checkFullPaymentSubmission(left("2019-04-06"), onDay)).toEqual([]);
    expect(schemaErrors(fullPaymentSubmissionXml(left("2019-04-06")).xml)).toEqual([]);
    expect(checkFullPaymentSubmission(left("2019-04-05"), onDay)).toMatchObject([
      { rule: "In 2025-26 HMRC takes leaving dates from 6 April 2019 on." },
    ]);
    expect(schemaErrors(fullPaymentSubmissionXml(left("2019-04-05")).xml)).not.toEqual([]);
  });

  it("is not the year before: without its schema a submission is refused", () => {
    const unknown = { ...before, taxYear: "2024-25" };
    expect(checkFullPaymentSubmission(unknown, onDay)).toMatchObject([{ code: "7889", field: "taxYear", value: "2024-25" }]);
    expect(() => fullPaymentSubmissionXml(unknown)).toThrow(RangeError);
  });
});
