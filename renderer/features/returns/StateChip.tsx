import type { ReturnListEntry } from "../../../shared/contract/returnsOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { StatusChip } from "../../components/StatusChip.tsx";

const words = { open: "Not sent yet", sent: "Sent", acknowledged: "Received", queried: "Questions asked", accepted: "Accepted" } as const;

/** Where a return stands, in words. */
export function StateChip({ entry }: { readonly entry: Pick<ReturnListEntry, "state" | "sentOn"> }) {
  const tone = entry.state === "open" ? "neutral" : entry.state === "queried" ? "warn" : "ok";
  return (
    <StatusChip tone={tone}>
      {words[entry.state]}
      {entry.state === "sent" && entry.sentOn && ` ${formatDate(entry.sentOn)}`}
    </StatusChip>
  );
}
