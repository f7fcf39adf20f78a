import type { LucideIcon } from "lucide-react";
import type { MouseEventHandler, ReactNode, Ref } from "react";
import styles from "./Button.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

/** primary: the one next step of a screen. secondary: other steps. quiet: looks like a link. danger: removes something. */
export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly type?: "button" | "submit";
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  /** Shown before the words; never without words. */
  readonly icon?: LucideIcon;
  /** Words after the visible ones for screen readers: "Approve" + "Priya Nair, week 4". */
  readonly about?: string;
  /** The work is running: the button says so and does nothing on a second press. It keeps the focus. */
  readonly isBusy?: boolean;
  readonly busyWords?: string;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly controls?: string;
  readonly shortcut?: string;
  readonly id?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A native button. `type` is "button" unless told otherwise. */
export function Button({
  children,
  look = "secondary",
  type = "button",
  onClick,
  icon: Icon,
  about,
  isBusy = false,
  busyWords = "Working…",
  isDisabled = false,
  describedBy,
  isPressed,
  isExpanded,
  controls,
  shortcut,
  id,
  ref,
}: ButtonProps) {
  return (
    <button
      ref={ref}
      id={id}
      type={type}
      className={`${styles.button} ${styles[look]}`}
      disabled={isDisabled}
      aria-disabled={isBusy || undefined}
      aria-describedby={describedBy}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      aria-controls={controls}
      aria-keyshortcuts={shortcut}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {Icon && <Icon className="icon" aria-hidden />}
      <span>
        {isBusy ? busyWords : children}
        {about && " "}
        {about && <VisuallyHidden>{about}</VisuallyHidden>}
      </span>
    </button>
  );
}
