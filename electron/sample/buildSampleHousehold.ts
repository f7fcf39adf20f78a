import { addDays, addMonths, type PlainDate, plainDate } from "../../shared/core/plainDate.ts";
import { taxMonthOf } from "../../shared/payroll/incomeTax/taxPeriod.ts";
import type { PayRun } from "../../shared/payroll/payRun/payRun.ts";
import type { Dispatch } from "../dispatch.ts";
import { planWeek, workWeek } from "./playWeek.ts";
import { importStatement, openSampleAccount, payHmrcAndPension, payWages, type SampleBank } from "./sampleBank.ts";
import {
  type SampleAssistant,
  sampleBudget,
  sampleFirstPeriod,
  sampleLastStatementOn,
  sampleReturn,
  sampleStarts,
  sampleToday,
} from "./sampleHousehold.ts";
import { sendFirstReturn } from "./sendReturn.ts";
import { addAssistant, type SampleIds, setUpHousehold } from "./setUpSample.ts";
import { mondays, type Story, startStory } from "./story.ts";
import { giveP45, playEvents, prepareRun } from "./yearEvents.ts";

/** How far the story has come, for a progress display. */
export type SampleProgress = (words: string, done: number, total: number) => void;

/**
 * Plays the sample household from its first day to `until` through the program's own operations: set-up, rota, timesheets, pay
 * runs, bank statements, matches and receipts. The last pay period and the last quarter's return are left open.
 * `dispatchAt` opens the door to the empty file with the story's clock.
 */
export async function buildSampleHousehold(
  dispatchAt: (now: () => Date) => Dispatch,
  { until = sampleToday, onProgress = () => undefined }: { readonly until?: string; readonly onProgress?: SampleProgress } = {},
): Promise<{ readonly story: Story; readonly ids: SampleIds; readonly bank: SampleBank }> {
  const end = plainDate(until);
  const story = startStory(dispatchAt, sampleBudget.from);
  const weeks = mondays(sampleFirstPeriod.firstWeek, end);
  onProgress("Setting up the household, the plan and the employer", 0, weeks.length);
  const ids = await setUpHousehold(story);
  const bank = await openSampleAccount(story);
  let isReturnSent = false;
  let statementFrom = plainDate(sampleBudget.accountOpenedOn);
  for (const [index, week] of weeks.entries()) {
    const weekEnd = addDays(week, 6);
    story.goTo(addDays(week, -1) < story.today() ? story.today() : addDays(week, -1));
    for (const who of Object.keys(sampleStarts) as SampleAssistant[]) {
      if (sampleStarts[who].firstWeek === week) await addAssistant(story, ids, who);
    }
    await planWeek(story, ids, week);
    if (weekEnd >= end) break;
    const isLastWeek = addDays(weekEnd, 7) >= end;
    await workWeek(story, ids, week, !isLastWeek);
    await playEvents(story, ids, week);
    onProgress("Planning, working and confirming the weeks", index + 1, weeks.length);
    await finishDueRun(story, ids, bank, weekEnd, end);
    statementFrom = await bringInStatements(story, ids, bank, statementFrom, story.today());
    if (!isReturnSent && story.today() >= sampleReturn.sentOn) {
      onProgress("Making the first audit return", index + 1, weeks.length);
      await sendFirstReturn(story);
      isReturnSent = true;
    }
  }
  story.goTo(end);
  await payHmrcAndPension(story, bank, end);
  if (statementFrom <= sampleLastStatementOn && end > sampleLastStatementOn)
    await importStatement(story, ids, bank, statementFrom, plainDate(sampleLastStatementOn));
  return { story, ids, bank };
}

/** When a pay period has just ended: works out the pay, finishes the run, and pays what is due. */
async function finishDueRun(story: Story, ids: SampleIds, bank: SampleBank, periodEnd: PlainDate, end: PlainDate): Promise<void> {
  const period = await story.run("pay.suggestNextPeriod", {});
  if (!period || period.periodTo !== periodEnd || period.payday > end) return;
  story.goTo(addDays(periodEnd, 3));
  const { periodFrom, periodTo, payday } = period;
  const run = await story.run("pay.startRun", { periodFrom, periodTo, payday });
  await prepareRun(story, ids, run);
  await story.run("pay.finishRun", { payRunId: run.id });
  await tellHmrc(story, run);
  await giveP45(story, ids, run);
  await payWages(story, bank, run.id);
}

/** Each payday is told before it, so that nothing is late. What the month tells beside it goes with it. */
async function tellHmrc(story: Story, { id, payday, taxYear }: PayRun): Promise<void> {
  await story.run("hmrc.recordTold", { kind: "fps", payRunId: id, toldOn: story.today() });
  const taxMonth = taxMonthOf(payday);
  const { isNeeded, toldOn } = await story.run("hmrc.getEmployerSummary", { taxYear, taxMonth });
  if (isNeeded && toldOn === null) await story.run("hmrc.recordTold", { kind: "eps", taxYear, taxMonth, toldOn: story.today() });
}

/** Every month has one statement; it comes in once the month is over and HMRC has been paid. */
async function bringInStatements(story: Story, ids: SampleIds, bank: SampleBank, from: PlainDate, today: PlainDate): Promise<PlainDate> {
  let start = from;
  await payHmrcAndPension(story, bank, today);
  for (let next = addMonths(start, 1); addDays(next, 3) <= today; next = addMonths(start, 1)) {
    await importStatement(story, ids, bank, start, addDays(next, -1));
    start = next;
  }
  return start;
}
