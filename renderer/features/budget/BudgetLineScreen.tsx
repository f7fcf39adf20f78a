import type { PlanLineEntry } from "../../../shared/contract/budgetOperations.ts";
import { formatMinutes, minutes } from "../../../shared/core/minutes.ts";
import { formatPence, pence } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import type { Output } from "../../api/client.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Stack } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { HoursLeftCard } from "./HoursLeftCard.tsx";
import { LineBar, StandingChip } from "./PlanLinesCard.tsx";

type Detail = Output<"budget.lineDetail">;

/** One line of the plan: its figures, and every entry behind them with the paper it comes from. */
export function BudgetLineScreen({ planLineId }: { readonly planLineId: string }) {
  const detail = useQuery("budget.lineDetail", { planLineId });
  return (
    <>
      <PageHeader title={detail.data?.line.name ?? "Line of the plan"} breadcrumbs={[{ name: "Budget", to: routes.budget }]} />
      <Loaded query={detail}>
        {(data) => (
          <Stack gap="large">
            <FiguresCard detail={data} />
            {data.versions.at(-1)?.kind === "hours" && <HoursLeftCard planLineId={planLineId} name={data.line.name} />}
            <EntriesCard entries={data.entries} />
            <TermsCard versions={data.versions} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function FiguresCard({ detail: { line } }: { readonly detail: Detail }) {
  const figure = (name: string, of: Detail["line"]["spent"]) => ({
    name,
    value: <Explanation of={of} name={`“${name.toLowerCase()}” for ${line.name}`} look="amount" />,
  });
  return (
    <Card title="Where it stands" actions={<StandingChip line={line} />}>
      <Stack>
        <LineBar line={line} />
        <SummaryList
          rows={[
            figure("The plan to its end", line.plannedToEnd),
            figure("The plan to this day", line.plannedToDate),
            figure("Spent", line.spent),
            figure("Promised", line.promised),
            figure("Free", line.free),
            figure("Heading for", line.forecast),
          ]}
        />
      </Stack>
    </Card>
  );
}

function EntriesCard({ entries }: { readonly entries: readonly PlanLineEntry[] }) {
  return (
    <Card title="Every entry">
      <DataTable
        caption="Every entry on this line"
        isCaptionHidden
        columns={[
          { id: "on", title: "Date", cell: (entry) => <LongDate on={entry.on} isShort />, sortBy: (entry) => entry.on },
          {
            id: "words",
            title: "What",
            isRowHeader: true,
            cell: (entry) => entry.words,
          },
          { id: "amount", title: "Amount", isNumber: true, cell: (entry) => <Money amount={entry.amountPence} /> },
          { id: "source", title: "Comes from", cell: (entry) => <SourceLink entry={entry} /> },
        ]}
        rows={entries}
        rowKey={(entry) => entry.postingId}
        whenEmpty="Nothing is spent on this line yet."
      />
    </Card>
  );
}

function SourceLink({ entry: { source, words } }: { readonly entry: PlanLineEntry }) {
  switch (source.kind) {
    case "payRun":
      return (
        <TextLink to={pathTo(routes.payRun, { payRunId: source.payRunId })} about={words}>
          Pay run
        </TextLink>
      );
    case "statementLine":
      return (
        <TextLink to={pathTo(routes.moneyLine, { lineId: source.lineId })} about={words}>
          Bank line
        </TextLink>
      );
    case "none":
      return "A correction";
  }
}

function TermsCard({ versions }: { readonly versions: Detail["versions"] }) {
  return (
    <Card title="What was agreed">
      <DataTable
        caption="What was agreed, from when"
        isCaptionHidden
        columns={[
          { id: "from", title: "From", isRowHeader: true, cell: (version) => formatDate(version.fromOn) },
          { id: "terms", title: "Agreed", cell: termsInWords },
          { id: "reason", title: "Why", cell: (version) => version.reason },
        ]}
        rows={versions}
        rowKey={(version) => version.versionId}
      />
    </Card>
  );
}

const often = { weekly: "a week", fourWeekly: "every four weeks", monthly: "a month", yearly: "a year", once: "once" } as const;

function termsInWords(version: Detail["versions"][number]): string {
  if (version.kind === "hours") {
    return `${formatMinutes(version.minutesPerWeek ?? minutes(0))} a week at ${formatPence(version.hourlyRatePence ?? pence(0))} an hour`;
  }
  return `${formatPence(version.amountPence ?? pence(0))} ${often[version.frequency ?? "once"]}`;
}
