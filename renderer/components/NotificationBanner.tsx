import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert, X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { Button } from "./Button.tsx";
import styles from "./NotificationBanner.module.css";

type BannerTone = "ok" | "warn" | "bad" | "info";
const icons: Readonly<Record<BannerTone, LucideIcon>> = { ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert, info: Info };

export interface NotificationBannerProps {
  readonly tone?: BannerTone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Shows a "Hide" button. */
  readonly onHide?: () => void;
}

/** A notice on the page that stays. For news after an action use `useNotice()`, which is also read out. */
export function NotificationBanner({ tone = "info", title, children, onHide }: NotificationBannerProps) {
  const Icon = icons[tone];
  return (
    <div className={`${styles.banner} ${styles[tone]}`}>
      <Icon className="icon" aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {onHide && (
        <Button look="quiet" icon={X} onClick={onHide} about="this message">
          Hide
        </Button>
      )}
    </div>
  );
}

interface Notice {
  readonly tone: BannerTone;
  readonly words: string;
  /** Milliseconds on the clock of the window. */
  readonly shownAt: number;
}

/** A notice stays at least this long, in milliseconds, when the person goes to another screen. */
const leastTime = 10_000;

const NoticeContext = createContext<{
  readonly notice: Notice | undefined;
  readonly show: (words: string, tone?: BannerTone) => void;
  readonly hide: () => void;
  /** Hides a notice that belongs to an earlier screen. */
  readonly hideOld: () => void;
}>({
  notice: undefined,
  show: () => undefined,
  hide: () => undefined,
  hideOld: () => undefined,
});

/** Holds the one notice of the window. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const show = useCallback((words: string, tone: BannerTone = "ok") => setNotice({ words, tone, shownAt: performance.now() }), []);
  const hide = useCallback(() => setNotice(undefined), []);
  const hideOld = useCallback(() => setNotice((shown) => (shown && performance.now() - shown.shownAt > leastTime ? undefined : shown)), []);
  const value = useMemo(() => ({ notice, show, hide, hideOld }), [notice, show, hide, hideOld]);
  return <NoticeContext value={value}>{children}</NoticeContext>;
}

/** `const notice = useNotice(); notice.show("Saved Priya's bank details.")`: stays until hidden, replaced or left behind with its screen; read out politely. */
export const useNotice = () => useContext(NoticeContext);

/** Where the notice appears: once, above the screen, in a polite live region that is always there. */
export function NoticeRegion() {
  const { notice, hide } = useNotice();
  return (
    <div role="status" className={notice ? styles.region : undefined}>
      {notice && <NotificationBanner tone={notice.tone} title={notice.words} onHide={hide} />}
    </div>
  );
}
