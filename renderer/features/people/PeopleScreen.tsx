import { UserPlus } from "lucide-react";
import type { AssistantSummary } from "../../../shared/contract/employmentAnswers.ts";
import { formatPence } from "../../../shared/core/money.ts";
import { fullName } from "../../../shared/people/person.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { TextLink } from "../../components/TextLink.tsx";

/** Everyone who works here, and who is who around the budget. */
export function PeopleScreen() {
  const assistants = useQuery("employment.listAssistants", {});
  return (
    <>
      <PageHeader
        title="People"
        lead="Personal assistants, and who is who around the budget."
        actions={
          <LinkButton to={routes.personNew} look="primary" icon={UserPlus}>
            Add a personal assistant
          </LinkButton>
        }
      />
      <Stack>
        <Loaded
          query={assistants}
          whenEmpty={
            <EmptyState title="No personal assistants yet">Here will be everyone you employ, with their pay, tax, pension and checks.</EmptyState>
          }
        >
          {(known) => <AssistantTable assistants={known} />}
        </Loaded>
        <WhoIsWho />
      </Stack>
    </>
  );
}

function AssistantTable({ assistants }: { readonly assistants: readonly AssistantSummary[] }) {
  return (
    <Card>
      <DataTable
        caption="Personal assistants"
        rows={assistants}
        rowKey={({ engagement }) => engagement.id}
        columns={[
          {
            id: "name",
            title: "Name",
            isRowHeader: true,
            sortBy: ({ engagement }) => fullName(engagement.person),
            cell: ({ engagement }) => <TextLink to={pathTo(routes.person, { personId: engagement.id })}>{fullName(engagement.person)}</TextLink>,
          },
          {
            id: "since",
            title: "Works here",
            sortBy: ({ engagement }) => engagement.startOn,
            cell: ({ engagement }) =>
              engagement.endOn ? (
                <span>
                  <LongDate on={engagement.startOn} /> to <LongDate on={engagement.endOn} />
                </span>
              ) : (
                <span>
                  Since <LongDate on={engagement.startOn} />
                </span>
              ),
          },
          {
            id: "rate",
            title: "Usual rate",
            isNumber: true,
            cell: ({ rates: [first] }) => (first ? `${formatPence(first.ratePence)} ${first.per}` : "None yet"),
          },
          {
            id: "state",
            title: "State",
            cell: ({ isCurrent, needs }) =>
              !isCurrent ? (
                <StatusChip>Left</StatusChip>
              ) : needs.length > 0 ? (
                <StatusChip tone="warn">{needs.length === 1 ? "1 thing to look at" : `${needs.length} things to look at`}</StatusChip>
              ) : (
                <StatusChip tone="ok">All in order</StatusChip>
              ),
          },
        ]}
      />
    </Card>
  );
}

function WhoIsWho() {
  const household = useQuery("people.getHousehold", {});
  return (
    <Card title="Who is who">
      <Loaded query={household}>
        {({ budgetPerson, holder, holderKind, atTheKeyboard }) => (
          <SummaryList
            rows={[
              {
                name: "The budget is for",
                value: budgetPerson ? fullName(budgetPerson) : "Not answered yet",
                change: pathTo(routes.setupStep, { step: "person" }),
              },
              {
                name: "Holder and employer",
                value: holder ? `${fullName(holder)}${holderKind === "self" ? "" : `, ${holderKind}`}` : "Not answered yet",
                change: pathTo(routes.setupStep, { step: "holder" }),
              },
              {
                name: "Uses the app now",
                value: atTheKeyboard ? fullName(atTheKeyboard) : "Not answered yet",
                change: pathTo(routes.setupStep, { step: "you" }),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
