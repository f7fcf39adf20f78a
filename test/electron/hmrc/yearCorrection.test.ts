import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes } from "../../../shared/core/minutes.ts";
import { readPdf } from "../../support/readPdf.ts";
import { schemaErrors } from "../../support/rtiSchemas.ts";
import { brokenRules } from "../../support/schematron.ts";
import { type GivenPaidMonth, givenPaidMonth } from "./givenPaidMonth.ts";

const taxYear = "2026-27";
const today = "2027-05-10";
let given: GivenPaidMonth;
beforeEach(async () => {
  given = await givenPaidMonth();
  given.app.setToday(today);
}, 60_000);
afterEach(() => given.close());

/** Ten hours more for Priya, found after the tax year closed. */
async function correctAfterTheYear(): Promise<string> {
  const { finished } = await given.app.value("pay.getRun", { payRunId: given.payRunId });
  const payslip = finished?.payslips.find(({ engagementId }) => engagementId === given.priya);
  const [line] = payslip?.result.payLines ?? [];
  await given.app.value("pay.correctPayslip", {
    payslipId: payslip?.id ?? "",
    reason: "Ten hours were left out",
    facts: { lines: [{ index: 0, minutes: minutes((line?.minutes ?? 0) + 600) }] },
    payRunId: null,
  });
  return payslip?.id ?? "";
}

describe("a payslip of a closed tax year put right", () => {
  it("is told with one submission of the right year to date and nothing in the period, which HMRC's schema and rules take", async () => {
    expect(await given.app.run("documents.yearCorrectionXml", { taxYear })).toMatchObject({
      ok: false,
      error: { reason: "No payslip of 2026-27 was corrected after the year closed." },
    });
    await correctAfterTheYear();
    const { fileName, base64 } = await given.app.value("documents.yearCorrectionXml", { taxYear });
    expect(fileName).toBe("FPS correction 2026-27.xml");
    const xml = Buffer.from(base64, "base64").toString("utf8");
    expect(schemaErrors(xml)).toEqual([]);
    expect(brokenRules("2026-27/FullPaymentSubmission-2027-v1-0.sch", xml, today)).toEqual([]);
    // £2,176.00 and ten hours at £13.60.
    expect(/<FiguresToDate>.*?<TaxablePay>([\d.]+)/s.exec(xml)?.[1]).toBe("2312.00");
    expect(xml).toContain("<LateReason>H</LateReason>");
    expect(xml).toContain("<PmtDate>2027-04-05</PmtDate>");
    // Only those whose year was wrong.
    expect(xml.match(/<Employee>/g)).toHaveLength(1);
  });

  it("stands in P60, P11 and P32 and in the trace of the person's year, with the same payslip behind it", async () => {
    const payslipId = await correctAfterTheYear();
    const { figures } = await given.app.value("hmrc.getPersonYear", { engagementId: given.priya, taxYear });
    expect(figures.find(({ label }) => label === "Pay in this employment")?.total).toMatchObject({
      explained: { amount: 2_312_00 },
      parts: [{ payslipId, amount: 2_312_00 }],
    });
    const file = await given.app.value("documents.p60Pdf", { engagementId: given.priya, taxYear });
    expect((await readPdf(Buffer.from(file.base64, "base64"))).text).toContain("£2,312.00");
    const { months, totals } = await given.app.value("hmrc.getYear", { taxYear });
    expect(totals.incomeTax).toBe(figures.find(({ label }) => label === "Tax in this employment")?.total.explained.amount);
    expect(months[1]?.incomeTax.parts[0]?.payslipId).toBe(payslipId);
  });
});
