import styles from "./Steps.module.css";

/** Where the person is in a row of pages: "Step 2 of 5: Your employer details". Short words only; the h1 says the rest. */
export function Steps({ names, current }: { readonly names: readonly string[] /** From 1. */; readonly current: number }) {
  return (
    <div className={styles.steps}>
      <p>
        Step {current} of {names.length}
        <span className="visuallyHidden">: {names[current - 1]}</span>
      </p>
      <ol aria-hidden="true">
        {names.map((name, index) => (
          <li key={name} className={index + 1 < current ? styles.done : index + 1 === current ? styles.current : undefined} />
        ))}
      </ol>
    </div>
  );
}
