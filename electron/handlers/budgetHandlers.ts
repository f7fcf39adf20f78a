import type { budgetOperations } from "../../shared/contract/budgetOperations.ts";
import type { Handlers } from "./handler.ts";

export const budgetHandlers: Handlers<typeof budgetOperations> = {};
