import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import type { FamilyLeaveStanding } from "../../../shared/contract/employmentArrangements.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Hours } from "../../components/Hours.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { changePath } from "./changePath.ts";
import { NextPayForDaysAway } from "./NextPayForDaysAway.tsx";
import { absenceKinds, familyLeaveKinds, wordsOf } from "./words.ts";

/** Sickness, holiday and family leave, and what the next pay run pays for them. */
export function LeaveTab({ record }: { readonly record: AssistantRecord }) {
  const { id: engagementId } = record.engagement;
  const arrangements = useQuery("employment.getPayArrangements", { engagementId });
  return (
    <Stack>
      <NextPayForDaysAway engagementId={engagementId} firstName={record.engagement.person.firstName} />
      <DaysAwayCard engagementId={engagementId} />
      <Loaded query={arrangements}>
        {({ familyLeaves }) => (
          <>
            {familyLeaves.map((leave) => (
              <LeaveCard key={leave.id} engagementId={engagementId} leave={leave} />
            ))}
            <Card title="Family leave">
              <EmptyState
                title={familyLeaves.length === 0 ? "No family leave is recorded" : "Another leave?"}
                action={<LinkButton to={changePath(engagementId, "familyLeave")}>Add family leave</LinkButton>}
              >
                <p>Maternity, adoption, paternity, shared parental, bereavement and neonatal care leave. We work out whether pay is due and why.</p>
              </EmptyState>
            </Card>
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function DaysAwayCard({ engagementId }: { readonly engagementId: string }) {
  const absences = useQuery("time.listAbsences", { engagementId });
  return (
    <Card
      title="Sickness and days away"
      note={<TextLink to={routes.time}>Holiday is recorded on the week's page</TextLink>}
      actions={<LinkButton to={changePath(engagementId, "sickness")}>Record sickness</LinkButton>}
    >
      <Loaded query={absences}>
        {(list) => (
          <DataTable
            caption="Days away, newest first"
            isCaptionHidden
            rows={list}
            rowKey={({ id }) => id}
            whenEmpty="No days away are recorded."
            columns={[
              { id: "kind", title: "Kind", isRowHeader: true, cell: ({ kind }) => absenceKinds[kind] },
              { id: "from", title: "First day", cell: ({ fromOn }) => <LongDate on={fromOn} /> },
              { id: "to", title: "Last day", cell: ({ toOn }) => <LongDate on={toOn} /> },
              { id: "paid", title: "Holiday hours", isNumber: true, cell: ({ minutes }) => (minutes === null ? "" : <Hours minutes={minutes} />) },
              {
                id: "change",
                title: "Change",
                isTitleHidden: true,
                cell: ({ id, kind, fromOn }) =>
                  kind === "sickness" && (
                    <TextLink to={changePath(engagementId, "sickness", id)} about={`the sickness from ${formatDate(fromOn)}`}>
                      Change the days
                    </TextLink>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}

function LeaveCard({ engagementId, leave }: { readonly engagementId: string; readonly leave: FamilyLeaveStanding }) {
  const name = wordsOf(familyLeaveKinds, leave.kind);
  return (
    <Card
      title={`${name} from ${formatDate(leave.payFromOn)}`}
      actions={
        <LinkButton to={changePath(engagementId, "familyLeave", leave.id)} about={`from ${formatDate(leave.payFromOn)}`}>
          Change this leave
        </LinkButton>
      }
    >
      <Stack>
        <SummaryList
          rows={[
            { name: "Pay", value: leave.payName },
            { name: "Expected day", value: <LongDate on={leave.expectedOn} /> },
            ...(leave.actualOn ? [{ name: "Day it happened", value: <LongDate on={leave.actualOn} /> }] : []),
            { name: "Last day that can be paid", value: <LongDate on={leave.lastPaidDay} /> },
            { name: "Notice given", value: leave.noticeOn ? <LongDate on={leave.noticeOn} /> : "Not yet" },
            { name: "Evidence", value: leave.evidenceSeenOn ? evidenceWords(leave) : "Not seen yet" },
            { name: "Paid so far", value: <Money amount={leave.paidSoFar} /> },
          ]}
        />
        {leave.notes.length > 0 && (
          <div>
            <h3>Is pay due?</h3>
            <ul>
              {leave.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </div>
        )}
        <TouchDays engagementId={engagementId} leave={leave} />
      </Stack>
    </Card>
  );
}

const evidenceWords = ({ evidence, evidenceSeenOn }: FamilyLeaveStanding) =>
  `${evidence === "" ? "Seen" : evidence}, ${evidenceSeenOn ? formatDate(evidenceSeenOn) : ""}`;

function TouchDays({ engagementId, leave }: { readonly engagementId: string; readonly leave: FamilyLeaveStanding }) {
  const remove = useCommand("employment.removeKeepingInTouchDay");
  const { keepingInTouchDays: days, keepingInTouchDaysLeft: left } = leave;
  if (days.length === 0 && left === 0) return null;
  return (
    <div>
      <h3>Keeping-in-touch days</h3>
      <Stack gap="small">
        <FailureMessage of={remove} />
        <StatusChip tone={left > 0 ? "info" : "warn"}>{left === 1 ? "1 day left" : `${left} days left`}</StatusChip>
        {days.length > 0 && (
          <ul>
            {days.map(({ id, onDate }) => (
              <li key={id}>
                <LongDate on={onDate} />{" "}
                <Button look="quiet" about={formatDate(onDate)} isBusy={remove.isPending} onClick={() => remove.mutate({ id })}>
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Row>
          <LinkButton to={changePath(engagementId, "keepInTouch", leave.id)}>Add a keeping-in-touch day</LinkButton>
        </Row>
      </Stack>
    </div>
  );
}
