import * as z from "zod";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Stack } from "../../components/Stack.tsx";
import { useForm } from "../../components/useForm.ts";
import { Sentences } from "./Sentences.tsx";
import type { YearEndPageProps } from "./yearEndPage.ts";

const Claim = z.object({ isClaimed: chosen(["yes", "no"], "Say whether it is claimed") });

/** The Employment Allowance of the next year. */
export function AllowancePage({ dates }: YearEndPageProps) {
  const employer = useQuery("yearEnd.employer", { taxYear: dates.taxYear });
  return (
    <Loaded query={employer}>
      {({ allowance, filingRoute }) => (
        <Card title={`Employment Allowance for ${dates.nextTaxYear}`}>
          <Stack>
            <Sentences lines={allowance.lines} />
            {filingRoute !== "notRegistered" && <ClaimForm dates={dates} isClaimed={allowance.isClaimedNextYear} />}
          </Stack>
        </Card>
      )}
    </Loaded>
  );
}

function ClaimForm({ dates, isClaimed }: YearEndPageProps & { readonly isClaimed: boolean | null }) {
  const notice = useNotice();
  const record = useCommand("yearEnd.recordAllowance", { onDone: ({ lines }) => notice.show(lines.join(" ")) });
  const form = useForm(Claim, (answer) => record.mutateAsync({ taxYear: dates.taxYear, isClaimed: answer.isClaimed === "yes" }), {
    start: { isClaimed: isClaimed === null ? "" : isClaimed ? "yes" : "no" },
  });
  return (
    <Form of={form} label={`Employment Allowance for ${dates.nextTaxYear}`}>
      <RadioGroup
        name="isClaimed"
        label={`Is it claimed for ${dates.nextTaxYear}?`}
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
