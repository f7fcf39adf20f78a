import type { Operations } from "./operation.ts";

export const settingsOperations = {} satisfies Operations;
