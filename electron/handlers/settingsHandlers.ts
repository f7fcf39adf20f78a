import type { settingsOperations } from "../../shared/contract/settingsOperations.ts";
import type { Handlers } from "./handler.ts";

export const settingsHandlers: Handlers<typeof settingsOperations> = {};
