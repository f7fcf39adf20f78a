import { useState } from "react";
import { useLocation } from "wouter";
import * as z from "zod";
import { requiredText } from "../../../shared/core/text.ts";
import type { PayRun } from "../../../shared/payroll/payRun/payRun.ts";
import { useCommand } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Form } from "../../components/Form.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";

/** Before the payday a finished run can be taken back whole and done again. */
export function WithdrawRun({ run }: { readonly run: PayRun }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Take this run back</Button>
      <Dialog title="Take this pay run back?" isOpen={isOpen} onClose={() => setIsOpen(false)} closeWords={null}>
        <WithdrawForm run={run} onCancel={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

const Reason = z.object({ reason: requiredText("Say why", 400) });

function WithdrawForm({ run, onCancel }: { readonly run: PayRun; readonly onCancel: () => void }) {
  const notice = useNotice();
  const [, go] = useLocation();
  const withdraw = useCommand("pay.withdrawRun", {
    onDone: () => {
      notice.show("Took the pay run back. Its time is free again: start the run anew when it is right.");
      go(routes.pay);
    },
  });
  const form = useForm(Reason, ({ reason }) => withdraw.mutateAsync({ payRunId: run.id, reason }));
  return (
    <Form of={form}>
      <p>
        Nothing was paid yet, so the whole run can be done again. Its payslips stay in the record, marked as taken back. If you sent the figures to
        HMRC already, send the new ones as a correction.
      </p>
      <TextField name="reason" label="Why?" hint="For example: a week was confirmed with wrong hours." />
      <Row>
        <Button type="submit" look="danger" isBusy={form.isBusy}>
          Take it back
        </Button>
        <Button onClick={onCancel}>Go back</Button>
      </Row>
    </Form>
  );
}
