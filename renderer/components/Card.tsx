import { type ReactNode, useId } from "react";
import styles from "./Card.module.css";

export interface CardProps {
  /** Heading of the card; makes it a named region. */
  readonly title?: ReactNode;
  /** Heading level: 2 unless the card lies inside another titled part. */
  readonly level?: 2 | 3;
  /** Quiet words beside the heading. */
  readonly note?: ReactNode;
  /** Buttons at the right of the heading. */
  readonly actions?: ReactNode;
  /** "warn" for things to look at; "sunk" for quiet background matter. */
  readonly tone?: "plain" | "warn" | "bad" | "sunk";
  readonly children: ReactNode;
}

/** Flat box with a hairline border that groups one matter. */
export function Card({ title, level = 2, note, actions, tone = "plain", children }: CardProps) {
  const titleId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={`${styles.card} ${styles[tone]}`} aria-labelledby={title ? titleId : undefined}>
      {(title || actions) && (
        <div className={styles.head}>
          <div className={styles.titles}>
            {title && <Heading id={titleId}>{title}</Heading>}
            {note && <p className={styles.note}>{note}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
