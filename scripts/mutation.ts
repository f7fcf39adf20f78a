import { type ChildProcess, fork } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

// Mutation testing of the payroll engine: changes one thing at a time in shared/payroll (Stryker's mutators) and asks whether
// a test notices. Fails when fewer than 90% of the changes are noticed. `npm run mutation -- incomeTax pension` tries some rooms only.
const root = join(import.meta.dirname, "..");
const reports = join(root, "reports", "mutation");
mkdirSync(reports, { recursive: true });
const work = mkdtempSync(join(reports, "work-"));
const wanted = process.argv.slice(2);
const leastKilled = 90;
const processes = Number(process.env.MUTATION_PROCESSES ?? 2);
/** A change that keeps its process busy for longer than this many milliseconds runs for ever: noticed. Loops are mostly cut short by their count of rounds. */
const patience = 180_000;

interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}
type Outcome = "noticed" | "survived" | "notReached";
type Answer =
  | { readonly kind: "ready"; readonly tests: number; readonly failing: string[]; readonly reached: string[]; readonly atLoad: string[] }
  | { readonly kind: "tried"; readonly id: string; readonly killedBy?: string };

/** The engine: what works pay out. Rooms that only use it are tried when asked for by name; papers and file readers are not. */
const onlyByName = ["rti", "bureau", "yearEnd"];
const isEngine = (file: string) =>
  !/\/(figures|documents)\/|Document\.ts$|\/types\.ts$/.test(file) &&
  onlyByName.every((room) => !file.includes(`/${room}/`) || wanted.some((name) => name.startsWith(room)));
const isWanted = (file: string) => wanted.length === 0 || wanted.some((room) => file.includes(`/${room}`));

/** Copies the engine and its tests to a work folder, with every mutant of the wanted rooms written in, switched off. */
async function instrument(): Promise<readonly Mutant[]> {
  for (const room of ["shared", "test/shared", "test/support", "test/fixtures"]) cpSync(join(root, room), join(work, room), { recursive: true });
  writeFileSync(join(work, "package.json"), '{ "type": "module" }\n');
  const names = globSync("shared/payroll/**/*.ts", { cwd: root }).filter((file) => isEngine(file) && isWanted(file));
  const silent = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} };
  const files = names.sort().map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), "utf8") }));
  const result = await new Instrumenter(silent as never).instrument(files as never, { plugins: [], excludedMutations: [], ignorers: [] } as never);
  for (const { name, content } of result.files) writeFileSync(join(work, name), content);
  return result.mutants as unknown as Mutant[];
}

function start(mutantFromTheStart?: string): ChildProcess {
  const testFiles = globSync("test/shared/payroll/**/*.test.ts", { cwd: work })
    .filter((file) => !/\/(documents|figures)\//.test(file))
    .sort()
    .map((file) => join(work, file));
  const env = {
    ...process.env,
    TEST_FILES: JSON.stringify(testFiles),
    ...(mutantFromTheStart === undefined ? {} : { MUTANT_FROM_THE_START: mutantFromTheStart }),
  };
  return fork(join(root, "scripts/mutation/tryMutants.ts"), { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
}

/** The next answer of a process; undefined when it stays silent for too long or ends. */
function answerOf(child: ChildProcess, milliseconds: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: unknown) => {
      clearTimeout(timer);
      child.off("message", settle);
      child.off("exit", ended);
      resolve(answer as Answer | undefined);
    };
    const ended = () => settle(undefined);
    const timer = setTimeout(ended, milliseconds);
    child.once("message", settle);
    child.once("exit", ended);
  });
}

async function startReady(): Promise<{ child: ChildProcess; ready: Extract<Answer, { kind: "ready" }> }> {
  const child = start();
  const ready = await answerOf(child, 300_000);
  if (ready?.kind !== "ready") throw new Error("The tests could not be loaded.");
  return { child, ready };
}

