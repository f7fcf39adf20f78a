import type { Operations } from "./operation.ts";

export const budgetOperations = {} satisfies Operations;
