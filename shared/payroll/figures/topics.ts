import type { CsvRow } from "./csv.ts";

/** One topic that figures can be worked out for: how it is recognised, what it answers and how one row is worked out. */
export interface FigureTopic {
  readonly name: string;
  /** The few columns that tell this topic from the others. */
  readonly inputs: readonly string[];
  /** Columns of the answer, named as in the published files. */
  readonly outputs: readonly string[];
  /** Works out one row from its inputs; throws a RowError for bad input. Never reads an answer column. */
  readonly work: (row: CsvRow) => CsvRow;
}
