import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import { buildFullPaymentSubmission } from "../../../../shared/payroll/rti/buildFullPaymentSubmission.ts";
import { buildYearCorrection } from "../../../../shared/payroll/rti/buildYearCorrection.ts";
import { fullPaymentSubmissionXml } from "../../../../shared/payroll/rti/fullPaymentSubmissionXml.ts";
import { submittedTaxCode } from "../../../../shared/payroll/rti/submittedPayment.ts";
import { employerReferences, hoursBandOf, leavingDateOf, starterStatementOf } from "../../../../shared/payroll/rti/submittedPerson.ts";
import { addressLines, plainLetters, submittedName, submittedPostcode } from "../../../../shared/payroll/rti/submittedText.ts";
import { isUniqueTaxReference } from "../../../../shared/payroll/rti/uniqueTaxReference.ts";
import type { PayslipInput, PayslipResult } from "../../../../shared/payroll/types.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import {
  anEmployee,
  anEmployeePayment,
  anEmployer,
  aPayment,
  aPayslip,
  aSubmission,
  aSubmissionInput,
  refusedCodes,
} from "../../../support/rtiFacts.ts";
import { schemaErrors } from "../../../support/rtiSchemas.ts";

type Slips = readonly [...PayslipResult[], PayslipResult];
const only = (change: Parameters<typeof anEmployeePayment>[0]) => {
  const { employees } = aSubmission({ employees: [anEmployeePayment(change)] });
  const [employee] = employees;
  if (!employee) throw new Error("nobody");
  return employee;
};

/** Payslips in a row, each on top of the one before. */
function inARow(...changes: Partial<PayslipInput>[]): Slips {
  const made: PayslipResult[] = [];
  for (const change of changes) made.push(aPayslip({ yearToDate: made.at(-1)?.yearToDate ?? startOfYear(), ...change }));
  return made as unknown as Slips;
}
const secondPayday = { payday: plainDate("2026-05-29"), periodFrom: plainDate("2026-05-04"), periodTo: plainDate("2026-05-31") };

