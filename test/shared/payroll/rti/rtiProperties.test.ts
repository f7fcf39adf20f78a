import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisPoints, type Pence, pence } from "../../../../shared/core/money.ts";
import { addDays, addMonths, type PlainDate, plainDate } from "../../../../shared/core/plainDate.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import { buildEmployerPaymentSummary } from "../../../../shared/payroll/rti/buildEmployerPaymentSummary.ts";
import { buildFullPaymentSubmission } from "../../../../shared/payroll/rti/buildFullPaymentSubmission.ts";
import { buildYearCorrection } from "../../../../shared/payroll/rti/buildYearCorrection.ts";
import { RecoveredKind } from "../../../../shared/payroll/rti/employerPaymentSummary.ts";
import { employerPaymentSummaryXml } from "../../../../shared/payroll/rti/employerPaymentSummaryXml.ts";
import { FullPaymentSubmission } from "../../../../shared/payroll/rti/fullPaymentSubmission.ts";
import { fullPaymentSubmissionXml } from "../../../../shared/payroll/rti/fullPaymentSubmissionXml.ts";
import { irMarkOf } from "../../../../shared/payroll/rti/irMark.ts";
import { buildNinoVerification, ninoVerificationXml } from "../../../../shared/payroll/rti/ninoVerification.ts";
import {
  EmployeeFacts,
  type EmployeePaymentFacts,
  EmployerFacts,
  type FinalSubmission,
  LateReason,
  PayFrequencyCode,
  PaymentFacts,
} from "../../../../shared/payroll/rti/submissionFacts.ts";
import type { SubmissionVerdict } from "../../../../shared/payroll/rti/submissionProblem.ts";
import { NationalInsuranceCategory, type PayLineKind, type PayslipResult } from "../../../../shared/payroll/types.ts";
import { PayFrequency, StudentLoanPlan } from "../../../../shared/rates/payTerms.ts";
import { ratesFor } from "../../../../shared/rates/ratesFor.ts";
import { aPayLine, aPayslipInput } from "../../../support/payslipBuilders.ts";
import { canonicalXml, schemaErrors } from "../../../support/rtiSchemas.ts";
import { brokenRules } from "../../../support/schematron.ts";

// Facts are drawn from what the program's own schemas allow: mostly sensible, now and then what no person would type.

const day = (from: string, to: string) =>
  fc.integer({ min: 0, max: (Date.parse(to) - Date.parse(from)) / 86_400_000 }).map((days) => addDays(plainDate(from), days));
const mostly = <T>(sensible: fc.Arbitrary<T>, odd: fc.Arbitrary<T>, weight = 50) =>
  fc.oneof({ weight, arbitrary: sensible }, { weight: 1, arbitrary: odd });
const oddText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom("", "<&>\"'", "R2 D2", " - ", "'", "#1"),
);
const name = mostly(fc.constantFrom("Priya", "Zoë", "Anne-Marie", "O’Neil", "St. John", "Łukasz", "van der Berg", "Nguyễn"), oddText);
const address = mostly(
  fc.constantFrom(
    "1 Example Street, Exampletown",
    "Flat 2\nThe Old School House\nLong Example Lane\nLittle Exampleton\nNear Exampletown\nExampleshire",
    "12 A-very-long-house-name-that-does-not-end, Exampletown",
  ),
  fc.oneof(oddText, fc.constantFrom("Exampletown", "")),
);
const nino = mostly(fc.constantFrom<string | null>("AB123456C", "zy 12 34 56 a", null), fc.oneof(oddText, fc.constant("BG123456C")));

