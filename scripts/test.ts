import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

// Everything `npm test` runs, one step after another, to the end even when one fails. The last line is the sum.
const root = join(import.meta.dirname, "..");
const tool = (path: string) => join(root, "node_modules", path);
const reports = join(root, "reports");

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Vitest steps count their tests; any other step counts as one check. */
  readonly project?: string;
}

const types = (room: string): Step => ({ name: `Types: ${room}`, command: [tool("typescript/bin/tsc"), "-p", room, "--noEmit"] });
const tests = (name: string, project: string): Step => ({
  name,
  project,
  command: [
    tool("vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ],
});

const steps: readonly Step[] = [
  { name: "Style and accessibility rules", command: [tool("@biomejs/biome/bin/biome"), "check", "."] },
  { name: "Who imports whom", command: [join(root, "scripts", "checkImports.ts")] },
  ...["shared", "electron", "renderer", "test", "scripts"].map(types),
  tests("Rules, figures, files and encryption", "unit"),
  tests("Screens", "renderer"),
  { name: "Build", command: [tool("electron-vite/bin/electron-vite.js"), "build", "--logLevel", "warn"] },
  tests("The whole app in a browser", "e2e"),
];

/** How many tests passed and failed, from the report a vitest step wrote; a report that is missing counts as one failure. */
function counted(project: string, isGreen: boolean): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(join(reports, `${project}.json`), "utf8")) as { numPassedTests: number; numFailedTests: number };
    const failed = report.numFailedTests;
    return { passed: report.numPassedTests, failed: isGreen || failed > 0 ? failed : 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
let passed = 0;
let failed = 0;
const failedSteps: string[] = [];
for (const [index, { name, command, project }] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length}] ${name}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" });
  const isGreen = status === 0;
  const sum = project === undefined ? { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1 } : counted(project, isGreen);
  passed += sum.passed;
  failed += sum.failed;
  if (!isGreen) failedSteps.push(name);
  console.log(`${isGreen ? "Passed" : "FAILED"}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

if (failedSteps.length > 0) console.log(`\nNot passed: ${failedSteps.join("; ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failedSteps.length === 0 && failed === 0 ? 0 : 1;
