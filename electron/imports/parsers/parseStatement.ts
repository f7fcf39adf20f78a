import type { ColumnMapping, ParsedFile } from "../../../shared/bank/parsedStatement.ts";
import { notAllowed } from "../../../shared/contract/errors.ts";
import { decodeText } from "./decodeText.ts";
import { parseCsv } from "./statementCsv.ts";
import { isOfx, parseOfx } from "./statementOfx.ts";
import { isLabelledText, parseLabelledText } from "./statementText.ts";

/** What `imports.parseStatement` is given. `base64` is the file as chosen. */
export interface StatementFile {
  readonly fileName: string;
  readonly base64: string;
  readonly mapping?: ColumnMapping | undefined;
}

/** Reads a bank's file, whatever its name says: its kind is told by its content. @throws AppFailure for a file that is not a statement. */
export function parseStatement({ base64, mapping }: StatementFile): ParsedFile {
  const text = decodeText(Buffer.from(base64, "base64"));
  const start = text.trimStart().slice(0, 2000);
  if (start.startsWith("%PDF")) throw notAllowed("This is a PDF", ["Download the statement as CSV or OFX from your bank's website."]);
  if (isOfx(text)) return parseOfx(text);
  if (isLabelledText(text)) return parseLabelledText(text);
  if (start.startsWith("<") || start.startsWith("!Type") || /^(:20:|\{1:)/m.test(start)) {
    throw notAllowed("We cannot read this kind of file yet", ["Download the statement as CSV or OFX from your bank's website."]);
  }
  return parseCsv(text, mapping);
}
