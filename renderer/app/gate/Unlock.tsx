import { useState } from "react";
import * as z from "zod";
import type { VaultSummary } from "../../../shared/contract/vaultOperations.ts";
import { requiredText } from "../../../shared/core/text.ts";
import { useQuery, useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Row } from "../../components/Stack.tsx";
import { PassphraseField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { fileChoices } from "./fileChoices.ts";
import styles from "./Gate.module.css";
import { RecoverFile } from "./RecoverFile.tsx";

/** Opens a file that is locked. Shows nothing personal: a file is a number and a date. */
export function Unlock({ onBack }: { readonly onBack: () => void }) {
  const files = useQuery("vault.list", {});
  const [isRecovering, setIsRecovering] = useState(false);
  return (
    <Loaded query={files}>
      {(all) => {
        const own = all.filter((file) => !file.isSample);
        const shown = own.length > 0 ? own : all;
        return isRecovering ? (
          <RecoverFile files={shown} onBack={() => setIsRecovering(false)} />
        ) : (
          <PassphraseForm files={shown} onForgotten={() => setIsRecovering(true)} onBack={onBack} />
        );
      }}
    </Loaded>
  );
}

const Unlocking = z.object({ vaultId: requiredText("Choose a file"), passphrase: z.string().min(1, "Enter your passphrase") });

function PassphraseForm({
  files,
  onForgotten,
  onBack,
}: {
  readonly files: readonly VaultSummary[];
  readonly onForgotten: () => void;
  readonly onBack: () => void;
}) {
  const unlock = useTask("vault.unlock");
  const choices = fileChoices(files);
  const form = useForm(Unlocking, (input) => unlock.mutateAsync(input), { start: { vaultId: choices[0]?.value ?? "" } });
  return (
    <div className={styles.narrow}>
      <PageHeader title="Unlock your file" lead="Your records are locked. Your passphrase opens them." />
      <Card>
        <Form of={form}>
          {choices.length > 1 && <RadioGroup name="vaultId" label="Which file?" choices={choices} />}
          <PassphraseField name="passphrase" label="Passphrase" autoComplete="current-password" />
          <Row>
            <Button type="submit" look="primary" isBusy={form.isBusy} busyWords="Unlocking…">
              Unlock
            </Button>
            <Button look="quiet" onClick={onForgotten}>
              I forgot my passphrase
            </Button>
          </Row>
        </Form>
      </Card>
      <div>
        <Button look="quiet" onClick={onBack}>
          Go to the first screen
        </Button>
      </div>
    </div>
  );
}
