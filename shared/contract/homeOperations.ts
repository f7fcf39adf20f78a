import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { RecordId } from "../core/identifiers.ts";
import { PlainDate } from "../core/plainDate.ts";
import { requiredText } from "../core/text.ts";
import { KeyDate } from "../keyDates/keyDates.ts";
import { command, query } from "./operation.ts";

/** One thing that needs the user, the most pressing first. `route` is the screen that does it. */
export const HomeAction = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  button: z.string(),
  route: z.string(),
  dueOn: PlainDate.nullable(),
  area: z.enum(["setup", "time", "pay", "money", "returns", "backup"]),
});
export type HomeAction = z.infer<typeof HomeAction>;

export const HomeOverview = z.object({
  today: PlainDate,
  /** First name of the person at the keyboard, empty before set-up. */
  greetingName: z.string(),
  isSetUp: z.boolean(),
  actions: z.array(HomeAction),
  budget: z
    .object({
      from: PlainDate,
      to: PlainDate,
      planned: Explained,
      spent: Explained,
      promised: Explained,
      free: Explained,
      forecastLeft: Explained,
    })
    .nullable(),
  account: z.object({ inBank: Explained, owed: Explained, trulySpare: Explained }).nullable(),
  comingUp: z.array(KeyDate),
});
export type HomeOverview = z.infer<typeof HomeOverview>;

export const homeOperations = {
  "home.overview": query(z.strictObject({}), HomeOverview),
  /** How many things need the user in each area of the sidebar. */
  "home.counts": query(
    z.strictObject({}),
    z.object({ people: z.number(), time: z.number(), pay: z.number(), money: z.number(), returns: z.number(), keyDates: z.number() }),
  ),
  "home.keyDates": query(z.strictObject({}), z.object({ today: PlainDate, dates: z.array(KeyDate) })),
  "home.addKeyDate": command(
    "Added a key date",
    z.strictObject({ dueOn: PlainDate, description: requiredText("Say what happens on this day") }),
    z.object({ id: RecordId }),
  ),
  "home.markKeyDateDone": command("Marked a key date as done", z.strictObject({ id: RecordId, isDone: z.boolean() }), z.null()),
};
