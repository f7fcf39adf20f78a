import type { PayRun } from "../../../shared/payroll/payRun/payRun.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { CheckPay } from "./CheckPay.tsx";
import { FinishedRun } from "./FinishedRun.tsx";
import { periodWords, runKindWords } from "./PayScreen.tsx";

const crumbs = [{ name: "Pay", to: routes.pay }];

/** One pay run: the check before it is finished, or everything about it once it is locked. */
export function PayRunScreen({ payRunId }: { readonly payRunId: string }) {
  const run = useQuery("pay.getRun", { payRunId });
  const finished = run.data?.finished ?? null;
  const title = finished ? "Finished pay run" : "Check the pay, then finish the run";
  return (
    <>
      <PageHeader title={title} breadcrumbs={crumbs} above={run.data && aboveOf(run.data.run)} />
      <Loaded query={run}>{(data) => (data.finished ? <FinishedRun finished={data.finished} /> : <CheckPay payRunId={payRunId} />)}</Loaded>
    </>
  );
}

const aboveOf = (run: PayRun) => (run.kind === "regular" ? periodWords(run) : `${runKindWords[run.kind]}, ${periodWords(run)}`);
