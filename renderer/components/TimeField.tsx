import { parseTimeText } from "../../shared/core/minutes.ts";
import styles from "./Field.module.css";
import { Field, type FieldProps, useField } from "./Field.tsx";

/** A time of day as text: "9", "0930", "9.30pm". Leaving the box writes it as 21:30. In the schema: `timeText("Enter …")`. */
export function TimeField(props: FieldProps<string>) {
  const field = useField(props, "");
  return (
    <Field of={field} {...props}>
      <input
        id={field.id}
        name={props.name}
        type="text"
        autoComplete="off"
        spellCheck={false}
        className={`${styles.box} ${styles.short}`}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        disabled={props.isDisabled}
        value={field.value}
        onChange={(event) => field.setValue(event.target.value)}
        onBlur={() => {
          const time = parseTimeText(field.value);
          if (time && time !== field.value) field.setValue(time);
        }}
      />
    </Field>
  );
}
