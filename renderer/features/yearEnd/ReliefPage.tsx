import * as z from "zod";
import type { YearEndEmployer } from "../../../shared/contract/yearEndOperations.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Stack } from "../../components/Stack.tsx";
import { useForm } from "../../components/useForm.ts";
import { Sentences } from "./Sentences.tsx";
import type { YearEndPageProps } from "./yearEndPage.ts";

const Answer = z.object({ hasRelief: chosen(["yes", "no"], "Say whether the relief holds") });

/** Small Employers' Relief for the next year, answered from this year's National Insurance. */
export function ReliefPage({ dates }: YearEndPageProps) {
  const employer = useQuery("yearEnd.employer", { taxYear: dates.taxYear });
  return (
    <Loaded query={employer}>
      {({ relief }) => (
        <Card title={`Small Employers’ Relief for ${dates.nextTaxYear}`}>
          <Stack>
            <Sentences lines={relief.lines} />
            <div>
              <Explanation of={relief.class1} name={`National Insurance of ${dates.taxYear}`} />
            </div>
            <ReliefForm dates={dates} relief={relief} />
          </Stack>
        </Card>
      )}
    </Loaded>
  );
}

function ReliefForm({ dates, relief: { class1, answered, isSmallEmployer } }: YearEndPageProps & { readonly relief: YearEndEmployer["relief"] }) {
  const notice = useNotice();
  const save = useCommand("employment.saveEmployerTaxYear", { onDone: () => notice.show(`Recorded for ${dates.nextTaxYear}.`) });
  const form = useForm(
    Answer,
    ({ hasRelief }) =>
      save.mutateAsync({ taxYear: dates.nextTaxYear, hasSmallEmployersRelief: hasRelief === "yes", previousClass1Pence: class1.amount }),
    { start: { hasRelief: (answered ?? isSmallEmployer) ? "yes" : "no" } },
  );
  return (
    <Form of={form} label={`Small Employers’ Relief for ${dates.nextTaxYear}`}>
      <RadioGroup
        name="hasRelief"
        label={`Does the relief hold for ${dates.nextTaxYear}?`}
        isInline
        choices={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
      <div>
        <Button type="submit" look="primary" isBusy={form.isBusy}>
          Record it
        </Button>
      </div>
    </Form>
  );
}
