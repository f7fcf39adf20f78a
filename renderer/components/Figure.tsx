import type { ReactNode } from "react";
import styles from "./Figure.module.css";

/** One important figure with its name above: "Spent so far" and £31,204.55. Put several in a `<FigureRow>`. */
export function Figure({ name, children, note }: { readonly name: string; readonly children: ReactNode; readonly note?: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd className={styles.value}>{children}</dd>
      {note && <dd className={styles.note}>{note}</dd>}
    </div>
  );
}

/** Figures beside each other. */
export function FigureRow({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.row}>{children}</dl>;
}
