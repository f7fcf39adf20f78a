import { Accessibility, CircleQuestionMark, Lock } from "lucide-react";
import { useState } from "react";
import { useQuery, useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { AppearanceDialog } from "./AppearanceDialog.tsx";
import styles from "./Gate.module.css";

/** The first screen: start, look around, or open a file that is already here. */
export function Welcome({ onCreate, onUnlock }: { readonly onCreate: () => void; readonly onUnlock: () => void }) {
  const files = useQuery("vault.list", {});
  const openSample = useTask("vault.createSample");
  const [isChoosingLook, setIsChoosingLook] = useState(false);
  const ownFiles = files.data?.filter((file) => !file.isSample) ?? [];

  return (
    <>
      <PageHeader
        title="Plan & Payday"
        lead="Pay your personal assistants, keep to your support plan, and have your audit return ready. Everything stays on this computer, locked with your passphrase."
      />
      <FailureMessage of={openSample} />
      <div className={styles.cards}>
        <Card title="Start">
          <p className={styles.quiet}>About ten questions. Stop whenever you like; nothing is lost.</p>
          <Button look={ownFiles.length === 0 ? "primary" : "secondary"} onClick={onCreate}>
            Set up my budget
          </Button>
        </Card>
        <Card title="Look around first">
          <p className={styles.quiet}>A made-up household with six months of records. It is a separate file and can never touch yours.</p>
          <Button onClick={() => openSample.mutate({})} isBusy={openSample.isPending} busyWords="Making the sample…">
            Open the sample household
          </Button>
        </Card>
        <Card title="I already have a file">
          {ownFiles.length > 0 ? (
            <>
              <p className={styles.quiet}>{ownFiles.length === 1 ? "There is one file" : `There are ${ownFiles.length} files`} on this computer.</p>
              <Button look="primary" onClick={onUnlock}>
                Open a file
              </Button>
            </>
          ) : (
            <p className={styles.quiet}>There is no file on this computer yet. Files that you make are listed here.</p>
          )}
        </Card>
      </div>
      <ul className={styles.promises}>
        <li>
          <Lock className="icon" aria-hidden />
          <p>
            <strong>Private.</strong> No account, no cloud, nothing sent anywhere.
          </p>
        </li>
        <li>
          <CircleQuestionMark className="icon" aria-hidden />
          <p>
            <strong>Explained.</strong> Every amount shows how it was worked out.
          </p>
        </li>
        <li>
          <Accessibility className="icon" aria-hidden />
          <p>
            <strong>Made to be used your way.</strong> Keyboard, voice, screen reader, large text.{" "}
            <button type="button" className={styles.look} onClick={() => setIsChoosingLook(true)}>
              Change how it looks
            </button>
          </p>
        </li>
      </ul>
      <AppearanceDialog isOpen={isChoosingLook} onClose={() => setIsChoosingLook(false)} />
    </>
  );
}
