import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentFile } from "../../../shared/contract/desktopOperations.ts";
import type { DocumentGroup } from "../../../shared/contract/documentsOperations.ts";
import { readPdf } from "../../support/readPdf.ts";
import { type GivenPaidMonth, givenPaidMonth, on } from "../hmrc/givenPaidMonth.ts";

let given: GivenPaidMonth;
beforeAll(async () => {
  given = await givenPaidMonth();
  given.app.setToday("2026-05-06");
}, 60_000);
afterAll(() => given.close());

const taxYear = "2026-27";
const textOf = (file: DocumentFile) => Buffer.from(file.base64, "base64").toString("utf8");
const readOf = async (file: DocumentFile, password?: string) =>
  (await readPdf(Buffer.from(file.base64, "base64"), password)).text.replaceAll("−", "-");
const payRun = () => ({ payRunId: given.payRunId });
const groups = (): Promise<DocumentGroup[]> => given.app.value("documents.list", {});
const payslipOf = async (engagementId: string) => {
  const { finished } = await given.app.value("pay.getRun", payRun());
  return finished?.payslips.find((each) => each.engagementId === engagementId);
};

describe("the list of documents", () => {
  it("is in groups: the employer, the tax year, each person, each pay run", async () => {
    const list = await groups();
    expect(list.map(({ kind, title }) => [kind, title])).toEqual([
      ["budget", "Budget"],
      ["employer", "You as an employer"],
      ["taxYear", "Tax year 2026-27"],
      ["person", "Priya Nair"],
      ["person", "Tom Reyes"],
      ["payRun", "Pay run, paid 8 May 2026"],
    ]);
  });

  it("offers large print where a paper is a PDF, and a password for payslips alone", async () => {
    const documents = (await groups()).flatMap((group) => (group.kind === "budget" ? [] : group.documents));
    for (const { fileName, hasLargePrint } of documents)
      expect({ fileName, hasLargePrint }).toEqual({ fileName, hasLargePrint: fileName.endsWith(".pdf") });
    expect(documents.filter(({ hasPassword }) => hasPassword).map(({ title }) => title)).toEqual(["Payslip of Priya Nair", "Payslip of Tom Reyes"]);
  });

  it("offers a Bacs file only ahead of the payday, and P60s only once the tax year is over", async () => {
    const titles = async () => (await groups()).flatMap(({ documents }) => documents.map(({ title }) => title));
    expect(await titles()).toContain("Wages by bank (Bacs Standard 18)");
    expect(await titles()).not.toContain("P60 of Priya Nair (PDF)");
    given.app.setToday("2026-05-08");
    expect(await titles()).not.toContain("Wages by bank (Bacs Standard 18)");
    given.app.setToday("2027-04-04");
    expect(await titles()).not.toContain("P60 of Priya Nair (PDF)");
    given.app.setToday("2027-04-05");
    expect(await titles()).toContain("P60 of Priya Nair (PDF)");
    given.app.setToday("2026-05-06");
  });

  it("offers the forms on paper to those who file on paper, and XML to the others", async () => {
    const titles = async () => (await groups()).find(({ kind }) => kind === "taxYear")?.documents.map(({ title }) => title) ?? [];
    expect(await titles()).toContain("Employer Payment Summary, tax month 2 (XML)");
    given.app.db.prepare("UPDATE employer SET filing_route = 'paper'").run();
    expect(await titles()).toEqual(
      expect.arrayContaining(["RT11 of Priya Nair (PDF)", "RT2 of Priya Nair, quarter 1 (PDF)", "RT5, tax month 2 (PDF)"]),
    );
    expect(await titles()).not.toContain("RT2 of Priya Nair, quarter 2 (PDF)");
    given.app.db.prepare("UPDATE employer SET filing_route = 'basicPayeTools'").run();
  });
});

describe("files for the bank", () => {
  it("pay every wage into the account known for it", async () => {
    const csv = textOf(await given.app.value("documents.bankCsv", payRun()));
    expect(csv).toContain('"000017","00012345","P Nair",2031.28,"WAGES 1","2026-05-08"');
    expect(csv.trim().split("\r\n")).toHaveLength(3);
  });

  it("need the service user number and the paying account for Bacs, and say so", async () => {
    const refused = await given.app.run("documents.bankStandard18", payRun());
    expect(refused).toMatchObject({ ok: false, error: { reason: "The Bacs file can't be made yet." } });
    await given.app.value("hmrc.saveFileFacts", {
      bacsServiceUserNumber: "123456",
      payFromAccountName: "G Okafor",
      payFromSortCode: "00-00-09",
      payFromAccountNumber: "00099999",
    });
    expect(await given.app.value("hmrc.getFileFacts", {})).toMatchObject({ bacsServiceUserNumber: "123456", nestPaymentSource: "" });
    const file = await given.app.value("documents.bankStandard18", payRun());
    expect([file.fileName, file.mediaType]).toEqual(["wages Bacs 2026-05-08.txt", "text/plain"]);
    const lines = textOf(file).split("\r\n");
    // A credit for each wage goes to the sort code and account with transaction code 99.
    expect(lines.filter((line) => line.startsWith("00001700012345099"))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith("00004400054321099"))).toHaveLength(1);
  });

  it("refuse numbers that are no numbers, field by field", async () => {
    const answer = await given.app.run("hmrc.saveFileFacts", { bacsServiceUserNumber: "12", payFromSortCode: "1", payFromAccountNumber: "x" });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        fields: {
          bacsServiceUserNumber: "A service user number is six numbers",
          payFromSortCode: "A sort code is six numbers, like 12-34-56",
          payFromAccountNumber: "An account number is eight numbers",
        },
      },
    });
  });
});

