import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HmrcPayday, PaydaySheet } from "../../../shared/contract/hmrcAnswers.ts";
import { type GivenPaidMonth, giveAddress, givenPaidMonth, on, secondRun } from "./givenPaidMonth.ts";

let given: GivenPaidMonth;
beforeEach(async () => {
  given = await givenPaidMonth();
  given.app.setToday("2026-05-07");
}, 60_000);
afterEach(() => given.close());

const payday = (payRunId = given.payRunId): Promise<HmrcPayday> => given.app.value("hmrc.getPayday", { payRunId });
const sheetOf = ({ sheets }: HmrcPayday, engagementId: string): PaydaySheet => {
  const sheet = sheets.find((each) => each.engagementId === engagementId);
  if (!sheet) throw new Error("They are not on this payday");
  return sheet;
};
const told = (toldOn = "2026-05-07", more: object = {}) =>
  given.app.raw("hmrc.recordTold", { kind: "fps", payRunId: given.payRunId, toldOn, ...more });
const shownBy = (sheet: PaydaySheet) => sheet.shown.map(({ item, label, value }) => ({ item, label, typed: value }));

describe("a payday to tell HMRC", () => {
  it("has a keying sheet for each person, with HMRC's numbers and the year to date beside", async () => {
    const answer = await payday();
    expect(answer).toMatchObject({ payday: "2026-05-08", taxYear: "2026-27", isLate: false, isAgreed: false, toldOn: null, finalSubmission: null });
    const { payment, shown } = sheetOf(answer, given.priya);
    expect(payment.find(({ item }) => item === "58")).toMatchObject({ value: "2176.00", yearToDate: "2176.00", toDateItem: "41A" });
    expect(shown.map(({ item }) => item)).toEqual(["68", "86B", "86A", "67", "195", "59", ""]);
  });

  it("traces each amount to its explanation and each year to date to its payslips", async () => {
    await giveAddress(given.app, given.tom);
    const first = sheetOf(await payday(), given.priya);
    const second = sheetOf(await payday(await secondRun(given)), given.priya);
    const pay = second.payment.find(({ item }) => item === "58");
    // 40 hours at £13.60 on top of £2,176.00.
    expect(pay).toMatchObject({ value: "544.00", yearToDate: "2720.00" });
    expect(pay?.explained?.amount).toBe(544_00);
    expect(pay?.toDate?.parts).toEqual([
      { payslipId: first.payslipId, payday: "2026-05-08", name: "Priya Nair", amount: 2_176_00 },
      { payslipId: second.payslipId, payday: "2026-06-05", name: "Priya Nair", amount: 544_00 },
    ]);
    expect(pay?.toDate?.explained.lines.map(({ text }) => text)).toEqual(["Paid 8 May: £2,176.00.", "Paid 5 Jun: £544.00."]);
  });

  it("names what HMRC would refuse, the value, the rule, the way out, and where to mend it", async () => {
    const { problems } = await payday();
    expect(problems.map(({ code, engagementId, mendAt }) => ({ code, engagementId, mendAt }))).toEqual([
      { code: "7829", engagementId: given.tom, mendAt: "assistant" },
    ]);
    expect(problems[0]?.who).toBe("Tom Reyes");
    expect(problems[0]?.rule).toMatch(/address/);
    expect(problems[0]?.wayOut).not.toBe("");
  });

  it("makes no XML file while HMRC would refuse it, and says each reason; the figures are shown all the same", async () => {
    const refused = await given.app.run("documents.fpsXml", { payRunId: given.payRunId });
    expect(refused).toMatchObject({ ok: false, error: { code: "notAllowed", reason: "HMRC would refuse this, so no file is made yet." } });
    expect(refused.ok || (refused.error.code === "notAllowed" && refused.error.lines)).toEqual([expect.stringMatching(/^Tom Reyes: .*address/)]);
    await giveAddress(given.app, given.tom);
    const { fileName, mediaType, base64 } = await given.app.value("documents.fpsXml", { payRunId: given.payRunId });
    expect([fileName, mediaType]).toEqual(["FPS 2026-05-08.xml", "application/xml"]);
    expect(Buffer.from(base64, "base64").toString()).toContain("<TaxablePay>2176.00</TaxablePay>");
  });

  it("is refused for a run that is not finished or was taken back", async () => {
    const draft = await given.start(2);
    expect(await given.app.run("hmrc.getPayday", { payRunId: draft })).toMatchObject({
      ok: false,
      error: { reason: "This pay run is not finished." },
    });
    await given.app.value("pay.withdrawRun", { payRunId: given.payRunId, reason: "A shift was wrong" });
    expect(await given.app.run("hmrc.getPayday", { payRunId: given.payRunId })).toMatchObject({
      ok: false,
      error: { reason: "This pay run was taken back, so there is nothing to tell." },
    });
    expect(await given.app.value("hmrc.listPaydays", {})).toEqual([]);
  });

  it("says which ways of telling fit the employer, and that the program sends nothing", async () => {
    expect((await payday()).route).toMatchObject({ filingRoute: "basicPayeTools", hasKeyingSheet: true, hasXml: false, hasPaperForms: false });
    expect((await payday()).route.words).toContain("Plan & Payday sends nothing to HMRC.");
    given.app.db.prepare("UPDATE employer SET filing_route = 'otherSoftware'").run();
    expect((await payday()).route).toMatchObject({ hasKeyingSheet: true, hasXml: true, hasPaperForms: false });
    given.app.db.prepare("UPDATE employer SET filing_route = 'paper'").run();
    expect((await payday()).route).toMatchObject({ hasKeyingSheet: false, hasXml: false, hasPaperForms: true });
    expect((await payday()).route.words).toContain("HMRC has to agree to that first");
    given.app.db.prepare("UPDATE employer SET paper_filing_agreed_on = '2026-04-01'").run();
    expect((await payday()).route.words).toContain("as agreed on 1 April 2026");
  });
});

