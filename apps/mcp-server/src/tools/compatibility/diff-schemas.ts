import * as z from 'zod';
import { chooseSides } from '../../comparing/choose-sides.ts';
import { diffKnown } from '../../comparing/diff-known.ts';
import { dangers, path, schemaUsed } from '../answers.ts';
import { anySchema, references, schemaType } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const diffSchemas = defineTool({
  name: 'diff_schemas',
  title: 'Compare two schemas',
  summary: 'Tell what changed between two versions, subjects or texts.',
  input: z.object({
    subject: z.string().optional().describe('Subject.'),
    from_version: z.string().optional().describe('Default: the one before.'),
    to_version: z.string().optional().describe('Default `latest`.'),
    from: anySchema.optional().describe('Or the older one.'),
    to: anySchema.optional().describe('Or the newer one.'),
    schema_type: schemaType,
    references,
  }),
  output: z.object({
    from: schemaUsed,
    to: schemaUsed,
    identical: z.boolean().describe('Whether both mean the same.'),
    note: z.string().optional(),
    changes: z.array(
      z.object({
        kind: z.string().describe('e.g. `field_added`.'),
        path,
        before: z.string().optional(),
        after: z.string().optional(),
        message: z.string(),
      }),
    ),
    dangerous_changes: dangers.describe('Changes that some level lets pass.'),
    total_dangerous: z.int(),
  }),
  effect: 'read',
  place: 'subject',
  pages: 'changes',
  alongside: ['dangerous_changes'],
  async run(sides, { client, context, at }, { signal }) {
    const [before, after] = await chooseSides(sides, { client, context, at }, { signal });
    return diffKnown(before, after);
  },
});
