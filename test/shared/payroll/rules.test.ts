import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../shared/core/minutes.ts";
import { decimalPounds, pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { costByPlanLine } from "../../../shared/payroll/cost/costByPlanLine.ts";
import { hmrcPaymentReference, hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { starterTaxCode } from "../../../shared/payroll/incomeTax/starterDeclaration.ts";
import { parseTaxCode } from "../../../shared/payroll/incomeTax/taxCode.ts";
import { taxMonthOf, taxPeriodOf, taxWeekOf } from "../../../shared/payroll/incomeTax/taxPeriod.ts";
import { calculateEmploymentAllowance } from "../../../shared/payroll/nationalInsurance/employmentAllowance.ts";
import {
  checkNationalInsuranceCategory,
  suggestNationalInsuranceCategory,
} from "../../../shared/payroll/nationalInsurance/nationalInsuranceCategory.ts";
import { statePensionDate } from "../../../shared/payroll/nationalInsurance/statePensionAge.ts";
import { calculateCouncilTaxAttachment } from "../../../shared/payroll/orders/councilTaxAttachment.ts";
import { calculateDirectEarningsAttachment } from "../../../shared/payroll/orders/directEarningsAttachment.ts";
import { nextPayPeriod, payPeriodAt } from "../../../shared/payroll/payRun/payRun.ts";
import { assessPension } from "../../../shared/payroll/pension/pensionAssessment.ts";
import { taxYear2026 } from "../../../shared/rates/2026-27.ts";
import { aPayLine } from "../../support/payslipBuilders.ts";
import { penceOf } from "../rates/ratesFixture.ts";

const day = plainDate;

describe("tax weeks and months", () => {
  it.each([
    ["2026-04-06", 1, 1],
    ["2026-04-12", 1, 1],
    ["2026-04-13", 2, 1],
    ["2026-05-05", 5, 1],
    ["2026-05-06", 5, 2],
    ["2027-01-05", 40, 9],
    ["2027-04-05", 53, 12],
  ])("%s is tax week %i and tax month %i", (on, week, month) => {
    expect([taxWeekOf(day(on)), taxMonthOf(day(on))]).toEqual([week, month]);
  });

  it("four-weekly pay uses the last week of its four, even on the first payday of the year", () => {
    expect(taxPeriodOf(day("2026-04-10"), "fourWeekly")).toMatchObject({ table: "weekly", number: 4, span: 4, isExtraPayday: false });
    expect(taxPeriodOf(day("2026-04-10"), "fortnightly")).toMatchObject({ number: 2, span: 2 });
  });

  it.each([
    ["weekly" as const, 53],
    ["fortnightly" as const, 54],
    ["fourWeekly" as const, 56],
  ])("a %s payday on 5 April is an extra one, week %i", (frequency, number) => {
    expect(taxPeriodOf(day("2027-04-05"), frequency)).toMatchObject({ number, isExtraPayday: true, taxYear: "2026-27" });
  });
});

describe("tax codes", () => {
  it.each([
    ["1257L", { kind: "freePay", number: 1257, region: "restOfUk", isWeek1Month1: false }],
    [" s1257l ", { kind: "freePay", number: 1257, region: "scotland" }],
    ["C0T", { kind: "freePay", number: 0, region: "wales" }],
    ["1257L W1", { kind: "freePay", number: 1257, isWeek1Month1: true }],
    ["1257LM1", { isWeek1Month1: true }],
    ["1257L W1/M1", { isWeek1Month1: true }],
    ["BRX", { kind: "flat", flat: "BR", isWeek1Month1: true }],
    ["SK585", { kind: "addition", number: 585, region: "scotland" }],
    ["SD3", { kind: "flat", flat: "D3" }],
    ["NT", { kind: "noTax" }],
  ])("%s is read", (text, expected) => {
    const verdict = parseTaxCode(text);
    expect(verdict.ok && verdict.value).toMatchObject(expected);
  });

  it.each(["", "12570L7", "L1257", "D2", "CD3", "K", "K0", "1257", "SNT", "123456L", "XYZ"])("%s is refused with the way out", (text) => {
    const verdict = parseTaxCode(text);
    expect(verdict.ok ? [] : verdict.problems).toEqual([
      expect.objectContaining({ field: "taxCode", value: text, wayOut: expect.stringMatching(/./) }),
    ]);
  });

  it("of a new starter follow the checklist", () => {
    const codeOf = (kind: Parameters<typeof starterTaxCode>[0]) => starterTaxCode(kind, taxYear2026);
    expect(codeOf("declarationA")).toMatchObject({ code: "1257L", isWeek1Month1: false });
    expect(codeOf("declarationB")).toMatchObject({ code: "1257L", isWeek1Month1: true });
    expect(codeOf("declarationC")).toMatchObject({ code: "BR", isWeek1Month1: false });
    expect(codeOf("none")).toMatchObject({ code: "0T", isWeek1Month1: true });
  });
});

describe("State Pension age and National Insurance letters", () => {
  it.each([
    ["1960-04-05", "2026-04-05"],
    ["1960-04-06", "2026-05-06"],
    ["1960-07-31", "2026-11-30"],
    ["1961-03-05", "2028-02-05"],
    ["1961-03-06", "2028-03-06"],
  ])("someone born on %s reaches it on %s", (born, reached) => {
    expect(statePensionDate(day(born))).toBe(reached);
  });

  it("the letter follows the age on the payday", () => {
    const letter = (born: string) => suggestNationalInsuranceCategory(day(born), day("2026-11-27")).category;
    expect([letter("2011-01-01"), letter("2005-11-28"), letter("2005-11-27"), letter("1990-01-01"), letter("1960-04-10")]).toEqual([
      "X",
      "M",
      "A",
      "A",
      "C",
    ]);
    expect(checkNationalInsuranceCategory("M", day("2005-11-27"), day("2026-11-27"))).toMatchObject({
      field: "nationalInsuranceCategory",
      value: "M",
    });
    expect(checkNationalInsuranceCategory("A", day("1990-01-01"), day("2026-11-27"))).toBeUndefined();
  });
});

describe("pension assessment", () => {
  const assess = (born: string, earnings: number) =>
    assessPension(
      { dateOfBirth: day(born), on: day("2026-11-27"), earnings: pence(earnings), payFrequency: "fourWeekly", status: "notMember" },
      taxYear2026,
    );
  it("goes by age and pay of the period", () => {
    expect(assess("1990-01-01", 768_01)).toMatchObject({ category: "eligible", mustEnrol: true });
    expect(assess("1990-01-01", 768_00)).toMatchObject({ category: "nonEligible", mustEnrol: false });
    expect(assess("2006-01-01", 900_00)).toMatchObject({ category: "nonEligible" });
    expect(assess("1990-01-01", 480_00)).toMatchObject({ category: "entitled" });
    expect(assess("2012-01-01", 900_00)).toMatchObject({ category: "none" });
  });
});

describe("what is due to HMRC", () => {
  it("is due on the 22nd of the next month, or the working day before", () => {
    expect(hmrcPeriodOf(day("2026-07-10"), false)).toMatchObject({
      from: "2026-07-06",
      to: "2026-08-05",
      dueElectronicallyOn: "2026-08-21",
      firstTaxMonth: 4,
    });
    expect(hmrcPeriodOf(day("2027-04-05"), true)).toMatchObject({
      from: "2027-01-06",
      to: "2027-04-05",
      dueElectronicallyOn: "2027-04-22",
      lastTaxMonth: 12,
    });
  });

  it("is paid under the Accounts Office reference with year and month", () => {
    expect(hmrcPaymentReference("123PA00012345", hmrcPeriodOf(day("2026-08-28"), false))).toBe("123PA000123452705");
  });

  it("is less by Employment Allowance until the year's sum is used", () => {
    expect(calculateEmploymentAllowance(pence(152_25), pence(0), taxYear2026).amount).toBe(152_25);
    expect(calculateEmploymentAllowance(pence(152_25), pence(10_400_00), taxYear2026).amount).toBe(100_00);
    expect(calculateEmploymentAllowance(pence(152_25), pence(10_500_00), taxYear2026).amount).toBe(0);
  });
});

describe("pay periods", () => {
  const rhythm = { payFrequency: "fourWeekly" as const, firstPeriodFrom: day("2026-04-06"), firstPayday: day("2026-05-08") };
  it("follow from the first one", () => {
    expect(payPeriodAt(rhythm, 2)).toEqual({ periodFrom: "2026-06-01", periodTo: "2026-06-28", payday: "2026-07-03" });
    expect(nextPayPeriod(rhythm, day("2026-06-28"))).toMatchObject({ periodFrom: "2026-06-29" });
  });
  it("of months keep their day, also at the end of a month", () => {
    const monthly = { payFrequency: "monthly" as const, firstPeriodFrom: day("2026-01-01"), firstPayday: day("2026-01-31") };
    expect(payPeriodAt(monthly, 1)).toEqual({ periodFrom: "2026-02-01", periodTo: "2026-02-28", payday: "2026-02-28" });
    expect(nextPayPeriod(monthly, day("2026-12-31"))).toMatchObject({ periodFrom: "2027-01-01", payday: "2027-01-31" });
  });
});

describe("cost by plan line", () => {
  it("lets on-costs follow the minutes and loses no penny", () => {
    const line = (planLineId: string | null, amount: number, time: number | null) =>
      aPayLine(pence(amount), { planLineId, minutes: time === null ? null : minutes(time), kind: time === null ? "bonus" : "hours" });
    const costs = costByPlanLine({
      payLines: [line("day", 100_00, 400), line("night", 50_00, 200), line(null, 5_00, null)],
      employerNationalInsurance: { amount: pence(10_00), rule: { name: "", source: "" }, lines: [] },
      employerPension: { amount: pence(1), rule: { name: "", source: "" }, lines: [] },
    });
    expect(costs).toEqual([
      { planLineId: "day", pay: 105_00, employerNationalInsurance: 6_67, employerPension: 1 },
      { planLineId: "night", pay: 50_00, employerNationalInsurance: 3_33, employerPension: 0 },
    ]);
  });
});

describe("orders", () => {
  const examples = JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures/rates/worked-examples.json"), "utf8")).attachments as Record<
    string,
    string
  >[];
  it.each(examples.map((example) => [example.id, example] as const))("%s", (_id, example) => {
    const net = pence(penceOf(example.netEarnings) ?? 0);
    const payFrequency = example.period as "weekly" | "fourWeekly" | "monthly";
    const taken =
      example.order === "councilTaxEngland"
        ? calculateCouncilTaxAttachment({ netEarnings: net, payFrequency, table: "england", periodsInPayment: 1 }, taxYear2026)
        : calculateDirectEarningsAttachment(
            {
              netEarnings: net,
              payFrequency,
              rate: example.table === "higherRate" ? "higher" : "standard",
              otherOrders: pence(penceOf(example.otherOrders) ?? 0),
            },
            taxYear2026,
          );
    expect(decimalPounds(taken.amount)).toBe(example.deduct);
  });
});
