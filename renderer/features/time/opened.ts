import type { ShownPlannedShift, ShownWorkedShift, WeekRow } from "../../../shared/contract/timeOperations.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { Absence, Timesheet } from "../../../shared/timesheets/timesheet.ts";

/** What stands open over the week. */
export type Opened =
  | { readonly what: "newShift"; readonly row: WeekRow; readonly on: PlainDate }
  | { readonly what: "planned"; readonly row: WeekRow; readonly shift: ShownPlannedShift }
  | { readonly what: "worked"; readonly row: WeekRow; readonly shift: ShownWorkedShift }
  | { readonly what: "newAbsence" }
  | { readonly what: "absence"; readonly row: WeekRow; readonly absence: Absence }
  | { readonly what: "confirm" | "reopen"; readonly row: WeekRow; readonly timesheet: Timesheet };
