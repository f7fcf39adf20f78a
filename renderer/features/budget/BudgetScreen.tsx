import { formatPence, formatRate } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { wordsFor } from "../../../shared/people/wording.ts";
import type { Output } from "../../api/client.ts";
import { useQuery, useTask } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Figure, FigureRow } from "../../components/Figure.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Columns, Stack } from "../../components/Stack.tsx";
import { MoneyHeldCard } from "./MoneyHeldCard.tsx";
import { PlanLinesCard } from "./PlanLinesCard.tsx";
import { PlannedCostCard } from "./PlannedCostCard.tsx";

type Position = Output<"budget.position">;

/** What is spent, promised and left on each line of the plan, and what the money in the bank is for. */
export function BudgetScreen() {
  const position = useQuery("budget.position", {});
  const print = useTask("desktop.print");
  const { personsOwn } = wordsFor(useQuery("people.getHousehold", {}).data);
  return (
    <>
      <PageHeader
        title={`Budget against ${personsOwn} support plan`}
        lead={position.data && leadOf(position.data)}
        actions={<Button onClick={() => print.mutate({})}>Print</Button>}
      />
      <Loaded query={position}>
        {(data) =>
          data.budget === null ? (
            <EmptyState title="There is no budget yet" action={<LinkButton to={routes.setup}>Set up the budget</LinkButton>}>
              Here you will see what is spent, what is promised and what is free.
            </EmptyState>
          ) : (
            <Stack gap="large">
              <Columns layout="wideFirst">
                <SummaryCard position={data} />
                <MoneyHeldCard />
              </Columns>
              <PlanLinesCard position={data} />
              <PlannedCostCard lines={data.lines} />
              <FundersCard position={data} />
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function leadOf({ budget, totals, funders }: Position): string {
  if (budget === null) return "";
  const shares = funders.map((funder) => `${formatRate(funder.shareBasisPoints)} from ${funder.name}`).join(", ");
  return `${formatPence(totals.plannedToEndPence)} for ${formatDate(budget.fromOn)} to ${formatDate(budget.toOn)}.${shares ? ` ${shares}.` : ""}`;
}

function SummaryCard({ position: { totals, notOnPlanPence, on } }: { readonly position: Position }) {
  return (
    <Card title="The whole plan" note={`On ${formatDate(on)}`}>
      <Stack>
        <FigureRow>
          <Figure name="Spent so far" note={`The plan to this day: ${formatPence(totals.plannedToDatePence)}`}>
            <Money amount={totals.spentPence} />
          </Figure>
          <Figure name="Promised" note="Time worked and not yet paid, and planned shifts">
            <Money amount={totals.promisedPence} />
          </Figure>
          <Figure name="Free" note="The plan, less spent and promised">
            <Money amount={totals.freePence} />
          </Figure>
          <Figure name="Where you are heading" note="Spent, promised, then as planned">
            <Money amount={totals.forecastPence} />
          </Figure>
        </FigureRow>
        {notOnPlanPence !== 0 && (
          <NotificationBanner tone="warn" title={`${formatPence(notOnPlanPence)} is spent on no line of the plan`}>
            <p>Give each shift and payment a line of the plan. Your funder will ask what it was for.</p>
          </NotificationBanner>
        )}
      </Stack>
    </Card>
  );
}

function FundersCard({ position }: { readonly position: Position }) {
  if (position.funders.length === 0) return null;
  return (
    <Card title="Who pays what">
      <FigureRow>
        {position.funders.map((funder) => (
          <Figure
            key={funder.funderId}
            name={`${funder.name}, ${formatRate(funder.shareBasisPoints)}`}
            note={`Its part of the plan: ${formatPence(funder.plannedPence)}`}
          >
            <Money amount={funder.spentPence} />
          </Figure>
        ))}
      </FigureRow>
    </Card>
  );
}
