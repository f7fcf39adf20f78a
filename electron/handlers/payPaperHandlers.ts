import { notAllowed } from "../../shared/contract/errors.ts";
import { payPaperOperations } from "../../shared/contract/payPaperOperations.ts";
import type { Handlers } from "./handler.ts";

const later = () => {
  throw notAllowed("This is being made.");
};
export const payPaperHandlers = Object.fromEntries(Object.keys(payPaperOperations).map((name) => [name, later])) as unknown as Handlers<
  typeof payPaperOperations
>;
