import * as z from 'zod';
import { diffSides } from '../../comparing-registries/diff-sides.ts';
import { dangers, path } from '../answers.ts';
import { version } from '../arguments.ts';
import { comparedContexts, comparedRegistries } from '../comparison-answers.ts';
import { defineTool } from '../define-tool.ts';

const side = z.object({
  registry: z.string(),
  context: z.string(),
  subject: z.string(),
  version: z.int(),
  id: z.int(),
  guid: z.string(),
  schema_type: z.string(),
});

const verdict = z.object({
  compatible: z.boolean(),
  reasons: z.array(z.looseObject({ message: z.string() })),
  total_reasons: z.int(),
});

export const diffSchemaAcrossRegistries = defineTool({
  name: 'diff_schema_across_registries',
  title: 'Compare a schema of two registries',
  summary:
    'Tell what changed from the target to the source, and whether each can read data of the other. Also for two contexts of one registry.',
  input: z.object({
    ...comparedRegistries,
    subject: z.string().describe('Subject.'),
    version: version.describe('In the source; default latest.'),
    target_subject: z.string().optional().describe('Its name in the target, if another.'),
    target_version: version.describe('Default latest.'),
    ...comparedContexts,
    context: z.string().optional().describe('Context of the source; default `.`.'),
  }),
  output: z.object({
    from: side.describe('The target.'),
    to: side.describe('The source.'),
    identical: z.boolean().describe('Whether both mean the same.'),
    notes: z.array(z.string()).optional(),
    changes: z.array(
      z.object({
        kind: z.string(),
        path,
        before: z.string().optional(),
        after: z.string().optional(),
        message: z.string(),
      }),
    ),
    dangerous_changes: dangers.describe('Changes that some level lets pass.'),
    backward: verdict.describe('Whether the source can read data of the target.'),
    forward: verdict.describe('Whether the target can read data of the source.'),
    full: z.boolean().describe('Both.'),
    missing_references: z.array(z.looseObject({})).optional(),
  }),
  effect: 'read',
  place: 'registries',
  long: true,
  pages: 'changes',
  alongside: ['dangerous_changes'],
  async run({ context, target_context: targetContext, ...input }, { compared }, call) {
    const { subject, target_subject: targetSubject, version, target_version } = input;
    const sides = compared({ context, targetContext });
    const names = { source: subject, target: targetSubject ?? subject };
    return diffSides(sides, { names, versions: { source: version, target: target_version } }, call);
  },
});
