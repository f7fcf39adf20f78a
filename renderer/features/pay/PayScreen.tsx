import { useLocation } from "wouter";
import type { PaymentDue, PayRunSummary } from "../../../shared/contract/payAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import type { Output } from "../../api/client.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { HmrcMonthsCard } from "./HmrcMonthsCard.tsx";
import { PaymentsTable } from "./PaymentsTable.tsx";

/** Pay: the next pay run, what is still to be paid, finished runs, and each month with HMRC. */
export function PayScreen() {
  const runs = useQuery("pay.listRuns", {});
  const payments = useQuery("pay.paymentsDue", {});
  return (
    <>
      <PageHeader title="Pay" lead="Work out wages from confirmed time, check them, then finish the run." />
      <Stack>
        <Loaded query={runs}>
          {(list) => {
            const drafts = list.filter((run) => run.state === "draft");
            return (
              <>
                <NextRun draft={drafts.find(({ kind }) => kind === "regular")} />
                <OtherRuns drafts={drafts.filter(({ kind }) => kind !== "regular")} />
              </>
            );
          }}
        </Loaded>
        <Loaded query={payments}>{(due) => due.length > 0 && <PaymentsCard payments={due} />}</Loaded>
        <Loaded query={runs}>{(list) => <FinishedRuns runs={list.filter((run) => run.state === "finished")} />}</Loaded>
        <HmrcMonthsCard />
        <AroundPay />
      </Stack>
    </>
  );
}

/** Ways from Pay to what is done around it. */
function AroundPay() {
  return (
    <Card title="Year end, and checking a bureau">
      <Row>
        <LinkButton to={routes.yearEnd}>Year end and start</LinkButton>
        <LinkButton to={routes.bureau}>Check my bureau</LinkButton>
      </Row>
    </Card>
  );
}

function NextRun({ draft }: { readonly draft: PayRunSummary | undefined }) {
  const suggestion = useQuery("pay.suggestNextPeriod", {}, { isOn: draft === undefined });
  if (draft) {
    return (
      <Card title="A pay run is waiting for you" note={periodWords(draft)}>
        <Stack>
          <p>
            Payday is <LongDate on={draft.payday} />.
          </p>
          <Row>
            <LinkButton to={pathTo(routes.payRun, { payRunId: draft.id })} look="primary">
              Check the pay
            </LinkButton>
          </Row>
        </Stack>
      </Card>
    );
  }
  return <Loaded query={suggestion}>{(period) => (period ? <SuggestedRun period={period} /> : <NoEmployer />)}</Loaded>;
}

function SuggestedRun({ period }: { readonly period: NonNullable<Output<"pay.suggestNextPeriod">> }) {
  const [, go] = useLocation();
  const start = useCommand("pay.startRun", { onDone: (run) => go(pathTo(routes.payRun, { payRunId: run.id })) });
  const { periodFrom, periodTo, payday } = period;
  return (
    <Card title="Next pay run" note={periodWords(period)}>
      <Stack>
        <FailureMessage of={start} />
        <p>
          Payday is <LongDate on={payday} />. Time you confirmed up to <LongDate on={periodTo} /> is paid in it.
        </p>
        {!period.hasRates && <StatusChip tone="warn">This version has no tax rates for that payday yet</StatusChip>}
        <Row>
          <Button look="primary" isBusy={start.isPending} onClick={() => start.mutate({ periodFrom, periodTo, payday })}>
            Start this pay run
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

/** Runs between the regular ones: those that wait, and a way to start another. */
function OtherRuns({ drafts }: { readonly drafts: readonly PayRunSummary[] }) {
  return (
    <Card title="Extra and correction runs" actions={<LinkButton to={routes.payExtra}>Start an extra run</LinkButton>}>
      {drafts.length === 0 ? (
        <p>For late time, a bonus or pay after somebody left. A correction starts at the payslip that was wrong.</p>
      ) : (
        <ul>
          {drafts.map((run) => (
            <li key={run.id}>
              <TextLink to={pathTo(routes.payRun, { payRunId: run.id })}>
                {runKindWords[run.kind]}, payday {formatDate(run.payday)}: not finished yet
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function NoEmployer() {
  return (
    <Card>
      <EmptyState
        title="Pay needs the employer's details first"
        action={
          <LinkButton to={routes.setup} look="primary">
            Go on setting up
          </LinkButton>
        }
      >
        <p>Say how often you pay and when the first pay period begins.</p>
      </EmptyState>
    </Card>
  );
}

function PaymentsCard({ payments }: { readonly payments: readonly PaymentDue[] }) {
  return (
    <Card title="Still to pay" note="What is matched to the bank statement disappears from here.">
      <PaymentsTable caption="Payments to make" payments={payments} />
    </Card>
  );
}

const columns: readonly Column<PayRunSummary>[] = [
  {
    id: "period",
    title: "Pay period",
    isRowHeader: true,
    cell: (run) => <TextLink to={pathTo(routes.payRun, { payRunId: run.id })}>{periodWords(run)}</TextLink>,
  },
  { id: "kind", title: "Kind", cell: ({ kind, withdrawnOn }) => (withdrawnOn ? <StatusChip>Taken back</StatusChip> : runKindWords[kind]) },
  { id: "payday", title: "Payday", cell: (run) => <LongDate on={run.payday} />, sortBy: (run) => run.payday },
  { id: "people", title: "People", isNumber: true, cell: (run) => run.totals?.people ?? 0 },
  { id: "gross", title: "Gross pay", isNumber: true, cell: (run) => run.totals && <Money amount={run.totals.grossPay} /> },
  { id: "net", title: "Take home", isNumber: true, cell: (run) => run.totals && <Money amount={run.totals.netPay} /> },
];

function FinishedRuns({ runs }: { readonly runs: readonly PayRunSummary[] }) {
  return (
    <Card title="Finished pay runs">
      <DataTable
        caption="Finished pay runs"
        isCaptionHidden
        columns={columns}
        rows={runs}
        rowKey={(run) => run.id}
        whenEmpty="No pay run is finished yet."
      />
    </Card>
  );
}

/** What a run is for. */
export const runKindWords: Readonly<Record<PayRunSummary["kind"], string>> = { regular: "Regular", extra: "Extra run", correction: "Correction run" };

/** "26 October 2026 to 22 November 2026". */
export function periodWords({ periodFrom, periodTo }: Pick<PayRunSummary, "periodFrom" | "periodTo">): string {
  return `${formatDate(periodFrom)} to ${formatDate(periodTo)}`;
}
