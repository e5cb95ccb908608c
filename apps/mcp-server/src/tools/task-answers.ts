import * as z from 'zod';

/** When something is expected, from now. */
export const secondsFromNow = z.number().optional().describe('Absent where nobody knows.');

const taskState = z
  .string()
  .describe('queued, running, succeeded, failed, cancelled or interrupted (its process is gone).');

const progress = z
  .object({
    percent: z.int().optional(),
    done: z.number().optional(),
    total: z.number().optional(),
    unit: z.string().optional().describe('What is counted.'),
    message: z.string().optional().describe('What it does now.'),
    errors: z.int(),
    retries: z.int(),
    rate_per_second: z.number().optional(),
    remaining_seconds: z.number().optional().describe('Estimated; absent while unknown.'),
  })
  .describe('How far it is.');

/** What is said of a task. */
export const taskFacts = {
  task_id: z.string(),
  tool: z.string().describe('Name of the tool that was called.'),
  title: z.string().describe('What it does, and where.'),
  state: taskState,
  progress,
  after: z.array(z.string()).optional().describe('Tasks that must have succeeded first.'),
  created_at: z.string().describe('In UTC, as all times.'),
  started_at: z.string().optional(),
  ended_at: z.string().optional(),
  elapsed_seconds: z.number().optional(),
  cancel_requested: z.boolean().optional().describe('It was asked to stop.'),
  reason: z.string().optional().describe('Why it was cancelled or interrupted.'),
  failure: z
    .looseObject({ code: z.string(), message: z.string() })
    .optional()
    .describe('Why it failed.'),
  result_refused: z.string().optional().describe('Why there is no result although it succeeded.'),
};

/** What is said of one task, its result included. */
export const taskAnswer = {
  ...taskFacts,
  arguments: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('What the tool was called with.'),
  result: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('What the tool answers; of a cancelled task, what was done.'),
  next: z.string().optional().describe('What to call next.'),
};

/** What long work answers beside its own fields: its task, and while it goes on how far it is. */
export const goesOn = {
  task_id: z.string().describe('Its task. get_task_progress has the result, too.'),
  task_state: z.string().optional().describe('Only while it goes on: queued or running.'),
  progress: progress.optional(),
  next: z.string().optional().describe('What to call while it goes on.'),
};
