import { formatDate } from "../../../shared/core/plainDate.ts";
import type { Output } from "../../api/client.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Hours } from "../../components/Hours.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";

/** What the shifts on the rota will cost each line of the plan, with every cost of employing. */
export function PlannedCostCard({ lines: standings }: { readonly lines: Output<"budget.position">["lines"] }) {
  const planned = useQuery("budget.plannedCost", {});
  const nameOf = (planLineId: string) => standings.find((line) => line.planLineId === planLineId)?.name ?? "";
  return (
    <Loaded query={planned}>
      {(data) => (
        <Card
          title="What planned shifts will cost"
          note={data.toOn ? `Shifts after ${formatDate(data.on)}, to ${formatDate(data.toOn)}, all costs of employing included.` : undefined}
        >
          <Stack>
            {data.problems.length > 0 && (
              <NotificationBanner tone="warn" title="Some planned time cannot be costed yet">
                <ul>
                  {data.problems.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </NotificationBanner>
            )}
            <DataTable
              caption="What planned shifts will cost, line by line"
              isCaptionHidden
              rows={data.lines}
              rowKey={(line) => line.planLineId}
              columns={[
                {
                  id: "name",
                  title: "Line of the plan",
                  isRowHeader: true,
                  cell: (line) => <TextLink to={pathTo(routes.budgetLine, { planLineId: line.planLineId })}>{nameOf(line.planLineId)}</TextLink>,
                },
                { id: "time", title: "Planned", isNumber: true, cell: (line) => <Hours minutes={line.minutes} /> },
                {
                  id: "cost",
                  title: "Will cost",
                  isNumber: true,
                  cell: (line) => <Explanation of={line.cost} name={`the cost of planned shifts for ${nameOf(line.planLineId)}`} look="amount" />,
                },
              ]}
              totals={{
                words: "All planned shifts",
                values: { cost: <Explanation of={data.total} name="the cost of all planned shifts" look="amount" /> },
              }}
              whenEmpty="No shift is planned yet."
            />
          </Stack>
        </Card>
      )}
    </Loaded>
  );
}
