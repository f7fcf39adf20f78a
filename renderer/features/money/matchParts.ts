import type { MatchSuggestion } from "../../../shared/bank/suggestMatches.ts";
import type { MatchPart } from "../../../shared/contract/bankOperations.ts";
import type { Input } from "../../api/client.ts";

export type NewPart = Input<"bank.matchLine">["parts"][number];

/** A suggestion as the part of a match. */
export function partOf(suggestion: MatchSuggestion): NewPart {
  const { kind, amountPence, engagementId, payRunId, planLineId, funderId, deductionOrderId } = suggestion;
  return {
    kind: kind as MatchPart["kind"],
    amountPence,
    ...(engagementId && { engagementId }),
    ...(payRunId && { payRunId }),
    ...(planLineId && { planLineId }),
    ...(funderId && { funderId }),
    ...(deductionOrderId && { deductionOrderId }),
  };
}
