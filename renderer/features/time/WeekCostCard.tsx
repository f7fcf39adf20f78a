import type { WeekCost } from "../../../shared/contract/timeOperations.ts";
import { formatMinutes, minutes } from "../../../shared/core/minutes.ts";
import { formatPence, type Pence, pence, sumPence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Hours } from "../../components/Hours.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Money } from "../../components/Money.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";

/** What the week costs for each person and in all, and its time beside the plan. */
export function WeekCostCard({ weekFrom }: { readonly weekFrom: PlainDate }) {
  const week = useQuery("time.weekCost", { weekFrom });
  return (
    <Card title="What this week costs" note="Worked time, and planned time that is still to come.">
      <Loaded query={week}>
        {(cost) => (
          <Stack>
            <CostTable cost={cost} />
            <PlanTable lines={cost.planLines} />
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

/** What employing adds to pay and mileage. */
const onTop = (cost: Pence, wages: Pence): Pence => pence(cost - wages);

function CostTable({ cost: { rows, total, wagesPence } }: { readonly cost: WeekCost }) {
  return (
    <DataTable
      caption="What this week costs, person by person"
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.engagementId}
      rowTone={(row) => (row.cost ? "plain" : "warn")}
      columns={[
        { id: "name", title: "Person", isRowHeader: true, cell: (row) => row.name },
        { id: "wages", title: "Wages", isNumber: true, cell: (row) => (row.cost ? <Money amount={row.wagesPence} /> : row.problems.join(" ")) },
        {
          id: "onTop",
          title: "National Insurance, pension, holiday and sick pay",
          isNumber: true,
          cell: (row) => row.cost && <Money amount={onTop(row.cost.amount, row.wagesPence)} />,
        },
        {
          id: "all",
          title: "All in",
          isNumber: true,
          cell: (row) => row.cost && <Explanation of={row.cost} name={`the cost of ${row.name} in this week`} look="amount" />,
        },
      ]}
      totals={{
        words: "Everyone",
        values: {
          wages: <Money amount={wagesPence} isStrong />,
          onTop: <Money amount={onTop(total.amount, wagesPence)} isStrong />,
          all: <Explanation of={total} name="the cost of this week" look="amount" />,
        },
      }}
      whenEmpty="Nothing is planned or worked in this week yet."
    />
  );
}

function PlanTable({ lines }: { readonly lines: WeekCost["planLines"] }) {
  if (lines.length === 0) return null;
  return (
    <DataTable
      caption="This week beside the plan"
      rows={lines}
      rowKey={(line) => line.planLineId}
      columns={[
        { id: "name", title: "Line of the plan", isRowHeader: true, cell: (line) => line.name },
        { id: "time", title: "This week", isNumber: true, cell: (line) => <Hours minutes={line.minutes} /> },
        { id: "agreed", title: "Agreed for a week", isNumber: true, cell: (line) => <Hours minutes={line.agreedMinutes} /> },
        { id: "difference", title: "Difference", cell: (line) => <Difference line={line} /> },
      ]}
      totals={{
        words: `The plan for a week: ${formatPence(sumPence(lines.map(({ agreedPence }) => agreedPence)))}`,
        values: {},
      }}
    />
  );
}

function Difference({ line: { minutes: time, agreedMinutes } }: { readonly line: WeekCost["planLines"][number] }) {
  if (time > agreedMinutes) return <StatusChip tone="warn">{formatMinutes(minutes(time - agreedMinutes))} more than agreed</StatusChip>;
  if (time < agreedMinutes) return <StatusChip tone="info">{formatMinutes(minutes(agreedMinutes - time))} not used</StatusChip>;
  return <StatusChip tone="ok">As agreed</StatusChip>;
}
