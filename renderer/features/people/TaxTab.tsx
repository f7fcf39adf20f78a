import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { formatRate } from "../../../shared/core/money.ts";
import { isPensionMember } from "../../../shared/people/payFacts.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Stack } from "../../components/Stack.tsx";
import { taxCodeWords } from "./OverviewTab.tsx";
import { loanKinds, pensionStatuses, wordsOf } from "./words.ts";

/** Tax codes, National Insurance letters, loans and pension through time. Nothing here is ever overwritten. */
export function TaxTab({ record }: { readonly record: AssistantRecord }) {
  const change = (what: string) => pathTo(routes.personChange, { personId: record.engagement.id, what });
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
      <Card title="Workplace pension" actions={<LinkButton to={change("pension")}>Change the pension</LinkButton>}>
        <DataTable
          caption="Pension, newest first"
          isCaptionHidden
          rows={record.pensionMemberships}
          rowKey={({ id }) => id}
          columns={[
            { id: "status", title: "State", isRowHeader: true, cell: ({ status }) => wordsOf(pensionStatuses, status) },
            { id: "from", title: "From", cell: ({ fromOn }) => <LongDate on={fromOn} /> },
            {
              id: "rates",
              title: "They pay / you pay",
              cell: (each) =>
                isPensionMember(each.status) ? `${formatRate(each.employeeBasisPoints)} / ${formatRate(each.employerBasisPoints)}` : "Nothing",
            },
          ]}
        />
      </Card>
    </Stack>
  );
}
