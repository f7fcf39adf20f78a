import type { Operations } from "./operation.ts";

export const timeOperations = {} satisfies Operations;
