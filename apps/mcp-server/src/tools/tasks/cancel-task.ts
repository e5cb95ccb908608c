import * as z from 'zod';
import { taskId } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';
import { taskAnswer } from '../task-answers.ts';

export const cancelTask = defineTool({
  name: 'cancel_task',
  title: 'Cancel a task',
  summary:
    'Stop a task (long work), and those queued after it. What it has done stays done; its result says what that is.',
  input: z.object({
    task_id: taskId,
    reason: z.string().optional().describe('Why, for whoever looks at it later.'),
  }),
  output: z.object(taskAnswer),
  effect: 'local',
  place: 'server',
  async run({ task_id, reason }, { tasks }) {
    return tasks.cancel(task_id, reason);
  },
});
