import * as z from "zod";
import type { OrderStanding } from "../../../shared/contract/employmentArrangements.ts";
import { optionalText, requiredText } from "../../../shared/core/text.ts";
import { DeductionOrderKind } from "../../../shared/people/payArrangements.ts";
import { optionalMoneyText, typedPounds } from "../../../shared/people/typedText.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { type ChangeFormProps, FromField, SaveChange, useKeptForm, useSaved } from "./changeForm.tsx";
import { orderKinds } from "./words.ts";

const Order = z
  .object({
    kind: z.enum(DeductionOrderKind.options, { error: "Choose the kind of order" }),
    issuer: requiredText("Enter who sent the order"),
    reference: requiredText("Enter the reference on the order", 80),
    receivedOn: dateText("Enter the day it came"),
    fromOn: dateText("Enter the first payday it is taken on"),
    normalDeductionPence: optionalMoneyText(),
    protectedEarningsPence: optionalMoneyText(),
    isPriority: z.enum(["", "yes", "no"]),
    rate: z.enum(["", "standard", "higher", "fixed"]),
    tableOf: z.enum(["england", "wales"]),
    sumsAreFor: z.enum(["", "weekly", "fortnightly", "fourWeekly", "monthly"]),
    takesCosts: z.boolean(),
    note: optionalText(400),
  })
  .superRefine(({ kind, isPriority }, context) => {
    if (kind !== "attachmentOfEarnings" || isPriority !== "") return;
    context.addIssue({ code: "custom", path: ["isPriority"], message: "Say whether it is for maintenance or a fine" });
  });

/** Which facts a kind of order needs, as its notice names them. */
function asks(kind: unknown, rate: unknown) {
  const isCourt = kind === "attachmentOfEarnings";
  const hasSum = isCourt || kind === "childMaintenance" || (kind === "directEarnings" && rate === "fixed");
  return { isCourt, hasSum, hasRate: kind === "directEarnings", hasTable: kind === "councilTax" };
}

/** Adds an order, or the order that varies an older one (`about`). */
export function OrderForm(props: ChangeFormProps) {
  const arrangements = useQuery("employment.getPayArrangements", { engagementId: props.record.engagement.id });
  return (
    <Loaded query={arrangements}>
      {({ orders }) => <OrderFields key={props.about ?? "new"} {...props} older={orders.find(({ id }) => id === props.about)} />}
    </Loaded>
  );
}

