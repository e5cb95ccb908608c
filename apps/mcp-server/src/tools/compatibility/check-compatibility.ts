import * as z from 'zod';
import { checkSchema } from '../../comparing/check-schema.ts';
import { readSchemaSource } from '../../reading/read-schema-source.ts';
import { dangers, path, source } from '../answers.ts';
import { normalize, schemaSource, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const checkCompatibility = defineTool({
  name: 'check_compatibility',
  title: 'Check compatibility',
  summary:
    'Tell whether a schema may follow in a subject, why and where not, and what is dangerous in it.',
  input: z.object({
    subject,
    ...schemaSource,
    version: z.string().optional().describe('`latest` (default), a number, or `all`.'),
    normalize,
  }),
  output: z.object({
    compatible: z.boolean(),
    messages: z.array(z.string()).describe('The reasons, in the words of the registry.'),
    reasons: z
      .array(
        z.object({
          version: z.int().describe('Earlier version that it does not fit.'),
          path,
          type: z.string(),
          direction: z
            .string()
            .describe(
              '`backward`: it cannot read the data of the earlier one; `forward`: the reverse.',
            ),
          message: z.string(),
        }),
      )
      .describe('The reasons, place by place, of every version compared.'),
    total_reasons: z.int(),
    warnings: dangers.describe('What the level lets pass, against the newest version compared.'),
    total_warnings: z.int(),
    incomplete: z.string().optional().describe('Why reasons and warnings are missing.'),
    verdicts_differ: z.string().optional().describe('Set where the reasons say otherwise.'),
    level: z.string().describe('Compatibility level in force.'),
    level_source: source,
    checked_against: z.string().describe('What was compared; `nothing` where the subject is new.'),
  }),
  effect: 'read',
  place: 'subject',
  pages: 'messages',
  alongside: ['reasons', 'warnings'],
  async run({ subject, version, normalize, ...given }, { client, context, at }, { signal }) {
    const request = await readSchemaSource(given, at, { signal });
    return checkSchema({ client, context, subject }, request, { version, normalize, signal });
  },
});
