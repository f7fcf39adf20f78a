import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listHmrcSubmissions } from "../../../electron/db/repositories/hmrcSubmissionRepository.ts";
import { listPostings, sumPostings } from "../../../electron/db/repositories/ledgerRepository.ts";
import { listAllPayslips } from "../../../electron/db/repositories/payRunRepository.ts";
import type { SampleAssistant } from "../../../electron/sample/sampleHousehold.ts";
import type { DocumentFile } from "../../../shared/contract/desktopOperations.ts";
import type { DocumentGroup } from "../../../shared/contract/documentsOperations.ts";
import type { HmrcPayday, HmrcYearRecord } from "../../../shared/contract/hmrcAnswers.ts";
import { formatPence, type Pence, parsePence, pence } from "../../../shared/core/money.ts";
import type { SubmittedEmployee } from "../../../shared/payroll/rti/fullPaymentSubmission.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";
import { readPdf } from "../../support/readPdf.ts";
import { schemaErrors } from "../../support/rtiSchemas.ts";
import { givenSampleYear, type SampleYear } from "../../support/sampleYear.ts";
import { brokenRules } from "../../support/schematron.ts";

const taxYear = "2026-27";
const today = "2027-04-05";

let sample: SampleYear;
let paydays: HmrcPayday[];
let record: HmrcYearRecord;
let groups: DocumentGroup[];
/** Every paper that could be made, by its title and group. */
let made: { readonly group: DocumentGroup; readonly title: string; readonly operation: string; readonly file: DocumentFile }[];
let refused: { readonly title: string; readonly lines: readonly string[] }[];

beforeAll(async () => {
  sample = await givenSampleYear();
  const { app } = sample;
  const heads = await app.value("hmrc.listPaydays", {});
  paydays = [];
  for (const { payRunId } of heads) paydays.unshift(await app.value("hmrc.getPayday", { payRunId }));
  record = await app.value("hmrc.getYear", { taxYear });
  groups = await app.value("documents.list", {});
  made = [];
  refused = [];
  for (const group of groups.filter(({ kind }) => kind !== "return" && kind !== "budget")) {
    for (const { title, operation, input } of group.documents) {
      // Archives hold the same papers again; one of each is made below.
      if (operation === "documents.payRunPack" || operation === "documents.yearSet") continue;
      const answer = await app.raw(operation, input);
      if (answer.ok) made.push({ group, title, operation, file: answer.value as DocumentFile });
      else refused.push({ title, lines: answer.error.code === "notAllowed" ? answer.error.lines : [] });
    }
  }
}, 240_000);
afterAll(() => sample.close());

const engagementOf = (who: SampleAssistant): string => {
  const found = sample.assistants.get(who);
  if (!found) throw new Error(`Nobody is called ${who}`);
  return found.engagementId;
};
const everybody: readonly SampleAssistant[] = ["tom", "dev", "priya", "grace"];
const stayed = everybody.filter((who) => who !== "dev");
const slipsOf = (who: SampleAssistant): PayslipResult[] =>
  listAllPayslips(sample.app.db)
    .filter(({ engagementId }) => engagementId === engagementOf(who))
    .map(({ result }) => result);
const sumOf = (slips: readonly PayslipResult[], amountOf: (slip: PayslipResult) => number): Pence =>
  pence(slips.reduce((sum, slip) => sum + amountOf(slip), 0));
const everySlip = () => everybody.flatMap(slipsOf);
const loansOf = (slip: PayslipResult) => slip.studentLoan.amount + slip.postgraduateLoan.amount;

/** What HMRC was told of somebody with their last payday. */
const lastTold = (who: SampleAssistant): SubmittedEmployee => {
  const id = engagementOf(who);
  const told = listHmrcSubmissions(sample.app.db)
    .filter(({ kind, figures }) => kind === "fps" && figures.engagementIds.includes(id))
    .sort((a, b) => ((a.payday ?? "") < (b.payday ?? "") ? -1 : 1));
  const last = told.at(-1)?.figures;
  const employee = last?.fullPaymentSubmission?.employees[last.engagementIds.indexOf(id)];
  if (!employee) throw new Error("Nothing was told of them");
  return employee;
};

const bytesOf = (file: DocumentFile) => Buffer.from(file.base64, "base64");
const textOf = async (operation: string, title: RegExp): Promise<string> => {
  const found = made.find((each) => each.operation === operation && title.test(each.title));
  if (!found) throw new Error(`${title} was not made`);
  return (await readPdf(bytesOf(found.file))).text.replaceAll("−", "-");
};
const fullNames: Readonly<Record<SampleAssistant, string>> = { tom: "Tom Ellery", priya: "Priya Nair", dev: "Dev Mistry", grace: "Grace Adeyemi" };

