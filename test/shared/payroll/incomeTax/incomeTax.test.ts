import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { freePayToDate } from "../../../../shared/payroll/incomeTax/freePay.ts";
import { calculateIncomeTax, type IncomeTaxInput } from "../../../../shared/payroll/incomeTax/incomeTax.ts";
import { parseTaxCode } from "../../../../shared/payroll/incomeTax/taxCode.ts";
import { taxPeriodOf, taxTablePeriod } from "../../../../shared/payroll/incomeTax/taxPeriod.ts";
import type { PayFrequency } from "../../../../shared/payroll/types.ts";
import { incomeTax2023 } from "../../../../shared/rates/2023-24.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";

interface Given {
  readonly code: string;
  readonly payFrequency?: PayFrequency;
  readonly number?: number;
  readonly pay: number;
  readonly payBefore?: number;
  readonly taxBefore?: number;
  readonly isWeek1Month1?: boolean;
  readonly earlierInPeriod?: IncomeTaxInput["earlierInPeriod"];
}
function verdictOf(
  { code, payFrequency = "monthly", number = 1, pay, payBefore = 0, taxBefore = 0, ...more }: Given,
  rates: Parameters<typeof calculateIncomeTax>[1] = taxYear2026,
) {
  return calculateIncomeTax(
    {
      employeeName: "Ida",
      taxCode: acceptedOf(parseTaxCode(code)),
      isWeek1Month1: more.isWeek1Month1 ?? false,
      period: taxTablePeriod(payFrequency, number),
      payInPeriod: pence(pay),
      taxablePayToDate: pence(payBefore + pay),
      taxToDateBefore: pence(taxBefore),
      ...(more.earlierInPeriod !== undefined && { earlierInPeriod: more.earlierInPeriod }),
    },
    rates,
  );
}
const taxOf = (given: Given) => acceptedOf(verdictOf(given));
const wordsOf = (given: Given) => taxOf(given).lines.map(({ text }) => text);

describe("free pay (section 3.2)", () => {
  it.each([
    [0, 0, 0],
    [1, 1_59, 37],
    [500, 417_42, 96_33],
    [501, 418_26, 96_53],
    [1000, 834_09, 192_49],
    [1257, 1_048_26, 241_92],
  ])("of code number %i is %i pence a month and %i pence a week", (number, monthly, weekly) => {
    expect([freePayToDate(number, "monthly", 1, taxYear2026.incomeTax), freePayToDate(number, "weekly", 1, taxYear2026.incomeTax)]).toEqual([
      monthly,
      weekly,
    ]);
    expect(freePayToDate(number, "monthly", 3, taxYear2026.incomeTax)).toBe(monthly * 3);
  });
});

