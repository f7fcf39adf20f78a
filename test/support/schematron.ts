import { DOMParser } from "@xmldom/xmldom";
import * as xpathLibrary from "xpath";
import { rtiFile } from "./rtiSchemas.ts";

// HMRC's rules are XPath 1.0 with EXSLT dates (queryBinding="exslt"). The engine is the `xpath` package; the few date functions the rules use are here,
// with "today" given from outside.

interface Evaluation {
  readonly node: unknown;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly functions?: (name: string, namespace: string | null) => unknown;
}
interface Expression {
  evaluateBoolean(options: Evaluation): boolean;
  select(options: Evaluation): unknown[];
}
// The package's types leave out the parser, which its documentation has.
const { parse: parseXPath } = xpathLibrary as unknown as { parse(expression: string): Expression };

/** One assertion of a rules file: `code` is HMRC's error number. */
interface Assertion {
  readonly id: string;
  readonly code: string;
  readonly context: Expression;
  readonly text: string;
  readonly test: Expression;
}

export interface BrokenRule {
  readonly code: string;
  readonly id: string;
  readonly text: string;
}

const parse = (xml: string) => new DOMParser().parseFromString(xml, "application/xml");
type XmlParent = Pick<ReturnType<typeof parse>, "getElementsByTagNameNS">;
const spaces: Record<string, string> = {
  hd: "http://www.govtalk.gov.uk/CM/envelope",
  dsig: "http://www.w3.org/2000/09/xmldsig#",
  date: "http://exslt.org/dates-and-times",
};

const files = new Map<string, { readonly assertions: Assertion[]; readonly namespaces: Record<string, string> }>();

/** The assertions of a rules file of the fixtures, in their order. */
export function rulesOf(path: string): { readonly assertions: Assertion[]; readonly namespaces: Record<string, string> } {
  const known = files.get(path);
  if (known) return known;
  const document = parse(rtiFile(path));
  const byName = (name: string, within: XmlParent = document) => [...within.getElementsByTagNameNS("http://purl.oclc.org/dsdl/schematron", name)];
  const namespaces = { ...spaces };
  for (const each of byName("ns")) namespaces[each.getAttribute("prefix") ?? ""] = each.getAttribute("uri") ?? "";
  const codes = new Map(byName("diagnostic").map((each) => [each.getAttribute("id") ?? "", each.textContent?.trim() ?? ""]));
  const assertions = byName("rule").flatMap((rule) =>
    byName("assert", rule).map((assert) => ({
      id: assert.getAttribute("id") ?? "",
      code:
        (assert.getAttribute("diagnostics") ?? "")
          .split(/\s+/)
          .map((id) => (id.startsWith("errorCode.") ? codes.get(id) : undefined))
          .find((code) => code !== undefined) ?? "",
      context: parseXPath(rule.getAttribute("context") ?? ""),
      text: assert.textContent?.trim() ?? "",
      // The package reads "not (" as a name; the white space means nothing in XPath.
      test: parseXPath((assert.getAttribute("test") ?? "").replace(/\bnot\s+\(/g, "not(")),
    })),
  );
  const rules = { assertions, namespaces };
  files.set(path, rules);
  return rules;
}

/** The rules a message breaks when HMRC gets it on `today`. */
export function brokenRules(path: string, xml: string, today: string): BrokenRule[] {
  const { assertions, namespaces } = rulesOf(path);
  const document = parse(xml);
  return assertions.flatMap(({ id, code, context, text, test }) =>
    context
      .select({ node: document, namespaces })
      .flatMap((node) => (test.evaluateBoolean({ node, namespaces, functions: dateFunctions(node, today) }) ? [] : [{ code, id, text }])),
  );
}

type Value = { stringValue?: () => string; toString(): string };
const textOf = (value: Value | undefined) => (value?.stringValue ? value.stringValue() : String(value));

const utc = (text: string) => Date.parse(`${text}T00:00:00Z`);

/** A date with a duration like "P30D", "-P1M" or "P12M" added; the 31st becomes the last day of a shorter month. */
function added(date: string, duration: string): string {
  const match = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration);
  if (!match || Number.isNaN(utc(date))) return "";
  const sign = match[1] === "-" ? -1 : 1;
  const [years, months, days] = [match[2], match[3], match[4]].map((part) => sign * Number(part ?? 0)) as [number, number, number];
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year + years, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const result = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last) + days));
  return result.toISOString().slice(0, 10);
}

function dateFunctions(current: unknown, today: string) {
  const functions: Record<string, (context: unknown, ...values: Value[]) => unknown> = {
    current: () => [current],
    "date:date": () => today,
    "date:year": (_context, value) => Number((value ? textOf(value) : today).slice(0, 4)),
    "date:month-in-year": (_context, value) => Number((value ? textOf(value) : today).slice(5, 7)),
    "date:seconds": (_context, value) => utc(textOf(value)) / 1000,
    "date:add": (_context, date, duration) => added(textOf(date), textOf(duration)),
  };
  return (name: string, namespace: string | null) => functions[namespace === spaces.date ? `date:${name}` : name];
}
