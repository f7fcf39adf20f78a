import { useState } from "react";
import type { Output } from "../../api/client.ts";
import { ChoosePassphrase } from "./ChoosePassphrase.tsx";
import { ConfirmWords } from "./ConfirmWords.tsx";
import styles from "./Gate.module.css";
import { ShowWords } from "./ShowWords.tsx";

/** Makes a new file: passphrase, twelve recovery words shown once, three of them typed back. */
export function CreateFile({ onBack }: { readonly onBack: () => void }) {
  const [made, setMade] = useState<Output<"vault.create">>();
  const [hasKeptWords, setHasKeptWords] = useState(false);
  return (
    <div className={styles.narrow}>
      {made === undefined ? (
        <ChoosePassphrase onMade={setMade} onBack={onBack} />
      ) : hasKeptWords ? (
        <ConfirmWords positions={made.confirmPositions} onBack={() => setHasKeptWords(false)} />
      ) : (
        <ShowWords words={made.recoveryWords} onKept={() => setHasKeptWords(true)} />
      )}
    </div>
  );
}
