import type { HmrcAccountPeriod } from "../../../shared/contract/hmrcAnswers.ts";
import { formatPence, pence } from "../../../shared/core/money.ts";
import { StatusChip } from "../../components/StatusChip.tsx";
import { useToday } from "../../components/Today.tsx";

/** How a month or quarter stands, in words: what is left to pay, or what HMRC has too much of. */
export function LeftOver({ row: { carriedForward, period, toPay } }: { readonly row: HmrcAccountPeriod }) {
  const today = useToday();
  const left = carriedForward.amount;
  if (today < period.from) return <StatusChip>Still to come</StatusChip>;
  if (left < 0) return <StatusChip tone="info">{formatPence(pence(-left))} in your favour</StatusChip>;
  if (left === 0) return <StatusChip tone="ok">{toPay.amount === 0 ? "Nothing to pay" : "Paid"}</StatusChip>;
  return <StatusChip tone={today > period.dueElectronicallyOn ? "warn" : "neutral"}>{formatPence(left)} left</StatusChip>;
}