describe("code changes in the year", () => {
  // Months 1 and 2 at £1,800 under 1257L: 150.20 each (payroll rules, PAYE-1).
  it("a lower code takes the whole year's difference at once", () => {
    // Month 3, 5,400.00 to date. Code 957L: 957 = 500 + 457; (4,570 + 9) ÷ 12 = 381.5833, up to 381.59, + 416.67 = 798.26; × 3 = 2,394.78.
    // 3,005.22 left, 3,005 × 20% = 601.00, less 300.40.
    expect(taxOf({ code: "957L", number: 3, pay: 1_800_00, payBefore: 3_600_00, taxBefore: 300_40 }).amount).toBe(300_60);
  });

  it("a change to a week 1/month 1 basis leaves the past alone", () => {
    expect(taxOf({ code: "1257L M1", number: 3, pay: 1_800_00, payBefore: 3_600_00, taxBefore: 9_000_00 }).amount).toBe(150_20);
    expect(taxOf({ code: "1257L", isWeek1Month1: true, number: 3, pay: 1_800_00, payBefore: 3_600_00, taxBefore: 9_000_00 }).amount).toBe(150_20);
  });

  it("from week 1/month 1 back to cumulative settles the year", () => {
    // Two months of BR on month 1 took 720.00. 5,400 − 3,144.78 = 2,255.22; 2,255 × 20% = 451.00; 451.00 − 720.00.
    const refund = taxOf({ code: "1257L", number: 3, pay: 1_800_00, payBefore: 3_600_00, taxBefore: 720_00 });
    expect(refund.amount).toBe(-269_00);
    expect(refund.lines.at(-1)?.text).toBe("Ida has paid too much tax this year, so £269.00 comes back.");
  });

  it("to NT gives back all tax of the year, and on week 1/month 1 nothing", () => {
    expect(taxOf({ code: "NT", number: 3, pay: 1_800_00, payBefore: 3_600_00, taxBefore: 300_40 }).amount).toBe(-300_40);
    expect(taxOf({ code: "NT M1", number: 3, pay: 1_800_00, payBefore: 3_600_00, taxBefore: 300_40 }).amount).toBe(0);
  });

  it("to BR taxes the whole year at 20%", () => {
    // 5,400.99 to date: 5,400 × 20% = 1,080.00, less 300.40 = 779.60.
    expect(taxOf({ code: "BR", number: 3, pay: 1_800_99, payBefore: 3_600_00, taxBefore: 300_40 }).amount).toBe(779_60);
  });

  it("to Scotland taxes the whole year by Scottish bands", () => {
    // Month 2: 6,000 − 2,096.52 = 3,903.48. Tops of two months: 3,967 ÷ 6 = 661.1666, 16,956 ÷ 6 = 2,826.0; tax below 2,826.00 is 3,351.53 ÷ 6 = 558.5883.
    // 3,903 − 2,826 = 1,077 × 21% = 226.17; 558.5883 + 226.17 = 784.75, less 390.20.
    const { amount } = taxOf({ code: "S1257L", number: 2, pay: 3_000_00, payBefore: 3_000_00, taxBefore: 390_20 });
    expect(amount).toBe(394_55);
  });
});

describe("extra paydays (section 2)", () => {
  it.each([
    ["weekly", 53, 350_00, 21_60],
    ["fortnightly", 54, 700_00, 43_20],
    ["fourWeekly", 56, 1_400_00, 86_40],
  ] as const)("%s in week %i is taxed on its own", (payFrequency, number, pay, tax) => {
    const { amount, lines } = taxOf({ code: "1257L", payFrequency, number: 53, pay, payBefore: 18_000_00, taxBefore: 4_000_00 });
    expect(amount).toBe(tax);
    expect(lines[0]?.text).toContain(`This is an extra payday at the end of the tax year (week ${number}), so it is taxed on its own.`);
  });

  it("gives nothing back", () => {
    expect(taxOf({ code: "1257L", payFrequency: "weekly", number: 53, pay: 100_00, payBefore: 1_000_00, taxBefore: 500_00 }).amount).toBe(0);
  });
});

