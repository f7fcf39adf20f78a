import { formatDate, formatDateWithDay, formatShortDate, type PlainDate } from "../../shared/core/plainDate.ts";

/** "27 November 2026"; with `withDay` "Friday 27 November 2026"; `isShort` "27 Nov" (screen readers hear the whole date). */
export function LongDate({
  on,
  withDay = false,
  isShort = false,
}: {
  readonly on: PlainDate;
  readonly withDay?: boolean;
  readonly isShort?: boolean;
}) {
  if (isShort) {
    return (
      <time dateTime={on}>
        <span aria-hidden="true">{formatShortDate(on)}</span>
        <span className="visuallyHidden">{formatDate(on)}</span>
      </time>
    );
  }
  return <time dateTime={on}>{withDay ? formatDateWithDay(on) : formatDate(on)}</time>;
}
