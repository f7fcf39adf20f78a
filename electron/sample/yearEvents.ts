import { minutes } from "../../shared/core/minutes.ts";
import { addDays, laterOf, type PlainDate, plainDate } from "../../shared/core/plainDate.ts";
import type { PayRun } from "../../shared/payroll/payRun/payRun.ts";
import { sampleCorrection, sampleLeaver, sampleMaternity, sampleNotices } from "./sampleHousehold.ts";
import type { SampleIds } from "./setUpSample.ts";
import type { Story } from "./story.ts";

/** What else happens in a week, after its timesheets: somebody leaves, HMRC writes, a baby is announced. */
export async function playEvents(story: Story, ids: SampleIds, week: PlainDate): Promise<void> {
  const isNow = (on: string) => week <= on && on <= addDays(week, 6);
  const engagementOf = (who: Parameters<SampleIds["assistants"]["get"]>[0]) => ids.assistants.get(who)?.engagementId;
  const leaver = engagementOf(sampleLeaver.who);
  if (leaver && isNow(sampleLeaver.endOn)) {
    await story.run("employment.endEngagement", { id: leaver, endOn: plainDate(sampleLeaver.endOn), reason: "Moved to another town" });
  }
  const told = engagementOf(sampleNotices.who);
  if (told && isNow(sampleNotices.on)) {
    const fromOn = plainDate(sampleNotices.on);
    await story.run("employment.changeTaxCode", { engagementId: told, fromOn, taxCode: sampleNotices.taxCode, source: "Coding notice P6 from HMRC" });
    await story.run("employment.addLoanNotice", { engagementId: told, fromOn, kind: "postgraduate" });
  }
  const mother = engagementOf(sampleMaternity.who);
  if (mother && isNow(sampleMaternity.toldOn)) {
    await story.run("employment.addFamilyLeave", {
      engagementId: mother,
      kind: "maternity",
      expectedOn: plainDate(sampleMaternity.dueOn),
      payFromOn: plainDate(sampleMaternity.payFrom),
      weeks: sampleMaternity.weeks,
      noticeOn: plainDate(sampleMaternity.toldOn),
      evidence: "MAT B1 certificate",
      evidenceSeenOn: plainDate(sampleMaternity.toldOn),
    });
  }
}

/** What goes into a draft before it is finished: the leaver's holiday, and the correction found late. */
export async function prepareRun(story: Story, ids: SampleIds, run: PayRun): Promise<void> {
  const leaver = ids.assistants.get(sampleLeaver.who)?.engagementId;
  if (leaver && run.periodFrom <= sampleLeaver.endOn && sampleLeaver.endOn <= run.periodTo) {
    await story.run("pay.addFinalPay", {
      payRunId: run.id,
      engagementId: leaver,
      notice: { givenOn: plainDate(sampleLeaver.noticeOn), givenBy: "employee", contractWeeks: sampleLeaver.contractWeeks },
      kinds: ["holidayPay"],
    });
  }
  if (run.periodTo === sampleCorrection.foundInPeriodTo) await correctLate(story, ids, run);
}

/** The P45 goes to the leaver with the last pay. */
export async function giveP45(story: Story, ids: SampleIds, run: PayRun): Promise<void> {
  const leaver = ids.assistants.get(sampleLeaver.who)?.engagementId;
  if (!leaver || run.periodFrom > sampleLeaver.endOn || sampleLeaver.endOn > run.periodTo) return;
  await story.run("employment.recordP45", { engagementId: leaver, givenOn: laterOf(run.payday, story.today()) });
}

async function correctLate(story: Story, ids: SampleIds, run: PayRun): Promise<void> {
  const { who, payday, label } = sampleCorrection;
  const engagementId = ids.assistants.get(who)?.engagementId;
  const wrong = (await story.run("pay.listRuns", {})).find((each) => each.payday === payday && each.state === "finished");
  if (!wrong) return;
  const { finished } = await story.run("pay.getRun", { payRunId: wrong.id });
  const payslip = finished?.payslips.find((each) => each.engagementId === engagementId);
  const index = payslip?.result.payLines.findIndex((line) => line.label === label) ?? -1;
  const line = payslip?.result.payLines[index];
  if (!payslip || !line) return;
  await story.run("pay.correctPayslip", {
    payslipId: payslip.id,
    reason: "An hour of a Saturday in July was left out",
    facts: { lines: [{ index, minutes: minutes((line.minutes ?? 0) + sampleCorrection.minutes) }] },
    payRunId: run.id,
  });
}
