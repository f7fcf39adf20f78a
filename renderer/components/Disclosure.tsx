import type { ReactNode } from "react";
import styles from "./Disclosure.module.css";

/** "What is this?": a native details element that opens a short text in place. */
export function Disclosure({
  summary = "What is this?",
  children,
  isOpen = false,
}: {
  readonly summary?: ReactNode;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
}) {
  return (
    <details className={styles.disclosure} open={isOpen}>
      <summary>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
