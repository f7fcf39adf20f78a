import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { type PlainDate, plainDate } from "../../../../shared/core/plainDate.ts";
import { checkEmployerPaymentSummary } from "../../../../shared/payroll/rti/checkEmployerPaymentSummary.ts";
import { EmployerPaymentSummary } from "../../../../shared/payroll/rti/employerPaymentSummary.ts";
import { employerPaymentSummaryXml } from "../../../../shared/payroll/rti/employerPaymentSummaryXml.ts";
import { employerReferences } from "../../../../shared/payroll/rti/submittedPerson.ts";
import { anEmployer } from "../../../support/rtiFacts.ts";
import { schemaErrors } from "../../../support/rtiSchemas.ts";
import { brokenRules, rulesOf } from "../../../support/schematron.ts";

const rules = "2026-27/EmployerPaymentSummary-2027-v1-0.sch";

const summary = (change: Partial<EmployerPaymentSummary> = {}): EmployerPaymentSummary => ({
  taxYear: "2026-27",
  employer: employerReferences(anEmployer()),
  noPayment: null,
  inactivity: null,
  employmentAllowance: true,
  recovered: null,
  account: null,
  finalSubmission: null,
  ...change,
});
const span = (from: string, to: string) => ({ from: plainDate(from), to: plainDate(to) });
const recovered = (taxMonth: number) =>
  summary({ recovered: { taxMonth, amounts: [{ kind: "maternity", recovered: pence(500_00), compensation: pence(45_00) }] } });

interface Case {
  readonly code: string;
  readonly rule: string;
  readonly broken: EmployerPaymentSummary;
  readonly brokenOn: string;
  readonly fine: EmployerPaymentSummary;
  readonly fineOn: string;
  readonly field: string;
}

/** First and last day for the figures of each tax month, from HMRC's words; month 12 has no last day. */
const windows: readonly (readonly [number, string, string | null])[] = [
  [1, "2026-03-06", "2026-05-19"],
  [2, "2026-04-06", "2026-06-19"],
  [3, "2026-05-06", "2026-07-19"],
  [4, "2026-06-06", "2026-08-19"],
  [5, "2026-07-06", "2026-09-19"],
  [6, "2026-08-06", "2026-10-19"],
  [7, "2026-09-06", "2026-11-19"],
  [8, "2026-10-06", "2026-12-19"],
  [9, "2026-11-06", "2027-01-19"],
  [10, "2026-12-06", "2027-02-19"],
  [11, "2027-01-06", "2027-03-19"],
  [12, "2027-02-06", null],
];
const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

