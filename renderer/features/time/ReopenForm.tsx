import * as z from "zod";
import { requiredText } from "../../../shared/core/text.ts";
import type { Timesheet } from "../../../shared/timesheets/timesheet.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { useForm } from "../../components/useForm.ts";

const Reason = z.object({ reason: requiredText("Say why you reopen it", 400) });

/** Opens a confirmed timesheet again. The reason is kept. */
export function ReopenForm({ timesheet, name, onDone }: { readonly timesheet: Timesheet; readonly name: string; readonly onDone: () => void }) {
  const notice = useNotice();
  const reopen = useCommand("time.reopenTimesheet", {
    onDone: () => {
      notice.show(`Reopened the timesheet of ${name}. Confirm it again before pay.`);
      onDone();
    },
  });
  const form = useForm(Reason, ({ reason }) => reopen.mutateAsync({ id: timesheet.id, reason }));
  return (
    <Form of={form}>
      <TextArea name="reason" label="Why do you reopen it?" hint="For example: Thursday ended at 15:00." rows={3} />
      <div>
        <Button type="submit" look="primary" isBusy={form.isBusy}>
          Reopen the timesheet
        </Button>
      </div>
    </Form>
  );
}
