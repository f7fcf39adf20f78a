import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "../../../../shared/core/documentModel.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type BankFileInput, type BankPayment, writeBacsStandard18 } from "../../../../shared/payroll/documents/bacsStandard18.ts";
import { bankPaymentTable } from "../../../../shared/payroll/documents/bankPaymentTable.ts";
import { type NestFileInput, nestDetailFields, writeNestContributionFile } from "../../../../shared/payroll/documents/nestContributionFile.ts";
import {
  type MemberContribution,
  memberContributionOf,
  pensionContributionTable,
} from "../../../../shared/payroll/documents/pensionContributions.ts";
import type { Verdict } from "../../../../shared/payroll/problems.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import { aSealedPayslip } from "../../../support/sealedPayslips.ts";

const wage = (change: Partial<BankPayment> = {}): BankPayment => ({
  payeeName: "Tom Ellery",
  sortCode: "20-00-00",
  accountNumber: "55558820",
  amount: pence(1_242_16),
  reference: "Wages 1",
  ...change,
});
const file = (change: Partial<BankFileInput> = {}): BankFileInput => ({
  serviceUserNumber: "123456",
  payFrom: { accountName: "Amara Okafor", sortCode: "30 00 00", accountNumber: "11112222" },
  createdOn: plainDate("2026-05-20"),
  payday: plainDate("2026-05-29"),
  serial: 7,
  payments: [wage()],
  ...change,
});
const linesOf = (verdict: Verdict<string>): string[] => {
  if (!verdict.ok) throw new Error(verdict.problems.map(({ rule }) => rule).join(" "));
  expect(verdict.value.endsWith("\r\n")).toBe(true);
  return verdict.value.split("\r\n").slice(0, -1);
};
const fieldsOf = (verdict: Verdict<string>): string[] => (verdict.ok ? [] : verdict.problems.map(({ field }) => field));

