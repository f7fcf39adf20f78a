import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { irMarkOf } from "../../../../shared/payroll/rti/irMark.ts";
import { buildNinoVerification, ninoVerificationXml } from "../../../../shared/payroll/rti/ninoVerification.ts";
import { anEmployee, anEmployer } from "../../../support/rtiFacts.ts";
import { schemaErrors } from "../../../support/rtiSchemas.ts";

const today = plainDate("2026-05-01");
const requestOf = (change: Parameters<typeof anEmployee>[0], on = today) => buildNinoVerification(anEmployer(), [anEmployee(change)], on);
const codesOf = (change: Parameters<typeof anEmployee>[0]) => {
  const verdict = requestOf(change);
  return verdict.ok ? [] : verdict.problems.map(({ code, field }) => [code, field]);
};

describe("National Insurance number verification request", () => {
  it("asks for one or more employees, and is valid", () => {
    const verdict = buildNinoVerification(
      anEmployer(),
      [anEmployee({ nationalInsuranceNumber: null, title: "Ms" }), anEmployee({ firstName: "Tom" })],
      today,
    );
    if (!verdict.ok) throw new Error("refused");
    const { xml, irMark } = ninoVerificationXml(verdict.value);
    expect(schemaErrors(xml)).toEqual([]);
    expect(irMarkOf(xml)).toEqual(irMark);
    expect(xml).toContain("<Class>HMRC-PAYE-RTI-NVR</Class>");
    expect(xml).toContain("<EmpRefs><OfficeNo>123</OfficeNo><PayeRef>AB456</PayeRef><AORef>123PA00012345</AORef></EmpRefs>");
    expect(xml).toContain(
      "<Employee><EmployeeDetails><Name><Ttl>Ms</Ttl><Fore>Priya</Fore><Sur>Example</Sur></Name><Address><Line>1 Example Street</Line><Line>Exampletown</Line>" +
        "<UKPostcode>ZZ99 9ZZ</UKPostcode></Address><BirthDate>1990-03-14</BirthDate><Gender>F</Gender></EmployeeDetails>" +
        "<Employment><PayId>PA-001</PayId></Employment></Employee>",
    );
    expect(xml).toContain("<NINO>AB123456C</NINO><Name><Fore>Tom</Fore>");
    expect(ninoVerificationXml(verdict.value, true).xml).toContain("<GatewayTest>1</GatewayTest>");
    expect(xml).toContain("<GatewayTest>0</GatewayTest>");
  });

  it.each([
    ["2026-04-05", "2026-04-05"],
    ["2026-04-06", "2027-04-05"],
  ])("sent on %s ends its period on %s", (on, end) => {
    const verdict = requestOf({}, plainDate(on));
    expect(verdict.ok && verdict.value.periodEnd).toBe(end);
  });

  it("refuses what HMRC would refuse, for every employee at once", () => {
    expect(codesOf({ nationalInsuranceNumber: null, address: "Exampletown" })).toEqual([["7823", "employees.0.address"]]);
    expect(codesOf({ dateOfBirth: null })).toEqual([["7907", "employees.0.dateOfBirth"]]);
    expect(codesOf({ gender: null })).toEqual([["schema", "employees.0.gender"]]);
    expect(codesOf({ payrollNumber: " " })).toEqual([["schema", "employees.0.payrollNumber"]]);
    const two = buildNinoVerification(anEmployer({ payeReference: null }), [anEmployee({ gender: null }), anEmployee({ lastName: "9" })], today);
    expect(two.ok ? [] : two.problems.map(({ field, who }) => [field, who])).toEqual([
      ["employer.payeReference", null],
      ["employees.0.gender", "Priya Example"],
      ["employees.1.lastName", "Priya 9"],
    ]);
    expect(two.ok ? "" : two.problems[1]?.rule).toBe("HMRC needs the sex of everybody asked for, as HMRC holds it: F or M.");
    expect(two.ok ? "" : two.problems[1]?.wayOut).toBe("Ask the assistant what HMRC has on its records, and put it in.");
  });
});
