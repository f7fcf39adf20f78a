import type { Minutes, TimeOfDay } from "../../shared/core/minutes.ts";
import { plainDate } from "../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "./givenHousehold.ts";
import type { TestApp } from "./startTestApp.ts";

export interface GivenPayday {
  readonly household: GivenHousehold;
  readonly payRunId: string;
  /** The payslip of Priya. */
  readonly payslipId: string;
}

/**
 * A finished run with the payday of 8 May 2026: Priya worked ten days of eight hours at £13.60, £1,088.00 in all, four-weekly, code 1257L.
 * Free of tax: 8/52 of £12,579 up to tax week 8, £1,935.36 in whole; so no tax. The app's day must be 4 May 2026 or later.
 */
export async function givenPayday(app: TestApp): Promise<GivenPayday> {
  const household = await givenHousehold(app);
  const weeks = ["2026-04-06", "2026-04-13"];
  for (const week of weeks) {
    const first = Number(week.slice(-2));
    for (let day = first; day < first + 5; day += 1) {
      await app.value("time.saveWorkedShift", {
        engagementId: household.assistants.priya,
        onDate: plainDate(`2026-04-${String(day).padStart(2, "0")}`),
        start: "09:00" as TimeOfDay,
        end: "17:00" as TimeOfDay,
        kindOfTimeId: household.kindOfTimeIds.weekday,
        planLineId: household.planLineIds.daySupport,
        awakeMinutes: 0 as Minutes,
      });
    }
    const { rows } = await app.value("time.week", { weekFrom: plainDate(week) });
    const timesheet = rows.find(({ engagementId }) => engagementId === household.assistants.priya)?.timesheet;
    await app.value("time.confirmTimesheet", { id: timesheet?.id ?? "" });
  }
  const run = await app.value("pay.startRun", {
    periodFrom: plainDate("2026-04-06"),
    periodTo: plainDate("2026-05-03"),
    payday: plainDate("2026-05-08"),
  });
  const finished = await app.value("pay.finishRun", { payRunId: run.id });
  const payslip = finished.payslips.find(({ engagementId }) => engagementId === household.assistants.priya);
  return { household, payRunId: run.id, payslipId: payslip?.id ?? "" };
}
