import type { SealedPayslip } from "../../../shared/contract/payAnswers.ts";
import type { MadeCorrection } from "../../../shared/contract/payCorrections.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import type { PayLine } from "../../../shared/payroll/types.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Hours } from "../../components/Hours.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Money } from "../../components/Money.tsx";
import { Stack } from "../../components/Stack.tsx";
import { SummaryList, type SummaryRow } from "../../components/SummaryList.tsx";
import { useToday } from "../../components/Today.tsx";
import { CorrectedNote, CorrectsNote } from "./CorrectionNotes.tsx";
import { SaveDocumentButton } from "./SaveDocumentButton.tsx";

interface PayslipViewProps {
  readonly payslip: SealedPayslip;
  /** Corrections of this payslip, and those that it pays. */
  readonly corrections: readonly MadeCorrection[];
  readonly isWithdrawn: boolean;
}

/** One sealed payslip on the screen, with a button that saves the paper. */
export function PayslipView({ payslip, corrections, isWithdrawn }: PayslipViewProps) {
  const today = useToday();
  const corrected = corrections.filter(({ payslipId }) => payslipId === payslip.id);
  const paidHere = corrections.filter(({ payRunId, engagementId }) => payRunId === payslip.payRunId && engagementId === payslip.engagementId);
  const mayCorrect = !isWithdrawn && corrected.length === 0 && today >= payslip.result.payday;
  const { result, name } = payslip;
  return (
    <Card
      title={name}
      note={`Payday ${formatDate(result.payday)}`}
      actions={
        <>
          <SaveDocumentButton
            words="Save payslip (PDF)"
            about={`of ${name}`}
            suggestedName={`Payslip ${name} ${result.payday}.pdf`}
            operation="documents.payslipPdf"
            input={{ payslipId: payslip.id }}
          />
          {mayCorrect && (
            <LinkButton to={pathTo(routes.payslipCorrect, { payslipId: payslip.id })} about={`on ${name}'s payslip`}>
              Something was wrong
            </LinkButton>
          )}
        </>
      }
    >
      <Stack>
        {corrected.map((correction) => (
          <CorrectedNote key={correction.id} correction={correction} />
        ))}
        {paidHere.map((correction) => (
          <CorrectsNote key={correction.id} correction={correction} />
        ))}
        <p>
          Take home <Money amount={result.netPay.amount} isStrong />
        </p>
        <Disclosure summary={`Show ${name}'s payslip`}>
          <Stack>
            <DataTable
              caption={`Pay lines of ${name}`}
              isCaptionHidden
              columns={lineColumns(name)}
              rows={result.payLines.map((line, index) => ({ ...line, key: `${index} ${line.label}` }))}
              rowKey={(line) => line.key}
              whenEmpty="Nothing was paid in this period."
            />
            <SummaryList rows={figureRows(payslip)} />
            <CarriedOn result={result} />
          </Stack>
        </Disclosure>
      </Stack>
    </Card>
  );
}

/** What an order could not take and hands on to the next payday. */
function CarriedOn({ result }: { readonly result: SealedPayslip["result"] }) {
  const carried = result.orderDeductions.filter(({ unpaidDeductions }) => unpaidDeductions > 0);
  if (carried.length === 0) return null;
  return (
    <ul>
      {carried.map(({ orderId, deduction, unpaidDeductions }) => (
        <li key={orderId}>
          {deduction.label}: <Money amount={unpaidDeductions} /> could not be taken and is carried on to the next payday.
        </li>
      ))}
    </ul>
  );
}

function lineColumns(name: string): readonly Column<PayLine & { readonly key: string }>[] {
  return [
    { id: "what", title: "What for", isRowHeader: true, cell: (line) => line.label },
    { id: "time", title: "Time", isNumber: true, cell: (line) => line.minutes !== null && <Hours minutes={line.minutes} /> },
    { id: "rate", title: "Rate", isNumber: true, cell: (line) => line.ratePence !== null && <Money amount={line.ratePence} /> },
    {
      id: "amount",
      title: "Amount",
      isNumber: true,
      cell: (line) => <Explanation of={line.explanation} name={`${name}'s ${line.label.toLowerCase()} pay`} look="amount" />,
    },
  ];
}

function figureRows({ result, name }: SealedPayslip): SummaryRow[] {
  const why = (words: string, of: typeof result.netPay): SummaryRow => ({
    name: words,
    value: (
      <>
        <Money amount={of.amount} /> <Explanation of={of} name={`${name}'s ${words.toLowerCase()}`} />
      </>
    ),
  });
  const rows = [
    why("Gross pay", result.grossPay),
    why("Income tax", result.incomeTax),
    why("National Insurance", result.employeeNationalInsurance),
    why("Pension", result.employeePension),
  ];
  if (result.studentLoan.amount > 0) rows.push(why("Student loan", result.studentLoan));
  if (result.postgraduateLoan.amount > 0) rows.push(why("Postgraduate loan", result.postgraduateLoan));
  for (const { label, explanation } of result.otherDeductions) rows.push(why(label, explanation));
  if (result.nonTaxable.amount !== 0) rows.push(why("Mileage and expenses", result.nonTaxable));
  rows.push(why("Take-home pay", result.netPay), why("Cost to the budget", result.employerCost));
  return rows;
}
