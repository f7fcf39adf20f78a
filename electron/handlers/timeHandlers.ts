import type { timeOperations } from "../../shared/contract/timeOperations.ts";
import type { Handlers } from "./handler.ts";

export const timeHandlers: Handlers<typeof timeOperations> = {};
