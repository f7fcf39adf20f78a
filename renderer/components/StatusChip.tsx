import { CircleAlert, CircleCheck, Clock, Info, type LucideIcon, Moon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./StatusChip.module.css";

/** What the words mean. The icon says it too, so that nothing rests on colour. */
export type Tone = "ok" | "warn" | "bad" | "info" | "neutral" | "night";

const icons: Readonly<Record<Tone, LucideIcon>> = { ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert, info: Info, neutral: Clock, night: Moon };

/** A few words about a state, with an icon. `icon` replaces the tone's own. */
export function StatusChip({ tone = "neutral", icon, children }: { readonly tone?: Tone; readonly icon?: LucideIcon; readonly children: ReactNode }) {
  const Icon = icon ?? icons[tone];
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      <Icon className="icon" aria-hidden />
      <span>{children}</span>
    </span>
  );
}
