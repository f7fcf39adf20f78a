import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import type { PayArrangements } from "../../../shared/contract/employmentArrangements.ts";
import { formatPence, formatRate } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { isPensionMember } from "../../../shared/people/payFacts.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { changePath } from "./changePath.ts";
import { pensionStatuses, wordsOf } from "./words.ts";

/** The workplace pension through time, and what a person may ask for now. */
export function PensionCard({ record, pension }: { readonly record: AssistantRecord; readonly pension: PayArrangements["pension"] }) {
  const { id, person } = record.engagement;
  const now = record.current.pensionMembership;
  const isMember = now !== null && isPensionMember(now.status);
  const { postponedUntil, optOuts, refundDue } = pension;
  return (
    <Card title="Workplace pension" actions={<LinkButton to={changePath(id, "pension")}>Change the pension</LinkButton>}>
      <Stack>
        {refundDue && (
          <NotificationBanner title="The next pay run gives contributions back">
            <p>
              {formatPence(refundDue.employee)} goes to {person.firstName} with the wages, and {formatPence(refundDue.employer)} of yours goes back to
              the budget. The payslip shows why.
            </p>
          </NotificationBanner>
        )}
        {postponedUntil && <p>Joining is put off until {formatDate(postponedUntil)}.</p>}
        <DataTable
          caption="Pension, newest first"
          isCaptionHidden
          rows={record.pensionMemberships}
          rowKey={(each) => each.id}
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
        {optOuts.length > 0 && (
          <ul>
            {optOuts.map((optOut) => (
              <li key={optOut.id}>
                Joined on {formatDate(optOut.joinedOn)}, opted out by the notice of {formatDate(optOut.noticeOn)}.
              </li>
            ))}
          </ul>
        )}
        <Row>
          {isMember ? (
            <LinkButton to={changePath(id, "optOut")}>An opt-out notice came</LinkButton>
          ) : (
            <>
              <LinkButton to={changePath(id, "joinPension")}>They asked to be in the pension</LinkButton>
              <LinkButton to={changePath(id, "postpone")}>Put joining off</LinkButton>
            </>
          )}
          <LinkButton to={changePath(id, "reenrolment")}>Choose the day of re-enrolment</LinkButton>
        </Row>
      </Stack>
    </Card>
  );
}
