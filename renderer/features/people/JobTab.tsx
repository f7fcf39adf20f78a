import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { formatMinutes } from "../../../shared/core/minutes.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Stack } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { LeavingCard } from "./LeavingCard.tsx";
import { holidayBases, starterKinds, wordsOf } from "./words.ts";

/** The job, how to reach the person, family and household, and the end of the job. */
export function JobTab({ record: { engagement, permissions } }: { readonly record: AssistantRecord }) {
  const { person } = engagement;
  const change = (what: string) => pathTo(routes.personChange, { personId: engagement.id, what });
  const details = change("details");
  const isConnected = engagement.livesWithPerson && engagement.isFamilyOrFriend;
  return (
    <Stack>
      <Card title="The job">
        <SummaryList
          rows={[
            { name: "Job title", value: engagement.jobTitle, change: details },
            { name: "First day", value: formatDate(engagement.startOn) },
            {
              name: "Agreed hours a week",
              value: engagement.contractedMinutesPerWeek === null ? "None promised" : formatMinutes(engagement.contractedMinutesPerWeek),
              change: details,
            },
            { name: "Holiday", value: wordsOf(holidayBases, engagement.holidayBasis), change: details },
            { name: "Brought at the start", value: wordsOf(starterKinds, engagement.starterKind) },
          ]}
        />
      </Card>
      <LeavingCard engagement={engagement} />
      <Card title="Contact">
        <SummaryList
          rows={[
            { name: "Phone", value: person.phone || "Not known", change: details },
            { name: "E-mail", value: person.email || "Not known", change: details },
            { name: "Address", value: [person.address, person.postcode].filter(Boolean).join(", ") || "Not known", change: details },
            { name: "Date of birth", value: person.dateOfBirth ? formatDate(person.dateOfBirth) : "Not known", change: details },
          ]}
        />
      </Card>
      <Card title="Family and household" actions={isConnected ? <LinkButton to={change("permission")}>Record a permission</LinkButton> : undefined}>
        <p>
          {engagement.livesWithPerson ? "Lives in the household." : "Lives elsewhere."}{" "}
          {engagement.isFamilyOrFriend ? "Family or a friend." : "Not family or a friend."}
        </p>
        {permissions.length > 0 && (
          <SummaryList
            rows={permissions.map((permission) => ({
              name: formatDate(permission.agreedOn),
              value: `${permission.what}. Agreed by ${permission.agreedBy}, ${permission.how}${permission.untilOn ? `, until ${formatDate(permission.untilOn)}` : ""}.`,
            }))}
          />
        )}
      </Card>
    </Stack>
  );
}