describe("one payment told to HMRC", () => {
  // SLIP-1 of the payroll rules: four-weekly £1,400.00, 1257L, letter A, relief at source: tax 86.40, employee's NI 34.64, pension 36.80.
  it("holds the figures of the payslip", () => {
    const { payment, toDate, nationalInsurance } = only({});
    expect(payment).toEqual({
      payFrequency: "W4",
      paymentDate: "2026-05-01",
      lateReason: null,
      taxWeek: 4,
      taxMonth: null,
      periodsCovered: 1,
      hasAggregatedEarnings: false,
      isAfterLeaving: false,
      hoursBand: "B",
      taxCode: "1257L",
      isNonCumulative: false,
      taxRegime: null,
      taxablePay: 1_400_00,
      nonTaxable: null,
      // Pension under relief at source comes from net pay.
      deductionsFromNetPay: 36_80,
      // 1,400.00 − 86.40 − 34.64
      payAfterStatutoryDeductions: 1_278_96,
      netPayPension: null,
      otherPension: 36_80,
      studentLoan: null,
      postgraduateLoan: null,
      incomeTax: 86_40,
      wasOnStrike: false,
      hadUnpaidAbsence: false,
      statutoryPayToDate: { maternity: null, paternity: null, adoption: null, sharedParental: null, parentalBereavement: null, neonatalCare: null },
      trivialCommutationPayments: [],
    });
    expect(toDate).toEqual({
      taxablePay: 1_400_00,
      incomeTax: 86_40,
      studentLoan: null,
      postgraduateLoan: null,
      netPayPension: null,
      otherPension: 36_80,
    });
    // Four weeks: LEL 516, PT 967, so 451 and 433; 433 × 8% and (1,400 − 385) × 15%.
    expect(nationalInsurance).toEqual([
      {
        letter: "A",
        grossInPeriod: 1_400_00,
        grossToDate: 1_400_00,
        atLowerEarningsLimitToDate: 516_00,
        lowerEarningsLimitToPrimaryThresholdToDate: 451_00,
        primaryThresholdToUpperEarningsLimitToDate: 433_00,
        employerInPeriod: 152_25,
        employerToDate: 152_25,
        employeeInPeriod: 34_64,
        employeeToDate: 34_64,
      },
    ]);
  });

  it("counts pension under a net pay arrangement as item 61, not as a deduction from net pay", () => {
    const { payment, toDate } = only({
      payslips: [aPayslip({ pension: { ...aPayslipPension(), taxTreatment: "netPay" } })],
    });
    // 5% of 1,400.00 − 480.00 of qualifying earnings is 46.00, taken before tax.
    expect(payment).toMatchObject({ netPayPension: 46_00, otherPension: null, deductionsFromNetPay: null, taxablePay: 1_354_00 });
    expect(toDate).toMatchObject({ netPayPension: 46_00, otherPension: null });
  });

  it("adds orders, loans and pension from net pay up as item 58B, and mileage as 58A", () => {
    const deduction = { kind: "loan" as const, label: "Loan", amount: pence(20_00), explanation: explain({ name: "Loan", source: "test" }, []) };
    const { payment } = only({
      payslips: [aPayslip({ otherDeductions: [deduction], payLines: [aPayLine(pence(1_400_00)), aPayLine(pence(9_90), { kind: "mileage" })] })],
    });
    expect(payment).toMatchObject({ deductionsFromNetPay: 56_80, nonTaxable: 9_90, payAfterStatutoryDeductions: 1_278_96 });
  });

  it("parts a Scottish or Welsh code from its country and says when it is not cumulative", () => {
    const scottish = only({ payslips: [aPayslip({ taxSetting: { code: "S1257L", isWeek1Month1: true } })] });
    expect(scottish.payment).toMatchObject({ taxCode: "1257L", taxRegime: "S", isNonCumulative: true });
    const { xml } = fullPaymentSubmissionXml(
      aSubmission({ employees: [anEmployeePayment({ payslips: [aPayslip({ taxSetting: { code: "CBR", isWeek1Month1: true } })] })] }),
    );
    expect(xml).toContain('<TaxCode BasisNonCumulative="yes" TaxRegime="C">BR</TaxCode>');
    expect(schemaErrors(xml)).toEqual([]);
  });

  it.each([
    ["1257L", "1257L", null],
    ["S1257L", "1257L", "S"],
    ["CD0", "D0", "C"],
    ["00T", "0T", null],
    ["0T", "0T", null],
    ["S0T", "0T", "S"],
    ["01257L", "1257L", null],
    ["K0100", "K100", null],
    ["BR", "BR", null],
  ])("writes code %s as %s", (text, code, regime) => {
    expect(submittedTaxCode(text)).toEqual({ code, regime });
  });

  it.each([
    ["weekly", "2027-04-05", "W1", 53],
    ["fortnightly", "2027-04-05", "W2", 54],
    ["fourWeekly", "2027-04-05", "W4", 56],
    ["fortnightly", "2026-04-06", "W2", 2],
    ["fourWeekly", "2026-04-06", "W4", 4],
  ] as const)("reports %s pay of %s as %s in week %i", (payFrequency, payday, code, week) => {
    const on = plainDate(payday);
    const { employees } = aSubmission({ today: on, employees: [anEmployeePayment({ payslips: [aPayslip({ payFrequency, payday: on })] })] });
    expect(employees[0]?.payment).toMatchObject({ payFrequency: code, taxWeek: week, taxMonth: null });
  });

  it("reports monthly pay by tax month, and takes a frequency of its own for a one-off payment", () => {
    const slip = aPayslip({ payFrequency: "monthly", payday: plainDate("2026-05-05") });
    expect(only({ payslips: [slip] }).payment).toMatchObject({ payFrequency: "M1", taxWeek: null, taxMonth: 1 });
    expect(only({ payslips: [slip], payment: aPayment({ payFrequencyCode: "IO" }) }).payment.payFrequency).toBe("IO");
  });

  it("writes what was typed about the payment", () => {
    const { xml } = fullPaymentSubmissionXml(
      aSubmission({
        employees: [
          anEmployeePayment({
            employee: anEmployee({
              isPaidIrregularly: true,
              previousPayrollNumber: "PA-000",
              passportNumber: "123456789",
              title: "Ms",
              middleName: "Jo",
            }),
            payment: aPayment({
              periodsCovered: 3,
              wasOnStrike: true,
              hadUnpaidAbsence: true,
              isToNonIndividual: true,
              lateReason: "G",
              hasAggregatedEarnings: true,
              trivialCommutationPayments: [{ type: "B", amount: pence(100_00) }],
            }),
          }),
        ],
        finalSubmission: { because: "yearEnd" },
      }),
    );
    for (const part of [
      "<Ttl>Ms</Ttl><Fore>Priya</Fore><Fore>Jo</Fore><Sur>Example</Sur>",
      "<PassportNumber>123456789</PassportNumber>",
      "<PayIdChgd><PayrollIdChangedIndicator>yes</PayrollIdChangedIndicator><OldPayrollId>PA-000</OldPayrollId></PayIdChgd>",
      "<PaymentToANonIndividual>yes</PaymentToANonIndividual><IrrEmp>yes</IrrEmp>",
      "<LateReason>G</LateReason><WeekNo>4</WeekNo><PeriodsCovered>3</PeriodsCovered><AggregatedEarnings>yes</AggregatedEarnings>",
      "<OnStrike>yes</OnStrike><UnpaidAbsence>yes</UnpaidAbsence>",
      '<TrivialCommutationPayment type="B">100.00</TrivialCommutationPayment>',
      "<FinalSubmission><ForYear>yes</ForYear></FinalSubmission>",
    ]) {
      expect(xml).toContain(part);
    }
    expect(schemaErrors(xml)).toEqual([]);
  });

  it("leaves out what does not hold", () => {
    const { xml } = fullPaymentSubmissionXml(aSubmission());
    for (const name of [
      "Starter",
      "PayIdChgd",
      "IrrEmp",
      "LeavingDate",
      "LateReason",
      "AggregatedEarnings",
      "PmtAfterLeaving",
      "OnStrike",
      "UnpaidAbsence",
      "SMPYTD",
      "FinalSubmission",
      "PaymentToANonIndividual",
    ]) {
      expect(xml).not.toContain(`<${name}`);
    }
  });

  it("is for the live service unless it is a test", () => {
    expect(fullPaymentSubmissionXml(aSubmission()).xml).toContain("<GatewayTest>0</GatewayTest>");
    expect(fullPaymentSubmissionXml(aSubmission(), true).xml).toContain("<GatewayTest>1</GatewayTest>");
  });
});

