import * as z from 'zod';
import { defineTool } from '../define-tool.ts';
import { secondsFromNow, taskFacts } from '../task-answers.ts';

export const listAllActiveTasks = defineTool({
  name: 'list_all_active_tasks',
  title: 'List tasks',
  summary:
    'List the tasks (long work) that run or wait, with their progress and when they are expected to end.',
  input: z.object({
    ended: z.boolean().default(false).describe('Include those that have ended.'),
  }),
  output: z.object({
    tasks: z
      .array(
        z.object({
          ...taskFacts,
          starts_in_seconds: secondsFromNow,
          ends_in_seconds: secondsFromNow,
        }),
      )
      .describe('In the order in which they started; then those that have ended, the last first.'),
    ends_in_seconds: secondsFromNow,
  }),
  effect: 'read',
  place: 'server',
  pages: 'tasks',
  async run({ ended }, { tasks }) {
    return tasks.list({ ended });
  },
});
