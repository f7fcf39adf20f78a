import { useId } from "react";
import styles from "./StackedBar.module.css";

export interface BarPart {
  /** "Spent £31,204.55": name and amount in words, for screen readers. */
  readonly words: string;
  readonly value: number;
  /** solid: has happened. striped: is promised. */
  readonly look: "solid" | "striped";
}

export interface StackedBarProps {
  /** What the bar is about: "Daytime support". */
  readonly name: string;
  readonly parts: readonly BarPart[];
  /** The whole length, in the unit of the parts. Parts beyond it are cut at the end of the bar. */
  readonly total: number;
  /** Words for the rest of the bar: "Free £4,925.45". */
  readonly restWords?: string;
  /** A line at this value with its meaning: where the year is. */
  readonly marker?: { readonly value: number; readonly words: string };
}

/** One bar of parts; stripes as well as colour tell them apart. Screen readers hear the parts' words. */
export function StackedBar({ name, parts, total, restWords, marker }: StackedBarProps) {
  const patternId = useId();
  const scale = (value: number) => (total > 0 ? Math.min(100, Math.max(0, (value / total) * 100)) : 0);
  const label = [`${name}:`, ...parts.map((part) => `${part.words}.`), restWords ? `${restWords}.` : "", marker ? `${marker.words}.` : ""]
    .join(" ")
    .trim();
  return (
    <svg role="img" aria-label={label} className={styles.bar}>
      <defs>
        <pattern id={patternId} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="12" height="12" fill="var(--bar-second)" />
          <rect width="6" height="12" fill="var(--bar-stripe)" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="var(--sunk)" />
      {laidOut(parts, scale).map(({ part, from, width }) => (
        <rect key={part.words} x={`${from}%`} width={`${width}%`} height="100%" fill={part.look === "solid" ? "var(--bar)" : `url(#${patternId})`} />
      ))}
      {marker && <rect x={`${scale(marker.value)}%`} width="4" height="100%" fill="var(--ink)" stroke="var(--surface)" transform="translate(-2 0)" />}
    </svg>
  );
}

function laidOut(parts: readonly BarPart[], scale: (value: number) => number) {
  let sum = 0;
  return parts.map((part) => {
    const from = scale(sum);
    sum += part.value;
    return { part, from, width: Math.max(0, scale(sum) - from) };
  });
}