const aPayslipPension = () => ({
  status: "member" as const,
  taxTreatment: "reliefAtSource" as const,
  earningsBasis: "qualifyingEarnings" as const,
  employeeRate: 500 as never,
  employerRate: 300 as never,
});

describe("the year to date of a submission", () => {
  it("is added up from the year's payslips, with what the year held before them", () => {
    const opening = { ...startOfYear(), taxablePay: pence(100_00), incomeTax: pence(20_00), employeePension: pence(5_00), studentLoan: pence(9_00) };
    const { toDate } = only({ opening, payslips: inARow({}, secondPayday) });
    expect(toDate).toMatchObject({ taxablePay: 2_900_00, otherPension: 78_60, netPayPension: null, studentLoan: 9_00, postgraduateLoan: null });
  });

  it("keeps pension of both kinds when the scheme changed how tax is relieved", () => {
    const netPay = { ...aPayslipPension(), taxTreatment: "netPay" as const };
    const { toDate, payment } = only({ payslips: inARow({}, { ...secondPayday, pension: netPay }) });
    expect(toDate).toMatchObject({ otherPension: 36_80, netPayPension: 46_00 });
    expect(payment).toMatchObject({ otherPension: null, netPayPension: 46_00 });
  });

  it("keeps every National Insurance letter of the year, in the period only the one of the payslip", () => {
    const { nationalInsurance } = only({ payslips: inARow({ nationalInsuranceCategory: "J" }, secondPayday) });
    expect(
      nationalInsurance.map(({ letter, grossInPeriod, grossToDate, employeeInPeriod, employerInPeriod }) => ({
        letter,
        grossInPeriod,
        grossToDate,
        employeeInPeriod,
        employerInPeriod,
      })),
    ).toEqual([
      { letter: "J", grossInPeriod: 0, grossToDate: 1_400_00, employeeInPeriod: 0, employerInPeriod: 0 },
      { letter: "A", grossInPeriod: 1_400_00, grossToDate: 1_400_00, employeeInPeriod: 34_64, employerInPeriod: 152_25 },
    ]);
  });

  it("keeps statutory pay and loans once they were paid, when this payday has none", () => {
    const maternity = aPayLine(pence(500_00), { kind: "statutoryMaternityPay" });
    const payslips = inARow(
      { payLines: [aPayLine(pence(2_600_00)), maternity], studentLoanPlan: "1", hasPostgraduateLoan: true },
      { ...secondPayday, payLines: [aPayLine(pence(100_00))], studentLoanPlan: "1", hasPostgraduateLoan: true },
    );
    const { toDate, payment } = only({ payslips });
    // Plan 1: 9% of 3,100.00 − 2,069.23 is 92.76, so 92; postgraduate: 6% of 3,100.00 − 1,615.38 is 89.07, so 89.
    expect(toDate).toMatchObject({ studentLoan: 92_00, postgraduateLoan: 89_00 });
    expect(payment).toMatchObject({ studentLoan: null, postgraduateLoan: null });
    expect(payment.statutoryPayToDate).toMatchObject({ maternity: 500_00, paternity: null });
  });

  it.each([
    ["statutoryMaternityPay", "maternity", "SMPYTD"],
    ["statutoryPaternityPay", "paternity", "SPPYTD"],
    ["statutoryAdoptionPay", "adoption", "SAPYTD"],
    ["statutorySharedParentalPay", "sharedParental", "ShPPYTD"],
    ["statutoryParentalBereavementPay", "parentalBereavement", "SPBPYTD"],
    ["statutoryNeonatalCarePay", "neonatalCare", "SNCPYTD"],
  ] as const)("reports %s by its own kind, with what was paid before this program", (kind, part, element) => {
    const payslips = [aPayslip({ payLines: [aPayLine(pence(194_32), { kind })] })] as const;
    const opening = { ...startOfYear(), [kind]: pence(10_00) };
    expect(only({ opening, payslips }).payment.statutoryPayToDate).toEqual({
      maternity: null,
      paternity: null,
      adoption: null,
      sharedParental: null,
      parentalBereavement: null,
      neonatalCare: null,
      [part]: 204_32,
    });
    const { xml } = fullPaymentSubmissionXml(aSubmission({ employees: [anEmployeePayment({ opening, payslips })] }));
    expect(xml).toContain(`<${element}>204.32</${element}>`);
    expect(schemaErrors(xml)).toEqual([]);
  });

  it("reports loans with their plan", () => {
    const payslips = [aPayslip({ payLines: [aPayLine(pence(3_100_00))], studentLoanPlan: "2", hasPostgraduateLoan: true })] as const;
    const { xml } = fullPaymentSubmissionXml(aSubmission({ employees: [anEmployeePayment({ payslips })] }));
    // Plan 2: 9% of 3,100.00 − 2,260.38 is 75.56, so 75.
    expect(xml).toContain('<StudentLoanRecovered PlanType="02">75.00</StudentLoanRecovered><PostgradLoanRecovered>89.00</PostgradLoanRecovered>');
    expect(xml).toContain("<StudentLoansTD>75.00</StudentLoansTD><PostgradLoansTD>89.00</PostgradLoansTD>");
    expect(schemaErrors(xml)).toEqual([]);
  });

  it("reports no National Insurance of somebody under 16, and letter X of somebody over", () => {
    const payslips = [
      aPayslip({ dateOfBirth: plainDate("2010-05-02"), nationalInsuranceCategory: "X", payLines: [aPayLine(pence(200_00))] }),
    ] as const;
    const born = (on: string) => anEmployee({ dateOfBirth: plainDate(on) });
    expect(only({ employee: born("2010-05-02"), payslips }).nationalInsurance).toEqual([]);
    expect(only({ employee: born("2010-05-01"), payslips }).nationalInsurance).toMatchObject([
      { letter: "X", grossToDate: 200_00, employerToDate: 0 },
    ]);
  });
});