describe("typing back what HMRC's tool shows", () => {
  it("agrees to the penny and is kept with the payday; when everybody's agrees, the payday is agreed", async () => {
    const answer = await payday();
    for (const [index, { engagementId }] of answer.sheets.entries()) {
      const typed = shownBy(sheetOf(answer, engagementId));
      const result = await given.app.value("hmrc.typeBack", { payRunId: given.payRunId, engagementId, figures: typed });
      expect(result).toMatchObject({ agrees: true, isSaved: true, words: "All 7 figures agree." });
      expect((await payday()).isAgreed).toBe(index === answer.sheets.length - 1);
    }
    expect(sheetOf(await payday(), given.priya).typedBack).toHaveLength(7);
  });

  it("names a difference with both amounts and keeps nothing", async () => {
    const sheet = sheetOf(await payday(), given.priya);
    const figures = shownBy(sheet).map((figure) => (figure.item === "86B" ? { ...figure, typed: "1.00" } : figure));
    const ours = sheet.shown.find(({ item }) => item === "86B")?.value ?? "";
    const result = await given.app.value("hmrc.typeBack", { payRunId: given.payRunId, engagementId: given.priya, figures });
    expect(result).toMatchObject({ agrees: false, isSaved: false });
    expect(result.words).toContain("Employee National Insurance");
    expect(result.figures.find(({ answer }) => answer === "differs")?.words).toContain(`you typed £1.00, we have £${ours}`);
    expect(sheetOf(await payday(), given.priya).typedBack).toBeNull();
    expect((await payday()).submissions).toEqual([]);
  });

  it("can be done after the payday was told too", async () => {
    await told();
    const sheet = sheetOf(await payday(), given.tom);
    await given.app.value("hmrc.typeBack", { payRunId: given.payRunId, engagementId: given.tom, figures: shownBy(sheet) });
    expect((await payday()).toldOn).toBe("2026-05-07");
    expect(sheetOf(await payday(), given.tom).typedBack).toHaveLength(7);
    expect((await payday()).submissions).toHaveLength(1);
  });

  it("is refused for somebody who is not on the payday", async () => {
    const refused = await given.app.run("hmrc.typeBack", {
      payRunId: given.payRunId,
      engagementId: given.household.employerId,
      figures: [{ item: "68", label: "Tax deducted or refunded", typed: "0.00" }],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: "notFound" } });
  });
});

