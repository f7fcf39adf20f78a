import type { FinishedPayRun } from "../../../shared/contract/payAnswers.ts";
import { formatDate, PlainDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Figure, FigureRow } from "../../components/Figure.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { useToday } from "../../components/Today.tsx";
import { HmrcFigures } from "./HmrcFigures.tsx";
import { PaymentsTable } from "./PaymentsTable.tsx";
import { PayslipView } from "./PayslipView.tsx";
import { PayTable } from "./PayTable.tsx";
import { SaveDocumentButton } from "./SaveDocumentButton.tsx";
import { WithdrawRun } from "./WithdrawRun.tsx";

/** A locked run: payslips, HMRC's figures, payments to make, and what it did to the budget. */
export function FinishedRun({ finished }: { readonly finished: FinishedPayRun }) {
  const { run, totals, dues } = finished;
  const today = useToday();
  return (
    <Stack>
      {run.withdrawnOn && (
        <NotificationBanner tone="warn" title={`This run was taken back on ${formatDate(run.withdrawnOn)}`}>
          <p>Nothing of it counts any more. Its time and sums are paid by another run.</p>
        </NotificationBanner>
      )}
      <Row>
        {run.withdrawnOn ? <StatusChip tone="neutral">Taken back</StatusChip> : <StatusChip tone="ok">Finished and locked</StatusChip>}
        {run.ratesVersion && <StatusChip tone="info">{ratesInWords(run.ratesVersion)}</StatusChip>}
        <SaveDocumentButton
          words="Save everything (ZIP)"
          about="of this pay run"
          suggestedName={`Pay run ${run.payday}.zip`}
          operation="documents.payRunPack"
          input={{ payRunId: run.id }}
        />
        {run.withdrawnOn === null && today < run.payday && <WithdrawRun run={run} />}
      </Row>
      <FigureRow>
        <Figure name="Wages" note={`Payday ${formatDate(dues.wagesOn)}`}>
          <Money amount={totals.netPay} />
        </Figure>
        <Figure name="HMRC" note={<Explanation of={dues.hmrc} name="what is due to HMRC" />}>
          <Money amount={dues.hmrc.amount} />
        </Figure>
        <Figure name="Pension">
          <Money amount={dues.pension} />
        </Figure>
        {dues.orders > 0 && (
          <Figure name="Orders" note={`By ${formatDate(dues.ordersOn)}`}>
            <Money amount={dues.orders} />
          </Figure>
        )}
        {dues.statutoryPayRecovered > 0 && (
          <Figure name="HMRC gives back" note="Family pay, through the Employer Payment Summary">
            <Money amount={dues.statutoryPayRecovered} />
          </Figure>
        )}
      </FigureRow>
      <Tabs
        label="Parts of this pay run"
        tabs={[
          { id: "payslips", title: "Payslips", content: <Payslips finished={finished} /> },
          { id: "hmrc", title: "Figures for HMRC", content: <HmrcFigures payRunId={run.id} payday={run.payday} /> },
          { id: "payments", title: "Payments to make", content: <Payments payRunId={run.id} payday={run.payday} /> },
          { id: "budget", title: "Budget", content: <Budget finished={finished} /> },
        ]}
      />
    </Stack>
  );
}

/** "2026-27, checked 2026-11-21" with its date in words. */
const ratesInWords = (version: string) => `Rates ${version.replace(/\d{4}-\d{2}-\d{2}/, (on) => formatDate(PlainDate.parse(on)))}`;

function Payslips({ finished }: { readonly finished: FinishedPayRun }) {
  const corrections = useQuery("pay.listCorrections", {});
  const people = finished.payslips.map(({ id, name, result }) => ({
    key: id,
    name,
    taxCode: result.taxCode,
    nationalInsuranceCategory: result.niBands.category,
    payslip: result,
  }));
  return (
    <Stack>
      <Card title="Everybody's pay">
        <PayTable people={people} totals={finished.totals} />
      </Card>
      <Loaded query={corrections}>
        {(made) =>
          finished.payslips.map((payslip) => (
            <PayslipView key={payslip.id} payslip={payslip} corrections={made} isWithdrawn={finished.run.withdrawnOn !== null} />
          ))
        }
      </Loaded>
    </Stack>
  );
}

function Payments({ payRunId, payday }: { readonly payRunId: string; readonly payday: string }) {
  const payments = useQuery("pay.paymentsDue", { payRunId });
  return (
    <Card title="What to pay, whom and by when" note="HMRC and the pension are paid for the whole month at once.">
      <Stack>
        <Loaded query={payments}>{(list) => <PaymentsTable caption="Payments of this run" payments={list} />}</Loaded>
        <Row>
          <SaveDocumentButton
            words="Save this list (PDF)"
            suggestedName={`Payments ${payday}.pdf`}
            operation="documents.paymentListPdf"
            input={{ payRunId }}
          />
        </Row>
      </Stack>
    </Card>
  );
}

function Budget({ finished }: { readonly finished: FinishedPayRun }) {
  const { planLines, dues, run } = finished;
  return (
    <Card title="What this run took from the budget" note="Wages with the employer's National Insurance and pension.">
      <Stack>
        <SummaryList rows={planLines.map(({ name, amount }) => ({ name, value: <Money amount={amount} /> }))} />
        {dues.employmentAllowance && (
          <p>
            Employment Allowance gives back <Money amount={dues.employmentAllowance.amount} />.{" "}
            <Explanation of={dues.employmentAllowance} name="the allowance used" />
          </p>
        )}
        <p>
          Posted on <LongDate on={run.payday} />.
        </p>
      </Stack>
    </Card>
  );
}
