import { useState } from "react";
import { useLocation } from "wouter";
import type { ParsedFile, ParsedStatement } from "../../../shared/bank/parsedStatement.ts";
import type { BankAccountOverview } from "../../../shared/contract/bankOperations.ts";
import { formatPence } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import type { ChosenFile } from "../../components/FileField.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { NotificationBanner, useNotice } from "../../components/NotificationBanner.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { CheckTable } from "./CheckTable.tsx";
import type { Preview } from "./preview.ts";

interface CheckStepProps {
  readonly account: BankAccountOverview;
  readonly file: ChosenFile;
  readonly parsed: ParsedFile;
  readonly onColumns: (() => void) | undefined;
  readonly onOtherFile: () => void;
}

/** Shows what an import would save, what is already here and what is doubtful. */
export function CheckStep({ account, file, parsed, onColumns, onOtherFile }: CheckStepProps) {
  const withLines = parsed.statements.map((statement, index) => ({ statement, index })).filter(({ statement }) => statement.lines.length > 0);
  const [chosenIndex, setChosenIndex] = useState(withLines[0]?.index ?? 0);
  const statement = parsed.statements[chosenIndex];
  return (
    <Stack gap="large">
      {withLines.length > 1 && (
        <SelectField
          name="statement"
          label="This file holds several accounts. Which one is the budget's?"
          choices={withLines.map(({ statement: { account: name, lines }, index }) => ({
            value: String(index),
            label: `${name ?? "Account"}, ${lines.length} lines`,
          }))}
          value={String(chosenIndex)}
          onValueChange={(value) => setChosenIndex(Number(value))}
        />
      )}
      {parsed.notes.map((note) => (
        <NotificationBanner key={note} title={note} />
      ))}
      {statement && <StatementNotes statement={statement} />}
      {statement && statement.lines.length > 0 ? (
        <PreviewPart key={chosenIndex} account={account} file={file} statement={statement} />
      ) : (
        <NotificationBanner tone="bad" title="No payment in this file can be read">
          <p>Choose the columns yourself, or download the file again.</p>
        </NotificationBanner>
      )}
      <Row>
        {onColumns && <Button onClick={onColumns}>Change which column is which</Button>}
        <Button onClick={onOtherFile}>Choose another file</Button>
      </Row>
    </Stack>
  );
}

function StatementNotes({ statement }: { readonly statement: ParsedStatement }) {
  const { balanceCheck: check, problems, pending, currency } = statement;
  return (
    <>
      {currency !== null && currency !== "GBP" && <NotificationBanner tone="bad" title={`This account is in ${currency}, not in pounds`} />}
      {check.state === "breaks" && (
        <NotificationBanner tone="warn" title={`The balance in line ${check.line} of the file is ${formatPence(check.differencePence)} off`}>
          <p>The payments are read as they stand. A payment may be missing from the file.</p>
        </NotificationBanner>
      )}
      {problems.length > 0 && (
        <NotificationBanner tone="warn" title={`${problems.length} ${problems.length === 1 ? "row" : "rows"} of the file could not be read`}>
          <ul>
            {problems.slice(0, 20).map((problem) => (
              <li key={problem.line}>
                Line {problem.line}: {problem.words}
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {pending.length > 0 && (
        <NotificationBanner title={`${pending.length} ${pending.length === 1 ? "payment has" : "payments have"} not gone through yet`}>
          <p>They are left out. They come with a later statement.</p>
        </NotificationBanner>
      )}
    </>
  );
}

function PreviewPart({
  account,
  file,
  statement,
}: {
  readonly account: BankAccountOverview;
  readonly file: ChosenFile;
  readonly statement: ParsedStatement;
}) {
  const { lines, openingPence, closingPence } = statement;
  const preview = useQuery("bank.previewImport", { bankAccountId: account.id, lines, openingPence, closingPence });
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [, navigate] = useLocation();
  const notice = useNotice();
  const save = useCommand("bank.importStatement", {
    onDone: ({ added }) => {
      notice.show(`Saved ${added} new ${added === 1 ? "line" : "lines"}. You can undo the whole import below.`);
      navigate(routes.money);
    },
  });
  const toggle = (index: number) => {
    const next = new Set(leftOut);
    if (!next.delete(index)) next.add(index);
    setLeftOut(next);
  };
  return (
    <Loaded query={preview}>
      {(data) => {
        const count = data.newCount + data.askCount - leftOut.size;
        return (
          <Stack>
            <p>{summaryOf(account, data, lines.length)}</p>
            <p>{data.follows.words}</p>
            {data.isAnyPeriodSent && (
              <NotificationBanner
                tone="warn"
                title="Some new lines are from days of a return that was sent. They will count as adjustments dated now."
              />
            )}
            <CheckTable lines={lines} preview={data} leftOut={leftOut} onToggle={toggle} />
            <FailureMessage of={save} />
            <Row>
              <Button
                look="primary"
                isDisabled={count === 0}
                isBusy={save.isPending}
                onClick={() =>
                  save.mutate({
                    bankAccountId: account.id,
                    fileName: file.fileName,
                    base64: file.base64,
                    lines,
                    openingPence,
                    closingPence,
                    leaveOut: [...leftOut],
                  })
                }
              >
                {count === 0 ? "Nothing new to save" : `Save ${count} new ${count === 1 ? "line" : "lines"}`}
              </Button>
              <span>You can undo the whole import afterwards.</span>
            </Row>
          </Stack>
        );
      }}
    </Loaded>
  );
}

function summaryOf(account: BankAccountOverview, preview: Preview, count: number): string {
  const days = `${formatDate(preview.fromOn)} to ${formatDate(preview.toOn)}`;
  const ask = preview.askCount > 0 ? `, ${preview.askCount} to ask you about` : "";
  return `${account.name}, ${days}. ${count} lines: ${preview.newCount} new, ${preview.hereCount} already here${ask}. In ${formatPence(preview.moneyInPence)}, out ${formatPence(preview.moneyOutPence)}.`;
}
