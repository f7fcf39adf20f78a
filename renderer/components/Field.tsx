import { type DOMAttributes, type ReactNode, useEffect, useId, useState } from "react";
import styles from "./Field.module.css";
import { useFormAround } from "./Form.tsx";

/** What every field has. Inside a `<Form>` the name is enough; alone, use `onValueChange`, and `value` to decide the value. */
export interface FieldProps<V> {
  /** Path in the form's schema: "hourlyRate", "shifts.0.start". */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Adds "(optional)" to the label. */
  readonly isOptional?: boolean;
  readonly isDisabled?: boolean;
  /** Only outside a `<Form>`. */
  readonly value?: V;
  readonly onValueChange?: (value: V) => void;
  readonly error?: string;
}

export interface FieldState<V> {
  readonly id: string;
  readonly value: V;
  readonly setValue: (value: V) => void;
  readonly error: string | undefined;
  readonly hintId: string;
  readonly errorId: string;
  /** For aria-describedby: the hint, then the error. */
  readonly describedBy: string | undefined;
}

type GroupState = Pick<FieldState<unknown>, "error" | "hintId" | "errorId" | "describedBy">;

/** Joins a field with the form around it, or with its own value and callback. */
export function useField<V>({ name, value, onValueChange, error, hint }: FieldProps<V>, emptyValue: V): FieldState<V> {
  const form = useFormAround();
  const ownId = useId();
  const [ownValue, setOwnValue] = useState(emptyValue);
  useEffect(() => form?.announceField(name, emptyValue));

  const id = form ? form.fieldIdOf(name) : ownId;
  const message = error ?? form?.errorOf(name);
  const described = [hint ? `${id}-hint` : "", message ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    value: value ?? (form ? ((form.valueOf(name) as V | undefined) ?? emptyValue) : ownValue),
    setValue: (next) => {
      if (form) form.setValue(name, next);
      else setOwnValue(next);
      onValueChange?.(next);
    },
    error: message,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    describedBy: described === "" ? undefined : described,
  };
}

/** Label above, hint under it, error above the box. For single controls; groups use FieldGroup. */
export function Field({
  of,
  name,
  label,
  hint,
  isOptional = false,
  children,
}: Pick<FieldProps<unknown>, "name" | "label" | "hint" | "isOptional"> & {
  readonly of: GroupState & { readonly id: string };
  readonly children: ReactNode;
}) {
  return (
    <div className={of.error ? `${styles.field} ${styles.wrong}` : styles.field} data-field={name}>
      <label htmlFor={of.id} className={styles.label}>
        {label}
        {isOptional && " (optional)"}
      </label>
      {hint && (
        <div id={of.hintId} className={styles.hint}>
          {hint}
        </div>
      )}
      {of.error && <FieldError id={of.errorId} message={of.error} />}
      {children}
    </div>
  );
}

/** Like Field for several controls that belong together: fieldset and legend. Errors link to the first control, which has `of.id`. */
export function FieldGroup({
  of,
  name,
  label,
  hint,
  isOptional = false,
  dropping,
  children,
}: Pick<FieldProps<unknown>, "name" | "label" | "hint" | "isOptional"> & {
  readonly of: GroupState;
  /** For a group onto which something can be dropped. */
  readonly dropping?: Pick<DOMAttributes<HTMLFieldSetElement>, "onDragOver" | "onDragLeave" | "onDrop">;
  readonly children: ReactNode;
}) {
  return (
    <fieldset
      className={of.error ? `${styles.field} ${styles.wrong}` : styles.field}
      data-field={name}
      aria-describedby={of.describedBy}
      {...dropping}
    >
      <legend className={styles.label}>
        {label}
        {isOptional && " (optional)"}
      </legend>
      {hint && (
        <div id={of.hintId} className={styles.hint}>
          {hint}
        </div>
      )}
      {of.error && <FieldError id={of.errorId} message={of.error} />}
      {children}
    </fieldset>
  );
}

function FieldError({ id, message }: { readonly id: string; readonly message: string }) {
  return (
    <p id={id} className={styles.error}>
      <span className="visuallyHidden">Error:</span> {message}
    </p>
  );
}
