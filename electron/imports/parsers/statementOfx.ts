import { type ParsedFile, ParsedLine, type ParsedStatement, type ParseProblem } from "../../../shared/bank/parsedStatement.ts";
import { notAllowed } from "../../../shared/contract/errors.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { type PlainDate, plainDateFrom } from "../../../shared/core/plainDate.ts";
import { cleanText, rowLimit } from "./decodeText.ts";
import { readOfxTokens } from "./ofxTokens.ts";

/** True when a file is OFX of either kind. */
export const isOfx = (text: string): boolean => /<OFX[\s>]/i.test(text.slice(0, 20_000)) || /^\s*OFXHEADER/i.test(text.slice(0, 20_000));

/** The most accounts of one file. */
const accountLimit = 100;

interface OpenStatement {
  readonly kind: ParsedStatement["kind"];
  account: string | null;
  currency: string | null;
  ledger: Pence | null;
  available: Pence | null;
  readonly lines: ParsedLine[];
  readonly problems: ParseProblem[];
}

interface OpenPayment {
  readonly at: number;
  readonly values: Map<string, string>;
}

/** Reads an OFX file (SGML or XML) into its statements. A payment that cannot be dated or counted is reported, never guessed. */
export function parseOfx(text: string): ParsedFile {
  const statements: OpenStatement[] = [];
  const lineAt = lineCounter(text);
  let statement: OpenStatement | undefined;
  let payment: OpenPayment | undefined;
  let balance: "ledger" | "available" | undefined;
  let count = 0;

  const finishPayment = () => {
    if (payment && statement) {
      count += 1;
      if (count > rowLimit) throw notAllowed("This file has more than 100,000 payments", ["Download a shorter time from your bank."]);
      addPayment(statement, payment, lineAt(payment.at));
    }
    payment = undefined;
  };

  for (const token of readOfxTokens(text)) {
    if (token.name === "STMTRS" || token.name === "CCSTMTRS") {
      finishPayment();
      statement = token.isEnd ? undefined : newStatement(token.name === "STMTRS" ? "bank" : "credit card");
      if (statement) statements.push(statement);
      if (statements.length > accountLimit) throw notAllowed("This file has more than 100 accounts", ["Download one account at a time."]);
    } else if (!statement) {
    } else if (token.name === "STMTTRN") {
      finishPayment();
      if (!token.isEnd) payment = { at: token.at, values: new Map() };
    } else if (token.name === "BANKTRANLIST" && token.isEnd) finishPayment();
    else if (token.name === "LEDGERBAL") balance = token.isEnd ? undefined : "ledger";
    else if (token.name === "AVAILBAL") balance = token.isEnd ? undefined : "available";
    else if (token.isEnd || token.value === "") {
    } else if (payment) {
      if (!payment.values.has(token.name)) payment.values.set(token.name, token.value);
    } else if (token.name === "BALAMT" && balance) statement[balance] = readAmount(token.value) ?? null;
    else if (token.name === "ACCTID") statement.account ??= cleanText(token.value);
    else if (token.name === "CURDEF") statement.currency ??= cleanText(token.value);
  }
  finishPayment();
  if (statements.length === 0) throw notAllowed("There is no bank statement in this file", ["Download it again and choose “OFX” or “CSV”."]);
  return { kind: "ofx", columns: [], sampleRows: [], mapping: null, statements: statements.map(closeStatement), notes: [] };
}

const newStatement = (kind: ParsedStatement["kind"]): OpenStatement => ({
  kind,
  account: null,
  currency: null,
  ledger: null,
  available: null,
  lines: [],
  problems: [],
});

function closeStatement(statement: OpenStatement): ParsedStatement {
  return {
    account: statement.account,
    currency: statement.currency,
    kind: statement.kind,
    openingPence: null,
    closingPence: statement.ledger,
    availablePence: statement.available,
    balanceCheck: { state: "none" },
    lines: [...statement.lines].sort((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0)),
    problems: statement.problems,
    pending: [],
  };
}

function addPayment(statement: OpenStatement, payment: OpenPayment, line: number): void {
  const { values } = payment;
  const onDate = readDay(values.get("DTPOSTED") ?? "");
  const amountPence = readAmount(values.get("TRNAMT") ?? "");
  if (onDate === undefined) statement.problems.push({ line, words: "This payment has no date that exists. It was not taken over." });
  else if (amountPence === undefined) statement.problems.push({ line, words: "The amount of this payment cannot be read. It was not taken over." });
  else {
    const name = cleanText(values.get("NAME") ?? values.get("PAYEE") ?? "");
    const memo = cleanText(values.get("MEMO") ?? "");
    const description = name === memo ? name : [name, memo].filter((part) => part !== "").join(" ");
    const bankIdentifier = cleanText(values.get("FITID") ?? "").slice(0, 200) || null;
    statement.lines.push(ParsedLine.parse({ line, onDate, amountPence, description, bankIdentifier, balancePence: null }));
  }
}

/** The first eight digits of an OFX date: the day as the bank printed it. */
function readDay(text: string): PlainDate | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  return match ? plainDateFrom(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** "-5.50", "+12", "10,5": a decimal point or comma with at most two figures that are not noughts. */
function readAmount(text: string): Pence | undefined {
  const match = /^([+-])?(\d+)?(?:[.,](\d{1,2})0*)?$/.exec(text.replace(/\s/g, ""));
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const size = Number(match[2] ?? "0") * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(size) ? pence(match[1] === "-" ? -size : size) : undefined;
}

/** Counts lines up to a place; places must be asked for in rising order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let from = 0;
  return (at) => {
    for (let next = text.indexOf("\n", from); next !== -1 && next < at; next = text.indexOf("\n", from)) {
      line += 1;
      from = next + 1;
    }
    return line;
  };
}
