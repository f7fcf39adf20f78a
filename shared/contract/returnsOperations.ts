import type { Operations } from "./operation.ts";

export const returnsOperations = {} satisfies Operations;
