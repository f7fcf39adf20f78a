import type { AssistantSummary } from "../../../shared/contract/employmentAnswers.ts";
import type { PayRunPreview } from "../../../shared/contract/payAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { RunPersonFacts } from "../../../shared/people/hmrcFacts.ts";
import { fullName } from "../../../shared/people/person.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Stack } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";

interface RunPerson {
  readonly engagementId: string;
  readonly name: string;
  readonly endOn: AssistantSummary["engagement"]["endOn"];
  readonly facts: RunPersonFacts;
}

/** Who is in an extra run, and what follows for people who left: final pay, or pay after leaving. Nothing is shown where neither matters. */
export function RunPeopleCard({ payRunId, preview }: { readonly payRunId: string; readonly preview: PayRunPreview }) {
  const assistants = useQuery("employment.listAssistants", {});
  const entries = useQuery("pay.listRunPeople", { payRunId });
  const inRun = new Set<string>(preview.people.map(({ engagementId }) => engagementId));
  return (
    <Loaded query={assistants}>
      {(list) => (
        <Loaded query={entries}>
          {(facts) => {
            const all = list.map(({ engagement }): RunPerson => {
              const entry = facts.find(({ engagementId }) => engagementId === engagement.id);
              const { endOn, id } = engagement;
              return { engagementId: id, name: fullName(engagement.person), endOn, facts: RunPersonFacts.parse(entry ?? {}) };
            });
            const isExtra = preview.run.kind === "extra";
            const shown = isExtra ? all : all.filter(({ engagementId, endOn }) => endOn !== null && inRun.has(engagementId));
            return shown.length > 0 && <People payRunId={payRunId} people={shown} isExtra={isExtra} inRun={inRun} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function People({
  payRunId,
  people,
  isExtra,
  inRun,
}: {
  readonly payRunId: string;
  readonly people: readonly RunPerson[];
  readonly isExtra: boolean;
  readonly inRun: ReadonlySet<string>;
}) {
  const save = useCommand("pay.setRunPerson");
  const set = ({ engagementId, facts }: RunPerson, change: Partial<RunPersonFacts>) => save.mutate({ payRunId, engagementId, ...facts, ...change });
  const chosenColumn: Column<RunPerson> = {
    id: "chosen",
    title: "Time and days away",
    cell: (person) => (
      <Checkbox
        name="isChosen"
        label={`Pay ${person.name}'s confirmed time`}
        value={person.facts.isChosen}
        onValueChange={(isChosen) => set(person, { isChosen })}
      />
    ),
  };
  return (
    <Card title={isExtra ? "Who is in this run" : "Somebody leaves"}>
      <Stack>
        <FailureMessage of={save} />
        <DataTable
          caption={isExtra ? "People of this run" : "People who leave"}
          isCaptionHidden
          rows={people}
          rowKey={({ engagementId }) => engagementId}
          columns={[
            { id: "name", title: "Person", isRowHeader: true, cell: ({ name }) => name },
            ...(isExtra ? [chosenColumn] : []),
            {
              id: "leaving",
              title: "Leaving",
              cell: (person) => person.endOn && <Leaving payRunId={payRunId} person={person} onSet={set} isIn={inRun} />,
            },
          ]}
        />
        {isExtra && <p>Somebody who is not ticked is in the run as soon as you put a sum in for them.</p>}
      </Stack>
    </Card>
  );
}

const afterLeavingWords = { regular: "Wages that come late", irregular: "A sum nobody expected" } as const;

function Leaving({
  payRunId,
  person,
  onSet,
  isIn,
}: {
  readonly payRunId: string;
  readonly person: RunPerson;
  readonly onSet: (person: RunPerson, change: Partial<RunPersonFacts>) => void;
  readonly isIn: ReadonlySet<string>;
}) {
  const { endOn, engagementId, name, facts } = person;
  return (
    <Stack gap="small">
      {endOn && <span>Last day {formatDate(endOn)}</span>}
      {isIn.has(engagementId) && (
        <TextLink to={pathTo(routes.payFinal, { payRunId, personId: engagementId })} about={`of ${name}`}>
          Work out the final pay
        </TextLink>
      )}
      <SelectField
        name="afterLeaving"
        label={`After ${name}'s P45`}
        hint="Only for pay after the P45 was given."
        value={facts.afterLeaving ?? ""}
        emptyChoice="Work it out"
        choices={(["regular", "irregular"] as const).map((value) => ({ value, label: afterLeavingWords[value] }))}
        onValueChange={(value) => onSet(person, { afterLeaving: value === "regular" || value === "irregular" ? value : null })}
      />
    </Stack>
  );
}
