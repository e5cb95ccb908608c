import * as z from 'zod';
import { findMissingIn } from '../../comparing-registries/find-missing-in.ts';
import { comparedContexts, comparedLimits, comparedRegistries } from '../comparison-answers.ts';
import { defineTool } from '../define-tool.ts';

export const findMissingSchemas = defineTool({
  name: 'find_missing_schemas',
  title: 'Find missing schemas',
  summary:
    'Find what a source has and a target does not, by content, with what it refers to, in an order in which it can be registered.',
  input: z.object({ ...comparedRegistries, ...comparedContexts }),
  output: z.object({
    missing: z.array(
      z.object({
        subject: z.string().describe('In the target.'),
        version: z.int(),
        source_subject: z.string().optional().describe('If it has another name in the source.'),
        id: z.int(),
        schema_type: z.string(),
        why: z
          .string()
          .describe('no_subject, no_version, or referenced: only others that miss need it.'),
        deleted_in_target: z.boolean().optional().describe('It is there, softly deleted.'),
        elsewhere: z
          .array(z.object({ subject: z.string(), version: z.int() }))
          .optional()
          .describe('Other subjects of the target with the same content.'),
        needs: z.array(z.looseObject({ name: z.string(), state: z.string() })).optional(),
      }),
    ),
    missing_subjects: z.int().describe('Subjects that the target does not have at all.'),
    incomplete_subjects: z.int().describe('Subjects of which it does not have every version.'),
    missing_versions: z.int(),
    circles: z.array(z.array(z.looseObject({}))).optional(),
    unknown_subjects: z
      .array(z.object({ subject: z.string(), reason: z.string() }))
      .optional()
      .describe('Nobody knows whether the target has them.'),
    total_unknown_subjects: z.int(),
    ...comparedLimits,
  }),
  effect: 'read',
  place: 'registries',
  long: true,
  pages: 'missing',
  alongside: ['unknown_subjects', 'circles', 'unknown'],
  async run({ context, target_context: targetContext }, { compared }, call) {
    return findMissingIn(compared({ context, targetContext }), call);
  },
});
