import * as z from "zod";
import { type BureauCsvRow, type ParsedBureauCsv, readBureauRow } from "../../../shared/payroll/bureau/bureauCsv.ts";
import { useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { FileField } from "../../components/FileField.tsx";
import { Form } from "../../components/Form.tsx";
import { fileChosen } from "../../components/formSchemas.ts";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";
import { useForm } from "../../components/useForm.ts";

const FileForm = z.object({ file: fileChosen("Choose the bureau’s file") });

/** Reads the bureau's file of payslips; a row fills the boxes of the form. Nothing is saved. */
export function ImportCard({ onUse }: { readonly onUse: (row: BureauCsvRow) => void }) {
  const read = useTask("imports.parseBureauCsv");
  const form = useForm(FileForm, ({ file }) => read.mutateAsync({ fileName: file.fileName, base64: file.base64 }));
  return (
    <Card title="Take the figures from a file" note="Or type them below.">
      <Stack>
        <Form of={form} label="The bureau’s file">
          <FileField name="file" label="The bureau’s payslips (CSV)" accept=".csv,.txt,text/csv" />
          <div>
            <Button type="submit" isBusy={form.isBusy}>
              Read the file
            </Button>
          </div>
        </Form>
        <Disclosure summary="What must be in the file?">
          <p>
            One row for each payslip, with the names of the columns in the first row: name or payroll number, gross pay, tax, employee NI, employer
            NI, pension, net pay, tax code, NI letter. Columns may be in any order, and some may be missing.
          </p>
        </Disclosure>
        <FailureMessage of={read} />
        {read.data && <Rows file={read.data} onUse={onUse} />}
      </Stack>
    </Card>
  );
}

function Rows({ file, onUse }: { readonly file: ParsedBureauCsv; readonly onUse: (row: BureauCsvRow) => void }) {
  const rows = file.rows.map((row) => ({ row, ...readBureauRow(row) }));
  const problems = [...file.problems, ...rows.flatMap((each) => each.problems)];
  return (
    <Stack>
      {problems.length > 0 && (
        <NotificationBanner tone="warn" title="Not everything in the file can be read.">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {rows.length > 0 && (
        <DataTable
          caption="Payslips in the file"
          rows={rows}
          rowKey={({ row }) => String(row.line)}
          columns={[
            { id: "name", title: "Person", isRowHeader: true, cell: ({ row }) => row.name || row.payrollNumber || `Line ${row.line}` },
            {
              id: "gross",
              title: "Gross pay",
              isNumber: true,
              cell: ({ bureau }) => typeof bureau.figures.grossPay === "number" && <Money amount={bureau.figures.grossPay} />,
            },
            {
              id: "net",
              title: "Net pay",
              isNumber: true,
              cell: ({ bureau }) => typeof bureau.figures.netPay === "number" && <Money amount={bureau.figures.netPay} />,
            },
            {
              id: "use",
              title: "Use",
              isTitleHidden: true,
              cell: ({ row }) => (
                <Button onClick={() => onUse(row)} about={`of ${row.name || row.payrollNumber || `line ${row.line}`}`}>
                  Use these figures
                </Button>
              ),
            },
          ]}
        />
      )}
    </Stack>
  );
}
