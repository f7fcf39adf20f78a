import * as z from "zod";
import type { BankAccountOverview } from "../../../shared/contract/bankOperations.ts";
import { decimalPounds, pence } from "../../../shared/core/money.ts";
import { moneyText, optionalText, requiredText } from "../../../shared/core/text.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText, optionalDateText } from "../../components/formSchemas.ts";
import { MoneyField } from "../../components/MoneyField.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";

const Account = z.object({
  name: requiredText("Enter a name for the account"),
  bankName: optionalText(),
  lastFourDigits: z
    .string()
    .trim()
    .regex(/^(\d{4})?$/, "Enter the last four numbers only"),
  openedOn: dateText("Enter the first day you want to keep books for"),
  openingBalance: moneyText("Enter what was in the account. Enter 0 if it was empty"),
  approvedByFunderOn: optionalDateText(),
});

/** Adds or changes the bank account, with what was in it when the books start. */
export function AccountForm({ account, onDone }: { readonly account?: BankAccountOverview; readonly onDone?: () => void }) {
  const notice = useNotice();
  const save = useCommand("bank.saveAccount", {
    onDone: () => {
      notice.show("Saved the bank account.");
      onDone?.();
    },
  });
  const form = useForm(
    Account,
    ({ openingBalance, ...values }) => save.mutateAsync({ ...values, openingBalancePence: openingBalance, ...(account && { id: account.id }) }),
    {
      start: {
        name: account?.name ?? "Budget account",
        bankName: account?.bankName ?? "",
        lastFourDigits: account?.lastFourDigits ?? "",
        openedOn: account?.openedOn ?? "",
        openingBalance: account ? decimalPounds(pence(account.openingBalancePence)) : "",
        approvedByFunderOn: account?.approvedByFunderOn ?? "",
      },
    },
  );
  return (
    <Form of={form} label="Bank account">
      <TextField name="name" label="Name of the account" />
      <TextField name="bankName" label="Bank" isOptional />
      <TextField name="lastFourDigits" label="Last four numbers of the account" hint="Only these four are kept" isOptional />
      <DateField name="openedOn" label="Books start on" hint="The first day whose payments you will import" />
      <MoneyField name="openingBalance" label="In the account at the start of that day" hint="It is on the bank statement" />
      <DateField name="approvedByFunderOn" label="Your funder agreed to this account on" isOptional />
      <Row>
        <Button type="submit" look="primary" isBusy={form.isBusy}>
          Save the account
        </Button>
        {onDone && <Button onClick={onDone}>Go back</Button>}
      </Row>
    </Form>
  );
}
