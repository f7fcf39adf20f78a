import type { bankOperations } from "../../shared/contract/bankOperations.ts";
import { accountHandlers } from "./bank/accountHandlers.ts";
import { evidenceHandlers } from "./bank/evidenceHandlers.ts";
import { importHandlers } from "./bank/importHandlers.ts";
import { matchHandlers } from "./bank/matchHandlers.ts";
import type { Handlers } from "./handler.ts";

export const bankHandlers: Handlers<typeof bankOperations> = { ...accountHandlers, ...importHandlers, ...matchHandlers, ...evidenceHandlers };
