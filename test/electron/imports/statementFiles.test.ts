import { describe, expect, it } from "vitest";
import { answerImport } from "../../../electron/imports/answerImport.ts";
import { parseStatement } from "../../../electron/imports/parsers/parseStatement.ts";

const read = (text: string, encoding: BufferEncoding = "utf8") =>
  parseStatement({ fileName: "statement", base64: Buffer.from(text, encoding).toString("base64") });
const rowsOf = (text: string) => read(text).statements[0]?.lines.map((line) => [line.onDate, line.amountPence, line.description]);

describe("layouts of UK banks", () => {
  it("reads Lloyds: two columns of money, an empty ninth column, newest first", () => {
    const text = `Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance,
22/10/2026,FPO,'30-00-00,12345678,T ELLERY WAGES,1895.24,,104.76,
15/10/2026,FPI,'30-00-00,12345678,NHS STAFFS ICB,,"2,000.00",2000.00,
`;
    expect(rowsOf(text)).toEqual([
      ["2026-10-15", 200_000, "NHS STAFFS ICB"],
      ["2026-10-22", -189_524, "T ELLERY WAGES"],
    ]);
    expect(read(text).statements[0]).toMatchObject({ openingPence: 0, closingPence: 10_476, balanceCheck: { state: "agrees" } });
  });

  it("reads HSBC: no header", () => {
    expect(rowsOf(`22/10/2026,T ELLERY WAGES   BP,"-1,895.24"\n15/10/2026,NHS STAFFS ICB CR,2000.00\n`)).toEqual([
      ["2026-10-15", 200_000, "NHS STAFFS ICB CR"],
      ["2026-10-22", -189_524, "T ELLERY WAGES BP"],
    ]);
  });

  it("reads NatWest: blanks in the header, apostrophes, a balance row that is no payment", () => {
    const text = `Date, Type, Description, Value, Balance, Account Name, Account Number
17 Aug 2026,POS,"'4455 16AUG26 , CORNER SHOP , LEEK GB",-4.50,95.50,'A OKAFOR,'300000-12345678
Balance as at 18 Aug 2026,,,,95.50,'A OKAFOR,'300000-12345678
`;
    expect(rowsOf(text)).toEqual([["2026-08-17", -450, "4455 16AUG26 , CORNER SHOP , LEEK GB"]]);
  });

  it("reads midata with semicolons, and Revolut with a fee apart and a pending row", () => {
    expect(rowsOf("Date;Type;Merchant/Description;Debit/Credit;Balance\n16/10/2026;CARD;PHYSIO;-£120.00;£880.00\n")).toEqual([
      ["2026-10-16", -12_000, "PHYSIO"],
    ]);
    const revolut = `Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD_PAYMENT,Current,2026-10-01 10:00:00,2026-10-02 09:00:00,Shop,-10.00,0.50,GBP,COMPLETED,89.50
CARD_PAYMENT,Current,2026-10-03 10:00:00,,Shop,-5.00,0.00,GBP,PENDING,
`;
    expect(rowsOf(revolut)).toEqual([["2026-10-02", -1050, "Shop"]]);
    expect(read(revolut).statements[0]?.pending).toHaveLength(1);
  });

  it("settles the order of dates once for the file, and says so when it cannot", () => {
    expect(rowsOf("Date,Description,Amount\n01/02/2026,A,1.00\n02/13/2026,B,2.00\n")?.map((row) => row[0])).toEqual(["2026-01-02", "2026-02-13"]);
    expect(read("Date,Description,Amount\n01/02/2026,A,1.00\n").notes).toEqual([
      "The dates could be read two ways. We took the day first, then the month, as in the UK.",
    ]);
  });

  it("keeps two equal payments as two, and takes off hidden characters", () => {
    expect(rowsOf("Date,Description,Amount\n20/02/2026,BUS \u202Egnirts,-2.00\n20/02/2026,BUS \u202Egnirts,-2.00\n")).toEqual([
      ["2026-02-20", -200, "BUS gnirts"],
      ["2026-02-20", -200, "BUS gnirts"],
    ]);
  });

  it("refuses to guess an amount that could mean two things", () => {
    expect(read("Date,Description,Amount\n20/02/2026,A,1.234\n21/02/2026,B,5.00\n").statements[0]?.problems).toEqual([
      { line: 2, words: "The amount cannot be read." },
    ]);
  });

  it("reads columns as the person chose them", () => {
    const base64 = Buffer.from("When,Who,Out,Left\n20/02/2026,A shop,1.50,8.50\n").toString("base64");
    expect(parseStatement({ fileName: "odd.csv", base64 }).statements).toEqual([]);
    const mapping = {
      date: 0,
      description: [1],
      amount: null,
      moneyOut: 2,
      moneyIn: null,
      balance: 3,
      bankIdentifier: null,
      status: null,
      fee: null,
      dateOrder: "dayFirst" as const,
      isSpendingPositive: false,
    };
    expect(parseStatement({ fileName: "odd.csv", base64, mapping }).statements[0]?.lines).toMatchObject([
      { onDate: "2026-02-20", amountPence: -150, balancePence: 850 },
    ]);
  });
});

describe("files that must not be read", () => {
  const refused = async (text: string | Buffer) =>
    answerImport("imports.parseStatement", { fileName: "file", base64: Buffer.from(text as string).toString("base64") });

  it.each([
    ["an OFX file with a DOCTYPE", '<!DOCTYPE x [<!ENTITY a "b">]><OFX><STMTRS></STMTRS></OFX>'],
    ["an OFX file with an ENTITY further down", '<OFX><STMTRS><!ENTITY a SYSTEM "file:///etc/passwd"></STMTRS></OFX>'],
    ["an OFX file without a statement", "<OFX><SIGNONMSGSRSV1></SIGNONMSGSRSV1></OFX>"],
    ["a PDF", "%PDF-1.7\n"],
    ["bytes that are no text", Buffer.from([80, 75, 3, 4, 0, 0, 0, 1, 2])],
    ["an empty file", ""],
    ["more than 10 MB", Buffer.alloc(10 * 1024 * 1024 + 1, 65)],
    ["more than 100,000 rows", `Date,Description,Amount\n${"20/02/2026,A,1.00\n".repeat(100_001)}`],
    ["a cell longer than 8 KB", `Date,Description,Amount\n20/02/2026,${"A".repeat(9000)},1.00\n`],
  ])("refuses %s", async (_what, text) => {
    expect(await refused(text)).toMatchObject({ ok: false, error: { code: "notAllowed" } });
  });

  it("refuses files that are built to keep the reader busy, at once", () => {
    const size = 4 * 1024 * 1024;
    const files = [",".repeat(size), "a;".repeat(size / 2), '"'.repeat(size), `<OFX>${"<STMTRS>".repeat(size / 8)}`];
    const started = performance.now();
    for (const text of files) expect(() => parseStatement({ fileName: "x.csv", base64: Buffer.from(text).toString("base64") })).toThrow();
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  it("reads a hostile OFX file of many tags in a time that grows with its length only", () => {
    const started = performance.now();
    read(`<OFX><STMTRS>${"<![CDATA[".repeat(100_000)}${"<A.".repeat(300_000)}`);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
