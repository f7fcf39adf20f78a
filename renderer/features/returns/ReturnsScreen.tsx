import { useLocation } from "wouter";
import type { ReturnListEntry, ReturnSuggestion } from "../../../shared/contract/returnsOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { OtherDatesForm } from "./OtherDatesForm.tsx";
import { StateChip } from "./StateChip.tsx";

const columns: readonly Column<ReturnListEntry>[] = [
  {
    id: "period",
    title: "Period",
    isRowHeader: true,
    sortBy: (entry) => entry.periodTo,
    cell: (entry) => (
      <TextLink to={pathTo(routes.return, { returnId: entry.id })}>
        {formatDate(entry.periodFrom)} to {formatDate(entry.periodTo)}
      </TextLink>
    ),
  },
  { id: "for", title: "For", cell: (entry) => entry.funderName },
  { id: "due", title: "Due", cell: (entry) => (entry.dueOn ? <LongDate on={entry.dueOn} /> : "No date") },
  { id: "state", title: "State", cell: (entry) => <StateChip entry={entry} /> },
];

/** Audit returns: what was sent, what is open, and what comes next. */
export function ReturnsScreen() {
  const list = useQuery("returns.list", {});
  return (
    <LoadedScreen
      title="Audit returns"
      lead="Show your funder what the money was spent on. The app checks first and collects the papers."
      query={list}
    >
      {({ returns, suggestions }) => (
        <Stack gap="large">
          {returns.length > 0 && (
            <Card>
              <DataTable caption="Your returns" columns={columns} rows={returns} rowKey={(entry) => entry.id} />
            </Card>
          )}
          {suggestions.length === 0 ? (
            <EmptyState
              title="Add your budget and your bank account first"
              action={
                <LinkButton to={routes.setup} look="primary">
                  Go to set-up
                </LinkButton>
              }
            >
              <p>A return reports on one account and one budget.</p>
            </EmptyState>
          ) : (
            <NextReturn suggestions={suggestions} />
          )}
        </Stack>
      )}
    </LoadedScreen>
  );
}

function NextReturn({ suggestions }: { readonly suggestions: readonly ReturnSuggestion[] }) {
  const [, goTo] = useLocation();
  const open = useCommand("returns.open", { onDone: ({ id }) => goTo(pathTo(routes.return, { returnId: id })) });
  return (
    <Card title="Start a return" note="Choose what is nearest to your agreement.">
      <Stack>
        <FailureMessage of={open} />
        {suggestions.map(({ templateId, name, description, warning, periodFrom, periodTo, dueOn, hasEnded }) => (
          <Card key={templateId} title={name} level={3} tone="sunk">
            <Stack gap="small">
              <p>{description}</p>
              <p>
                Next: <LongDate on={periodFrom} /> to <LongDate on={periodTo} />
                {dueOn && (
                  <>
                    , due <LongDate on={dueOn} />
                  </>
                )}
                . {!hasEnded && <StatusChip tone="info">Not ended yet</StatusChip>}
              </p>
              {warning && <p>{warning}</p>}
              <div>
                <Button
                  isBusy={open.isPending}
                  about={`: ${name}, ${formatDate(periodFrom)} to ${formatDate(periodTo)}`}
                  onClick={() => open.mutate({ template: templateId, periodFrom, periodTo })}
                >
                  Start this return
                </Button>
              </div>
            </Stack>
          </Card>
        ))}
        <OtherDatesForm suggestions={suggestions} />
      </Stack>
    </Card>
  );
}
