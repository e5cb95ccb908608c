import * as z from 'zod';
import { findConflictsIn } from '../../comparing-registries/find-conflicts-in.ts';
import { comparedContexts, comparedLimits, comparedRegistries } from '../comparison-answers.ts';
import { defineTool } from '../define-tool.ts';

export const findSchemaConflicts = defineTool({
  name: 'find_schema_conflicts',
  title: 'Find schema conflicts',
  summary:
    'Find what stands in the way of bringing a source into a target: ids, versions, compatibility, references, types.',
  input: z.object({ ...comparedRegistries, ...comparedContexts }),
  output: z.object({
    conflicts: z
      .array(
        z.looseObject({
          kind: z
            .string()
            .describe(
              'id, version, schema_type, incompatible, reference_missing or reference_content.',
            ),
          reason: z.string(),
        }),
      )
      .describe('By kind.'),
    by_kind: z.record(z.string(), z.int()).describe('How many of each; those that there are.'),
    conflicting_subjects: z.int(),
    unknown_conflicts: z
      .array(z.object({ subject: z.string(), reason: z.string() }))
      .optional()
      .describe('Checks that could not be made.'),
    total_unknown_conflicts: z.int(),
    ...comparedLimits,
  }),
  effect: 'read',
  place: 'registries',
  long: true,
  pages: 'conflicts',
  alongside: ['unknown_conflicts', 'unknown'],
  async run({ context, target_context: targetContext }, { compared }, call) {
    return findConflictsIn(compared({ context, targetContext }), call);
  },
});
