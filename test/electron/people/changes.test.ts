import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  findBankDetails,
  findNationalInsuranceSetting,
  findPayRate,
  findPensionMembership,
  findTaxSetting,
  listLoanNotices,
} from "../../../electron/db/repositories/payFactsRepository.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
let household: GivenHousehold;
let priya: string;
beforeEach(async () => {
  app = startTestApp({ today: "2026-06-10" });
  household = await givenHousehold(app);
  priya = household.assistants.priya;
});
afterEach(() => app.close());

const day = plainDate;

/** A finished payslip of Priya's for 6 April to 3 May, paid on 8 May, without the figures. */
function givenFinishedPayslip(): void {
  const runId = "01990000-0000-7000-8000-000000000001";
  app.db
    .prepare(
      `INSERT INTO pay_run (id, employer_id, kind, pay_frequency, period_from, period_to, payday, tax_year, state, created_at)
       VALUES (?, ?, 'regular', 'fourWeekly', '2026-04-06', '2026-05-03', '2026-05-08', '2026-27', 'finished', '2026-05-08T12:00:00Z')`,
    )
    .run(runId, household.employerId);
  app.db
    .prepare(
      "INSERT INTO payslip (id, pay_run_id, engagement_id, input_json, result_json, seal, gross_pence, net_pence) VALUES (?, ?, ?, '{}', '{}', '', 1, 1)",
    )
    .run("01990000-0000-7000-8000-000000000002", runId, priya);
}

describe("a change of a dated fact", () => {
  it("starts a rate on its day and keeps the rate of every day before", async () => {
    const weekday = household.kindOfTimeIds.weekday;
    await app.value("employment.changePayRate", { engagementId: priya, kindOfTimeId: weekday, fromOn: day("2026-06-01"), ratePence: pence(1410) });
    const rateOn = (on: string) => findPayRate(app.db, priya, weekday, day(on))?.ratePence;
    expect([rateOn("2026-05-31"), rateOn("2026-06-01"), rateOn("2026-12-31")]).toEqual([1360, 1410, 1410]);
  });

  it("corrects a slip of the same day by a later row", async () => {
    const change = { engagementId: priya, fromOn: day("2026-06-01"), source: "HMRC coding notice" };
    await app.value("employment.changeTaxCode", { ...change, taxCode: "1157L" });
    await app.value("employment.changeTaxCode", { ...change, taxCode: " k 57 w1" });
    expect(findTaxSetting(app.db, priya, day("2026-05-31"))).toMatchObject({ taxCode: "1257L", isWeek1Month1: false });
    expect(findTaxSetting(app.db, priya, day("2026-06-01"))).toMatchObject({ taxCode: "K57", isWeek1Month1: true });
    expect((await app.value("employment.getAssistant", { id: priya })).taxSettings).toHaveLength(3);
  });

  it("says what a tax code looks like", async () => {
    const answer = await app.run("employment.changeTaxCode", { engagementId: priya, fromOn: day("2026-06-01"), taxCode: "12S7L", source: "Letter" });
    expect(answer).toMatchObject({ ok: false, error: { code: "invalidInput" } });
  });

  it("keeps a National Insurance letter that looks wrong for the age, and says so", async () => {
    const { warnings } = await app.value("employment.changeNationalInsurance", { engagementId: priya, fromOn: day("2026-06-01"), category: "M" });
    expect(warnings.join()).toContain("Letter M ends on the 21st birthday.");
    expect(findNationalInsuranceSetting(app.db, priya, day("2026-06-01"))?.category).toBe("M");
    expect(findNationalInsuranceSetting(app.db, priya, day("2026-05-31"))?.category).toBe("A");
  });

  it("puts someone into the pension at the usual rates, and takes nothing after opting out", async () => {
    await app.value("employment.changePension", { engagementId: priya, fromOn: day("2026-06-01"), status: "enrolled" });
    await app.value("employment.changePension", { engagementId: priya, fromOn: day("2026-06-20"), status: "optedOut" });
    expect(findPensionMembership(app.db, priya, day("2026-06-10"))).toMatchObject({ employeeBasisPoints: 500, employerBasisPoints: 300 });
    expect(findPensionMembership(app.db, priya, day("2026-06-20"))).toMatchObject({ employeeBasisPoints: 0, employerBasisPoints: 0 });
  });

  it("takes a loan from its start notice to its stop notice", async () => {
    await app.value("employment.addLoanNotice", { engagementId: priya, kind: "plan2", fromOn: day("2026-06-01") });
    const [notice] = listLoanNotices(app.db, priya, day("2026-06-10"));
    await app.value("employment.stopLoanNotice", { loanNoticeId: notice?.id ?? "", toOn: day("2026-08-31") });
    const loansOn = (on: string) => listLoanNotices(app.db, priya, day(on)).map(({ kind }) => kind);
    expect([loansOn("2026-05-31"), loansOn("2026-08-31"), loansOn("2026-09-01")]).toEqual([[], ["plan2"], []]);
  });

  it("asks for a second look at changed bank details, but not at the first ones", async () => {
    const needs = async () => (await app.value("employment.getAssistant", { id: priya })).needs;
    expect(await needs()).toEqual([]);
    const { warnings } = await app.value("employment.changeBankDetails", {
      engagementId: priya,
      fromOn: day("2026-06-08"),
      accountName: "Priya Nair",
      sortCode: "00 00 99",
      accountNumber: "1234567",
    });
    expect(warnings[0]).toContain("ring Priya on a number you already know");
    const details = findBankDetails(app.db, priya, day("2026-06-10"));
    expect(details).toMatchObject({ sortCode: "00-00-99", accountNumber: "01234567", checkedOn: null });
    expect((await needs())[0]).toContain("bank details changed on 8 June 2026");
    await app.value("employment.checkBankDetails", { bankDetailsId: details?.id ?? "", how: "Rang and read them back" });
    expect(await needs()).toEqual([]);
    expect(findBankDetails(app.db, priya, day("2026-06-07"))?.accountNumber).toBe("00012345");
  });
});

