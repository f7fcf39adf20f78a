import {
  Banknote,
  Bell,
  CalendarDays,
  ChartColumn,
  ClipboardCheck,
  Folder,
  House,
  Landmark,
  type LucideIcon,
  ReceiptText,
  Settings,
  Users,
} from "lucide-react";
import { Link, useLocation } from "wouter";
import { useQuery } from "../api/hooks.ts";
import styles from "./Layout.module.css";
import { routes } from "./routes.ts";

interface Place {
  readonly name: string;
  readonly to: string;
  readonly icon: LucideIcon;
  /** Key of `home.counts`. */
  readonly count?: "people" | "time" | "pay" | "money" | "returns" | "keyDates";
}

/** The places of the sidebar, in order. The search palette offers the same. */
export const places: readonly Place[] = [
  { name: "Home", to: routes.home, icon: House },
  { name: "People", to: routes.people, icon: Users, count: "people" },
  { name: "Rota and time", to: routes.time, icon: CalendarDays, count: "time" },
  { name: "Pay", to: routes.pay, icon: Banknote, count: "pay" },
  { name: "HMRC", to: routes.hmrc, icon: ReceiptText },
  { name: "Budget", to: routes.budget, icon: ChartColumn },
  { name: "Money", to: routes.money, icon: Landmark, count: "money" },
  { name: "Audit returns", to: routes.returns, icon: ClipboardCheck, count: "returns" },
  { name: "Key dates", to: routes.keyDates, icon: Bell, count: "keyDates" },
  { name: "Documents", to: routes.documents, icon: Folder },
  { name: "Settings", to: routes.settings, icon: Settings },
];

/** The sidebar's links, with a count only where something needs the person. */
export function Navigation() {
  const [location] = useLocation();
  const counts = useQuery("home.counts", {});
  return (
    <nav aria-label="Main">
      <ul className={styles.places}>
        {places.map(({ name, to, icon: Icon, count }) => {
          const isHere = to === routes.home ? location === to : location === to || location.startsWith(`${to}/`);
          const waiting = count ? (counts.data?.[count] ?? 0) : 0;
          return (
            <li key={to}>
              <Link href={to} className={styles.place} aria-current={isHere ? "page" : undefined}>
                <Icon className="icon" aria-hidden />
                <span className={styles.placeName}>{name}</span>
                {waiting > 0 && (
                  <span className={styles.count}>
                    {waiting} <span className="visuallyHidden">{waiting === 1 ? "thing needs" : "things need"} you</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
