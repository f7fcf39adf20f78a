import type { PlanLineStanding } from "../../../shared/contract/budgetOperations.ts";
import { formatPence } from "../../../shared/core/money.ts";
import type { Output } from "../../api/client.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Money } from "../../components/Money.tsx";
import { StackedBar } from "../../components/StackedBar.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import styles from "./budget.module.css";

type Position = Output<"budget.position">;

/** One bar for a line: solid is spent, striped is promised, the mark is where the year is. */
export function LineBar({ line }: { readonly line: PlanLineStanding }) {
  return (
    <StackedBar
      name={line.name}
      total={Math.max(line.plannedToEnd.amount, line.spent.amount + line.promised.amount)}
      parts={[
        { words: `Spent ${formatPence(line.spent.amount)}`, value: Math.max(0, line.spent.amount), look: "solid" },
        { words: `Promised ${formatPence(line.promised.amount)}`, value: line.promised.amount, look: "striped" },
      ]}
      restWords={`Free ${formatPence(line.free.amount)}`}
      marker={{ value: line.plannedToDate.amount, words: `The plan to this day is ${formatPence(line.plannedToDate.amount)}` }}
    />
  );
}

/** Says in words where a line is heading. */
export function StandingChip({ line }: { readonly line: PlanLineStanding }) {
  if (line.standing === "over") return <StatusChip tone="warn">Heading over the plan</StatusChip>;
  return line.standing === "under" ? <StatusChip tone="info">Under the plan</StatusChip> : <StatusChip tone="ok">On plan</StatusChip>;
}

/** Every line of the plan as a bar and as figures, in one table. */
export function PlanLinesCard({ position: { lines, totals } }: { readonly position: Position }) {
  return (
    <Card title="Line by line" note="Solid: spent. Striped: promised. The mark: where the year is.">
      <DataTable
        caption="Lines of the plan: spent, promised and planned"
        isCaptionHidden
        columns={[
          {
            id: "name",
            title: "Line of the plan",
            isRowHeader: true,
            cell: (line) => (
              <div className={styles.name}>
                <TextLink to={pathTo(routes.budgetLine, { planLineId: line.planLineId })}>{line.name}</TextLink>
                <StandingChip line={line} />
              </div>
            ),
          },
          {
            id: "bar",
            title: "How far it is",
            cell: (line) => (
              <div className={styles.bar}>
                <LineBar line={line} />
              </div>
            ),
          },
          {
            id: "spent",
            title: "Spent",
            isNumber: true,
            cell: (line) => <Explanation of={line.spent} name={`what was spent on ${line.name}`} look="amount" />,
          },
          {
            id: "promised",
            title: "Promised",
            isNumber: true,
            cell: (line) => <Explanation of={line.promised} name={`what is promised for ${line.name}`} look="amount" />,
          },
          {
            id: "plan",
            title: "Plan",
            isNumber: true,
            cell: (line) => <Explanation of={line.plannedToEnd} name={`the plan for ${line.name}`} look="amount" />,
          },
          {
            id: "free",
            title: "Free",
            isNumber: true,
            cell: (line) => <Explanation of={line.free} name={`what is free for ${line.name}`} look="amount" />,
          },
          {
            id: "forecast",
            title: "Heading for",
            isNumber: true,
            cell: (line) => <Explanation of={line.forecast} name={`the forecast for ${line.name}`} look="amount" />,
          },
        ]}
        rows={lines}
        rowKey={(line) => line.planLineId}
        rowTone={(line) => (line.standing === "over" ? "warn" : "plain")}
        totals={{
          words: "The whole plan",
          values: {
            spent: <Money amount={totals.spentPence} isStrong />,
            promised: <Money amount={totals.promisedPence} isStrong />,
            plan: <Money amount={totals.plannedToEndPence} isStrong />,
            free: <Money amount={totals.freePence} isStrong />,
            forecast: <Money amount={totals.forecastPence} isStrong />,
          },
        }}
        whenEmpty="The plan has no lines yet."
      />
    </Card>
  );
}
