import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HmrcMonthRecord, HmrcYearRecord } from "../../../shared/contract/hmrcAnswers.ts";
import { pence } from "../../../shared/core/money.ts";
import { givenAccount, givenImport, lineNamed, payment } from "../bank/givenStatement.ts";
import { type GivenPaidMonth, givenPaidMonth, on, secondRun } from "./givenPaidMonth.ts";

let given: GivenPaidMonth;
let bank: { readonly id: string; balancePence: number } | undefined;
beforeEach(async () => {
  bank = undefined;
  given = await givenPaidMonth();
  given.app.setToday("2026-05-20");
}, 60_000);
afterEach(() => given.close());

const year = (): Promise<HmrcYearRecord> => given.app.value("hmrc.getYear", {});
const month = (taxMonth: number): Promise<HmrcMonthRecord> => given.app.value("hmrc.getMonth", { taxYear: "2026-27", taxMonth });
const paysMonthly = () => given.app.db.prepare("UPDATE employer SET pays_hmrc_quarterly = 0").run();
const tellSummary = (taxMonth: number, toldOn: string) => given.app.raw("hmrc.recordTold", { kind: "eps", taxYear: "2026-27", taxMonth, toldOn });

/** Pays HMRC from the bank and matches the line; pounds below zero leave the account. */
async function paid(day: string, pounds: number, words: string): Promise<void> {
  given.app.setToday("2026-09-01");
  bank ??= { id: await givenAccount(given.app), balancePence: 500_00 };
  await givenImport(given.app, bank.id, [payment(day, pounds, words)], bank.balancePence);
  bank.balancePence += Math.round(pounds * 100);
  const line = await lineNamed(given.app, words);
  await given.app.value("bank.matchLine", { lineId: line.id, parts: [{ kind: "hmrc", amountPence: pence(Math.round(pounds * 100)) }] });
}

