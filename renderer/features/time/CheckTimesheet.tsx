import type { Week, WeekRow } from "../../../shared/contract/timeOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { formatMiles } from "../../../shared/timesheets/miles.ts";
import type { Timesheet } from "../../../shared/timesheets/timesheet.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Hours } from "../../components/Hours.tsx";
import { NotificationBanner, useNotice } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";

/** The totals of a timesheet, to be looked at before the yes. */
export function CheckTimesheet({
  week,
  row,
  timesheet,
  onDone,
}: {
  readonly week: Week;
  readonly row: WeekRow;
  readonly timesheet: Timesheet;
  readonly onDone: () => void;
}) {
  const notice = useNotice();
  const confirm = useCommand("time.confirmTimesheet", {
    onDone: () => {
      notice.show(`Confirmed the timesheet of ${row.name} for the week of ${formatDate(week.weekFrom)}.`);
      onDone();
    },
  });
  return (
    <Stack>
      {week.weekTo >= week.today && (
        <NotificationBanner tone="warn" title="This week is not over yet.">
          <p>You can confirm now. To add time later, reopen the timesheet first.</p>
        </NotificationBanner>
      )}
      <DataTable
        caption="Worked time by kind"
        rows={row.minutesByKind}
        rowKey={(kind) => kind.kindOfTimeId}
        whenEmpty="No time was worked this week."
        columns={[
          { id: "kind", title: "Kind of time", isRowHeader: true, cell: (kind) => kind.name },
          { id: "shifts", title: "Shifts", isNumber: true, cell: (kind) => kind.shifts },
          { id: "minutes", title: "Time", isNumber: true, cell: (kind) => <Hours minutes={kind.minutes} /> },
        ]}
        totals={{ words: "Together", values: { shifts: row.worked.length, minutes: <Hours minutes={row.workedMinutes} /> } }}
      />
      <p>
        Planned: <Hours minutes={row.plannedMinutes} />. {row.milesHundredths > 0 && `Driven for work: ${formatMiles(row.milesHundredths)}.`}
      </p>
      <FailureMessage of={confirm} />
      <div>
        <Button look="primary" isBusy={confirm.isPending} onClick={() => confirm.mutate({ id: timesheet.id })}>
          Confirm the timesheet
        </Button>
      </div>
    </Stack>
  );
}