describe("who starts and who leaves", () => {
  const starter = (change: Parameters<typeof anEmployee>[0]) =>
    anEmployee({ starterKind: "declarationA", isNewToHmrc: true, startOn: plainDate("2026-04-07"), ...change });

  it("tells a start once, with loans", () => {
    const { xml } = fullPaymentSubmissionXml(
      aSubmission({ employees: [anEmployeePayment({ employee: starter({ hasStudentLoanAtStart: true, hasPostgraduateLoanAtStart: true }) })] }),
    );
    expect(xml).toContain(
      "<Starter><StartDate>2026-04-07</StartDate><StartDec>A</StartDec><StudentLoan>yes</StudentLoan><PostgradLoan>yes</PostgradLoan></Starter>",
    );
    expect(schemaErrors(xml)).toEqual([]);
    expect(only({ employee: starter({ isNewToHmrc: false }) }).starter).toBeNull();
    expect(only({ employee: starter({ starterKind: "existing" }) }).starter).toBeNull();
  });

  it.each([
    ["declarationA", null, "A", false],
    ["declarationB", null, "B", false],
    ["declarationC", null, "C", false],
    ["p45", null, "B", true],
    ["p45", "C", "C", false],
    ["none", null, "C", true],
    ["none", "A", "A", false],
  ] as const)("tells a start with %s and %s as statement %s", (starterKind, starterStatement, statement, isGuess) => {
    const answer = starterStatementOf({ starterKind, starterStatement, firstName: "Priya" });
    expect(answer.statement).toBe(statement);
    expect(answer.notice !== null).toBe(isGuess);
  });

  it("says when the statement is a guess", () => {
    const notices = (starterKind: "p45" | "none") => aSubmission({ employees: [anEmployeePayment({ employee: starter({ starterKind }) })] }).notices;
    expect(notices("p45")).toEqual([
      "Priya brought a P45 and no starter checklist, so the start is told with statement B: the only job now, after another this year. Ask Priya if that is right.",
    ]);
    expect(notices("none")).toEqual(["Priya filled in no starter checklist, so the start is told with statement C. Ask Priya for the checklist."]);
  });

  it("sends the leaving date with the last pay period, and again with a payment after leaving", () => {
    const left = { endOn: plainDate("2026-05-03") };
    expect(leavingDateOf(left, plainDate("2026-05-03"), false)).toBe("2026-05-03");
    expect(leavingDateOf(left, plainDate("2026-05-02"), false)).toBeNull();
    expect(leavingDateOf(left, plainDate("2026-05-02"), true)).toBe("2026-05-03");
    expect(leavingDateOf({ endOn: null }, plainDate("2026-05-02"), true)).toBeNull();
    expect(only({ employee: anEmployee(left), payment: aPayment({ isAfterLeaving: true }) })).toMatchObject({
      leavingDate: "2026-05-03",
      payment: { isAfterLeaving: true },
    });
    const { xml } = fullPaymentSubmissionXml(
      aSubmission({ employees: [anEmployeePayment({ employee: anEmployee(left), payment: aPayment({ isAfterLeaving: true }) })] }),
    );
    expect(xml).toContain("<LeavingDate>2026-05-03</LeavingDate>");
    expect(xml).toContain("<PmtAfterLeaving>yes</PmtAfterLeaving>");
    expect(schemaErrors(xml)).toEqual([]);
  });

  it("names the old payroll ID only when it changed", () => {
    expect(only({ employee: anEmployee({ previousPayrollNumber: "PA-000" }) }).oldPayrollId).toBe("PA-000");
    expect(only({ employee: anEmployee({ previousPayrollNumber: "PA-001" }) }).oldPayrollId).toBeNull();
  });

  it("names the other parent with Shared Parental Pay", () => {
    const employee = anEmployee({ otherParent: { firstName: "Alex", lastName: "Other", nationalInsuranceNumber: "zy 12 34 56 a" } });
    const payslips = [aPayslip({ payLines: [aPayLine(pence(194_32), { kind: "statutorySharedParentalPay" })] })] as const;
    const { xml } = fullPaymentSubmissionXml(aSubmission({ employees: [anEmployeePayment({ employee, payslips })] }));
    expect(xml).toContain("<PartnerDetails><NINO>ZY123456A</NINO><Name><Fore>Alex</Fore><Sur>Other</Sur></Name></PartnerDetails>");
    expect(schemaErrors(xml)).toEqual([]);
    expect(refusedCodes({ employees: [anEmployeePayment({ employee })] })).toEqual(["7845"]);
  });
});

