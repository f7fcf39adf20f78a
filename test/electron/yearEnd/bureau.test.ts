import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerImport } from "../../../electron/imports/answerImport.ts";
import { parseBureauCsv } from "../../../electron/imports/parsers/bureauCsv.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { readBureauRow } from "../../../shared/payroll/bureau/bureauCsv.ts";
import type { BureauLine } from "../../../shared/payroll/bureau/bureauPayslip.ts";
import { TypedPayslip } from "../../../shared/payroll/bureau/typedPayslip.ts";
import { type GivenPay, givenPay } from "../pay/givenPay.ts";

let pay: GivenPay;
/** Priya: 160 hours at £13.60, £2,176.00, 1257L, letter A, no pension, paid 8 May 2026. */
beforeEach(async () => {
  pay = await givenPay();
  await pay.works(pay.priya, "2026-04-06", 4);
});
afterEach(() => pay.app.close());

const bureau = (figures: Partial<Record<BureauLine, number>>, taxCode: string | null = null) => ({
  figures: Object.fromEntries(Object.entries(figures).map(([line, amount]) => [line, pence(amount)])),
  taxCode,
});

describe("a bureau's payslip", () => {
  it("is checked against a finished one, with the reason that fits", async () => {
    const { payslips } = await pay.run(1);
    const payslipId = payslips[0]?.id ?? "";
    // Week 8 (8 May): £2,176.00 − £1,935.36 = £240.64: £48.00. Week 1 basis: £2,176.00 − £967.68 = £1,208.32: £241.60.
    const check = await pay.app.value("bureau.checkPayslip", { against: { kind: "payslip", payslipId }, bureau: bureau({ incomeTax: 241_60 }) });
    expect(check).toMatchObject({ name: "Priya Nair", payday: "2026-05-08", agrees: false, differing: 1 });
    const tax = check.lines.find(({ line }) => line === "incomeTax");
    expect(tax).toMatchObject({ ours: { amount: 48_00 }, difference: 193_60, reasons: [{ id: "week1" }, { id: "emergencyCode" }] });
  });

  it("is checked against the pay run that is not finished yet", async () => {
    pay.app.setToday("2026-05-04");
    const { drafts } = await pay.app.value("bureau.choices", {});
    expect(drafts.map(({ name, payday }) => [name, payday])).toContainEqual(["Priya Nair", "2026-05-08"]);
    const check = await pay.app.value("bureau.checkPayslip", {
      against: { kind: "draft", engagementId: pay.priya },
      bureau: bureau({ grossPay: 2176_00, incomeTax: 48_00 }),
    });
    expect(check.agrees).toBe(true);
  });

  it("finds the old rate among the rates the person has had", async () => {
    await pay.app.value("employment.changePayRate", {
      engagementId: pay.priya,
      fromOn: plainDate("2026-05-04"),
      kindOfTimeId: pay.household.kindOfTimeIds.weekday,
      ratePence: pence(14_10),
    });
    await pay.run(1);
    await pay.works(pay.priya, "2026-05-04", 4);
    const second = await pay.run(2);
    const payslipId = second.payslips.find(({ engagementId }) => engagementId === pay.priya)?.id ?? "";
    // 160 h × £13.60 = £2,176.00, where £14.10 holds: £2,256.00.
    const check = await pay.app.value("bureau.checkPayslip", { against: { kind: "payslip", payslipId }, bureau: bureau({ grossPay: 2176_00 }) });
    const gross = check.lines.find(({ line }) => line === "grossPay");
    expect(gross?.ours.amount).toBe(2256_00);
    expect(gross?.reasons[0]?.id).toBe("oldRate");
    expect(gross?.reasons[0]?.text).toContain("£13.60 an hour, the rate for Weekday from 6 April 2026");
  });

  it("is checked against hours, rate and code that are typed, beginning with what is known", async () => {
    const known = await pay.app.value("bureau.startTyped", { engagementId: pay.priya, payday: plainDate("2026-05-08") });
    expect(known).toMatchObject({
      employeeName: "Priya",
      payFrequency: "fourWeekly",
      taxCode: "1257L",
      nationalInsuranceCategory: "A",
      pension: null,
    });
    const typed = TypedPayslip.parse({
      ...known,
      hours: [{ label: "Hours", minutes: minutes(48 * 60), ratePence: pence(13_00) }],
      otherPay: pence(100_00),
    });
    // £624.00 + £100.00; employer (724 − 385) × 15% = £50.85.
    const check = await pay.app.value("bureau.checkPayslip", {
      against: { kind: "typed", engagementId: pay.priya, typed },
      bureau: bureau({ grossPay: 724_00, employerNationalInsurance: 50_85, netPay: 724_00 }),
    });
    expect(check.agrees).toBe(true);
  });

  it("refuses typed pay that cannot be worked out, in plain words", async () => {
    const typed = TypedPayslip.parse({
      employeeName: "Sam",
      payday: "2026-05-08",
      payFrequency: "monthly",
      hours: [],
      taxCode: "12S7L",
      nationalInsuranceCategory: "A",
    });
    expect(await pay.app.run("bureau.checkPayslip", { against: { kind: "typed", typed }, bureau: bureau({}) })).toMatchObject({
      ok: false,
      error: { code: "notAllowed", reason: "This pay cannot be worked out." },
    });
  });

  it("refuses a payslip that is not there", async () => {
    const payslipId = "01900000-0000-7000-8000-000000000009";
    expect(await pay.app.run("bureau.checkPayslip", { against: { kind: "payslip", payslipId }, bureau: bureau({}) })).toMatchObject({
      ok: false,
      error: { code: "notFound", what: "payslip" },
    });
  });
});

