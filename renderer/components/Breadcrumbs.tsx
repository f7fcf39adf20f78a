import { Link } from "wouter";
import styles from "./Breadcrumbs.module.css";

export interface Crumb {
  readonly name: string;
  /** A path of routes.ts. */
  readonly to: string;
}

/** The way to this page. The page itself is its h1 and not repeated. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="You are here" className={styles.breadcrumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link href={crumb.to}>{crumb.name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
