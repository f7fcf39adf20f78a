import { useState } from "react";
import { useLocation } from "wouter";
import type { PayRunPreview } from "../../../shared/contract/payAnswers.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner, useNotice } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { AddToRun } from "./AddToRun.tsx";
import { PayTable } from "./PayTable.tsx";
import { RunPeopleCard } from "./RunPeopleCard.tsx";
import { Suggestions } from "./Suggestions.tsx";

/** The pay table with "Why this amount?" at every amount, what to look at, and what finishing does. */
export function CheckPay({ payRunId }: { readonly payRunId: string }) {
  const preview = useQuery("pay.previewRun", { payRunId });
  return (
    <Loaded query={preview}>
      {(data) => (
        <Stack>
          {data.blockers.length > 0 && (
            <NotificationBanner tone="bad" title="This pay run can't be finished yet">
              <ul>
                {data.blockers.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </NotificationBanner>
          )}
          <Suggestions people={data.people} />
          <RunPeopleCard payRunId={payRunId} preview={data} />
          <Card title="Everybody's pay">
            <Stack>
              <PayTable people={data.people.map((person) => ({ key: person.engagementId, ...person }))} totals={data.totals} />
              <Checks preview={data} />
            </Stack>
          </Card>
          <AddToRun payRunId={payRunId} people={data.people} isRegular={data.run.kind === "regular"} />
          <WhenFinished payRunId={payRunId} preview={data} />
        </Stack>
      )}
    </Loaded>
  );
}

function Checks({ preview }: { readonly preview: PayRunPreview }) {
  const isChecked = preview.people.some((person) => person.minimumWage !== null);
  const isMet = preview.people.every((person) => person.minimumWage?.isMet !== false);
  return (
    <Stack gap="small">
      {isChecked && isMet && <StatusChip tone="ok">Minimum wage met for everyone</StatusChip>}
      {preview.warnings.map((text) => (
        <StatusChip key={text} tone="warn">
          {text}
        </StatusChip>
      ))}
    </Stack>
  );
}

function WhenFinished({ payRunId, preview }: { readonly payRunId: string; readonly preview: PayRunPreview }) {
  const notice = useNotice();
  const [, go] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const finish = useCommand("pay.finishRun", { onDone: () => notice.show("Finished the pay run. It is locked now.") });
  const remove = useCommand("pay.deleteDraft", { onDone: () => go(routes.pay) });
  const { dues, totals, planLines } = preview;
  return (
    <Card title="What happens when you finish">
      <Stack>
        <FailureMessage of={finish} />
        <FailureMessage of={remove} />
        <SummaryList
          rows={[
            { name: "Payslips", value: `${totals.people} ${totals.people === 1 ? "payslip" : "payslips"}, ready to save, print or send` },
            { name: "Figures for HMRC", value: "in the order Basic PAYE Tools asks for them" },
            { name: "Wages", value: <Due amount={<Money amount={dues.wages} />} on={dues.wagesOn} /> },
            { name: "HMRC", value: <HmrcDue dues={dues} /> },
            { name: "Pension", value: <Due amount={<Money amount={dues.pension} />} on={dues.pensionOn} /> },
            ...(dues.orders > 0 ? [{ name: "Orders", value: <Due amount={<Money amount={dues.orders} />} on={dues.ordersOn} /> }] : []),
            ...(dues.statutoryPayRecovered > 0 ? [{ name: "HMRC gives back", value: <Recovered amount={dues.statutoryPayRecovered} /> }] : []),
            ...(dues.employmentAllowance
              ? [{ name: "Employment Allowance", value: <Explanation of={dues.employmentAllowance} name="the allowance used" look="amount" /> }]
              : []),
            { name: "Budget", value: <BudgetLines lines={planLines} /> },
            { name: "Locked", value: "Changes later are made as a correction in a later run." },
          ]}
        />
        <Row>
          <Button look="primary" isBusy={finish.isPending} isDisabled={preview.blockers.length > 0} onClick={() => setIsAsking(true)}>
            Finish pay run
          </Button>
          <LinkButton to={routes.pay}>Save and come back</LinkButton>
          <Button look="quiet" onClick={() => setIsDeleting(true)}>
            Delete this pay run
          </Button>
        </Row>
        <ConfirmDialog
          title="Finish this pay run?"
          isOpen={isAsking}
          confirmWords="Finish and lock"
          isBusy={finish.isPending}
          onCancel={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            finish.mutate({ payRunId });
          }}
        >
          <p>
            Payslips are made and <Money amount={dues.wages} isStrong /> of wages is due on <LongDate on={dues.wagesOn} />. A finished run is locked.
          </p>
        </ConfirmDialog>
        <ConfirmDialog
          title="Delete this pay run?"
          isOpen={isDeleting}
          confirmWords="Delete it"
          tone="danger"
          isBusy={remove.isPending}
          onCancel={() => setIsDeleting(false)}
          onConfirm={() => remove.mutate({ payRunId })}
        >
          <p>Nothing was paid or posted. Confirmed time stays confirmed, and you can start the run again.</p>
        </ConfirmDialog>
      </Stack>
    </Card>
  );
}

/** A refund can be more than what is taken: then nothing is paid now, and HMRC's next bill is smaller. */
function HmrcDue({ dues }: { readonly dues: PayRunPreview["dues"] }) {
  const amount = <Explanation of={dues.hmrc} name="what is due to HMRC" look="amount" />;
  if (dues.hmrc.amount > 0) return <Due amount={amount} on={dues.hmrcOn} />;
  return <>Nothing to pay for this run: {amount}. It comes off what you pay HMRC next.</>;
}

function Recovered({ amount }: { readonly amount: PayRunPreview["dues"]["statutoryPayRecovered"] }) {
  return (
    <>
      <Money amount={amount} /> of family pay. It comes off what you pay HMRC, after the Employer Payment Summary.
    </>
  );
}

function Due({ amount, on }: { readonly amount: React.ReactNode; readonly on: PayRunPreview["dues"]["wagesOn"] }) {
  return (
    <>
      {amount} by <LongDate on={on} />
    </>
  );
}

function BudgetLines({ lines }: { readonly lines: PayRunPreview["planLines"] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.planLineId ?? "none"}>
          {line.name}: <Money amount={line.amount} />
        </li>
      ))}
    </ul>
  );
}
