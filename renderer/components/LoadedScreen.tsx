import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { FailureMessage } from "./FailureMessage.tsx";
import styles from "./LoadedScreen.module.css";
import { PageHeader, type PageHeaderProps } from "./PageHeader.tsx";

/** A query of renderer/api, as far as a screen needs it. */
export interface Loading<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

export interface LoadedProps<T> {
  readonly query: Loading<T>;
  /** Shown when the answer is an empty list: one sentence, or an EmptyState. */
  readonly whenEmpty?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Part of a screen that needs one query: waits, says why it failed, or shows what came. */
export function Loaded<T>({ query, whenEmpty, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    const isEmpty = Array.isArray(query.data) && query.data.length === 0;
    if (!isEmpty || whenEmpty === undefined) return children(query.data);
    return typeof whenEmpty === "string" ? <EmptyState title={whenEmpty} /> : whenEmpty;
  }
  if (query.error) {
    return (
      <div className={styles.failed}>
        <FailureMessage of={query} />
        <Button onClick={() => void query.refetch()}>Try again</Button>
      </div>
    );
  }
  return (
    <p role="status" className={styles.waiting}>
      Loading…
    </p>
  );
}

/** A whole screen that needs one query: the header is there at once, the rest when the answer is. */
export function LoadedScreen<T>({ query, whenEmpty, children, ...header }: LoadedProps<T> & PageHeaderProps) {
  return (
    <>
      <PageHeader {...header} />
      <Loaded query={query} whenEmpty={whenEmpty}>
        {children}
      </Loaded>
    </>
  );
}
