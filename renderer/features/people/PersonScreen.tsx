import { useState } from "react";
import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { formatPence } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import { keepDraft, readDraft } from "../../api/drafts.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { ChecksTab } from "./ChecksTab.tsx";
import { JobTab } from "./JobTab.tsx";
import { LeaveTab } from "./LeaveTab.tsx";
import { OverviewTab } from "./OverviewTab.tsx";
import { PayTab } from "./PayTab.tsx";
import { TaxTab } from "./TaxTab.tsx";

/** One personal assistant: `personId` is the engagement. */
export function PersonScreen({ personId }: { readonly personId: string }) {
  const record = useQuery("employment.getAssistant", { id: personId });
  return <Loaded query={record}>{(known) => <Person record={known} />}</Loaded>;
}

function Person({ record }: { readonly record: AssistantRecord }) {
  const { engagement } = record;
  const name = fullName(engagement.person);
  const [part, select] = usePart(engagement.id);
  return (
    <>
      <PageHeader
        title={name}
        lead={leadOf(record)}
        breadcrumbs={[{ name: "People", to: routes.people }]}
        actions={<LinkButton to={pathTo(routes.personChange, { personId: engagement.id, what: "details" })}>Change details</LinkButton>}
      />
      <Tabs
        selected={part}
        onSelect={select}
        label={`Parts of ${name}'s record`}
        tabs={[
          { id: "overview", title: "Overview", content: <OverviewTab record={record} /> },
          { id: "pay", title: "Pay", content: <PayTab record={record} /> },
          { id: "leave", title: "Leave", content: <LeaveTab record={record} /> },
          { id: "tax", title: "Tax, loans and pension", content: <TaxTab record={record} /> },
          { id: "job", title: "Job and contact", content: <JobTab record={record} /> },
          { id: "checks", title: "Checks", content: <ChecksTab record={record} /> },
        ]}
      />
    </>
  );
}

/** The part that is open. It is kept, so that a change made from it leads back to it. */
function usePart(engagementId: string): readonly [string, (part: string) => void] {
  const name = `open part of ${engagementId}`;
  const [part, setPart] = useState(() => String(readDraft(name) ?? "overview"));
  const select = (next: string) => {
    keepDraft(name, next);
    setPart(next);
  };
  return [part, select];
}

function leadOf({ engagement, rates: [first] }: AssistantRecord): string {
  const time = engagement.endOn
    ? `from ${formatDate(engagement.startOn)} to ${formatDate(engagement.endOn)}`
    : `since ${formatDate(engagement.startOn)}`;
  return `${engagement.jobTitle} ${time}.${first ? ` ${formatPence(first.ratePence)} ${first.per}.` : ""}`;
}
