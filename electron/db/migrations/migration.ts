/** One step of the file's history. `up` is SQL run once, in its own transaction; it is never edited once shipped. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: string;
}
