import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { Breadcrumbs, type Crumb } from "./Breadcrumbs.tsx";
import styles from "./PageHeader.module.css";

export interface PageHeaderProps {
  /** The page's h1 and the window's title. Takes the focus after navigation. */
  readonly title: string;
  /** One sentence under the title: is it all right, what is this for. */
  readonly lead?: ReactNode;
  /** Where this page lies, without the page itself. */
  readonly breadcrumbs?: readonly Crumb[];
  /** Quiet words above the title ("Step 2 of 5"). */
  readonly above?: ReactNode;
  /** Buttons at the right: at most one primary on a page. */
  readonly actions?: ReactNode;
}

/** Top of every screen: h1, window title, focus after navigation. */
export function PageHeader({ title, lead, breadcrumbs, above, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [location] = useLocation();

  useEffect(() => {
    if (location) heading.current?.focus({ preventScroll: true });
  }, [location]);
  useEffect(() => {
    document.title = `${title} – Plan & Payday`;
  }, [title]);

  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
        {above && <p className={styles.above}>{above}</p>}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
