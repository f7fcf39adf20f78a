import { readdirSync } from "node:fs";
import { join } from "node:path";
import { missesOf, workOutPublishedFamilyFile, workOutPublishedFile } from "../test/support/publishedCases.ts";

/** Works out every published case and prints how many agree, per file. Fails on a miss. Known differences are counted and named. */
function main(): number {
  const folder = join(import.meta.dirname, "../test/fixtures/vectors");
  const files = readdirSync(folder).filter((name) => name.endsWith(".csv") || name.endsWith(".json"));
  const missed: string[] = [];
  const notYet: string[] = [];
  console.log(`${"File".padEnd(32)} ${"Topic".padEnd(24)} ${"Rows".padStart(5)} ${"Agree".padStart(6)} ${"Named".padStart(6)}`);
  for (const fileName of files.sort()) {
    const file = fileName.endsWith(".json") ? workOutPublishedFamilyFile(fileName) : workOutPublishedFile(fileName);
    if (file.topic === undefined) {
      notYet.push(fileName);
      continue;
    }
    const misses = file.cases.flatMap((published) => missesOf(published).map((miss) => `${published.caseId} ${miss}`));
    const missedRows = new Set(misses.map((miss) => miss.split(" ")[0])).size;
    const named = file.cases.filter((published) => published.isKnownDifference).length;
    const agree = file.cases.length - missedRows - named;
    console.log(
      `${fileName.padEnd(32)} ${file.topic.padEnd(24)} ${String(file.cases.length).padStart(5)} ${String(agree).padStart(6)} ${String(named).padStart(6)}`,
    );
    missed.push(...misses);
  }
  console.log("Named: rows where the publisher prints a penny less than the exact answer; see test/support/publishedDifferences.ts.");
  if (notYet.length > 0) console.log(`Out of scope (personal assistants are not company directors): ${notYet.join(", ")}.`);
  for (const miss of missed) console.error(`MISS ${miss}`);
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = main();
