import type { bureauOperations } from "../../shared/contract/bureauOperations.ts";
import { checkMonth } from "./bureau/checkMonth.ts";
import { checkPayslip } from "./bureau/checkPayslip.ts";
import { bureauChoices } from "./bureau/choices.ts";
import { startTyped } from "./bureau/startTyped.ts";
import type { Handlers } from "./handler.ts";

export const bureauHandlers: Handlers<typeof bureauOperations> = {
  "bureau.choices": ({ db }) => bureauChoices(db),
  "bureau.startTyped": ({ db }, { engagementId, payday }) => startTyped(db, engagementId, payday),
  "bureau.checkPayslip": ({ db }, { against, bureau }) => checkPayslip(db, against, bureau),
  "bureau.checkMonth": ({ db }, { taxYear, firstTaxMonth, bureau }) => checkMonth(db, taxYear, firstTaxMonth, bureau),
};