describe("a Bacs Standard 18 file", () => {
  it("has each field in its place", () => {
    const lines = linesOf(writeBacsStandard18(file()));
    expect(lines.map((line) => line.length)).toEqual([80, 80, 80, 80, 100, 100, 80, 80, 80]);
    const [volume = "", header = "", second = "", user = "", credit = "", contra = "", end = "", , totals = ""] = lines;
    expect(volume.trimEnd()).toBe(`VOL1000007${" ".repeat(31)}123456${" ".repeat(32)}1`);
    // Created on 20 May 2026, day 140 of the year; payday 29 May, day 149.
    expect(header).toBe(`HDR1A123456S  112345600000700010001      ${" 26140 26149"} 000000${" ".repeat(20)}`);
    expect(second).toBe(`HDR2F0200000100${" ".repeat(35)}00${" ".repeat(28)}`);
    // Bacs processes on the working day before the payday: Thursday 28 May, day 148.
    expect(user).toBe(`UHL1 26148999999    000000001 DAILY  007${" ".repeat(40)}`);
    expect(credit).toBe(
      `2000005555882009930000011112222    00000124216${"AMARA OKAFOR".padEnd(18)}${"WAGES 1".padEnd(18)}${"TOM ELLERY".padEnd(18)}`,
    );
    expect(contra).toBe(`3000001111222201730000011112222    00000124216${"WAGES".padEnd(18)}${"CONTRA".padEnd(18)}${"AMARA OKAFOR".padEnd(18)}`);
    expect(end).toBe(header.replace("HDR1", "EOF1"));
    expect(lines[7]).toBe(second.replace("HDR2", "EOF2"));
    expect(totals).toBe(`UTL1000000012421600000001242160000001${"0000001"}${" ".repeat(36)}`);
  });

  it("writes names in the letters Bacs takes, cut to 18", () => {
    const [, , , , credit = ""] = linesOf(
      writeBacsStandard18(file({ payments: [wage({ payeeName: "Łukasz O’Brien-Ŵyn & Sons (PA)", reference: "a/b_c" })] })),
    );
    expect(credit.slice(64, 82)).toBe("A/B C             ");
    expect(credit.slice(82)).toBe("LUKASZ OBRIEN-WYN ");
  });

  it("goes back over a weekend and a bank holiday for the processing day", () => {
    // Tuesday 26 May 2026 follows the Spring bank holiday: processed on Friday 22 May, day 142; the file must be in by Thursday 21 May.
    const tuesday = file({ payday: plainDate("2026-05-26"), createdOn: plainDate("2026-05-21") });
    expect(linesOf(writeBacsStandard18(tuesday))[3]?.slice(4, 10)).toBe(" 26142");
    const late = writeBacsStandard18({ ...tuesday, createdOn: plainDate("2026-05-22") });
    expect(fieldsOf(late)).toEqual(["createdOn"]);
    expect(late.ok ? "" : late.problems[0]?.rule).toBe("Bacs takes three working days: the file for this payday must go in by 21 May 2026.");
  });

  it.each<[string, Partial<BankFileInput>, string]>([
    ["a service user number of five digits", { serviceUserNumber: "12345" }, "serviceUserNumber"],
    ["a service user number with a letter", { serviceUserNumber: "12345A" }, "serviceUserNumber"],
    ["a service user number of seven digits", { serviceUserNumber: "1234567" }, "serviceUserNumber"],
    ["an own sort code that is too short", { payFrom: { accountName: "A", sortCode: "30-00-0", accountNumber: "11112222" } }, "payFrom.sortCode"],
    [
      "an own account number that is too long",
      { payFrom: { accountName: "A", sortCode: "300000", accountNumber: "111122223" } },
      "payFrom.accountNumber",
    ],
    ["number 0", { serial: 0 }, "serial"],
    ["number 1000000", { serial: 1_000_000 }, "serial"],
    ["half a number", { serial: 1.5 }, "serial"],
    ["a payday on a Saturday", { payday: plainDate("2026-05-30") }, "payday"],
    ["nobody to pay", { payments: [] }, "payments"],
    ["a sort code with a letter", { payments: [wage({ sortCode: "20-00-0O" })] }, "payments.0.sortCode"],
    ["an account number of seven digits", { payments: [wage({ accountNumber: "5555882" })] }, "payments.0.accountNumber"],
    ["nothing to pay", { payments: [wage({ amount: pence(0) })] }, "payments.0.amount"],
    ["an amount below nothing", { payments: [wage(), wage({ amount: pence(-1) })] }, "payments.1.amount"],
    ["a sum beyond eleven digits", { payments: [wage({ amount: pence(99_999_999_999) }), wage({ amount: pence(1) })] }, "payments"],
  ])("refuses %s", (_, change, field) => {
    const verdict = writeBacsStandard18(file(change));
    expect(fieldsOf(verdict)).toEqual([field]);
    expect(verdict.ok ? "" : (verdict.problems[0]?.wayOut ?? "")).not.toBe("");
  });

  it("takes the numbers 1 and 999999, one penny and the most that fits", () => {
    expect(linesOf(writeBacsStandard18(file({ serial: 999_999 })))[0]?.slice(4, 10)).toBe("999999");
    expect(linesOf(writeBacsStandard18(file({ serial: 1, payments: [wage({ amount: pence(1) })] })))[4]?.slice(35, 46)).toBe("00000000001");
    expect(linesOf(writeBacsStandard18(file({ payments: [wage({ amount: pence(99_999_999_999) })] })))[4]?.slice(35, 46)).toBe("99999999999");
  });

  it("always balances: the contra and both totals are the sum of the credits, whatever the names", () => {
    const payment = fc.record({ payeeName: fc.string(), reference: fc.string(), amount: fc.integer({ min: 1, max: 9_999_999 }) });
    fc.assert(
      fc.property(fc.array(payment, { minLength: 1, maxLength: 6 }), (made) => {
        const lines = linesOf(writeBacsStandard18(file({ payments: made.map((each) => wage({ ...each, amount: pence(each.amount) })) })));
        const sum = made.reduce((total, { amount }) => total + amount, 0);
        expect(lines.slice(0, 4).every((line) => line.length === 80) && lines.slice(4, -3).every((line) => line.length === 100)).toBe(true);
        expect(lines.slice(4, -4).reduce((total, line) => total + Number(line.slice(35, 46)), 0)).toBe(sum);
        expect(Number(lines.at(-4)?.slice(35, 46))).toBe(sum);
        expect([lines.at(-1)?.slice(4, 17), lines.at(-1)?.slice(17, 30)].map(Number)).toEqual([sum, sum]);
        expect(Number(lines.at(-1)?.slice(37, 44))).toBe(made.length);
        expect(/^[A-Z0-9.&/ \r\n-]*$/.test(lines.join("\r\n"))).toBe(true);
      }),
    );
  });
});

describe("the bank CSV", () => {
  it("keeps leading noughts and has a row for each wage", () => {
    const { rows, columns } = bankPaymentTable([wage({ sortCode: "01-02-03", accountNumber: "0000 1234" })], plainDate("2026-05-29"));
    expect(columns.map(({ heading }) => heading)).toEqual(["Sort code", "Account number", "Name", "Amount", "Reference", "Date"]);
    expect(rows.map((row) => row.cells.map(cellText))).toEqual([["010203", "00001234", "Tom Ellery", "£1,242.16", "Wages 1", "29 May 2026"]]);
    expect(rows[0]?.cells[3]).toEqual({ kind: "money", amount: 1_242_16 });
  });
});

const who = { lastName: "Ellery", firstNames: "Tom", dateOfBirth: plainDate("1990-03-14"), nationalInsuranceNumber: "QQ123450C", payrollNumber: "1" };
const contribution = (change: Partial<MemberContribution> = {}): MemberContribution => ({
  ...memberContributionOf(who, aSealedPayslip()),
  ...change,
});
const nest = (change: Partial<NestFileInput> = {}): NestFileInput => ({
  employerReference: "EMP000012345",
  paymentSource: "Direct debit, main",
  periodFrom: plainDate("2026-04-06"),
  periodTo: plainDate("2026-05-03"),
  payFrequency: "fourWeekly",
  contributions: [contribution()],
  ...change,
});