const cases: readonly Case[] = [
  {
    code: "7910",
    rule: "months without pay begin on or before today",
    broken: summary({ noPayment: span("2026-11-06", "2026-12-05") }),
    brokenOn: "2026-11-05",
    fine: summary({ noPayment: span("2026-11-06", "2026-12-05") }),
    fineOn: "2026-11-06",
    field: "noPayment",
  },
  {
    code: "7869",
    rule: "months without pay begin before they end",
    broken: summary({ noPayment: span("2026-06-06", "2026-06-05") }),
    brokenOn: "2026-11-06",
    fine: summary({ noPayment: span("2026-06-06", "2026-07-05") }),
    fineOn: "2026-11-06",
    field: "noPayment",
  },
  {
    code: "7911",
    rule: "months without pay end with the current tax month",
    broken: summary({ noPayment: span("2026-10-06", "2026-12-05") }),
    brokenOn: "2026-11-05",
    fine: summary({ noPayment: span("2026-10-06", "2026-12-05") }),
    fineOn: "2026-11-06",
    field: "noPayment",
  },
  {
    code: "7872",
    rule: "coming months begin before they end",
    broken: summary({ inactivity: span("2026-12-06", "2026-12-05") }),
    brokenOn: "2026-11-06",
    fine: summary({ inactivity: span("2026-12-06", "2027-01-05") }),
    fineOn: "2026-11-06",
    field: "inactivity",
  },
  {
    code: "7873",
    rule: "coming months begin with the next tax month",
    broken: summary({ inactivity: span("2026-12-06", "2027-01-05") }),
    brokenOn: "2026-11-05",
    fine: summary({ inactivity: span("2026-11-06", "2027-01-05") }),
    fineOn: "2026-11-05",
    field: "inactivity",
  },
  {
    code: "7873",
    rule: "after 5 December the next tax month is in the new year",
    broken: summary({ inactivity: span("2026-01-06", "2027-05-05") }),
    brokenOn: "2026-12-06",
    fine: summary({ inactivity: span("2027-01-06", "2027-05-05") }),
    fineOn: "2026-12-06",
    field: "inactivity",
  },
  {
    code: "7874",
    rule: "coming months end after today",
    broken: summary({ inactivity: span("2026-10-06", "2026-11-05") }),
    brokenOn: "2026-11-05",
    fine: summary({ inactivity: span("2026-11-06", "2026-12-05") }),
    fineOn: "2026-11-05",
    field: "inactivity",
  },
  {
    code: "7871",
    rule: "coming months are 12 at most",
    broken: summary({ inactivity: span("2026-12-06", "2028-01-05") }),
    brokenOn: "2026-11-06",
    fine: summary({ inactivity: span("2026-12-06", "2027-12-05") }),
    fineOn: "2026-11-06",
    field: "inactivity",
  },
  ...windows.flatMap(([month, from, to]) => {
    const both = { code: String(7917 + month), broken: recovered(month), fine: recovered(month), field: "recovered.taxMonth" };
    const early = { ...both, rule: `month ${month} is not taken too early`, brokenOn: dayBefore(from), fineOn: from };
    return to === null ? [early] : [early, { ...both, rule: `month ${month} is not taken too late`, brokenOn: dayAfter(to), fineOn: to }];
  }),
  {
    code: "7912",
    rule: "recovered statutory pay names a kind",
    broken: summary({ recovered: { taxMonth: 8, amounts: [] } }),
    brokenOn: "2026-11-06",
    fine: recovered(8),
    fineOn: "2026-11-06",
    field: "recovered",
  },
  {
    code: "7876",
    rule: "the scheme does not close after today",
    broken: summary({ finalSubmission: { because: "schemeCeased", ceasedOn: plainDate("2026-11-07") } }),
    brokenOn: "2026-11-06",
    fine: summary({ finalSubmission: { because: "schemeCeased", ceasedOn: plainDate("2026-11-06") } }),
    fineOn: "2026-11-06",
    field: "finalSubmission.ceasedOn",
  },
  {
    code: "7882",
    rule: "a Corporation Tax reference has the right check digit",
    broken: summary({ employer: employerReferences(anEmployer({ corporationTaxReference: "3325648152" })) }),
    brokenOn: "2026-11-06",
    fine: summary({ employer: employerReferences(anEmployer({ corporationTaxReference: "2325648152" })) }),
    fineOn: "2026-11-06",
    field: "employer.corporationTaxReference",
  },
  {
    code: "7913",
    rule: "a summary tells of something",
    broken: summary({ employmentAllowance: null }),
    brokenOn: "2026-11-06",
    fine: summary({ employmentAllowance: false }),
    fineOn: "2026-11-06",
    field: "employerPaymentSummary",
  },
];

const cannotBreak: Readonly<Record<string, string>> = {
  "5004": "the header always has both keys",
  "5005": "header and envelope keys are written from the same references",
  "7821": "the key is written from the office number",
  "7822": "the key is written from the PAYE reference",
  "7838": "the message class is fixed",
  "7844": "the period end is written from the tax year",
  "7875": "a scheme that ceased always has its date",
  "7889": "the tax year is written from the schema",
  "7933": "a final submission always says why",
  "7953": "deductions of the construction industry are never written",
};

const sent = (each: EmployerPaymentSummary, on: PlainDate) => brokenRules(rules, employerPaymentSummaryXml(each).xml, on).map(({ code }) => code);

describe("HMRC's business rules of the Employer Payment Summary, 2026-27", () => {
  it.each(cases)("$code: $rule", ({ code, broken, brokenOn, fine, fineOn, field }) => {
    const found = checkEmployerPaymentSummary(broken, plainDate(brokenOn)).filter((each) => each.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]?.field).toBe(field);
    expect(found[0]?.rule).toMatch(/^[A-Z].*\.$/);
    expect(found[0]?.wayOut).toMatch(/^[A-Z].*\.$/);
    expect(sent(broken, plainDate(brokenOn))).toContain(code);
    expect(checkEmployerPaymentSummary(fine, plainDate(fineOn))).toEqual([]);
    expect(sent(fine, plainDate(fineOn))).toEqual([]);
    expect(schemaErrors(employerPaymentSummaryXml(fine).xml)).toEqual([]);
  });

  it("has a case here for every rule of the file, or a reason why we cannot break it", () => {
    const known = new Set([...cases.map(({ code }) => code), ...Object.keys(cannotBreak)]);
    const all = [...new Set(rulesOf(rules).assertions.map(({ code }) => code))].sort();
    expect(all.filter((code) => !known.has(code))).toEqual([]);
    expect([...known].filter((code) => !all.includes(code))).toEqual([]);
  });
});

