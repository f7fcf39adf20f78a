import type { ParsedLine } from "../../../shared/bank/parsedStatement.ts";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import type { Preview } from "./preview.ts";

interface CheckTableProps {
  readonly lines: readonly ParsedLine[];
  readonly preview: Preview;
  readonly leftOut: ReadonlySet<number>;
  readonly onToggle: (index: number) => void;
}

const chips = {
  new: { tone: "info", words: "New" },
  alreadyHere: { tone: "neutral", words: "Already here" },
  ask: { tone: "warn", words: "Ask" },
} as const;

/** Every payment of the file with what would happen to it, newest first. */
export function CheckTable({ lines, preview, leftOut, onToggle }: CheckTableProps) {
  const rows = lines.map((line, index) => ({ line, index, verdict: preview.verdicts[index] })).reverse();
  type CheckRow = (typeof rows)[number];
  return (
    <DataTable<CheckRow>
      caption="Payments in the file"
      isCaptionHidden
      columns={[
        {
          id: "state",
          title: "State",
          cell: ({ verdict }) => {
            const chip = chips[verdict?.state ?? "new"];
            return <StatusChip tone={chip.tone}>{chip.words}</StatusChip>;
          },
        },
        { id: "on", title: "Date", cell: ({ line }) => <LongDate on={line.onDate} isShort /> },
        { id: "who", title: "Paid to or from", isRowHeader: true, cell: ({ line }) => line.description || "No words on this line" },
        { id: "amount", title: "Amount", isNumber: true, cell: ({ line }) => <Money amount={line.amountPence} /> },
        {
          id: "what",
          title: "What we think it is",
          cell: ({ line, index, verdict }) => (
            <Stack gap="small">
              {verdict?.suggestion && (
                <div>
                  <strong>{verdict.suggestion.title}</strong> {verdict.suggestion.reasons.join(", ")}
                </div>
              )}
              {verdict?.state === "ask" && (
                <>
                  <div>A line with this day and amount is already here, in other words.</div>
                  <Checkbox
                    name={`save-${index}`}
                    label={`Save this one too: ${line.description}`}
                    value={!leftOut.has(index)}
                    onValueChange={() => onToggle(index)}
                  />
                </>
              )}
            </Stack>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ index }) => String(index)}
      rowTone={({ verdict }) => (verdict?.state === "ask" ? "warn" : "plain")}
    />
  );
}
