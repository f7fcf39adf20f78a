import { useLocation } from "wouter";
import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";

/** What every change form is given. */
export interface ChangeFormProps {
  readonly record: AssistantRecord;
}

/** After a change: says what was saved, or the first thing worth a look, and goes back to the person's page. */
export function useSaved(record: AssistantRecord, words: string): (answer: { readonly warnings: readonly string[] }) => void {
  const notice = useNotice();
  const [, navigate] = useLocation();
  return ({ warnings }) => {
    notice.show(warnings.length > 0 ? `${words} ${warnings.join(" ")}` : words, warnings.length > 0 ? "warn" : "ok");
    navigate(pathTo(routes.person, { personId: record.engagement.id }));
  };
}

/** The day a change starts, with the last day that is finished. */
export function FromField({ record, rests }: ChangeFormProps & { readonly rests: "payday" | "dayWorked" }) {
  const last = rests === "payday" ? record.lastFinishedPayday : record.lastPaidDay;
  const words = rests === "payday" ? "The newest finished payday is" : "Work is paid up to";
  return <DateField name="fromOn" label="From" hint={last ? `${words} ${formatDate(last)}. Choose a later day.` : undefined} hasCalendar />;
}

/** The foot of a change form. */
export function SaveChange({ record, isBusy, words = "Save" }: ChangeFormProps & { readonly isBusy: boolean; readonly words?: string }) {
  return (
    <Row>
      <Button type="submit" look="primary" isBusy={isBusy} busyWords="Saving…">
        {words}
      </Button>
      <TextLink to={pathTo(routes.person, { personId: record.engagement.id })}>Leave it as it is</TextLink>
    </Row>
  );
}
