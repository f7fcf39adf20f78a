import { useState } from "react";
import * as z from "zod";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { BureauMonthLine, bureauMonthWords } from "../../../shared/payroll/bureau/checkBureauMonth.ts";
import type { Input, Output } from "../../api/client.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Form } from "../../components/Form.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded, LoadedScreen } from "../../components/LoadedScreen.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Stack } from "../../components/Stack.tsx";
import { useForm } from "../../components/useForm.ts";
import { CheckResult } from "./CheckResult.tsx";
import { FigureFields, shownAmount } from "./figureFields.tsx";

type Month = Output<"bureau.choices">["months"][number];
type CheckInput = Input<"bureau.checkMonth">;

const MonthForm = z.object({
  from: z.string().min(1, "Choose the month"),
  figures: z.object(Object.fromEntries(BureauMonthLine.options.map((line) => [line, shownAmount])) as Record<BureauMonthLine, typeof shownAmount>),
});

/** The bureau's P32 of a month or quarter beside ours. */
export function BureauMonthScreen() {
  const choices = useQuery("bureau.choices", {});
  return (
    <LoadedScreen
      title="Check my bureau: a P32"
      lead="Type what your payroll provider’s P32 shows for one month or quarter. Nothing is saved."
      breadcrumbs={[
        { name: "Pay", to: routes.pay },
        { name: "Check my bureau", to: routes.bureau },
      ]}
      query={choices}
    >
      {({ months }) => (months.length === 0 ? <NoMonths /> : <CheckMonth months={months} />)}
    </LoadedScreen>
  );
}

function NoMonths() {
  return (
    <Card>
      <EmptyState title="There is no finished payday yet" action={<LinkButton to={routes.pay}>Go to Pay</LinkButton>}>
        <p>A P32 can be checked once a pay run is finished.</p>
      </EmptyState>
    </Card>
  );
}

const wordsOf = ({ from, to }: Pick<Month, "from" | "to">) => `${formatDate(from)} to ${formatDate(to)}`;

function CheckMonth({ months }: { readonly months: readonly Month[] }) {
  const [asked, setAsked] = useState<CheckInput>();
  const form = useForm(
    MonthForm,
    ({ from, figures }) => {
      const month = months.find((each) => each.from === from);
      if (month) setAsked({ taxYear: month.taxYear, firstTaxMonth: month.firstTaxMonth, bureau: { figures } });
    },
    { start: { from: months[0]?.from ?? "", figures: Object.fromEntries(BureauMonthLine.options.map((line) => [line, ""])) } },
  );
  return (
    <Stack gap="large">
      <Card title="The bureau’s P32">
        <Form of={form} label="The bureau’s P32">
          <SelectField name="from" label="Which time is it for?" choices={months.map((month) => ({ value: month.from, label: wordsOf(month) }))} />
          <FigureFields lines={BureauMonthLine.options} words={bureauMonthWords} />
          <div>
            <Button type="submit" look="primary" isBusy={form.isBusy}>
              Compare
            </Button>
          </div>
        </Form>
      </Card>
      <div role="status">{asked && <Answer asked={asked} />}</div>
    </Stack>
  );
}

function Answer({ asked }: { readonly asked: CheckInput }) {
  const check = useQuery("bureau.checkMonth", asked);
  return <Loaded query={check}>{({ from, to, ...result }) => <CheckResult title={`P32, ${wordsOf({ from, to })}`} {...result} />}</Loaded>;
}
