import { useState } from "react";
import * as z from "zod";
import type { CheckId, CheckRecord } from "../../../shared/audit/checkResult.ts";
import { requiredText } from "../../../shared/core/text.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Row } from "../../components/Stack.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { useForm } from "../../components/useForm.ts";

const Reason = z.object({ recordId: z.string(), reason: requiredText("Say why in a few words", 500) });
const all = "all";

interface ReasonFormProps {
  readonly returnId: string;
  readonly checkId: CheckId;
  readonly title: string;
  readonly records: readonly CheckRecord[];
}

/** "Give a reason" for what a check found: for all of it, or for one thing. The reason is printed in the return. */
export function ReasonForm({ returnId, checkId, title, records }: ReasonFormProps) {
  const [isShown, setIsShown] = useState(false);
  const notice = useNotice();
  const waive = useCommand("returns.waive", { onDone: () => notice.show(`Kept your reason: ${title}.`) });
  const form = useForm(
    Reason,
    ({ recordId, reason }) => waive.mutateAsync({ id: returnId, checkId, reason, ...(recordId === all ? {} : { recordId }) }),
    { start: { recordId: all } },
  );
  if (!isShown) {
    return (
      <div>
        <Button about={`: ${title}`} onClick={() => setIsShown(true)}>
          Give a reason instead
        </Button>
      </div>
    );
  }
  return (
    <Form of={form} label={`Reason: ${title}`}>
      {records.length > 1 && (
        <SelectField
          name="recordId"
          label="For"
          choices={[{ value: all, label: "Everything in this check" }, ...records.map((record) => ({ value: record.recordId, label: record.text }))]}
        />
      )}
      <TextArea name="reason" label="Reason" hint="Your funder will read this." />
      <Row>
        <Button type="submit" isBusy={form.isBusy}>
          Keep this reason
        </Button>
        <Button look="quiet" onClick={() => setIsShown(false)}>
          Close
        </Button>
      </Row>
    </Form>
  );
}
