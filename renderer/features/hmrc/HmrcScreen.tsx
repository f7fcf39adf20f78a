import type { HmrcPaydayHead } from "../../../shared/contract/hmrcAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useToday } from "../../components/Today.tsx";
import { PeopleYears } from "./PeopleYears.tsx";
import { SubmissionsTable } from "./SubmissionsTable.tsx";
import { SummaryToTell } from "./SummaryToTell.tsx";
import { runKindWords } from "./words.ts";

/** HMRC: what to tell, what to pay, and each person's year. */
export function HmrcScreen() {
  const paydays = useQuery("hmrc.listPaydays", {});
  return (
    <>
      <PageHeader
        title="HMRC"
        lead="What to tell HMRC about wages, and what to pay. This app sends nothing itself."
        actions={<LinkButton to={routes.hmrcPaying}>Paying HMRC</LinkButton>}
      />
      <Loaded
        query={paydays}
        whenEmpty={
          <EmptyState title="Nothing to tell HMRC yet" action={<LinkButton to={routes.pay}>Go to Pay</LinkButton>}>
            <p>When a pay run is finished, its figures for HMRC are here.</p>
          </EmptyState>
        }
      >
        {(list) => (
          <Stack>
            <NextToTell paydays={list} />
            <SummaryToTell since={list.at(-1)?.taxYear ?? ""} />
            <Card title="Paydays" note="Each is to be told on or before the payday.">
              <DataTable caption="Paydays and what HMRC was told" isCaptionHidden columns={columns} rows={list} rowKey={({ payRunId }) => payRunId} />
            </Card>
            <PeopleYears />
            <Told />
          </Stack>
        )}
      </Loaded>
    </>
  );
}

/** The oldest payday that is not marked as sent, with the screen's one primary button. */
function NextToTell({ paydays }: { readonly paydays: readonly HmrcPaydayHead[] }) {
  const untold = paydays.filter(({ toldOn }) => toldOn === null);
  const next = untold.at(-1);
  if (!next) {
    return (
      <Card title="HMRC knows of every payday">
        <p>All finished paydays are marked as sent.</p>
      </Card>
    );
  }
  const title = untold.length === 1 ? "1 payday to tell HMRC about" : `${untold.length} paydays to tell HMRC about`;
  return (
    <Card title={title} note="Begin with the oldest, so that the year to date is right.">
      <Stack>
        <p>
          Next: the payday of <LongDate on={next.payday} />, {next.people === 1 ? "1 person" : `${next.people} people`}. <State head={next} />
        </p>
        <Row>
          <LinkButton to={pathTo(routes.hmrcPayday, { payRunId: next.payRunId })} look="primary">
            Tell HMRC about {formatDate(next.payday)}
          </LinkButton>
        </Row>
      </Stack>
    </Card>
  );
}

const columns: readonly Column<HmrcPaydayHead>[] = [
  {
    id: "payday",
    title: "Payday",
    isRowHeader: true,
    cell: ({ payRunId, payday, kind }) => (
      <TextLink to={pathTo(routes.hmrcPayday, { payRunId })}>
        {formatDate(payday)}
        {kind !== "regular" && `, ${runKindWords[kind].toLowerCase()}`}
      </TextLink>
    ),
    sortBy: ({ payday }) => payday,
  },
  { id: "taxYear", title: "Tax year", cell: ({ taxYear }) => taxYear },
  { id: "people", title: "People", isNumber: true, cell: ({ people }) => people },
  { id: "state", title: "HMRC was told", cell: (head) => <State head={head} /> },
  { id: "agreed", title: "Typed back", cell: ({ isAgreed }) => (isAgreed ? <StatusChip tone="ok">Agreed</StatusChip> : "Not compared") },
];

function State({ head: { toldOn, tellBy } }: { readonly head: HmrcPaydayHead }) {
  const today = useToday();
  if (toldOn !== null) return <StatusChip tone="ok">Sent {formatDate(toldOn)}</StatusChip>;
  if (today > tellBy) return <StatusChip tone="warn">Late, was due {formatDate(tellBy)}</StatusChip>;
  return <StatusChip>By {formatDate(tellBy)}</StatusChip>;
}

function Told() {
  const submissions = useQuery("hmrc.listSubmissions", {});
  return (
    <Card title="Everything HMRC was told">
      <Loaded query={submissions}>{(list) => <SubmissionsTable caption="Everything HMRC was told" submissions={list} />}</Loaded>
    </Card>
  );
}
