import { Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { renderCsv, renderTableCsv, safeCsvText } from "../../../electron/documents/csv.ts";
import { renderXlsx } from "../../../electron/documents/xlsx.ts";
import { renderZip } from "../../../electron/documents/zip.ts";
import { amountTable } from "../../../shared/core/documentModel.ts";
import { safeFileName, withEnding } from "../../../shared/core/fileNames.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";

const about = plainDate("2026-09-30");
const table = amountTable(
  "Account",
  ["Line", "Amount"],
  [
    ['=HYPERLINK("x")', pence(123_45)],
    ["Wages", pence(-3_00)],
  ],
  ["Total", pence(120_45)],
);

describe("a CSV file", () => {
  it("keeps numbers as numbers and never starts a text like a formula", () => {
    expect(renderTableCsv(table).toString("utf8")).toBe('\uFEFF"Line","Amount"\r\n"\'=HYPERLINK(""x"")",123.45\r\n"Wages",-3\r\n"Total",120.45\r\n');
  });

  it("reads back as written, with no cell that a spreadsheet would run", () => {
    const dangerous = fc
      .tuple(fc.constantFrom("", " ", "\t", "  "), fc.constantFrom("=", "+", "-", "@", "|", "%", "\t", "\r", "＝", "＋"), fc.string())
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(fc.oneof(dangerous, fc.string()), { minLength: 1, maxLength: 5 }), (texts) => {
        const rows = parse(renderCsv(["Text", ...texts.slice(1)], [texts]), { bom: true, relax_column_count: true }) as string[][];
        expect(rows).toHaveLength(2);
        for (const [index, cell] of (rows[1] ?? []).entries()) {
          expect(cell).toBe(safeCsvText(texts[index] ?? ""));
          expect(cell.trimStart()).not.toMatch(/^[=+\-@|%\t\r＝＋－＠]/);
          expect(cell).not.toMatch(/[\r\n\t]/);
        }
      }),
    );
  });
});

describe("a workbook", () => {
  it("holds amounts as numbers and texts as texts, and is the same bytes each time", async () => {
    const bytes = await renderXlsx([{ name: "Account: 1/2", table }], about);
    const [sheet] = await readXlsxFile(bytes);
    expect(sheet?.sheet).toBe("Account  1 2");
    expect(sheet?.data).toEqual([
      ["Line", "Amount"],
      ['=HYPERLINK("x")', 123.45],
      ["Wages", -3],
      ["Total", 120.45],
    ]);
    expect((await renderXlsx([{ name: "Account: 1/2", table }], about)).equals(bytes)).toBe(true);
  });
});

describe("an archive", () => {
  it("lists what was put in, dated as it was told", async () => {
    const bytes = await renderZip(
      [
        { name: "return.pdf", bytes: Buffer.from("one") },
        { name: "evidence/E001 receipt.png", bytes: Buffer.from("two") },
      ],
      about,
    );
    const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
    expect(entries.map((entry) => entry.filename)).toEqual(["return.pdf", "evidence/E001 receipt.png"]);
    expect(entries[0]?.lastModDate.toISOString().slice(0, 10)).toBe("2026-09-30");
  });

  it("gets names that stay in their folder on every computer", () => {
    expect(safeFileName("../../etc/pass:wd.txt")).toBe("-..-etc-pass-wd.txt");
    expect(safeFileName("...")).toBe("file");
    expect(safeFileName("NUL.pdf")).toBe("NUL-.pdf");
    expect(safeFileName("bill\u202Efdp.exe\u0007")).toBe("billfdp.exe");
    expect(safeFileName(`${"😀".repeat(60)}.pdf`)).toBe(`${"😀".repeat(38)}.pdf`);
    fc.assert(
      fc.property(fc.string(), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
        expect(safe.length).toBeGreaterThan(0);
        expect(safe.length).toBeLessThanOrEqual(80);
        expect(safe).not.toMatch(/^\./);
      }),
    );
  });

  it("gives papers an ending of their kind", () => {
    expect(withEnding("bill.bat", [".txt", ".csv"])).toBe("bill.bat.txt");
    expect(withEnding("Photo.JPEG", [".jpg", ".jpeg"])).toBe("Photo.JPEG");
  });
});
