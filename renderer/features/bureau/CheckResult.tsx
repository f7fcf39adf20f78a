import type { Output } from "../../api/client.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";

type CheckedLine = Output<"bureau.checkPayslip">["lines"][number] | Output<"bureau.checkMonth">["lines"][number];

interface CheckResultProps {
  readonly title: string;
  readonly agrees: boolean;
  readonly differing: number;
  readonly lines: readonly CheckedLine[];
  readonly settings?: Output<"bureau.checkPayslip">["settings"];
}

/** The bureau's figures beside ours, with the likely reason of each difference. Lines that the paper does not show are left out. */
export function CheckResult({ title, agrees, differing, lines, settings = [] }: CheckResultProps) {
  const shown = lines.filter(({ state }) => state !== "notShown");
  const others = settings.filter((setting) => !setting.agrees);
  if (shown.length === 0 && settings.length === 0) return <NotificationBanner tone="warn" title="Type at least one figure of the bureau’s." />;
  return (
    <Card title={title}>
      <Stack>
        <NotificationBanner tone={agrees ? "ok" : "warn"} title={summaryOf(agrees, differing, shown.length)} />
        {others.map(({ name, bureau, ours }) => (
          <p key={name}>
            {name}: the bureau shows <strong>{bureau}</strong>, you have <strong>{ours}</strong>.
          </p>
        ))}
        <DataTable
          caption="The bureau’s figures beside ours"
          rows={shown}
          rowKey={({ line }) => line}
          rowTone={({ state }) => (state === "differs" ? "warn" : "plain")}
          columns={[
            { id: "line", title: "Line", isRowHeader: true, cell: ({ label }) => label },
            { id: "bureau", title: "Bureau", isNumber: true, cell: ({ bureau }) => bureau !== null && <Money amount={bureau} /> },
            { id: "ours", title: "Ours", isNumber: true, cell: ({ ours, label }) => <Explanation of={ours} name={`our ${label}`} look="amount" /> },
            { id: "difference", title: "Difference", isNumber: true, cell: ({ difference }) => difference !== null && <Money amount={difference} /> },
            { id: "why", title: "Why?", cell: (line) => <Why line={line} /> },
          ]}
        />
      </Stack>
    </Card>
  );
}

function summaryOf(agrees: boolean, differing: number, shown: number): string {
  if (agrees) return `All ${shown} lines agree to the penny.`;
  if (differing === 0) return "All amounts agree, but the code or letter does not.";
  return differing === 1 ? `1 of ${shown} lines differs.` : `${differing} of ${shown} lines differ.`;
}

function Why({ line: { state, reasons } }: { readonly line: CheckedLine }) {
  if (state === "agrees") return <StatusChip tone="ok">Agrees</StatusChip>;
  const [first, ...others] = reasons;
  if (!first) {
    return (
      <div>
        <StatusChip tone="warn">Differs</StatusChip>
        <p>Nothing that was tried gives the bureau’s figure. Ask the bureau how it came to it.</p>
      </div>
    );
  }
  return (
    <div>
      <StatusChip tone="warn">Likely reason</StatusChip>
      <p>{first.text}</p>
      <p>{first.wayOut}</p>
      {others.length > 0 && (
        <>
          <p>It could also be:</p>
          <ul>
            {others.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
