import type { employmentOperations } from "../../shared/contract/employmentOperations.ts";
import type { Handlers } from "./handler.ts";

export const employmentHandlers: Handlers<typeof employmentOperations> = {};
