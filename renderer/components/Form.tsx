import { createContext, type ReactNode, useContext, useEffect } from "react";
import { ErrorSummary } from "./ErrorSummary.tsx";
import styles from "./Form.module.css";
import type { FormHandle } from "./useForm.ts";

const FormContext = createContext<FormHandle | undefined>(undefined);

/** The form around a field, or undefined when the field stands alone. */
export const useFormAround = () => useContext(FormContext);

export interface FormProps {
  readonly of: FormHandle;
  readonly children: ReactNode;
  /** Accessible name, needed where a page has more than one form. */
  readonly label?: string;
}

/** A native form: error summary on top, then the fields. Buttons are the caller's: `<Button type="submit" look="primary" isBusy={form.isBusy}>`. */
export function Form({ of: form, children, label }: FormProps) {
  const hasErrors = form.errors.length > 0 || form.refusal !== undefined;
  useEffect(() => {
    if (!hasErrors) return;
    const before = document.title;
    document.title = `Error: ${before.replace(/^Error: /, "")}`;
    return () => {
      document.title = before;
    };
  }, [hasErrors]);

  return (
    <FormContext value={form}>
      <form
        ref={form.element}
        noValidate
        className={styles.form}
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        {hasErrors && <ErrorSummary errors={form.errors} refusal={form.refusal} failures={form.failures} />}
        {children}
      </form>
    </FormContext>
  );
}