describe("words and letters HMRC takes", () => {
  it.each([
    [0, "A"],
    [959, "A"],
    [960, "B"],
    [1439, "B"],
    [1440, "C"],
    [1799, "C"],
    [1800, "D"],
    [null, "E"],
  ] as const)("puts %s minutes a week into band %s", (week, band) => {
    expect(hoursBandOf(week === null ? null : minutes(week))).toBe(band);
  });

  it.each([
    ["Zoë", "Zoe"],
    ["Łukasz Żółć", "Lukasz Zolc"],
    ["O’Neil", "O'Neil"],
    ["Anne–Marie", "Anne-Marie"],
    ["Straße Æble øre þor ıœŒØŁđĐðÐÞß", "Strasse AEble ore thor ioeOEOLdDdDThss"],
    ["  two\n spaces  ", "two spaces"],
  ])("writes %s as %s", (text, plain) => {
    expect(plainLetters(text)).toBe(plain);
  });

  it("drops full stops from names and tells of changed letters", () => {
    expect(submittedName("St. John")).toBe("St John");
    const notices = (change: Parameters<typeof anEmployee>[0]) =>
      aSubmission({ employees: [anEmployeePayment({ employee: anEmployee(change) })] }).notices;
    expect(notices({ firstName: "Zoë", middleName: "Éva" })).toEqual([
      "HMRC's messages have no accents or other signs: Zoë Éva Example is written Zoe Eva Example.",
    ]);
    expect(notices({})).toEqual([]);
  });

  it.each([
    ["1 Example Street\nExampletown", ["1 Example Street", "Exampletown"]],
    ["1 Example Street, Exampletown, zz999zz", ["1 Example Street", "Exampletown"]],
    ["Flat 2, The Old House, Long Lane, Near Town, Bigtown", ["Flat 2", "The Old House", "Long Lane", "Near Town, Bigtown"]],
    ["a, b, c, d, e, f", ["a, b", "c, d", "e", "f"]],
    [`${"x".repeat(20)} ${"y".repeat(20)}`, ["x".repeat(20), "y".repeat(20)]],
    [`${"x".repeat(17)} ${"y".repeat(17)}`, [`${"x".repeat(17)} ${"y".repeat(17)}`]],
    ["z".repeat(36), ["z".repeat(36)]],
    ["", []],
  ])("puts the address %s on lines", (address, lines) => {
    expect(addressLines(address, "ZZ99 9ZZ")).toEqual(lines);
  });

  it("leaves five lines that cannot be put together for HMRC's check to refuse", () => {
    const long = Array.from({ length: 5 }, (_, index) => `${index}${"x".repeat(20)}`);
    expect(addressLines(long.join("\n"), "")).toHaveLength(5);
    expect(refusedCodes({ employees: [anEmployeePayment({ employee: anEmployee({ address: long.join("\n") }) })] })).toEqual(["schema"]);
  });

  it.each([
    ["zz999zz", "ZZ99 9ZZ"],
    ["a1 1 aa", "A1 1AA"],
    ["bfpo 57", "BFPO 57"],
    ["", ""],
  ])("writes the postcode %s as %s", (text, postcode) => {
    expect(submittedPostcode(text)).toBe(postcode);
  });

  it("leaves the address out when nothing is known, and the postcode when there is a country", () => {
    expect(only({ employee: anEmployee({ address: "", postcode: "" }) }).person.address).toBeNull();
    expect(only({ employee: anEmployee({ foreignCountry: "France" }) }).person.address).toEqual({
      lines: ["1 Example Street", "Exampletown"],
      postcode: null,
      foreignCountry: "France",
    });
  });

  it("parts the PAYE reference and drops spaces", () => {
    expect(
      employerReferences(
        anEmployer({ payeReference: " 123 / ab 456 ", accountsOfficeReference: "123pa 0001 2345", selfAssessmentReference: "23256 48152" }),
      ),
    ).toEqual({
      officeNumber: "123",
      payeReference: "AB456",
      accountsOfficeReference: "123PA00012345",
      selfAssessmentReference: "2325648152",
      corporationTaxReference: null,
    });
    expect(employerReferences(anEmployer({ payeReference: null, accountsOfficeReference: null }))).toMatchObject({
      officeNumber: "",
      payeReference: "",
      accountsOfficeReference: "",
    });
  });

  // 6×3 + 7×2 + 8×5 + 9×6 + 10×4 + 5×8 + 4×1 + 3×5 + 2×2 = 229; 229 mod 11 = 9; 11 − 9 = 2.
  it.each([
    ["2325648152", true],
    ["3325648152", false],
    ["232564815", false],
    ["23256481522", false],
    // Nothing but noughts behind: 11 − 0 = 11, less 9 is 2.
    ["2000000000", true],
    // 2×6 = 12; 12 mod 11 = 1; 11 − 1 = 10, less 9 is 1.
    ["1000000006", true],
    // 2×1 = 2; 11 − 2 = 9 stays.
    ["9000000001", true],
  ])("checks the first digit of the tax reference %s", (text, holds) => {
    expect(isUniqueTaxReference(text)).toBe(holds);
  });
});

