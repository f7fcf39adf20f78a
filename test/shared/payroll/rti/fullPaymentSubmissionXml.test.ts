import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { fullPaymentSubmissionXml } from "../../../../shared/payroll/rti/fullPaymentSubmissionXml.ts";
import { irMarkOf } from "../../../../shared/payroll/rti/irMark.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import { anEmployee, anEmployeePayment, aPayslip, aSubmission } from "../../../support/rtiFacts.ts";
import { canonicalXml, rtiFile, schemaErrors } from "../../../support/rtiSchemas.ts";
import { brokenRules } from "../../../support/schematron.ts";

const rules = "2026-27/FullPaymentSubmission-2027-v1-0.sch";

describe("HMRC's schemas and rules as the tests run them", () => {
  it("pass the written examples on the day they were checked", () => {
    expect(schemaErrors(rtiFile("2026-27/example-fps.xml"))).toEqual([]);
    expect(brokenRules(rules, rtiFile("2026-27/example-fps.xml"), "2026-11-21")).toEqual([]);
    expect(schemaErrors(rtiFile("2026-27/example-eps.xml"))).toEqual([]);
    expect(brokenRules("2026-27/EmployerPaymentSummary-2027-v1-0.sch", rtiFile("2026-27/example-eps.xml"), "2026-11-21")).toEqual([]);
  });
});

describe("Full Payment Submission as XML", () => {
  it("is valid", () => {
    const { xml, irMark } = fullPaymentSubmissionXml(aSubmission());
    expect(schemaErrors(xml)).toEqual([]);
    expect(brokenRules(rules, xml, "2026-05-01")).toEqual([]);
    expect(irMarkOf(xml)).toEqual(irMark);
    expect(xml).toContain(`<IRmark Type="generic">${irMark.base64}</IRmark>`);
    expect(canonicalXml(xml)).toBe(xml.replace(/^<\?xml[^>]*\?>\n/, "").trimEnd());
  });

  it("holds the written example, word for word, from the facts behind it", () => {
    const payday = plainDate("2026-04-30");
    const payslip = aPayslip({
      payday,
      periodFrom: plainDate("2026-04-06"),
      periodTo: payday,
      payFrequency: "monthly",
      payLines: [aPayLine(pence(1_500_00))],
    });
    const employee = anEmployee({
      firstName: "Example",
      lastName: "Person",
      dateOfBirth: plainDate("1990-01-01"),
      startOn: plainDate("2026-04-06"),
      starterKind: "declarationB",
      isNewToHmrc: true,
      contractedMinutesPerWeek: minutes(25 * 60),
    });
    const { xml } = fullPaymentSubmissionXml(aSubmission({ today: payday, employees: [anEmployeePayment({ employee, payslips: [payslip] })] }));
    const content = (text: string) => /<FullPaymentSubmission>.*<\/FullPaymentSubmission>/s.exec(text)?.[0].replace(/>\s+</g, "><");
    expect(content(xml)).toBe(content(rtiFile("2026-27/example-fps.xml")));
  });
});
