import { useEffect, useState } from "react";
import { type PlainDate, parseDateText, partsOf, plainDateFrom } from "../../shared/core/plainDate.ts";
import { CalendarButton } from "./CalendarButton.tsx";
import styles from "./Field.module.css";
import { FieldGroup, type FieldProps, useField } from "./Field.tsx";
import { useToday } from "./Today.tsx";

export interface DateFieldProps extends FieldProps<string> {
  /** Offers a calendar beside the boxes. Leave out for days long ago, such as a birthday. */
  readonly hasCalendar?: boolean;
}

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const nothing: Parts = { day: "", month: "", year: "" };

/**
 * Day, month and year boxes. The value is "YYYY-MM-DD" when it is a real day, "" when empty, otherwise what was typed
 * (so that the schema's message can name it). The day box also takes "today", "5/6" or "5 june" and fills the others.
 * In the schema: `dateText("Enter …")`.
 */
export function DateField(props: DateFieldProps) {
  const field = useField(props, "");
  const today = useToday();
  const [parts, setParts] = useState<Parts>(() => partsFrom(field.value));
  const [written, setWritten] = useState(field.value);

  // The value was changed from outside (another record, the calendar): show it.
  useEffect(() => {
    if (field.value === written) return;
    setWritten(field.value);
    setParts(partsFrom(field.value));
  }, [field.value, written]);

  const write = (next: Parts) => {
    const value = textOf(next, today);
    setParts(next);
    setWritten(value);
    field.setValue(value);
  };

  const readWords = () => {
    const date = /^\d{1,2}$/.test(parts.day.trim()) ? undefined : parseDateText(parts.day, today);
    if (date) write(partsFrom(date));
    else if (parts.month !== "" && !/^\d+$/.test(parts.month.trim())) {
      const named = parseDateText(`${parts.day} ${parts.month} ${parts.year}`.trim(), today);
      if (named) write(partsFrom(named));
    }
  };

  const box = (part: keyof Parts, label: string, width: string | undefined, id: string) => (
    <div className={styles.part}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={`${props.name}.${part}`}
        type="text"
        inputMode={part === "day" ? "text" : "numeric"}
        autoComplete="off"
        spellCheck={false}
        className={`${styles.box} ${width}`}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        disabled={props.isDisabled}
        value={parts[part]}
        onChange={(event) => write({ ...parts, [part]: event.target.value })}
        onBlur={readWords}
      />
    </div>
  );

  return (
    <FieldGroup of={field} {...props}>
      <div className={styles.boxes}>
        {box("day", "Day", styles.two, field.id)}
        {box("month", "Month", styles.two, `${field.id}-month`)}
        {box("year", "Year", styles.four, `${field.id}-year`)}
        {props.hasCalendar && (
          <CalendarButton label={props.label} value={dateOf(parts, today) ?? today} onChoose={(date) => write(partsFrom(date))} />
        )}
      </div>
    </FieldGroup>
  );
}

function partsFrom(text: string): Parts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match) {
    const { year, month, day } = partsOf(text as PlainDate);
    return { day: String(day), month: String(month), year: String(year) };
  }
  const [day = "", month = "", year = ""] = text.split(" ");
  return text === "" ? nothing : { day, month, year };
}

function dateOf({ day, month, year }: Parts, today: PlainDate): PlainDate | undefined {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  if (m === "" && y === "") return parseDateText(d, today);
  if (/^\d{1,2}$/.test(d) && /^\d{1,2}$/.test(m) && /^(\d{2}|\d{4})$/.test(y)) {
    return plainDateFrom(y.length === 2 ? 2000 + Number(y) : Number(y), Number(m), Number(d));
  }
  return /^[a-z]/i.test(m) ? parseDateText(`${d} ${m} ${y}`.trim(), today) : undefined;
}

function textOf(parts: Parts, today: PlainDate): string {
  return (
    dateOf(parts, today) ??
    [parts.day, parts.month, parts.year]
      .map((part) => part.trim())
      .join(" ")
      .trim()
  );
}
