import { describe, expect, it } from "vitest";
import { incomeTaxFigures } from "../../../shared/payroll/figures/incomeTaxFigures.ts";
import { workOutPublishedFamilyFile, workOutPublishedFile } from "../../support/publishedCases.ts";
import { publishedDifferences } from "../../support/publishedDifferences.ts";

const files = [
  ["tax-2023-24.csv", 78],
  ["tax-2025-26.csv", 95],
  ["tax-2026-27.csv", 102],
  ["ni-2025-26.csv", 456],
  ["ni-2026-27.csv", 12],
  ["student-loan-2023-24.csv", 9],
  ["student-loan-2024-25.csv", 35],
  ["student-loan-2025-26.csv", 41],
  ["student-loan-2026-27.csv", 61],
  ["pension.csv", 6],
  ["ssp-2025-26.csv", 34],
  ["ssp-2026-27.csv", 48],
  ["ssp-historic.csv", 10],
  ["ssp-daily-rate.csv", 6],
  ["average-weekly-earnings.csv", 9],
  ["nmw-2025-26.csv", 17],
  ["nmw-2026-27.csv", 20],
  ["dea.csv", 31],
  ["maternity-dates.csv", 21],
  ["statutory-recovery.csv", 6],
  ["payslip-2026-27.csv", 2],
  ["statutory-family-2025-26.json", 38],
  ["statutory-family-2026-27.json", 43],
  ["statutory-family-historic.json", 7],
] as const;

describe.each(files)("the published cases in %s", (fileName, count) => {
  const { cases } = fileName.endsWith(".json") ? workOutPublishedFamilyFile(fileName) : workOutPublishedFile(fileName);

  it(`has all ${count} rows`, () => {
    expect(cases).toHaveLength(count);
  });

  it.each(cases.map((published) => [published.caseId, published] as const))("%s agrees to the penny", (_caseId, { expected, answer: workOut }) => {
    const answer = workOut();
    expect(answer).toMatchObject(expected);
    expect(answer.error).toBe("");
  });
});

describe("income tax rows that hold for other years too", () => {
  const shared = ["tax-2023-24.csv", "tax-2025-26.csv"]
    .flatMap((fileName) => workOutPublishedFile(fileName).cases)
    .flatMap(({ caseId, input, expected }) => {
      const years = (input.alsoValidFor ?? "").split("|").filter((year) => year !== "");
      return years.map((taxYear) => [caseId, taxYear, { ...input, taxYear }, expected] as const);
    });

  it.each(shared)("%s in %s", (_caseId, _taxYear, input, expected) => {
    expect(incomeTaxFigures.work(input)).toMatchObject(expected);
  });
});

describe("the Scottish rows that HMRC prints a penny short", () => {
  it.each(Object.keys(publishedDifferences))("%s has the exact answer", (caseId) => {
    const found = workOutPublishedFile("tax-2025-26.csv").cases.find((published) => published.caseId === caseId);
    expect(found?.answer()).toMatchObject(publishedDifferences[caseId]?.exact ?? {});
    expect(found?.input.region).toBe("SCT");
    expect(found?.input.payFrequency).toBe("monthly");
  });
});
