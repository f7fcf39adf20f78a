import type { FinishedPayRun } from "../../../shared/contract/payAnswers.ts";
import type { TimeOfDay } from "../../../shared/core/minutes.ts";
import { addDays, type PlainDate, plainDate } from "../../../shared/core/plainDate.ts";
import type { PayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

/** A household whose first period is 6 April to 3 May 2026, paid on 8 May, with short words for what pay tests do again and again. */
export interface GivenPay {
  readonly app: TestApp;
  readonly household: GivenHousehold;
  readonly priya: string;
  readonly tom: string;
  /** Works eight hours a day from nine to five at £13.60, Monday to Friday by default, in whole weeks, and confirms them. */
  works(engagementId: string, weekFrom: string, weeks?: number, daysAWeek?: number): Promise<void>;
  /** The regular period by its number: 1 is 6 April to 3 May. */
  period(number: number): PayPeriod;
  start(number: number): Promise<string>;
  finish(payRunId: string): Promise<FinishedPayRun>;
  /** Starts and finishes the regular run of a period, on the day after it ends. */
  run(number: number): Promise<FinishedPayRun>;
}

/** One person's payslip of a finished run. */
export const slipOf = ({ payslips }: FinishedPayRun, engagementId: string): PayslipResult | undefined =>
  payslips.find((payslip) => payslip.engagementId === engagementId)?.result;

/** In memory, or in an encrypted file at `path`. */
export async function givenPay(path?: string): Promise<GivenPay> {
  const app = startTestApp({ today: "2026-04-13", ...(path !== undefined && { path }) });
  const household = await givenHousehold(app);
  const period = (number: number): PayPeriod => {
    const periodFrom = addDays(plainDate("2026-04-06"), (number - 1) * 28);
    return { periodFrom, periodTo: addDays(periodFrom, 27), payday: addDays(plainDate("2026-05-08"), (number - 1) * 28) };
  };
  const start = async (number: number) => (await app.value("pay.startRun", period(number))).id;
  return {
    app,
    household,
    priya: household.assistants.priya,
    tom: household.assistants.tom,
    async works(engagementId, weekFrom, weeks = 1, daysAWeek = 5) {
      for (let week = 0; week < weeks; week++) {
        const monday = addDays(plainDate(weekFrom), week * 7);
        app.setToday(addDays(monday, 7));
        for (let day = 0; day < daysAWeek; day++) await workDay(app, household, engagementId, addDays(monday, day));
        const { rows } = await app.value("time.week", { weekFrom: monday });
        const id = rows.find((row) => row.engagementId === engagementId)?.timesheet?.id ?? "";
        await app.value("time.confirmTimesheet", { id });
      }
    },
    period,
    start,
    finish: (payRunId) => app.value("pay.finishRun", { payRunId }),
    async run(number) {
      app.setToday(addDays(period(number).periodTo, 1));
      return app.value("pay.finishRun", { payRunId: await start(number) });
    },
  };
}

async function workDay(app: TestApp, { kindOfTimeIds, planLineIds }: GivenHousehold, engagementId: string, onDate: PlainDate): Promise<void> {
  const time = { start: "09:00" as TimeOfDay, end: "17:00" as TimeOfDay };
  await app.value("time.saveWorkedShift", {
    engagementId,
    onDate,
    ...time,
    kindOfTimeId: kindOfTimeIds.weekday,
    planLineId: planLineIds.daySupport,
  });
}
