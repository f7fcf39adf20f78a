import type { YearEndPerson } from "../../../shared/contract/yearEndOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { Sentences } from "./Sentences.tsx";
import type { YearEndPageProps } from "./yearEndPage.ts";

type Coded = YearEndPerson & { readonly code: NonNullable<YearEndPerson["code"]> };

/** The tax codes of 5 April beside those of 6 April, and one button that records the ones that change. */
export function CodesPage({ dates }: YearEndPageProps) {
  const people = useQuery("yearEnd.people", { taxYear: dates.taxYear });
  return (
    <Stack>
      <Card title={`Codes on ${formatDate(dates.newRatesFrom)}`} note="By HMRC’s form P9X.">
        <Loaded query={people}>
          {(list) => <Codes taxYear={dates.taxYear} people={list.filter((person): person is Coded => person.code !== null)} />}
        </Loaded>
      </Card>
      <Disclosure summary="Where do the codes come from?">
        <p>
          HMRC writes in February which codes go up (form P9X), and sends a new code for single people (form P9 or a message online). A code that HMRC
          sent for the new year stands before all else: enter it on the person’s page, from {formatDate(dates.newRatesFrom)}.
        </p>
        <p>Everybody else keeps the code of 5 April. “Week 1” and “month 1” markings end.</p>
      </Disclosure>
    </Stack>
  );
}

function Codes({ taxYear, people }: { readonly taxYear: string; readonly people: readonly Coded[] }) {
  const notice = useNotice();
  const record = useCommand("yearEnd.recordCodes", { onDone: ({ lines }) => notice.show(lines.join(" ")) });
  const waiting = people.filter(({ code }) => !code.isReady && code.problem === null);
  return (
    <Stack>
      <DataTable
        caption="Tax codes before and after"
        isCaptionHidden
        rows={people}
        rowKey={({ engagementId }) => engagementId}
        rowTone={({ code }) => (code.isReady ? "plain" : "warn")}
        whenEmpty="Nobody goes on into the new tax year."
        columns={[
          {
            id: "name",
            title: "Person",
            isRowHeader: true,
            cell: ({ engagementId, name }) => <TextLink to={pathTo(routes.person, { personId: engagementId })}>{name}</TextLink>,
          },
          { id: "now", title: "Code now", cell: ({ code }) => `${code.now}${code.isWeek1Month1 ? " (week 1 or month 1)" : ""}` },
          { id: "next", title: "From 6 April", cell: ({ code }) => code.next },
          { id: "state", title: "State", cell: ({ code }) => <CodeState code={code} /> },
          { id: "why", title: "Why", cell: ({ code }) => <Sentences lines={code.problem === null ? code.lines : [code.problem]} /> },
        ]}
      />
      <FailureMessage of={record} />
      {waiting.length > 0 && (
        <Row>
          <Button
            look="primary"
            isBusy={record.isPending}
            onClick={() => record.mutate({ taxYear, engagementIds: waiting.map(({ engagementId }) => engagementId) })}
          >
            {waiting.length === 1 ? "Record the code that changes" : `Record the ${waiting.length} codes that change`}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

function CodeState({ code }: { readonly code: Coded["code"] }) {
  if (!code.isReady) return <StatusChip tone="warn">To record</StatusChip>;
  return code.isConfirmed ? <StatusChip tone="ok">Ready</StatusChip> : <StatusChip>Waiting for HMRC</StatusChip>;
}
