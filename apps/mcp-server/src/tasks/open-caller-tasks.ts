import { isEnded, type Task, TaskError, type Tasks, taskStates } from '@srkit/tasks';
import type { Range } from '../policy/take-page.ts';
import type { Caller } from '../prepare-call.ts';
import { plainText } from '../present/plain-text.ts';
import { awaitTask } from './await-task.ts';
import type { CallerTasks, ListedTask, TaskAnswer } from './caller-tasks.ts';
import { describeTask, seconds, waitForIt } from './describe-task.ts';
import { readTaskInput } from './task-input.ts';

/** What looking at tasks needs. */
export interface LookOptions {
  tasks: Tasks;
  caller: Pick<Caller, 'id' | 'signal' | 'notify'>;
  /** Hands out a part of what a tool answered, in so many characters. */
  page(tool: string, result: Record<string, unknown>, range: Range, room: number): typeof result;
  /** About how many characters an answer may have. */
  budget: number;
}

/** How long to wait for what is cancelled, in milliseconds: most work stops at once, and then the answer says what it had done. */
const stopMs = 2_000;
const mostListed = 1_000;
const longestReason = 500;
const unfinished = taskStates.filter((state) => !isEnded(state));
const ended = taskStates.filter(isEnded);

/** Opens the tasks of a caller, to be looked at and cancelled. */
export function openCallerTasks({
  tasks,
  caller,
  page,
  budget,
}: LookOptions): Omit<CallerTasks, 'queue'> {
  async function own(id: string): Promise<Task> {
    const task = await tasks.get(id);
    if (task !== undefined && belongs(task)) return task;
    const message = `There is no task ${JSON.stringify(id)}, or it is no longer remembered.`;
    throw new TaskError('task_not_found', message, { id });
  }

  function belongs(task: Task): boolean {
    return readTaskInput(task).caller === caller.id;
  }

  async function ownOf(states: readonly Task['state'][]): Promise<Task[]> {
    const summaries = await tasks.list({ state: states, limit: mostListed });
    const found = await Promise.all(summaries.map(({ id }) => tasks.get(id)));
    return found.filter((task) => task !== undefined).filter(belongs);
  }

  function answer(task: Task, range: Range): TaskAnswer {
    const facts = {
      ...describeTask(task, Date.now()),
      arguments: { ...readTaskInput(task).arguments },
    };
    if (!isEnded(task.state)) return { ...facts, next: waitForIt };
    const { result } = task;
    if (typeof result !== 'object' || result === null || Array.isArray(result)) return facts;
    const room = budget - JSON.stringify(facts).length;
    return { ...facts, result: page(task.kind, { ...result }, range, room) };
  }

  return {
    async look(id, { waitMs, offset, limit }) {
      const task = await own(id);
      const waited =
        waitMs > 0 && !isEnded(task.state)
          ? await awaitTask(tasks, id, { ...caller, waitMs })
          : task;
      return answer(waited, { offset, limit });
    },

    async list(options) {
      const [waiting, over] = await Promise.all([
        ownOf(unfinished),
        options.ended ? ownOf(ended) : [],
      ]);
      const estimate = await tasks.estimate(waiting.map(({ id }) => id));
      const expected = new Map(estimate.tasks.map((each) => [each.id, each]));
      const listed = [...waiting.reverse(), ...over].map((task): ListedTask => {
        const { startsInMs, endsInMs } = expected.get(task.id) ?? {};
        return {
          ...describeTask(task, Date.now()),
          ...(startsInMs !== undefined && { starts_in_seconds: seconds(startsInMs) }),
          ...(endsInMs !== undefined && { ends_in_seconds: seconds(endsInMs) }),
        };
      });
      const { endsInMs } = estimate;
      return {
        tasks: listed,
        ...(waiting.length > 0 && endsInMs !== undefined && { ends_in_seconds: seconds(endsInMs) }),
      };
    },

    async cancel(id, reason) {
      await own(id);
      const why = plainText(reason ?? '', longestReason);
      await tasks.cancel(id, `It was cancelled by cancel_task. ${why}`);
      const task = await tasks.wait(id, { signal: caller.signal, timeoutMs: stopMs });
      return answer(task, { offset: 0 });
    },
  };
}