describe("what stops a submission, all of it at once", () => {
  it("names what is missing for the employer and the employee", () => {
    const verdict = buildFullPaymentSubmission(
      aSubmissionInput({
        employer: anEmployer({ payeReference: null, accountsOfficeReference: null }),
        employees: [
          anEmployeePayment({ employee: anEmployee({ gender: null, dateOfBirth: null, nationalInsuranceNumber: null, address: "Exampletown" }) }),
        ],
      }),
    );
    expect(verdict.ok).toBe(false);
    const problems = verdict.ok ? [] : verdict.problems;
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ["employees.0.gender", "schema"],
      ["employer.payeReference", "schema"],
      ["employer.accountsOfficeReference", "schema"],
      ["employees.0.address", "7823"],
      ["employees.0.dateOfBirth", "7907"],
    ]);
    expect(problems[0]).toMatchObject({ who: "Priya Example", rule: "HMRC needs the sex of everybody who is paid, as HMRC holds it: F or M." });
  });

  it("warns when the payday has passed without a reason for reporting late", () => {
    const today = addDays(plainDate("2026-05-01"), 1);
    const late = "Priya's payday has passed. Choose a reason for reporting late if one fits; without one HMRC may send a warning.";
    expect(aSubmission({ today }).notices).toEqual([late]);
    expect(aSubmission({ today, employees: [anEmployeePayment({ payment: aPayment({ lateReason: "F" }) })] }).notices).toEqual([]);
  });
});

