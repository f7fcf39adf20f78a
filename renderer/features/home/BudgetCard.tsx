import type { HomeOverview } from "../../../shared/contract/homeOperations.ts";
import { formatPence, pence } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { wordsFor } from "../../../shared/people/wording.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Figure, FigureRow } from "../../components/Figure.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StackedBar } from "../../components/StackedBar.tsx";
import { TextLink } from "../../components/TextLink.tsx";

/** The budget at a glance: spent, promised, free; where it will end; and what is truly spare in the bank. */
export function BudgetCard({ budget, account }: { readonly budget: NonNullable<HomeOverview["budget"]>; readonly account: HomeOverview["account"] }) {
  const { personsOwnFirst } = wordsFor(useQuery("people.getHousehold", {}).data);
  const left = budget.forecastLeft.amount;
  return (
    <Card title={`${personsOwnFirst} budget this year`} note={`${formatDate(budget.from)} to ${formatDate(budget.to)}`}>
      <Stack gap="small">
        <FigureRow>
          <Figure name="Spent so far">
            <Explanation of={budget.spent} name="what is spent so far" look="amount" />
          </Figure>
          <Figure name="Already promised">
            <Explanation of={budget.promised} name="what is promised already" look="amount" />
          </Figure>
          <Figure name="Free to use">
            <Explanation of={budget.free} name="what is free to use" look="amount" />
          </Figure>
        </FigureRow>
        <StackedBar
          name={`${personsOwnFirst} budget`}
          total={budget.planned.amount}
          parts={[
            { words: `Spent ${formatPence(budget.spent.amount)}`, value: budget.spent.amount, look: "solid" },
            { words: `Promised ${formatPence(budget.promised.amount)}`, value: budget.promised.amount, look: "striped" },
          ]}
          restWords={`Free ${formatPence(budget.free.amount)}`}
        />
        <p>
          {left >= 0
            ? `At this rate you end the plan ${formatPence(left)} under it.`
            : `At this rate you end the plan ${formatPence(pence(-left))} over it.`}
        </p>
        <Row>
          <Explanation of={budget.forecastLeft} name="what is likely to be left" />
          <TextLink to={routes.budget}>See each line of the plan</TextLink>
        </Row>
        {account && (
          <FigureRow>
            <Figure name="In the bank">
              <Explanation of={account.inBank} name="what is in the bank" look="amount" />
            </Figure>
            <Figure name="Money you owe">
              <Explanation of={account.owed} name="the money you owe" look="amount" />
            </Figure>
            <Figure name="Truly spare">
              <Explanation of={account.trulySpare} name="what is truly spare" look="amount" />
            </Figure>
          </FigureRow>
        )}
      </Stack>
    </Card>
  );
}