const employee = fc
  .record({
    title: mostly(fc.constantFrom("", "Ms", "Dr."), oddText),
    firstName: name,
    middleName: mostly(fc.constantFrom("", "Jo"), oddText),
    lastName: name,
    nationalInsuranceNumber: nino,
    dateOfBirth: mostly<PlainDate | null>(day("1945-01-01", "2012-12-31"), fc.constant(null)),
    gender: mostly<"F" | "M" | null>(fc.constantFrom("F", "M"), fc.constant(null)),
    passportNumber: mostly(fc.constantFrom("", "123456789"), oddText),
    address,
    postcode: mostly(fc.constantFrom("ZZ99 9ZZ", "zz999zz", ""), oddText),
    foreignCountry: mostly(fc.constant(""), fc.constantFrom("France", "Côte d’Ivoire", "1st")),
    payrollNumber: mostly(fc.constantFrom("PA-001", "1"), oddText),
    previousPayrollNumber: mostly<string | null>(fc.constantFrom(null, "PA-000"), oddText),
    startOn: mostly(day("2024-01-01", "2026-06-01"), day("2026-06-02", "2027-12-31")),
    endOn: mostly<PlainDate | null>(fc.oneof(fc.constant(null), day("2026-04-06", "2026-07-31")), day("2015-01-01", "2020-12-31")),
    starterKind: fc.constantFrom("p45", "declarationA", "declarationB", "declarationC", "none", "existing"),
    starterStatement: fc.constantFrom("A", "B", "C", null),
    isNewToHmrc: fc.boolean(),
    hasStudentLoanAtStart: fc.boolean(),
    hasPostgraduateLoanAtStart: fc.boolean(),
    isPaidIrregularly: fc.boolean(),
    contractedMinutesPerWeek: fc.option(fc.integer({ min: 0, max: 3600 })),
    workplacePostcode: mostly<string | null>(fc.constantFrom(null, "ab1 2xy"), oddText),
    otherParent: mostly(fc.constant(null), fc.record({ firstName: name, lastName: name, nationalInsuranceNumber: nino })),
  })
  .map((facts) => EmployeeFacts.parse(facts));

const payment = fc
  .record({
    periodsCovered: mostly(fc.integer({ min: 1, max: 99 }), fc.constantFrom(0, 100)),
    wasOnStrike: fc.boolean(),
    hadUnpaidAbsence: fc.boolean(),
    isAfterLeaving: mostly(fc.constant(false), fc.constant(true)),
    isToNonIndividual: mostly(fc.constant(false), fc.constant(true)),
    lateReason: fc.constantFrom(null, ...LateReason.options),
    payFrequencyCode: fc.constantFrom(null, ...PayFrequencyCode.options),
    hasAggregatedEarnings: fc.boolean(),
  })
  .map((facts) => PaymentFacts.parse(facts));

const pay = mostly(fc.integer({ min: 0, max: 6_000_00 }), fc.integer({ min: 0, max: 99_999_999_00 })).map(pence);
const codes = mostly(
  fc.constantFrom("1257L", "BR", "S1257L", "CD0", "K100", "0T", "NT", "1100M", "SD2"),
  fc.constantFrom("0L", "00T", "K0001", "C0L"),
);
const kinds: readonly PayLineKind[] = [
  "statutorySickPay",
  "statutoryMaternityPay",
  "statutoryPaternityPay",
  "statutoryAdoptionPay",
  "statutorySharedParentalPay",
  "statutoryParentalBereavementPay",
  "statutoryNeonatalCarePay",
  "mileage",
];

