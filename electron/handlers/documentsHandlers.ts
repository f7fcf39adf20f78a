import type { documentsOperations } from "../../shared/contract/documentsOperations.ts";
import type { Handlers } from "./handler.ts";

export const documentsHandlers: Handlers<typeof documentsOperations> = {};
