import { useEffect, useId, useRef } from "react";
import styles from "./ErrorSummary.module.css";
import type { FormError, FormHandle } from "./useForm.ts";

export interface ErrorSummaryProps {
  readonly errors: readonly FormError[];
  readonly refusal?: FormHandle["refusal"];
  /** The summary takes the focus whenever this changes. */
  readonly failures: number;
}

/** "There is a problem": every error in field order, each a link to its field. Takes the focus after a failed submit. */
export function ErrorSummary({ errors, refusal, failures }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (failures > 0) summary.current?.focus();
  }, [failures]);

  return (
    <div ref={summary} className={styles.summary} role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>There is a problem</h2>
      {refusal && <p>{refusal.message}</p>}
      <ul>
        {refusal?.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {errors.map((error) => (
          <li key={error.name}>{error.fieldId ? <ErrorLink fieldId={error.fieldId} message={error.message} /> : error.message}</li>
        ))}
      </ul>
    </div>
  );
}

function ErrorLink({ fieldId, message }: { readonly fieldId: string; readonly message: string }) {
  return (
    <a
      href={`#${fieldId}`}
      onClick={(event) => {
        event.preventDefault();
        const field = document.getElementById(fieldId);
        field?.scrollIntoView?.({ block: "center" });
        field?.focus();
      }}
    >
      {message}
    </a>
  );
}
