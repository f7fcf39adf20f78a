import type { Operations } from "./operation.ts";

/** Reading untrusted files. Answered by the import process, which holds no key and no database. */
export const importOperations = {} satisfies Operations;