describe("the documents of the sample household's year", () => {
  it("are all there: those of each payday, each person, the tax year and the employer", () => {
    expect(groups.filter(({ kind }) => kind === "payRun")).toHaveLength(13);
    expect(groups.filter(({ kind }) => kind === "person").map(({ title }) => title)).toEqual(expect.arrayContaining(Object.values(fullNames)));
    const titles = groups.find(({ kind }) => kind === "taxYear")?.documents.map(({ title }) => title) ?? [];
    expect(titles).toEqual(
      expect.arrayContaining([
        "P32 Employer payment record (PDF)",
        ...stayed.map((who) => `P60 of ${fullNames[who]} (PDF)`),
        ...everybody.map((who) => `P11 of ${fullNames[who]} (PDF)`),
      ]),
    );
    expect(titles).not.toContain("P60 of Dev Mistry (PDF)");
    expect(groups.find(({ title }) => title === "Dev Mistry")?.documents[0]?.title).toBe("P45 (PDF)");
  });

  it("are all made but NEST's file, for the household is with another provider, and each says what is missing", () => {
    expect([...new Set(refused.map(({ title }) => title))]).toEqual(["Pension contributions for NEST (CSV)"]);
    expect(refused[0]?.lines[0]).toContain("NEST's employer reference is EMP and nine digits.");
    expect(made.length).toBeGreaterThan(13 * 9);
  });

  it("can be read back: every PDF is tagged, in British English and has its title", async () => {
    const pdfs = made.filter(({ file }) => file.mediaType === "application/pdf");
    for (const { file, title } of pdfs) {
      const { isTagged, language, title: own, text } = await readPdf(bytesOf(file));
      expect({ title, isTagged, language }).toEqual({ title, isTagged: true, language: "en-GB" });
      expect(own).not.toBe("");
      expect(text).not.toContain("could not be printed");
    }
    expect(pdfs.length).toBeGreaterThan(100);
  }, 120_000);
});

describe("what HMRC is told", () => {
  const rulesFile = { FPS: "2026-27/FullPaymentSubmission-2027-v1-0.sch", EPS: "2026-27/EmployerPaymentSummary-2027-v1-0.sch" } as const;

  it("validates against HMRC's schemas and keeps every business rule, each XML file of the year", () => {
    const files = made.filter(({ file }) => file.mediaType === "application/xml");
    expect(files.filter(({ file }) => file.fileName.startsWith("FPS"))).toHaveLength(13);
    for (const { file } of files) {
      const xml = bytesOf(file).toString("utf8");
      expect({ name: file.fileName, errors: schemaErrors(xml) }).toEqual({ name: file.fileName, errors: [] });
      const rules = rulesFile[file.fileName.slice(0, 3) as "FPS" | "EPS"];
      if (rules) expect({ name: file.fileName, broken: brokenRules(rules, xml, today) }).toEqual({ name: file.fileName, broken: [] });
    }
  }, 60_000);

  it("finds nothing that HMRC would refuse on any payday", () => {
    expect(paydays).toHaveLength(13);
    for (const { payday, problems, toldOn } of paydays)
      expect({ payday, problems, isTold: toldOn !== null }).toEqual({ payday, problems: [], isTold: true });
  });

  it("tells each start once, with the first payday, and the leaving day once, with the last; nobody who was here before the program is told as new", () => {
    for (const who of everybody) {
      const id = engagementOf(who);
      const told = listHmrcSubmissions(sample.app.db)
        .filter(({ kind }) => kind === "fps")
        .flatMap(({ figures }) => figures.fullPaymentSubmission?.employees[figures.engagementIds.indexOf(id)] ?? [])
        .reverse();
      const starts = told.map(({ starter }) => starter !== null);
      const leavings = told.map(({ leavingDate }) => leavingDate !== null);
      expect({ who, starts: starts.map(Number) }).toEqual({ who, starts: told.map((_, index) => Number(index === 0 && who !== "tom")) });
      expect({ who, leavings: leavings.map(Number) }).toEqual({
        who,
        leavings: told.map((_, index) => Number(who === "dev" && index === told.length - 1)),
      });
    }
  });

  it("marks the last payday of the tax year, and no other, as the final submission", () => {
    expect(paydays.map(({ finalSubmission }) => finalSubmission)).toEqual([...Array.from({ length: 12 }, () => null), { because: "yearEnd" }]);
  });

  it("claims Employment Allowance once, and gets the maternity pay back with compensation", () => {
    const summaries = listHmrcSubmissions(sample.app.db).flatMap(({ figures: { employerPaymentSummary } }) => employerPaymentSummary ?? []);
    expect(summaries.filter(({ employmentAllowance }) => employmentAllowance === true)).toHaveLength(1);
    const maternity = sumOf(slipsOf("priya"), ({ payLines }) =>
      payLines.reduce((sum, { kind, amount }) => sum + (kind === "statutoryMaternityPay" ? amount : 0), 0),
    );
    expect(maternity).toBeGreaterThan(0);
    const recovered = record.months.flatMap(({ recoveries }) => recoveries.map((each) => each.recovered.amount));
    expect(recovered.reduce((sum, amount) => sum + amount, 0)).toBe(maternity);
    const [newest] = summaries.filter(({ recovered: amounts }) => amounts !== null);
    expect(newest?.recovered?.amounts).toMatchObject([{ kind: "maternity", recovered: maternity }]);
  });
});

