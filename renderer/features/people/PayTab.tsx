import * as z from "zod";
import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { formatPence } from "../../../shared/core/money.ts";
import { requiredText } from "../../../shared/core/text.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Form } from "../../components/Form.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import { LendingCard, OrdersCard } from "./ArrangementCards.tsx";
import { changePath } from "./changePath.ts";
import { perWords } from "./words.ts";

/** Rates of pay through time, where wages go, orders and loans. */
export function PayTab({ record }: { readonly record: AssistantRecord }) {
  const { engagement, payRates, kindsOfTime } = record;
  const arrangements = useQuery("employment.getPayArrangements", { engagementId: engagement.id });
  const change = (what: string, about?: string) => changePath(engagement.id, what, about);
  const kindOf = (id: string) => kindsOfTime.find((kind) => kind.id === id);
  return (
    <Stack>
      <Card title="Rates of pay" actions={<LinkButton to={change("rate")}>Change a rate</LinkButton>}>
        <DataTable
          caption="Every rate of pay, newest first"
          rows={payRates}
          rowKey={(rate) => rate.id}
          columns={[
            { id: "kind", title: "Kind of time", isRowHeader: true, cell: (rate) => kindOf(rate.kindOfTimeId)?.name ?? "" },
            { id: "from", title: "From", cell: (rate) => <LongDate on={rate.fromOn} /> },
            { id: "rate", title: "Rate", isNumber: true, cell: (rate) => <Money amount={rate.ratePence} /> },
            {
              id: "per",
              title: "For",
              cell: (rate) => {
                const kind = kindOf(rate.kindOfTimeId);
                return kind ? perWords[kind.paidBy] : "";
              },
            },
          ]}
        />
      </Card>
      <BankCard record={record} change={change("bank")} />
      <Loaded query={arrangements}>
        {(known) => (
          <>
            <OrdersCard arrangements={known} change={change} />
            <LendingCard arrangements={known} change={change} />
          </>
        )}
      </Loaded>
      {record.openingFigures.length > 0 && (
        <Card title="Brought in from before">
          <SummaryList
            rows={record.openingFigures.map((figures) => ({
              name: `${figures.source === "p45" ? "P45" : "Earlier pay in this job"}, ${figures.taxYear}`,
              value: `Pay ${formatPence(figures.taxablePayPence)}, tax ${formatPence(figures.taxPence)}`,
              ...(figures.source === "midYearStart" && !record.lastFinishedPayday && { change: change("midYear", figures.taxYear) }),
            }))}
          />
        </Card>
      )}
    </Stack>
  );
}

function BankCard({ record, change }: { readonly record: AssistantRecord; readonly change: string }) {
  const details = record.bankDetails;
  return (
    <Card title="Bank details" actions={<LinkButton to={change}>{details.length > 0 ? "Change bank details" : "Add bank details"}</LinkButton>}>
      {details.length === 0 && <p>None yet.</p>}
      {details.map((each, index) => (
        <SummaryList
          key={each.id}
          rows={[
            { name: "From", value: <LongDate on={each.fromOn} /> },
            { name: "Account", value: `${each.accountName}, ${each.sortCode}, ${each.accountNumber}` },
            {
              name: "Second look",
              value: each.checkedOn ? (
                <StatusChip tone="ok">
                  {each.checkedHow}, <LongDate on={each.checkedOn} />
                </StatusChip>
              ) : index === details.length - 1 ? (
                "Given when they started"
              ) : (
                <SecondLook bankDetailsId={each.id} firstName={record.engagement.person.firstName} />
              ),
            },
          ]}
        />
      ))}
    </Card>
  );
}

const SecondLookForm = z.object({ how: requiredText("Say how you checked them") });

function SecondLook({ bankDetailsId, firstName }: { readonly bankDetailsId: string; readonly firstName: string }) {
  const check = useCommand("employment.checkBankDetails");
  const form = useForm(SecondLookForm, ({ how }) => check.mutateAsync({ bankDetailsId, how }));
  return (
    <Form of={form} label="Second look at the bank details">
      <TextField name="how" label={`How did you check them with ${firstName}?`} hint="For example: rang on the number I know, and read them back." />
      <div>
        <Button type="submit" isBusy={form.isBusy}>
          The details are right
        </Button>
      </div>
    </Form>
  );
}
