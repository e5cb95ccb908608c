import { type StartOptions, stopped, type TaskWork } from '@srkit/tasks';
import type { CallFailed } from '../call-failed.ts';
import type { PreparedCall } from '../prepare-call.ts';
import { taskInput } from './task-input.ts';

type Output = Record<string, unknown>;

/**
 * Makes the work of a task out of a call.
 *
 * @param prepare checks the call; called when the work begins
 * @param fail says of what went wrong what a caller may be told
 */
export function workOfCall(
  prepare: () => PreparedCall,
  fail: (error: unknown) => CallFailed,
): TaskWork<Output> {
  return async ({ signal, report }) => {
    try {
      const output = await prepare().run({ signal, report });
      // What was asked to stop may have done only a part; the result says which.
      return signal.aborted ? stopped(output) : output;
    } catch (error) {
      throw signal.aborted ? error : fail(error);
    }
  };
}

/** What the task of a call is called, keeps, and needs for itself: of those that change a registry only one runs at a time. */
export function optionsOfCall(
  { title, written, writes, registry }: PreparedCall,
  caller: string,
): StartOptions {
  const keys = writes ? [`registry:${registry}`] : [];
  return { title, input: taskInput(caller, written), keys };
}
