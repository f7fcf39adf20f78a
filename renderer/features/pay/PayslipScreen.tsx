import type { SealedPayslip } from "../../../shared/contract/payAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { PayslipView } from "./PayslipView.tsx";

/** One payslip by itself: where a figure for HMRC leads to. */
export function PayslipScreen({ payslipId }: { readonly payslipId: string }) {
  const payslip = useQuery("pay.getPayslip", { payslipId });
  return (
    <Loaded query={payslip}>
      {(known) => (
        <>
          <PageHeader
            title={`Payslip of ${known.name}`}
            lead={`Paid on ${formatDate(known.result.payday)}.`}
            breadcrumbs={[{ name: "Pay", to: routes.pay }]}
            actions={<LinkButton to={pathTo(routes.payRun, { payRunId: known.payRunId })}>See the pay run</LinkButton>}
          />
          <Part payslip={known} />
        </>
      )}
    </Loaded>
  );
}

function Part({ payslip }: { readonly payslip: SealedPayslip }) {
  const corrections = useQuery("pay.listCorrections", {});
  const run = useQuery("pay.getRun", { payRunId: payslip.payRunId });
  return (
    <Loaded query={run}>
      {({ run: { withdrawnOn } }) => (
        <Loaded query={corrections}>{(made) => <PayslipView payslip={payslip} corrections={made} isWithdrawn={withdrawnOn !== null} />}</Loaded>
      )}
    </Loaded>
  );
}
