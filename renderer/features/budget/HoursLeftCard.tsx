import { useState } from "react";
import * as z from "zod";
import { formatPence, pence } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { Output } from "../../api/client.ts";
import { useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Form } from "../../components/Form.tsx";
import { Hours } from "../../components/Hours.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Columns, Stack } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { useForm } from "../../components/useForm.ts";

const Asked = z.object({ engagementId: z.string().min(1, "Choose a person"), kindOfTimeId: z.string().min(1, "Choose the kind of time") });
type Asked = z.output<typeof Asked>;

/** "How many hours does what is left buy?" for one line of the plan and a chosen person. */
export function HoursLeftCard({ planLineId, name }: { readonly planLineId: string; readonly name: string }) {
  const assistants = useQuery("employment.listAssistants", {});
  const kinds = useQuery("employment.listKindsOfTime", {});
  return (
    <Card title="How many hours does what is left buy?">
      <Loaded query={assistants}>
        {(people) => (
          <Loaded query={kinds}>
            {(found) => (
              <Ask
                planLineId={planLineId}
                name={name}
                people={people.filter(({ isCurrent }) => isCurrent)}
                kinds={found.filter(({ paidBy, minimumWageCounts }) => paidBy === "hour" && minimumWageCounts !== "none")}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Card>
  );
}

interface AskProps {
  readonly planLineId: string;
  readonly name: string;
  readonly people: Output<"employment.listAssistants">;
  readonly kinds: Output<"employment.listKindsOfTime">;
}

function Ask({ planLineId, name, people, kinds }: AskProps) {
  const [asked, setAsked] = useState<Asked>();
  const form = useForm(Asked, (answers) => setAsked(answers), {
    start: { engagementId: people[0]?.engagement.id ?? "", kindOfTimeId: kinds[0]?.id ?? "" },
  });
  if (people.length === 0 || kinds.length === 0) return <p>Add a personal assistant first.</p>;
  return (
    <Stack>
      <Form of={form} label="How many hours does what is left buy?">
        <Columns>
          <SelectField
            name="engagementId"
            label="Whose time?"
            choices={people.map(({ engagement }) => ({ value: engagement.id, label: fullName(engagement.person) }))}
          />
          <SelectField name="kindOfTimeId" label="Which kind of time?" choices={kinds.map(({ id, name: label }) => ({ value: id, label }))} />
        </Columns>
        <div>
          <Button type="submit">Work out the hours</Button>
        </div>
      </Form>
      <div role="status">{asked && <Answer planLineId={planLineId} name={name} asked={asked} />}</div>
    </Stack>
  );
}

function Answer({ planLineId, name, asked }: { readonly planLineId: string; readonly name: string; readonly asked: Asked }) {
  const query = useQuery("budget.hoursLeft", { planLineId, ...asked });
  return (
    <Loaded query={query}>
      {({ freePence, toOn, answer: { bought, hourCost, problem } }) =>
        bought && hourCost ? (
          <SummaryList
            rows={[
              { name: `Free for ${name}, to ${formatDate(toOn)}`, value: formatPence(pence(freePence)) },
              { name: "It buys", value: <Hours minutes={bought.time} /> },
              { name: "They cost", value: <Explanation of={bought.cost} name="the cost of these hours" look="amount" /> },
              { name: "Too little for another minute", value: formatPence(bought.moneyLeft) },
              { name: "The next hour costs", value: <Explanation of={hourCost} name="the cost of the next hour" look="amount" /> },
            ]}
          />
        ) : (
          <NotificationBanner tone="warn" title="There is no answer yet">
            <p>{problem}</p>
          </NotificationBanner>
        )
      }
    </Loaded>
  );
}
