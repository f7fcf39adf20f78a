import { CircleCheck } from "lucide-react";
import type { SetupStepId } from "../../../shared/contract/peopleOperations.ts";
import { wordsFor } from "../../../shared/people/wording.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";

const pageOf: Readonly<Record<SetupStepId, string>> = {
  whoIsWho: pathTo(routes.setupStep, { step: "person" }),
  budget: pathTo(routes.setupStep, { step: "budget" }),
  funders: pathTo(routes.setupStep, { step: "funders" }),
  payments: pathTo(routes.setupStep, { step: "payments" }),
  plan: pathTo(routes.setupStep, { step: "outcomes" }),
  employer: pathTo(routes.setupStep, { step: "employer" }),
  personalAssistants: routes.personNew,
  bankAccount: routes.money,
};

const buttonWords: Readonly<Record<SetupStepId, string>> = {
  whoIsWho: "Say who is who",
  budget: "Add the budget",
  funders: "Say who pays",
  payments: "Add the payments",
  plan: "Add the support plan",
  employer: "Say when you pay wages",
  personalAssistants: "Add a personal assistant",
  bankAccount: "Add the bank account",
};

/** Where set-up stands: every part with its state, and one button for what comes next. */
export function SetupScreen() {
  const progress = useQuery("people.getSetupProgress", {});
  const { personsOwn } = wordsFor(useQuery("people.getHousehold", {}).data);
  return (
    <LoadedScreen query={progress} title={`Set up ${personsOwn} budget`} lead="About ten questions. Stop whenever you like; nothing is lost.">
      {({ steps, isComplete }) => {
        const next = steps.find((step) => !step.isDone);
        return (
          <Stack>
            {isComplete && <p>Everything is set up. You can change any answer here.</p>}
            <div>
              {next ? (
                <LinkButton to={pageOf[next.id]} look="primary">
                  {buttonWords[next.id]}
                </LinkButton>
              ) : (
                <LinkButton to={routes.home} look="primary">
                  Go to Home
                </LinkButton>
              )}
            </div>
            <SummaryList
              rows={steps.map((step) => ({
                name: step.title,
                value: step.isDone ? (
                  <StatusChip tone="ok" icon={CircleCheck}>
                    Done
                  </StatusChip>
                ) : (
                  <StatusChip>Not yet</StatusChip>
                ),
                change: pageOf[step.id],
              }))}
            />
          </Stack>
        );
      }}
    </LoadedScreen>
  );
}
