import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { checkFullPaymentSubmission } from "../../../../shared/payroll/rti/checkFullPaymentSubmission.ts";
import type { FullPaymentSubmission, SubmittedEmployee, SubmittedNationalInsurance } from "../../../../shared/payroll/rti/fullPaymentSubmission.ts";
import { fullPaymentSubmissionXml } from "../../../../shared/payroll/rti/fullPaymentSubmissionXml.ts";
import { aSubmission } from "../../../support/rtiFacts.ts";
import { schemaErrors } from "../../../support/rtiSchemas.ts";
import { brokenRules, rulesOf } from "../../../support/schematron.ts";

const rules = "2026-27/FullPaymentSubmission-2027-v1-0.sch";
const today = plainDate("2026-05-01");
const valid = aSubmission();
const [priya] = valid.employees as [SubmittedEmployee];
const [letterA] = priya.nationalInsurance as [SubmittedNationalInsurance];

const withEmployee = (change: Partial<SubmittedEmployee>): FullPaymentSubmission => ({ ...valid, employees: [{ ...priya, ...change }] });
const withPerson = (change: Partial<SubmittedEmployee["person"]>) => withEmployee({ person: { ...priya.person, ...change } });
const withPayment = (change: Partial<SubmittedEmployee["payment"]>) => withEmployee({ payment: { ...priya.payment, ...change } });
const withLetter = (change: Partial<SubmittedNationalInsurance>, employee: Partial<SubmittedEmployee> = {}) =>
  withEmployee({ nationalInsurance: [{ ...letterA, ...change }], ...employee });
const zeros = {
  atLowerEarningsLimitToDate: pence(0),
  lowerEarningsLimitToPrimaryThresholdToDate: pence(0),
  primaryThresholdToUpperEarningsLimitToDate: pence(0),
  employerInPeriod: pence(0),
  employerToDate: pence(0),
  employeeInPeriod: pence(0),
  employeeToDate: pence(0),
};
const starting = (startDate: string) => ({
  startDate: plainDate(startDate),
  statement: "B" as const,
  hasStudentLoan: false,
  hasPostgraduateLoan: false,
});
const oneLine = { lines: ["Exampletown"], postcode: "ZZ99 9ZZ", foreignCountry: null };
const parent = (forenames: string[]) => ({ nationalInsuranceNumber: null, name: { title: null, forenames, surname: "Other" } });
const withParent = (forenames: string[], sharedParental: number | null) =>
  withEmployee({
    person: { ...priya.person, otherParent: parent(forenames) },
    payment: {
      ...priya.payment,
      statutoryPayToDate: { ...priya.payment.statutoryPayToDate, sharedParental: sharedParental === null ? null : pence(sharedParental) },
    },
  });
const references = (change: Partial<FullPaymentSubmission["employer"]>) => ({ ...valid, employer: { ...valid.employer, ...change } });
const old = { ...priya.person, birthDate: plainDate("1961-04-05") };

interface Case {
  readonly code: string;
  readonly rule: string;
  readonly broken: FullPaymentSubmission;
  /** As near to it as HMRC still takes. */
  readonly fine: FullPaymentSubmission;
  readonly field: string;
  readonly on?: string;
}

