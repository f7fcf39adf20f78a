import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { figureTopics, outOfScope, workOutFile } from "../shared/payroll/figures/workOutFigures.ts";

/** Works out a file of pay cases: `npm run --silent figures -- --in FILE --out FILE`. CSV or JSON; the topic is known by the input columns. */
function main(): number {
  const { values } = parseArgs({ options: { in: { type: "string" }, out: { type: "string" } }, allowPositionals: true });
  if (!values.in || !values.out) return fail("Use: npm run --silent figures -- --in FILE --out FILE");
  const text = readText(values.in);
  if (text === undefined) return fail(`The file ${values.in} could not be read.`);
  const answer = workOutFile(text);
  if (answer === undefined) {
    const reason = outOfScope(text);
    if (reason !== undefined) return fail(reason);
    const known = figureTopics.map((topic) => `  ${topic.name}: ${topic.inputs.join(", ")}`).join("\n");
    return fail(`The columns of this file fit no topic. A topic is known by these columns:\n${known}\n  family pay (JSON): { "cases": [...] }`);
  }
  writeFileSync(values.out, answer);
  return 0;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function fail(message: string): number {
  console.error(message);
  return 1;
}

process.exitCode = main();
