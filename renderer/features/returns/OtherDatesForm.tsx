import { useLocation } from "wouter";
import * as z from "zod";
import type { ReturnSuggestion } from "../../../shared/contract/returnsOperations.ts";
import { useCommand } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { useForm } from "../../components/useForm.ts";

const OtherDates = z.object({
  template: z.string().min(1, "Choose a kind of return"),
  periodFrom: dateText("Enter the first day"),
  periodTo: dateText("Enter the last day"),
});

/** For a period that a letter from the funder tells. */
export function OtherDatesForm({ suggestions }: { readonly suggestions: readonly ReturnSuggestion[] }) {
  const [, goTo] = useLocation();
  const open = useCommand("returns.open", { onDone: ({ id }) => goTo(pathTo(routes.return, { returnId: id })) });
  const form = useForm(OtherDates, (values) => open.mutateAsync(values), { start: { template: suggestions[0]?.templateId ?? "" } });
  return (
    <Disclosure summary="Use other dates">
      <Form of={form} label="Return with other dates">
        <SelectField
          name="template"
          label="Kind of return"
          choices={suggestions.map(({ templateId, name }) => ({ value: templateId, label: name }))}
        />
        <DateField name="periodFrom" label="First day" />
        <DateField name="periodTo" label="Last day" />
        <Button type="submit" isBusy={form.isBusy}>
          Start a return with these dates
        </Button>
      </Form>
    </Disclosure>
  );
}
