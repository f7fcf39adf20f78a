import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { checkKinds } from "./CheckForm.tsx";
import { wordsOf } from "./words.ts";

/** Every check that was made. */
export function ChecksTab({ record }: { readonly record: AssistantRecord }) {
  return (
    <Card
      title="Checks"
      actions={<LinkButton to={pathTo(routes.personChange, { personId: record.engagement.id, what: "check" })}>Record a check</LinkButton>}
    >
      <DataTable
        caption="Checks, newest first"
        isCaptionHidden
        rows={record.checks}
        rowKey={({ id }) => id}
        whenEmpty="No check is recorded yet."
        columns={[
          { id: "kind", title: "Check", isRowHeader: true, cell: ({ kind }) => wordsOf(checkKinds, kind) },
          { id: "on", title: "Done", cell: ({ checkedOn }) => <LongDate on={checkedOn} /> },
          { id: "until", title: "Good until", cell: ({ untilOn }) => (untilOn ? <LongDate on={untilOn} /> : "No end") },
          { id: "reference", title: "Number or note", cell: ({ reference }) => reference },
          { id: "by", title: "Seen by", cell: ({ seenBy }) => seenBy },
        ]}
      />
      <Disclosure summary="What may I keep?">
        <p>Keep a dated copy of the right-to-work check. Of a DBS certificate keep only number, date and level, never a copy.</p>
      </Disclosure>
    </Card>
  );
}