describe("the year to the penny", () => {
  const yearOf = (who: SampleAssistant) => ({
    pay: sumOf(slipsOf(who), ({ taxablePay }) => taxablePay.amount),
    tax: sumOf(slipsOf(who), ({ incomeTax }) => incomeTax.amount),
    insurance: sumOf(slipsOf(who), ({ niBands }) => niBands.employeeContributions),
    employerInsurance: sumOf(slipsOf(who), ({ niBands }) => niBands.employerContributions),
    loans: sumOf(slipsOf(who), loansOf),
  });

  it.each(everybody)("what was last told of %s is the sum of the payslips", (who) => {
    const { toDate, nationalInsurance } = lastTold(who);
    const year = yearOf(who);
    expect(toDate.taxablePay).toBe(year.pay);
    expect(toDate.incomeTax).toBe(year.tax);
    expect((toDate.studentLoan ?? 0) + (toDate.postgraduateLoan ?? 0)).toBe(year.loans);
    expect(nationalInsurance.reduce((sum, { employeeToDate }) => sum + employeeToDate, 0)).toBe(year.insurance);
    expect(nationalInsurance.reduce((sum, { employerToDate }) => sum + employerToDate, 0)).toBe(year.employerInsurance);
  });

  it.each(stayed)("the P60 of %s, read back, says what was last told", async (who) => {
    const text = await textOf("documents.p60Pdf", new RegExp(fullNames[who]));
    const { toDate, nationalInsurance } = lastTold(who);
    expect(text).toContain(`In this employment ${formatPence(toDate.taxablePay)} ${formatPence(toDate.incomeTax)}`);
    for (const { letter, employeeToDate } of nationalInsurance)
      expect(text).toMatch(new RegExp(`\\b${letter}\\b.*${formatPence(employeeToDate).replace(/[.£]/g, "\\$&")}`));
    if ((toDate.studentLoan ?? 0) > 0)
      expect(text).toContain(`Student loan deductions in this employment (whole pounds): £${Math.trunc((toDate.studentLoan ?? 0) / 100)}`);
  });

  it("the leaver's P45, read back, says what was told with the last payday", async () => {
    const { toDate } = lastTold("dev");
    const text = await textOf("documents.p45Pdf", /P45/);
    expect(text).toContain(formatPence(toDate.taxablePay));
    expect(text).toContain(formatPence(toDate.incomeTax));
  });

  it.each(everybody)("the P11 of %s, read back, ends with the year's pay and tax", async (who) => {
    const { pay, tax } = yearOf(who);
    expect(await textOf("documents.p11Pdf", new RegExp(fullNames[who]))).toContain(`Total ${formatPence(pay)} ${formatPence(tax)}`);
  });

  it("the P32, read back, adds up everybody's P60 and P45 figures", async () => {
    const totals = everybody.map(yearOf);
    const total = (key: "tax" | "loans" | "insurance" | "employerInsurance") => pence(totals.reduce((sum, year) => sum + year[key], 0));
    const inOrder = [total("tax"), total("loans"), total("insurance"), total("employerInsurance")];
    const text = await textOf("documents.p32Pdf", /P32/);
    expect(text).toContain(`Year ${inOrder.map(formatPence).join(" ")}`);
    expect(text).toContain(formatPence(record.totals.amountDue));
    expect(record.totals).toMatchObject({
      incomeTax: inOrder[0],
      studentLoans: inOrder[1],
      employeeNationalInsurance: inOrder[2],
      employerNationalInsurance: inOrder[3],
    });
  });

  it("the ledger holds the same debt to HMRC, month by month and payments taken off", () => {
    const postings = listPostings(sample.app.db, { account: "hmrcDue" });
    const debts = postings.filter(({ dueOn }) => dueOn !== null);
    expect(-debts.reduce((sum, { amountPence }) => sum + amountPence, 0)).toBe(record.totals.amountDue);
    for (const { period, amountDue } of record.account) {
      const ofPeriod = debts.filter(({ dueOn }) => dueOn === period.dueElectronicallyOn);
      expect({ period: period.firstTaxMonth, due: -ofPeriod.reduce((sum, { amountPence }) => sum + amountPence, 0) + 0 }).toEqual({
        period: period.firstTaxMonth,
        due: amountDue.amount,
      });
    }
    expect(record.account.at(-1)?.carriedForward.amount).toBe(-sumPostings(sample.app.db, { account: "hmrcDue" }));
    expect(record.notices).toEqual([]);
  });

  it("the correction found late is in the figures to date and in the payment record", () => {
    const corrected = slipsOf("priya").filter(({ payLines }) => payLines.some(({ kind }) => kind === "adjustment"));
    expect(corrected).toHaveLength(1);
    const added = sumOf(corrected, ({ payLines }) => payLines.reduce((sum, { kind, amount }) => sum + (kind === "adjustment" ? amount : 0), 0));
    expect(added).toBeGreaterThan(0);
    expect(sumOf(everySlip(), ({ taxablePay }) => taxablePay.amount)).toBe(everybody.reduce((sum, who) => sum + lastTold(who).toDate.taxablePay, 0));
  });
});

