import { ArrowDown, ArrowUp, ArrowUpDown, Download } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import styles from "./DataTable.module.css";
import { useStacking } from "./useStacking.ts";

export interface Column<R> {
  readonly id: string;
  /** Words of the header, also shown beside the value on narrow screens. */
  readonly title: string;
  readonly isTitleHidden?: boolean;
  readonly cell: (row: R) => ReactNode;
  /** The cell that names the row. One column should have it. */
  readonly isRowHeader?: boolean;
  /** Amounts, hours and counts: at the right, with tabular figures. */
  readonly isNumber?: boolean;
  /** Makes the column sortable. */
  readonly sortBy?: (row: R) => string | number;
}

export interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

export interface DataTableProps<R> {
  /** What the table is, read first by screen readers. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Marks a row that needs the person. */
  readonly rowTone?: (row: R) => "plain" | "warn" | "bad" | "chosen";
  /** Last row: its words and values by column id. */
  readonly totals?: { readonly words: string; readonly values: Readonly<Record<string, ReactNode>> };
  readonly whenEmpty?: ReactNode;
  readonly startSorting?: Sorting;
  /** Given when the rows are sorted outside (in SQL): the table then shows `sorting` and only asks. */
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  /** Shows "Save as a spreadsheet (CSV)". */
  readonly onExport?: () => void;
}

/** A real table: caption, row headers, sortable headers, sticky header, totals. Where it does not fit, every row becomes a card. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, columns, rows, rowKey, totals } = props;
  const captionId = useId();
  const wrap = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const isStacked = useStacking(wrap, table);
  const [ownSorting, setOwnSorting] = useState(props.startSorting);
  const sorting = props.sorting ?? ownSorting;
  const shownRows = props.onSort ? rows : sorted(rows, columns, sorting);
  const sort = (column: string) => {
    const next = { column, isDescending: sorting?.column === column && !sorting.isDescending };
    setOwnSorting(next);
    props.onSort?.(next);
  };
  const headerIndex = Math.max(
    0,
    columns.findIndex((column) => column.isRowHeader),
  );

  return (
    <div ref={wrap} className={styles.wrap}>
      <table
        ref={table}
        className={[styles.table, isStacked ? styles.stacked : columns.length > 6 ? styles.dense : ""].join(" ")}
        aria-labelledby={captionId}
      >
        <caption id={captionId} className={props.isCaptionHidden ? "visuallyHidden" : styles.caption}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sorting={sorting} onSort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shownRows.map((row) => (
            <tr key={rowKey(row)} className={styles[props.rowTone?.(row) ?? "plain"]}>
              {columns.map((column) => (
                <BodyCell key={column.id} column={column}>
                  {column.cell(row)}
                </BodyCell>
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className={styles.empty}>
                {props.whenEmpty ?? "Nothing here yet."}
              </td>
            </tr>
          )}
        </tbody>
        {totals && rows.length > 0 && (
          <tfoot>
            <tr>
              {columns.map((column, index) =>
                index === headerIndex ? (
                  <th key={column.id} scope="row">
                    {totals.words}
                  </th>
                ) : (
                  <td key={column.id} className={column.isNumber ? styles.number : undefined} data-title={column.title}>
                    {totals.values[column.id]}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
      {props.onExport && (
        <div className="doNotPrint">
          <Button look="quiet" icon={Download} onClick={props.onExport} about={`of ${caption}`}>
            Save as a spreadsheet (CSV)
          </Button>
        </div>
      )}
    </div>
  );
}

function HeaderCell<R>({
  column,
  sorting,
  onSort,
}: {
  readonly column: Column<R>;
  readonly sorting: Sorting | undefined;
  readonly onSort: (column: string) => void;
}) {
  const look = column.isNumber ? styles.number : undefined;
  if (!column.sortBy) {
    return (
      <th scope="col" className={look}>
        {column.isTitleHidden ? <span className="visuallyHidden">{column.title}</span> : column.title}
      </th>
    );
  }
  const isCurrent = sorting?.column === column.id;
  const Arrow = isCurrent ? (sorting.isDescending ? ArrowDown : ArrowUp) : ArrowUpDown;
  return (
    <th scope="col" className={look} aria-sort={isCurrent ? (sorting.isDescending ? "descending" : "ascending") : "none"}>
      <button type="button" className={styles.sort} onClick={() => onSort(column.id)}>
        {column.title}
        <Arrow className="icon" aria-hidden />
      </button>
    </th>
  );
}

function BodyCell<R>({ column, children }: { readonly column: Column<R>; readonly children: ReactNode }) {
  if (column.isRowHeader) return <th scope="row">{children}</th>;
  return (
    <td className={column.isNumber ? styles.number : undefined} data-title={column.isTitleHidden ? undefined : column.title}>
      {children}
    </td>
  );
}

function sorted<R>(rows: readonly R[], columns: readonly Column<R>[], sorting: Sorting | undefined): readonly R[] {
  const sortBy = columns.find((column) => column.id === sorting?.column)?.sortBy;
  if (!sorting || !sortBy) return rows;
  const direction = sorting.isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [sortBy(a), sortBy(b)];
    if (typeof left === "string" && typeof right === "string") return left.localeCompare(right, "en-GB", { numeric: true }) * direction;
    return left === right ? 0 : (left < right ? -1 : 1) * direction;
  });
}
