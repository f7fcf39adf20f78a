import type { payOperations } from "../../shared/contract/payOperations.ts";
import type { Handlers } from "./handler.ts";

export const payHandlers: Handlers<typeof payOperations> = {};
