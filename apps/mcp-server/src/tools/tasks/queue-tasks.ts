import * as z from 'zod';
import { defineTool } from '../define-tool.ts';
import { secondsFromNow } from '../task-answers.ts';

export const queueTasks = defineTool({
  name: 'queue_tasks',
  title: 'Queue calls of tools',
  summary:
    'Run calls of tools in the background, one after the other, for example in a maintenance window. When one fails, those after it are cancelled.',
  input: z.object({
    calls: z
      .array(
        z.strictObject({
          tool: z.string().describe('Name of the tool.'),
          arguments: z.record(z.string(), z.unknown()).default({}).describe('What it takes.'),
        }),
      )
      .min(1)
      .max(50)
      .describe('In the order in which they are to run.'),
    dry_run: z
      .boolean()
      .default(false)
      .describe('Only check the calls and say how long they would take.'),
  }),
  output: z.object({
    dry_run: z.boolean().describe('Whether nothing was queued.'),
    tasks: z.array(
      z.object({
        task_id: z.string().optional(),
        tool: z.string(),
        title: z.string().describe('What it does, and where.'),
        takes_seconds: z.number().optional().describe('As long as others of its kind took.'),
        starts_in_seconds: secondsFromNow,
      }),
    ),
    ends_in_seconds: secondsFromNow,
    next: z.string().describe('What to call next.'),
  }),
  effect: 'local',
  place: 'server',
  callsOthers: true,
  async run({ calls, dry_run }, { tasks }) {
    return tasks.queue(calls, { dryRun: dry_run });
  },
});
