import { CircleCheck, ClipboardList, LockOpen } from "lucide-react";
import type { Week, WeekRow } from "../../../shared/contract/timeOperations.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Hours } from "../../components/Hours.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import type { Opened } from "./opened.ts";
import { stateWords } from "./words.ts";

/** Everyone's timesheet of the week: how it stands, and the next step. */
export function TimesheetCard({ week, onOpen }: { readonly week: Week; readonly onOpen: (opened: Opened) => void }) {
  const notice = useNotice();
  const fill = useCommand("time.startTimesheet", {
    onDone: ({ added }) =>
      notice.show(
        added === 0
          ? "There was nothing to add. Shifts still to come and days away are left out."
          : `${added === 1 ? "1 shift was" : `${added} shifts were`} put on the timesheet from the plan.`,
      ),
  });
  return (
    <Card title="Timesheets of this week">
      <FailureMessage of={fill} />
      <DataTable
        caption="Timesheets of this week"
        isCaptionHidden
        rows={week.rows}
        rowKey={(row) => row.engagementId}
        columns={[
          { id: "name", title: "Person", isRowHeader: true, cell: (row) => row.name },
          { id: "planned", title: "Planned", isNumber: true, cell: (row) => <Hours minutes={row.plannedMinutes} /> },
          { id: "worked", title: "Worked", isNumber: true, cell: (row) => <Hours minutes={row.workedMinutes} /> },
          { id: "state", title: "State", cell: (row) => <StateChip row={row} /> },
          {
            id: "do",
            title: "What to do",
            cell: (row) => (
              <NextSteps
                row={row}
                onOpen={onOpen}
                isBusy={fill.isPending}
                onFill={() => fill.mutate({ engagementId: row.engagementId, weekFrom: week.weekFrom })}
              />
            ),
          },
        ]}
        totals={{
          words: "Everyone",
          values: { planned: <Hours minutes={week.plannedMinutes} />, worked: <Hours minutes={week.workedMinutes} /> },
        }}
      />
    </Card>
  );
}

function StateChip({ row }: { readonly row: WeekRow }) {
  if (!row.timesheet) return <StatusChip>Not started</StatusChip>;
  const { tone, words } = stateWords[row.timesheet.state];
  return <StatusChip tone={tone}>{words}</StatusChip>;
}

function NextSteps({
  row,
  onOpen,
  onFill,
  isBusy,
}: {
  readonly row: WeekRow;
  readonly onOpen: (opened: Opened) => void;
  readonly onFill: () => void;
  readonly isBusy: boolean;
}) {
  const about = `for ${row.name}`;
  const { timesheet } = row;
  if (timesheet?.state === "paid") return "Nothing: it is paid";
  if (timesheet?.state === "confirmed") {
    return (
      <Button icon={LockOpen} about={about} onClick={() => onOpen({ what: "reopen", row, timesheet })}>
        Reopen
      </Button>
    );
  }
  return (
    <Row>
      {timesheet && (
        <Button icon={CircleCheck} about={about} onClick={() => onOpen({ what: "confirm", row, timesheet })}>
          Check and confirm
        </Button>
      )}
      <Button icon={ClipboardList} about={about} isBusy={isBusy} onClick={onFill}>
        Fill timesheet from plan
      </Button>
    </Row>
  );
}
