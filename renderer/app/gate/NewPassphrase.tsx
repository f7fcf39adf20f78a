import { useQueryClient } from "@tanstack/react-query";
import * as z from "zod";
import { useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row } from "../../components/Stack.tsx";
import { PassphraseField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { passphraseStrength } from "./passphraseStrength.ts";

const Passphrase = z.object({ newPassphrase: z.string().min(1, "Enter the new passphrase") });

/** After the recovery words opened the file: a new passphrase in place of the forgotten one. The file shows afterwards. */
export function NewPassphrase({ words }: { readonly words: string }) {
  const client = useQueryClient();
  const notice = useNotice();
  const change = useTask("vault.setPassphraseWithRecoveryWords", {
    onDone: () => notice.show("The new passphrase is set. Your recovery words still work."),
  });
  const form = useForm(Passphrase, ({ newPassphrase }) => change.mutateAsync({ words, newPassphrase }));
  return (
    <>
      <PageHeader
        title="Choose a new passphrase"
        lead="Your recovery words opened the file. The new passphrase takes the place of the one you forgot."
      />
      <Card>
        <Form of={form}>
          <PassphraseField
            name="newPassphrase"
            label="New passphrase"
            hint="At least 12 characters. Five words are easy to remember."
            autoComplete="new-password"
          />
          <p role="status">{passphraseStrength(String(form.valueOf("newPassphrase") ?? ""))}</p>
          <Row>
            <Button type="submit" look="primary" isBusy={form.isBusy} busyWords="Saving…">
              Save the new passphrase
            </Button>
            <Button look="quiet" onClick={() => void client.invalidateQueries()}>
              Not now
            </Button>
          </Row>
        </Form>
      </Card>
    </>
  );
}