describe("what the schema of the Employer Payment Summary does not allow", () => {
  const account = { holderName: "A Holder", accountNumber: "12345678", sortCode: "112233", buildingSocietyReference: null };
  const amounts = [{ kind: "maternity" as const, recovered: pence(1), compensation: pence(0) }];
  it.each([
    ["months that are not whole, at the start", "noPayment", summary({ noPayment: span("2026-10-07", "2026-11-05") })],
    ["months that are not whole, at the end", "noPayment", summary({ noPayment: span("2026-10-06", "2026-11-04") })],
    ["months of the year before", "noPayment", summary({ noPayment: span("2026-03-06", "2026-05-05") })],
    ["coming months that are not whole", "inactivity", summary({ inactivity: span("2026-12-06", "2027-01-06") })],
    ["tax month 0", "recovered.taxMonth", summary({ recovered: { taxMonth: 0, amounts } })],
    ["tax month 13", "recovered.taxMonth", summary({ recovered: { taxMonth: 13, amounts } })],
    [
      "an amount below zero",
      "recovered.maternity",
      summary({ recovered: { taxMonth: 8, amounts: [{ kind: "maternity", recovered: pence(-1), compensation: pence(0) }] } }),
    ],
    [
      "a compensation that is too big",
      "recovered.maternityCompensation",
      summary({ recovered: { taxMonth: 8, amounts: [{ kind: "maternity", recovered: pence(1), compensation: pence(99_999_999_99 + 1) }] } }),
    ],
    ["a kind named twice", "recovered", summary({ recovered: { taxMonth: 8, amounts: [...amounts, ...amounts] } })],
    ["an account number of 7 digits", "account.accountNumber", summary({ account: { ...account, accountNumber: "1234567" } })],
    ["a sort code with a dash", "account.sortCode", summary({ account: { ...account, sortCode: "11-22-33" } })],
    ["an account name of 29 characters", "account.holderName", summary({ account: { ...account, holderName: "A".repeat(29) } })],
    ["an empty account name", "account.holderName", summary({ account: { ...account, holderName: "" } })],
    ["an account name with a sign", "account.holderName", summary({ account: { ...account, holderName: "A+B" } })],
    [
      "a building society reference of 19 characters",
      "account.buildingSocietyReference",
      summary({ account: { ...account, buildingSocietyReference: "R".repeat(19) } }),
    ],
    [
      "a scheme that closed the year before",
      "finalSubmission.ceasedOn",
      summary({ finalSubmission: { because: "schemeCeased", ceasedOn: plainDate("2026-04-05") } }),
    ],
  ])("refuses %s", (_what, field, broken) => {
    const on = plainDate("2026-11-06");
    const found = checkEmployerPaymentSummary(broken, on).filter((each) => each.code === "schema");
    expect(found.map((each) => each.field)).toEqual([field]);
    expect(schemaErrors(employerPaymentSummaryXml(broken).xml)).not.toEqual([]);
  });

  it.each([
    ["the whole tax year without pay", "2027-04-05", summary({ noPayment: span("2026-04-06", "2027-04-05") })],
    ["a full account", "2026-11-06", summary({ account: { ...account, holderName: "A".repeat(28), buildingSocietyReference: "R".repeat(18) } })],
    [
      "the biggest amounts",
      "2026-11-06",
      summary({
        recovered: { taxMonth: 8, amounts: [{ kind: "neonatalCare", recovered: pence(99_999_999_99), compensation: pence(99_999_999_99) }] },
      }),
    ],
    [
      "a scheme that closed on the first day",
      "2026-11-06",
      summary({ finalSubmission: { because: "schemeCeased", ceasedOn: plainDate("2026-04-06") } }),
    ],
    ["the final submission for the year", "2027-04-05", summary({ finalSubmission: { because: "yearEnd" } })],
  ])("takes %s", (_what, on, fine) => {
    expect(checkEmployerPaymentSummary(fine, plainDate(on))).toEqual([]);
    expect(schemaErrors(employerPaymentSummaryXml(fine).xml)).toEqual([]);
    expect(sent(fine, plainDate(on))).toEqual([]);
    expect(EmployerPaymentSummary.parse(fine)).toEqual(fine);
  });

  it("refuses a tax year without a schema, and has one for 2025-26", () => {
    expect(checkEmployerPaymentSummary(summary({ taxYear: "2024-25" }), plainDate("2026-11-06"))).toEqual([
      {
        code: "7889",
        who: null,
        field: "taxYear",
        value: "2024-25",
        rule: "This version does not know what HMRC asks for in 2024-25.",
        wayOut: "Update Plan & Payday, then try again.",
      },
    ]);
    expect(() => employerPaymentSummaryXml(summary({ taxYear: "2024-25" }))).toThrow(RangeError);
    const before = summary({ taxYear: "2025-26", noPayment: span("2025-04-06", "2025-05-05"), recovered: { taxMonth: 12, amounts } });
    expect(checkEmployerPaymentSummary(before, plainDate("2026-04-10"))).toEqual([]);
    expect(schemaErrors(employerPaymentSummaryXml(before).xml)).toEqual([]);
  });
});
