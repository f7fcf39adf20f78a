import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./SummaryList.module.css";

export interface SummaryRow {
  readonly name: string;
  readonly value: ReactNode;
  /** Where "Change" leads: a path, or something to do on this page. */
  readonly change?: string | (() => void);
}

/** Names and values under each other; "Check your answers" when the rows have `change`. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className={styles.list}>
      {rows.map(({ name, value, change }) => (
        <div key={name} className={styles.row}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {change !== undefined && (
            <dd className={styles.change}>
              {typeof change === "string" ? (
                <Link href={change} className={styles.link}>
                  Change <span className="visuallyHidden">{name.toLowerCase()}</span>
                </Link>
              ) : (
                <button type="button" className={styles.link} onClick={change}>
                  Change <span className="visuallyHidden">{name.toLowerCase()}</span>
                </button>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
