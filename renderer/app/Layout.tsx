import { Lock, Menu as MenuIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { useLocation } from "wouter";
import { fullName } from "../../shared/people/person.ts";
import { useAppInfo, useQuery, useTask } from "../api/hooks.ts";
import { Button } from "../components/Button.tsx";
import { FailureMessage } from "../components/FailureMessage.tsx";
import { NoticeRegion, useNotice } from "../components/NotificationBanner.tsx";
import { SkipLink } from "../components/SkipLink.tsx";
import { BrokenScreen } from "./BrokenScreen.tsx";
import { CurrentScreen } from "./CurrentScreen.tsx";
import styles from "./Layout.module.css";
import { Navigation } from "./Navigation.tsx";
import { SearchPalette } from "./SearchPalette.tsx";
import { ShortcutList } from "./ShortcutList.tsx";
import { useFocusKept } from "./useFocusKept.ts";

/** The unlocked app: sidebar (a top bar with a menu button on narrow windows), notice, screen. */
export function Layout({ isSample }: { readonly isSample: boolean }) {
  const [location] = useLocation();
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const lock = useTask("vault.lock");
  const info = useAppInfo();
  const household = useQuery("people.getHousehold", {});
  const budgetPerson = household.data?.budgetPerson;
  const { hideOld } = useNotice();
  useFocusKept();

  useEffect(() => {
    if (!location) return;
    setIsMenuOpen(false);
    hideOld();
  }, [location, hideOld]);

  return (
    <div className={styles.layout}>
      <SkipLink target="main" />
      <header className={styles.sidebar}>
        <div className={styles.top}>
          <div>
            <p className={styles.name}>{budgetPerson ? fullName(budgetPerson) : "Plan & Payday"}</p>
            <p className={styles.about}>{isSample ? "Sample household" : "Personal health budget"}</p>
          </div>
          <div className={styles.menuButton}>
            <Button icon={MenuIcon} isExpanded={isMenuOpen} controls="navigation" onClick={() => setIsMenuOpen(!isMenuOpen)}>
              Menu
            </Button>
          </div>
        </div>
        <div id="navigation" className={isMenuOpen ? `${styles.folding} ${styles.open}` : styles.folding}>
          <Navigation />
          <div className={styles.foot}>
            <p>
              Encrypted on this computer.
              {info.data && ` Locks after ${info.data.preferences.idleMinutes} minutes.`}
            </p>
            <Button icon={Lock} onClick={() => lock.mutate({})} isBusy={lock.isPending} busyWords="Locking…">
              Lock now
            </Button>
            <FailureMessage of={lock} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <NoticeRegion />
        <ErrorBoundary FallbackComponent={BrokenScreen} resetKeys={[location]}>
          <CurrentScreen />
        </ErrorBoundary>
      </main>
      <SearchPalette />
      <ShortcutList />
    </div>
  );
}
