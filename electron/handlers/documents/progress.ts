/** How far a long task has come. */
export interface TaskProgress {
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

const atWork = new Map<string, TaskProgress>();

/** How far the task of that name has come; null when none is at work. */
export const progressOf = (jobId: string): TaskProgress | null => atWork.get(jobId) ?? null;

/** Runs steps one after the other and tells how far they have come, under a name that another operation can ask by. */
export async function withProgress<T>(
  jobId: string | undefined,
  steps: readonly { readonly words: string; readonly make: () => Promise<T> }[],
): Promise<T[]> {
  const made: T[] = [];
  try {
    for (const [index, { words, make }] of steps.entries()) {
      if (jobId !== undefined) atWork.set(jobId, { words, done: index, total: steps.length });
      made.push(await make());
      // Lets a question about the progress be answered in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return made;
  } finally {
    if (jobId !== undefined) atWork.delete(jobId);
  }
}
