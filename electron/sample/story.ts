import type { AllOperations } from "../../shared/contract/index.ts";
import type { InputOf, OutputOf } from "../../shared/contract/operation.ts";
import { addDays, type PlainDate, plainDate } from "../../shared/core/plainDate.ts";
import type { Dispatch } from "../dispatch.ts";

/** The sample household's own clock and its way into the file: the same door the screens use. */
export interface Story {
  /** Runs an operation that must work, and answers its value. */
  run<Name extends keyof AllOperations>(name: Name, input: InputOf<AllOperations[Name]>): Promise<OutputOf<AllOperations[Name]>>;
  /** Moves the story to ten in the morning of a day. */
  goTo(day: string): void;
  today(): PlainDate;
}

/** Starts a story over a dispatch that reads the story's clock. @throws Error with the refusal when an operation says no: the sample must always fit the rules. */
export function startStory(dispatchAt: (now: () => Date) => Dispatch, firstDay: string): Story {
  let day = plainDate(firstDay);
  let second = 0;
  // Every moment is a little later than the one before, so that records keep their order.
  const dispatch = dispatchAt(() => new Date(Date.parse(`${day}T09:00:00Z`) + ++second * 10));
  return {
    async run(name, input) {
      const answer = await dispatch(name, input);
      if (!answer.ok) throw new Error(`The sample household: ${name} on ${day} was refused: ${JSON.stringify(answer.error)}`);
      return answer.value as never;
    },
    goTo(next) {
      day = plainDate(next);
      second = 0;
    },
    today: () => day,
  };
}

/** Every Monday from one to another, both included. */
export function mondays(from: string, to: string): PlainDate[] {
  const weeks: PlainDate[] = [];
  for (let week = plainDate(from); week <= to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}
