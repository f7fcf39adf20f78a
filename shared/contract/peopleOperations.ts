import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { BasisPoints } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { optionalText, requiredText } from "../core/text.ts";
import { Budget, BudgetDetails, Funder, FunderDetails, FunderShare, PaymentSchedule, PaymentScheduleDetails } from "../people/budget.ts";
import { HolderKind, HouseholdSoFar, Person, PersonDetails } from "../people/person.ts";
import { Outcome, PlanLine, PlanLineTerms, SpendingCategory } from "../people/plan.ts";
import { command, query } from "./operation.ts";

const nothing = z.strictObject({});

/** Who holds the money. `person` is needed for a representative or nominee. */
const HolderAnswer = z.strictObject({
  kind: HolderKind,
  authority: optionalText().default(""),
  person: PersonDetails.nullable().default(null),
});

/** Who uses the app. `person` is needed when it is somebody else. */
const KeyboardAnswer = z.strictObject({ who: z.enum(["budgetPerson", "holder", "other"]), person: PersonDetails.nullable().default(null) });

/** A funder with its share and what it promised to pay. Without an id it is new. Schedules left out stay as they are. */
const FunderAnswer = FunderDetails.extend({
  id: RecordId.optional(),
  shareBasisPoints: BasisPoints.min(0).max(10_000),
  takesResidualPenny: z.boolean().default(false),
  schedules: z.array(PaymentScheduleDetails.extend({ id: RecordId.optional() })).optional(),
});

export const BudgetOverview = z.object({
  budget: Budget.nullable(),
  funders: z.array(Funder),
  shares: z.array(FunderShare),
  schedules: z.array(PaymentSchedule),
});
export type BudgetOverview = z.infer<typeof BudgetOverview>;

/** One line as the plan has it from the day of the change. Without an id it is new. `outcomePosition` counts the outcomes from 0. */
const PlanLineAnswer = z.strictObject({
  id: RecordId.optional(),
  name: requiredText("Name this budget line"),
  category: SpendingCategory,
  terms: PlanLineTerms,
  toOn: PlainDate.nullable().default(null),
  outcomePosition: z.number().int().min(0).nullable().default(null),
});

const Plan = z.object({ outcomes: z.array(Outcome), lines: z.array(PlanLine) });

export const SetupStepId = z.enum(["whoIsWho", "budget", "funders", "payments", "plan", "employer", "personalAssistants", "bankAccount"]);
export type SetupStepId = z.infer<typeof SetupStepId>;

export const peopleOperations = {
  /** Who is who; parts not answered yet are null. */
  "people.getHousehold": query(nothing, HouseholdSoFar),

  /** Keeps the answers given; parts left out stay as they are. */
  "people.saveHousehold": command(
    "Saved who is who",
    z.strictObject({ budgetPerson: PersonDetails.optional(), holder: HolderAnswer.optional(), atTheKeyboard: KeyboardAnswer.optional() }),
    HouseholdSoFar,
  ),

  /** The budget, its funders, their shares as at a day (today when left out) and what they promised to pay. */
  "people.getBudget": query(z.strictObject({ on: PlainDate.optional() }), BudgetOverview),

  /**
   * Keeps the budget. `funders`, when given, is the whole list and its shares must make 100 %. `sharesFromOn` starts a new
   * set of shares; without it the present set is put right.
   */
  "people.saveBudget": command(
    "Saved the budget",
    BudgetDetails.extend({ funders: z.array(FunderAnswer).min(1, "Add at least one funder").optional(), sharesFromOn: PlainDate.optional() }),
    BudgetOverview,
  ),

  /**
   * Keeps the plan as it is from `fromOn`. `lines`, when given, is the whole list: a changed line gets new terms from that
   * day, a line left out ends the day before. Terms of earlier days stay. A reason is needed once there is a plan.
   */
  "people.savePlan": command(
    "Saved the support plan",
    z.strictObject({
      fromOn: PlainDate,
      reason: optionalText(1000).default(""),
      outcomes: z.array(z.strictObject({ id: RecordId.optional(), description: requiredText("Write what the support is for", 1000) })).optional(),
      lines: z.array(PlanLineAnswer).optional(),
    }),
    Plan,
  ),

  /** Outcomes, and the lines in force on a day. Left out, it is today, or the nearest day of the budget. */
  "people.getPlan": query(z.strictObject({ on: PlainDate.optional() }), Plan.extend({ versions: z.array(PlanLine) })),

  /** The lines in force on a day (today when left out). */
  "people.listPlanLines": query(z.strictObject({ on: PlainDate.optional() }), z.array(PlanLine)),

  /** Everybody the file knows, for choosing someone who is there already. */
  "people.listPeople": query(nothing, z.array(Person)),

  /** Which steps of the set-up are done. */
  "people.getSetupProgress": query(
    nothing,
    z.object({
      steps: z.array(z.object({ id: SetupStepId, title: z.string(), isDone: z.boolean() })),
      isComplete: z.boolean(),
    }),
  ),
};
