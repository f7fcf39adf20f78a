import { bankOperations } from "./bankOperations.ts";
import { budgetOperations } from "./budgetOperations.ts";
import { bureauOperations } from "./bureauOperations.ts";
import { documentsOperations } from "./documentsOperations.ts";
import { employmentOperations } from "./employmentOperations.ts";
import { hmrcOperations } from "./hmrcOperations.ts";
import { homeOperations } from "./homeOperations.ts";
import { payOperations } from "./payOperations.ts";
import { payPaperOperations } from "./payPaperOperations.ts";
import { peopleOperations } from "./peopleOperations.ts";
import { returnsOperations } from "./returnsOperations.ts";
import { settingsOperations } from "./settingsOperations.ts";
import { timeOperations } from "./timeOperations.ts";
import { yearEndOperations } from "./yearEndOperations.ts";

/** Every operation the data process answers through dispatch. `vault.*`, `desktop.*` and `imports.*` are answered by other processes. */
export const operations = {
  ...peopleOperations,
  ...employmentOperations,
  ...timeOperations,
  ...payOperations,
  ...bankOperations,
  ...budgetOperations,
  ...returnsOperations,
  ...documentsOperations,
  ...payPaperOperations,
  ...hmrcOperations,
  ...homeOperations,
  ...settingsOperations,
  ...yearEndOperations,
  ...bureauOperations,
};
export type AllOperations = typeof operations;
export type OperationName = keyof AllOperations;
