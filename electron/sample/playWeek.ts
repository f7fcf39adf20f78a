import { minutes, TimeOfDay } from "../../shared/core/minutes.ts";
import { pence } from "../../shared/core/money.ts";
import { addDays, daysBetween, laterOf, type PlainDate, plainDate } from "../../shared/core/plainDate.ts";
import {
  type SampleAssistant,
  type SampleShift,
  sampleBankHolidays,
  sampleClockChangeNight,
  samplePattern,
  sampleRates,
  sampleSickness,
  sampleWokenMinutes,
} from "./sampleHousehold.ts";
import type { SampleIds } from "./setUpSample.ts";
import type { Story } from "./story.ts";

/** Plans one week of the rota, on the Thursday before it starts. */
export async function planWeek(story: Story, ids: SampleIds, week: PlainDate): Promise<void> {
  for (const shift of shiftsOfWeek(week)) {
    const assistant = ids.assistants.get(shift.who);
    if (!assistant) continue;
    await story.run("time.planShift", { engagementId: assistant.engagementId, ...typed(shift, week, ids) });
  }
}

/** Lets a week be worked: rates that change, sickness, sleep broken at night; then the timesheets are filled and, when wanted, confirmed. */
export async function workWeek(story: Story, ids: SampleIds, week: PlainDate, confirm: boolean): Promise<void> {
  const end = addDays(week, 6);
  await changeRates(story, ids, week);
  for (const spell of sampleSickness) if (spell.to >= week && spell.to <= end) await recordSickness(story, ids, spell);
  story.goTo(addDays(week, 7));
  const atWork = new Set(shiftsOfWeek(week).map(({ who }) => who));
  for (const [who, { engagementId }] of ids.assistants) {
    if (!atWork.has(who)) continue;
    const { id } = await story.run("time.startTimesheet", { engagementId, weekFrom: week });
    if (who === "priya") await addWokenTime(story, week, engagementId);
    if (confirm) await story.run("time.confirmTimesheet", { id });
  }
}

function shiftsOfWeek(week: PlainDate): SampleShift[] {
  const pattern = samplePattern.filter(
    (shift) =>
      shift.fromWeek <= week && week <= (shift.untilWeek ?? week) && daysBetween(plainDate(shift.fromWeek), week) % (shift.everyWeeks * 7) === 0,
  );
  if (sampleClockChangeNight.on < week || sampleClockChangeNight.on > addDays(week, 6)) return pattern;
  return [...pattern, { ...sampleClockChangeNight, day: daysBetween(week, plainDate(sampleClockChangeNight.on)), fromWeek: week, everyWeeks: 1 }];
}

function typed(shift: SampleShift, week: PlainDate, ids: SampleIds) {
  const onDate = addDays(week, shift.day);
  const isBankHoliday = shift.who === "tom" && shift.kind === "Weekday" && sampleBankHolidays.includes(onDate);
  return {
    onDate,
    start: TimeOfDay.parse(shift.start),
    end: TimeOfDay.parse(shift.end),
    breakMinutes: minutes(shift.breakMinutes),
    kindOfTimeId: ids.kinds.get(isBankHoliday ? "Bank holiday" : shift.kind) ?? "",
    planLineId: ids.lines[shift.line],
  };
}

async function changeRates(story: Story, ids: SampleIds, week: PlainDate): Promise<void> {
  for (const who of Object.keys(sampleRates) as SampleAssistant[]) {
    const assistant = ids.assistants.get(who);
    const [first, ...later] = sampleRates[who];
    for (const rate of later) {
      if (!assistant || rate.from !== week || rate.from === first?.from) continue;
      await story.run("employment.changePayRate", {
        engagementId: assistant.engagementId,
        fromOn: plainDate(rate.from),
        kindOfTimeId: ids.kinds.get(rate.kind) ?? "",
        ratePence: pence(rate.ratePence),
      });
    }
  }
}

async function recordSickness(story: Story, ids: SampleIds, { who, from, to, note }: (typeof sampleSickness)[number]): Promise<void> {
  const assistant = ids.assistants.get(who);
  if (!assistant) return;
  story.goTo(laterOf(plainDate(to), story.today()));
  const days = { fromOn: plainDate(from), toOn: plainDate(to) };
  await story.run("time.recordAbsence", { engagementId: assistant.engagementId, kind: "sickness", ...days, note });
}

async function addWokenTime(story: Story, week: PlainDate, engagementId: string): Promise<void> {
  const { rows } = await story.run("time.week", { weekFrom: week });
  for (const shift of rows.find((row) => row.engagementId === engagementId)?.worked ?? []) {
    const woken = sampleWokenMinutes[shift.onDate];
    if (woken === undefined) continue;
    const { id, onDate, start, end, breakMinutes, kindOfTimeId, planLineId } = shift;
    await story.run("time.saveWorkedShift", {
      id,
      engagementId,
      onDate,
      start,
      end,
      breakMinutes,
      kindOfTimeId,
      planLineId,
      awakeMinutes: minutes(woken),
      note: "Woken to help",
    });
  }
}