describe("files for the pension", () => {
  it("say that nobody is in the pension", async () => {
    for (const operation of ["documents.pensionCsv", "documents.nestCsv"] as const) {
      expect(await given.app.run(operation, payRun())).toMatchObject({
        ok: false,
        error: { reason: "Nobody in this run is in the pension, so there is nothing to report." },
      });
    }
  });
});

describe("a payslip for its assistant", () => {
  it("opens with the password typed and with no other, and is kept nowhere", async () => {
    const payslip = await payslipOf(given.priya);
    const payslipId = payslip?.id ?? "";
    const file = await given.app.value("documents.payslipPdf", { payslipId, password: "three-short-words" });
    expect(await readOf(file, "three-short-words")).toContain("Priya Nair");
    await expect(readOf(file, "another-password")).rejects.toThrow("Incorrect Password");
    const rows = JSON.stringify(given.app.db.prepare("SELECT * FROM activity").all());
    expect(rows).not.toContain("three-short-words");
  });

  it("refuses a password that is too short, without repeating it", async () => {
    const payslip = await payslipOf(given.priya);
    const answer = await given.app.run("documents.payslipPdf", { payslipId: payslip?.id ?? "", password: "secret7" });
    expect(answer).toMatchObject({ ok: false, error: { fields: { password: expect.stringContaining("at least 8 characters") } } });
    expect(JSON.stringify(answer)).not.toContain("secret7");
  });

  it("is told apart by name in large print", async () => {
    const payslip = await payslipOf(given.priya);
    const file = await given.app.value("documents.payslipPdf", { payslipId: payslip?.id ?? "", largePrint: true });
    expect(file.fileName).toBe("payslip Priya Nair 2026-05-08 large print.pdf");
  });
});

