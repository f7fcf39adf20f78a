import * as z from "zod";
import type { LineOverview } from "../../../shared/contract/bankOperations.ts";
import { decimalPounds, type Pence, pence } from "../../../shared/core/money.ts";
import { moneyText, optionalText } from "../../../shared/core/text.ts";
import type { Output } from "../../api/client.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen } from "../../components/formSchemas.ts";
import { MoneyField } from "../../components/MoneyField.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import type { NewPart } from "./matchParts.ts";

const kinds = ["planLine", "wage", "hmrc", "pension", "ownMoneyReturned", "directPayment", "contribution", "refund", "ownMoney", "other"] as const;

const Match = z
  .object({
    kind: chosen(kinds, "Choose what it was"),
    planLineId: z.string().default(""),
    wage: z.string().default(""),
    funderId: z.string().default(""),
    amount: moneyText("Enter the amount"),
    note: optionalText(1000).default(""),
  })
  .superRefine(({ kind, planLineId, wage, funderId }, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if ((kind === "planLine" || kind === "refund") && planLineId === "") ask("planLineId", "Choose the line of the plan");
    if (kind === "wage" && wage === "") ask("wage", "Choose whose wages these are");
    if (kind === "directPayment" && funderId === "") ask("funderId", "Choose who paid");
  });
type Match = z.output<typeof Match>;

const oneOf = (text: string) => (text === "" ? undefined : text);

function partFrom({ kind, planLineId, wage, funderId, amount, note }: Match, isOut: boolean): NewPart {
  const [engagementId = "", payRunId = ""] = wage.split(" ");
  const amountPence: Pence = pence(isOut ? -amount : amount);
  return {
    kind,
    amountPence,
    note,
    ...((kind === "planLine" || kind === "refund") && { planLineId: oneOf(planLineId) }),
    ...(kind === "directPayment" && { funderId: oneOf(funderId) }),
    ...(kind === "wage" && { engagementId: oneOf(engagementId), ...(payRunId && { payRunId }) }),
  } as NewPart;
}

/** Says by hand what a bank line, or a part of it, was. */
export function MatchForm({ line, choices }: { readonly line: LineOverview; readonly choices: Output<"bank.matchChoices"> }) {
  const isOut = line.remainingPence < 0;
  const notice = useNotice();
  const match = useCommand("bank.matchLine", { onDone: () => notice.show("Matched the line.") });
  const form = useForm(Match, (values) => match.mutateAsync({ lineId: line.id, parts: [partFrom(values, isOut)], asAdjustment: line.isPeriodSent }), {
    start: { amount: decimalPounds(pence(Math.abs(line.remainingPence))), kind: "", planLineId: "", wage: "", funderId: "", note: "" },
  });
  const planLine = (
    <SelectField
      name="planLineId"
      label="Line of the plan"
      emptyChoice="Choose a line"
      choices={choices.planLines.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
  const wage = (
    <SelectField
      name="wage"
      label="Whose wages"
      emptyChoice="Choose a person and payday"
      choices={choices.wages.map((due) => ({ value: `${due.engagementId} ${due.payRunId ?? ""}`.trim(), label: due.words }))}
    />
  );
  const funder = (
    <SelectField
      name="funderId"
      label="Who paid"
      emptyChoice="Choose who paid"
      choices={choices.funders.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
  const moneyOut = [
    { value: "planLine", label: "Something in the plan", reveals: planLine },
    { value: "wage", label: "Wages", reveals: wage },
    { value: "hmrc", label: "HMRC (tax and National Insurance)" },
    { value: "pension", label: "Pension" },
    { value: "ownMoneyReturned", label: "My own money taken back, or a payment by mistake" },
  ] as const;
  const moneyIn = [
    { value: "directPayment", label: "Direct payment", reveals: funder },
    { value: "contribution", label: "The person's own contribution" },
    { value: "refund", label: "Money back from a shop or service", reveals: planLine },
    { value: "ownMoney", label: "My own money, paid in or paid back" },
    { value: "other", label: "Something else", hint: "Say in the note where it came from" },
  ] as const;
  return (
    <Form of={form} label="Say what it was">
      <RadioGroup name="kind" label="What was it?" choices={isOut ? moneyOut : moneyIn} />
      <MoneyField name="amount" label="Amount" hint="Change this to explain only a part of the line" />
      <TextField name="note" label="Note" isOptional hint="Why it was spent, if it is not plain" />
      <Button type="submit" look="secondary" isBusy={form.isBusy}>
        Save what it was
      </Button>
    </Form>
  );
}
