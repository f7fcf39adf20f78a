import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { Sentences } from "./Sentences.tsx";
import type { YearEndPageProps } from "./yearEndPage.ts";

/** Whose rates fall below the minimum wage of 1 April. */
export function MinimumWagePage({ dates }: YearEndPageProps) {
  const people = useQuery("yearEnd.people", { taxYear: dates.taxYear });
  return (
    <Loaded query={people} whenEmpty="Nobody has a job in this tax year.">
      {(list) =>
        list.map(
          ({ engagementId, name, wage }) =>
            wage && (
              <Card key={engagementId} title={name}>
                <Stack gap="small">
                  {wage.minimum !== null && (
                    <div>
                      {wage.below.length > 0 ? (
                        <StatusChip tone="bad">Below the minimum wage</StatusChip>
                      ) : (
                        <StatusChip tone="ok">High enough</StatusChip>
                      )}
                    </div>
                  )}
                  <Sentences lines={wage.lines} />
                  {wage.below.length > 0 && (
                    <div>
                      <LinkButton to={pathTo(routes.personChange, { personId: engagementId, what: "rate" })} about={`of ${name}`}>
                        Raise a rate of pay
                      </LinkButton>
                    </div>
                  )}
                </Stack>
              </Card>
            ),
        )
      }
    </Loaded>
  );
}
