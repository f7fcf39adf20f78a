import { formatPence } from "../../../shared/core/money.ts";
import { useQuery } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";

/** In the bank, owed, yours to use, and what is above the reserve. */
export function MoneyHeldCard() {
  const account = useQuery("budget.account", {});
  return (
    <Card title="Money held">
      <Loaded query={account}>
        {(data) => (
          <Stack>
            <SummaryList
              rows={[
                { name: "In the bank", value: <Explanation of={data.inBank} name="the money in the bank" look="amount" /> },
                { name: "Owed to others", value: <Explanation of={data.owed} name="what you owe" look="amount" /> },
                { name: "Yours to use", value: <Explanation of={data.left} name="what is yours to use" look="amount" /> },
                {
                  name: `May stay: ${data.reserveWeeks} weeks`,
                  value: <Explanation of={data.reserve} name="what may stay in the account" look="amount" />,
                },
                { name: "Truly spare", value: <Explanation of={data.spare} name="what is truly spare" look="amount" /> },
              ]}
            />
            {data.shortfallPence > 0 ? (
              <StatusChip tone="bad">You owe {formatPence(data.shortfallPence)} more than is in the bank</StatusChip>
            ) : data.spare.amount > 0 ? (
              <StatusChip tone="warn">Your funder may ask for {formatPence(data.spare.amount)} back</StatusChip>
            ) : (
              <StatusChip tone="ok">{formatPence(data.belowReservePence)} under the limit your funder sets</StatusChip>
            )}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}
