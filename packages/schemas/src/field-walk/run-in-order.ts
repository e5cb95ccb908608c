/** Puts work off until the task that is running has ended. */
export type Later = (task: () => void) => void;

/**
 * Runs tasks depth first, as nested calls would, but without the call stack: what a task puts off
 * runs right after it, in the order it was put off. Schemas can nest deeper than calls may.
 */
export function runInOrder(first: (later: Later) => void): void {
  const waiting: (() => void)[] = [];
  let putOff: (() => void)[] = [];
  first((task) => putOff.push(task));
  for (;;) {
    for (let task = putOff.pop(); task !== undefined; task = putOff.pop()) waiting.push(task);
    const next = waiting.pop();
    if (next === undefined) return;
    putOff = [];
    next();
  }
}
