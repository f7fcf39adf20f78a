import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { StatusChip } from "../../components/StatusChip.tsx";

/** "Seen 28 January 2025", or what is missing. */
export function CheckChip({ on, words, isNeeded }: { readonly on: PlainDate | null; readonly words: string; readonly isNeeded: boolean }) {
  if (on) {
    return (
      <StatusChip tone="ok">
        {words} {formatDate(on)}
      </StatusChip>
    );
  }
  return isNeeded ? <StatusChip tone="warn">Not recorded yet</StatusChip> : <StatusChip>None recorded</StatusChip>;
}
