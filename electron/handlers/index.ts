import type { AllOperations } from "../../shared/contract/index.ts";
import { bankHandlers } from "./bankHandlers.ts";
import { budgetHandlers } from "./budgetHandlers.ts";
import { bureauHandlers } from "./bureauHandlers.ts";
import { documentsHandlers } from "./documentsHandlers.ts";
import { employmentHandlers } from "./employmentHandlers.ts";
import type { Handlers } from "./handler.ts";
import { hmrcHandlers } from "./hmrcHandlers.ts";
import { homeHandlers } from "./homeHandlers.ts";
import { payHandlers } from "./payHandlers.ts";
import { payPaperHandlers } from "./payPaperHandlers.ts";
import { peopleHandlers } from "./peopleHandlers.ts";
import { returnsHandlers } from "./returnsHandlers.ts";
import { settingsHandlers } from "./settingsHandlers.ts";
import { timeHandlers } from "./timeHandlers.ts";
import { yearEndHandlers } from "./yearEndHandlers.ts";

/** Every handler, one for each operation of the contract: the compiler names a missing one. */
export const handlers: Handlers<AllOperations> = {
  ...peopleHandlers,
  ...employmentHandlers,
  ...timeHandlers,
  ...payHandlers,
  ...bankHandlers,
  ...budgetHandlers,
  ...returnsHandlers,
  ...documentsHandlers,
  ...payPaperHandlers,
  ...hmrcHandlers,
  ...homeHandlers,
  ...settingsHandlers,
  ...yearEndHandlers,
  ...bureauHandlers,
};
