import type { HomeOverview } from "../../../shared/contract/homeOperations.ts";
import { formatPence, pence } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { wordsFor } from "../../../shared/people/wording.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { Figure, FigureRow } from "../../components/Figure.tsx";
import { Money } from "../../components/Money.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StackedBar } from "../../components/StackedBar.tsx";
import { TextLink } from "../../components/TextLink.tsx";

/** The budget at a glance: spent, promised, free; where it will end; and what is truly spare in the bank. */
export function BudgetCard({ budget, account }: { readonly budget: NonNullable<HomeOverview["budget"]>; readonly account: HomeOverview["account"] }) {
  const { personsOwnFirst } = wordsFor(useQuery("people.getHousehold", {}).data);
  const left = budget.forecastLeftPence;
  return (
    <Card title={`${personsOwnFirst} budget this year`} note={`${formatDate(budget.from)} to ${formatDate(budget.to)}`}>
      <Stack gap="small">
        <FigureRow>
          <Figure name="Spent so far">
            <Money amount={budget.spentPence} />
          </Figure>
          <Figure name="Already promised">
            <Money amount={budget.promisedPence} />
          </Figure>
          <Figure name="Free to use">
            <Money amount={budget.freePence} />
          </Figure>
        </FigureRow>
        <StackedBar
          name={`${personsOwnFirst} budget`}
          total={budget.plannedPence}
          parts={[
            { words: `Spent ${formatPence(budget.spentPence)}`, value: budget.spentPence, look: "solid" },
            { words: `Promised ${formatPence(budget.promisedPence)}`, value: budget.promisedPence, look: "striped" },
          ]}
          restWords={`Free ${formatPence(budget.freePence)}`}
        />
        <p>
          {left >= 0
            ? `At this rate you end the plan ${formatPence(left)} under it.`
            : `At this rate you end the plan ${formatPence(pence(-left))} over it.`}{" "}
          <TextLink to={routes.budget}>See each line of the plan</TextLink>
        </p>
        {account && (
          <FigureRow>
            <Figure name="In the bank">
              <Money amount={account.inBankPence} />
            </Figure>
            <Figure name="Money you owe">
              <Money amount={account.owedPence} />
            </Figure>
            <Figure name="Truly spare">
              <Money amount={account.trulySparePence} />
            </Figure>
          </FigureRow>
        )}
      </Stack>
    </Card>
  );
}
