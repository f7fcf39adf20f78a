import type { ReactNode } from "react";
import styles from "./Field.module.css";
import { FieldGroup, type FieldProps, useField } from "./Field.tsx";
import type { RadioChoice } from "./RadioGroup.tsx";

/** Choose any number. The value is the list of chosen values, in the order of the choices. */
export function CheckboxGroup<V extends string>(props: FieldProps<readonly string[]> & { readonly choices: readonly RadioChoice<V>[] }) {
  const field = useField<readonly string[]>(props, []);
  const toggled = (value: V) =>
    props.choices
      .map((choice) => choice.value as string)
      .filter((each) => (each === value ? !field.value.includes(each) : field.value.includes(each)));
  return (
    <FieldGroup of={field} {...props}>
      <div className={styles.choices}>
        {props.choices.map((choice, index) => {
          const id = index === 0 ? field.id : `${field.id}-${index}`;
          return (
            <div key={choice.value} className={styles.choice}>
              <input
                type="checkbox"
                id={id}
                name={props.name}
                value={choice.value}
                checked={field.value.includes(choice.value)}
                disabled={props.isDisabled}
                aria-describedby={choice.hint ? `${id}-choice-hint` : undefined}
                onChange={() => field.setValue(toggled(choice.value))}
              />
              <label htmlFor={id}>{choice.label}</label>
              {choice.hint && (
                <div id={`${id}-choice-hint`} className={styles.choiceHint}>
                  {choice.hint}
                </div>
              )}
              {field.value.includes(choice.value) && choice.reveals && <div className={styles.reveal}>{choice.reveals}</div>}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}

/** One tick box. The value is true or false. */
export function Checkbox(props: Omit<FieldProps<boolean>, "label"> & { readonly label: ReactNode }) {
  const field = useField({ ...props, label: "" }, false);
  return (
    <div className={field.error ? `${styles.field} ${styles.wrong}` : styles.field} data-field={props.name}>
      {field.error && (
        <p id={field.errorId} className={styles.error}>
          <span className="visuallyHidden">Error:</span> {field.error}
        </p>
      )}
      <div className={styles.choice}>
        <input
          type="checkbox"
          id={field.id}
          name={props.name}
          checked={field.value}
          disabled={props.isDisabled}
          aria-describedby={field.describedBy}
          aria-invalid={field.error ? true : undefined}
          onChange={(event) => field.setValue(event.target.checked)}
        />
        <label htmlFor={field.id}>{props.label}</label>
        {props.hint && (
          <div id={field.hintId} className={styles.choiceHint}>
            {props.hint}
          </div>
        )}
      </div>
    </div>
  );
}
