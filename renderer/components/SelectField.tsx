import styles from "./Field.module.css";
import { Field, type FieldProps, useField } from "./Field.tsx";

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

export interface SelectFieldProps<V extends string> extends FieldProps<string> {
  readonly choices: readonly Choice<V>[];
  /** First line while nothing is chosen (its value is ""). Leave out when there is always a choice. */
  readonly emptyChoice?: string;
}

/** A native list to choose one of many from. For up to five choices prefer RadioGroup. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const field = useField(props, props.emptyChoice === undefined ? (props.choices[0]?.value ?? "") : "");
  return (
    <Field of={field} {...props}>
      <select
        id={field.id}
        name={props.name}
        className={`${styles.box}`}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        disabled={props.isDisabled}
        value={field.value}
        onChange={(event) => field.setValue(event.target.value)}
      >
        {props.emptyChoice !== undefined && <option value="">{props.emptyChoice}</option>}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
