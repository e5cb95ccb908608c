import { isEnded, type StartOptions, type Task, type Tasks, type TaskWork } from '@srkit/tasks';
import { ToolError } from '../tool-error.ts';
import { awaitTask, type Waiting } from './await-task.ts';

/** Work that is to be a task. */
export interface LongWork<Output> {
  kind: string;
  work: TaskWork<Output>;
  options: StartOptions;
}

/** What came of it while its caller waited. */
export type Outcome<Output> =
  | { task: Task; output: Output }
  /** It goes on. */
  | { task: Task; output?: undefined };

/**
 * Starts work as a task and waits for it a while. Until then it belongs to the call, and a caller who gives the call up ends it;
 * after that it goes on by itself, and only `cancel_task` ends it.
 *
 * @throws what the work threw; ToolError `call_cancelled`; TaskError `queue_full`, `task_cancelled`
 */
export async function runAsTask<Output>(
  tasks: Tasks,
  { kind, work, options }: LongWork<Output>,
  waiting: Waiting,
): Promise<Outcome<Output>> {
  const { id, result } = tasks.start(kind, work, options);
  let task: Task;
  try {
    task = await awaitTask(tasks, id, waiting);
  } catch (error) {
    if (!waiting.signal.aborted) throw error;
    await tasks.cancel(id, 'The call that started it was given up while it waited.');
    throw new ToolError('call_cancelled', 'The call was given up, and its work was stopped.', {
      task_id: id,
    });
  }
  return isEnded(task.state) ? { task, output: await result } : { task };
}
