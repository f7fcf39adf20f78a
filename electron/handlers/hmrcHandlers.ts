import { notAllowed } from "../../shared/contract/errors.ts";
import { hmrcOperations } from "../../shared/contract/hmrcOperations.ts";
import type { Handlers } from "./handler.ts";

const later = () => {
  throw notAllowed("This is being made.");
};
export const hmrcHandlers = Object.fromEntries(Object.keys(hmrcOperations).map((name) => [name, later])) as unknown as Handlers<
  typeof hmrcOperations
>;
