import type { bankOperations } from "../../shared/contract/bankOperations.ts";
import type { Handlers } from "./handler.ts";

export const bankHandlers: Handlers<typeof bankOperations> = {};