describe("a mistake put right", () => {
  it("in the same tax year: the payday again with the right figures and reason H", () => {
    const right = aPayslip({ payLines: [aPayLine(pence(1_500_00))] });
    const { toDate, payment } = only({ payslips: [right], payment: aPayment({ lateReason: "H" }) });
    expect(payment).toMatchObject({ lateReason: "H", taxablePay: 1_500_00, paymentDate: "2026-05-01" });
    expect(toDate.taxablePay).toBe(1_500_00);
  });

  it("after 5 April: right figures to date, nothing in the period, dated 5 April with reason H", () => {
    const payslips = inARow(
      {},
      { ...secondPayday, studentLoanPlan: "1", payLines: [aPayLine(pence(3_000_00)), aPayLine(pence(9_90), { kind: "mileage" })] },
    );
    const verdict = buildYearCorrection({ employer: anEmployer(), employees: [anEmployeePayment({ payslips })], today: plainDate("2027-04-20") });
    if (!verdict.ok) throw new Error(verdict.problems.map(({ rule }) => rule).join(" "));
    const [employee] = verdict.value.employees;
    expect(employee?.toDate).toMatchObject({ taxablePay: 4_400_00, studentLoan: 83_00 });
    expect(employee?.payment).toMatchObject({
      paymentDate: "2027-04-05",
      lateReason: "H",
      taxWeek: 52,
      taxMonth: null,
      taxablePay: 0,
      nonTaxable: null,
      deductionsFromNetPay: null,
      payAfterStatutoryDeductions: 0,
      otherPension: null,
      netPayPension: null,
      studentLoan: null,
      postgraduateLoan: null,
      incomeTax: 0,
      trivialCommutationPayments: [],
    });
    expect(employee?.nationalInsurance).toMatchObject([
      { letter: "A", grossInPeriod: 0, grossToDate: 4_400_00, employeeInPeriod: 0, employerInPeriod: 0 },
    ]);
    expect(schemaErrors(fullPaymentSubmissionXml(verdict.value).xml)).toEqual([]);
  });

  it("keeps week 56 and month 12 as the last of a closed year", () => {
    const corrected = (change: Partial<PayslipInput>) => {
      const verdict = buildYearCorrection({
        employer: anEmployer(),
        employees: [anEmployeePayment({ payslips: [aPayslip(change)] })],
        today: plainDate("2027-04-20"),
      });
      return verdict.ok ? verdict.value.employees[0]?.payment : undefined;
    };
    expect(corrected({ payday: plainDate("2027-04-05") })).toMatchObject({ taxWeek: 56, taxMonth: null });
    expect(corrected({ payFrequency: "monthly" })).toMatchObject({ taxWeek: null, taxMonth: 12 });
  });

  it("refuses to close a year that is not over", () => {
    const on = (today: string) => buildYearCorrection({ employer: anEmployer(), employees: [anEmployeePayment()], today: plainDate(today) });
    const early = on("2027-04-05");
    expect(early.ok).toBe(false);
    expect(early.ok ? [] : early.problems).toMatchObject([
      {
        field: "today",
        rule: "The tax year 2026-27 runs until 5 April 2027.",
        wayOut: "Put it right in the next pay run: its submission carries the right figures to date.",
      },
    ]);
    expect(on("2027-04-06").ok).toBe(true);
  });
});
