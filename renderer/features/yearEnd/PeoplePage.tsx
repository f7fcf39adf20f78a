import { useQuery } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { Sentences } from "./Sentences.tsx";
import type { YearEndPageProps } from "./yearEndPage.ts";

/** Who goes on into the new year, and with what. */
export function PeoplePage({ dates }: YearEndPageProps) {
  const people = useQuery("yearEnd.people", { taxYear: dates.taxYear });
  return (
    <Loaded query={people} whenEmpty="Nobody has a job in this tax year.">
      {(list) =>
        list.map(({ engagementId, name, goesOn, carried }) => (
          <Card key={engagementId} title={name}>
            <Stack gap="small">
              <div>{goesOn ? <StatusChip tone="ok">Goes on</StatusChip> : <StatusChip>Does not go on</StatusChip>}</div>
              <Sentences lines={carried} />
            </Stack>
          </Card>
        ))
      }
    </Loaded>
  );
}
