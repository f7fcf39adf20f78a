import { useState } from "react";
import type { ColumnMapping, ParsedFile } from "../../../shared/bank/parsedStatement.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Money } from "../../components/Money.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Columns, Row, Stack } from "../../components/Stack.tsx";
import { mappingName } from "./mappingName.ts";

const startMapping: ColumnMapping = {
  date: 0,
  description: [],
  amount: null,
  moneyOut: null,
  moneyIn: null,
  balance: null,
  bankIdentifier: null,
  status: null,
  fee: null,
  dateOrder: "dayFirst",
  isSpendingPositive: false,
};

interface ColumnsStepProps {
  readonly parsed: ParsedFile;
  readonly isBusy: boolean;
  /** Called when a choice makes a mapping that can be read: the file is read again. */
  readonly onMapping: (mapping: ColumnMapping) => void;
  readonly onDone: () => void;
}

/** Says which column is which, with what that makes of the first payments beside it. */
export function ColumnsStep({ parsed, isBusy, onMapping, onDone }: ColumnsStepProps) {
  const [mapping, setMapping] = useState(parsed.mapping ?? startMapping);
  const [hasTwoColumns, setHasTwoColumns] = useState(parsed.mapping !== null && parsed.mapping.amount === null);
  const remember = useCommand("bank.saveMapping");
  const isReadable = mapping.amount !== null || (mapping.moneyOut !== null && mapping.moneyIn !== null);
  const change = (part: Partial<ColumnMapping>) => {
    const next = { ...mapping, ...part };
    setMapping(next);
    if (next.amount !== null || (next.moneyOut !== null && next.moneyIn !== null)) onMapping(next);
  };
  const choices = parsed.columns.map((name, index) => ({ value: String(index), label: name }));
  const column = (name: "date" | "amount" | "moneyOut" | "moneyIn" | "balance", label: string, emptyChoice = "Choose a column") => (
    <SelectField
      name={name}
      label={label}
      emptyChoice={emptyChoice}
      choices={choices}
      value={mapping[name] === null ? "" : String(mapping[name])}
      onValueChange={(value) => change({ [name]: value === "" ? (name === "date" ? 0 : null) : Number(value) })}
    />
  );
  return (
    <Stack gap="large">
      <Columns>
        <Card title="Columns">
          <Stack>
            {column("date", "Date")}
            <SelectField
              name="description"
              label="Paid to or from"
              emptyChoice="Choose a column"
              choices={choices}
              value={mapping.description[0] === undefined ? "" : String(mapping.description[0])}
              onValueChange={(value) => change({ description: value === "" ? [] : [Number(value)] })}
            />
            <RadioGroup
              name="amounts"
              label="How are amounts shown?"
              choices={[
                { value: "one", label: "In one column" },
                { value: "two", label: "In two columns, money out and money in" },
              ]}
              value={hasTwoColumns ? "two" : "one"}
              onValueChange={(value) => {
                setHasTwoColumns(value === "two");
                change({ amount: null, moneyOut: null, moneyIn: null });
              }}
            />
            {hasTwoColumns ? (
              <>
                {column("moneyOut", "Money out")}
                {column("moneyIn", "Money in")}
              </>
            ) : (
              column("amount", "Amount")
            )}
            {column("balance", "Balance (optional)", "No such column")}
            <RadioGroup
              name="dateOrder"
              label="How are dates written?"
              choices={[
                { value: "dayFirst", label: "Day first: 31/12/2026" },
                { value: "monthFirst", label: "Month first: 12/31/2026" },
              ]}
              value={mapping.dateOrder}
              onValueChange={(value) => change({ dateOrder: value === "monthFirst" ? "monthFirst" : "dayFirst" })}
            />
          </Stack>
        </Card>
        <Card title="The first rows of the file" tone="sunk">
          <DataTable
            caption="The first rows of the file"
            isCaptionHidden
            columns={parsed.columns.map((name, index) => ({ id: `${index}`, title: name, cell: (row: readonly string[]) => row[index] ?? "" }))}
            rows={parsed.sampleRows}
            rowKey={(row) => `${parsed.sampleRows.indexOf(row as string[])}`}
          />
        </Card>
      </Columns>
      {isReadable && (
        <Card title="What that makes of it">
          <FirstPayments parsed={parsed} />
        </Card>
      )}
      <FailureMessage of={remember} />
      <Row>
        <Button
          look="primary"
          isDisabled={!isReadable}
          isBusy={isBusy}
          onClick={() => {
            remember.mutate({ name: mappingName(parsed), mapping });
            onDone();
          }}
        >
          These columns are right
        </Button>
      </Row>
    </Stack>
  );
}

function FirstPayments({ parsed }: { readonly parsed: ParsedFile }) {
  const statement = parsed.statements[0];
  return (
    <Stack>
      <DataTable
        caption="The first payments as read"
        isCaptionHidden
        columns={[
          { id: "on", title: "Date", cell: (line) => formatDate(line.onDate) },
          { id: "who", title: "Paid to or from", isRowHeader: true, cell: (line) => line.description },
          { id: "amount", title: "Amount", isNumber: true, cell: (line) => <Money amount={line.amountPence} /> },
        ]}
        rows={statement?.lines.slice(0, 6) ?? []}
        rowKey={(line) => String(line.line)}
        whenEmpty="No payment can be read this way."
      />
      {statement && statement.problems.length > 0 && <p>{statement.problems.length} rows cannot be read this way.</p>}
    </Stack>
  );
}
