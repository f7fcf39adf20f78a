import { useState } from "react";
import * as z from "zod";
import type { ColumnMapping, ParsedFile } from "../../../shared/bank/parsedStatement.ts";
import { useQuery, useTask } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { type ChosenFile, FileField } from "../../components/FileField.tsx";
import { Form } from "../../components/Form.tsx";
import { fileChosen } from "../../components/formSchemas.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Stack } from "../../components/Stack.tsx";
import { Steps } from "../../components/Steps.tsx";
import { useForm } from "../../components/useForm.ts";
import { CheckStep } from "./CheckStep.tsx";
import { ColumnsStep } from "./ColumnsStep.tsx";
import { mappingName } from "./mappingName.ts";

const steps = ["Choose the file", "Say what the columns are", "Check before anything is saved"];
const titles = ["Import a statement", "Which column is which?", "Check before anything is saved"];

/** The file of a bank statement, what was read of it, and where the person is. Nothing is saved before the last step. */
export function ImportScreen() {
  const accounts = useQuery("bank.getAccounts", {});
  const mappings = useQuery("bank.listMappings", {});
  const parse = useTask("imports.parseStatement");
  const [file, setFile] = useState<ChosenFile>();
  const [parsed, setParsed] = useState<ParsedFile>();
  const [isChoosingColumns, setIsChoosingColumns] = useState(false);

  const read = async (from: ChosenFile, mapping?: ColumnMapping) => {
    const answer = await parse.mutateAsync({ fileName: from.fileName, base64: from.base64, ...(mapping && { mapping }) });
    setFile(from);
    setParsed(answer);
    return answer;
  };
  const start = async (from: ChosenFile) => {
    const first = await read(from);
    const known = mappings.data?.find((saved) => saved.name === mappingName(first));
    const answer = known ? await read(from, known.mapping) : first;
    setIsChoosingColumns(answer.kind === "csv" && answer.mapping === null);
  };
  const step = !file || !parsed ? 1 : isChoosingColumns ? 2 : 3;

  return (
    <>
      <Steps names={steps} current={step} />
      <PageHeader
        key={step}
        title={titles[step - 1] ?? ""}
        breadcrumbs={[{ name: "Money", to: routes.money }]}
        lead={step === 1 ? "The file stays on this computer, encrypted. You see what is in it before anything is saved." : undefined}
      />
      <Loaded query={accounts}>
        {([account]) => {
          if (account === undefined) {
            return (
              <EmptyState title="First tell us about the bank account" action={<LinkButton to={routes.money}>Add the bank account</LinkButton>}>
                Then you can import its statements.
              </EmptyState>
            );
          }
          if (!file || !parsed) return <FileStep onChosen={start} />;
          if (isChoosingColumns) {
            return (
              <Stack>
                <FailureMessage of={parse} />
                <ColumnsStep
                  parsed={parsed}
                  isBusy={parse.isPending}
                  onMapping={(mapping) => void read(file, mapping).catch(() => undefined)}
                  onDone={() => setIsChoosingColumns(false)}
                />
                <Button onClick={() => setParsed(undefined)}>Choose another file</Button>
              </Stack>
            );
          }
          return (
            <CheckStep
              account={account}
              file={file}
              parsed={parsed}
              onColumns={parsed.kind === "csv" ? () => setIsChoosingColumns(true) : undefined}
              onOtherFile={() => setParsed(undefined)}
            />
          );
        }}
      </Loaded>
    </>
  );
}

const Chosen = z.object({ file: fileChosen("Choose the file from your bank") });

function FileStep({ onChosen }: { readonly onChosen: (file: ChosenFile) => Promise<unknown> }) {
  const form = useForm(Chosen, ({ file }) => onChosen(file));
  return (
    <Form of={form} label="Choose a statement">
      <FileField
        name="file"
        label="Statement file"
        hint="On your bank's website choose “download” or “export”, then CSV or OFX"
        accept=".csv,.ofx,.txt,.tsv"
        buttonWords="Choose a statement"
      />
      <Button type="submit" look="primary" isBusy={form.isBusy}>
        Read the file
      </Button>
    </Form>
  );
}
