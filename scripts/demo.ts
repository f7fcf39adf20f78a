import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startVaultSession } from "../electron/data/vaultSession.ts";
import { migrations } from "../electron/db/migrations/index.ts";
import { createDispatch, todayInEngland } from "../electron/dispatch.ts";
import { newRecordId } from "../electron/recordId.ts";
import { buildSampleHousehold } from "../electron/sample/buildSampleHousehold.ts";
import { samplePassphrase, sampleYearEnd } from "../electron/sample/sampleHousehold.ts";
import { sendReturn } from "../electron/sample/sendReturn.ts";
import { lowestCost } from "../electron/vault/keyDerivation.ts";
import type { AllOperations } from "../shared/contract/index.ts";
import type { InputOf, OutputOf } from "../shared/contract/operation.ts";

/** `npm run demo -- --out FOLDER`: carries the sample household through the whole job, in a real encrypted file, and leaves its papers in a folder. */
const { values } = parseArgs({ options: { out: { type: "string", default: "demo-output" } } });
/** The first quarter's return is part of the sample household's own story. */
const laterQuarters = [
  ["2026-07-01", "2026-09-30"],
  ["2026-10-01", "2026-12-31"],
  ["2027-01-01", "2027-03-31"],
] as const;
const out = resolve(values.out);
const started = performance.now();
const made: { readonly name: string; readonly what: string }[] = [];
const clock = () => new Date(`${sampleYearEnd}T10:00:00Z`);
const root = mkdtempSync(join(tmpdir(), "plan-and-payday-demo-"));

const session = startVaultSession({
  root,
  migrations,
  now: clock,
  today: () => todayInEngland(clock()),
  newId: () => newRecordId(clock()),
  openDispatch: (vault, files, now, onChanged) =>
    createDispatch({
      database: vault.db,
      files,
      now,
      slot: vault.slot,
      onChanged,
      onUnexpected: (_reference, error) => {
        throw error;
      },
    }),
  fillSample: async (dispatchAt) => {
    await buildSampleHousehold(dispatchAt, { until: sampleYearEnd, onProgress: tell });
  },
  onChanged: () => undefined,
  cost: lowestCost,
});

try {
  mkdirSync(out, { recursive: true });
  await session.createSample();
  await reopen();
  await makePapers();
  session.lock();
  finish();
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** Locks the file and opens it again with its passphrase, so that everything below comes from what is on disk. */
async function reopen(): Promise<void> {
  const { vaultId } = session.status();
  session.lock();
  await session.unlock(vaultId ?? "", { passphrase: samplePassphrase });
}

async function run<Name extends keyof AllOperations>(name: Name, input: InputOf<AllOperations[Name]>): Promise<OutputOf<AllOperations[Name]>> {
  const answer = await session.dispatch()?.(name, input);
  if (!answer?.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer.value as OutputOf<AllOperations[Name]>;
}

/** The sample leaves one bank line for the user; here it is taken as the app suggests. */
async function explainLastLine(): Promise<void> {
  for (const line of (await run("bank.listLines", { show: "needsYou" })).lines) {
    if (line.suggestion?.planLineId) {
      await run("bank.matchLine", {
        lineId: line.id,
        parts: [{ kind: "planLine", amountPence: line.amountPence, planLineId: line.suggestion.planLineId }],
      });
    }
  }
}

async function makePapers(): Promise<void> {
  const runs = (await run("pay.listRuns", {})).filter((payRun) => payRun.state === "finished");
  for (const [index, payRun] of runs.entries()) {
    tell(`Payslips and figures for HMRC, payday ${payRun.payday}`, index + 1, runs.length);
    const { finished } = await run("pay.getRun", { payRunId: payRun.id });
    for (const { id } of finished?.payslips ?? []) keep(await run("documents.payslipPdf", { payslipId: id }), `pay/${payRun.payday}`, "Payslip");
    keep(await run("documents.hmrcFiguresPdf", { payRunId: payRun.id }), `pay/${payRun.payday}`, "Figures for HMRC");
    keep(await run("documents.hmrcFiguresCsv", { payRunId: payRun.id }), `pay/${payRun.payday}`, "Figures for HMRC");
    keep(await run("documents.paymentListPdf", { payRunId: payRun.id }), `pay/${payRun.payday}`, "Payment list");
  }
  tell("Budget report", 1, 1);
  keep(await run("documents.budgetReportPdf", {}), "budget", "Budget report");
  keep(await run("documents.budgetReportXlsx", {}), "budget", "Budget report");
  await explainLastLine();
  for (const [index, [periodFrom, periodTo]] of laterQuarters.entries()) {
    tell("Audit returns", index + 1, laterQuarters.length);
    await sendReturn({ run }, { periodFrom, periodTo, sentOn: sampleYearEnd, template: "joint-percentage-split" });
  }
  for (const entry of (await run("returns.list", {})).returns) {
    for (const kind of ["pdf", "spreadsheet", "index", "zip"] as const) {
      keep(await run("returns.getPackFile", { id: entry.id, kind }), `return ${entry.periodFrom} to ${entry.periodTo}`, "Audit return");
    }
  }
}

function keep(file: { readonly fileName: string; readonly base64: string }, folder: string, what: string): void {
  mkdirSync(join(out, folder), { recursive: true });
  const name = join(folder, file.fileName);
  writeFileSync(join(out, name), Buffer.from(file.base64, "base64"));
  made.push({ name, what });
}

function tell(words: string, done: number, total: number): void {
  const line = `${String(done).padStart(3)} of ${total}  ${words}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${line}`);
  else if (done === total || done === 0) console.log(line);
}

function finish(): void {
  if (process.stdout.isTTY) process.stdout.write("\n");
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\nMade in ${out}\n`);
  for (const what of [...new Set(made.map((file) => file.what))]) {
    const files = made.filter((file) => file.what === what);
    const kilobytes = Math.round(files.reduce((sum, file) => sum + statSync(join(out, file.name)).size, 0) / 1024);
    console.log(`${what.padEnd(20)}${String(files.length).padStart(4)} files${String(kilobytes).padStart(7)} kB   for example ${files[0]?.name}`);
  }
  console.log(`\nEverybody in these papers is made up. Finished in ${seconds} seconds.`);
}
