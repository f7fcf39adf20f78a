import * as z from "zod";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { CheckedCsvShift, ParsedTimesheetCsv } from "../../../shared/timesheets/timesheetCsv.ts";
import { useCommand, useQuery, useTask } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { FileField } from "../../components/FileField.tsx";
import { Form } from "../../components/Form.tsx";
import { fileChosen } from "../../components/formSchemas.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { NotificationBanner, useNotice } from "../../components/NotificationBanner.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { useForm } from "../../components/useForm.ts";
import { FileExample } from "./FileExample.tsx";

const FileForm = z.object({ file: fileChosen("Choose the file with the timesheets") });

/** Brings in worked time from a CSV file: choose, look, then all of it or none. */
export function ImportTimesheetScreen() {
  const read = useTask("imports.parseTimesheetCsv");
  const form = useForm(FileForm, ({ file }) => read.mutateAsync({ fileName: file.fileName, base64: file.base64 }));
  return (
    <>
      <PageHeader
        title="Bring in timesheets from a file"
        lead="Nothing is saved until you have looked at every line."
        breadcrumbs={[{ name: "Rota and time", to: routes.time }]}
      />
      <Stack gap="large">
        <Card title="Choose the file">
          <Form of={form}>
            <FileField name="file" label="Timesheet file (CSV)" accept=".csv,.txt,text/csv" />
            <div>
              <Button type="submit" look={read.data ? "secondary" : "primary"} isBusy={form.isBusy}>
                Read the file
              </Button>
            </div>
          </Form>
          <FileExample />
        </Card>
        {read.data && <ReadFile key={read.submittedAt} file={read.data} onStartAgain={read.reset} />}
      </Stack>
    </>
  );
}

function ReadFile({ file, onStartAgain }: { readonly file: ParsedTimesheetCsv; readonly onStartAgain: () => void }) {
  const preview = useQuery("time.previewCsv", { rows: file.rows }, { isOn: file.rows.length > 0 });
  return (
    <Stack>
      {file.problems.length > 0 && (
        <NotificationBanner tone="bad" title="The file cannot be read as it is.">
          <ul>
            {file.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {file.rows.length > 0 && <Loaded query={preview}>{(lines) => <Preview file={file} lines={lines} onStartAgain={onStartAgain} />}</Loaded>}
    </Stack>
  );
}

function Preview({
  file,
  lines,
  onStartAgain,
}: {
  readonly file: ParsedTimesheetCsv;
  readonly lines: readonly CheckedCsvShift[];
  readonly onStartAgain: () => void;
}) {
  const notice = useNotice();
  const bringIn = useCommand("time.importCsv", {
    onDone: ({ shifts, timesheets }) => {
      notice.show(`Brought in ${shifts === 1 ? "1 shift" : `${shifts} shifts`} on ${timesheets === 1 ? "1 timesheet" : `${timesheets} timesheets`}.`);
    },
  });
  if (bringIn.isSuccess) return <BroughtIn firstWeek={bringIn.data.firstWeek} onStartAgain={onStartAgain} />;
  const wrong = lines.filter((line) => line.problems.length > 0);
  const isReady = wrong.length === 0 && file.problems.length === 0;
  return (
    <Card title={isReady ? "Everything can come in" : `${wrong.length} of ${lines.length} lines need a change`}>
      {!isReady && <p>Put these lines right in the file, then choose it again. All lines come in together, or none.</p>}
      <DataTable
        caption="Lines of the file"
        rows={lines}
        rowKey={(line) => String(line.line)}
        rowTone={(line) => (line.problems.length > 0 ? "bad" : "plain")}
        columns={[
          { id: "line", title: "Line", cell: (line) => line.line },
          { id: "shift", title: "Shift", isRowHeader: true, cell: (line) => line.summary },
          { id: "state", title: "Can come in?", cell: (line) => <LineState line={line} /> },
        ]}
      />
      <FailureMessage of={bringIn} />
      {isReady && (
        <Row>
          <Button look="primary" isBusy={bringIn.isPending} onClick={() => bringIn.mutate({ rows: [...file.rows] })}>
            Bring in all lines
          </Button>
          <Button onClick={onStartAgain}>Choose another file</Button>
        </Row>
      )}
    </Card>
  );
}

function LineState({ line }: { readonly line: CheckedCsvShift }) {
  if (line.problems.length === 0) return <StatusChip tone="ok">Yes</StatusChip>;
  return (
    <div>
      <StatusChip tone="bad">Not yet</StatusChip>
      <ul>
        {line.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}

function BroughtIn({ firstWeek, onStartAgain }: { readonly firstWeek: PlainDate; readonly onStartAgain: () => void }) {
  return (
    <Card title="The timesheets are in">
      <p>Look at each week and confirm it. Time counts for pay once it is confirmed.</p>
      <Row>
        <LinkButton to={pathTo(routes.timeWeek, { weekFrom: firstWeek })} look="primary">
          Go to the first week
        </LinkButton>
        <Button onClick={onStartAgain}>Bring in another file</Button>
      </Row>
    </Card>
  );
}