const cases: readonly Case[] = [
  {
    code: "7882",
    rule: "a Self Assessment reference has the right check digit",
    broken: references({ selfAssessmentReference: "2325648152".replace(/^2/, "3") }),
    fine: references({ selfAssessmentReference: "2325648152" }),
    field: "employer.selfAssessmentReference",
  },
  {
    code: "7882",
    rule: "a Corporation Tax reference has the right check digit",
    broken: references({ corporationTaxReference: "1000000000" }),
    fine: references({ corporationTaxReference: "2325648152" }),
    field: "employer.corporationTaxReference",
  },
  {
    code: "7952",
    rule: "an employer sends one of the two tax references",
    broken: references({ selfAssessmentReference: "2325648152", corporationTaxReference: "2325648152" }),
    fine: references({ corporationTaxReference: "2325648152" }),
    field: "employer.corporationTaxReference",
  },
  {
    code: "7825",
    rule: "an address abroad has two lines",
    broken: withPerson({ address: { lines: ["Rue 1"], postcode: null, foreignCountry: "France" } }),
    fine: withPerson({ address: { lines: ["Rue 1", "Ville"], postcode: null, foreignCountry: "France" } }),
    field: "employees.0.address",
  },
  {
    code: "5001",
    rule: "nobody is born after today",
    broken: withPerson({ birthDate: plainDate("2026-05-02") }),
    fine: withPerson({ birthDate: plainDate("2026-05-01") }),
    field: "employees.0.dateOfBirth",
  },
  {
    code: "7826",
    rule: "nobody was born 130 years ago",
    on: "2032-05-01",
    broken: withPerson({ birthDate: plainDate("1902-05-01") }),
    fine: withPerson({ birthDate: plainDate("1902-05-02") }),
    field: "employees.0.dateOfBirth",
  },
  {
    code: "7846",
    rule: "the other parent has a first name",
    broken: withParent([], 100_00),
    fine: withParent(["Alex"], 100_00),
    field: "employees.0.otherParent.firstName",
  },
  {
    code: "7845",
    rule: "the other parent is named only with Shared Parental Pay",
    broken: withParent(["Alex"], null),
    fine: withParent(["Alex"], 0),
    field: "employees.0.otherParent",
  },
  {
    code: "7823",
    rule: "without a National Insurance number there are two address lines",
    broken: withPerson({ nationalInsuranceNumber: null, address: oneLine }),
    fine: withPerson({ nationalInsuranceNumber: null }),
    field: "employees.0.address",
  },
  {
    code: "7823",
    rule: "without a National Insurance number there is an address",
    broken: withPerson({ nationalInsuranceNumber: null, address: null }),
    fine: withPerson({ address: null }),
    field: "employees.0.address",
  },
  {
    code: "7824",
    rule: "an employee has a first name",
    broken: withPerson({ name: { title: null, forenames: [], surname: "Example" } }),
    fine: withPerson({ name: { title: null, forenames: ["P"], surname: "Example" } }),
    field: "employees.0.firstName",
  },
  {
    code: "7828",
    rule: "a start is told up to 30 days ahead",
    broken: withEmployee({ starter: starting("2026-06-01") }),
    fine: withEmployee({ starter: starting("2026-05-31") }),
    field: "employees.0.startOn",
  },
  {
    code: "7829",
    rule: "somebody who starts has two address lines",
    broken: withEmployee({ starter: starting("2026-04-06"), person: { ...priya.person, address: oneLine } }),
    fine: withEmployee({ starter: starting("2026-04-06") }),
    field: "employees.0.address",
  },
  {
    code: "7831",
    rule: "a leaving date is told up to 30 days ahead",
    broken: withEmployee({ leavingDate: plainDate("2026-06-01") }),
    fine: withEmployee({ leavingDate: plainDate("2026-05-31") }),
    field: "employees.0.endOn",
  },
  {
    code: "7847",
    rule: "a payment after leaving has the leaving date",
    broken: withPayment({ isAfterLeaving: true }),
    fine: withEmployee({ leavingDate: plainDate("2026-04-30"), payment: { ...priya.payment, isAfterLeaving: true } }),
    field: "employees.0.endOn",
  },
  {
    code: "7885",
    rule: "each kind of pension lump sum is told once",
    broken: withPayment({
      trivialCommutationPayments: [
        { type: "A", amount: pence(100) },
        { type: "A", amount: pence(200) },
      ],
    }),
    fine: withPayment({
      trivialCommutationPayments: [
        { type: "A", amount: pence(100) },
        { type: "B", amount: pence(200) },
      ],
    }),
    field: "employees.0.trivialCommutationPayments",
  },
  {
    code: "7849",
    rule: "letter B is for women",
    broken: withLetter({ letter: "B" }, { person: { ...old, gender: "M" } }),
    fine: withLetter({ letter: "B" }, { person: old }),
    field: "employees.0.nationalInsurance",
  },
  {
    code: "7955",
    rule: "letter B is for women born by 5 April 1961",
    broken: withLetter({ letter: "B" }, { person: { ...old, birthDate: plainDate("1961-04-06") } }),
    fine: withLetter({ letter: "B" }, { person: old }),
    field: "employees.0.nationalInsurance",
  },
  {
    code: "7850",
    rule: "each letter is told once",
    broken: withEmployee({ nationalInsurance: [letterA, letterA] }),
    fine: withEmployee({ nationalInsurance: [letterA, { ...letterA, letter: "J" }] }),
    field: "employees.0.nationalInsurance",
  },
  ...(["F", "L", "S", "N", "D", "K"] as const).map((letter) => ({
    code: "7954",
    rule: `letter ${letter} needs the workplace's postcode`,
    broken: withLetter({ letter, employeeInPeriod: pence(0), employeeToDate: pence(0) }),
    fine: withLetter({ letter, employeeInPeriod: pence(0), employeeToDate: pence(0) }, { workplacePostcode: "AB1 2XY" }),
    field: "employees.0.workplacePostcode",
  })),
  ...(["E", "I"] as const).map((letter) => ({
    code: "7954",
    rule: `letter ${letter} needs the workplace's postcode`,
    broken: withLetter({ letter }, { person: old }),
    fine: withLetter({ letter }, { person: old, workplacePostcode: "AB1 2XY" }),
    field: "employees.0.workplacePostcode",
  })),
  ...(
    [
      ["7852", "atLowerEarningsLimitToDate", 100],
      ["7853", "lowerEarningsLimitToPrimaryThresholdToDate", 1],
      ["7854", "primaryThresholdToUpperEarningsLimitToDate", 1],
      ["7863", "employerInPeriod", 1],
      ["7864", "employerToDate", 1],
      ["7865", "employeeInPeriod", 1],
      ["7866", "employeeToDate", 1],
    ] as const
  ).map(([code, part, amount]) => ({
    code,
    rule: `with letter X ${part} is nothing`,
    broken: withLetter({ ...zeros, letter: "X", [part]: pence(amount) }),
    fine: withLetter({ ...zeros, letter: "X" }),
    field: "employees.0.nationalInsurance",
  })),
  ...(["C", "K", "S"] as const).flatMap((letter) =>
    (
      [
        ["7865", "employeeInPeriod"],
        ["7866", "employeeToDate"],
      ] as const
    ).map(([code, part]) => ({
      code,
      rule: `with letter ${letter} ${part} is nothing`,
      broken: withLetter({ letter, employeeInPeriod: pence(0), employeeToDate: pence(0), [part]: pence(1) }, { workplacePostcode: "AB1 2XY" }),
      fine: withLetter({ letter, employeeInPeriod: pence(0), employeeToDate: pence(0) }, { workplacePostcode: "AB1 2XY" }),
      field: "employees.0.nationalInsurance",
    })),
  ),
  {
    code: "7907",
    rule: "a person has a date of birth",
    broken: withPerson({ birthDate: null }),
    fine: withEmployee({ person: { ...priya.person, birthDate: null }, isToNonIndividual: true }),
    field: "employees.0.dateOfBirth",
  },
  {
    code: "7932",
    rule: "an address is not only a country",
    broken: withPerson({ address: { lines: [], postcode: null, foreignCountry: "France" } }),
    fine: withPerson({ address: { lines: ["Rue 1", "Ville"], postcode: null, foreignCountry: "France" } }),
    field: "employees.0.address",
  },
  {
    code: "7876",
    rule: "the scheme does not close after today",
    broken: { ...valid, finalSubmission: { because: "schemeCeased", ceasedOn: plainDate("2026-05-02") } },
    fine: { ...valid, finalSubmission: { because: "schemeCeased", ceasedOn: plainDate("2026-05-01") } },
    field: "finalSubmission.ceasedOn",
  },
  {
    code: "7877",
    rule: "a submission tells of something",
    broken: { ...valid, employees: [] },
    fine: { ...valid, employees: [], finalSubmission: { because: "yearEnd" } },
    field: "employees",
  },
];

