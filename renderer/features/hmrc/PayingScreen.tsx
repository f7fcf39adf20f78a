import { useLocation } from "wouter";
import type { HmrcAccountPeriod, HmrcYearRecord } from "../../../shared/contract/hmrcAnswers.ts";
import { pence } from "../../../shared/core/money.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { HmrcBankCard } from "./HmrcBankCard.tsx";
import { LeftOver } from "./LeftOver.tsx";
import { SavePaper } from "./SavePaper.tsx";
import { spanWords, taxMonthWords } from "./words.ts";

/** Paying HMRC: form P32 of a tax year, month by month or quarter by quarter. */
export function PayingScreen({ taxYear }: { readonly taxYear?: string }) {
  const year = useQuery("hmrc.getYear", taxYear === undefined ? {} : { taxYear });
  return (
    <LoadedScreen
      title="Paying HMRC"
      lead="What is due for each month, by when, and what you paid: the figures of form P32."
      breadcrumbs={[{ name: "HMRC", to: routes.hmrc }]}
      query={year}
    >
      {(record) => (
        <Stack>
          {record.notices.map((notice) => (
            <NotificationBanner key={notice} tone="warn" title={notice} />
          ))}
          <YearCard record={record} />
          <HowOften record={record} />
          {record.bank && <HmrcBankCard bank={record.bank} />}
          <MonthsCard record={record} />
        </Stack>
      )}
    </LoadedScreen>
  );
}

function YearCard({ record }: { readonly record: HmrcYearRecord }) {
  const { taxYear } = record;
  const [, goTo] = useLocation();
  return (
    <Card
      title={`What is due in ${taxYear}`}
      actions={
        <SavePaper
          words="Save the P32 (PDF)"
          about={`for ${taxYear}`}
          fileName={`P32 ${taxYear}.pdf`}
          operation="documents.p32Pdf"
          input={{ taxYear }}
          hasLargePrint
        />
      }
    >
      <Stack>
        {record.taxYears.length > 1 && (
          <SelectField
            name="taxYear"
            label="Tax year"
            choices={record.taxYears.map((value) => ({ value, label: value }))}
            value={taxYear}
            onValueChange={(chosen) => goTo(pathTo(routes.hmrcPayingYear, { taxYear: chosen }))}
          />
        )}
        <DataTable
          caption={`Due to HMRC in ${taxYear}`}
          isCaptionHidden
          columns={accountColumns(record.paysQuarterly)}
          rows={record.account}
          rowKey={({ period }) => period.from}
          totals={{
            words: "The whole year",
            values: { due: <Money amount={record.totals.amountDue} />, paid: <Money amount={paidInAll(record.account)} /> },
          }}
        />
      </Stack>
    </Card>
  );
}

const paidInAll = (account: readonly HmrcAccountPeriod[]) => pence(account.reduce((sum, { paid }) => sum + paid, 0));

function accountColumns(paysQuarterly: boolean): readonly Column<HmrcAccountPeriod>[] {
  return [
    {
      id: "period",
      title: paysQuarterly ? "Tax quarter" : "Tax month",
      isRowHeader: true,
      cell: ({ period }) => (
        <TextLink to={pathTo(routes.hmrcMonth, { taxYear: period.taxYear, taxMonth: String(period.lastTaxMonth) })}>
          {taxMonthWords(period)}: {spanWords(period)}
        </TextLink>
      ),
    },
    {
      id: "due",
      title: "Due",
      isNumber: true,
      cell: ({ amountDue, period }) => <Explanation of={amountDue} name={`what is due for ${taxMonthWords(period).toLowerCase()}`} look="amount" />,
    },
    {
      id: "toPay",
      title: "To pay",
      isNumber: true,
      cell: ({ toPay, period }) => <Explanation of={toPay} name={`what to pay for ${taxMonthWords(period).toLowerCase()}`} look="amount" />,
    },
    { id: "by", title: "By", cell: ({ period }) => <LongDate on={period.dueElectronicallyOn} /> },
    { id: "reference", title: "Reference", cell: ({ reference }) => (reference === "" ? "Not known yet" : reference) },
    { id: "paid", title: "Paid", isNumber: true, cell: ({ paid }) => <Money amount={paid} /> },
    { id: "left", title: "Left or over", cell: (row) => <LeftOver row={row} /> },
  ];
}

function HowOften({ record }: { readonly record: HmrcYearRecord }) {
  const { paysQuarterly, mayPayQuarterly, claimsEmploymentAllowance, hasSmallEmployersRelief } = record;
  return (
    <Card title="How you stand with HMRC" tone="sunk">
      <ul>
        <li>
          {paysQuarterly
            ? "You pay each quarter."
            : `You pay each month.${mayPayQuarterly ? " Your amounts are small enough to ask HMRC for paying each quarter." : ""}`}
        </li>
        <li>{claimsEmploymentAllowance ? "Employment Allowance is claimed." : "Employment Allowance is not claimed."}</li>
        <li>
          {hasSmallEmployersRelief
            ? "Small Employers' Relief holds: all family pay comes back, with compensation."
            : "Small Employers' Relief is not marked: part of family pay comes back."}
        </li>
      </ul>
      <Row>
        <TextLink to={pathTo(routes.setupStep, { step: "hmrc" })} about="about HMRC">
          Change
        </TextLink>
      </Row>
    </Card>
  );
}

const monthColumns: readonly Column<HmrcYearRecord["months"][number]>[] = [
  {
    id: "month",
    title: "Tax month",
    isRowHeader: true,
    cell: ({ period }) => (
      <TextLink to={pathTo(routes.hmrcMonth, { taxYear: period.taxYear, taxMonth: String(period.lastTaxMonth) })} about={spanWords(period)}>
        {taxMonthWords(period)}
      </TextLink>
    ),
  },
  { id: "tax", title: "Income tax", isNumber: true, cell: ({ incomeTax }) => <Money amount={incomeTax.explained.amount} /> },
  { id: "loans", title: "Student loans", isNumber: true, cell: ({ studentLoans }) => <Money amount={studentLoans.explained.amount} /> },
  {
    id: "national",
    title: "National Insurance",
    isNumber: true,
    cell: ({ grossNationalInsurance }) => <Money amount={grossNationalInsurance.amount} />,
  },
  { id: "allowance", title: "Allowance", isNumber: true, cell: ({ employmentAllowance }) => <Money amount={employmentAllowance.amount} /> },
  { id: "due", title: "Due", isNumber: true, cell: ({ amountDue }) => <Money amount={amountDue.amount} isStrong /> },
];

/** The lines of form P32, a month a row. */
function MonthsCard({ record }: { readonly record: HmrcYearRecord }) {
  const { totals, taxYear } = record;
  return (
    <Card title="Form P32, month by month" note="Open a month to see why, and the payslips behind each figure.">
      <DataTable
        caption={`Form P32 for ${taxYear}`}
        isCaptionHidden
        columns={monthColumns}
        rows={record.months}
        rowKey={({ period }) => period.from}
        totals={{
          words: "The whole year",
          values: {
            tax: <Money amount={totals.incomeTax} />,
            loans: <Money amount={totals.studentLoans} />,
            national: <Money amount={pence(totals.employeeNationalInsurance + totals.employerNationalInsurance)} />,
            due: <Money amount={totals.amountDue} />,
          },
        }}
      />
    </Card>
  );
}
