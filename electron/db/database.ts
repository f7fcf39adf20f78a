import type Database from "better-sqlite3-multiple-ciphers";

/** What a SELECT can be asked. Rows come back as unknown: a repository parses them with the entity's own schema. */
export interface ReadStatement {
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

export interface WriteStatement extends ReadStatement {
  run(...values: SqlValue[]): { readonly changes: number };
}

export type SqlValue = string | number | bigint | null | Uint8Array;

/** Handed to queries: there is no way to write through it. */
export interface ReadDb {
  prepare(sql: string): ReadStatement;
}

/** Handed to commands, inside their transaction. */
export interface WriteDb extends ReadDb {
  prepare(sql: string): WriteStatement;
}

export type OpenDatabase = Database.Database;