describe("a bureau's P32", () => {
  it("is checked against the tax quarter of the payday, with the Employment Allowance off", async () => {
    await pay.run(1);
    const { months } = await pay.app.value("bureau.choices", {});
    expect(months).toEqual([{ taxYear: "2026-27", firstTaxMonth: 1, from: "2026-04-06", to: "2026-07-05" }]);
    // Tax £48.00, employee (2176 − 967) × 8% = £96.72, employer (2176 − 385) × 15% = £268.65, which the allowance pays: £144.72.
    const check = await pay.app.value("bureau.checkMonth", {
      taxYear: "2026-27",
      firstTaxMonth: 1,
      bureau: {
        figures: { incomeTax: pence(48_00), nationalInsurance: pence(365_37), employmentAllowance: pence(268_65), amountDue: pence(144_72) },
      },
    });
    expect(check).toMatchObject({ agrees: true, from: "2026-04-06", to: "2026-07-05" });
  });

  it("names the payslip that was left out", async () => {
    await pay.run(1);
    const check = await pay.app.value("bureau.checkMonth", { taxYear: "2026-27", firstTaxMonth: 1, bureau: { figures: { incomeTax: pence(0) } } });
    expect(check.lines.find(({ line }) => line === "incomeTax")?.reasons[0]?.text).toBe(
      "The bureau left out Priya Nair’s payslip of 8 May 2026, with £48.00 of it.",
    );
  });

  it("refuses a month that is none", async () => {
    expect(await pay.app.run("bureau.checkMonth", { taxYear: "2026-27", firstTaxMonth: 13, bureau: { figures: {} } })).toMatchObject({ ok: false });
  });
});

describe("a bureau's file", () => {
  const text = "Payslips for May\n\nSurname,Forename,Works No,Tax Code,NI Table,Gross Pay,Tax,Employee's NI,Employers NIC,Net Pay\n";

  it("is read by the names of its columns, without the row of totals", () => {
    const { rows, problems } = parseBureauCsv(
      `${text}Nair,Priya,PA1,1257L,A,"2,176.00",48.00,96.72,268.65,"2,031.28"\nTotal,,,,,2176.00,48.00,96.72,268.65,2031.28\n`,
    );
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ line: 4, name: "Priya Nair", payrollNumber: "PA1", taxCode: "1257L", nationalInsuranceCategory: "A" });
    expect(readBureauRow(rows[0] ?? ({} as never)).bureau.figures).toEqual({
      grossPay: 2176_00,
      incomeTax: 48_00,
      employeeNationalInsurance: 96_72,
      employerNationalInsurance: 268_65,
      netPay: 2031_28,
    });
  });

  it("reads sums given back, empty cells and pound signs, and names what is no amount", () => {
    const { rows } = parseBureauCsv("Name;Gross;PAYE;NI;Pension\nTom;£600;(89.60);-;abc\nSam;10;5.00-;;1\n");
    const read = rows.map(readBureauRow);
    expect(read[0]?.bureau.figures).toEqual({ grossPay: 600_00, incomeTax: -89_60 });
    expect(read[0]?.problems).toEqual(["Line 2, Employee’s pension: “abc” is not an amount. Write it like 12.50."]);
    expect(read[1]?.bureau.figures).toEqual({ grossPay: 10_00, incomeTax: -5_00, employeePension: 1_00 });
  });

  it.each([
    ["Tom,600,89.60\n", "There is no heading with names such as gross pay"],
    ["", "There is no heading"],
    ["name,gross pay,tax\n", "There is a heading, but no payslip under it."],
    [`name,gross pay,tax\n${"Tom,1,1\n".repeat(2001)}`, "This file has 2001 rows. At most 2000"],
  ])("says what is missing (%#)", (content, words) => {
    const { rows, problems } = parseBureauCsv(content);
    expect(rows).toEqual([]);
    expect(problems.join(" ")).toContain(words);
  });

  it("is refused when it is no text, and is answered by the import process", async () => {
    const read = (bytes: Uint8Array) => answerImport("imports.parseBureauCsv", { fileName: "p.csv", base64: Buffer.from(bytes).toString("base64") });
    expect(await read(Buffer.from("name,gross pay,tax\nTom,600,1\n"))).toMatchObject({ ok: true, value: { rows: [{ name: "Tom" }], problems: [] } });
    expect(await read(Buffer.from([0, 1, 2, 0]))).toMatchObject({ ok: false, error: { code: "notAllowed" } });
  });
});
