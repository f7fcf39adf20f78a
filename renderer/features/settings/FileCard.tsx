import { useState } from "react";
import * as z from "zod";
import { useQuery, useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Form } from "../../components/Form.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { PassphraseField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { momentInWords } from "./momentInWords.ts";

/** Passphrase and backups. */
export function FileCard() {
  const backup = useQuery("vault.lastBackup", {});
  const notice = useNotice();
  const makeBackup = useTask("vault.backupNow", { onDone: () => notice.show("The backup is made and was read back whole.") });
  const [isChanging, setIsChanging] = useState(false);
  const last = backup.data;
  return (
    <Card title="Your file">
      <Stack>
        <FailureMessage of={makeBackup} />
        {last && (
          <div>
            {last.verifiedAt ? (
              <StatusChip tone={last.isOverdue ? "warn" : "ok"}>Last backup checked {momentInWords(last.verifiedAt)}</StatusChip>
            ) : (
              <StatusChip tone="warn">No backup yet</StatusChip>
            )}
            <p>Backups are kept in {last.folder}. Keep a copy on a memory stick in another place too.</p>
          </div>
        )}
        <Row>
          <Button onClick={() => makeBackup.mutate({})} isBusy={makeBackup.isPending} busyWords="Making the backup…">
            Make a backup now
          </Button>
          <Button onClick={() => setIsChanging(!isChanging)} isExpanded={isChanging}>
            Change the passphrase
          </Button>
        </Row>
        {isChanging && <PassphraseForm onDone={() => setIsChanging(false)} />}
      </Stack>
    </Card>
  );
}

const Passphrases = z.object({
  currentPassphrase: z.string().min(1, "Enter your passphrase of now"),
  newPassphrase: z.string().min(1, "Enter the new passphrase"),
});

function PassphraseForm({ onDone }: { readonly onDone: () => void }) {
  const notice = useNotice();
  const change = useTask("vault.changePassphrase", {
    onDone: () => {
      notice.show("The passphrase is changed. Your recovery words still work.");
      onDone();
    },
  });
  const form = useForm(Passphrases, (typed) => change.mutateAsync(typed));
  return (
    <Form of={form} label="Change the passphrase">
      <PassphraseField name="currentPassphrase" label="Passphrase of now" autoComplete="current-password" />
      <PassphraseField
        name="newPassphrase"
        label="New passphrase"
        hint="At least 12 characters. Five words are easy to remember."
        autoComplete="new-password"
      />
      <div>
        <Button type="submit" look="primary" isBusy={form.isBusy} busyWords="Changing…">
          Change it
        </Button>
      </div>
    </Form>
  );
}
