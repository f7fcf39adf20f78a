import * as z from "zod";

/** What can go wrong, as data. Codes and meaning: invalidInput (a field), notFound, notAllowed (a rule), locked, unexpected (our mistake). */
export const AppError = z.discriminatedUnion("code", [
  z.object({ code: z.literal("invalidInput"), fields: z.record(z.string(), z.string()), message: z.string() }),
  z.object({ code: z.literal("notFound"), what: z.string() }),
  z.object({ code: z.literal("notAllowed"), reason: z.string(), lines: z.array(z.string()) }),
  z.object({ code: z.literal("locked") }),
  z.object({ code: z.literal("unexpected"), reference: z.string() }),
]);
export type AppError = z.infer<typeof AppError>;

/** Thrown by handlers; rolls the transaction back and crosses to the window as data. */
export class AppFailure extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.name = "AppFailure";
    this.error = error;
  }
}

/** A rule says no. `reason` is one plain sentence; `lines` say what to do about it. */
export const notAllowed = (reason: string, lines: string[] = []) => new AppFailure({ code: "notAllowed", reason, lines });
/** The thing asked for is gone. `what` is its plain name ("timesheet"). */
export const notFound = (what: string) => new AppFailure({ code: "notFound", what });
/** One or more fields need another value. Keys are the input's field paths ("start", "shifts.0.end"). */
export const invalidInput = (fields: Record<string, string>) =>
  new AppFailure({ code: "invalidInput", fields, message: Object.values(fields)[0] ?? "Check what you typed" });
