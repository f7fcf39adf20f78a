import type { Operations } from "./operation.ts";

export const payOperations = {} satisfies Operations;
