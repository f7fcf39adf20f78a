import type { LineOverview } from "../../../shared/contract/bankOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner, useNotice } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { MatchCard } from "./MatchCard.tsx";
import { ReceiptsCard } from "./ReceiptsCard.tsx";

/** One bank line: what it was for, and its papers. */
export function LineScreen({ lineId }: { readonly lineId: string }) {
  const line = useQuery("bank.getLine", { lineId });
  return (
    <LoadedScreen title="What was this payment?" breadcrumbs={[{ name: "Money", to: routes.money }]} query={line}>
      {(data) => (
        <Stack gap="large">
          <SummaryList
            rows={[
              { name: data.amountPence < 0 ? "Paid to" : "Paid from", value: data.description || "No words on this line" },
              { name: "Date", value: formatDate(data.onDate) },
              { name: "Amount", value: <Money amount={data.amountPence} /> },
            ]}
          />
          {data.warnings.map((warning) => (
            <NotificationBanner key={warning} tone="warn" title={warning} />
          ))}
          {data.matches.length > 0 && <MatchesCard line={data} />}
          {data.state !== "matched" && <MatchCard line={data} />}
          <ReceiptsCard line={data} />
        </Stack>
      )}
    </LoadedScreen>
  );
}

function MatchesCard({ line }: { readonly line: LineOverview }) {
  const notice = useNotice();
  const undo = useCommand("bank.undoMatch", { onDone: () => notice.show("Undid the match.") });
  return (
    <Card title="What it was">
      <Stack>
        <FailureMessage of={undo} />
        <DataTable
          caption="Parts of this line"
          isCaptionHidden
          columns={[
            { id: "words", title: "For", isRowHeader: true, cell: (match) => match.words },
            { id: "note", title: "Note", cell: (match) => match.note },
            { id: "amount", title: "Amount", isNumber: true, cell: (match) => <Money amount={match.amountPence} /> },
            {
              id: "undo",
              title: "Undo",
              isTitleHidden: true,
              cell: (match) => (
                <Button look="quiet" onClick={() => undo.mutate({ matchId: match.id })} isBusy={undo.isPending} about={match.words}>
                  Undo
                </Button>
              ),
            },
          ]}
          rows={line.matches}
          rowKey={(match) => match.id}
        />
      </Stack>
    </Card>
  );
}