describe("after a payday is finished", () => {
  beforeEach(givenFinishedPayslip);

  it("refuses a rate that starts inside time already paid for, and says which day is free", async () => {
    const change = { engagementId: priya, kindOfTimeId: household.kindOfTimeIds.weekday, ratePence: pence(1500) };
    expect(await app.run("employment.changePayRate", { ...change, fromOn: day("2026-05-03") })).toEqual({
      ok: false,
      error: {
        code: "notAllowed",
        reason: "Pay for work up to 3 May 2026 is finished, and finished payslips never change.",
        lines: ["Choose a day after 3 May 2026.", "If an earlier payslip was wrong, put the difference right in the next pay run."],
      },
    });
    expect(await app.run("employment.changePayRate", { ...change, fromOn: day("2026-05-04") })).toMatchObject({ ok: true });
  });

  it("refuses a tax code from a finished payday, takes it from the day after", async () => {
    const change = { engagementId: priya, taxCode: "BR", source: "HMRC coding notice" };
    expect(await app.run("employment.changeTaxCode", { ...change, fromOn: day("2026-05-08") })).toMatchObject({
      ok: false,
      error: { code: "notAllowed" },
    });
    expect(await app.run("employment.changeTaxCode", { ...change, fromOn: day("2026-05-09") })).toMatchObject({ ok: true });
    expect(findTaxSetting(app.db, priya, day("2026-05-08"))?.taxCode).toBe("1257L");
  });

  it("lets someone who was not in that pay run change freely", async () => {
    const change = { engagementId: household.assistants.tom, taxCode: "BR", source: "HMRC coding notice", fromOn: day("2026-05-08") };
    expect(await app.run("employment.changeTaxCode", change)).toMatchObject({ ok: true });
  });

  it("keeps pay periods and the holder, while references may change", async () => {
    const { employer } = await app.value("employment.getEmployer", {});
    if (!employer) throw new Error("no employer");
    expect(await app.run("employment.saveEmployer", { ...employer, payFrequency: "monthly" })).toMatchObject({
      ok: false,
      error: { reason: "Wages have been paid on these pay periods, so they stay as they are." },
    });
    const saved = await app.value("employment.saveEmployer", { ...employer, payeReference: "120 / zz99" });
    expect(saved.employer).toMatchObject({ payeReference: "120/ZZ99", payFrequency: "fourWeekly" });
    expect(await app.run("people.saveHousehold", { holder: { kind: "self" } })).toMatchObject({
      ok: false,
      error: { code: "notAllowed", reason: "The holder is the legal employer, and wages have been paid under this one." },
    });
  });
});

describe("the end of a job", () => {
  it("keeps the record, marks the person as having left and stops asking for things", async () => {
    await app.value("employment.endEngagement", { id: priya, endOn: day("2026-06-09"), reason: "Moved away" });
    const record = await app.value("employment.getAssistant", { id: priya });
    expect(record).toMatchObject({ isCurrent: false, needs: [], engagement: { endOn: "2026-06-09", endReason: "Moved away" } });
    expect(record.payRates.length).toBeGreaterThan(0);
  });

  it("refuses a last day before the first", async () => {
    expect(await app.run("employment.endEngagement", { id: priya, endOn: day("2025-02-02"), reason: "Slip" })).toMatchObject({
      ok: false,
      error: { fields: { endOn: "The last day cannot be before the first day, 3 February 2025" } },
    });
  });

  it("says that a personal assistant is not there", async () => {
    expect(await app.run("employment.getAssistant", { id: household.budgetId })).toEqual({
      ok: false,
      error: { code: "notFound", what: "personal assistant" },
    });
  });
});

describe("checks", () => {
  it("keeps every check and warns 60 days before a right to work ends", async () => {
    await app.value("employment.recordCheck", {
      engagementId: priya,
      kind: "rightToWork",
      checkedOn: day("2026-06-01"),
      untilOn: day("2026-08-01"),
      reference: "Share code seen",
    });
    const record = await app.value("employment.getAssistant", { id: priya });
    expect(record.checks.filter(({ kind }) => kind === "rightToWork")).toHaveLength(2);
    expect(record.needs).toEqual(["Priya's right to work ends on 1 August 2026. Check it again."]);
  });

  it("does not take a check from the future", async () => {
    const check = { engagementId: priya, kind: "dbs" as const, checkedOn: day("2026-06-11") };
    expect(await app.run("employment.recordCheck", check)).toMatchObject({
      ok: false,
      error: { fields: { checkedOn: expect.stringContaining("future") } },
    });
  });
});
