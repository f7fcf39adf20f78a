import type { HmrcSubmission } from "../../../shared/contract/hmrcAnswers.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import styles from "./hmrc.module.css";

const columns: readonly Column<HmrcSubmission>[] = [
  { id: "words", title: "What was told", isRowHeader: true, cell: ({ words }) => words },
  { id: "toldOn", title: "Sent on", cell: ({ toldOn }) => (toldOn ? <LongDate on={toldOn} /> : <StatusChip>Not sent yet</StatusChip>) },
  { id: "agreed", title: "Typed back", cell: (submission) => <Agreed submission={submission} /> },
  {
    id: "irMark",
    title: "IRmark",
    cell: ({ irMark }) => irMark !== null && <span className={styles.figure}>{irMark}</span>,
  },
];

/** What was told to HMRC, newest first, with HMRC's own mark of an XML file where there is one. */
export function SubmissionsTable({ caption, submissions }: { readonly caption: string; readonly submissions: readonly HmrcSubmission[] }) {
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={submissions}
      rowKey={({ id }) => id}
      whenEmpty="Nothing was marked as sent yet."
    />
  );
}

function Agreed({ submission: { kind, isAgreed } }: { readonly submission: HmrcSubmission }) {
  if (kind !== "fps") return null;
  return isAgreed ? <StatusChip tone="ok">Agreed</StatusChip> : <>Not compared</>;
}
