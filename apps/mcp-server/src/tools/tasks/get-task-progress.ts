import * as z from 'zod';
import { taskId } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';
import { taskAnswer } from '../task-answers.ts';

export const getTaskProgress = defineTool({
  name: 'get_task_progress',
  title: 'Follow a task',
  summary:
    'How far a task (long work) is, how long it will still take, and its result once it has ended.',
  input: z.object({
    task_id: taskId,
    wait_seconds: z
      .int()
      .min(0)
      .max(50)
      .default(0)
      .describe('Wait so long for it to end, then answer.'),
    offset: z.int().min(0).default(0).describe('Items of the result to skip.'),
    limit: z.int().min(1).optional().describe('Most items of the result to return.'),
  }),
  output: z.object(taskAnswer),
  effect: 'read',
  place: 'server',
  async run({ task_id, wait_seconds, offset, limit }, { tasks }) {
    const waitMs = wait_seconds * 1000;
    return tasks.look(task_id, { waitMs, offset, ...(limit !== undefined && { limit }) });
  },
});
