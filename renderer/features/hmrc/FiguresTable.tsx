import type { TracedHmrcFigure } from "../../../shared/contract/hmrcAnswers.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./hmrc.module.css";
import type { Copying } from "./useCopy.ts";
import { WhyFigure } from "./WhyFigure.tsx";
import { itemWords } from "./words.ts";

export interface FiguresTableProps {
  readonly caption: string;
  readonly figures: readonly TracedHmrcFigure[];
  readonly employeeName: string;
  readonly payslipId: string;
  readonly copying: Copying;
}

/** One screen of HMRC's tool: each box with its number, what to type, the year to date beside it, and why. */
export function FiguresTable({ caption, figures, employeeName, payslipId, copying }: FiguresTableProps) {
  const columns: Column<TracedHmrcFigure>[] = [
    { id: "label", title: "HMRC asks for", isRowHeader: true, cell: itemWords },
    {
      id: "value",
      title: "This payday",
      cell: (figure) => (
        <Value text={figure.value} about={`${itemWords(figure)} of ${employeeName}`} id={`${keyOf(figure)} value`} copying={copying} />
      ),
    },
  ];
  if (figures.some(({ yearToDate }) => yearToDate !== null)) columns.push(yearColumn(employeeName, copying));
  if (figures.some(({ explained, toDate }) => explained !== null || toDate !== null)) {
    columns.push({
      id: "why",
      title: "Why",
      isTitleHidden: true,
      cell: (figure) => (
        <span className={styles.why}>
          <WhyFigure figure={figure} employeeName={employeeName} payslipId={payslipId} />
        </span>
      ),
    });
  }
  return <DataTable caption={caption} columns={columns} rows={figures} rowKey={keyOf} />;
}

const keyOf = ({ item, label }: TracedHmrcFigure) => `${item} ${label}`;

function yearColumn(employeeName: string, copying: Copying): Column<TracedHmrcFigure> {
  return {
    id: "yearToDate",
    title: "Year to date",
    cell: (figure) => {
      const { yearToDate, toDateItem } = figure;
      if (yearToDate === null) return null;
      const about = `${itemWords(figure)} of ${employeeName}, year to date`;
      return <Value text={yearToDate} note={toDateItem} about={about} id={`${keyOf(figure)} year`} copying={copying} />;
    },
  };
}

interface ValueProps {
  readonly text: string;
  /** HMRC's number of a year to date, when it has one of its own. */
  readonly note?: string | null;
  readonly about: string;
  readonly id: string;
  readonly copying: Copying;
}

function Value({ text, note = null, about, id, copying }: ValueProps) {
  return (
    <span className={styles.value}>
      <span className={styles.figure}>
        {text}
        {note !== null && <span className={styles.small}> ({note})</span>}
      </span>
      <CopyButton of={copying} id={id} text={text} about={about} />
    </span>
  );
}
