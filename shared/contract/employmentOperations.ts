import type { Operations } from "./operation.ts";

export const employmentOperations = {} satisfies Operations;
