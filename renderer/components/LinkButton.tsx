import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./Button.module.css";
import type { ButtonLook } from "./Button.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

/** A link to another screen that looks like a button. `to` is a path of routes.ts. */
export function LinkButton({
  to,
  children,
  look = "secondary",
  icon: Icon,
  about,
}: {
  readonly to: string;
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly icon?: LucideIcon;
  /** Words after the visible ones for screen readers. */
  readonly about?: string;
}) {
  return (
    <Link href={to} className={`${styles.button} ${styles[look]}`}>
      {Icon && <Icon className="icon" aria-hidden />}
      <span>
        {children}
        {about && " "}
        {about && <VisuallyHidden>{about}</VisuallyHidden>}
      </span>
    </Link>
  );
}