describe("pension contributions", () => {
  it("of a payslip are what it took, without the tax relief, on qualifying earnings (AE-2)", () => {
    // Payroll rules AE-2: four-weekly 1,400.00: qualifying earnings 920; employer 27.60; employee 46.00, of which 36.80 from pay and 9.20 relief.
    expect(contribution()).toMatchObject({
      pensionableEarnings: 920_00,
      employer: 27_60,
      member: 36_80,
      taxRelief: 9_20,
      reason: null,
      reasonFrom: null,
    });
  });

  it("say that too little was earned when nothing was due, unless another reason is known", () => {
    const small = aSealedPayslip({ payLines: [aPayLine(pence(100_00))] });
    expect(memberContributionOf(who, small).reason).toBe("insufficientEarnings");
    const left = { reason: "left" as const, reasonFrom: plainDate("2026-05-01") };
    expect(memberContributionOf(who, small, left)).toMatchObject(left);
    expect(memberContributionOf(who, aSealedPayslip(), left)).toMatchObject(left);
  });

  it("stand in a general table with their total", () => {
    const table = pensionContributionTable([
      contribution({ reason: "familyLeave" }),
      contribution({ dateOfBirth: null, nationalInsuranceNumber: null }),
    ]);
    expect(table.rows[0]?.cells.map(cellText)).toEqual([
      "Ellery",
      "Tom",
      "14 March 1990",
      "QQ123450C",
      "1",
      "6 April 2026",
      "3 May 2026",
      "£920.00",
      "£27.60",
      "£36.80",
      "£9.20",
      "£73.60",
      "on family leave",
    ]);
    expect(table.rows[1]?.cells.map(cellText).filter((_, index) => [2, 3, 12].includes(index))).toEqual(["", "", ""]);
    expect(table.columns).toHaveLength(13);
    const words = (reason: MemberContribution["reason"]) =>
      table &&
      pensionContributionTable([contribution({ reason })])
        .rows[0]?.cells.map(cellText)
        .at(-1);
    expect([words("left"), words("insufficientEarnings")]).toEqual(["left the job or the pension", "earned too little this time"]);
  });
});

describe("a contribution file for NEST", () => {
  it("has a header, a record for each member and a trailer", () => {
    const lines = linesOf(writeNestContributionFile(nest()));
    expect(lines).toEqual([
      'H,EMP000012345,CS,2026-05-03,"Direct debit, main",,Four weekly,,2026-04-06',
      "D,Ellery,QQ123450C,1,920.00,,27.60,36.80,,,,,,",
      "T,1,3",
    ]);
  });

  it("gives the reason for paying less as NEST's code in field 9", () => {
    const code = (change: Partial<MemberContribution>) =>
      linesOf(writeNestContributionFile(nest({ contributions: [contribution(change)] })))[1]
        ?.split(",")
        .slice(8, 10);
    expect(code({ reason: "left", reasonFrom: plainDate("2026-05-01") })).toEqual(["1", "2026-05-01"]);
    expect(code({ reason: "familyLeave" })).toEqual(["3", ""]);
    expect(code({ reason: "insufficientEarnings" })).toEqual(["5", ""]);
    expect(nestDetailFields[8]?.name).toBe("Reason for partial or non-payment");
    expect(code({ nationalInsuranceNumber: null })?.[0]).toBe("");
  });

  it.each([
    ["weekly", "Weekly"],
    ["fortnightly", "Fortnightly"],
    ["monthly", "Monthly"],
  ] as const)("calls %s pay %s", (payFrequency, word) => {
    expect(linesOf(writeNestContributionFile(nest({ payFrequency, paymentSource: "Main" })))[0]?.split(",")[6]).toBe(word);
  });

  it.each<[string, Partial<NestFileInput>, string]>([
    ["a reference without EMP", { employerReference: "000012345" }, "employerReference"],
    ["a reference of eight digits", { employerReference: "EMP00001234" }, "employerReference"],
    ["a reference of ten digits", { employerReference: "EMP0000123456" }, "employerReference"],
    ["an empty payment source", { paymentSource: "" }, "paymentSource"],
    ["a payment source that a spreadsheet would run", { paymentSource: "=SUM(A1)" }, "paymentSource"],
    ["nobody in the pension", { contributions: [] }, "contributions"],
    ["a last name that a spreadsheet would run", { contributions: [contribution({ lastName: "+Ellery" })] }, "contributions.0.lastName"],
    ["an employer's share below nothing", { contributions: [contribution({ employer: pence(-1) })] }, "contributions.0"],
    ["a member's share below nothing", { contributions: [contribution(), contribution({ member: pence(-1) })] }, "contributions.1"],
  ])("refuses %s", (_, change, field) => {
    expect(fieldsOf(writeNestContributionFile(nest(change)))).toEqual([field]);
  });

  it("takes accented and double names, and contributions of nothing", () => {
    const lines = linesOf(
      writeNestContributionFile(nest({ contributions: [contribution({ lastName: "Ŵyn-O’Brien", employer: pence(0), member: pence(0) })] })),
    );
    expect(lines[1]).toBe("D,Ŵyn-O’Brien,QQ123450C,1,920.00,,0.00,0.00,,,,,,");
  });
});
