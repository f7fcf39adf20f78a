import type { HomeOverview } from "../../../shared/contract/homeOperations.ts";
import { formatDateWithDay } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Columns, Stack } from "../../components/Stack.tsx";
import { BudgetCard } from "./BudgetCard.tsx";
import { ComingUpCard } from "./ComingUpCard.tsx";
import { NextActionCard, OtherActionsCard } from "./NextActionCard.tsx";

/** Home: what needs doing next and by when, how the budget stands, and what is coming. */
export function HomeScreen() {
  const overview = useQuery("home.overview", {});
  return (
    <>
      <PageHeader title={overview.data ? greeting(overview.data) : "Home"} lead={overview.data && leadOf(overview.data)} />
      <Loaded query={overview}>{(data) => (data.isSetUp ? <Everything overview={data} /> : <NotSetUp overview={data} />)}</Loaded>
    </>
  );
}

function Everything({ overview }: { readonly overview: HomeOverview }) {
  const [next, ...others] = overview.actions;
  return (
    <Columns layout="wideFirst">
      <Stack>
        {next ? (
          <NextActionCard action={next} today={overview.today} />
        ) : (
          <Card title="Nothing needs you now">
            <p>Everything is up to date. What comes next is listed under “Coming up”.</p>
          </Card>
        )}
        {overview.budget && <BudgetCard budget={overview.budget} account={overview.account} />}
      </Stack>
      <Stack>
        {others.length > 0 && <OtherActionsCard actions={others} today={overview.today} />}
        <ComingUpCard dates={overview.comingUp} today={overview.today} />
      </Stack>
    </Columns>
  );
}

function NotSetUp({ overview }: { readonly overview: HomeOverview }) {
  const next = overview.actions[0];
  const isBegun = next !== undefined && overview.greetingName !== "";
  return (
    <Card>
      <EmptyState
        title={isBegun ? next.title : "Let us set up the budget"}
        action={
          <LinkButton to={next?.route ?? routes.setup} look="primary">
            {next?.button ?? "Start setting up"}
          </LinkButton>
        }
      >
        {!isBegun && <p>First we ask who the budget is for, who pays it and what the support plan says. Then who are the personal assistants.</p>}
        <p>You can stop at any page. What you have entered is kept.</p>
      </EmptyState>
    </Card>
  );
}

const greeting = (overview: HomeOverview) => (overview.greetingName ? `Hello, ${overview.greetingName}` : "Home");

function leadOf({ today, actions }: HomeOverview): string {
  const count = actions.length;
  const needs = count === 0 ? "Nothing needs you now." : count === 1 ? "One thing needs you." : `${count} things need you.`;
  return `${formatDateWithDay(today)}. ${needs}`;
}
