import type { TaskProgress } from '@srkit/tasks';

/** What a client is told of progress while it waits. */
export interface ProgressNotice {
  progress: number;
  total?: number;
  message?: string;
}

/**
 * Makes one scale of what a task counts. A client may only be told of progress that is more than before, while a task counts one thing
 * after another, or the same once more: what it counted until then is added to it.
 *
 * @returns turns a progress into what the client is told; undefined where there is nothing new
 */
export function createProgressScale(): (progress: TaskProgress) => ProgressNotice | undefined {
  let before = 0;
  let counted: { done: number; unit: string | undefined } = { done: 0, unit: undefined };
  let told = -1;

  return ({ done = 0, total, unit, message }) => {
    if (unit !== counted.unit || done < counted.done) before += counted.done;
    counted = { done, unit };
    const progress = before + done;
    if (progress <= told) return undefined;
    told = progress;
    return {
      progress,
      ...(total !== undefined && total >= done && { total: before + total }),
      ...(message !== undefined && { message }),
    };
  };
}
