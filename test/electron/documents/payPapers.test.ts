import { describe, expect, it } from "vitest";
import { renderPdf } from "../../../electron/documents/pdf.ts";
import { checkPdfPassword } from "../../../electron/documents/pdfPassword.ts";
import { cellText, type DocumentModel } from "../../../shared/core/documentModel.ts";
import { formatPence } from "../../../shared/core/money.ts";
import { type ReadPdf, readPdf } from "../../support/readPdf.ts";
import { aYearOfPay, papersOfRun, papersOfYear } from "../../support/yearOfPay.ts";

const people = aYearOfPay(2);
const papers = [...papersOfRun(people, 5), ...papersOfYear(people)].filter(({ name }) => !name.endsWith("-1"));
const paper = (name: string): DocumentModel => {
  const found = papers.find((each) => each.name === name);
  if (!found) throw new Error(`No paper ${name}`);
  return found.model;
};
const read = async (name: string, options: Parameters<typeof renderPdf>[1] = {}): Promise<ReadPdf> =>
  readPdf(await renderPdf(paper(name), options), options.password);

/** As the font prints it: a plain hyphen for the minus sign. */
const printed = (text: string) => text.replaceAll("−", "-").replace(/\s+/g, " ");

describe("every paper of pay as a PDF", () => {
  it.each(papers)("$name is tagged, named and in British English, and says in order all that its model says", async ({ model }) => {
    const pdf = await readPdf(await renderPdf(model));
    expect(pdf).toMatchObject({ title: model.title, language: "en-GB", isTagged: true });
    expect(pdf.roles[0]).toBe("Root");
    expect(pdf.roles).toContain("H1");
    const headings = model.sections.map(({ heading }) => heading).filter((heading) => heading !== "");
    const text = printed(pdf.text);
    let from = text.indexOf(printed(model.title));
    expect(from).toBeGreaterThanOrEqual(0);
    for (const heading of headings) {
      const at = text.indexOf(printed(heading), from);
      expect(at, `"${heading}" in its place`).toBeGreaterThanOrEqual(from);
      from = at;
    }
    expect(text).not.toContain("could not be printed");
  });

  it.each(papers)("$name has every figure of its tables in large print too", async ({ model }) => {
    const pdf = await readPdf(await renderPdf(model, { isLargePrint: true }));
    const text = printed(pdf.text).replace(/\s/g, "");
    for (const { cells } of model.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])))) {
      for (const cell of cells) expect(text).toContain(printed(cellText(cell)).replace(/\s/g, ""));
    }
    expect(pdf.isTagged).toBe(true);
  });

  it.each(["payslip-2", "payday-sheet", "p60-2", "starter-empty", "starter-filled", "letter-eligible", "ssp1", "declaration"])(
    "%s fits on one page",
    async (name) => {
      expect((await read(name)).pages).toHaveLength(1);
    },
  );

  it("has heading cells for columns and rows, so that a screen reader says what a figure is", async () => {
    const { roles } = await read("p60-2");
    // Pay and tax: 3 columns and 3 rows; National Insurance: 5 columns and 1 row.
    expect(roles.filter((role) => role === "TH")).toHaveLength(3 + 3 + 5 + 1);
    expect(roles.filter((role) => role === "TD")).toHaveLength(3 * 2 + 4);
    const bytes = (await renderPdf(paper("p60-2"))).toString("latin1");
    expect(bytes).toContain("/T (Pay and Income Tax)");
    expect(bytes.match(/\/Scope \/Column/g)).toHaveLength(3 + 5);
    expect(bytes.match(/\/Scope \/Row/g)).toHaveLength(3 + 1);
  });

  it("lays a table that is too wide for large print out as a list, never in small print", async () => {
    const large = await read("p11-2", { isLargePrint: true });
    const normal = await read("p11-2");
    expect(normal.roles).toContain("Table");
    expect(large.roles).not.toContain("Table");
    expect(large.text).toContain("Payday: 24 April 2026");
    expect((await read("payslip-2", { isLargePrint: true })).text).toContain("What was taken off");
  });

  it("reads a long name and its value apart from the next ones", async () => {
    const { text } = await read("p60-2");
    const year = people[1]?.payslips.at(-1)?.result.yearToDate;
    expect(text).toContain(`Student loan deductions in this employment (whole pounds): £${Math.trunc((year?.studentLoan ?? 0) / 100)}`);
    expect(text).toContain("Employer's address: 4 Orchard Lane");
  });
});

