import * as z from "zod";
import type { EmployerSummary, TellingRoute } from "../../../shared/contract/hmrcAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import type { HmrcFigure } from "../../../shared/payroll/hmrc/hmrcFigures.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { useToday } from "../../components/Today.tsx";
import { useForm } from "../../components/useForm.ts";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./hmrc.module.css";
import { PayslipPartLinks } from "./PayslipLinks.tsx";
import { Problems } from "./Problems.tsx";
import { SavePaper } from "./SavePaper.tsx";
import { SubmissionsTable } from "./SubmissionsTable.tsx";
import { type Copying, useCopy } from "./useCopy.ts";
import { WaysToTell } from "./WaysToTell.tsx";
import { itemWords } from "./words.ts";

interface EmployerSummaryProps {
  readonly summary: EmployerSummary;
  readonly route: TellingRoute;
}

/** The Employer Payment Summary of a month: what to tick and type in HMRC's tool, and why. */
export function EmployerSummaryCard({ summary, route }: EmployerSummaryProps) {
  const copying = useCopy();
  const { figures, reasons, isNeeded, toldOn, tellBy, problems, submissions } = summary;
  if (!isNeeded && submissions.length === 0) {
    return (
      <Card title="Employer Payment Summary">
        <p>Nothing to tell HMRC for this month beside the paydays.</p>
      </Card>
    );
  }
  return (
    <>
      <Problems problems={problems} payRunId={null} />
      <Card title="Employer Payment Summary" note="Monthly and yearly tasks in HMRC's tool. This app sends nothing itself.">
        <Stack>
          <div role="status" className="visuallyHidden">
            {copying.words}
          </div>
          <Row>
            {toldOn === null ? (
              <StatusChip>Send it by {formatDate(tellBy)}</StatusChip>
            ) : (
              <StatusChip tone="ok">Marked as sent on {formatDate(toldOn)}</StatusChip>
            )}
          </Row>
          <ul>
            {reasons.map(({ text, payslipIds }) => (
              <li key={text}>
                {text}
                {payslipIds.length > 0 && <PayslipPartLinks payslipIds={payslipIds} />}
              </li>
            ))}
          </ul>
          <DataTable caption="What to tick and type" columns={columns(copying)} rows={figures} rowKey={itemWords} />
          <WaysToTell route={route} ways={waysOf(summary)} />
          {submissions.length > 0 && <SubmissionsTable caption="Employer Payment Summaries of this month" submissions={submissions} />}
          {toldOn === null ? (
            <ToldForm summary={summary} />
          ) : (
            <Disclosure summary="I sent it again with other figures">
              <ToldForm summary={summary} />
            </Disclosure>
          )}
        </Stack>
      </Card>
    </>
  );
}

function columns(copying: Copying): readonly Column<HmrcFigure>[] {
  return [
    { id: "label", title: "HMRC asks for", isRowHeader: true, cell: itemWords },
    {
      id: "value",
      title: "Tick or type",
      cell: (figure) => (
        <span className={styles.value}>
          <span className={styles.figure}>{figure.value}</span>
          <CopyButton of={copying} id={itemWords(figure)} text={figure.value} about={itemWords(figure)} />
        </span>
      ),
    },
  ];
}

function waysOf({ taxYear, taxMonth }: EmployerSummary) {
  const about = `for tax month ${taxMonth} of ${taxYear}`;
  const input = { taxYear, taxMonth };
  return [
    { id: "tool" as const, files: null },
    {
      id: "xml" as const,
      files: (
        <Row>
          <SavePaper
            words="Save the Employer Payment Summary (XML)"
            about={about}
            fileName={`employer payment summary ${taxYear} month ${taxMonth}.xml`}
            operation="documents.epsXml"
            input={input}
          />
        </Row>
      ),
    },
    {
      id: "paper" as const,
      files: (
        <Row>
          <SavePaper
            words="Figures for form RT5 (PDF)"
            about={about}
            fileName={`RT5 ${taxYear} month ${taxMonth}.pdf`}
            operation="documents.rt5Pdf"
            input={input}
            hasLargePrint
          />
        </Row>
      ),
    },
  ];
}

const Told = z.object({ toldOn: dateText("Enter the day you sent it") });

function ToldForm({ summary: { taxYear, taxMonth } }: { readonly summary: EmployerSummary }) {
  const notice = useNotice();
  const today = useToday();
  const record = useCommand("hmrc.recordTold", { onDone: () => notice.show("Kept: the Employer Payment Summary was sent.") });
  const form = useForm(Told, ({ toldOn }) => record.mutateAsync({ kind: "eps", taxYear, taxMonth, toldOn }), { start: { toldOn: today } });
  return (
    <Form of={form} label="Mark the Employer Payment Summary as sent">
      <DateField name="toldOn" label="Day you sent it" hasCalendar />
      <Row>
        <Button type="submit" isBusy={form.isBusy}>
          Mark as sent
        </Button>
      </Row>
    </Form>
  );
}
