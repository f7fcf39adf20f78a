import { type ReactNode, useId } from "react";
import styles from "./ChartFigure.module.css";
import { type Column, DataTable } from "./DataTable.tsx";

export interface ChartFigureProps<R> {
  /** The finding in one sentence: "At this rate you finish the year £1,210 under your plan." */
  readonly finding: ReactNode;
  /** Short name of the picture for screen readers. */
  readonly name: string;
  /** Size of the drawing's own coordinates. It grows and shrinks with the page. */
  readonly width: number;
  readonly height: number;
  /** The SVG's contents. Axis words inside `<g aria-hidden="true">`. Colours: var(--bar), var(--bar-second), var(--line). */
  readonly children: ReactNode;
  /** The same facts as a table. */
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
}

/** A picture with its finding in words and the same facts as a table. */
export function ChartFigure<R>({ finding, name, width, height, children, columns, rows, rowKey }: ChartFigureProps<R>) {
  const captionId = useId();
  return (
    <figure className={styles.figure}>
      <svg role="img" aria-label={name} aria-describedby={captionId} viewBox={`0 0 ${width} ${height}`} className={styles.chart}>
        {children}
      </svg>
      <figcaption id={captionId}>{finding}</figcaption>
      <details className={styles.twin}>
        <summary>
          Show as a table <span className="visuallyHidden">of {name}</span>
        </summary>
        <DataTable caption={name} isCaptionHidden columns={columns} rows={rows} rowKey={rowKey} />
      </details>
    </figure>
  );
}
