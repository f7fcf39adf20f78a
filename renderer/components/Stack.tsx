import type { ReactNode } from "react";
import styles from "./Stack.module.css";

/** Things under each other with even space. */
export function Stack({ children, gap = "normal" }: { readonly children: ReactNode; readonly gap?: "small" | "normal" | "large" }) {
  return <div className={`${styles.stack} ${styles[gap]}`}>{children}</div>;
}

/** Things beside each other that wrap on narrow screens: buttons of a form, chips. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

/**
 * Cards beside each other that become one column on narrow screens. "even": as many equal columns as fit;
 * "wideFirst": two thirds and one third.
 */
export function Columns({ children, layout = "even" }: { readonly children: ReactNode; readonly layout?: "even" | "wideFirst" }) {
  return <div className={`${styles.columns} ${styles[layout]}`}>{children}</div>;
}