/** Up to four payslips in a row with the same settings but for letter and code, each on top of the year before it. */
const payslips = fc
  .record({
    payFrequency: fc.constantFrom(...PayFrequency.options),
    first: day("2026-04-06", "2027-01-10"),
    taxTreatment: fc.constantFrom("reliefAtSource" as const, "netPay" as const),
    isMember: fc.boolean(),
    studentLoanPlan: fc.constantFrom(null, ...StudentLoanPlan.options),
    hasPostgraduateLoan: fc.boolean(),
    dateOfBirth: day("1955-01-01", "2011-01-01"),
    slips: fc.array(
      fc.record({
        pay,
        extra: fc.option(fc.record({ kind: fc.constantFrom(...kinds), amount: fc.integer({ min: 1, max: 900_00 }).map(pence) })),
        code: codes,
        isWeek1Month1: fc.boolean(),
        letter: mostly(fc.constantFrom("A", "M", "C", "X", "J"), fc.constantFrom(...NationalInsuranceCategory.options)),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ first, payFrequency, taxTreatment, isMember, slips, ...settings }) => {
    const made: PayslipResult[] = [];
    const days = { weekly: 7, fortnightly: 14, fourWeekly: 28, monthly: 0 }[payFrequency];
    slips.forEach(({ pay: amount, extra, code, isWeek1Month1, letter }, index) => {
      const payday = days === 0 ? addMonths(first, index) : addDays(first, days * index);
      const rates = ratesFor(payday);
      if (!rates || payday > "2027-04-05") return;
      const input = aPayslipInput({
        ...settings,
        payday,
        periodFrom: addDays(payday, -6),
        periodTo: payday,
        payFrequency,
        taxSetting: { code, isWeek1Month1 },
        nationalInsuranceCategory: letter,
        pension: {
          status: isMember ? "member" : "notMember",
          taxTreatment,
          earningsBasis: "qualifyingEarnings",
          employeeRate: basisPoints(500),
          employerRate: basisPoints(300),
        },
        payLines: [aPayLine(amount as Pence), ...(extra ? [aPayLine(extra.amount as Pence, { kind: extra.kind, label: "More" })] : [])],
        yearToDate: made.at(-1)?.yearToDate ?? startOfYear(),
      });
      const verdict = calculatePayslip(input, rates);
      if (verdict.ok) made.push(verdict.value);
    });
    return made;
  })
  .filter((made) => made.length > 0)
  .map((made) => made as unknown as EmployeePaymentFacts["payslips"]);

const employer = fc
  .record({
    payeReference: mostly<string | null>(fc.constantFrom("123/AB456", "999/Z", "123 / ab 456"), fc.oneof(oddText, fc.constant(null))),
    accountsOfficeReference: mostly<string | null>(fc.constantFrom("123PA00012345", "123pa0001234x"), fc.oneof(oddText, fc.constant(null))),
    selfAssessmentReference: mostly<string | null>(fc.constantFrom(null, "2325648152"), oddText),
    corporationTaxReference: mostly<string | null>(fc.constant(null), fc.constantFrom("2325648152", "1")),
  })
  .map((facts) => EmployerFacts.parse(facts));

const finalSubmission = mostly<FinalSubmission | null>(
  fc.constantFrom(null, { because: "yearEnd" as const }),
  day("2026-04-01", "2027-04-08").map((ceasedOn) => ({ because: "schemeCeased" as const, ceasedOn })),
  4,
);

const employeePayment: fc.Arbitrary<EmployeePaymentFacts> = fc
  .record({ employee, payment, payslips })
  .map((facts) => ({ ...facts, opening: startOfYear() }));

/** Every problem can be shown to a person. */
function expectWords(verdict: Extract<SubmissionVerdict<unknown>, { ok: false }>): void {
  for (const { code, field, rule, wayOut } of verdict.problems) {
    expect(code).toMatch(/^(\d{4}|schema)$/);
    expect(field).not.toBe("");
    expect(rule).toMatch(/\.$/);
    expect(wayOut).toMatch(/\.$/);
  }
}

function expectMessage({ xml, irMark }: { readonly xml: string; readonly irMark: { readonly base64: string } }): void {
  expect(schemaErrors(xml)).toEqual([]);
  expect(irMarkOf(xml)?.base64).toBe(irMark.base64);
  expect(canonicalXml(xml)).toBe(xml.replace(/^<\?xml[^>]*\?>\n/, "").trimEnd());
}

describe("whatever a household holds, a message is valid for HMRC or refused with words", () => {
  it("Full Payment Submission", () => {
    let taken = 0;
    let drawn = 0;
    fc.assert(
      fc.property(
        employer,
        fc.array(employeePayment, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -20, max: 20 }),
        finalSubmission,
        (who, people, offset, final) => {
          drawn += 1;
          const [first, ...rest] = people as [EmployeePaymentFacts, ...EmployeePaymentFacts[]];
          const today = addDays(first.payslips.at(-1)?.payday as PlainDate, offset);
          const verdict = buildFullPaymentSubmission({ employer: who, employees: [first, ...rest], finalSubmission: final, today });
          if (!verdict.ok) return expectWords(verdict);
          taken += 1;
          expect(FullPaymentSubmission.parse(verdict.value)).toEqual(verdict.value);
          const message = fullPaymentSubmissionXml(verdict.value);
          expectMessage(message);
          expect(brokenRules("2026-27/FullPaymentSubmission-2027-v1-0.sch", message.xml, today)).toEqual([]);
        },
      ),
      { numRuns: 200, seed: 20_261_122 },
    );
    expect(taken).toBeGreaterThan(drawn / 20);
  });

  it("a closed year put right", () => {
    let taken = 0;
    let drawn = 0;
    fc.assert(
      fc.property(employer, employeePayment, day("2027-04-06", "2028-01-31"), (who, person, today) => {
        drawn += 1;
        const verdict = buildYearCorrection({ employer: who, employees: [person], today });
        if (!verdict.ok) return expectWords(verdict);
        taken += 1;
        const message = fullPaymentSubmissionXml(verdict.value);
        expectMessage(message);
        expect(brokenRules("2026-27/FullPaymentSubmission-2027-v1-0.sch", message.xml, today)).toEqual([]);
      }),
      { numRuns: 150, seed: 20_261_122 },
    );
    expect(taken).toBeGreaterThan(drawn / 20);
  });

  it("Employer Payment Summary", () => {
    const month = fc.integer({ min: 0, max: 13 });
    const span = fc
      .tuple(month, fc.integer({ min: 0, max: 13 }), mostly(fc.constant(0), fc.integer({ min: 1, max: 9 })))
      .map(([from, months, off]) => ({
        from: addDays(addMonths(plainDate("2026-04-06"), from), off),
        to: addDays(addMonths(plainDate("2026-04-06"), from + months), -1),
      }));
    const amount = mostly(fc.integer({ min: 0, max: 9_999_99 }), fc.integer({ min: -10, max: 1_000_000_000_00 })).map(pence);
    let taken = 0;
    let drawn = 0;
    fc.assert(
      fc.property(
        fc.record({
          employer,
          noPayment: mostly(fc.constant(null), span, 3),
          inactivity: mostly(fc.constant(null), span, 3),
          employmentAllowance: fc.option(fc.boolean()),
          recovered: fc.option(
            fc.record({
              taxMonth: mostly(fc.constantFrom(7, 8), month),
              amounts: fc.uniqueArray(fc.record({ kind: fc.constantFrom(...RecoveredKind.options), recovered: amount, compensation: amount }), {
                selector: ({ kind }) => kind,
              }),
            }),
          ),
          account: fc.option(
            fc.record({
              holderName: mostly(fc.constantFrom("A Holder", "Zoë & Co"), oddText),
              accountNumber: mostly(fc.constantFrom("12345678", "1234 5678"), oddText),
              sortCode: mostly(fc.constantFrom("112233", "11-22-33"), oddText),
              buildingSocietyReference: mostly<string | null>(fc.constantFrom(null, "ROLL/1"), oddText),
            }),
          ),
          finalSubmission,
          today: mostly(day("2026-10-06", "2026-11-19"), day("2026-03-01", "2027-06-30"), 2),
        }),
        (facts) => {
          drawn += 1;
          const verdict = buildEmployerPaymentSummary({ taxYear: "2026-27", ...facts });
          if (!verdict.ok) return expectWords(verdict);
          taken += 1;
          const message = employerPaymentSummaryXml(verdict.value);
          expectMessage(message);
          expect(brokenRules("2026-27/EmployerPaymentSummary-2027-v1-0.sch", message.xml, facts.today)).toEqual([]);
        },
      ),
      { numRuns: 700, seed: 20_261_122 },
    );
    expect(taken).toBeGreaterThan(drawn / 50);
  });

  it("National Insurance number verification", () => {
    let taken = 0;
    let drawn = 0;
    fc.assert(
      fc.property(employer, fc.array(employee, { minLength: 1, maxLength: 3 }), day("2026-04-06", "2027-04-05"), (who, people, today) => {
        drawn += 1;
        const [first, ...rest] = people as [EmployeeFacts, ...EmployeeFacts[]];
        const verdict = buildNinoVerification(who, [first, ...rest], today);
        if (!verdict.ok) return expectWords(verdict);
        taken += 1;
        expectMessage(ninoVerificationXml(verdict.value));
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
    expect(taken).toBeGreaterThan(drawn / 20);
  });
});
