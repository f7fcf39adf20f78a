import type { PreviewedPay } from "../../../shared/contract/payAnswers.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";

/** What the law asks for now and the person confirms: somebody must be put in the pension. */
export function Suggestions({ people }: { readonly people: readonly PreviewedPay[] }) {
  const enrol = useCommand("employment.changePension");
  const all = people.flatMap(({ suggestions, engagementId, name }) => suggestions.map((suggestion) => ({ ...suggestion, engagementId, name })));
  return (
    <>
      <FailureMessage of={enrol} />
      {all.map(({ text, fromOn, engagementId, name }) => (
        <NotificationBanner key={engagementId} tone="warn" title={`${name} must be put in the pension`}>
          <p>{text}</p>
          <Button isBusy={enrol.isPending} onClick={() => enrol.mutate({ engagementId, status: "enrolled", fromOn })}>
            Put {name} in the pension
          </Button>
        </NotificationBanner>
      ))}
    </>
  );
}
