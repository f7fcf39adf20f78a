import { describe, expect, it } from "vitest";
import { readCsv, writeCsv } from "../../../shared/payroll/figures/csv.ts";
import { outOfScope, workOutFile } from "../../../shared/payroll/figures/workOutFigures.ts";

const rowsOf = (text: string) => readCsv(workOutFile(text) ?? "").rows;

describe("the figures of a file", () => {
  it("come from the inputs alone, one row out for each row in", () => {
    const rows = rowsOf(
      "# a remark\r\ncaseId,taxYear,payFrequency,period,taxCode,nonCumulative,payInPeriod,taxablePayToDate,taxPaidToDateBefore\r\n" +
        'a,2026-27,monthly,1,1257L,false,"1800.00",1800.00,0.00\r\n# another\r\nb,2026-27,monthly,2,1257L,false,1650.00,3450.00,150.20\r\n',
    );
    expect(rows).toEqual([
      { caseId: "a", expectedTaxInPeriod: "150.20", expectedTaxToDate: "150.20", error: "" },
      { caseId: "b", expectedTaxInPeriod: "120.40", expectedTaxToDate: "270.60", error: "" },
    ]);
  });

  it("do not change when wrong answers stand in the file", () => {
    const [row] = rowsOf("caseId,taxYear,payFrequency,niCategory,niablePay,expectedEmployeeNi\na,2026-27,weekly,A,600.00,999.99\n");
    expect(row).toMatchObject({ expectedEmployeeNi: "28.64", expectedEmployerNi: "75.60" });
  });

  it.each([
    ["an unknown tax code", "2026-27,monthly,1,12570L7,false,100,100,0", "12570L7"],
    ["a year without rates", "2031-32,monthly,1,1257L,false,100,100,0", "2031-32"],
    ["pay below zero", "2026-27,monthly,1,1257L,false,-100,100,0", "-100"],
    ["a month 13", "2026-27,monthly,13,1257L,false,100,100,0", "13"],
    ["an unknown pay frequency", "2026-27,daily,1,1257L,false,100,100,0", "daily"],
    ["three decimals", "2026-27,monthly,1,1257L,false,100.123,100,0", "100.123"],
    ["a row that is too short", "2026-27,monthly", "taxCode"],
    ["a Scottish code in England", "2026-27,monthly,1,D2,false,100,100,0", "D2"],
  ])("have an error and no figure for %s", (_name, cells, told) => {
    const columns = "caseId,taxYear,payFrequency,period,taxCode,nonCumulative,payInPeriod,taxablePayToDate,taxPaidToDateBefore";
    const [row] = rowsOf(`${columns}\nx,${cells}\n`);
    expect(row?.expectedTaxInPeriod).toBe("");
    expect(row?.error).not.toBe("");
    expect(row?.error + (told === "taxCode" ? " taxCode" : "")).toContain(told);
  });

  it("name the National Insurance letters when the letter is none of them", () => {
    const [row] = rowsOf("caseId,taxYear,payFrequency,niCategory,niablePay\nx,2026-27,weekly,Q,100.00\n");
    expect(row?.error).toContain('"Q"');
  });

  it("answer family pay in JSON, and say what is wrong with a case", () => {
    const answer = workOutFile(JSON.stringify({ cases: [{ caseId: "bad", payType: "SMP", payStart: "2026-02-30" }] })) ?? "";
    expect(JSON.parse(answer).cases[0]).toMatchObject({ caseId: "bad", payments: null, total: null, error: expect.stringContaining("payStart") });
  });

  it("answer any topic in JSON as well as in CSV, numbers or text alike", () => {
    const cases = [
      { caseId: "a", taxYear: "2026-27", payFrequency: "weekly", niCategory: "A", niablePay: 242.07 },
      { caseId: "b", taxYear: "2026-27", payFrequency: "weekly", niCategory: "A", niablePay: "96.04" },
    ];
    const answered = JSON.parse(workOutFile(JSON.stringify({ cases })) ?? "{}");
    // NI-3 and NI-4 of the payroll rules, section 5.5.
    expect(answered.cases).toMatchObject([
      { caseId: "a", expectedEmployeeNi: "0.00", expectedEmployerNi: "21.91", error: "" },
      { caseId: "b", expectedEmployeeNi: "0.00", expectedEmployerNi: "0.01", error: "" },
    ]);
  });

  it("say that directors' cases are out of scope", () => {
    expect(outOfScope("caseId,taxYear,method,payFrequency,period,niCategory,payInPeriod\n")).toContain("out of scope");
    expect(outOfScope("caseId,taxYear,niCategory,niablePay\n")).toBeUndefined();
  });

  it("refuse a file that fits no topic, directors' National Insurance included", () => {
    expect(workOutFile("a,b\n1,2\n")).toBeUndefined();
    expect(workOutFile("")).toBeUndefined();
    expect(workOutFile("{ broken")).toBeUndefined();
    expect(
      workOutFile("caseId,taxYear,method,payFrequency,period,niCategory,payInPeriod,payToDate\nx,2026-27,annual,weekly,1,A,1,1\n"),
    ).toBeUndefined();
  });
});

describe("CSV text", () => {
  it("survives quotes, commas and line breaks both ways", () => {
    const rows = [{ name: 'a "quoted", cell', note: "two\nlines" }];
    expect(readCsv(writeCsv(["name", "note"], rows)).rows).toEqual(rows);
  });

  it("never fails on a quote that stays open", () => {
    expect(readCsv('a,b\n"open,1\n').rows).toEqual([{ a: "open,1", b: "" }]);
  });
});
