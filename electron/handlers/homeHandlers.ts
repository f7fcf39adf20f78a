import type { homeOperations } from "../../shared/contract/homeOperations.ts";
import type { Handlers } from "./handler.ts";

export const homeHandlers: Handlers<typeof homeOperations> = {};
