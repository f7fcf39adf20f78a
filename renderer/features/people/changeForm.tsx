import { useState } from "react";
import { useLocation } from "wouter";
import type * as z from "zod";
import type { AssistantRecord } from "../../../shared/contract/employmentAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useDraft } from "../../api/useDraft.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { DraftNotice } from "../../components/DraftNotice.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { type FormHandle, type FormSchema, useForm } from "../../components/useForm.ts";

/** What every change form is given. */
export interface ChangeFormProps {
  readonly record: AssistantRecord;
  /** The one order, loan or leave that the form is about, where it is about one. */
  readonly about?: string | undefined;
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

/** A long form whose answers are kept while the person looks at something else. `save` resolves when everything is in the file. */
export function useKeptForm<S extends FormSchema>(
  name: string,
  schema: S,
  save: (values: z.output<S>) => Promise<unknown>,
  start: Readonly<Record<string, unknown>>,
): { readonly form: FormHandle; readonly notice: React.ReactNode } {
  const draft = useDraft(name);
  const [isDraft, setIsDraft] = useState(Object.keys(draft.typed).length > 0);
  const form = useForm(
    schema,
    async (values) => {
      await save(values);
      draft.forget();
    },
    { start: { ...start, ...draft.typed }, onTyped: draft.keep },
  );
  const startAgain = () => {
    form.startAgain(start);
    draft.clear();
    setIsDraft(false);
  };
  return { form, notice: isDraft && <DraftNotice onStartAgain={startAgain} /> };
}

/** The day a change starts, with the last day that is finished. */
export function FromField({
  record,
  rests,
  label = "From",
}: Pick<ChangeFormProps, "record"> & { readonly rests: "payday" | "dayWorked"; readonly label?: string }) {
  const last = rests === "payday" ? record.lastFinishedPayday : record.lastPaidDay;
  const words = rests === "payday" ? "The newest finished payday is" : "Work is paid up to";
  return <DateField name="fromOn" label={label} hint={last ? `${words} ${formatDate(last)}. Choose a later day.` : undefined} hasCalendar />;
}

/** The foot of a change form. */
export function SaveChange({
  record,
  isBusy,
  words = "Save",
}: Pick<ChangeFormProps, "record"> & { readonly isBusy: boolean; readonly words?: string }) {
  return (
    <Row>
      <Button type="submit" look="primary" isBusy={isBusy} busyWords="Saving…">
        {words}
      </Button>
      <TextLink to={pathTo(routes.person, { personId: record.engagement.id })}>Leave it as it is</TextLink>
    </Row>
  );
}
