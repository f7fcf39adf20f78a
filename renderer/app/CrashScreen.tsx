import { Button } from "../components/Button.tsx";
import styles from "./gate/Gate.module.css";

/** Shown when a screen broke. Nothing saved is lost: the data lives in another process. */
export function CrashScreen({ resetErrorBoundary }: { readonly resetErrorBoundary: () => void }) {
  return (
    <main className={styles.page} role="alert">
      <h1>This screen stopped working</h1>
      <p>It is a mistake in the app, not yours. Everything you saved is safe.</p>
      <div>
        <Button
          look="primary"
          onClick={() => {
            window.location.hash = "#/";
            resetErrorBoundary();
          }}
        >
          Go to the start
        </Button>
      </div>
    </main>
  );
}
