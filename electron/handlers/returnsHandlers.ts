import type { returnsOperations } from "../../shared/contract/returnsOperations.ts";
import type { Handlers } from "./handler.ts";

export const returnsHandlers: Handlers<typeof returnsOperations> = {};
