import styles from "./SkipLink.module.css";

/** First stop of the Tab key: jumps over the menu to the main part. `target` is the id of the main element. */
export function SkipLink({ target }: { readonly target: string }) {
  return (
    <a
      className={styles.skipLink}
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault(); // the hash is the app's address; only the focus moves
        document.getElementById(target)?.focus();
      }}
    >
      Skip to the main part
    </a>
  );
}
