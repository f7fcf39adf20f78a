import { describe, expect, it } from "vitest";
import { findFontFolder } from "../../../electron/documents/fontFiles.ts";
import { renderPdf } from "../../../electron/documents/pdf.ts";
import { amountTable, type DocumentModel } from "../../../shared/core/documentModel.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { formatPence, pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { buildPayslipDocument } from "../../../shared/payroll/documents/payslipDocument.ts";
import { readPdf } from "../../support/readPdf.ts";
import { aFactPayslip } from "../../support/returnFacts.ts";

const letter = (change: Partial<DocumentModel> = {}): DocumentModel => ({
  title: "Return of spending",
  subtitle: ["Amara Okafor"],
  author: "Amara Okafor",
  about: plainDate("2026-09-30"),
  sections: [
    {
      heading: "Account summary",
      blocks: [
        { kind: "paragraph", text: "It agrees with the statement." },
        { kind: "list", items: ["First thing", "Second thing"] },
        amountTable("Account summary", ["Line", "Amount"], [["Opening balance", pence(712_044)]], ["Closing balance", pence(791_237)]),
      ],
    },
  ],
  footer: "PHB-20417",
  ...change,
});

const { result } = aFactPayslip();
const payslip = buildPayslipDocument(result, {
  employerName: "Amara Okafor",
  payeReference: "123/AB456",
  employeeName: "Tom Ellery",
  employeeAddress: "12 Bridge Street, ZZ1 1ZZ",
  payrollNumber: "2",
  nationalInsuranceNumber: "QQ123456C",
  bankAccountEnding: "8820",
  holidayLeft: minutes(2_292),
});

describe("a PDF", () => {
  it("is tagged, named and in British English, with headings, a list and a table that has heading cells", async () => {
    const pdf = await readPdf(await renderPdf(letter()));
    expect(pdf).toMatchObject({ title: "Return of spending", language: "en-GB", isTagged: true });
    for (const role of ["H1", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD"]) expect(pdf.roles).toContain(role);
    expect(pdf.text).toContain("Closing balance £7,912.37");
    expect(pdf.text).toContain("Page 1 of 1");
  });

  it("is the same bytes for the same facts", async () => {
    const once = await renderPdf(letter());
    expect((await renderPdf(letter())).equals(once)).toBe(true);
    expect((await renderPdf(letter({ title: "Another" }))).equals(once)).toBe(false);
  });

  it("repeats the headings of a long table on every page, and loses no row", async () => {
    const rows = Array.from({ length: 120 }, (_, index): readonly [string, ReturnType<typeof pence>] => [
      `Payment ${index + 1}.`,
      pence(1_000 + index),
    ]);
    const long = letter({ sections: [{ heading: "Payments", blocks: [amountTable("Payments", ["For whom", "Amount"], rows)] }] });
    const pdf = await readPdf(await renderPdf(long));
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const page of pdf.pages) expect(page).toContain("For whom Amount");
    for (const [label, amount] of rows) expect(pdf.text).toContain(`${label} ${formatPence(amount)}`);
    expect(pdf.roles.filter((role) => role === "TH")).toHaveLength(2 + rows.length);
  });

  it("says so when a character cannot be printed, and prints Welsh and Polish names", async () => {
    const pdf = await readPdf(await renderPdf(letter({ subtitle: ["Siôn Ŵyn and Łukasz 😀"] })));
    expect(pdf.text).toContain("Siôn Ŵyn and Łukasz ?");
    expect(pdf.text).toContain("could not be printed");
  });

  it("grows to large print on request", async () => {
    const [normal, large] = [await readPdf(await renderPdf(payslip)), await readPdf(await renderPdf(payslip, { isLargePrint: true }))];
    expect(normal.pages).toHaveLength(1);
    expect(large.pages.length).toBeGreaterThan(1);
    expect(large.text.replace(/Page \d of \d/g, "")).toContain(formatPence(result.netPay.amount));
  });

  it("finds its fonts from the source tree, from built files and in the packaged app", () => {
    const here = findFontFolder(new URL(".", import.meta.url).pathname, undefined);
    expect(here).toMatch(/resources\/fonts$/);
    expect(() => findFontFolder("/nowhere", undefined)).toThrow("fonts");
    expect(findFontFolder("/nowhere", here.replace(/\/fonts$/, ""))).toBe(here);
  });
});

describe("a payslip on paper", () => {
  it("itemises what the law asks for, to the penny", async () => {
    const { text } = await readPdf(await renderPdf(payslip));
    for (const words of [
      "Amara Okafor",
      "Tom Ellery",
      "QQ 12 34 56 C",
      "1257L",
      "123/AB456",
      "Payroll number: 2",
      "National Insurance category: A",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain(`Take-home pay ${formatPence(result.netPay.amount)}`);
    expect(text).toContain(`Income tax ${formatPence(result.incomeTax.amount)} ${formatPence(result.yearToDate.incomeTax)}`);
    expect(text).toContain(`National Insurance ${formatPence(result.employeeNationalInsurance.amount)}`);
    expect(text).toContain(`Workplace pension ${formatPence(result.employeePension.amount)}`);
    expect(text).toContain("Gross pay");
    expect(text).toContain("Holiday left: 38 h 12 min");
    expect(text).toContain("account ending 8820");
  });

  it("takes off exactly what lies between gross and net", () => {
    const table = payslip.sections
      .flatMap((section) => section.blocks)
      .find((block) => block.kind === "table" && block.caption.startsWith("What was taken off"));
    if (table?.kind !== "table") throw new Error("The table of deductions is missing");
    const total = table.rows.find((row) => row.isTotal)?.cells[1];
    expect(total).toEqual({ kind: "money", amount: result.grossPay.amount + result.nonTaxable.amount - result.netPay.amount });
  });
});
