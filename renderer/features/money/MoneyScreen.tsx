import { FileUp } from "lucide-react";
import { useState } from "react";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded, LoadedScreen } from "../../components/LoadedScreen.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Stack } from "../../components/Stack.tsx";
import { AccountCard } from "./AccountCard.tsx";
import { AccountForm } from "./AccountForm.tsx";
import { ImportsCard } from "./ImportsCard.tsx";
import { LinesTable } from "./LinesTable.tsx";

type Shown = "needsYou" | "all" | "matched";
const choices = [
  { value: "needsYou", label: "Lines that need you" },
  { value: "all", label: "Every line" },
  { value: "matched", label: "Lines that are done" },
] as const;

/** The bank account of the budget: where it stands, and its lines with what each was for. */
export function MoneyScreen() {
  const accounts = useQuery("bank.getAccounts", {});
  const hasAccount = (accounts.data?.length ?? 0) > 0;
  return (
    <LoadedScreen
      title="Money"
      lead="Every line of the bank statement needs a reason. Your funder will ask."
      query={accounts}
      actions={
        hasAccount && (
          <LinkButton to={routes.moneyImport} look="primary" icon={FileUp}>
            Import a statement
          </LinkButton>
        )
      }
    >
      {([account]) =>
        account === undefined ? (
          <Card title="Start with the bank account" note="The account that holds only this budget's money">
            <AccountForm />
          </Card>
        ) : (
          <Stack gap="large">
            <AccountCard account={account} />
            <LinesCard bankAccountId={account.id} />
            <ImportsCard bankAccountId={account.id} />
          </Stack>
        )
      }
    </LoadedScreen>
  );
}

function LinesCard({ bankAccountId }: { readonly bankAccountId: string }) {
  const [show, setShow] = useState<Shown>("needsYou");
  const lines = useQuery("bank.listLines", { bankAccountId, show });
  return (
    <Card title="Bank lines">
      <Stack>
        <SelectField name="show" label="Show" choices={choices} value={show} onValueChange={(value) => setShow(value as Shown)} />
        <Loaded query={lines}>
          {(data) => (
            <LinesTable
              lines={data.lines}
              whenEmpty={show === "needsYou" ? "Nothing needs you. Every line is explained." : "No lines yet. Import a statement to start."}
            />
          )}
        </Loaded>
      </Stack>
    </Card>
  );
}
