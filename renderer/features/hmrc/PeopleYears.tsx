import { useState } from "react";
import { fullName } from "../../../shared/people/person.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Stack } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";

/** Each person's tax year, as it stands on P60, P45 and P11. */
export function PeopleYears() {
  const year = useQuery("hmrc.getYear", {});
  const assistants = useQuery("employment.listAssistants", {});
  const [chosen, setChosen] = useState<string>();
  return (
    <Loaded query={year}>
      {({ taxYears, taxYear: newest }) => {
        const taxYear = chosen ?? newest;
        return (
          <Card title="Each person's year" note="The figures of P60, P45 and P11, with the payslips behind them.">
            <Stack>
              {taxYears.length > 1 && (
                <SelectField
                  name="taxYear"
                  label="Tax year"
                  choices={taxYears.map((value) => ({ value, label: value }))}
                  value={taxYear}
                  onValueChange={setChosen}
                />
              )}
              <Loaded query={assistants}>
                {(list) => (
                  <DataTable
                    caption={`People in ${taxYear}`}
                    isCaptionHidden
                    rows={list.filter(({ engagement }) => workedIn(engagement, taxYear))}
                    rowKey={({ engagement }) => engagement.id}
                    whenEmpty={`Nobody worked here in ${taxYear}.`}
                    columns={[
                      {
                        id: "name",
                        title: "Name",
                        isRowHeader: true,
                        cell: ({ engagement }) => (
                          <TextLink to={pathTo(routes.hmrcPerson, { engagementId: engagement.id, taxYear })}>{fullName(engagement.person)}</TextLink>
                        ),
                      },
                      { id: "job", title: "Job", cell: ({ engagement }) => engagement.jobTitle },
                    ]}
                  />
                )}
              </Loaded>
            </Stack>
          </Card>
        );
      }}
    </Loaded>
  );
}

/** Here at some time from 6 April to 5 April. */
function workedIn({ startOn, endOn }: { readonly startOn: string; readonly endOn: string | null }, taxYear: string): boolean {
  const first = Number(taxYear.slice(0, 4));
  return startOn <= `${first + 1}-04-05` && (endOn === null || endOn >= `${first}-04-06`);
}
