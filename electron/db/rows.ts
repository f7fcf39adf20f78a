import type * as z from "zod";

/** SQLite keeps yes and no as 1 and 0: turns the named columns of a row back into booleans. */
export function withBooleans(row: unknown, names: readonly string[]): unknown {
  if (typeof row !== "object" || row === null) return row;
  const record = row as Record<string, unknown>;
  return { ...record, ...Object.fromEntries(names.map((name) => [name, record[name] === 1])) };
}

/** Parses one row with the entity's own schema; undefined when there is no row. */
export function parseRow<S extends z.ZodType>(schema: S, row: unknown, booleans: readonly string[] = []): z.output<S> | undefined {
  return row === undefined ? undefined : schema.parse(withBooleans(row, booleans));
}

/** Parses rows with the entity's own schema. */
export function parseRows<S extends z.ZodType>(schema: S, rows: readonly unknown[], booleans: readonly string[] = []): z.output<S>[] {
  return rows.map((row) => schema.parse(withBooleans(row, booleans)));
}
