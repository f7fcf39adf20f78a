import * as z from "zod";
import { requiredText } from "../../../shared/core/text.ts";
import { useCommand } from "../../api/hooks.ts";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, FromField, SaveChange, useSaved } from "./changeForm.tsx";

const Bank = z.object({
  accountName: requiredText("Enter the name on the account", 80),
  sortCode: requiredText("Enter the sort code", 12),
  accountNumber: requiredText("Enter the account number", 12),
  fromOn: dateText("Enter the day they start"),
});

export function BankForm({ record }: ChangeFormProps) {
  const save = useCommand("employment.changeBankDetails", { onDone: useSaved(record, "Saved the bank details.") });
  const form = useForm(Bank, (change) => save.mutateAsync({ engagementId: record.engagement.id, ...change }));
  const name = record.engagement.person.firstName;
  return (
    <Form of={form}>
      {record.bankDetails.length > 0 && (
        <NotificationBanner tone="warn" title={`Is it really ${name} who asked?`}>
          <p>Thieves send messages with new bank details. Ring {name} on a number you already know before you pay.</p>
        </NotificationBanner>
      )}
      <TextField name="accountName" label="Name on the account" />
      <TextField name="sortCode" label="Sort code" hint="Six numbers, like 12-34-56." width="short" inputMode="numeric" />
      <TextField name="accountNumber" label="Account number" hint="Eight numbers." width="short" inputMode="numeric" />
      <FromField record={record} rests="payday" />
      <SaveChange record={record} isBusy={form.isBusy} />
    </Form>
  );
}