describe("the half-pay limit (section 4.5)", () => {
  it("does not touch tax of exactly half, and cuts a penny above it", () => {
    // K1048 a month: 1,048 = 1,000 + 48; (480 + 9) ÷ 12 = 40.75; + 833.34 = 874.09. Pay 582.91: 1,457.00 × 20% = 291.40; half is 291.45.
    expect(taxOf({ code: "K1048", pay: 582_91 }).amount).toBe(291_40);
    // K100, pay 56.00: 56.00 + 84.09 = 140.09, 140 × 20% = 28.00, exactly half.
    expect(taxOf({ code: "K100", pay: 56_00 }).lines.at(-1)).toEqual({ text: "20% of £140.", amount: 28_00 });
    // Pay 582.00: 1,456.09, 1,456 × 20% = 291.20; half is 291.00.
    const cut = taxOf({ code: "K1048", pay: 582_00 });
    expect(cut.amount).toBe(291_00);
    expect(cut.lines.at(-1)).toEqual({
      text: "Tax may not take more than half of this pay, £291.00. The rest is taken on later paydays.",
      amount: -20,
    });
  });

  it("is cut to the penny and holds for codes without K", () => {
    // D1 is 45%; with tax owed from before 500.00 × 45% = 225.00 + 100.00 is above half of 500.01, which is 250.005.
    expect(taxOf({ code: "D1", pay: 500_01, taxBefore: -100_00 }).amount).toBe(250_00);
  });

  it("on a week 1/month 1 basis is not carried on", () => {
    expect(taxOf({ code: "K2500 M1", pay: 800_00 }).lines.at(-1)).toEqual({
      text: "Tax may not take more than half of this pay, £400.00.",
      amount: -176_80,
    });
  });

  it("what it left is caught up by the next payment", () => {
    // PAYE-12 took 400.00 instead of 576.80. Month 2, pay 3,000.00: 3,800 + 4,168.20 = 7,968.20; tops 6,283.3333; 1,256.6666 + 1,684.6667 × 40% = 1,930.53.
    expect(taxOf({ code: "K2500", number: 2, pay: 3_000_00, payBefore: 800_00, taxBefore: 400_00 }).amount).toBe(1_500_00);
    expect(taxOf({ code: "K2500", number: 2, pay: 4_000_00, payBefore: 800_00, taxBefore: 400_00 }).amount).toBe(1_930_53);
  });

  it("takes nothing from pay below zero", () => {
    expect(taxOf({ code: "K2500", pay: -100_00 }).amount).toBe(0);
    expect(taxOf({ code: "BR", pay: -100_00 }).amount).toBe(0);
  });
});

describe("two payments in a week that is taxed on its own", () => {
  const earlierInPeriod = { taxablePay: pence(300_00), incomeTax: pence(11_60) };

  it("are taxed together, less what the first took", () => {
    // 300 − 241.92 = 58.08, 58 × 20% = 11.60. 400 − 241.92 = 158.08, 158 × 20% = 31.60.
    const given: Given = { code: "1257L W1", payFrequency: "weekly", pay: 100_00, earlierInPeriod };
    expect(taxOf(given).amount).toBe(20_00);
    expect(wordsOf(given)).toEqual([
      "Ida is paid £100.00 that counts for tax. The code is on a week 1 or month 1 basis, so each payday is taxed on its own.",
      "£300.00 was paid earlier in the same period and counts with it.",
      "Code 1257L lets £241.92 of that be free of tax (1 of 52 weeks).",
      "That leaves £158 to be taxed, in whole pounds.",
      "20% of £158.",
      "£11.60 of tax was taken earlier in the same period. It comes off.",
    ]);
  });

  it("give nothing back when the first took too much", () => {
    // 301 − 241.92 = 59.08, 59 × 20% = 11.80; 50.00 was taken.
    const given: Given = {
      code: "1257L W1",
      payFrequency: "weekly",
      pay: 1_00,
      earlierInPeriod: { taxablePay: pence(300_00), incomeTax: pence(50_00) },
    };
    expect(taxOf(given).amount).toBe(0);
    expect(taxOf(given).lines.at(-1)).toEqual({ text: "Nothing is given back on a week 1 or month 1 basis.", amount: 38_20 });
  });

  it("tell of nothing given back when the first took just what is due", () => {
    // 301 − 241.92 = 59.08, 59 × 20% = 11.80.
    const given: Given = {
      code: "1257L W1",
      payFrequency: "weekly",
      pay: 1_00,
      earlierInPeriod: { taxablePay: pence(300_00), incomeTax: pence(11_80) },
    };
    expect(taxOf(given).lines.at(-1)).toEqual({ text: "£11.80 of tax was taken earlier in the same period. It comes off.", amount: -11_80 });
  });

  it("make no difference to a cumulative code, which counts them anyway", () => {
    const given: Given = { code: "1257L", payFrequency: "weekly", pay: 100_00, payBefore: 300_00, taxBefore: 11_60 };
    expect(taxOf({ ...given, earlierInPeriod }).amount).toBe(20_00);
    expect(wordsOf({ ...given, earlierInPeriod })).toEqual(wordsOf(given));
  });
});

