import type { Operations } from "./operation.ts";

export const bankOperations = {} satisfies Operations;
