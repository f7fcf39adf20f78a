import styles from "./Field.module.css";
import { Field, type FieldProps, useField } from "./Field.tsx";

/** An amount in pounds as text ("£1,200", "1200.5"). In the schema: `moneyText("Enter …")` of shared/core/text.ts makes it pence. */
export function MoneyField(props: FieldProps<string>) {
  const field = useField(props, "");
  return (
    <Field of={field} {...props}>
      <div className={styles.money}>
        <span className={styles.before} aria-hidden="true">
          £
        </span>
        <input
          id={field.id}
          name={props.name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          className={styles.box}
          aria-describedby={field.describedBy}
          aria-invalid={field.error ? true : undefined}
          disabled={props.isDisabled}
          value={field.value}
          onChange={(event) => field.setValue(event.target.value)}
        />
      </div>
    </Field>
  );
}
