import type { ParsedFile } from "../../../shared/bank/parsedStatement.ts";

/** The name a way of reading columns is kept under: the columns themselves, so that the same bank's next file finds it. */
export const mappingName = (parsed: ParsedFile): string => parsed.columns.join(", ").slice(0, 150) || "A bank's file";
