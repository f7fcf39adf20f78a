import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTaxCode } from "../../../../shared/payroll/incomeTax/taxCode.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";

const rule = "A tax code is numbers and a letter (1257L, 0T), K and numbers (K100), or BR, D0, D1 or NT, with S or C in front for Scotland or Wales.";
const wayOut = "Copy it from the letter or message HMRC sent, the P45, or the starter checklist.";

describe("every code HMRC issues is read", () => {
  const numbered = ["", "S", "C"].flatMap((prefix) => ["1257L", "1383M", "1131N", "1100T", "0T", "45L", "12345L"].map((code) => `${prefix}${code}`));
  it.each(numbered)("%s lets an amount be free", (code) => {
    const region = code.startsWith("S") ? "scotland" : code.startsWith("C") ? "wales" : "restOfUk";
    const number = Number(code.replace(/\D/g, ""));
    expect(acceptedOf(parseTaxCode(code))).toEqual({ text: code, region, isWeek1Month1: false, kind: "freePay", number });
  });

  it.each([
    ["K1", "restOfUk", 1],
    ["K9999", "restOfUk", 9999],
    ["SK585", "scotland", 585],
    ["CK100", "wales", 100],
  ] as const)("%s adds to pay", (code, region, number) => {
    expect(acceptedOf(parseTaxCode(code))).toEqual({ text: code, region, isWeek1Month1: false, kind: "addition", number });
  });

  it.each([
    ["BR", "restOfUk", "BR"],
    ["D0", "restOfUk", "D0"],
    ["D1", "restOfUk", "D1"],
    ["CBR", "wales", "BR"],
    ["CD0", "wales", "D0"],
    ["CD1", "wales", "D1"],
    ["SBR", "scotland", "BR"],
    ["SD0", "scotland", "D0"],
    ["SD1", "scotland", "D1"],
    ["SD2", "scotland", "D2"],
    ["SD3", "scotland", "D3"],
  ] as const)("%s is one rate on everything", (code, region, flat) => {
    expect(acceptedOf(parseTaxCode(code))).toEqual({ text: code, region, isWeek1Month1: false, kind: "flat", flat });
  });

  it("NT takes no tax", () => {
    expect(acceptedOf(parseTaxCode("NT"))).toEqual({ text: "NT", region: "restOfUk", isWeek1Month1: false, kind: "noTax" });
  });

  const endings = ["W1", "M1", "X", "W1/M1", "W1M1", " W1", " w1/m1", " x", "-X", "/M1", " (W1/M1)"];
  it.each(["1257L", "S0T", "CK45", "BR", "NT", "SD1"].flatMap((code) => endings.map((ending) => [code, ending])))(
    "%s with %s at the end is taxed each payday on its own",
    (code, ending) => {
      expect(acceptedOf(parseTaxCode(`${code}${ending}`))).toMatchObject({ text: code, isWeek1Month1: true });
    },
  );

  it("spaces and small letters do not matter", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("1257L", "SK585", "CBR", "S0T", "D1"),
        fc.array(fc.constantFrom("", " ", "\t"), { minLength: 6, maxLength: 6 }),
        (code, gaps) => {
          const typed = [...code.toLowerCase()].map((letter, index) => `${gaps[index]}${letter}`).join("");
          expect(acceptedOf(parseTaxCode(`${typed} `))).toMatchObject({ text: code, isWeek1Month1: false });
        },
      ),
    );
  });
});

describe("what HMRC never issues is refused with field, value, rule and way out", () => {
  it.each([
    "",
    "12570L7",
    "L1257",
    "1257",
    "K",
    "K12345",
    "123456L",
    "XYZ",
    "SD4",
    "D4",
    "1257LL",
    "S",
    "W1",
    "1257P",
    "12.57L",
    "-1257L",
    "SC1257L",
    "S12345L1",
    "X1257L",
    "M11257L",
  ])("%s", (value) => {
    expect(problemsOf(parseTaxCode(value))).toEqual([{ field: "taxCode", value, rule, wayOut }]);
  });

  it.each([
    ["K0", "A K code has a number from 1 to 9999.", wayOut],
    ["SK000", "A K code has a number from 1 to 9999.", wayOut],
    ["D2", "D2 is a Scottish rate only.", "Write SD2 if HMRC sent that code."],
    ["CD3", "D3 is a Scottish rate only.", "Write SD3 if HMRC sent that code."],
    ["SNT", "NT is the same in every country and has no S or C in front.", "Write NT."],
    ["CNT", "NT is the same in every country and has no S or C in front.", "Write NT."],
    ["OT", rule, "Write 0T, with the number 0 and not the letter O."],
    ["soT m1", rule, "Write S0T, with the number 0 and not the letter O."],
    ["DO", rule, "Write D0, with the number 0 and not the letter O."],
    ["FOO", rule, wayOut],
  ])("%s says what to do", (value, said, doThis) => {
    expect(problemsOf(parseTaxCode(value))).toEqual([{ field: "taxCode", value, rule: said, wayOut: doThis }]);
  });

  it("nothing of eight characters or more is a code", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-JKL-VYZ]{8,20}$/), (text) => {
        fc.pre(!/(W1|M1)$/.test(text));
        expect(parseTaxCode(text).ok).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