/** Tries mutants from the queue until it is empty; a process that hangs is replaced and its mutant counts as noticed. */
async function tryQueue(first: ChildProcess, queue: string[], outcomes: Map<string, Outcome>): Promise<void> {
  let child = first;
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const answering = answerOf(child, patience);
    child.send({ id });
    const answer = await answering;
    outcomes.set(id, answer?.kind === "tried" && answer.killedBy === undefined ? "survived" : "noticed");
    if (answer === undefined) {
      child.kill("SIGKILL");
      ({ child } = await startReady());
    }
  }
  child.kill();
}

/** Mutants in code that runs while a file is loaded: each in a fresh process, switched on from the start. */
async function tryAtLoad(queue: string[], outcomes: Map<string, Outcome>): Promise<void> {
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const child = start(id);
    const answer = await answerOf(child, patience);
    outcomes.set(id, answer?.kind === "tried" && answer.killedBy === undefined ? "survived" : "noticed");
    child.kill("SIGKILL");
  }
}

function described({ fileName, mutatorName, replacement, location: { start, end } }: Mutant): string {
  const lines = readFileSync(join(root, fileName), "utf8").split("\n");
  const first = lines[start.line] ?? "";
  const original = start.line === end.line ? first.slice(start.column, end.column) : `${first.slice(start.column)} …`;
  const short = (text: string) => text.replaceAll(/\s+/g, " ").slice(0, 90);
  return `${fileName}:${start.line + 1} ${mutatorName}: ${short(original)} → ${short(replacement)}`;
}

function report(mutants: readonly Mutant[], outcomes: ReadonlyMap<string, Outcome>): number {
  const files = Map.groupBy(mutants, ({ fileName }) => fileName);
  const count = (some: readonly Mutant[], outcome: Outcome) => some.filter(({ id }) => outcomes.get(id) === outcome).length;
  const row = (name: string, some: readonly Mutant[]) => {
    const killed = count(some, "noticed");
    const share = ((100 * killed) / some.length).toFixed(1);
    const cells = [some.length, killed, count(some, "survived"), count(some, "notReached")].map((cell) => String(cell).padStart(9));
    return `${name.padEnd(64)}${cells.join("")}${share.padStart(8)}%`;
  };
  console.log(`${"".padEnd(64)}  changes  noticed survived unreached   share`);
  for (const [name, some] of files) console.log(row(name, some));
  console.log(row("All", mutants));
  const left = mutants.filter(({ id }) => outcomes.get(id) !== "noticed").map(described);
  const list = `survivors${["", ...wanted].join("-").replaceAll("/", "_")}.txt`;
  writeFileSync(join(reports, list), `${left.join("\n")}\n`);
  console.log(`Not noticed: ${left.length}, listed in reports/mutation/${list}.`);
  return (100 * count(mutants, "noticed")) / mutants.length;
}

const started = Date.now();
const mutants = await instrument();
const { child, ready } = await startReady();
console.log(`${mutants.length} changes, ${ready.tests} tests, ready after ${((Date.now() - started) / 1000).toFixed(0)} s.`);
for (const name of ready.failing) console.log(`FAILS BEFORE ANY CHANGE, not used: ${name}`);
const outcomes = new Map<string, Outcome>();
const reached = new Set(ready.reached);
const atLoad = new Set(ready.atLoad);
for (const { id } of mutants) outcomes.set(id, "notReached");
const queue = mutants.map(({ id }) => id).filter((id) => reached.has(id));
const more = await Promise.all(Array.from({ length: processes - 1 }, async () => (await startReady()).child));
await Promise.all([child, ...more].map((each) => tryQueue(each, queue, outcomes)));
// What runs both at load and in a test may be noticed only when it is on from the start.
const again = mutants.map(({ id }) => id).filter((id) => atLoad.has(id) && outcomes.get(id) !== "noticed");
await Promise.all(Array.from({ length: processes }, () => tryAtLoad(again, outcomes)));
rmSync(work, { recursive: true, force: true });
const share = report(mutants, outcomes);
console.log(`${share.toFixed(1)}% noticed in ${((Date.now() - started) / 1000).toFixed(0)} s; at least ${leastKilled}% is asked.`);
process.exit(share >= leastKilled && ready.failing.length === 0 ? 0 : 1);
