import * as z from 'zod';

/** Which two registries are compared. */
export const comparedRegistries = {
  source: z.string().optional().describe('Registry that is as it should be; default yours.'),
  target: z.string().optional().describe('Registry that is compared with it.'),
};

/** Which two contexts are. */
export const comparedContexts = {
  context: z.string().optional().describe('Context of the source; default all.'),
  target_context: z.string().optional().describe('Its name in the target, if it is another.'),
};

/** What of them is. */
export const comparedParts = {
  configs: z.boolean().default(true).describe('Configurations and modes; two requests a subject.'),
  ids: z.boolean().default(false).describe('Count other ids for equal content.'),
  deleted: z.boolean().default(false).describe('Compare soft-deleted ones.'),
  changes: z.boolean().default(false).describe('List what would have to change in the target.'),
};

const tally = z.object({
  equal: z.int(),
  different: z.int(),
  only_in_source: z.int(),
  only_in_target: z.int(),
  unknown: z.int(),
});

const state = z
  .string()
  .describe('equal, different, only_in_source, only_in_target, or unknown (not all was read).');

const differences = z
  .array(z.looseObject({ kind: z.string() }))
  .describe('version_missing, version_extra, content, id, deleted, reference, config or mode.');

const unknownFacts = z
  .array(z.looseObject({ side: z.string(), what: z.string(), reason: z.string() }))
  .optional()
  .describe('What could not be read: nothing is said of it.');

/** What was not compared, and what could not be. */
export const comparedLimits = {
  not_compared: z.array(z.object({ what: z.string(), reason: z.string() })).optional(),
  unknown: unknownFacts,
  total_unknown: z.int().optional(),
  changed_while_read: z
    .array(z.string())
    .optional()
    .describe('Registries that somebody wrote to meanwhile.'),
};

/** What a comparison answers. */
export const comparison = {
  state: z.string().describe('equal, different, or unknown: equal as far as it could be read.'),
  total_differences: z.int().describe('A subject that one side lacks is one.'),
  by_kind: z.record(z.string(), z.int()).describe('How many of each kind; those that there are.'),
  context_counts: tally,
  subject_counts: tally,
  version_counts: tally,
  other_ids: z.int().describe('Equal versions with another id.'),
  affected_versions: z.int().describe('Equal, and refer to one that differs.'),
  subjects: z.array(
    z.object({
      subject: z.string(),
      target_subject: z.string().optional().describe('If it has another name there.'),
      state,
      versions: tally.optional(),
      differences: differences.optional(),
      other_order: z.boolean().optional().describe('The same contents in another order.'),
      unknown: unknownFacts,
    }),
  ),
  contexts: z.array(
    z.object({
      context: z.string(),
      target_context: z.string().optional(),
      state,
      subjects: tally,
      versions: tally,
      differences: differences.optional(),
      unknown: unknownFacts,
    }),
  ),
  everywhere: differences.optional(),
  total_changes: z.int().describe('What would have to change in the target.'),
  changes: z
    .array(z.looseObject({ action: z.string() }))
    .optional()
    .describe('In an order in which it can be done.'),
  ...comparedLimits,
};
