import type { Operations } from "./operation.ts";

export const peopleOperations = {} satisfies Operations;