describe("saying that a payday was told", () => {
  it("keeps the day and the figures as they stood, and lists them", async () => {
    await giveAddress(given.app, given.tom);
    expect(await told()).toMatchObject({
      ok: true,
      value: { kind: "fps", toldOn: "2026-05-07", words: "Full Payment Submission of the payday 8 May 2026, 2 people." },
    });
    expect((await payday()).toldOn).toBe("2026-05-07");
    const [only, ...others] = await given.app.value("hmrc.listSubmissions", { taxYear: "2026-27" });
    expect(others).toEqual([]);
    expect(only?.irMark).toMatch(/^[A-Z2-7]{32}$/);
    expect(await given.app.value("hmrc.listSubmissions", { taxYear: "2025-26" })).toEqual([]);
    expect(() => given.app.db.prepare("UPDATE hmrc_submission SET figures_json = '{}'").run()).toThrow("what was told to HMRC is never edited");
    expect(() => given.app.db.prepare("DELETE FROM hmrc_submission").run()).toThrow("what was told to HMRC is never deleted");
  });

  it("tells a start until it was told, and never again", async () => {
    await giveAddress(given.app, given.tom);
    const startOf = (answer: HmrcPayday) => sheetOf(answer, given.tom).details.some(({ item }) => item === "24");
    await given.works(given.tom, "2026-05-04", 1);
    const second = await secondRun(given);
    expect(startOf(await payday())).toBe(true);
    expect(startOf(await payday(second))).toBe(true);
    expect((await payday(second)).notices[0]).toContain("The payday of 8 May 2026 is not marked as told yet.");
    await told();
    expect(startOf(await payday())).toBe(true);
    expect(startOf(await payday(second))).toBe(false);
    expect((await payday(second)).notices).toEqual([]);
  });

  it("is refused for a day to come, and a second time unless it is a correction", async () => {
    expect(await told("2026-05-08")).toMatchObject({ ok: false, error: { fields: { toldOn: "Choose today or a day before" } } });
    expect(await told("2026-05-07", { isCorrection: true })).toMatchObject({
      ok: false,
      error: { reason: "This payday was not told yet, so there is nothing to correct." },
    });
    await told();
    expect(await told()).toMatchObject({ ok: false, error: { reason: "This payday was told on 7 May 2026." } });
    given.app.setToday("2026-05-20");
    expect(await told("2026-05-20", { isCorrection: true })).toMatchObject({
      ok: true,
      value: { words: "Corrected Full Payment Submission of the payday 8 May 2026, 2 people." },
    });
    const { submissions } = await payday();
    expect(submissions.map(({ toldOn }) => toldOn)).toEqual(["2026-05-20", "2026-05-07"]);
    expect(submissions[0]?.correctsId).toBe(submissions[1]?.id);
    // A correction has late reason H, and does not tell the start again.
    expect(sheetOf(await payday(), given.tom).lateReason).toBe("H");
    const row = given.app.db.prepare("SELECT figures_json AS json FROM hmrc_submission WHERE told_on = '2026-05-20'").get() as { json: string };
    expect(JSON.parse(row.json).fullPaymentSubmission.employees.map(({ starter }: { starter: unknown }) => starter)).toEqual([null, null]);
  });

  it("asks for the reason when it was late, and refuses one when it was not", async () => {
    expect(await told("2026-05-07", { lateReason: "G" })).toMatchObject({
      ok: false,
      error: { fields: { lateReason: expect.stringContaining("needs no reason for being late") } },
    });
    given.app.setToday("2026-05-09");
    expect((await payday()).isLate).toBe(true);
    await told("2026-05-09", { lateReason: "G" });
    const answer = await payday();
    expect(answer.isLate).toBe(false);
    expect(answer.sheets.map(({ lateReason }) => lateReason)).toEqual(["G", "G"]);
    expect(sheetOf(answer, given.priya).payment.find(({ item }) => item === "154")?.value).toBe("G (reasonable excuse)");
  });

  it("on the very payday is in time", async () => {
    given.app.setToday("2026-05-08");
    expect((await payday()).isLate).toBe(false);
    expect(await told("2026-05-08", { lateReason: "G" })).toMatchObject({ ok: false });
    expect(await told("2026-05-08")).toMatchObject({ ok: true });
  });

  it("is kept too when HMRC would have refused the figures, without a mark: another way of telling may have been used", async () => {
    expect(await told()).toMatchObject({ ok: true, value: { irMark: null } });
  });

  it("keeps a request about a National Insurance number", async () => {
    const value = await given.app.value("hmrc.recordTold", { kind: "ninoVerification", engagementIds: [given.tom], toldOn: on("2026-05-07") });
    expect(value.words).toBe("Request to check the National Insurance number of 1 person.");
    await giveAddress(given.app, given.tom);
    const file = await given.app.value("documents.ninoVerificationXml", { engagementIds: [given.tom] });
    expect(Buffer.from(file.base64, "base64").toString()).toContain("NINOverificationRequest");
  });
});

describe("the last payday of a tax year", () => {
  it("is the final submission, and an earlier one is not", async () => {
    expect((await payday()).finalSubmission).toBeNull();
    // Of a scheme that closes, the newest payday of the year is the last.
    given.app.db.prepare("UPDATE employer SET scheme_ceased_on = '2026-05-06'").run();
    expect((await payday()).finalSubmission).toEqual({ because: "schemeCeased", ceasedOn: "2026-05-06" });
    await secondRun(given);
    expect((await payday()).finalSubmission).toBeNull();
  });
});
