import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { formatPence } from "../../../shared/core/money.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Columns, Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { CheckChip } from "./CheckChip.tsx";
import { pensionStatuses, wordsOf } from "./words.ts";

/** What needs the person, and the most asked facts. */
export function OverviewTab({ record }: { readonly record: AssistantRecord }) {
  const { engagement, needs, rates, current } = record;
  const change = (what: string) => pathTo(routes.personChange, { personId: engagement.id, what });
  return (
    <Stack>
      <Card title="Needs you" tone={needs.length > 0 ? "warn" : "plain"}>
        {needs.length === 0 ? (
          <StatusChip tone="ok">Nothing needs you here</StatusChip>
        ) : (
          <ul>
            {needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        )}
      </Card>
      <Columns>
        <Card title="Pay now">
          <SummaryList rows={rates.map(({ kind, ratePence, per }) => ({ name: kind, value: `${formatPence(ratePence)} ${per}` }))} />
        </Card>
        <Card title="Tax and pension now">
          <SummaryList
            rows={[
              { name: "Tax code", value: current.taxSetting ? taxCodeWords(current.taxSetting) : "None yet" },
              { name: "National Insurance letter", value: current.nationalInsuranceSetting?.category ?? "None yet" },
              { name: "Pension", value: current.pensionMembership ? wordsOf(pensionStatuses, current.pensionMembership.status) : "None yet" },
              { name: "Payroll number", value: engagement.payrollNumber },
            ]}
          />
        </Card>
        <Card title="Checks">
          <SummaryList
            rows={[
              { name: "Right to work", value: <CheckChip on={engagement.rightToWorkCheckedOn} words="Seen" isNeeded /> },
              { name: "DBS", value: <CheckChip on={engagement.dbsCheckedOn} words="Seen" isNeeded={false} /> },
              { name: "Written statement", value: <CheckChip on={engagement.writtenStatementOn} words="Given" isNeeded /> },
            ]}
          />
          <Row>
            <LinkButton to={change("check")}>Record a check</LinkButton>
          </Row>
        </Card>
      </Columns>
    </Stack>
  );
}

/** "1257L", or "1257L M1" when each payday is taxed on its own. */
export const taxCodeWords = (setting: { readonly taxCode: string; readonly isWeek1Month1: boolean }): string =>
  setting.isWeek1Month1 ? `${setting.taxCode} M1` : setting.taxCode;
