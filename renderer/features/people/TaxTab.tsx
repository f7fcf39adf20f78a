import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { useQuery } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Stack } from "../../components/Stack.tsx";
import { changePath } from "./changePath.ts";
import { HmrcFactsCard } from "./HmrcFactsCard.tsx";
import { taxCodeWords } from "./OverviewTab.tsx";
import { PensionCard } from "./PensionCard.tsx";
import { loanKinds, wordsOf } from "./words.ts";

/** Tax codes, National Insurance letters, loans and pension through time. Nothing here is ever overwritten. */
export function TaxTab({ record }: { readonly record: AssistantRecord }) {
  const change = (what: string) => changePath(record.engagement.id, what);
  const arrangements = useQuery("employment.getPayArrangements", { engagementId: record.engagement.id });
  return (
    <Stack>
      <Card title="Tax code" actions={<LinkButton to={change("tax")}>Change the tax code</LinkButton>}>
        <DataTable
          caption="Tax codes, newest first"
          isCaptionHidden
          rows={record.taxSettings}
          rowKey={({ id }) => id}
          columns={[
            { id: "code", title: "Tax code", isRowHeader: true, cell: taxCodeWords },
            { id: "from", title: "From", cell: ({ fromOn }) => <LongDate on={fromOn} /> },
            { id: "source", title: "Where it came from", cell: ({ source }) => source },
          ]}
        />
      </Card>
      <Card title="National Insurance" actions={<LinkButton to={change("nationalInsurance")}>Change the letter</LinkButton>}>
        <p>Number: {record.engagement.nationalInsuranceNumber ?? "not known yet"}</p>
        <DataTable
          caption="National Insurance letters, newest first"
          isCaptionHidden
          rows={record.nationalInsuranceSettings}
          rowKey={({ id }) => id}
          columns={[
            { id: "letter", title: "Letter", isRowHeader: true, cell: ({ category }) => category },
            { id: "from", title: "From", cell: ({ fromOn }) => <LongDate on={fromOn} /> },
          ]}
        />
      </Card>
      <Card title="Student and postgraduate loans" actions={<LinkButton to={change("loan")}>Add a loan notice</LinkButton>}>
        <DataTable
          caption="Loan notices, newest first"
          isCaptionHidden
          rows={record.loanNotices}
          rowKey={({ id }) => id}
          whenEmpty="No loan is taken from pay."
          columns={[
            { id: "kind", title: "Loan", isRowHeader: true, cell: ({ kind }) => wordsOf(loanKinds, kind) },
            { id: "from", title: "From", cell: ({ fromOn }) => <LongDate on={fromOn} /> },
            { id: "to", title: "Until", cell: ({ toOn }) => (toOn ? <LongDate on={toOn} /> : "Further notice") },
          ]}
        />
        {record.loanNotices.some(({ toOn }) => toOn === null) && (
          <div>
            <LinkButton to={change("stopLoan")}>A stop notice came</LinkButton>
          </div>
        )}
      </Card>
      <Loaded query={arrangements}>
        {({ pension, hmrcFacts }) => (
          <>
            <PensionCard record={record} pension={pension} />
            <HmrcFactsCard engagement={record.engagement} facts={hmrcFacts} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}
