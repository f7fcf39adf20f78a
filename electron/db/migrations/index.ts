import { core } from "./0001-core.ts";
import { peopleAndPlan } from "./0002-people-and-plan.ts";
import { employment } from "./0003-employment.ts";
import { time } from "./0004-time.ts";
import { pay } from "./0005-pay.ts";
import { bank } from "./0006-bank.ts";
import { returns } from "./0007-returns.ts";
import { ordersLeaveCorrections } from "./0008-orders-leave-corrections.ts";
import { familyLeaveFacts } from "./0009-family-leave-facts.ts";
import type { Migration } from "./migration.ts";

/** Every step of the file's history, in order. */
export const migrations: readonly Migration[] = [core, peopleAndPlan, employment, time, pay, bank, returns, ordersLeaveCorrections, familyLeaveFacts];
