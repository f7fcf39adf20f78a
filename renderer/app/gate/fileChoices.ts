import type { VaultSummary } from "../../../shared/contract/vaultOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";

/** The choices of a list of files; the one opened last comes first. */
export function fileChoices(files: readonly VaultSummary[]) {
  return [...files]
    .sort((a, b) => ((a.lastOpenedOn ?? a.createdOn) < (b.lastOpenedOn ?? b.createdOn) ? 1 : -1))
    .map((file) => ({
      value: file.vaultId,
      label: file.label,
      hint: file.lastOpenedOn ? `Last opened on ${formatDate(file.lastOpenedOn)}` : `Made on ${formatDate(file.createdOn)}`,
    }));
}
