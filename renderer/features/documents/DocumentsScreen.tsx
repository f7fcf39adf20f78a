import type { DocumentGroup } from "../../../shared/contract/documentsOperations.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { Stack } from "../../components/Stack.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { GroupCard } from "./GroupCard.tsx";

/** The kinds of papers in the order of their tabs. */
const kinds = [
  { kind: "payRun", title: "Pay runs" },
  { kind: "person", title: "Assistants" },
  { kind: "taxYear", title: "Tax years" },
  { kind: "employer", title: "Employer" },
  { kind: "budget", title: "Budget" },
  { kind: "return", title: "Audit returns" },
] as const;

/** Documents: every paper and file that can be made, by what it is about, to save where the person wants. */
export function DocumentsScreen() {
  const documents = useQuery("documents.list", {});
  return (
    <LoadedScreen
      title="Documents"
      lead="Papers made from your own records. Saving one takes it out of the encrypted file."
      actions={<LinkButton to={routes.hmrcFiles}>What bank and pension files ask for</LinkButton>}
      query={documents}
      whenEmpty={
        <EmptyState title="No documents yet">
          <p>Payslips, figures for HMRC, budget reports and return packs appear here once there is something to put in them.</p>
        </EmptyState>
      }
    >
      {(groups) => <Tabs label="Kinds of papers" tabs={tabsOf(groups)} />}
    </LoadedScreen>
  );
}

/** A tab for every kind that has papers. In each, the first group is open. */
function tabsOf(groups: readonly DocumentGroup[]) {
  return kinds.flatMap(({ kind, title }) => {
    const own = groups.filter((group) => group.kind === kind);
    if (own.length === 0) return [];
    const cards = own.map((group, index) => <GroupCard key={group.id} group={group} isOpen={index === 0} />);
    return [{ id: kind, title, content: <Stack>{cards}</Stack> }];
  });
}
