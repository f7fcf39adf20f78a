import type { peopleOperations } from "../../shared/contract/peopleOperations.ts";
import type { Handlers } from "./handler.ts";

export const peopleHandlers: Handlers<typeof peopleOperations> = {};
