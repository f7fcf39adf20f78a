import { useQuery } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { Sentences } from "./Sentences.tsx";
import type { YearEndPageProps } from "./yearEndPage.ts";

/** Whether this version can pay wages in the next tax year. */
export function RatesPage({ dates }: YearEndPageProps) {
  const employer = useQuery("yearEnd.employer", { taxYear: dates.taxYear });
  return (
    <Loaded query={employer}>
      {({ rates }) => (
        <Card title={`Rates for ${rates.nextTaxYear}`}>
          <Stack>
            <div>
              {rates.hasRates ? <StatusChip tone="ok">In this version</StatusChip> : <StatusChip tone="warn">Not in this version</StatusChip>}
            </div>
            <Sentences lines={rates.lines} />
            <SummaryList
              rows={[
                { name: "New minimum wage", value: <LongDate on={dates.minimumWageFrom} /> },
                { name: "New rates of family pay", value: <LongDate on={dates.familyPayFrom} /> },
                { name: "New tax, National Insurance, loans and pension limits", value: <LongDate on={dates.newRatesFrom} /> },
              ]}
            />
          </Stack>
        </Card>
      )}
    </Loaded>
  );
}