describe("papers of a person", () => {
  it("P60 waits for the end of the tax year; P45 for the last day", async () => {
    expect(await given.app.run("documents.p60Pdf", { engagementId: given.priya, taxYear })).toMatchObject({
      ok: false,
      error: { reason: "The tax year 2026-27 runs until 5 April 2027.", lines: ["Make the P60 after that day, and give it by 31 May."] },
    });
    expect(await given.app.run("documents.p45Pdf", { engagementId: given.priya })).toMatchObject({
      ok: false,
      error: { reason: "Priya has not left." },
    });
    expect(await given.app.run("documents.p11Pdf", { engagementId: given.priya, taxYear: "2025-26" })).toMatchObject({
      ok: false,
      error: { reason: "Priya has no payslip in 2025-26." },
    });
  });

  it("the starter checklist is filled in with what is known, or empty to fill in by hand", async () => {
    const filled = await readOf(await given.app.value("documents.starterChecklistPdf", { engagementId: given.tom }));
    expect(filled).toContain("Reyes");
    expect(filled).toContain("20 August 2006");
    const empty = await given.app.value("documents.starterChecklistPdf", {});
    expect(empty.fileName).toBe("starter checklist.pdf");
    expect(await readOf(empty)).not.toContain("Reyes");
  });

  it("a refusal of sick pay says the reasons given, and asks for them when there are none", async () => {
    const asked = { engagementId: given.priya, payment: "statutorySickPay" as const, from: on("2026-05-04") };
    expect(await given.app.run("documents.refusalPdf", asked)).toMatchObject({
      ok: false,
      error: { fields: { reasons: "Write why it is not paid, in a sentence" } },
    });
    const file = await given.app.value("documents.refusalPdf", { ...asked, reasons: ["Sick pay ends after 28 weeks."] });
    const text = await readOf(file);
    expect(text).toContain("SSP1 Statutory Sick Pay cannot be paid");
    expect(text).toContain("Sick pay ends after 28 weeks.");
    expect(await given.app.run("documents.refusalPdf", { ...asked, from: on("2026-05-07"), reasons: ["Too soon."] })).toMatchObject({ ok: false });
    expect(await given.app.run("documents.refusalPdf", { ...asked, lastPaidOn: on("2026-05-03"), reasons: ["It ends."] })).toMatchObject({
      ok: false,
      error: { fields: { lastPaidOn: "The last day paid comes on or after the first day" } },
    });
  });

  it("a refusal of maternity pay has the reasons of the law from the record, and is offered in the list", async () => {
    // Tom began on 13 April: nobody has 26 weeks of work by the qualifying week before a July due date.
    await given.app.value("employment.addFamilyLeave", {
      engagementId: given.tom,
      kind: "paternity",
      expectedOn: on("2026-06-20"),
      payFromOn: on("2026-06-21"),
      weeks: 2,
    });
    const offered = (await groups())
      .find(({ title }) => title === "Tom Reyes")
      ?.documents.find(({ operation }) => operation === "documents.refusalPdf");
    expect(offered?.title).toBe("SPP1, Statutory Paternity Pay (PDF)");
    given.app.setToday("2026-06-21");
    const answer = await given.app.raw("documents.refusalPdf", offered?.input);
    expect(answer.ok && (await readOf(answer.value as DocumentFile))).toContain("26 weeks");
    given.app.setToday("2026-05-06");
  });

  it("the record for one assistant holds each period against the minimum wage", async () => {
    const text = await readOf(await given.app.value("documents.payHistoryPdf", { engagementId: given.priya }));
    // 160 hours and £2,176.00: £13.60 an hour, above £12.71.
    expect(text).toContain("In each of 1 pay periods the hourly pay was at or above the minimum wage.");
    expect(text).toContain("160.00 £2,176.00 £13.60 £12.71 Yes");
    const refused = await given.app.run("documents.payHistoryPdf", { engagementId: given.priya, from: on("2026-05-02"), to: on("2026-05-01") });
    expect(refused).toMatchObject({ ok: false, error: { fields: { to: "The last day comes after the first" } } });
    const before = await given.app.value("documents.payHistoryPdf", { engagementId: given.priya, from: on("2026-01-01"), to: on("2026-04-05") });
    expect(await readOf(before)).toContain("No pay was recorded in this time.");
  });

  it("the forms on paper copy what HMRC is told", async () => {
    const rt11 = await readOf(await given.app.value("documents.rt11Pdf", { engagementId: given.priya, taxYear }));
    expect(rt11).toContain("£2,176.00");
    const rt2 = await readOf(await given.app.value("documents.rt2Pdf", { engagementId: given.priya, taxYear, quarter: 1 }));
    expect(rt2).toContain("Taxable pay £2,176.00");
    expect(await given.app.run("documents.rt2Pdf", { engagementId: given.tom, taxYear: "2025-26", quarter: 1 })).toMatchObject({ ok: false });
    const rt5 = await readOf(await given.app.value("documents.rt5Pdf", { taxYear, taxMonth: 2 }));
    expect(rt5).toContain("Tick the box.");
  });
});

describe("papers of the employer and the run", () => {
  it("the declaration of compliance counts people as they stood when the duties began", async () => {
    const text = await readOf(await given.app.value("documents.declarationOfCompliancePdf", {}));
    expect(text).toContain("Facts for the declaration of compliance");
    expect(text).toContain("123/AB456");
    given.app.db.prepare("UPDATE employer SET pension_staging_on = NULL").run();
    expect(await given.app.run("documents.declarationOfCompliancePdf", {})).toMatchObject({
      ok: false,
      error: { reason: "The day your pension duties began is not known." },
    });
    given.app.db.prepare("UPDATE employer SET pension_staging_on = '2025-02-03'").run();
  });

  it("the pay journal's two sides are equal, the allowance taken off", async () => {
    const text = await readOf(await given.app.value("documents.payJournalPdf", payRun()));
    const [, debits, credits] = /Total (£[\d.,]+) (£[\d.,]+)/.exec(text) ?? [];
    expect(debits).toBe(credits);
    expect(text).toContain("Gross wages £2,720.00");
    expect(text).toContain("Employment Allowance");
  });

  it("the payday sheet says whom to pay how much when the computer does not work", async () => {
    const text = await readOf(await given.app.value("documents.paydaySheetPdf", payRun()));
    expect(text).toContain("Priya Nair 2345 WAGES 1 £2,031.28");
    expect(text).toContain("HM Revenue and Customs");
    expect(text).toContain("08 32 10");
  });

  it("the list of what to pay has HMRC's bank account, as HMRC published it", async () => {
    const text = await readOf(await given.app.value("documents.paymentListPdf", payRun()));
    expect(text).toContain("HMRC Cumbernauld, 08 32 10, 12001039");
  });

  it("the keying sheet says before the figures what HMRC would refuse", async () => {
    const text = await readOf(await given.app.value("documents.keyingSheetPdf", payRun()));
    expect(text).toContain("Before you send");
    expect(text).toMatch(/Tom Reyes: .*address/);
    expect(text).toContain("2176.00");
  });
});
