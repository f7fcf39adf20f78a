import type { MadeCorrection } from "../../../shared/contract/payCorrections.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Explanation } from "../../components/Explanation.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { TextLink } from "../../components/TextLink.tsx";

/** On a payslip that was corrected: when and why, by how much, and the run that pays the difference. */
export function CorrectedNote({ correction }: { readonly correction: MadeCorrection }) {
  const { madeOn, reason, netDifference, payRunId, how } = correction;
  return (
    <NotificationBanner tone="warn" title={`Corrected on ${formatDate(madeOn)}`}>
      <p>{reason}</p>
      <p>
        Take-home pay differs by <Explanation of={netDifference} name="the difference of take-home pay" look="amount" />.{" "}
        {payRunId ? (
          <TextLink to={pathTo(routes.payRun, { payRunId })}>See the pay run with the difference</TextLink>
        ) : how === "closedYear" ? (
          "The closed year's totals go to HMRC again."
        ) : (
          "The next payday puts it right by itself."
        )}
      </p>
    </NotificationBanner>
  );
}

/** On the payslip that pays a correction: which payslip it puts right. */
export function CorrectsNote({ correction }: { readonly correction: MadeCorrection }) {
  const { name, correctsPayday, reason, payslipId } = correction;
  return (
    <p>
      Puts right {name}'s payslip of {formatDate(correctsPayday)}: {reason}{" "}
      <TextLink to={pathTo(routes.payslip, { payslipId })} about={`of ${formatDate(correctsPayday)}`}>
        See that payslip
      </TextLink>
    </p>
  );
}