describe("papers of a year read back from their PDFs", () => {
  const last = people.map(({ payslips }) => payslips.at(-1)?.result);

  it("agree with each other: P60, P11 and P45 show the year to date of the last payslip", async () => {
    const year = last[1]?.yearToDate;
    if (!year) throw new Error("No payslip");
    const [p60, p11, p45] = await Promise.all(["p60-2", "p11-2", "p45-2"].map((name) => read(name)));
    expect(p60?.text).toContain(`In this employment ${formatPence(year.taxablePay)} ${formatPence(year.incomeTax)}`);
    expect(p11?.text).toContain(`Total ${formatPence(year.taxablePay)} ${formatPence(year.incomeTax)}`);
    expect(p45?.text).toContain(`8 Total pay in this employment: ${formatPence(year.taxablePay)}`);
    expect(p45?.text).toContain(`8 Total tax in this employment: ${formatPence(year.incomeTax)}`);
  });

  it("add up: the P32's year is the sum of the P60s", async () => {
    const total = (amountOf: (year: NonNullable<(typeof last)[number]>["yearToDate"]) => number) =>
      last.reduce((sum, result) => sum + (result ? amountOf(result.yearToDate) : 0), 0);
    const insurance = (key: "employeeContributions" | "employerContributions") =>
      total((year) => year.nationalInsurance.reduce((sum, each) => sum + each[key], 0));
    const amounts = [
      total((year) => year.incomeTax),
      total((year) => year.studentLoan + year.postgraduateLoan),
      insurance("employeeContributions"),
      insurance("employerContributions"),
    ];
    const { text } = await read("p32");
    expect(text).toContain(`Year ${amounts.map((amount) => formatPence(amount as never)).join(" ")}`);
  });
});

describe("a payslip with a password", () => {
  const password = "three-short-words";

  it("opens with it and with nothing else, and a screen reader may read it", async () => {
    const bytes = await renderPdf(paper("payslip-2"), { password });
    const pdf = await readPdf(bytes, password);
    expect(pdf).toMatchObject({ title: "Payslip", isTagged: true, language: "en-GB" });
    expect(pdf.text).toContain("Nadia Rahman");
    expect(pdf.roles).toContain("TH");
    await expect(readPdf(bytes)).rejects.toThrow("No password given");
    await expect(readPdf(bytes, "three-short-word")).rejects.toThrow("Incorrect Password");
    // Bit 10 of /P lets assistive technology take the text out.
    const permissions = Number(/\/P (-\d+)/.exec(bytes.toString("latin1"))?.[1]);
    expect(permissions & 0b10_0000_0000).not.toBe(0);
  });

  it("hides every name and figure in its bytes", async () => {
    const bytes = (await renderPdf(paper("payslip-2"), { password })).toString("latin1");
    for (const secret of ["Payslip", "Amara", "Rahman", "en-GB"]) expect(bytes).not.toContain(`(${secret}`);
    expect(bytes).toContain("/AESV2");
  });

  it("is the same bytes for the same facts and password, and others for another password", async () => {
    const once = await renderPdf(paper("payslip-2"), { password });
    expect((await renderPdf(paper("payslip-2"), { password })).equals(once)).toBe(true);
    expect((await renderPdf(paper("payslip-2"), { password: "another-password" })).equals(once)).toBe(false);
  });

  it.each([
    ["1234567", false],
    ["12345678", true],
    ["a".repeat(32), true],
    ["a".repeat(33), false],
    ["pässword99", false],
    ["pound£sign", false],
    ["tab\tinside", false],
    ["three short words ~!", true],
  ])('the password "%s" is fit: %s', (text, isFit) => {
    const verdict = checkPdfPassword(text);
    expect(verdict.ok).toBe(isFit);
    if (!verdict.ok) expect(verdict.problems[0]).toMatchObject({ field: "password", value: "" });
  });
});