describe("the words of income tax", () => {
  it("tell what was taken since 6 April, and each band by its share of the year", () => {
    // Week 2, £2,000.00 to date: 2,000 − 483.84 = 1,516.16. The first band of two weeks ends at 37,700 × 2 ÷ 52 = 1,450.0000, with tax of 290.00;
    // 1,516 − 1,450 = 66 × 40% = 26.40. 151.60 was taken in week 1.
    const given: Given = { code: "1257L", payFrequency: "weekly", number: 2, pay: 1_000_00, payBefore: 1_000_00, taxBefore: 151_60 };
    expect(taxOf(given).lines).toEqual([
      { text: "Ida has earned £2,000.00 since 6 April." },
      { text: "Code 1257L lets £483.84 of that be free of tax (2 of 52 weeks)." },
      { text: "That leaves £1,516 to be taxed, in whole pounds." },
      { text: "20% of £1,450.", amount: 290_00 },
      { text: "40% of £66.", amount: 26_40 },
      { text: "Tax already taken since 6 April: £151.60. It comes off.", amount: -151_60 },
    ]);
  });

  it("tell what a K code adds, what 0T does not let through, and one rate", () => {
    expect(wordsOf({ code: "K100", pay: 800_00 })).toEqual([
      "Ida has earned £800.00 since 6 April.",
      "Code K100 adds £84.09 to what is taxed (1 of 12 months).",
      "That leaves £884 to be taxed, in whole pounds.",
      "20% of £884.",
    ]);
    expect(wordsOf({ code: "0T", pay: 1_500_60 })[1]).toBe("Code 0T lets nothing be free of tax.");
    expect(wordsOf({ code: "D0", pay: 1_500_60 })[1]).toBe("Code D0 takes 40% of every whole pound: 40% of £1,500.");
    expect(wordsOf({ code: "NT", pay: 1_500_60 })[1]).toBe("Code NT means no income tax.");
  });

  it("say that nothing is left to be taxed, to the penny", () => {
    expect(wordsOf({ code: "1257L", pay: 1_048_26 }).at(-1)).toBe("Nothing is left to be taxed.");
    expect(wordsOf({ code: "1257L", pay: 1_048_27 }).slice(-2)).toEqual(["That leaves £0 to be taxed, in whole pounds.", "20% of £0."]);
  });

  it("carry HMRC's rule, its source and the year", () => {
    expect(taxOf({ code: "BR", pay: 1 }).rule).toEqual({
      name: "Income tax (PAYE)",
      source: taxYear2026.incomeTax.sources[0],
      ratesYear: "2026-27",
    });
  });
});

describe("a rate the year does not have", () => {
  it("is refused: SD3 in 2023-24", () => {
    expect(problemsOf(verdictOf({ code: "SD3", pay: 1_000_00 }, incomeTax2023))).toEqual([
      {
        field: "taxCode",
        value: "SD3",
        rule: "There was no rate for this code in 2023-24.",
        wayOut: "Check the code on HMRC's letter and the tax year.",
      },
    ]);
  });
});

describe("a tax period from its week", () => {
  it.each([
    ["fortnightly", 1, 2],
    ["fortnightly", 2, 2],
    ["fortnightly", 3, 4],
    ["fourWeekly", 4, 4],
    ["fourWeekly", 5, 8],
    ["weekly", 52, 52],
  ] as const)("%s in week %i is worked out for week %i", (payFrequency, week, number) => {
    expect(taxTablePeriod(payFrequency, week)).toMatchObject({ table: "weekly", number, isExtraPayday: false });
  });

  it("of monthly pay is the tax month, of weekly pay the tax week", () => {
    const payday = plainDate("2026-06-30");
    expect(taxPeriodOf(payday, "monthly")).toEqual({
      taxYear: "2026-27",
      table: "monthly",
      number: 3,
      span: 1,
      isExtraPayday: false,
      taxMonth: 3,
      taxWeek: 13,
    });
    expect(taxPeriodOf(payday, "weekly")).toMatchObject({ table: "weekly", number: 13 });
  });
});
