import { useState } from "react";
import * as z from "zod";
import type { VaultSummary } from "../../../shared/contract/vaultOperations.ts";
import { requiredText } from "../../../shared/core/text.ts";
import { invoke } from "../../api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Row } from "../../components/Stack.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { useForm } from "../../components/useForm.ts";
import { fileChoices } from "./fileChoices.ts";
import styles from "./Gate.module.css";
import { NewPassphrase } from "./NewPassphrase.tsx";

const Recovering = z.object({
  vaultId: requiredText("Choose a file"),
  words: z.string().trim().min(1, "Enter your 12 recovery words").max(400, "Enter 12 words"),
});

/** Opens a file with its twelve recovery words, and asks for a new passphrase before the file shows. */
export function RecoverFile({ files, onBack }: { readonly files: readonly VaultSummary[]; readonly onBack: () => void }) {
  const [acceptedWords, setAcceptedWords] = useState<string>();
  const choices = fileChoices(files);
  // Not useTask: it would read the state again and show the file at once.
  const form = useForm(
    Recovering,
    async (input) => {
      await invoke("vault.unlockWithRecoveryWords", input);
      setAcceptedWords(input.words);
    },
    { start: { vaultId: choices[0]?.value ?? "" } },
  );
  if (acceptedWords !== undefined) {
    return (
      <div className={styles.narrow}>
        <NewPassphrase words={acceptedWords} />
      </div>
    );
  }
  return (
    <div className={styles.narrow}>
      <PageHeader title="Open your file with the recovery words" lead="You were shown 12 words when you made the file, and perhaps printed them." />
      <Card>
        <Form of={form}>
          {choices.length > 1 && <RadioGroup name="vaultId" label="Which file?" choices={choices} />}
          <TextArea
            name="words"
            label="Your 12 recovery words"
            hint="In their order, with a space between them. Capital letters do not matter."
            rows={3}
          />
          <Row>
            <Button type="submit" look="primary" isBusy={form.isBusy} busyWords="Opening…">
              Open the file
            </Button>
            <Button look="quiet" onClick={onBack}>
              Use my passphrase
            </Button>
          </Row>
        </Form>
      </Card>
    </div>
  );
}
