import { useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import styles from "./Gate.module.css";

/** The window was closed between making a file and typing back its recovery words, which are shown only once. */
export function Unfinished() {
  const lock = useTask("vault.lock");
  return (
    <div className={styles.narrow}>
      <PageHeader
        title="Your new file was not finished"
        lead="Its recovery words were shown only once and were not checked. There is nothing in it yet, so start again with a new one."
      />
      <FailureMessage of={lock} />
      <div>
        <Button look="primary" onClick={() => lock.mutate({})} isBusy={lock.isPending}>
          Start again
        </Button>
      </div>
    </div>
  );
}
