import { formatPence, type Pence, pence } from "../../shared/core/money.ts";
import styles from "./Money.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

/** Pence as pounds with tabular figures. A negative amount has a real minus sign, and the word "minus" for screen readers. */
export function Money({ amount, isStrong = false }: { readonly amount: Pence; readonly isStrong?: boolean }) {
  const look = isStrong ? `${styles.money} ${styles.strong}` : styles.money;
  if (amount >= 0) return <span className={look}>{formatPence(amount)}</span>;
  return (
    <span className={look}>
      <span aria-hidden="true">{formatPence(amount)}</span>
      <VisuallyHidden>minus {formatPence(pence(-amount))}</VisuallyHidden>
    </span>
  );
}
