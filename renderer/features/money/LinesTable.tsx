import type { LineOverview } from "../../../shared/contract/bankOperations.ts";
import { formatDate, formatShortDate } from "../../../shared/core/plainDate.ts";
import { useCommand } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { partOf } from "./matchParts.ts";

/** Bank lines with what each was, or probably was. */
export function LinesTable({ lines, whenEmpty }: { readonly lines: readonly LineOverview[]; readonly whenEmpty: string }) {
  const notice = useNotice();
  const match = useCommand("bank.matchLine", { onDone: () => notice.show("Matched the line.") });
  const accept = (line: LineOverview) => {
    if (line.suggestion) match.mutate({ lineId: line.id, parts: [partOf(line.suggestion)] });
  };
  const columns: Column<LineOverview>[] = [
    { id: "state", title: "State", cell: (line) => <StateChip line={line} /> },
    { id: "on", title: "Date", cell: (line) => <LongDate on={line.onDate} isShort />, sortBy: (line) => line.onDate },
    {
      id: "who",
      title: "Paid to or from",
      isRowHeader: true,
      cell: (line) => line.description || "No words on this line",
      sortBy: (line) => line.description,
    },
    { id: "amount", title: "Amount", isNumber: true, cell: (line) => <Money amount={line.amountPence} />, sortBy: (line) => line.amountPence },
    { id: "what", title: "What it is", cell: (line) => <Meaning line={line} onAccept={() => accept(line)} isBusy={match.isPending} /> },
    {
      id: "open",
      title: "Open",
      isTitleHidden: true,
      cell: (line) => (
        <TextLink to={pathTo(routes.moneyLine, { lineId: line.id })} about={aboutLine(line)}>
          {line.state === "matched" ? "Look or change" : "Choose"}
        </TextLink>
      ),
    },
  ];
  return (
    <Stack>
      <FailureMessage of={match} />
      <DataTable
        caption="Bank lines"
        isCaptionHidden
        columns={columns}
        rows={lines}
        rowKey={(line) => line.id}
        rowTone={(line) => (line.state !== "matched" || line.needsReceipt ? "warn" : "plain")}
        whenEmpty={whenEmpty}
      />
    </Stack>
  );
}

const aboutLine = (line: LineOverview) => `${line.description}, ${formatShortDate(line.onDate)}`;

function StateChip({ line }: { readonly line: LineOverview }) {
  if (line.state === "unmatched") return <StatusChip tone="warn">To explain</StatusChip>;
  if (line.state === "part") return <StatusChip tone="warn">Part explained</StatusChip>;
  return line.needsReceipt ? <StatusChip tone="warn">Receipt missing</StatusChip> : <StatusChip tone="ok">Done</StatusChip>;
}

function Meaning({ line, onAccept, isBusy }: { readonly line: LineOverview; readonly onAccept: () => void; readonly isBusy: boolean }) {
  return (
    <Stack gap="small">
      {line.matches.map((match) => (
        <div key={match.id}>
          {match.words}
          {line.matches.length > 1 && (
            <>
              {" "}
              <Money amount={match.amountPence} />
            </>
          )}
        </div>
      ))}
      {line.suggestion && (
        <>
          <div>
            <strong>{line.suggestion.title}?</strong> {line.suggestion.reasons.join(", ")}
          </div>
          <div>
            <Button
              look="quiet"
              onClick={onAccept}
              isBusy={isBusy}
              about={`${line.description} of ${formatDate(line.onDate)} is ${line.suggestion.title}`}
            >
              Yes, that is right
            </Button>
          </div>
        </>
      )}
      {line.matches.length === 0 && !line.suggestion && <div>We do not know yet.</div>}
      {line.warnings.map((warning) => (
        <div key={warning}>{warning}</div>
      ))}
    </Stack>
  );
}
