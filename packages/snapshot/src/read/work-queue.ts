/** Jobs of which only so many are done at the same time. A job may add others. */
export interface WorkQueue {
  add(job: () => Promise<void>): void;
  /**
   * Waits until all jobs are done, those too that are added meanwhile. After one has failed no other is begun, and those
   * under way are waited for: when this ends, nothing is left running.
   *
   * @throws what the first job that failed threw
   */
  done(): Promise<void>;
}

/** Makes a queue that begins with the first job that is added. */
export function createWorkQueue(limit: number): WorkQueue {
  const waiting: (() => Promise<void>)[] = [];
  let next = 0;
  let running = 0;
  let failure: { error: unknown } | undefined;
  let settle: (() => void) | undefined;

  function start(): void {
    while (failure === undefined && running < limit) {
      const job = waiting[next];
      if (job === undefined) break;
      next += 1;
      running += 1;
      void run(job);
    }
    if (running === 0) settle?.();
  }

  async function run(job: () => Promise<void>): Promise<void> {
    try {
      await job();
    } catch (error) {
      failure ??= { error };
    }
    running -= 1;
    start();
  }

  return {
    add(job) {
      waiting.push(job);
      start();
    },
    async done() {
      if (running > 0) {
        await new Promise<void>((resolve) => {
          settle = resolve;
        });
      }
      if (failure !== undefined) throw failure.error;
    },
  };
}

/** Does the same with each of many things, so many at a time. */
export async function inParallel<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = createWorkQueue(limit);
  for (const item of items) queue.add(async () => work(item));
  await queue.done();
}
