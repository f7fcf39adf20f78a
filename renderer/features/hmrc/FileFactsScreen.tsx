import * as z from "zod";
import { FileFacts } from "../../../shared/contract/hmrcOperations.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";

/** What files for the bank and the pension provider ask for beside pay. */
export function FileFactsScreen() {
  const facts = useQuery("hmrc.getFileFacts", {});
  return (
    <LoadedScreen
      title="What bank and pension files ask for"
      lead="All of it is optional. A file that needs something says so."
      breadcrumbs={[{ name: "Documents", to: routes.documents }]}
      query={facts}
    >
      {(known) => <FactsForm known={known} />}
    </LoadedScreen>
  );
}

/** Spaces and missing dashes are accepted, as everywhere. */
const withDashes = (text: string) =>
  /^\d{6}$/.test(text.replace(/[\s-]/g, "")) ? text.replace(/[\s-]/g, "").replace(/(..)(..)(..)/, "$1-$2-$3") : text.trim();
const Facts = z.preprocess((typed: Readonly<Record<string, string>>) => {
  const text = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()]));
  return {
    ...text,
    payFromSortCode: withDashes(text.payFromSortCode ?? ""),
    payFromAccountNumber: (text.payFromAccountNumber ?? "").replace(/\s/g, ""),
  };
}, FileFacts);

function FactsForm({ known }: { readonly known: FileFacts }) {
  const notice = useNotice();
  const save = useCommand("hmrc.saveFileFacts", { onDone: () => notice.show("Saved what bank and pension files ask for.") });
  const form = useForm(Facts, (facts) => save.mutateAsync(facts), { start: { ...known } });
  return (
    <Form of={form} label="What bank and pension files ask for">
      <Stack>
        <Card title="The account you pay wages from" note="For a bank file with all wages of a payday.">
          <Stack>
            <TextField name="payFromAccountName" label="Account name" isOptional />
            <TextField name="payFromSortCode" label="Sort code" hint="Six numbers, like 12-34-56" width="short" isOptional />
            <TextField name="payFromAccountNumber" label="Account number" hint="Eight numbers" width="short" inputMode="numeric" isOptional />
            <TextField
              name="bacsServiceUserNumber"
              label="Bacs service user number"
              hint="Six numbers from your bank. Most people have none: use the plain bank file (CSV) then."
              width="short"
              inputMode="numeric"
              isOptional
            />
          </Stack>
        </Card>
        <Card title="Pension" note="For NEST's file and the letters about the pension.">
          <Stack>
            <TextField name="nestPaymentSource" label="Payment source at NEST" hint="Exactly as in your account with NEST" isOptional />
            <TextField name="pensionSchemeAddress" label="Address of the pension provider" width="wide" isOptional />
            <TextField name="pensionSchemePhone" label="Phone of the pension provider" type="tel" isOptional />
            <TextField name="pensionSchemeWebsite" label="Website of the pension provider" width="wide" isOptional />
            <TextField
              name="pensionsRegulatorLetterCode"
              label="Letter code of The Pensions Regulator"
              hint="On its letters to you. You need it for the declaration of compliance."
              isOptional
            />
          </Stack>
        </Card>
        <Row>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save
          </Button>
        </Row>
      </Stack>
    </Form>
  );
}
