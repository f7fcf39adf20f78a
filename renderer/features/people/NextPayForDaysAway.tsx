import type { PayRunPreview } from "../../../shared/contract/payAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import type { PayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import type { PayLine } from "../../../shared/payroll/types.ts";
import { useQuery } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";

/** What the next pay run pays (or takes back) for sickness, holiday and family leave, told in time or late. */
export function NextPayForDaysAway({ engagementId, firstName }: { readonly engagementId: string; readonly firstName: string }) {
  const runs = useQuery("pay.listRuns", {});
  const period = useQuery("pay.suggestNextPeriod", {});
  return (
    <Loaded query={runs}>
      {(list) => {
        const draft = list.find(({ state, kind }) => state === "draft" && kind === "regular");
        if (draft) return <FromRun run={{ payRunId: draft.id }} engagementId={engagementId} firstName={firstName} />;
        return (
          <Loaded query={period}>
            {(next) => next?.hasRates && <FromRun run={{ period: next }} engagementId={engagementId} firstName={firstName} />}
          </Loaded>
        );
      }}
    </Loaded>
  );
}

interface FromRunProps {
  readonly run: { readonly payRunId: string } | { readonly period: PayPeriod };
  readonly engagementId: string;
  readonly firstName: string;
}

function FromRun({ run, engagementId, firstName }: FromRunProps) {
  const input = "period" in run ? { period: { periodFrom: run.period.periodFrom, periodTo: run.period.periodTo, payday: run.period.payday } } : run;
  const preview = useQuery("pay.previewRun", input);
  return (
    <Loaded query={preview}>
      {(data) => {
        const person = data.people.find((each) => each.engagementId === engagementId);
        return (
          <Card title="What the next pay run pays for days away" note={`Payday ${formatDate(data.run.payday)}`}>
            <DaysAwayLines lines={linesOf(person)} firstName={firstName} />
          </Card>
        );
      }}
    </Loaded>
  );
}

const isForDaysAway = ({ kind }: PayLine) => kind.startsWith("statutory") || kind === "holidayPay";

function linesOf(person: PayRunPreview["people"][number] | undefined) {
  return (person?.payslip?.payLines ?? []).filter(isForDaysAway).map((line, index) => ({ ...line, key: `${index} ${line.label}` }));
}

function DaysAwayLines({ lines, firstName }: { readonly lines: ReturnType<typeof linesOf>; readonly firstName: string }) {
  return (
    <DataTable
      caption="Pay for days away in the next pay run"
      isCaptionHidden
      rows={lines}
      rowKey={({ key }) => key}
      whenEmpty={`Nothing is due to ${firstName} for days away.`}
      columns={[
        { id: "what", title: "What for", isRowHeader: true, cell: ({ label }) => label },
        { id: "days", title: "Days", isNumber: true, cell: ({ units }) => units },
        {
          id: "amount",
          title: "Amount",
          isNumber: true,
          cell: ({ explanation, label }) => <Explanation of={explanation} name={`${firstName}'s ${label}`} look="amount" />,
        },
      ]}
    />
  );
}
