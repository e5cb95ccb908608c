import type { Tasks } from '@srkit/tasks';
import { CallFailed } from '../call-failed.ts';
import type { PreparedCall } from '../prepare-call.ts';
import { ToolError } from '../tool-error.ts';
import { hasRegistry } from '../tools/define-tool.ts';
import type { CallerTasks, LaterCall, QueueAnswer, QueuedCall } from './caller-tasks.ts';
import { seconds } from './describe-task.ts';
import { optionsOfCall, workOfCall } from './work-of-call.ts';

/** What queueing needs. */
export interface QueueOptions {
  tasks: Tasks;
  /** Who queues. */
  caller: string;
  /** Checks a call as if it were made now. */
  prepare(call: LaterCall): PreparedCall;
  /** Says of what went wrong what a caller may be told. */
  fail(error: unknown): CallFailed;
}

/** Opens the queue of a caller: calls that run one after the other. */
export function openQueue({ tasks, caller, prepare, fail }: QueueOptions): CallerTasks['queue'] {
  function check(call: LaterCall, index: number): Prepared {
    try {
      const prepared = prepare(call);
      refuseOwn(prepared);
      return { prepared, call: pinRegistry(call, prepared) };
    } catch (error) {
      const { code, message, facts } = fail(error);
      const place = `Call ${index + 1} of ${call.tool.slice(0, 100)}: `;
      throw new CallFailed(
        { ...facts, code, message: `${place}${message} Nothing was queued.` },
        error,
      );
    }
  }

  function start(checked: readonly Prepared[]): string[] {
    const ids: string[] = [];
    try {
      for (const { prepared, call } of checked) {
        const { id } = tasks.start(
          prepared.tool.name,
          workOfCall(() => prepare(call), fail),
          { ...optionsOfCall(prepared, caller), after: ids.slice(-1) },
        );
        ids.push(id);
      }
    } catch (error) {
      // A queue that is there in part would do something else than what was asked for.
      for (const id of ids.reverse()) void tasks.cancel(id, 'The rest could not be queued.');
      throw error;
    }
    return ids;
  }

  return async (calls, { dryRun }) => {
    const checked = calls.map(check);
    if (dryRun) return planned(checked, tasks);
    const ids = start(checked);
    const { tasks: estimates, endsInMs } = await tasks.estimate(ids);
    const expected = new Map(estimates.map((each) => [each.id, each]));
    return {
      dry_run: false,
      tasks: checked.map(({ prepared }, index) => {
        const id = ids[index] ?? '';
        const { takesMs, startsInMs } = expected.get(id) ?? {};
        return { task_id: id, ...describe(prepared, takesMs, startsInMs) };
      }),
      ...(endsInMs !== undefined && { ends_in_seconds: seconds(endsInMs) }),
      next: 'Call list_all_active_tasks to see how they go, get_task_progress for the result of one.',
    };
  };
}

interface Prepared {
  prepared: PreparedCall;
  /** As it is checked again when its turn comes. */
  call: LaterCall;
}

/** What would be queued, and how long it would take if each call takes as long as the last of its kind. */
async function planned(checked: readonly Prepared[], tasks: Tasks): Promise<QueueAnswer> {
  let startsInMs: number | undefined = 0;
  const rows: QueuedCall[] = [];
  for (const { prepared } of checked) {
    const takesMs = await typicalMs(tasks, prepared.tool.name);
    rows.push(describe(prepared, takesMs, startsInMs));
    startsInMs =
      takesMs === undefined || startsInMs === undefined ? undefined : startsInMs + takesMs;
  }
  return {
    dry_run: true,
    tasks: rows,
    ...(startsInMs !== undefined && { ends_in_seconds: seconds(startsInMs) }),
    next: 'Every call was checked, and nothing was queued. Call again without dry_run to queue them.',
  };
}

/** The middle one of how long the last 20 that succeeded took. */
async function typicalMs(tasks: Tasks, kind: string): Promise<number | undefined> {
  const done = await tasks.list({ kind, state: 'succeeded', limit: 20 });
  const durations = done
    .map(({ startedAt = 0, endedAt = 0 }) => Math.max(0, endedAt - startedAt))
    .sort((one, other) => one - other);
  return durations[Math.floor(durations.length / 2)];
}

function describe(
  { tool, title }: PreparedCall,
  takesMs: number | undefined,
  startsInMs: number | undefined,
): Pick<QueuedCall, 'tool' | 'title' | 'takes_seconds' | 'starts_in_seconds'> {
  return {
    tool: tool.name,
    title,
    ...(takesMs !== undefined && { takes_seconds: seconds(takesMs) }),
    ...(startsInMs !== undefined && { starts_in_seconds: seconds(startsInMs) }),
  };
}

/** What is about this server is answered at once, or it would queue itself. */
function refuseOwn({ tool }: PreparedCall): void {
  if (tool.place !== 'server') return;
  throw new ToolError('invalid_arguments', `${tool.name} cannot be queued. Call it directly.`);
}

/** Whoever switches their default registry afterwards does not mean what is queued. */
function pinRegistry(call: LaterCall, { tool, written, registry, echo }: PreparedCall): LaterCall {
  const { source, target } = echo;
  const pinned = hasRegistry(tool.place) ? { registry } : { source, target };
  return { ...call, arguments: { ...written, ...pinned } };
}
