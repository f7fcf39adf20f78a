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
  await makePaydayPapers();
  await makeYearPapers();
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

/** Each payday: payslips, what to type for HMRC and as XML, what to pay, the journal. */
async function makePaydayPapers(): Promise<void> {
  const runs = (await run("pay.listRuns", {})).filter((payRun) => payRun.state === "finished" && payRun.withdrawnOn === null);
  for (const [index, { id: payRunId, payday }] of runs.entries()) {
    tell(`Papers of the payday ${payday}`, index + 1, runs.length);
    const folder = `pay/${payday}`;
    const { finished } = await run("pay.getRun", { payRunId });
    for (const { id } of finished?.payslips ?? []) keep(await run("documents.payslipPdf", { payslipId: id }), folder, "Payslip");
    keep(await run("documents.fpsXml", { payRunId }), folder, "XML for HMRC");
    keep(await run("documents.keyingSheetPdf", { payRunId }), folder, "Keying sheet");
    keep(await run("documents.hmrcFiguresCsv", { payRunId }), folder, "Figures for HMRC");
    keep(await run("documents.paymentListPdf", { payRunId }), folder, "Payment list");
    keep(await run("documents.payJournalPdf", { payRunId }), folder, "Pay journal");
    if (finished?.payslips.some(({ result }) => result.pensionTaxTreatment !== null)) {
      keep(await run("documents.pensionCsv", { payRunId }), folder, "Pension file");
    }
  }
}

/** The tax year and each person: P32, P60, P11, P45, and what the month's summary tells. Papers that a rule says no to are not offered, so not made. */
async function makeYearPapers(): Promise<void> {
  const groups = (await run("documents.list", {})).filter(({ kind }) => kind === "taxYear" || kind === "person");
  const wanted: Readonly<Record<string, string>> = {
    "documents.p32Pdf": "P32",
    "documents.p60Pdf": "P60",
    "documents.p11Pdf": "P11",
    "documents.p45Pdf": "P45",
    "documents.payHistoryPdf": "Record for one PA",
  };
  const papers = groups.flatMap(({ kind, title, documents }) =>
    documents.flatMap(({ operation, input }) =>
      wanted[operation] ? [{ operation, input, what: wanted[operation], folder: kind === "person" ? `people/${title}` : title }] : [],
    ),
  );
  for (const [index, { operation, input, what, folder }] of papers.entries()) {
    tell("Papers of the tax year", index + 1, papers.length);
    keep(
      (await run(operation as "documents.p32Pdf", input as { taxYear: string })) as { fileName: string; base64: string },
      folder.toLowerCase(),
      what,
    );
  }
  await makeSummary();
}

/** The newest Employer Payment Summary as XML: HMRC takes only that of the tax month that runs now, and its totals hold the earlier ones. */
async function makeSummary(): Promise<void> {
  const newest = (await run("hmrc.listSubmissions", {})).find(({ kind }) => kind === "eps");
  if (!newest || newest.taxMonth === null) return;
  const { taxYear, taxMonth } = newest;
  keep(await run("documents.epsXml", { taxYear, taxMonth }), `tax year ${taxYear}`, "XML for HMRC");
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
