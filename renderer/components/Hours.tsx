import { formatMinutes, type Minutes } from "../../shared/core/minutes.ts";
import styles from "./Money.module.css";

/** "7 h 30 min", said as "7 hours 30 minutes". */
export function Hours({ minutes }: { readonly minutes: Minutes }) {
  const shown = formatMinutes(minutes);
  return (
    <span className={styles.money}>
      <span aria-hidden="true">{shown}</span>
      <span className="visuallyHidden">{said(shown)}</span>
    </span>
  );
}

function said(shown: string): string {
  return shown
    .replace("−", "minus ")
    .replace(/\b1 h\b/, "1 hour")
    .replace(/ h\b/, " hours")
    .replace(/\b1 min\b/, "1 minute")
    .replace(/ min\b/, " minutes");
}
