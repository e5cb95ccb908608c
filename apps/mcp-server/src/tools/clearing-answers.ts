import * as z from 'zod';

/** Whether contexts that are empty afterwards go, too. */
export const deleteAfter = z
  .boolean()
  .default(false)
  .describe('Delete the emptied contexts, too; needs permanent.');

/** How many at a time. */
export const concurrency = z
  .int()
  .min(1)
  .max(10)
  .default(4)
  .describe('Deletions at the same time.');

/** Subjects of contexts that are cleared, and what becomes of each. */
export const clearedSubjects = z
  .array(
    z.object({
      subject: z.string(),
      outcome: z
        .string()
        .describe(
          'planned, deleted, already_gone, blocked, changed (has new versions), failed, unknown or not_reached.',
        ),
      versions: z.array(z.int()).describe('Those that go, or are gone.'),
      soft_deleted: z.boolean().optional().describe('Softly deleted at least in part.'),
      reason: z.string().optional().describe('Why it stays.'),
      code: z.string().optional(),
      blocked_by: z.string().optional().describe('reference, circle, mode or alias.'),
      referenced_by: z
        .array(z.object({ subject: z.string(), version: z.int(), deleted: z.boolean() }))
        .optional()
        .describe('What refers to it and stays.'),
      total_referrers: z.int().optional(),
    }),
  )
  .describe('What refers to others before those.');

/** What clearing contexts answers, whether it was done or only shown. */
export const cleared = {
  dry_run: z.boolean().describe('Whether nothing was changed.'),
  permanent: z.boolean(),
  total_contexts: z.int(),
  total_schemas: z.int().describe('Subjects that go.'),
  total_versions: z.int(),
  total_blocked: z.int().describe('Subjects that stay.'),
  deleted_schemas: z.int().optional(),
  deleted_versions: z.int().optional(),
  contexts: z.array(
    z.object({
      context: z.string(),
      exists: z.boolean().optional(),
      mode: z.string().optional(),
      total_schemas: z.int(),
      total_versions: z.int().optional(),
      blocked: z.int(),
      deleted: z.int().optional(),
      already_gone: z.int().optional(),
      changed: z.int().optional(),
      failed: z.int().optional(),
      unknown: z.int().optional(),
      not_reached: z.int().optional(),
      left: z.int().optional().describe('Subjects that are still there.'),
      registered_since: z.array(z.string()).optional().describe('Not touched.'),
      context_outcome: z.string().optional().describe('What became of the context itself.'),
      remains: z.array(z.string()).optional().describe('What is left of it.'),
    }),
  ),
  subjects: clearedSubjects,
  unknown: z.array(z.string()).optional().describe('What could not be told before.'),
  ended: z.string().optional().describe('Why it ended before everything was tried.'),
};
