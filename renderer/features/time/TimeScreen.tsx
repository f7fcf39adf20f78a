import { Copy, FileUp, Printer, UserX } from "lucide-react";
import { useState } from "react";
import type { Week } from "../../../shared/contract/timeOperations.ts";
import { formatDate, PlainDate } from "../../../shared/core/plainDate.ts";
import { mondayOf } from "../../../shared/timesheets/timesheet.ts";
import { useCommand, useQuery, useTask } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { useToday } from "../../components/Today.tsx";
import type { Opened } from "./opened.ts";
import { TimesheetCard } from "./TimesheetCard.tsx";
import { UnconfirmedCard } from "./UnconfirmedCard.tsx";
import { WeekCostCard } from "./WeekCostCard.tsx";
import { WeekDialogs } from "./WeekDialogs.tsx";
import { WeekGrid } from "./WeekGrid.tsx";
import { WeekLinks } from "./WeekLinks.tsx";
import { WeekNotesCard } from "./WeekNotesCard.tsx";

/** Rota and time: one week of everyone's planned and worked shifts. `weekFrom` is any day of the week; this week without it. */
export function TimeScreen({ weekFrom = "" }: { readonly weekFrom?: string }) {
  const today = useToday();
  const asked = PlainDate.safeParse(weekFrom);
  const monday = mondayOf(asked.success ? asked.data : today);
  const week = useQuery("time.week", { weekFrom: monday });
  const print = useTask("desktop.print");
  return (
    <LoadedScreen
      query={week}
      title={`Week of ${formatDate(monday)}`}
      lead="Planned shifts come from the rota. Change what was different, then confirm."
      actions={
        <>
          <LinkButton to={routes.timeImport} icon={FileUp}>
            Bring in timesheets from a file
          </LinkButton>
          <Button icon={Printer} onClick={() => print.mutate({})}>
            Print this week
          </Button>
        </>
      }
    >
      {(shown) => <WeekOfTime key={shown.weekFrom} week={shown} />}
    </LoadedScreen>
  );
}

function WeekOfTime({ week }: { readonly week: Week }) {
  const [opened, setOpened] = useState<Opened>();
  const notice = useNotice();
  const copy = useCommand("time.copyWeek", {
    onDone: ({ copied, leftOut }) =>
      notice.show(
        `${copied === 1 ? "1 shift was" : `${copied} shifts were`} copied from last week.${leftOut > 0 ? ` ${leftOut} did not fit, because of shifts that are there already or days outside the job.` : ""}`,
      ),
  });
  return (
    <Stack gap="large">
      <WeekLinks week={week} />
      {week.rows.length === 0 ? (
        <EmptyState title="Nobody works here in this week" action={<LinkButton to={routes.people}>Go to People</LinkButton>}>
          Here will be the shifts of every personal assistant, day by day.
        </EmptyState>
      ) : (
        <>
          <Stack>
            <Row>
              <Button icon={Copy} isBusy={copy.isPending} onClick={() => copy.mutate({ fromWeek: week.earlierWeek, toWeek: week.weekFrom })}>
                Copy last week’s rota
              </Button>
              <Button icon={UserX} onClick={() => setOpened({ what: "newAbsence" })}>
                Record an absence
              </Button>
            </Row>
            <FailureMessage of={copy} />
            <WeekGrid week={week} onOpen={setOpened} />
          </Stack>
          <WeekNotesCard notes={week.notes} />
          <TimesheetCard week={week} onOpen={setOpened} />
          <WeekCostCard weekFrom={week.weekFrom} />
        </>
      )}
      <UnconfirmedCard weekFrom={week.weekFrom} />
      <WeekDialogs week={week} opened={opened} onClose={() => setOpened(undefined)} />
    </Stack>
  );
}
