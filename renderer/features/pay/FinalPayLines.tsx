import { useState } from "react";
import type { FinalPayLine } from "../../../shared/contract/payCorrections.ts";
import type { Input } from "../../api/client.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";

/** The facts that final pay rests on. */
export type AskedFinalPay = Input<"pay.suggestFinalPay">;

type Kind = "noticePay" | "holidayPay" | "redundancy";
const kinds: readonly string[] = ["noticePay", "holidayPay", "redundancy"] satisfies Kind[];

interface FinalPayLinesProps {
  readonly asked: AskedFinalPay;
  readonly name: string;
  readonly onDone: () => void;
}

/** The sums that are due, each with its steps; what is ticked goes into the run. */
export function FinalPayLines({ asked, name, onDone }: FinalPayLinesProps) {
  const suggestion = useQuery("pay.suggestFinalPay", asked);
  const preview = useQuery("pay.previewRun", { payRunId: asked.payRunId });
  return (
    <Card title="What is due beyond the hours worked">
      <Loaded query={suggestion}>
        {({ lines, notes }) => (
          <Stack>
            {notes.length > 0 && (
              <ul>
                {notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
            {lines.length === 0 ? (
              <StatusChip tone="ok">Nothing more is due to {name}</StatusChip>
            ) : (
              <Loaded query={preview}>
                {({ people }) => {
                  const own = people.find(({ engagementId }) => engagementId === asked.engagementId)?.additions ?? [];
                  return <ChooseLines asked={asked} name={name} lines={lines} inRun={own.map(({ kind }) => kind)} onDone={onDone} />;
                }}
              </Loaded>
            )}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function ChooseLines({
  asked,
  name,
  lines,
  inRun,
  onDone,
}: FinalPayLinesProps & { readonly lines: readonly FinalPayLine[]; readonly inRun: readonly string[] }) {
  const notice = useNotice();
  const add = useCommand("pay.addFinalPay", {
    onDone: () => {
      notice.show(`Put ${name}'s final pay into the run.`);
      onDone();
    },
  });
  const open = lines.filter(({ kind }) => !inRun.includes(kind)).map(({ kind }) => kind);
  const [left, setLeft] = useState<readonly string[]>([]);
  const ticked = open.filter((kind) => !left.includes(kind) && kinds.includes(kind)) as Kind[];
  return (
    <>
      <FailureMessage of={add} />
      <DataTable
        caption="Final pay"
        isCaptionHidden
        rows={lines}
        rowKey={({ kind }) => kind}
        columns={[
          { id: "what", title: "What for", isRowHeader: true, cell: ({ label }) => label },
          {
            id: "amount",
            title: "Amount",
            isNumber: true,
            cell: ({ explanation, label }) => <Explanation of={explanation} name={`${name}'s ${label.toLowerCase()}`} look="amount" />,
          },
          {
            id: "put",
            title: "In this run",
            cell: ({ kind, label }) =>
              open.includes(kind) ? (
                <Checkbox
                  name={kind}
                  label={`Pay ${label.toLowerCase()}`}
                  value={!left.includes(kind)}
                  onValueChange={(isTicked) => setLeft(isTicked ? left.filter((each) => each !== kind) : [...left, kind])}
                />
              ) : (
                <StatusChip tone="ok">In the run already</StatusChip>
              ),
          },
        ]}
      />
      <Row>
        <Button look="primary" isBusy={add.isPending} isDisabled={ticked.length === 0} onClick={() => add.mutate({ ...asked, kinds: ticked })}>
          Put the ticked sums into the run
        </Button>
      </Row>
    </>
  );
}
