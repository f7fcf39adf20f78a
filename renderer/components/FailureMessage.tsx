import { CircleAlert } from "lucide-react";
import styles from "./NotificationBanner.module.css";

/** Something that may have failed: a command, a task or a query of renderer/api. */
export interface MayFail {
  readonly error: Error | null;
}

/** Why a command was refused and what to do, in plain words. Shows nothing while all is well. Screen readers hear it at once. */
export function FailureMessage({ of }: { readonly of: MayFail }) {
  const { error } = of;
  if (!error) return null;
  const lines = "lines" in error && Array.isArray(error.lines) ? (error.lines as readonly string[]) : [];
  return (
    <div role="alert" className={`${styles.banner} ${styles.bad}`}>
      <CircleAlert className="icon" aria-hidden />
      <div>
        <p className={styles.title}>{"lines" in error ? error.message : "Something went wrong in the app."}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
