import type { Dispatch } from "../dispatch.ts";
import { buildSampleHousehold } from "../sample/buildSampleHousehold.ts";

/** Opens the door to the new sample file with a clock of the story's own. */
export type DispatchAt = (now: () => Date) => Dispatch;

/** Plays the sample household into its new, empty file through the program's own operations. */
export async function fillSample(dispatchAt: DispatchAt): Promise<void> {
  await buildSampleHousehold(dispatchAt);
}
