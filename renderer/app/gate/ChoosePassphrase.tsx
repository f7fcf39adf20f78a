import * as z from "zod";
import type { Output } from "../../api/client.ts";
import { useQuery, useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { Steps } from "../../components/Steps.tsx";
import { PassphraseField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import styles from "./Gate.module.css";
import { passphraseStrength } from "./passphraseStrength.ts";
import { stepNames } from "./stepNames.ts";

const NewPassphrase = z.object({ passphrase: z.string().min(1, "Enter a passphrase") });

/** First page of a new file. The passphrase can be shown, so it is asked for once. */
export function ChoosePassphrase({ onMade, onBack }: { readonly onMade: (made: Output<"vault.create">) => void; readonly onBack: () => void }) {
  const create = useTask("vault.create", { onDone: onMade });
  const suggestion = useQuery("vault.suggestPassphrase", {}, { isOn: false });
  const form = useForm(NewPassphrase, (input) => create.mutateAsync(input));
  const typed = String(form.valueOf("passphrase") ?? "");
  return (
    <>
      <div>
        <Steps names={stepNames} current={1} />
        <PageHeader
          title="Choose a passphrase"
          lead="It locks your file. Only it, or your recovery words, can open the file. Nobody can reset it for you."
        />
      </div>
      <Card>
        <Form of={form}>
          <PassphraseField
            name="passphrase"
            label="Passphrase"
            hint="At least 12 characters. Several words are easier to remember than one odd one."
            autoComplete="new-password"
          />
          <p role="status">{passphraseStrength(typed)}</p>
          {suggestion.data && (
            <Stack gap="small">
              <p>
                Our suggestion: <span className={styles.suggestion}>{suggestion.data.passphrase}</span>
              </p>
              <div>
                <Button onClick={() => form.setValue("passphrase", suggestion.data.passphrase)}>Use this passphrase</Button>
              </div>
            </Stack>
          )}
          <div>
            <Button onClick={() => void suggestion.refetch()}>{suggestion.data ? "Suggest another" : "Suggest a passphrase of 5 words"}</Button>
          </div>
          <Disclosure summary="What makes a good passphrase?">
            <p>Five words that you did not choose yourself are hard to guess and quick to type. Names, birthdays and sayings are easy to guess.</p>
            <p>You may write it down, if you keep the paper away from this computer.</p>
          </Disclosure>
          <Row>
            <Button type="submit" look="primary" isBusy={form.isBusy} busyWords="Making your file…">
              Make my file
            </Button>
            <Button look="quiet" onClick={onBack}>
              Go back
            </Button>
          </Row>
        </Form>
      </Card>
    </>
  );
}
