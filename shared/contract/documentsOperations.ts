import type { Operations } from "./operation.ts";

export const documentsOperations = {} satisfies Operations;
