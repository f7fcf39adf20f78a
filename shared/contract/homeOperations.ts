import type { Operations } from "./operation.ts";

export const homeOperations = {} satisfies Operations;
