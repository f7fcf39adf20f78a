import styles from "./Field.module.css";
import { Field, type FieldProps, useField } from "./Field.tsx";

/** Several lines of text. */
export function TextArea(props: FieldProps<string> & { readonly rows?: number }) {
  const field = useField(props, "");
  return (
    <Field of={field} {...props}>
      <textarea
        id={field.id}
        name={props.name}
        rows={props.rows ?? 4}
        spellCheck={false}
        className={`${styles.box} ${styles.wide}`}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        disabled={props.isDisabled}
        value={field.value}
        onChange={(event) => field.setValue(event.target.value)}
      />
    </Field>
  );
}
