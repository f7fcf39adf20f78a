import { cellText, type DocumentModel, type DocumentTable } from "../../../shared/core/documentModel.ts";
import styles from "./DocumentPreview.module.css";

/** The first page of a document as it will be printed: the same model that the PDF is drawn from. */
export function DocumentPreview({ model }: { readonly model: DocumentModel }) {
  return (
    <div className={styles.paper}>
      <div className={styles.lines}>
        <h3>{model.title}</h3>
        {model.subtitle.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {model.sections.flatMap((section) =>
        section.blocks.map((block) => (block.kind === "table" ? <PreviewTable key={`${section.heading} ${block.caption}`} table={block} /> : null)),
      )}
    </div>
  );
}

function PreviewTable({ table }: { readonly table: DocumentTable }) {
  return (
    <table>
      <caption className="visuallyHidden">{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.heading} scope="col" className={column.align === "end" ? styles.end : undefined}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(table.rows).map(({ row, number }) => (
          <tr key={number} className={row.isTotal ? styles.total : undefined}>
            {numbered(row.cells).map(({ row: cell, number: column }) =>
              column === 1 ? (
                <th key={column} scope="row">
                  {cellText(cell)}
                </th>
              ) : (
                <td key={column} className={table.columns[column - 1]?.align === "end" ? styles.end : undefined}>
                  {cellText(cell)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rows of a document never move, so their number is their key. */
const numbered = <R,>(rows: readonly R[]) => rows.map((row, index) => ({ row, number: index + 1 }));
