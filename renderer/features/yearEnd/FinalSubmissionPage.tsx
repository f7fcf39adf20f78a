import * as z from "zod";
import type { YearEndEmployer } from "../../../shared/contract/yearEndOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { DateField } from "../../components/DateField.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { useForm } from "../../components/useForm.ts";
import type { YearEndPageProps } from "./yearEndPage.ts";

/** The last submission of the year: every payday finished and told, and HMRC told that the year is over. */
export function FinalSubmissionPage({ dates }: YearEndPageProps) {
  const employer = useQuery("yearEnd.employer", { taxYear: dates.taxYear });
  return (
    <Loaded query={employer}>
      {(found) => (
        <Stack>
          <FinalCard dates={dates} employer={found} />
          <Card title={`Paydays of ${dates.taxYear}`}>
            <DataTable
              caption={`Paydays of ${dates.taxYear}`}
              isCaptionHidden
              rows={found.paydays}
              rowKey={({ payday }) => payday}
              columns={[
                { id: "payday", title: "Payday", isRowHeader: true, cell: ({ payday }) => <LongDate on={payday} /> },
                {
                  id: "run",
                  title: "Pay run",
                  cell: ({ isFinished }) => (isFinished ? <StatusChip tone="ok">Finished</StatusChip> : <StatusChip>Not yet</StatusChip>),
                },
                {
                  id: "told",
                  title: "HMRC told",
                  cell: ({ toldOn }) => (toldOn === null ? <StatusChip>Not recorded</StatusChip> : <LongDate on={toldOn} />),
                },
              ]}
            />
          </Card>
        </Stack>
      )}
    </Loaded>
  );
}

const Told = z.object({ toldOn: dateText("Enter the day HMRC was told") });

function FinalCard({ dates, employer }: YearEndPageProps & { readonly employer: YearEndEmployer }) {
  const notice = useNotice();
  const record = useCommand("yearEnd.recordFinalSubmission", { onDone: () => notice.show("Recorded.") });
  const form = useForm(Told, ({ toldOn }) => record.mutateAsync({ taxYear: dates.taxYear, toldOn }));
  if (employer.filingRoute === "notRegistered") return null;
  if (employer.finalToldOn !== null) {
    return (
      <Card title="HMRC knows that the year is over">
        <Stack>
          <p>It was told on {formatDate(employer.finalToldOn)}.</p>
          <FailureMessage of={record} />
          {employer.isFinalByHand && (
            <Row>
              <Button isBusy={record.isPending} onClick={() => record.mutate({ taxYear: dates.taxYear, toldOn: null })}>
                Take this back
              </Button>
            </Row>
          )}
        </Stack>
      </Card>
    );
  }
  return (
    <Card title="Tell HMRC that the year is over">
      <Stack>
        <p>
          The last Full Payment Submission of the year says “final submission for the year”. If it did not, an Employer Payment Summary says so by{" "}
          {formatDate(dates.finalSummaryBy)}. The app sends nothing by itself.
        </p>
        <Row>
          <LinkButton to={routes.hmrc} look="primary">
            Go to what HMRC is told
          </LinkButton>
        </Row>
        <Form of={form} label="It was told in another way">
          <DateField name="toldOn" label="Told in another way, on" hint="By your bureau, or on paper." hasCalendar />
          <div>
            <Button type="submit" isBusy={form.isBusy}>
              Record it
            </Button>
          </div>
        </Form>
      </Stack>
    </Card>
  );
}