describe("the payment record (P32)", () => {
  it("shows twelve months, each figure with the payslips it comes from", async () => {
    const { months, taxYears, totals } = await year();
    expect(taxYears).toEqual(["2026-27"]);
    expect(months).toHaveLength(12);
    // 8 May is in the second tax month.
    expect(months.map(({ payslipIds }) => payslipIds.length)).toEqual([0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const second = months[1];
    expect(second?.incomeTax.parts).toMatchObject([{ name: "Priya Nair", payday: "2026-05-08", amount: second?.incomeTax.explained.amount }]);
    expect(second?.employmentAllowance.amount).toBe(second?.employerNationalInsurance.explained.amount);
    expect(totals.amountDue).toBe(second?.amountDue.amount);
    expect(second?.amountDue.amount).toBe((second?.netIncomeTax.amount ?? 0) + (second?.employeeNationalInsurance.explained.amount ?? 0));
  });

  it("is paid by the quarter or by the month, with due dates, the reference and HMRC's bank account with its source", async () => {
    const quarterly = await year();
    expect(quarterly.paysQuarterly).toBe(true);
    expect(quarterly.mayPayQuarterly).toBe(true);
    expect(quarterly.account).toHaveLength(4);
    expect(quarterly.account[0]).toMatchObject({
      period: {
        firstTaxMonth: 1,
        lastTaxMonth: 3,
        from: "2026-04-06",
        to: "2026-07-05",
        dueElectronicallyOn: "2026-07-22",
        dueByPostOn: "2026-07-17",
      },
      reference: "123PA000123452703",
    });
    expect(quarterly.bank).toMatchObject({ sortCode: "08 32 10", accountNumber: "12001039" });
    expect(quarterly.bank?.source).toContain("https://www.gov.uk/pay-paye-tax");
    paysMonthly();
    const monthly = await year();
    expect(monthly.account).toHaveLength(12);
    expect(monthly.account[1]).toMatchObject({ period: { dueElectronicallyOn: "2026-06-22" }, reference: "123PA000123452702" });
    expect((await month(2)).account.reference).toBe("123PA000123452702");
  });

  it("takes part payments off, and carries what is left or too much on to the next period", async () => {
    paysMonthly();
    const due = (await year()).account[1]?.amountDue.amount ?? 0;
    await paid("2026-06-10", -50, "HMRC SHIPLEY");
    await paid("2026-06-20", -(due - 50_00 + 12_34) / 100, "HMRC CUMBERNAULD");
    const { account } = await year();
    expect(account[1]?.payments.map(({ paidOn, amount }) => ({ paidOn, amount }))).toEqual([
      { paidOn: "2026-06-10", amount: 50_00 },
      { paidOn: "2026-06-20", amount: due - 50_00 + 12_34 },
    ]);
    expect(account[1]?.paid).toBe(due + 12_34);
    expect(account[1]?.carriedForward.amount).toBe(-12_34);
    expect(account[2]).toMatchObject({ broughtForward: -12_34, toPay: { amount: -12_34 } });
    expect((await year()).notices).toEqual([]);
  });

  it("puts a payment where its reference says, even when it came in another month", async () => {
    paysMonthly();
    await paid("2026-08-03", -20, "HMRC 123PA00012345 2702");
    const { account } = await year();
    expect(account[1]?.payments).toMatchObject([{ paidOn: "2026-08-03", amount: 20_00, forTaxMonth: 2 }]);
    expect(account[3]?.payments).toEqual([]);
  });

  it("leaves out a payment whose match was undone", async () => {
    paysMonthly();
    await paid("2026-06-10", -50, "HMRC SHIPLEY");
    const [match] = (await lineNamed(given.app, "SHIPLEY")).matches;
    await given.app.value("bank.undoMatch", { matchId: match?.id ?? "" });
    expect((await year()).account[1]?.payments).toEqual([]);
    expect((await year()).notices).toEqual([]);
  });

  it("says when the accounts and the record part", async () => {
    expect((await year()).notices).toEqual([]);
    // A claim withdrawn after the run counted on it.
    given.app.db.prepare("UPDATE employment_allowance_claim SET claimed = 0").run();
    const { notices, claimsEmploymentAllowance } = await year();
    expect(claimsEmploymentAllowance).toBe(false);
    expect(notices[0]).toMatch(/^This record says £[\d.,]+ is still to pay, and the accounts say £[\d.,]+\./);
  });

  it("is refused for a tax year without rates", async () => {
    expect(await given.app.run("hmrc.getYear", { taxYear: "2031-32" })).toMatchObject({
      ok: false,
      error: { reason: "This version has no rates for 2031-32." },
    });
  });
});

describe("the Employer Payment Summary of a month", () => {
  it("claims Employment Allowance until it was told, then says nothing more", async () => {
    const { summary } = await month(2);
    expect(summary).toMatchObject({ isNeeded: true, tellBy: "2026-06-19", toldOn: null, problems: [] });
    expect(summary.figures).toMatchObject([{ item: "166", label: "Employment Allowance indicator", value: "Yes" }]);
    expect(summary.reasons[0]?.text).toContain("Employment Allowance is claimed for 2026-27.");
    expect(await tellSummary(2, "2026-05-20")).toMatchObject({
      ok: true,
      value: { kind: "eps", taxMonth: 2, words: "Employer Payment Summary of tax month 2 of 2026-27." },
    });
    expect((await month(2)).summary.toldOn).toBe("2026-05-20");
    expect((await month(3)).summary).toMatchObject({ isNeeded: false, figures: [] });
  });

  it("stops a claim that was told and is no longer made", async () => {
    await tellSummary(2, "2026-05-20");
    given.app.db.prepare("UPDATE employment_allowance_claim SET claimed = 0").run();
    expect((await month(3)).summary.figures).toMatchObject([{ item: "166", value: "No" }]);
  });

  it("tells months without pay once their paydays are past, and not the months that were told", async () => {
    given.app.setToday("2026-07-05");
    await tellSummary(2, "2026-06-01");
    // The payday of 5 June was missed: tax month 3 has nobody in it, but it is not over before the 6th.
    expect((await month(3)).summary.isNeeded).toBe(false);
    given.app.setToday("2026-07-06");
    const quiet = (await month(3)).summary;
    expect(quiet.isNeeded).toBe(true);
    expect(quiet.figures.map(({ item, value }) => [item, value])).toEqual([
      ["87Ba", "Yes"],
      ["137", "6 June 2026 to 5 July 2026"],
    ]);
    given.app.setToday("2026-08-07");
    expect((await month(4)).summary.figures.at(-1)?.value).toBe("6 June 2026 to 5 August 2026");
    await tellSummary(3, "2026-07-10");
    expect((await month(4)).summary.figures.at(-1)?.value).toBe("6 July 2026 to 5 August 2026");
  });

  it("does not call the running month quiet while a payday is still to come in it", async () => {
    await tellSummary(2, "2026-05-20");
    await secondRun(given);
    given.app.setToday("2026-06-10");
    expect((await month(3)).summary.isNeeded).toBe(false);
  });

  it("tells months to come without pay, once", async () => {
    await tellSummary(2, "2026-05-20");
    await given.app.value("employment.addHmrcInactivity", { fromOn: on("2026-07-06"), toOn: on("2026-09-05") });
    expect((await month(3)).summary.figures).toMatchObject([{ item: "136", value: "6 July 2026 to 5 September 2026" }]);
    await tellSummary(3, "2026-05-20");
    expect((await month(4)).summary.isNeeded).toBe(false);
  });

  it("refuses to record that a month was told which has nothing to tell", async () => {
    await tellSummary(2, "2026-05-20");
    expect(await tellSummary(3, "2026-05-20")).toMatchObject({
      ok: false,
      error: { reason: "There is nothing to tell HMRC for this month beside the paydays." },
    });
    expect(await given.app.run("documents.epsXml", { taxYear: "2026-27", taxMonth: 3 })).toMatchObject({
      ok: false,
      error: { reason: "There is nothing to tell HMRC for this month beside the paydays." },
    });
  });

  it("carries the employer's bank account only when HMRC owes something", async () => {
    paysMonthly();
    given.app.db
      .prepare("UPDATE employer SET repayment_account_name = 'G OKAFOR', repayment_sort_code = '12-34-56', repayment_account_number = '12345678'")
      .run();
    expect((await month(2)).summary.figures.map(({ item }) => item)).toEqual(["166"]);
    await paid("2026-06-10", -900, "HMRC SHIPLEY");
    expect((await month(2)).summary.figures.map(({ item, value }) => [item, value])).toEqual([
      ["166", "Yes"],
      ["156", "G OKAFOR"],
      ["157", "12345678"],
      ["158", "123456"],
    ]);
  });

  it("says on paper each time that the allowance is claimed", async () => {
    given.app.db.prepare("UPDATE employer SET filing_route = 'paper'").run();
    await tellSummary(2, "2026-05-20");
    expect((await month(3)).summary.figures).toMatchObject([{ item: "166", value: "Yes" }]);
  });

  it("ends the year when no payday is the last report", async () => {
    await tellSummary(2, "2026-05-20");
    given.app.setToday("2027-04-05");
    const summary = (await month(12)).summary;
    expect(summary.figures.at(-1)).toMatchObject({ item: "109", value: "Yes" });
    expect(summary.reasons.at(-1)?.text).toBe("This is the last report of the tax year.");
  });
});

describe("one person's tax year", () => {
  it("shows each figure of P60 and P11 with its payslips", async () => {
    const answer = await given.app.value("hmrc.getPersonYear", { engagementId: given.priya, taxYear: "2026-27" });
    expect(answer).toMatchObject({ name: "Priya Nair", finalTaxCode: "1257L", isEmployedAtYearEnd: true, leftOn: null });
    const pay = answer.figures.find(({ label }) => label === "Pay in this employment");
    expect(pay).toMatchObject({ standsOn: ["P60", "P45", "P11", "FPS"], total: { explained: { amount: 2_176_00 }, parts: [{ amount: 2_176_00 }] } });
    const letter = answer.figures.find(({ label }) => label === "Letter A: employee's contributions");
    // 8% of £2,176.00 less the four-weekly Primary Threshold of £967.00.
    expect(letter?.total.explained.amount).toBe(96_72);
  });

  it("counts what the year held before the first payslip here, and names it", async () => {
    given.app.db
      .prepare(
        "INSERT INTO opening_figures (id, engagement_id, tax_year, source, taxable_pay_pence, tax_pence) VALUES ('00000000-0000-7000-8000-000000000001', ?, '2026-27', 'midYearStart', 50000, 1000)",
      )
      .run(given.priya);
    const { figures } = await given.app.value("hmrc.getPersonYear", { engagementId: given.priya, taxYear: "2026-27" });
    const pay = figures.find(({ label }) => label === "Pay in this employment")?.total;
    expect(pay?.explained.amount).toBe(2_676_00);
    expect(pay?.explained.lines[0]?.text).toBe("Before the first payslip here: £500.00.");
  });

  it("is refused for a year without a payslip", async () => {
    expect(await given.app.run("hmrc.getPersonYear", { engagementId: given.priya, taxYear: "2025-26" })).toMatchObject({
      ok: false,
      error: { reason: "Priya has no payslip in 2025-26." },
    });
  });
});
