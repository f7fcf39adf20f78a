import type { ReactNode } from "react";
import styles from "./Field.module.css";
import { FieldGroup, type FieldProps, useField } from "./Field.tsx";

export interface RadioChoice<V extends string = string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Further fields, shown under the choice while it is chosen. */
  readonly reveals?: ReactNode;
}

export interface RadioGroupProps<V extends string> extends FieldProps<string> {
  readonly choices: readonly RadioChoice<V>[];
  /** Beside each other: only for two short choices such as Yes and No. */
  readonly isInline?: boolean;
}

/** Choose one. The value is text; "" while nothing is chosen. In the schema: `chosen(["a", "b"], "Choose …")`. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const field = useField(props, "");
  return (
    <FieldGroup of={field} {...props}>
      <div className={`${styles.choices} ${props.isInline ? styles.inline : ""}`}>
        {props.choices.map((choice, index) => {
          const id = index === 0 ? field.id : `${field.id}-${index}`;
          const isChosen = field.value === choice.value;
          return (
            <div key={choice.value} className={styles.choice}>
              <input
                type="radio"
                id={id}
                name={field.id}
                value={choice.value}
                checked={isChosen}
                disabled={props.isDisabled}
                aria-describedby={choice.hint ? `${id}-choice-hint` : undefined}
                onChange={() => field.setValue(choice.value)}
              />
              <label htmlFor={id}>{choice.label}</label>
              {choice.hint && (
                <div id={`${id}-choice-hint`} className={styles.choiceHint}>
                  {choice.hint}
                </div>
              )}
              {isChosen && choice.reveals && <div className={styles.reveal}>{choice.reveals}</div>}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