function OrderFields({ record, older }: ChangeFormProps & { readonly older: OrderStanding | undefined }) {
  const { id: engagementId, person } = record.engagement;
  const save = useCommand("employment.addDeductionOrder", {
    onDone: useSaved(record, "Saved the order. The pay runs take it from its first payday."),
  });
  const { form, notice } = useKeptForm(
    `order ${engagementId} ${older?.id ?? ""}`,
    Order,
    ({ isPriority, rate, tableOf, sumsAreFor, normalDeductionPence, protectedEarningsPence, ...order }) => {
      const { isCourt, hasSum, hasRate, hasTable } = asks(order.kind, rate);
      return save.mutateAsync({
        ...order,
        engagementId,
        isPriority: isCourt && isPriority === "yes",
        normalDeductionPence: hasSum ? normalDeductionPence : null,
        protectedEarningsPence: isCourt ? protectedEarningsPence : null,
        rate: hasRate && rate !== "" ? rate : null,
        tableOf: hasTable ? tableOf : null,
        sumsAreFor: sumsAreFor === "" ? null : sumsAreFor,
        continuesOrderId: older?.id ?? null,
      });
    },
    {
      kind: older?.kind ?? "",
      issuer: older?.issuer ?? "",
      reference: older?.reference ?? "",
      receivedOn: "",
      fromOn: "",
      normalDeductionPence: typedPounds(older?.normalDeductionPence ?? null),
      protectedEarningsPence: typedPounds(older?.protectedEarningsPence ?? null),
      isPriority: older ? (older.isPriority ? "yes" : "no") : "",
      rate: older?.rate ?? "",
      tableOf: older?.tableOf ?? "england",
      sumsAreFor: older?.sumsAreFor ?? "",
      takesCosts: older?.takesCosts ?? false,
      note: "",
    },
  );
  const { isCourt, hasSum, hasRate, hasTable } = asks(form.valueOf("kind"), form.valueOf("rate"));
  return (
    <>
      {notice}
      <Form of={form}>
        {older && (
          <p>
            This order takes the place of {older.reference} from {older.issuer}. The older one stops the day before, and what it could not take goes
            over to this one.
          </p>
        )}
        <RadioGroup name="kind" label="Which kind of order is it?" hint="It stands at the top of the notice." choices={orderKinds} />
        <TextField name="issuer" label="Who sent it?" hint="Wages taken by the order are paid to them." />
        <TextField name="reference" label="Reference on the order" />
        <DateField name="receivedOn" label="Day it came" hasCalendar />
        {hasRate && (
          <RadioGroup
            name="rate"
            label="What does the notice say to take?"
            choices={[
              { value: "standard", label: "The standard rate of the table" },
              { value: "higher", label: "The higher rate of the table" },
              { value: "fixed", label: "A fixed sum" },
            ]}
          />
        )}
        {hasSum && <MoneyField name="normalDeductionPence" label="Normal deduction" hint="The sum the order names for one payday." />}
        {isCourt && (
          <>
            <MoneyField
              name="protectedEarningsPence"
              label="Protected earnings"
              hint={`${person.firstName} always keeps at least this. Enter 0 when the order names none.`}
            />
            <RadioGroup
              name="isPriority"
              label="Is it for maintenance or a fine?"
              hint="Those come first, and what can't be taken is carried on. A county court judgment does not."
              choices={[
                { value: "yes", label: "Yes" },
                { value: "no", label: "No, a county court judgment" },
              ]}
            />
          </>
        )}
        {hasTable && (
          <RadioGroup
            name="tableOf"
            label="Whose council is it?"
            choices={[
              { value: "england", label: "A council in England" },
              { value: "wales", label: "A council in Wales" },
            ]}
          />
        )}
        {hasSum && (
          <SelectField
            name="sumsAreFor"
            label="The sums on the order are for"
            emptyChoice={`${person.firstName}'s own payday`}
            choices={[
              { value: "weekly", label: "One week" },
              { value: "fortnightly", label: "Two weeks" },
              { value: "fourWeekly", label: "Four weeks" },
              { value: "monthly", label: "One month" },
            ]}
          />
        )}
        <FromField record={record} rests="payday" label="First payday it is taken on" />
        <Checkbox
          name="takesCosts"
          label="Keep £1 of costs each time"
          hint="Most orders let you keep up to £1 for your work. It comes off pay too."
        />
        <TextArea name="note" label="Note" rows={2} isOptional />
        <Disclosure summary="What if I get it wrong?">
          <p>
            The payday you choose must come after the newest finished one. A wrong sum is put right by adding the order again as one that varies this
            one, or by stopping it.
          </p>
        </Disclosure>
        <SaveChange record={record} isBusy={form.isBusy} words="Save the order" />
      </Form>
    </>
  );
}

const Stop = z.object({ toOn: dateText("Enter the last payday") });

export function StopOrderForm({ record, about = "" }: ChangeFormProps) {
  const save = useCommand("employment.stopDeductionOrder", { onDone: useSaved(record, "The order stops after that payday.") });
  const form = useForm(Stop, (change) => save.mutateAsync({ orderId: about, ...change }));
  return (
    <Form of={form}>
      <DateField
        name="toOn"
        label="Last payday it is taken on"
        hint="As on the letter that ends it, or the payday when all of it was paid."
        hasCalendar
      />
      <SaveChange record={record} isBusy={form.isBusy} words="Save the last payday" />
    </Form>
  );
}
