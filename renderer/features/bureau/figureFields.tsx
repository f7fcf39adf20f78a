import * as z from "zod";
import { formatPence, type Pence, parsePence } from "../../../shared/core/money.ts";
import { MoneyField } from "../../components/MoneyField.tsx";
import { Columns } from "../../components/Stack.tsx";

/** An amount from a payslip: empty when it is not shown, with a minus for a sum given back. */
export const shownAmount = z.string().transform((text, context): Pence | null => {
  if (text.trim() === "") return null;
  const amount = parsePence(text);
  if (amount !== undefined) return amount;
  context.addIssue({ code: "custom", message: `"${text.trim()}" is not an amount. Write it like 12.50, or leave it empty` });
  return z.NEVER;
});

/** An amount as it is typed, so that a figure from a file can be put into a field. */
export const typedAmount = (amount: Pence | null | undefined): string =>
  amount === null || amount === undefined ? "" : formatPence(amount).replace("£", "");

interface FigureFieldsProps<Line extends string> {
  readonly lines: readonly Line[];
  readonly words: Readonly<Record<Line, string>>;
}

/** One box for every line of the bureau's paper; none has to be filled in. */
export function FigureFields<Line extends string>({ lines, words }: FigureFieldsProps<Line>) {
  return (
    <Columns>
      {lines.map((line) => (
        <MoneyField key={line} name={`figures.${line}`} label={words[line]} />
      ))}
    </Columns>
  );
}
