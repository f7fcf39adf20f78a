import type { HmrcMonthRecord, P32Month } from "../../../shared/contract/hmrcAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Figure, FigureRow } from "../../components/Figure.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { SummaryList, type SummaryRow } from "../../components/SummaryList.tsx";
import { EmployerSummaryCard } from "./EmployerSummaryCard.tsx";
import { HmrcBankCard } from "./HmrcBankCard.tsx";
import { LeftOver } from "./LeftOver.tsx";
import { PayslipPartLinks } from "./PayslipLinks.tsx";
import { WhySum } from "./WhySum.tsx";
import { spanWords, taxMonthWords } from "./words.ts";

/** One tax month with HMRC: what to pay and why, and the Employer Payment Summary. */
export function MonthScreen({ taxYear, taxMonth }: { readonly taxYear: string; readonly taxMonth: number }) {
  const month = useQuery("hmrc.getMonth", { taxYear, taxMonth });
  return <Loaded query={month}>{(record) => <Month record={record} />}</Loaded>;
}

function Month({ record }: { readonly record: HmrcMonthRecord }) {
  const { month, account, bank, summary } = record;
  const { period } = month;
  return (
    <>
      <PageHeader
        title={`HMRC: ${spanWords(period)}`}
        above={`${taxMonthWords(period)} of ${period.taxYear}`}
        breadcrumbs={[
          { name: "HMRC", to: routes.hmrc },
          { name: "Paying HMRC", to: pathTo(routes.hmrcPayingYear, { taxYear: period.taxYear }) },
        ]}
      />
      <Stack>
        <Row>
          <LeftOver row={account} />
        </Row>
        <ToPay record={record} />
        <Card title="Why this amount" note="The lines of form P32. Each opens its steps and its payslips.">
          <SummaryList rows={linesOf(month)} />
        </Card>
        {bank && <HmrcBankCard bank={bank} reference={account.reference} />}
        <EmployerSummaryCard summary={summary} route={record.route} />
        <OtherMonths taxYear={period.taxYear} taxMonth={period.lastTaxMonth} />
      </Stack>
    </>
  );
}

function ToPay({ record: { account } }: { readonly record: HmrcMonthRecord }) {
  const { period, toPay, payments, paid, carriedForward, reference, broughtForward } = account;
  return (
    <Card
      title={period.firstTaxMonth === period.lastTaxMonth ? "What to pay" : `What to pay for ${spanWords(period)}`}
      note={reference === "" ? "The Accounts Office reference is not known yet, so there is no payment reference." : `Payment reference ${reference}`}
    >
      <Stack>
        <FigureRow>
          <Figure name="To pay" note={<Explanation of={toPay} name="what to pay HMRC" />}>
            <Money amount={toPay.amount} />
          </Figure>
          <Figure name="Paid so far">
            <Money amount={paid} />
          </Figure>
          <Figure
            name={carriedForward.amount < 0 ? "Over, in your favour" : "Left to pay"}
            note={<Explanation of={carriedForward} name="what is carried on to the next month" />}
          >
            <Money amount={carriedForward.amount} />
          </Figure>
        </FigureRow>
        <p>
          By <LongDate on={period.dueElectronicallyOn} /> from your bank, or by <LongDate on={period.dueByPostOn} /> by post. The money must be with
          HMRC on that day.
        </p>
        {broughtForward !== 0 && (
          <p>
            <Money amount={broughtForward} /> came over from before.
          </p>
        )}
        {payments.length > 0 && (
          <DataTable
            caption="What you paid"
            rows={payments}
            rowKey={({ journalId }) => journalId}
            columns={[
              { id: "paidOn", title: "Paid on", isRowHeader: true, cell: ({ paidOn }) => formatDate(paidOn) },
              { id: "amount", title: "Amount", isNumber: true, cell: ({ amount }) => <Money amount={amount} /> },
            ]}
          />
        )}
      </Stack>
    </Card>
  );
}

function linesOf(month: P32Month): SummaryRow[] {
  const explained = (name: string, of: P32Month["amountDue"], words: string): SummaryRow => ({
    name,
    value: (
      <Row>
        <Money amount={of.amount} />
        <Explanation of={of} name={words} />
      </Row>
    ),
  });
  const rows: SummaryRow[] = [
    { name: "Income tax", value: <WhySum of={month.incomeTax} name="the income tax" /> },
    { name: "Student and postgraduate loans", value: <WhySum of={month.studentLoans} name="the student loan sum" /> },
    explained("Net income tax", month.netIncomeTax, "net income tax"),
    { name: "Employees' National Insurance", value: <WhySum of={month.employeeNationalInsurance} name="the employees' National Insurance" /> },
    { name: "Employer's National Insurance", value: <WhySum of={month.employerNationalInsurance} name="the employer's National Insurance" /> },
    explained("Gross National Insurance", month.grossNationalInsurance, "gross National Insurance"),
    explained("Less Employment Allowance", month.employmentAllowance, "the Employment Allowance"),
    ...month.recoveries.flatMap(({ name, recovered, compensation, payslipIds }) => [
      {
        ...explained(`Less ${name} recovered`, recovered, `the ${name} recovered`),
        value: (
          <>
            <Row>
              <Money amount={recovered.amount} />
              <Explanation of={recovered} name={`the ${name} recovered`} />
            </Row>
            <PayslipPartLinks payslipIds={payslipIds} />
          </>
        ),
      },
      explained(`Less compensation on ${name}`, compensation, `the compensation on ${name}`),
    ]),
    explained("Net National Insurance", month.netNationalInsurance, "net National Insurance"),
    explained("Amount due", month.amountDue, "the amount due"),
  ];
  return rows;
}

function OtherMonths({ taxYear, taxMonth }: { readonly taxYear: string; readonly taxMonth: number }) {
  const link = (month: number, words: string) => <LinkButton to={pathTo(routes.hmrcMonth, { taxYear, taxMonth: String(month) })}>{words}</LinkButton>;
  return (
    <Row>
      {taxMonth > 1 && link(taxMonth - 1, "Month before")}
      {taxMonth < 12 && link(taxMonth + 1, "Next month")}
    </Row>
  );
}
