import type { Stopped, TaskContext } from '../src/index.ts';

/** Work that ends when the test says so. */
export interface HeldWork<Result> {
  work(context: TaskContext): Promise<Result | Stopped<Result>>;
  /** Settled when the work was called. */
  readonly begun: Promise<TaskContext>;
  /** Undefined until the work was called. */
  readonly context: TaskContext | undefined;
  finish(result: Result | Stopped<Result>): void;
  fail(error: unknown): void;
}

/** Makes work that does nothing until it is told how to end. */
export function aWork<Result = unknown>(): HeldWork<Result> {
  let context: TaskContext | undefined;
  let begin: (context: TaskContext) => void = () => {};
  const begun = new Promise<TaskContext>((resolve) => {
    begin = resolve;
  });
  let finish: HeldWork<Result>['finish'] = () => {};
  let fail: HeldWork<Result>['fail'] = () => {};
  const ending = new Promise<Result | Stopped<Result>>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  ending.catch(() => {});
  return {
    work(given) {
      context = given;
      begin(given);
      return ending;
    },
    begun,
    get context() {
      return context;
    },
    finish,
    fail,
  };
}

/** Work that ends as soon as it is told to stop, by throwing the reason. */
export function untilStopped({ signal }: TaskContext): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** Lets everything go on that can. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
