import type { YearEndPerson } from "../../../shared/contract/yearEndOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useToday } from "../../components/Today.tsx";
import type { YearEndPageProps } from "./yearEndPage.ts";

/** Whose P60 is due, and whose was given. The papers themselves are made under Documents. */
export function P60Page({ dates }: YearEndPageProps) {
  const people = useQuery("yearEnd.people", { taxYear: dates.taxYear });
  return (
    <Card title={`P60 for ${dates.taxYear}`} note={`Due by ${formatDate(dates.p60By)}.`}>
      <Stack>
        <p>
          A P60 shows a year’s pay and deductions. Everybody employed on {formatDate(dates.to)} and paid in the year gets one. Make them once the last
          payday of the year is finished.
        </p>
        <Row>
          <LinkButton to={routes.documents} look="primary">
            Make the P60s
          </LinkButton>
        </Row>
        <Loaded query={people}>{(list) => <P60Table dates={dates} people={list.filter(({ needsP60 }) => needsP60)} />}</Loaded>
      </Stack>
    </Card>
  );
}

function P60Table({ dates, people }: YearEndPageProps & { readonly people: readonly YearEndPerson[] }) {
  const today = useToday();
  const record = useCommand("yearEnd.recordP60");
  const mayGive = today > dates.to;
  return (
    <>
      <FailureMessage of={record} />
      <DataTable
        caption="P60s to give"
        isCaptionHidden
        rows={people}
        rowKey={({ engagementId }) => engagementId}
        whenEmpty="Nobody is due a P60 yet."
        columns={[
          { id: "name", title: "Person", isRowHeader: true, cell: ({ name }) => name },
          {
            id: "figures",
            title: "Figures",
            cell: ({ engagementId, name }) => (
              <TextLink to={pathTo(routes.hmrcPerson, { engagementId, taxYear: dates.taxYear })} about={`of ${name}`}>
                See the year
              </TextLink>
            ),
          },
          {
            id: "given",
            title: "Given",
            cell: ({ p60GivenOn }) => (p60GivenOn === null ? <StatusChip>Not yet</StatusChip> : <LongDate on={p60GivenOn} />),
          },
          {
            id: "do",
            title: "Record it",
            isTitleHidden: true,
            cell: ({ engagementId, name, p60GivenOn }) =>
              p60GivenOn === null ? (
                mayGive && (
                  <Button onClick={() => record.mutate({ taxYear: dates.taxYear, engagementId, givenOn: today })} about={`to ${name}`}>
                    Given today
                  </Button>
                )
              ) : (
                <Button look="quiet" onClick={() => record.mutate({ taxYear: dates.taxYear, engagementId, givenOn: null })} about={`for ${name}`}>
                  Take it back
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
