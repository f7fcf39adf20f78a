import { useState } from "react";
import * as z from "zod";
import type { ReturnView } from "../../../shared/contract/returnsOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { requiredText } from "../../../shared/core/text.ts";
import { useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Form } from "../../components/Form.tsx";
import { Money } from "../../components/Money.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { ProgressBar } from "../../components/ProgressBar.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";

const Signature = z.object({
  signedBy: requiredText("Type the name of who signs"),
  agrees: z.boolean().refine((agrees) => agrees, { message: "Tick the box to sign the declaration" }),
});

/** Sign, check the answers, make the pack. Nothing is sent: the person sends it. */
export function SignAndMake({ view }: { readonly view: ReturnView }) {
  const notice = useNotice();
  const [signedBy, setSignedBy] = useState<string>();
  const make = useTask("returns.makePack", {
    onDone: () => {
      setSignedBy(undefined);
      notice.show("The pack is made and kept with this return.");
    },
  });
  const form = useForm(Signature, (values) => setSignedBy(values.signedBy), { start: { signedBy: view.signedBy || view.signerName, agrees: false } });
  if (view.blockers.length > 0) {
    return (
      <div>
        <p>Before you can make the pack:</p>
        <ul>
          {view.blockers.map((blocker) => (
            <li key={blocker}>{blocker}</li>
          ))}
        </ul>
      </div>
    );
  }
  if (signedBy === undefined) {
    return (
      <Form of={form} label="Sign the return">
        <p>{view.declaration}</p>
        <TextField name="signedBy" label="Full name of who signs" autoComplete="name" />
        <Checkbox name="agrees" label="I agree with this declaration" />
        <Button type="submit" look="primary" isBusy={form.isBusy}>
          Check before making the pack
        </Button>
      </Form>
    );
  }
  const { entry, figures } = view;
  return (
    <Stack>
      <h3>Check your answers</h3>
      <SummaryList
        rows={[
          { name: "Period", value: `${formatDate(entry.periodFrom)} to ${formatDate(entry.periodTo)}` },
          { name: "Closing balance", value: <Money amount={figures.closing.amount} /> },
          { name: "Pieces of evidence", value: String(view.evidenceCount) },
          { name: "Signed by", value: signedBy, change: () => setSignedBy(undefined) },
        ]}
      />
      <FailureMessage of={make} />
      {make.isPending && <ProgressBar words="Making the pack" done={0} total={0} />}
      <Row>
        <Button look="primary" isBusy={make.isPending} onClick={() => make.mutate({ id: entry.id, signedBy, declaration: view.declaration })}>
          Make the return pack
        </Button>
        <Button onClick={() => setSignedBy(undefined)}>Go back</Button>
      </Row>
    </Stack>
  );
}
