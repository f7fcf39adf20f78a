import { useId } from "react";
import { Button } from "./Button.tsx";
import styles from "./ProgressBar.module.css";

export interface ProgressBarProps {
  /** What is happening: "Making 3 payslips". */
  readonly words: string;
  readonly done: number;
  /** 0 when it cannot be known. */
  readonly total: number;
  readonly onCancel?: () => void;
}

/** Native progress with words: what is happening, how far it is, and a way to stop it. */
export function ProgressBar({ words, done, total, onCancel }: ProgressBarProps) {
  const id = useId();
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{words}</label>
      {total > 0 ? <progress id={id} max={total} value={done} /> : <progress id={id} />}
      <p role="status">{total > 0 ? `${done} of ${total}` : "Working…"}</p>
      {onCancel && <Button onClick={onCancel}>Stop</Button>}
    </div>
  );
}
