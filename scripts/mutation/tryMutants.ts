import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * A process of its own: loads the engine with its mutants switched off and every test of the engine, learns which test
 * reaches which mutant, then answers for one mutant after another whether a test notices it.
 */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const beside = (file: string) => pathToFileURL(join(import.meta.dirname, file)).href;
const testApi = beside("testApi.ts");
const standIns: Readonly<Record<string, string>> = { vitest: testApi, "fast-check": beside("fewerCases.ts") };
registerHooks({
  resolve(specifier, context, next) {
    const standIn = standIns[specifier];
    return standIn === undefined || context.parentURL === standIn ? next(specifier, context) : { url: standIn, shortCircuit: true };
  },
});

const switches: Switches = { mutantCoverage: { static: {}, perTest: {} } };
(globalThis as never as { __stryker__: Switches }).__stryker__ = switches;
if (process.env.MUTANT_FROM_THE_START) switches.activeMutant = process.env.MUTANT_FROM_THE_START;

const { loadedTests } = (await import(testApi)) as typeof import("./testApi.ts");
const noticed = async (tests: typeof loadedTests): Promise<string | undefined> => {
  for (const { name, run } of tests) {
    try {
      await run();
    } catch {
      return name;
    }
  }
  return undefined;
};

const failing: string[] = [];
for (const file of JSON.parse(process.env.TEST_FILES ?? "[]") as string[]) {
  try {
    await import(pathToFileURL(file).href);
  } catch (failure) {
    failing.push(`${file}: ${String(failure)}`);
  }
}

if (switches.activeMutant !== undefined) {
  switches.hitCount = 0;
  switches.hitLimit = 50_000_000;
  process.send?.({ kind: "tried", id: switches.activeMutant, killedBy: failing[0] ?? (await noticed(loadedTests)) }, () => process.exit(0));
  await new Promise(() => {});
}

// Once with every mutant off: all must pass, and each test's time and reach are learnt.
const milliseconds: number[] = [];
for (const [index, test] of loadedTests.entries()) {
  switches.currentTestId = String(index);
  const started = performance.now();
  const failed = await noticed([test]);
  if (failed !== undefined) failing.push(failed);
  const took = performance.now() - started;
  // A test that fails by itself or takes longer than a second is not used to try mutants.
  milliseconds.push(failed !== undefined || took > 1_000 ? Number.NaN : took);
}
switches.currentTestId = undefined;
const { perTest, static: atLoad } = switches.mutantCoverage;
const reachedBy = new Map<string, number[]>();
const hits = new Map<string, number>();
for (const [test, reached] of Object.entries(perTest)) {
  for (const [id, count] of Object.entries(reached)) {
    reachedBy.set(id, [...(reachedBy.get(id) ?? []), Number(test)]);
    hits.set(id, (hits.get(id) ?? 0) + count);
  }
}
process.send?.({ kind: "ready", tests: loadedTests.length, failing, reached: [...reachedBy.keys()], atLoad: Object.keys(atLoad) });

process.on("message", async ({ id }: { id: string }) => {
  const usable = (reachedBy.get(id) ?? []).filter((index) => !Number.isNaN(milliseconds[index]));
  const order = usable.sort((a, b) => (milliseconds[a] ?? 0) - (milliseconds[b] ?? 0));
  const tests = order.flatMap((index) => loadedTests[index] ?? []);
  switches.mutantCoverage = { static: {}, perTest: {} };
  switches.activeMutant = id;
  switches.hitCount = 0;
  // A mutant that loops for ever reaches itself far more often than the healthy code did.
  switches.hitLimit = (hits.get(id) ?? 0) * 100 + 10_000;
  const killedBy = await noticed(tests);
  switches.activeMutant = undefined;
  process.send?.({ kind: "tried", id, killedBy });
});
