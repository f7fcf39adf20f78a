import { useMemo } from "react";
import { useLocation } from "wouter";
import * as z from "zod";
import { requiredText } from "../../../shared/core/text.ts";
import { useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row } from "../../components/Stack.tsx";
import { Steps } from "../../components/Steps.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { routes } from "../routes.ts";
import { stepNames } from "./stepNames.ts";

/** Three of the words typed back, so that we know they were kept. Then the file opens. */
export function ConfirmWords({ positions, onBack }: { readonly positions: readonly number[]; readonly onBack: () => void }) {
  const [, goTo] = useLocation();
  const confirm = useTask("vault.confirmRecoveryWords");
  const Words = useMemo(() => z.object({ words: z.tuple([wordAt(positions, 0), wordAt(positions, 1), wordAt(positions, 2)]) }), [positions]);
  const form = useForm(Words, async ({ words }) => {
    await confirm.mutateAsync({ words });
    goTo(routes.setup);
  });
  return (
    <>
      <div>
        <Steps names={stepNames} current={3} />
        <PageHeader title="Check your recovery words" lead="Type these three words from your paper." />
      </div>
      <Card>
        <Form of={form}>
          {positions.map((position, index) => (
            <TextField key={position} name={`words.${index}`} label={`Word ${position}`} width="medium" />
          ))}
          <Row>
            <Button type="submit" look="primary" isBusy={form.isBusy} busyWords="Checking…">
              Open my file
            </Button>
            <Button look="quiet" onClick={onBack}>
              Show the words again
            </Button>
          </Row>
        </Form>
      </Card>
    </>
  );
}

const wordAt = (positions: readonly number[], index: number) => requiredText(`Enter word ${positions[index]}`, 40);