describe("every figure can be traced", () => {
  it("each amount on a keying sheet has its explanation, and each year to date its payslips", () => {
    let count = 0;
    for (const { sheets } of paydays) {
      for (const { details, payment, shown, totals } of sheets) {
        for (const figure of [...details, ...payment, ...shown, ...totals]) {
          const amount = figure.value.includes(".") ? parsePence(figure.value) : undefined;
          if (amount === undefined) continue;
          expect({ figure: figure.label, amount: figure.explained?.amount }).toEqual({ figure: figure.label, amount });
          if (figure.yearToDate === null) continue;
          const { explained, parts } = figure.toDate ?? { explained: null, parts: [] };
          expect({ figure: figure.label, toDate: explained?.amount }).toEqual({ figure: figure.label, toDate: parsePence(figure.yearToDate) });
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(explained?.amount);
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(300);
  });

  it("each figure of the payment record names the payslips that it adds up", () => {
    const ids = new Set(listAllPayslips(sample.app.db).map(({ id }) => id));
    for (const month of record.months) {
      for (const { explained, parts } of [month.incomeTax, month.studentLoans, month.employeeNationalInsurance, month.employerNationalInsurance]) {
        expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(explained.amount);
        expect(parts.every(({ payslipId }) => ids.has(payslipId))).toBe(true);
      }
    }
  });

  it.each(everybody)("each figure of %s's year on P60, P45 and P11 is the sum of named payslips", async (who) => {
    const { figures } = await sample.app.value("hmrc.getPersonYear", { engagementId: engagementOf(who), taxYear });
    const find = (label: string) => figures.find((figure) => figure.label === label)?.total;
    const slips = slipsOf(who);
    expect(find("Pay in this employment")?.explained.amount).toBe(sumOf(slips, ({ taxablePay }) => taxablePay.amount));
    expect(find("Pay in this employment")?.parts).toHaveLength(slips.filter(({ taxablePay }) => taxablePay.amount !== 0).length);
    expect(find("Tax in this employment")?.explained.amount ?? 0).toBe(sumOf(slips, ({ incomeTax }) => incomeTax.amount));
  });
});

describe("the papers in one archive", () => {
  it("those of a pay run are each payslip, the sheets to type and to pay from, and the journal", async () => {
    const { payRunId = "" } = paydays.at(-1) ?? {};
    const file = await sample.app.value("documents.payRunPack", { payRunId });
    expect(file.fileName).toBe("pay run 2027-03-19.zip");
    const names = bytesOf(file).toString("latin1");
    for (const name of [
      "payslip Tom Ellery 2027-03-19.pdf",
      "keying sheet 2027-03-19.pdf",
      "payday sheet 2027-03-19.pdf",
      "pay journal 2027-03-19.pdf",
    ]) {
      expect(names).toContain(name);
    }
  });

  it("those of a tax year tell how far they have come while they are made", async () => {
    const { app } = sample;
    const seen: number[] = [];
    const work = app.value("documents.yearSet", { taxYear, jobId: "year" });
    let isMade = false;
    void work.then(() => {
      isMade = true;
    });
    while (!isMade) {
      const progress = await app.value("documents.progress", { jobId: "year" });
      if (progress) seen.push(progress.done);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const file = await work;
    expect(file.fileName).toBe("tax year 2026-27.zip");
    expect(seen.length).toBeGreaterThan(3);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(await app.value("documents.progress", { jobId: "year" })).toBeNull();
  }, 60_000);
});