/** Rules that no message of ours can break, because of how it is written. */
const cannotBreak: Readonly<Record<string, string>> = {
  "5004": "the header always has both keys",
  "5005": "header and envelope keys are written from the same references",
  "7821": "the key is written from the office number",
  "7822": "the key is written from the PAYE reference",
  "7844": "the period end is written from the tax year",
  "7889": "the tax year is written from the schema",
  "7837": "the message class is fixed",
  "7875": "a scheme that ceased always has its date",
  "7933": "a final submission always says why",
  "7878": "a start always has its statement",
  "7881": "a start always has its statement",
  "7934": "a starter always has its start date",
};

/** Elements that are never written, with the rules about them: directors, people sent from abroad, pensions, company cars, Northern Ireland. */
const neverWritten: Readonly<Record<string, readonly string[]>> = {
  TaxWkOfApptOfDirector: ["7883"],
  Seconded: ["7880", "7884", "7931"],
  OccPension: ["7879", "7916"],
  Car: ["7937", "7938", "7939"],
  SPBPNIREYTD: ["7956", "7957"],
  FlexibleDrawdown: ["7936"],
};

describe("HMRC's business rules of the Full Payment Submission, 2026-27", () => {
  it.each(cases)("$code: $rule", ({ code, broken, fine, field, on }) => {
    const sentOn = plainDate(on ?? today);
    const found = checkFullPaymentSubmission(broken, sentOn).filter((each) => each.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]?.field).toBe(field);
    expect(found[0]?.rule).toMatch(/^[A-Z].*\.$/);
    expect(found[0]?.wayOut).toMatch(/^[A-Z].*\.$/);
    expect(brokenRules(rules, fullPaymentSubmissionXml(broken).xml, sentOn).map((each) => each.code)).toContain(code);
    expect(checkFullPaymentSubmission(fine, sentOn)).toEqual([]);
    expect(brokenRules(rules, fullPaymentSubmissionXml(fine).xml, sentOn)).toEqual([]);
    expect(schemaErrors(fullPaymentSubmissionXml(fine).xml)).toEqual([]);
  });

  it("has a case here for every rule of the file, or a reason why we cannot break it", () => {
    const known = new Set([...cases.map(({ code }) => code), ...Object.keys(cannotBreak), ...Object.values(neverWritten).flat()]);
    const all = [...new Set(rulesOf(rules).assertions.map(({ code }) => code))].sort();
    expect(all.filter((code) => !known.has(code))).toEqual([]);
    expect([...known].filter((code) => !all.includes(code))).toEqual([]);
  });

  it("holds the same rules in 2025-26, but for those of Northern Ireland", () => {
    const codes = (path: string) => [...new Set(rulesOf(path).assertions.map(({ code }) => code))].sort();
    const before = codes("2025-26/FullPaymentSubmission-2026-v1-0.sch");
    expect(codes(rules).filter((code) => !before.includes(code))).toEqual(["7956", "7957"]);
    expect(before.filter((code) => !codes(rules).includes(code))).toEqual([]);
  });

  it("never writes an element whose rules are not checked", () => {
    const written = cases.flatMap(({ broken, fine }) => [broken, fine]).map((each) => fullPaymentSubmissionXml(each).xml);
    for (const name of Object.keys(neverWritten)) expect(written.some((xml) => xml.includes(`<${name}`))).toBe(false);
  });
});
