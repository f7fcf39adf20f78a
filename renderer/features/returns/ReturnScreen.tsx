import type { ReturnView } from "../../../shared/contract/returnsOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Money } from "../../components/Money.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Columns, Stack } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { CheckList } from "./CheckList.tsx";
import { DocumentPreview } from "./DocumentPreview.tsx";
import { MarkSent } from "./MarkSent.tsx";
import { PackFiles } from "./PackFiles.tsx";
import { SignAndMake } from "./SignAndMake.tsx";
import { StateChip } from "./StateChip.tsx";

const breadcrumbs = [{ name: "Audit returns", to: routes.returns }];

/** One audit return: checks with a way to put each right, what the funder will receive, the pack, and sending it. */
export function ReturnScreen({ returnId }: { readonly returnId: string }) {
  const query = useQuery("returns.get", { id: returnId });
  return (
    <>
      <PageHeader
        title={query.data ? titleOf(query.data) : "Audit return"}
        breadcrumbs={breadcrumbs}
        lead={query.data && <Lead view={query.data} />}
      />
      <Loaded query={query}>{(view) => <ReturnPage view={view} />}</Loaded>
    </>
  );
}

function titleOf({ entry }: ReturnView): string {
  const word = `${entry.word.charAt(0).toUpperCase()}${entry.word.slice(1)}`;
  return `${word} for ${entry.funderName}${entry.dueOn && entry.state === "open" ? `, due ${formatDate(entry.dueOn)}` : ""}`;
}

function Lead({ view }: { readonly view: ReturnView }) {
  return (
    <>
      {formatDate(view.entry.periodFrom)} to {formatDate(view.entry.periodTo)}. {view.templateName}. <StateChip entry={view.entry} />
    </>
  );
}

function ReturnPage({ view }: { readonly view: ReturnView }) {
  const isOpen = view.entry.state === "open";
  const waiting = view.checks.filter((check) => check.verdict === "attention").length;
  return (
    <Stack gap="large">
      {isOpen && view.warning && <p>{view.warning}</p>}
      <Columns layout="wideFirst">
        <Card title="Checks" note={waiting === 0 ? "Nothing needs you." : `${waiting} of ${view.checks.length} need you.`}>
          <CheckList returnId={view.entry.id} checks={view.checks} isOpen={isOpen} />
        </Card>
        <Card title={`What ${view.entry.funderName} ${isOpen ? "will receive" : "received"}`}>
          <Stack>
            <DocumentPreview model={view.summary} />
            <p>
              One PDF to sign, a spreadsheet, and a folder of {view.evidenceCount} numbered {view.evidenceCount === 1 ? "piece" : "pieces"} of
              evidence.
            </p>
            {view.packFiles.length > 0 && <PackFiles view={view} />}
          </Stack>
        </Card>
      </Columns>
      <Card title="What may stay, and what you owe">
        <WhatStays view={view} />
      </Card>
      {isOpen && (
        <Card title={view.packFiles.length > 0 ? "Make the pack again" : "Sign and make the pack"}>
          <SignAndMake view={view} />
        </Card>
      )}
      {isOpen && view.packFiles.length > 0 && (
        <Card title="Send it">
          <MarkSent view={view} />
        </Card>
      )}
      <Card title={isOpen ? "After you send it" : "It is sent"}>
        <p>
          {isOpen ? "The period is locked" : `Sent by ${view.sentHow}, signed by ${view.signedBy}. The period is locked`} and a copy of exactly what
          you sent is kept for {view.keepYears} years. If something has to change, it goes into the next return as a correction.
        </p>
      </Card>
    </Stack>
  );
}

/** The funder's rule beside what is really owed: the two figures that must be seen together. */
function WhatStays({ view }: { readonly view: ReturnView }) {
  const { owed, reserve, surplus, trulySpare, shortfall, parts } = view.figures;
  const rows = [
    { name: "Owed on the last day", figure: owed },
    { name: "May stay in the account", figure: reserve },
    { name: "Above what may stay, by the agreement's rule", figure: surplus },
    { name: "Truly spare, after all you owe", figure: trulySpare },
    ...(shortfall.amount > 0 ? [{ name: "Short of what you owe", figure: shortfall }] : []),
  ];
  return (
    <SummaryList
      rows={[
        ...rows.map(({ name, figure }) => ({
          name,
          value: (
            <>
              <Money amount={figure.amount} /> <Explanation of={figure} name={name.toLowerCase()} />
            </>
          ),
        })),
        ...parts.map((part) => ({ name: `${part.name}, ${part.share} of what is above`, value: <Money amount={part.surplus} /> })),
      ]}
    />
  );
}
