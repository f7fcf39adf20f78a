import styles from "./Ring.module.css";

/** How many of how many, as a ring with the share in words beside it: "22 of 25 checks pass". Nothing rests on the picture. */
export function Ring({
  done,
  total,
  words,
  note,
}: {
  readonly done: number;
  readonly total: number;
  readonly words: string;
  readonly note?: string;
}) {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const around = 2 * Math.PI * 42;
  const percent = share === 1 ? 100 : Math.min(99, Math.round(share * 100)); // never "100%" while something is missing
  return (
    <div className={styles.ring}>
      <svg viewBox="0 0 100 100" role="img" aria-label={`${percent}%`} className={styles.picture}>
        <circle cx="50" cy="50" r="42" fill="none" stroke="var(--sunk)" strokeWidth="13" />
        {share > 0 && (
          <circle
            cx="50"
            cy="50"
            r="42"
            fill="none"
            stroke="var(--bar)"
            strokeWidth="13"
            strokeLinecap={share < 1 ? "round" : "butt"}
            strokeDasharray={`${around * share} ${around}`}
            transform="rotate(-90 50 50)"
          />
        )}
        <text x="50" y="58" textAnchor="middle" className={styles.percent}>
          {percent}%
        </text>
      </svg>
      <div>
        <p className={styles.words}>{words}</p>
        {note && <p className={styles.note}>{note}</p>}
      </div>
    </div>
  );
}
