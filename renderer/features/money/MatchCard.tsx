import type { LineOverview } from "../../../shared/contract/bankOperations.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner, useNotice } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";
import { MatchForm } from "./MatchForm.tsx";
import { partOf } from "./matchParts.ts";

/** What a line probably was, with reasons, and the form to say it by hand. */
export function MatchCard({ line }: { readonly line: LineOverview }) {
  const notice = useNotice();
  const suggestions = useQuery("bank.suggestMatches", { lineId: line.id });
  const choices = useQuery("bank.matchChoices", {});
  const match = useCommand("bank.matchLine", { onDone: () => notice.show("Matched the line.") });
  return (
    <Stack gap="large">
      {line.isPeriodSent && (
        <NotificationBanner tone="warn" title="This day is in a return that was sent">
          <p>What was sent stays as it is. What you choose here is dated today, and the next return shows it.</p>
        </NotificationBanner>
      )}
      {line.state === "part" && (
        <p>
          Still to explain: <Money amount={line.remainingPence} isStrong />
        </p>
      )}
      {suggestions.data && suggestions.data.length > 0 && (
        <Card title="What we think it is">
          <Stack>
            <FailureMessage of={match} />
            {suggestions.data.map((suggestion) => (
              <div key={`${suggestion.kind}${suggestion.title}`}>
                <p>
                  <strong>{suggestion.title}</strong>
                </p>
                <p>{suggestion.reasons.join(", ")}</p>
                <Button
                  look={suggestion.strength === "sure" ? "primary" : "secondary"}
                  isBusy={match.isPending}
                  onClick={() => match.mutate({ lineId: line.id, parts: [partOf(suggestion)], asAdjustment: line.isPeriodSent })}
                  about={suggestion.title}
                >
                  Choose this
                </Button>
              </div>
            ))}
          </Stack>
        </Card>
      )}
      <Card title="Say it yourself">
        <Loaded query={choices}>{(data) => <MatchForm key={line.remainingPence} line={line} choices={data} />}</Loaded>
      </Card>
    </Stack>
  );
}
