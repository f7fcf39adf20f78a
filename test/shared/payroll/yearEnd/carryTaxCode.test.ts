import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { carryTaxCode } from "../../../../shared/payroll/yearEnd/carryTaxCode.ts";
import { type CodeUplift, codeUpliftFor } from "../../../../shared/rates/codeUplifts.ts";

const april = plainDate("2026-04-06");
const carry = (code: string, isWeek1Month1 = false, uplift: CodeUplift | undefined = codeUpliftFor("2026-27")) => {
  const verdict = carryTaxCode({ code, isWeek1Month1 }, april, uplift);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.problems));
  return verdict.value;
};

/** HMRC, P9X (2021): 7 added to L, 8 to M, 6 to N. */
const of2021: CodeUplift = { taxYear: "2021-22", addTo: { L: 7, M: 8, N: 6 }, emergencyCode: "1257L", source: "P9X (2021)" };

describe("tax codes on 6 April", () => {
  it.each(["1257L", "1383M", "1131N", "500T", "0T", "K100", "BR", "D0", "D1", "NT", "S1257L", "C1257L", "SD2"])(
    "copies %s to 2026-27 as it is",
    (code) => {
      const { setting, isChanged, isConfirmed } = carry(code);
      expect({ setting, isChanged, isConfirmed }).toEqual({ setting: { code, isWeek1Month1: false }, isChanged: false, isConfirmed: true });
    },
  );

  it("drops the week 1 or month 1 marking, and says so", () => {
    for (const [code, isAlone] of [
      ["1257L", true],
      ["1257L X", false],
      ["1257LM1", false],
    ] as const) {
      const { setting, isChanged, lines } = carry(code, isAlone);
      expect(setting).toEqual({ code: "1257L", isWeek1Month1: false });
      expect(isChanged).toBe(true);
      expect(lines).toContain("The week 1 or month 1 marking ends: from 6 April all pay of the new year counts together.");
    }
    expect(carry("1257L").lines).toHaveLength(2);
  });

  it.each([
    ["1250L", "1257L"],
    ["1375M", "1383M"],
    ["1125N", "1131N"],
    ["S1250L", "S1257L"],
    ["C993L", "C1000L"],
    // Not carried up: T, 0T, K and one-rate codes.
    ["1250T", "1250T"],
    ["0T", "0T"],
    ["K475", "K475"],
    ["BR", "BR"],
  ])("adds what HMRC says: %s became %s in April 2021", (code, next) => {
    expect(carry(code, false, of2021).setting.code).toBe(next);
    expect(carry(code, false, of2021).isChanged).toBe(code !== next);
  });

  it("tells the sum it adds", () => {
    expect(carry("1250L", false, of2021).lines[0]).toBe("HMRC adds 7 to codes that end in L on 6 April 2026: 1250L becomes 1257L.");
    expect(carry("1257L").lines).toEqual([
      "Code 1257L is copied as it is: HMRC adds nothing to codes that end in L on 6 April 2026.",
      "A letter from HMRC with a code for the new year stands before this one.",
    ]);
    expect(carry("K100").lines[0]).toBe("Code K100 is copied as it is: HMRC adds nothing to codes of this kind on 6 April 2026.");
    expect(carry("500T").lines[0]).toContain("codes of this kind");
  });

  it("is not confirmed while HMRC's instructions for the year are not known", () => {
    const verdict = carryTaxCode({ code: "1257L", isWeek1Month1: false }, plainDate("2027-04-06"), codeUpliftFor("2027-28"));
    expect(verdict).toMatchObject({ ok: true, value: { isConfirmed: false, isChanged: false, setting: { code: "1257L" } } });
    if (verdict.ok) {
      expect(verdict.value.lines[0]).toBe(
        "Code 1257L is copied for now. HMRC publishes its instructions for 6 April 2027 in February (form P9X): look whether codes go up.",
      );
    }
  });

  it("refuses what is no tax code", () => {
    expect(carryTaxCode({ code: "12S7L", isWeek1Month1: false }, april, undefined)).toMatchObject({ ok: false });
  });
});
