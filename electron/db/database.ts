import type Database from "better-sqlite3-multiple-ciphers";

/** What a SELECT can be asked. Rows come back as unknown: a repository parses them with the entity's own schema. */
export interface ReadStatement {
  get(...values: SqlParameters): unknown;
  all(...values: SqlParameters): unknown[];
}

export interface WriteStatement extends ReadStatement {
  run(...values: SqlParameters): { readonly changes: number };
}

export type SqlValue = string | number | bigint | null | Uint8Array;

/** Values for `?` in order, or one object for `@name`. */
export type SqlParameters = SqlValue[] | [Readonly<Record<string, SqlValue>>];

/** Handed to queries: there is no way to write through it. */
export interface ReadDb {
  prepare(sql: string): ReadStatement;
}

/** Handed to commands, inside their transaction. */
export interface WriteDb extends ReadDb {
  prepare(sql: string): WriteStatement;
}

export type OpenDatabase = Database.Database;
